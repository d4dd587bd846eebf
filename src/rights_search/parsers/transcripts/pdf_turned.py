"""Pages of a PDF whose text stands on its side or on its head, as tables do that are wider than the page.

Their letters are given the places that they have when the page is turned until its text stands upright: a line runs
from left to right then, and the next one stands below it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import hypot
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from rights_search.parsers.transcripts.pdf_letters import Box, Letters

#: So many letters of a page show how it is turned.
SAMPLED: Final = 9
#: A scanned page that lies a little askew, and the letters drawn above it, stand upright all the same.
ASKEW: Final = 0.1


@contextmanager
def upright(document: pdfium.PdfDocument, number: int) -> Iterator[tuple[object, Letters]]:
    """PDFium's handle of a page, turned until most of its text stands upright, and its letters."""
    with _opened(document, number) as (page, letters):
        text = Letters(letters)
        shown = raw.FPDFPage_GetRotation(page)
        turn = _turn_of(text, shown)
        if turn == shown:
            yield page, (_Turned(letters, page, turn) if turn else text)
            return
    with _opened(document, number, turn) as (page, letters):
        yield page, (_Turned(letters, page, turn) if turn else Letters(letters))


@contextmanager
def _opened(document: pdfium.PdfDocument, number: int, turn: int | None = None) -> Iterator[tuple[object, object]]:
    """A page and its text as PDFium's own handles, closed in any case: the library's guards cost more than a line.

    It may be turned before: PDFium gives the lines of a page in the order in which they are shown.
    """
    page = raw.FPDF_LoadPage(document, number)
    if not page:
        raise pdfium.PdfiumError("Failed to load page.")
    try:
        if turn is not None:
            raw.FPDFPage_SetRotation(page, turn)
        letters = raw.FPDFText_LoadPage(page)
        if not letters:
            raise pdfium.PdfiumError("Failed to load text page.")
        try:
            yield page, letters
        finally:
            raw.FPDFText_ClosePage(letters)
    finally:
        raw.FPDF_ClosePage(page)


def _turn_of(text: Letters, shown: int) -> int:
    """By how many quarters, clockwise, a page must be turned for most of its text to stand upright.

    A page without letters is as it is shown, and so is one of which no turn has the most.
    """
    signs = text.characters
    places = [place for place in range(0, len(signs), max(1, len(signs) // SAMPLED)) if signs[place].isalnum()]
    turns: list[int | None] = []
    for place in places:
        turns.append(turn := _turn(text.matrix(place)))
        if 2 * turns.count(turn) > len(places):  # of an ordinary page, the first five of nine
            return shown if turn is None else turn
    return shown


def _turn(matrix: tuple[float, ...]) -> int | None:
    a, b, _, d, _, _ = matrix
    if abs(b) <= ASKEW * abs(a):
        return 2 if a < 0 and d < 0 else 0
    if abs(a) <= ASKEW * abs(b):
        return 1 if b > 0 else 3
    return None


class _Turned(Letters):
    """The letters of a page that is turned by so many quarters, by their places on it as it is shown then.

    Those that stand otherwise, such as a running head above a table on its side, keep their own.
    """

    def __init__(self, letters: object, page: object, turn: int) -> None:
        """PDFium's handles of a page's text and of the turned page."""
        super().__init__(letters)
        self._turn = turn
        self._width, self._height = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        self._unturned = self.box
        self.box = self._turned

    def _turned(self, place: int) -> Box:
        left, right, bottom, top = box = self._unturned(place)
        if _turn(self.matrix(place)) != self._turn:
            return box
        if self._turn == 1:
            return bottom, top, self._height - right, self._height - left
        if self._turn == 2:
            return self._width - right, self._width - left, self._height - top, self._height - bottom
        return self._width - top, self._width - bottom, left, right

    def set(self, place: int) -> tuple[float, float]:
        """The size of a letter, and the height it stands on; 0 where it stands on none, for it is turned otherwise."""
        size, base = super().set(place)
        _, b, c, d, across, up = matrix = self.matrix(place)
        if _turn(matrix) != self._turn:
            return size, base
        if self._turn == 2:
            return size, self._height - up
        size = round(size * abs(c) / hypot(b, d), 1)  # letters may be narrower than they are high
        return size, self._height - across if self._turn == 1 else across
