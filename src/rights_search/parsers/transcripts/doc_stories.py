"""The stories of an old Word file, as its format calls them: the text, its footnotes, endnotes and boxes.

They stand one after the other in the file; tables say where in the text each note and each box belongs ([MS-DOC] 2.3,
2.8). Headers, comments and macros are passed over.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rights_search.parsers.transcripts.doc_numbers import beginnings
from rights_search.parsers.transcripts.doc_properties import GONE, Piece

#: Places in the file information block: the stories' lengths, and where each table is, with the size of its rows.
LENGTHS = 0x4C
FOOTNOTE_MARKS, ENDNOTE_MARKS = (0xAA, 2), (0x20A, 2)
FOOTNOTE_TEXTS, ENDNOTE_TEXTS = (0xB2, 0), (0x212, 0)
ANCHORS, BOXES = (0x1DA, 26), (0x25A, 22)
#: Where in the row of a box its shape's number is; in the row of an anchor it comes first.
SHAPE = 14
#: A note's own mark, in the text and before the note.
MARK = "\x02"
#: How a paragraph ends, or a table's cell, or a page.
_END = re.compile("[\r\x07\x0c]")


class Stories(Struct, frozen=True):
    """The text with `[^3]` where notes belong and boxes behind their paragraphs; the notes by their marks."""

    text: str
    notes: tuple[tuple[str, str], ...]


class _Insert(Struct, frozen=True):
    """What comes into the text at a place, and how many of its characters it replaces."""

    place: int
    words: str
    replaces: int = 0


def stories_of(whole: str, word: bytes, table: bytes, pieces: Sequence[Piece]) -> Stories:
    """The stories of all the file's characters; its number, or the sign of a heading, before a paragraph.

    Raises:
        ValueError: a length is negative.
        struct.error: a table is cut off.
    """
    lengths = struct.unpack_from("<7i", word, LENGTHS)
    if min(lengths) < 0:
        raise ValueError("negative lengths")
    ends = [sum(lengths[: number + 1]) for number in range(len(lengths))]
    main, footnotes, _, _, _, endnotes, boxes = (
        whole[end - size : end] for end, size in zip(ends, lengths, strict=True)
    )
    inserts = [_Insert(*made) for made in beginnings(main, word, table, pieces)]
    inserts += _boxes(main, boxes, word, table)
    notes: list[tuple[str, str]] = []
    for story, marks, texts, series in (
        (footnotes, FOOTNOTE_MARKS, FOOTNOTE_TEXTS, ""),
        (endnotes, ENDNOTE_MARKS, ENDNOTE_TEXTS, "e"),
    ):
        places, rows = _table(word, table, *marks)
        names = _names(rows, series)
        inserts += [
            _mark(main, place, name)
            for place, name in zip(places, names, strict=False)
            if main[place : place + 1] != GONE
        ]
        notes += zip(names, _parts(story, _table(word, table, *texts)[0]), strict=False)
    return Stories(_with(main, inserts), tuple(notes))


def _table(word: bytes, table: bytes, at: int, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    """A table's places, one more than rows, and its rows."""
    start, length = struct.unpack_from("<II", word, at)
    count = (length - 4) // (4 + size) if length >= 4 else 0
    if not count or start + length > len(table):
        return (), []
    places = struct.unpack_from(f"<{count + 1}i", table, start)
    first = start + 4 * (count + 1)
    return places, [table[first + size * row : first + size * (row + 1)] for row in range(count)]


def _names(rows: Sequence[bytes], series: str) -> list[str]:
    """The printed number of each note; one with a sign of its author's is numbered apart."""
    names = []
    counts = {"x": 0, series: 0}
    for row in rows:
        kind = series if any(row) else "x"
        counts[kind] += 1
        names.append(f"{kind}{counts[kind]}")
    return names


def _mark(main: str, place: int, name: str) -> _Insert:
    return _Insert(place, f"[^{name}]", int(main[place : place + 1] == MARK))


def _parts(story: str, places: Sequence[int]) -> Iterator[str]:
    for start, end in pairwise(places):
        yield story[max(0, start) : max(0, end)]


def _boxes(main: str, story: str, word: bytes, table: bytes) -> Iterator[_Insert]:
    """Each box behind the paragraph that its shape is anchored in; one without an anchor behind the text."""
    places, anchors = _table(word, table, *ANCHORS)
    anchored = {row[:4]: place for place, row in zip(places, anchors, strict=False)}
    places, boxes = _table(word, table, *BOXES)
    for row, words in zip(boxes, _parts(story, places), strict=False):
        if words.strip():
            end = _END.search(main, max(0, anchored.get(row[SHAPE : SHAPE + 4], len(main))))
            yield _Insert(end.end() if end else len(main), words if words.endswith("\r") else f"{words}\r")


def _with(main: str, inserts: Sequence[_Insert]) -> str:
    made = []
    done = 0
    for insert in sorted(inserts, key=lambda insert: insert.place):
        place = min(max(done, insert.place), len(main))
        made += [main[done:place], insert.words]
        done = place + insert.replaces
    return "".join((*made, main[done:]))
