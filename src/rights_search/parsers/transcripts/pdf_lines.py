"""A PDF as lines with their place, size and weight on the page.

PDFium, because it loses no ligature and no accent (pdfminer and pypdf turn every "fi" of a Constitute PDF into a NUL),
and at some 300 pages a second. It is not safe in threads: one process reads one file at a time.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from msgspec import Struct

from rights_search.errors import ParseError, Refusal
from rights_search.parsers.transcripts.pdf_letters import Letters
from rights_search.parsers.transcripts.pdf_pictures import is_picture
from rights_search.parsers.transcripts.pdf_turned import upright

MOST_PAGES = 10_000
#: A page of fewer letters has no text, but the number or the stamp of one.
FEWEST = 25
#: A weight from which on a letter is bold.
BOLD = 600
#: A figure so much smaller than its line, or so much higher, is the mark of a note.
SMALL = 0.8
#: … or a little smaller and raised by so much of the line's size.
RAISED = 0.2
#: Notes are set smaller than the text.
SMALLER = 0.93
#: What PDFium writes for a hyphen at the end of a line.
HYPHENS = "\x02\ufffe"
#: What is so many times as high as its letters is a line and words that slant across the page.
TALL = 4.0
#: One of so many wide lines of a page has a gap in its middle, if a quarter of it is drawn across two columns …
SAMPLED = 4
#: … and of so many lines, which are looked at then, so many share one …
LOOKED_AT, SHARING = 16, 3
#: … to one edge, give or take so many points, as wide as this share of the letters' size, in so narrow a strip.
EDGE, GAP, STRIP = 3.0, 0.7, 0.08

_FIGURES = re.compile(r"\d+")
#: The number of a note has no more figures.
MOST_FIGURES = 3


class Line(Struct):
    """A line of a page. Points from the page's lower left corner; `marks` are (place in the text, note's number)."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    marks: tuple[tuple[int, str], ...] = ()
    base: float = 0.0  #: the height that its letters stand on, where it is known


class Page(Struct):
    """A page's lines in reading order, with its size in points."""

    width: float
    height: float
    lines: list[Line]
    parted: list[Line] = []  #: the same, each parted at the gap in its middle, where most have one
    damage: str = ""  #: why it could not be read
    picture: bool = False  #: whether it shows a picture in place of a text
    gutter: float = 0.0  #: where its two columns may meet; 0 where it has none

    @property
    def readable(self) -> bool:
        """Whether its lines are what it shows."""
        return not (self.damage or self.picture)


def pages_of(data: bytes) -> Iterator[Page]:
    """Every page; one that is damaged has no line, and says why.

    Raises:
        ParseError: the file is damaged, encrypted, or has more pages than any document.
    """
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        # Of a PDF without a page PDFium says whatever it said of the file before.
        if "assword" in str(error) and b"/Encrypt" in data:
            raise ParseError("a PDF that asks for a password: save it without one", code=Refusal.ENCRYPTED) from error
        raise ParseError(
            "a damaged PDF, or one without a page: fetch or copy it again", code=Refusal.DAMAGED
        ) from error
    try:
        if count > MOST_PAGES:
            raise ParseError(f"a PDF of {count} pages; at most {MOST_PAGES} are read: split it", code=Refusal.TOO_LARGE)
        for number in range(count):
            try:
                yield _page(document, number)
            except pdfium.PdfiumError as error:
                yield Page(0.0, 0.0, [], damage=str(error).strip(" ."))
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    with upright(document, number) as (page, text):
        width, height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        printed = list(_printed(text))
        lines = [_line(text, *line) for line in printed]
        if any(line.top - line.bottom > TALL * line.size for line in lines):
            printed = list(_level(text, printed, lines))
            lines = [_line(text, *line) for line in printed]
        middle = _middle(text, printed, lines)
        parted = list(_parted(text, printed, lines, middle)) if middle else []
        picture = sum(len(line.text) for line in lines) < FEWEST and is_picture(page, width, height)
        return Page(width, height, lines, parted, picture=picture, gutter=middle)


#: A line's words, their place among the page's characters, and which of them is the first and the last letter.
_Printed = tuple[str, int, int, int]
#: Where a gap of a line begins and ends, and the place among its words behind it.
_Gap = tuple[float, float, int]


def _printed(text: Letters) -> Iterator[_Printed]:
    """The lines that PDFium parts the text into; what is only white space is none."""
    place = 0
    for printed in text.characters.split("\n"):
        words = printed.rstrip("\r")
        first = len(words) - len(words.lstrip()) if words[:1].isspace() else 0  # few begin with a space
        last = len(words.rstrip()) - 1
        if first <= last:
            yield words, place, first, last
        place += len(printed) + 1


def _level(text: Letters, printed: Sequence[_Printed], lines: Sequence[Line]) -> Iterator[_Printed]:
    """The lines, parted where slanting words begin or end in one: PDFium takes a watermark for the end of a line."""
    for where, line in zip(printed, lines, strict=True):
        words, place, first, last = where
        if line.top - line.bottom <= TALL * line.size:
            yield where
            continue
        letters = [(at, bool(text.set(place + at)[1])) for at in range(first, last + 1) if not words[at].isspace()]
        for _, run in groupby(letters, itemgetter(1)):
            places = [at for at, _ in run]
            yield words[places[0] : places[-1] + 1], place + places[0], 0, places[-1] - places[0]


def _middle(text: Letters, printed: Sequence[_Printed], lines: Sequence[Line]) -> float:
    """Where wide lines have a gap, in the middle of the page's text; 0 where they have none."""
    if len(lines) < SHARING:
        return 0.0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle, near = (left + right) / 2, STRIP * (right - left)
    wide = [at for at, line in enumerate(lines) if line.left < middle - 2 * near and line.right > middle + 2 * near]

    def gaps(sampled: Iterable[int]) -> Iterator[_Gap]:
        found = (_gap(text, printed[at], middle, near, lines[at].size) for at in sampled)
        return (gap for gap in found if gap)

    step = math.ceil(len(wide) / SAMPLED)
    if len(wide) < SHARING or not any(gaps(wide[step // 2 :: step])):  # most pages have none
        return 0.0
    return _shared([*gaps(wide[:: math.ceil(len(wide) / LOOKED_AT)])])


def _shared(gaps: Sequence[_Gap]) -> float:
    """The gutter before the edge where most gaps end, behind the longest line of the left column; 0 where few do."""
    sharing: list[_Gap] = []
    for _, edge, _ in gaps:
        sharing = max(sharing, [gap for gap in gaps if abs(gap[1] - edge) < EDGE], key=len)
    if len(sharing) < SHARING:
        return 0.0
    return (max(begin for begin, *_ in sharing) + min(end for _, end, _ in sharing)) / 2


def _gap(text: Letters, line: _Printed, middle: float, near: float, size: float) -> _Gap | None:
    """The wide gap of a line nearest to the middle."""
    words, place, first, last = line
    low, high = first, last
    while low < high:  # the first letter that stands right of the middle, or of the gap that the middle is in
        at = (low + high) // 2
        letter = _letter(words, at, last)
        if text.box(place + letter)[0] < middle - near:
            low = letter + 1
        else:
            high = at
    for at in (place for place in range(max(low - 1, first), min(low + 40, last)) if words[place].isspace()):
        behind = _letter(words, at, last)
        before = len(words[:at].rstrip()) - 1
        if before < first:
            continue
        begin, end = text.box(place + before)[1], text.box(place + behind)[0]
        if begin > middle + near:
            return None
        if end - begin >= GAP * size and end > middle - near:
            return begin, end, behind
    return None


def _parted(text: Letters, printed: Sequence[_Printed], lines: Sequence[Line], middle: float) -> Iterator[Line]:
    """The lines, those that have a gap at the gutter as their halves on either side of it."""
    for where, line in zip(printed, lines, strict=True):
        words, place, first, last = where
        behind = _halved(text, where, line, middle)
        if not behind:
            yield line
            continue
        half = words[:behind].rstrip()
        yield _line(text, half, place, first, len(half) - 1)
        yield _line(text, words[behind:], place + behind, 0, last - behind)


def _halved(text: Letters, where: _Printed, line: Line, middle: float) -> int:
    """The place in a line where its second half begins; 0 where it is one."""
    if line.left < middle < line.right:
        gap = _gap(text, where, middle, line.size, line.size)
        return gap[2] if gap and gap[0] <= middle <= gap[1] else 0
    if line.right < middle < line.left:  # the right half stood a little higher, and was drawn first
        words, place, first, last = where
        behind = (_letter(words, at, last) for at in range(first, last) if words[at].isspace())
        return next((at for at in behind if text.box(place + at)[0] < middle), 0)
    return 0


def _letter(words: str, at: int, last: int) -> int:
    """The first letter from a place on: a space that PDFium puts in has neither size nor weight of its own."""
    while at < last and (words[at].isspace() or words[at] in HYPHENS):
        at += 1
    return at


def _typical(words: str, first: int, last: int) -> int:
    """A letter near the middle of a line that shows its size; a figure may be the mark of a note."""
    middle = (first + last) // 2
    for at in range(middle, last + 1):
        if words[at].isalpha():
            return at
    return _letter(words, middle, last)


def _line(text: Letters, words: str, place: int, first: int, last: int) -> Line:
    middle = _typical(words, first, last)
    left, _, bottom, top = text.box(place + first)
    _, right, lower, higher = text.box(place + last)
    _, _, floor, ceiling = text.box(place + middle)
    size, base = text.set(place + middle)
    bold = text.weight(place + middle) >= BOLD and _bold_throughout(text, words, place, first, last)
    marks = tuple(_marks(text, words, place, size, base, floor)) if _FIGURES.search(words) else ()
    # Compared by hand, and given in their order: this is done for every line of every page.
    if lower < bottom:
        bottom = lower
    if floor < bottom:
        bottom = floor
    if higher > top:
        top = higher
    if ceiling > top:
        top = ceiling
    return Line(words, left, right, bottom, top, size, bold, marks, base)


def _bold_throughout(text: Letters, words: str, place: int, first: int, last: int) -> bool:
    """Whether a line that is bold in its middle is so at both ends: the star of a note behind a heading is plain."""
    ending = first + len(words[first : last + 1].rstrip("*†‡ ")) - 1
    return text.weight(place + first) >= BOLD and text.weight(place + max(first, ending)) >= BOLD


def _marks(text: Letters, words: str, place: int, size: float, base: float, floor: float) -> Iterator[tuple[int, str]]:
    """The runs of figures that are small and raised: marks of notes, or at a line's beginning a note's number."""
    for figures in _FIGURES.finditer(words):
        at = place + figures.start()
        if len(figures[0]) > MOST_FIGURES:
            continue
        own, own_base = text.set(at)
        if own <= SMALL * size:
            raised = text.box(at)[2] > floor or _above_neighbour(text, words, place, figures, own_base, size)
        else:
            raised = bool(base) and own < size and own_base - base > RAISED * size
        if raised:
            yield figures.start(), figures[0]


def _above_neighbour(text: Letters, words: str, place: int, figures: re.Match[str], base: float, size: float) -> bool:
    """Whether a figure stands higher than a letter beside it: the line may be several that PDFium took for one."""
    before, after = words[: figures.start()].rstrip(), words[figures.end() :].lstrip()
    beside = ([place + len(before) - 1] if before else []) + ([place + len(words) - len(after)] if after else [])
    return any(0 < base - text.set(letter)[1] < size for letter in beside)
