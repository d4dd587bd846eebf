r"""From lines to passages: hard-wrapped lines become running text, signs become notes."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from rights_search.model import Note, Passage, PassageKind
from rights_search.parsers.eids import eid
from rights_search.parsers.judgments.chain import Numbered, chain, filled, gaps
from rights_search.parsers.judgments.headings import Heading, Outline, part_headings
from rights_search.parsers.judgments.marks import CLOSE, OPEN, SIGN
from rights_search.parsers.judgments.notes import FootNote
from rights_search.parsers.judgments.pages import size

HEADING = "heading, kept in the path"
NUMBER = "number, kept beside the text"
ORNAMENT = "ornament"

#: How many numbered sub-paragraphs (90.1, 90.2 …) make a list of facts worth passages of their own.
SUBPARAGRAPHS = 3

#: A short row of numbers that begins late in a separate opinion is a list in it.
LATE, LIST = 0.25, 8

_ORNAMENT = re.compile(r"^(?:[*∗]+(?:\s+[*∗]+)*|[-–—_=]{3,}|[•·]+)$")
_FACT = re.compile(r"(\d{1,4})\s?\.\s?(\d{1,3})(?:\s?[.)]+)?(?=\s|$|[A-ZÁÉÍÓÚ])\s*")
_ITEM = re.compile(r"^(?:[a-z]{1,2}|[ivxlcIVX]{1,5}|\d{1,2}(?:\.\d{1,3})?)[.)](?:\s|$)|^[•·*-]\s")
_ITEM_ALONE = re.compile(r"^(?:[a-z]{1,2}|[ivxlcIVX]{1,5}|\d{1,2}(?:\.\d{1,3})?)[.)]+$")
_STOPS = re.compile(r"[.:;?!…][”\"»)\]’']*$")


class Writer(Struct):
    """What the passages of one document share: its notes, and the count of what is left out."""

    notes: Mapping[str, FootNote]
    left_out: Counter[str]

    def passage(
        self, name: str, num: str, kind: PassageKind, lines: Sequence[str], path: tuple[str, ...] = ()
    ) -> Passage:
        """A passage from the lines of its text."""
        keys = [key for line in lines for key in SIGN.findall(line)]
        text = unwrapped([SIGN.sub("", line) for line in lines])
        found = tuple(Note(self.notes[key].mark, self.notes[key].text) for key in keys if key in self.notes)
        return Passage(eid=name, kind=kind, text=text, num=num, path=path, notes=found)

    def with_signs(self, passage: Passage, signs: Sequence[str]) -> Passage:
        """The passage with further notes."""
        notes = self.passage(passage.eid, passage.num, passage.kind, signs).notes
        return structs.replace(passage, notes=(*passage.notes, *notes))

    def without_ornaments(self, lines: Sequence[str]) -> list[str]:
        """The lines without rows of asterisks and the like."""
        kept = []
        for line in lines:
            if _ORNAMENT.match(line):
                self.left_out[ORNAMENT] += size(line)
            else:
                kept.append(line)
        return kept

    def discard(self, rule: str, lines: Sequence[str]) -> None:
        """Count lines as left out, with the notes to them."""
        for sign in self.drop(rule, lines):
            note = self.notes.get(sign.strip(OPEN + CLOSE))
            self.left_out[rule] += size(note.text) if note else 0

    def drop(self, rule: str, lines: Sequence[str]) -> list[str]:
        """Count lines as left out; the signs that stand in them, to be kept with the text that follows."""
        self.left_out[rule] += sum(size(SIGN.sub("", line)) for line in lines)
        return [sign[0] for line in lines for sign in SIGN.finditer(line)]


class Section(Struct):
    """The numbered paragraphs of a part of a document, with what stands before them and what is missing."""

    before: list[str]
    passages: list[Passage]
    missing: list[int]
    outline: Outline


def numbered(
    lines: Sequence[str], writer: Writer, prefix: tuple[tuple[str, str | int], ...], kind: PassageKind
) -> Section:
    """The lines of a part as its numbered paragraphs; all of them `before` where there is no row of numbers."""
    row = filled(chain(lines), lines)
    outline = Outline()
    late = bool(prefix) and row and row[0].line > LATE * len(lines) and len(row) < LIST
    if len(row) < 2 or late:
        return Section(list(lines), [], [], outline)
    start, headings = part_headings(lines[: row[0].line])
    outline.enter(headings)
    signs = writer.drop(HEADING, lines[start : row[0].line])
    passages: list[Passage] = []
    for figure, end in zip(row, [*(following.line for following in row[1:]), len(lines)], strict=True):
        body, headings, carried = _body(lines, figure, end, writer)
        _add(passages, prefix, str(figure.number), kind, [*signs, *body], outline.path, writer)
        outline.enter(headings)
        signs = carried
    if signs and passages:
        passages[-1] = writer.with_signs(passages[-1], signs)
    return Section(list(lines[:start]), passages, gaps(row), outline)


def _body(
    lines: Sequence[str], figure: Numbered, end: int, writer: Writer
) -> tuple[list[str], list[Heading], list[str]]:
    """A paragraph's own lines, the headings that follow it, and the signs in these."""
    first = lines[figure.line]
    writer.left_out[NUMBER] += size(first[: figure.end])
    block = [first[figure.end :], *lines[figure.line + 1 : end]]
    start, headings = part_headings(block, within=True)
    return block[:start], headings, writer.drop(HEADING, block[start:])


def _add(
    passages: list[Passage],
    prefix: tuple[tuple[str, str | int], ...],
    number: str,
    kind: PassageKind,
    lines: Sequence[str],
    path: tuple[str, ...],
    writer: Writer,
) -> None:
    """The passage of a paragraph, and those of its numbered facts where it lists them."""
    pieces = _subparagraphs(lines, number, writer)
    for num, piece in pieces:
        passage = writer.passage(eid(*prefix, ("para", num)), num, kind, writer.without_ornaments(piece), path)
        if passage.text or passage.notes or len(pieces) == 1:
            passages.append(passage)


def _subparagraphs(lines: Sequence[str], number: str, writer: Writer) -> list[tuple[str, list[str]]]:
    """A paragraph's lines, parted where "90.1", "90.2" … begin."""
    starts: list[tuple[int, int, int]] = []
    for place, line in enumerate(lines):
        match = _FACT.match(line)
        if match and match[1] == number and 0 < int(match[2]) - (starts[-1][1] if starts else 0) <= 2:
            starts.append((place, int(match[2]), match.end()))
    if len(starts) < SUBPARAGRAPHS:
        return [(number, list(lines))]
    pieces = [(number, list(lines[: starts[0][0]]))]
    for (place, sub, cut), end in zip(starts, [*(start[0] for start in starts[1:]), len(lines)], strict=True):
        writer.left_out[NUMBER] += size(lines[place][:cut])
        pieces.append((f"{number}.{sub}", [lines[place][cut:], *lines[place + 1 : end]]))
    return pieces


def unwrapped(lines: Sequence[str]) -> str:
    """Hard-wrapped lines as running text: a new line only where a sentence has ended and something new begins."""
    text: list[str] = []
    previous, parted = "", False
    for line in (line.strip() for line in lines):
        if not line:
            parted = True
            continue
        if not previous:
            text.append(line)
        elif _begins_anew(previous, line, parted):
            text.append(f"\n{line}")
        elif previous.endswith("-") and not previous.endswith(" -") and line[0].isalpha():
            text.append(line)
        else:
            text.append(f" {line}")
        previous, parted = line, False
    return "".join(text)


def _begins_anew(previous: str, line: str, parted: bool) -> bool:
    """Whether a line begins a paragraph or an item of its own."""
    if _ITEM_ALONE.match(previous):
        return False
    if _ITEM.match(line):
        return parted or bool(_STOPS.search(previous)) or previous.endswith((", y", ", e", " y", ","))
    return bool(_STOPS.search(previous)) and (parted or previous.endswith(":"))
