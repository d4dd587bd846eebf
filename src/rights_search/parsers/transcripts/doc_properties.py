"""How an old Word file says what is true of its paragraphs and letters: runs of properties ([MS-DOC] 2.4.6, 2.6).

A run covers a range of bytes of the file, not of the text; pieces tie the two together.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

PAGE = 512
#: Places in the file information block: where the pages of paragraphs' and of letters' properties are listed.
PARAGRAPHS, LETTERS = 0x0102, 0x00FA
#: A page of paragraphs' properties has 13 bytes for each, one of letters' properties one.
PARAGRAPH_ROW, LETTER_ROW = 13, 1
#: Bytes of a property's value, by the upper three bits of its number; 6 is as long as its first byte says.
SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
VARIABLE = 6
#: The one property whose length is of two bytes, and less one.
TABLE = 0xD608
#: Letters that were struck out, and letters that are not shown ([MS-DOC] 2.6.1: sprmCFRMarkDel, sprmCFVanish).
DELETED, HIDDEN = 0x0800, 0x083C
#: What stands for a letter that nobody sees, so that all others keep their places.
GONE = "\x10"


class Piece(Struct, frozen=True):
    """A range of the text, and where its first letter is in the file; each takes so many bytes."""

    start: int
    end: int
    where: int
    width: int


class Runs:
    """Properties by their place in the file."""

    def __init__(self, word: bytes, table: bytes, at: int, row: int) -> None:
        """Read the pages that are listed at this place of the file information block."""
        runs = sorted(_listed(word, table, at, row))
        self.starts = [start for start, _, _ in runs]
        self.ends = [end for _, end, _ in runs]
        self.properties = [properties for _, _, properties in runs]

    def at(self, where: int) -> bytes:
        """The properties of what stands at this byte; none where no run covers it."""
        place = bisect_right(self.starts, where) - 1
        return self.properties[place] if place >= 0 and where < self.ends[place] else b""


def _listed(word: bytes, table: bytes, at: int, row: int) -> Iterator[tuple[int, int, bytes]]:
    start, length = struct.unpack_from("<II", word, at)
    count = (length - 4) // 8
    if count <= 0 or start + length > len(table):
        return
    for number in {n & 0x3FFFFF for n in struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1))}:
        page = word[number * PAGE : (number + 1) * PAGE]
        if len(page) == PAGE:
            yield from _of_page(page, row)


def _of_page(page: bytes, row: int) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    first = 4 * (count + 1)
    if first + count * row >= PAGE:
        return
    places = struct.unpack_from(f"<{count + 1}I", page, 0)
    for number in range(count):
        at = 2 * page[first + number * row]
        if not at:
            properties = b""
        elif row == LETTER_ROW:
            properties = page[at + 1 : at + 1 + page[at]]
        elif page[at]:
            properties = page[at + 1 : at + 2 * page[at]]
        else:
            properties = page[at + 2 : at + 2 + 2 * page[at + 1]] if at + 1 < PAGE else b""
        yield places[number], places[number + 1], properties


def properties_in(changes: bytes) -> Iterator[tuple[int, bytes]]:
    """Each property with its value, as far as they are whole."""
    place = 0
    while place + 3 <= len(changes):
        (name,) = struct.unpack_from("<H", changes, place)
        place += 2
        size = SIZES[name >> 13]
        if name == TABLE and place + 2 <= len(changes):
            size = struct.unpack_from("<H", changes, place)[0] + 1
        elif name >> 13 == VARIABLE:
            size = changes[place] + 1
        yield name, changes[place : place + size]
        place += size


def where_of(place: int, pieces: Sequence[Piece], starts: Sequence[int]) -> int:
    """The byte of the file where a letter of the text is; -1 where none is."""
    number = bisect_right(starts, place) - 1
    if number < 0 or place >= pieces[number].end:
        return -1
    return pieces[number].where + (place - pieces[number].start) * pieces[number].width


def marked(word: bytes, table: bytes, pieces: Sequence[Piece], mark: int) -> Iterator[tuple[int, int]]:
    """The ranges of the text whose letters have this property: struck out while changes were tracked, or hidden."""
    letters = Runs(word, table, LETTERS, LETTER_ROW)
    gone = [
        (start, end)
        for start, end, changes in zip(letters.starts, letters.ends, letters.properties, strict=True)
        if any(name == mark and value == b"\1" for name, value in properties_in(changes))
    ]
    starts = [start for start, _ in gone]
    for piece in pieces if gone else ():
        last = piece.where + (piece.end - piece.start) * piece.width
        number = max(0, bisect_right(starts, piece.where) - 1)
        while number < len(gone) and gone[number][0] < last:
            first, end = max(gone[number][0], piece.where), min(gone[number][1], last)
            if first < end:
                yield (
                    piece.start + (first - piece.where) // piece.width,
                    piece.start + (end - piece.where) // piece.width,
                )
            number += 1
