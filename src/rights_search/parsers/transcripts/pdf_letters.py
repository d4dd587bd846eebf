"""The letters of a page, as PDFium knows them by their place: where they stand, how large and how heavy they are."""

import ctypes
import math
import struct
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw


def _unchecked(name: str) -> Callable[..., Any]:
    """A function of PDFium as ctypes calls it without checking each argument, which takes longer than the function."""
    function = getattr(raw, name)
    return ctypes.cast(function, ctypes.CFUNCTYPE(function.restype))


#: What a page is asked thousands of times.
_BOX = _unchecked("FPDFText_GetCharBox")
_FONT_SIZE = _unchecked("FPDFText_GetFontSize")
_MATRIX = _unchecked("FPDFText_GetMatrix")
_WEIGHT = _unchecked("FPDFText_GetFontWeight")
_EDGES = struct.Struct("4d").unpack
_SHAPE = struct.Struct("6f").unpack  # a, b, c, d, e, f of the matrix


#: A page has fewer letters as a rule: one buffer serves them all, since one of another size is a type of its own.
MOST = 16_384
_ROOM = (ctypes.c_ushort * MOST)()


#: A letter's left, right, bottom and top, in points, as PDFium orders them.
Box = tuple[float, float, float, float]


def _boxes(page: object) -> Callable[[int], Box]:
    """A page's letters by their place: a function that holds all it needs, since it is called for thousands."""
    edges = (ctypes.c_double * 4)()
    left, right, bottom, top = (ctypes.byref(edges, edge * ctypes.sizeof(ctypes.c_double)) for edge in range(4))

    def box(place: int) -> Box:
        _BOX(page, place, left, right, bottom, top)
        return _EDGES(edges)

    return box


def _characters(page: object) -> str:
    """One character for each of PDFium's places, whatever it stands for."""
    count = max(0, raw.FPDFText_CountChars(page))
    buffer = _ROOM if count < MOST else (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(page, 0, count, buffer)
    text = ctypes.string_at(buffer, 2 * count).decode("utf-16-le", "surrogatepass")
    # A character of two halves has two places, and must keep them.
    return text if len(text) == count else "".join(map(chr, buffer[:count]))


class Letters:
    """The letters of a page by their place: one buffer of each sort, since a page asks for thousands."""

    def __init__(self, page: object) -> None:
        """PDFium's handle of a page's text."""
        self._raw = page
        self._matrix = raw.FS_MATRIX()
        self._shape = ctypes.byref(self._matrix)
        self.characters = _characters(page)
        self.box = _boxes(page)

    def set(self, place: int) -> tuple[float, float]:
        """The size of a letter as it is printed (its font's, times what the page's matrix makes of it), and its base.

        The base is the height that the letters of a line stand on; 0 where they stand on none, as in a turned text.
        """
        size = float(_FONT_SIZE(self._raw, place))
        if not _MATRIX(self._raw, place, self._shape):
            return round(size, 1), 0.0
        _, b, _, d, _, base = _SHAPE(self._matrix)
        return round(size * math.hypot(b, d), 1), 0.0 if b else base

    def matrix(self, place: int) -> tuple[float, ...]:
        """How a letter is turned and moved, as PDF has it: a, b, c, d, e, f; as none is where it is not known."""
        return _SHAPE(self._matrix) if _MATRIX(self._raw, place, self._shape) else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    def weight(self, place: int) -> int:
        """How heavy a letter's font is."""
        return int(_WEIGHT(self._raw, place))
