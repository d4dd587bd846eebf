"""Numbered paragraphs out of lines: what begins one, what belongs to it, and which lines are headings."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct, field

from rights_search.parsers.numbered.annexes import parts
from rights_search.parsers.numbered.end_notes import behind, glued, heads_notes
from rights_search.parsers.numbered.lines import Line, Lines
from rights_search.parsers.numbered.notes import notes_apart
from rights_search.parsers.numbered.opening import first_headings
from rights_search.parsers.numbered.ordinals import is_first_below, is_next
from rights_search.parsers.numbered.starts import Start, numbered

#: A number inside a line, for texts that are flattened to a few long ones; not behind "article" and the like.
INLINE = re.compile(r"(?<![\w(./–-])\d{1,3}\. ?(?=[A-ZÁÉÍÓÚÑÀÂÇÎÔ“\"‘«¿\[])")
REFERENCE = re.compile(
    r"(?:articles?|arts?\.|paragraphs?|paras?\.|párrs?\.|párrafos?|artículos?|No\.|Nº|núm\.|resolution|decision"
    r"|and|or|to|y|of|in|,) ?$",
    re.IGNORECASE,
)
#: … and a heading that ran into the end of a paragraph.
TAIL = re.compile(r"(?<=[.;:?!”\"»)\d]) ((?:[IVX]{1,5}|[A-H])\. [A-Z][^.;:!?]{3,140})$")
ITEM = re.compile(r"^(?:\(?[a-zA-Z]{1,4}[.)]|[-–—•*·]|\d{1,3}[.)]) ")
ORDINAL = re.compile(r"^(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Z])|(?P<number>\d{1,2}))[.)] ")
#: A row of a table: figures at its end.
ROW = re.compile(r"(?:\s[(+–-]?\d[\d.,%)]*){2,}$")
#: So many short lines, one below the other, are rows and no headings.
FEWEST_ROWS = 3
FIGURE = re.compile(r"[^.)]\s\d[\d.,%]*$")
LETTERS = re.compile(r"[^\W\d_]")
ENDS = '.;:!?”"»)'
LONGEST_HEADING = 150
#: Lines this long on average have lost their breaks.
FLAT = 1500
UNMARKED = 7


class Paragraph(Struct):
    """One numbered paragraph, or what an annex says before its first number or without any."""

    num: str
    lines: list[Line] = field(default_factory=list)
    path: tuple[str, ...] = ()
    marks: list[str] = field(default_factory=list)
    annex: int = 0  #: in which annex it stands; 0 in the text itself

    @property
    def text(self) -> str:
        """Its words: wrapped lines joined, parts that begin anew on lines of their own."""
        pieces: list[str] = []
        for line in self.lines:
            if not line.text:
                continue
            if pieces and (line.apart or ITEM.match(line.text)):
                pieces.append("\n")
            elif pieces and not _goes_on(pieces[-1], line.text):
                pieces.append(" ")
            pieces.append(line.text)
        return "".join(pieces)


class Text(Struct):
    """The paragraphs, what stands before them, and the notes behind them."""

    front: list[Line] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)  #: all of the file, but notes in brackets behind the text


def _goes_on(before: str, after: str) -> bool:
    """A word broken at the end of a line keeps its hyphen: nine in ten belong to it."""
    return before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()


def take(page: Lines) -> Text:
    """The paragraphs of a file; none where no number begins a line. Those of its annexes come last."""
    lines, notes = notes_apart(_unflattened(page.lines))
    body, *annexes = parts(lines)
    text = _read(body)
    text.lines = lines
    text.notes = {**page.notes, **notes}
    count = 0
    for annex in annexes:
        paragraphs = _of_annex(annex, count + 1)
        count += bool(paragraphs)
        text.paragraphs.extend(paragraphs)
    _notes_behind(text)
    text.paragraphs = [paragraph for paragraph in text.paragraphs if paragraph.text]
    return text


def _of_annex(lines: Sequence[Line], number: int) -> list[Paragraph]:
    """The paragraphs of an annex below its heading and title, which lead their path."""
    own = _read(lines[1:])
    title = [lines[0].text]
    while own.front and own.paragraphs and _is_title(own.front[0]):
        title.append(own.front.pop(0).text)
    before = [Paragraph("", own.front, (), [mark for line in own.front for mark in line.marks])]
    paragraphs = [*before, *own.paragraphs] if own.front else own.paragraphs
    for paragraph in paragraphs:
        paragraph.annex = number
        paragraph.path = (*title, *paragraph.path)
    return paragraphs


def _is_title(line: Line) -> bool:
    return len(line.text) <= LONGEST_HEADING and line.text[-1:] not in ENDS + "," and not line.row


def _read(given: Sequence[Line]) -> Text:
    """The text or one annex: what stands before its first number, and its paragraphs."""
    lines, starts = numbered(given)
    text = Text()
    headings: list[tuple[int, str]] = []
    marks: list[str] = []
    for place, line in enumerate(lines):
        start = starts.get(place)
        if start:
            headings = _before(text, headings, marks)
            text.paragraphs.append(Paragraph(start.printed, [], tuple(h for _, h in headings), [*marks, *line.marks]))
            marks = []
            text.paragraphs[-1].lines.append(_rest(line, start))
        elif line.level and not heads_notes(lines, place):
            headings = _below(_before(text, headings, marks), line.level, line.text, text.paragraphs)
            marks.extend(line.marks)
        elif text.paragraphs:
            text.paragraphs[-1].lines.append(line)
            text.paragraphs[-1].marks.extend(line.marks)
        else:
            text.front.append(line)
    return text


def _unflattened(lines: list[Line]) -> list[Line]:
    """Long lines parted where a number or a last heading stands in the midst of them."""
    if not lines or sum(len(line.text) for line in lines) / len(lines) < FLAT:
        return lines
    parted: list[Line] = []
    for line in lines:
        starts = [
            f.start()
            for f in INLINE.finditer(line.text)
            if not REFERENCE.search(line.text, max(0, f.start() - 20), f.start())
        ]
        for begin, end in pairwise([0, *(start for start in starts if start), len(line.text)]):
            pieces = TAIL.split(line.text[begin:end].strip())
            parted.extend(Line(line.number, piece, 0, True) for piece in pieces if piece)
    return parted


def _rest(line: Line, start: Start) -> Line:
    return Line(line.number, line.text[start.end :].strip(), 0, True, line.indent, line.marks)


def _before(text: Text, headings: list[tuple[int, str]], marks: list[str]) -> list[tuple[int, str]]:
    """Lines at the end of the last paragraph (or of the front) that are the next one's headings, taken off it."""
    lines = text.paragraphs[-1].lines if text.paragraphs else text.front
    taken = [] if text.paragraphs else first_headings(lines)
    del lines[len(lines) - len(taken) :]
    while text.paragraphs and len(lines) > 1 and len(taken) < 4 and _is_heading(lines[-1], lines[-2]):
        taken.insert(0, lines.pop())
    unmarked = [place for place, line in enumerate(taken) if not ORDINAL.match(line.text)]
    if len(unmarked) >= FEWEST_ROWS:
        lines.extend(taken[: unmarked[-1] + 1])
        del taken[: unmarked[-1] + 1]
    for place, line in enumerate(taken):
        level = _level(line.text)
        if place:  # one below the other: neither is the other's sibling
            level = max(level, headings[-1][0] + 1)
        headings = [*[h for h in headings if h[0] < level], (level, line.text)]
        marks.extend(line.marks)
    return headings


def _below(
    headings: list[tuple[int, str]], level: int, heading: str, paragraphs: list[Paragraph]
) -> list[tuple[int, str]]:
    """The headings above a marked one, with it; those that no paragraph has had yet stay above it.

    Where all are marked alike, as a PDF's are, their own numbers say which stands below which: "A." below "I.".
    """
    beside = next((at for at, (_, words) in enumerate(headings) if is_next(words, heading)), None)
    if beside is not None:
        return [*headings[:beside], (headings[beside][0], heading)]
    if headings and headings[-1][0] >= level and is_first_below(headings[-1][1], heading):
        return [*headings, (headings[-1][0] + 1, heading)]
    had = paragraphs[-1].path if paragraphs else tuple(words for _, words in headings)
    kept = [h for place, h in enumerate(headings) if h[0] < level or h[1] not in had[place : place + 1]]
    return [*kept, (max(level, kept[-1][0] + 1) if kept else level, heading)]


def _is_heading(line: Line, before: Line) -> bool:
    """A short line that does not end as a sentence does, behind one that does."""
    text = line.text
    if (
        not text
        or line.row
        or before.row
        or not (LETTERS.search(text) and LETTERS.search(before.text))  # cells of a table
        or len(text) > LONGEST_HEADING
        or text[-1] in ENDS + ","
        or (ITEM.match(text) and not ORDINAL.match(text))
    ):
        return False
    if not (text[0].isupper() or text[0].isdigit()) or _is_row(text, before.text):
        return False
    return line.apart or before.text[-1:] in ENDS or _is_heading_alone(before)


def _is_row(text: str, before: str) -> bool:
    """Whether a line is a row of a table: nothing but figures, or some at its end, or one as the line before it."""
    return (
        not any(map(str.isalpha, text))
        or bool(ROW.search(text))
        or bool(FIGURE.search(text) and FIGURE.search(before[-LONGEST_HEADING:]))
    )


def _is_heading_alone(line: Line) -> bool:
    return bool(ORDINAL.match(line.text)) and len(line.text) <= LONGEST_HEADING and line.text[-1] not in ENDS


def _level(text: str) -> int:
    found = ORDINAL.match(text)
    if not found:
        return UNMARKED + 3
    return UNMARKED + (0 if found["roman"] else 1 if found["letter"] else 2)


def _notes_behind(text: Text) -> None:
    """Take the notes at the end of the file off its last paragraph, and tie them to their marks."""
    last = text.paragraphs[-1] if text.paragraphs else Paragraph("")
    found = behind(last.lines)
    if found is None:
        return
    lines = last.lines
    last.lines = [*lines[: found.begin], *lines[found.end :]]
    tied = glued((paragraph.text for paragraph in text.paragraphs), found.notes)
    marked = {mark for paragraph in text.paragraphs for mark in paragraph.marks} - text.notes.keys()
    marked.update(mark for _, mark in tied)
    if not found.headed and 2 * len(marked & found.notes.keys()) < len(found.notes):
        last.lines = lines
        return
    text.notes.update(found.notes)
    for place, mark in tied:
        text.paragraphs[place].marks.append(mark)
