"""A PDF as lines with their place, size and weight on the page.

PDFium, because it loses no ligature and no accent (pdfminer and pypdf turn every "fi" of a Constitute PDF into a NUL),
and at some 300 pages a second. It is not safe in threads: one process reads one file at a time.
"""

import ctypes
import math
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from msgspec import Struct

from rights_search.errors import ParseError, Refusal

MOST_PAGES = 10_000
#: A weight from which on a letter is bold.
BOLD = 600
#: A figure so much smaller than its line, or so much higher, is the mark of a note.
SMALL = 0.8


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


class Page(Struct):
    """A page's lines in reading order, with its size in points."""

    width: float
    height: float
    lines: list[Line]


def pages_of(data: bytes) -> Iterator[Page]:
    """Every page.

    Raises:
        ParseError: it is damaged, encrypted, or has more pages than any document.
    """
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise ParseError("a PDF that asks for a password: save it without one", code=Refusal.ENCRYPTED) from error
        raise ParseError(f"a damaged PDF ({error}): fetch or copy it again", code=Refusal.DAMAGED) from error
    try:
        if count > MOST_PAGES:
            raise ParseError(f"a PDF of {count} pages; at most {MOST_PAGES} are read: split it", code=Refusal.TOO_LARGE)
        for number in range(count):
            try:
                yield _page(document[number])
            except pdfium.PdfiumError as error:
                raise ParseError(
                    f"page {number + 1} of the PDF is damaged ({error}): fetch or copy it again", code=Refusal.DAMAGED
                ) from error
    finally:
        document.close()


def _page(page: pdfium.PdfPage) -> Page:
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        return Page(width, height, list(_lines(text)))
    finally:
        text.close()
        page.close()


def _lines(text: pdfium.PdfTextPage) -> Iterator[Line]:
    """The lines that PDFium parts the text into; what is only white space is none."""
    place = 0
    for printed in _characters(text).split("\n"):
        words = printed.rstrip("\r")
        first, last = len(words) - len(words.lstrip()), len(words.rstrip()) - 1
        if first <= last:
            yield _line(text, words, place, first, last)
        place += len(printed) + 1


def _characters(text: pdfium.PdfTextPage) -> str:
    """One character for each of PDFium's places, whatever it stands for."""
    count = text.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(text, 0, count, buffer)
    return "".join(map(chr, buffer[:count]))


def _line(text: pdfium.PdfTextPage, words: str, place: int, first: int, last: int) -> Line:
    middle = (first + last) // 2
    opening, closing = text.get_charbox(place + first), text.get_charbox(place + last)
    central = text.get_charbox(place + middle)
    size = _size(text, place + middle)
    weights = [raw.FPDFText_GetFontWeight(text, place + at) for at in {first, middle, last}]
    return Line(
        text=words,
        left=opening[0],
        right=closing[2],
        bottom=min(opening[1], central[1], closing[1]),
        top=max(opening[3], central[3], closing[3]),
        size=size,
        bold=all(weight >= BOLD for weight in weights),
        marks=tuple(_marks(text, words, place, size, central[1])),
    )


def _size(text: pdfium.PdfTextPage, place: int) -> float:
    """The size of a letter as it is printed: its font's, times what the page's matrix makes of it."""
    matrix = raw.FS_MATRIX()
    size = float(raw.FPDFText_GetFontSize(text, place))
    if raw.FPDFText_GetMatrix(text, place, ctypes.byref(matrix)):
        size *= math.hypot(matrix.b, matrix.d)
    return round(size, 1)


def _marks(text: pdfium.PdfTextPage, words: str, place: int, size: float, floor: float) -> Iterator[tuple[int, str]]:
    """The runs of figures that are small and raised: marks of notes, or at a line's beginning a note's number."""
    at = 0
    while at < len(words):
        if not words[at].isdecimal():
            at += 1
            continue
        end = at
        while end < len(words) and words[end].isdecimal():
            end += 1
        if end - at <= 3 and _size(text, place + at) <= SMALL * size and text.get_charbox(place + at)[1] > floor:
            yield at, words[at:end]
        at = end
