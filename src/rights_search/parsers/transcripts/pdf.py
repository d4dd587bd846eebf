"""A PDF as text: running heads and feet out, footnotes apart and tied to their marks, lines joined into paragraphs."""

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.transcripts import ocr
from rights_search.parsers.transcripts.pdf_lines import HYPHENS, SMALLER, Line, Page, pages_of
from rights_search.parsers.transcripts.pdf_order import in_columns, whole

MAGIC = b"%PDF-"
RUNNING = "running heads and feet"
CONTENTS = "table of contents"
MARGIN = "notes in the margin"
#: Lines at either end of a page that may be its head or foot, and how near the edge they stand.
EDGE, HEAD, FOOT = 4, 0.87, 0.13
#: A running head stands on several of so many pages before and after.
NEAR = 5
#: A page that has fewer letters on average is a picture of one.
FEWEST = 25
#: A gap between lines, in line heights, that parts paragraphs.
GAP = 0.62
#: How a paragraph ends.
ENDS = tuple(".:;!?”»)")
#: Headings are set so much larger than the text, or than other headings.
LARGER = 1.12
#: A hyphen that is seen only where a line ends.
SOFT = "\xad"
#: So many letters make a line of the text.
WIDE = 40

_FURNITURE = re.compile(
    r"\s*(?:GE\.\d\d-\d+.*|\d{1,4}(?:\s+\d{1,4})?|[ivxl]{1,7}|[Pp]age \d+.*|[Pp]ágina \d+.*"
    r"|[-–] ?\d{1,4} ?[-–]|\d+ ?(?:/|of|de) ?\d+"
    r"|[A-Z]{1,6}(?:\.\d+)?(?:/[A-Za-z0-9.\-]+)+|\d\d-\d{5}.*)\s*"
)
_NUMBERED = re.compile(r"\s*(?:\d{1,3}\.(?:\d{1,3}\.?)?(?=\s|$)|\(?[a-z]{1,4}\)\s|[IVXLC]{1,6}\.\s|[A-Z]\.\s|[•–—-]\s)")
_PARAGRAPH = re.compile(r"\s*\d{1,3}\.(?:\d{1,3}\.?)?(?=\s|$)")
_NOTE = re.compile(r"\s*(\d{1,3}|\*{1,3})\s+(?=\S)")
FEWEST_DOTS = 6
#: The row of dots that leads from a title to its page.
_LEADERS = re.compile(r"(?:\.\s?){6,}\s*(?:\d{1,4}|[ivxl]{1,6})?\s*$")
#: The heading of notes at a document's end.
_ENDNOTES = re.compile(r"\s*(?:End ?notes|Notes?|Notas?(?: finales)?)\s*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_HYPHENS = str.maketrans(dict.fromkeys(HYPHENS, "-"))
#: The title page of a judgment of the Inter-American Court.
_COURT = re.compile(
    r"corte interamericana de derechos humanos\s.{0,400}\bcaso\b.{3,300}\bsentencia\s+de\b", re.IGNORECASE | re.DOTALL
)


class _Reading(Struct):
    """What is read so far."""

    blocks: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    body: float = 0.0
    previous: Line | None = None
    endnotes: bool = False  #: whether the notes of the whole document have begun


def recognises(data: bytes) -> bool:
    """The signature, which may stand a little after the beginning."""
    return MAGIC in data[:1024]


def transcribe(source: Source, left_out: Counter[str]) -> str:
    """The document as Markdown.

    Raises:
        ParseError: it is damaged, encrypted, too long, or pictures of pages without text.
    """
    pages = list(pages_of(source.data))
    if _is_pictures(pages) and source.declared.ocr:
        pages = list(ocr.pages_of(source.data, source.declared.language))
    if _is_pictures(pages):
        raise ParseError(
            "a PDF without a text layer, pictures of pages only: it needs OCR; take it in with --ocr, or as text",
            code=Refusal.NEEDS_OCR,
        )
    for page in pages:
        page.lines, page.parted = whole(page.lines), whole(page.parted)
        in_columns(page)
    if _COURT.search(" ".join(line.text for page in pages[:2] for line in page.lines)):
        return _as_printed(pages)
    _drop_running(pages, left_out)
    _drop_contents(pages, left_out)
    reading = _Reading(body=_body_size(pages))
    for page in pages:
        _drop_margin(page, reading.body, left_out)
        _read(page, reading)
    return "\n\n".join((*reading.blocks, *(f"[^{mark}]: {text}" for mark, text in reading.notes.items()))) + "\n"


def _is_pictures(pages: list[Page]) -> bool:
    """Whether the pages have hardly a letter."""
    return sum(len(line.text) for page in pages for line in page.lines) < FEWEST * max(1, len(pages))


def _as_printed(pages: Iterable[Page]) -> str:
    """The pages line by line: the reader of the Inter-American Court's judgments tells notes and numbers itself."""
    printed = ("\n".join(line.text.translate(_HYPHENS) for line in page.lines) for page in pages)
    return json.dumps({"data": "\f".join(printed)}, ensure_ascii=False)


def _body_size(pages: Iterable[Page]) -> float:
    """The size in which most is set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _variants(text: str, number: int) -> Iterator[str]:
    """How a line looks that pages repeat: as it is, or with one of its figures growing as the pages do.

    Other figures tell lines apart: "Article 91" at the head of three pages is no running head.
    """
    plain = "".join(text.split()).casefold()
    yield plain
    for figure in _DIGITS.finditer(plain[:200]):
        if len(figure[0]) <= 4:
            yield f"{plain[: figure.start()]}#{int(figure[0]) - number}{plain[figure.end() :]}"


def _edges(page: Page) -> list[Line]:
    """The lines that stand highest and lowest on a page, near its edges."""
    ordered = sorted(page.lines, key=lambda line: -line.bottom)
    high = [line for line in ordered[:EDGE] if line.bottom > HEAD * page.height]
    low = [line for line in ordered[-EDGE:] if line.top < FOOT * page.height]
    return [*high, *low]


def _near(others: list[int], number: int) -> int:
    """On how many pages about this one: "Article 10" may head a page in each of three protocols."""
    return bisect_right(others, number + NEAR) - bisect_left(others, number - NEAR)


def _drop_running(pages: list[Page], left_out: Counter[str]) -> None:
    """Take away what stands at the edges of many pages, figures aside, or is a symbol, a page or a job number."""
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for variant in {variant for line in _edges(page) for variant in _variants(line.text, number)}:
            seen[variant].append(number)
    often = max(2, min(3, len(pages)))
    for number, page in enumerate(pages):
        running = {
            id(line)
            for line in _edges(page)
            if _FURNITURE.fullmatch(line.text)
            or any(_near(seen[own], number) >= often for own in _variants(line.text, number))
        }
        for line in page.lines:
            if id(line) in running:
                left_out[RUNNING] += len("".join(line.text.split()))
        page.lines = [line for line in page.lines if id(line) not in running]


def _drop_margin(page: Page, body: float, left_out: Counter[str]) -> None:
    """Take away the small lines beside the text: catchwords of an editor, which would stand between its lines."""
    text = [line for line in page.lines if line.size >= SMALLER * body and len(line.text) > WIDE]
    if not text:
        return
    left, right = min(line.left for line in text), max(line.right for line in text)
    beside = {
        id(line) for line in page.lines if line.size < SMALLER * body and (line.right < left or line.left > right)
    }
    if not beside:
        return
    left_out[MARGIN] += sum(len("".join(line.text.split())) for line in page.lines if id(line) in beside)
    page.lines = [line for line in page.lines if id(line) not in beside]


def _drop_contents(pages: list[Page], left_out: Counter[str]) -> None:
    """Take away the lines of a table of contents: a title, a row of dots and a page."""
    for page in pages:
        entries = [line for line in page.lines if line.text.count(".") >= FEWEST_DOTS and _LEADERS.search(line.text)]
        for line in entries:
            left_out[CONTENTS] += len("".join(line.text.split()))
        page.lines = [line for line in page.lines if line not in entries]


def _read(page: Page, reading: _Reading) -> None:
    lines = page.lines
    cut = _foot(lines, reading)
    _take_notes(lines[cut:], reading)
    if 0 < cut < len(lines) and _ENDNOTES.fullmatch(lines[cut - 1].text):
        reading.endnotes = True
        cut -= 1
    above: Line | None = None
    for line in lines[:cut]:
        _add(line, above, reading)
        above = line


def _foot(lines: list[Line], reading: _Reading) -> int:
    """Where the notes of a page begin: the last run of small lines.

    A page all of small lines has none, unless the notes of the whole document began on a page before it.
    """
    cut = len(lines)
    while cut and 0 < lines[cut - 1].size < SMALLER * reading.body:
        cut -= 1
    return cut if cut or reading.endnotes else len(lines)


def _take_notes(lines: list[Line], reading: _Reading) -> None:
    mark = ""
    for line in lines:
        begins = _NOTE.match(line.text)
        if begins and ((line.marks[:1] and line.marks[0][0] <= begins.start(1)) or _continues(begins[1], reading)):
            mark = begins[1]
            while mark in reading.notes:  # numbering that begins anew, in an annex
                mark += "x"
            reading.notes[mark] = " ".join(line.text[begins.end() :].split())
        elif mark or reading.notes:
            mark = mark or next(reversed(reading.notes))
            reading.notes[mark] = _joined(reading.notes[mark], line.text.strip())
        else:
            reading.blocks.append(" ".join(line.text.split()))


def _continues(mark: str, reading: _Reading) -> bool:
    """Whether a number at the beginning of a small line is the next note's."""
    if not mark.isdecimal():
        return True
    known = [int(other) for other in reading.notes if other.isdecimal()]
    return int(mark) == (known[-1] if known else 0) + 1


def _add(line: Line, above: Line | None, reading: _Reading) -> None:
    """Join a line to the paragraph before it, or begin another."""
    words = " ".join(_with_marks(line).split())
    heading = (
        line.bold
        and not words[:1].islower()  # a word of a sentence that is set apart
        and not _PARAGRAPH.match(line.text)
        and len(words) < 200
        and not _goes_on_bold(line, above, reading)
    )
    if reading.blocks and not _begins(line, above, reading, heading):
        reading.blocks[-1] = _joined(reading.blocks[-1], words)
    else:
        reading.blocks.append(f"## {words}" if heading else words)
    reading.previous = line


def _goes_on_bold(line: Line, above: Line | None, reading: _Reading) -> bool:
    """Whether a bold line goes on with a bold paragraph: a recommendation that someone set off."""
    if above is None or not above.bold or not reading.blocks or reading.blocks[-1].startswith("## "):
        return False
    return above.bottom - line.top <= GAP * _height(line) and above.bottom > line.bottom


def _in_other_letters(above: Line, line: Line, body: float) -> bool:
    """Whether one of two lines is a heading by its larger letters."""
    small, large = sorted((above.size, line.size))
    return large > LARGER * body and large > LARGER * small and min(map(len, (above.text, line.text))) > 1


def _height(line: Line) -> float:
    return max(line.top - line.bottom, line.size, 1.0)


def _begins(line: Line, above: Line | None, reading: _Reading, heading: bool) -> bool:
    previous, block = reading.previous, reading.blocks[-1]
    if previous is None or heading != block.startswith("## "):
        return True
    if _NUMBERED.match(line.text) and not (heading and above is not None and not _PARAGRAPH.match(line.text)):
        return True
    if _in_other_letters(previous, line, reading.body):
        return True
    if above is None and (heading or line.size > LARGER * reading.body):
        return True
    if above is None:  # a new page: a sentence that has not ended goes on
        return block.endswith(ENDS) and line.text.lstrip()[:1].isupper()
    space = above.bottom - line.top
    if space < -4 * _height(line):  # another column
        return block.endswith(ENDS) or not line.text.lstrip()[:1].islower()
    return space > GAP * _height(line)


def _with_marks(line: Line) -> str:
    """The words with the marks of notes written `[^3]`."""
    text = line.text
    for place, mark in reversed(line.marks):
        if text[:place].strip():
            text = f"{text[:place].rstrip()}[^{mark}]{text[place + len(mark) :]}"
    return text


def _joined(before: str, line: str) -> str:
    """A line after another. A hyphen at the end of a line stays: nine in ten are real (non-discrimination)."""
    if before.endswith(tuple(HYPHENS)):
        return before[:-1] + "-" + line
    if before.endswith(SOFT):
        return before[:-1] + line
    if before.endswith("-") and line[:1].islower():
        return before + line
    return f"{before} {line}"
