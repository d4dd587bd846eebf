"""What paragraphs of an old Word file are, and their text does not say: headings, and numbers of lists ([MS-DOC] 2.9).

A paragraph names a list and a level, itself or by its style; the list's levels say how the numbers look.
"""

import re
import struct
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rights_search.parsers.transcripts.doc_properties import (
    GONE,
    PARAGRAPH_ROW,
    PARAGRAPHS,
    Piece,
    Runs,
    properties_in,
    where_of,
)
from rights_search.parsers.transcripts.list_numbers import LEVELS, LONGEST_LABEL, Counting, Level

#: Places in the file information block.
STYLES, LISTS, OVERRIDES = 0x00A2, 0x02E2, 0x02EA
#: The properties of a paragraph that name its list and its level in it; and its level in the document's outline.
LIST, LEVEL, OUTLINE = 0x460B, 0x260A, 0x2640
#: What says that a cell's sign ends the row ([MS-DOC] 2.6.2: sprmPFTtp), or that it stands elsewhere with much else.
ROW_END, ELSEWHERE = 0x2417, 0x6646
#: What the text has in the place of a sign that ends a row.
END_OF_ROW = "\x1c"
#: The outline's levels are those of headings, the last one is text's; Word's own styles 1 to 9 are headings.
TEXT = 9
#: A style based on a style based on … itself ends here.
DEEPEST = 20
#: As deep as Markdown has headings.
DEEPEST_HEADING = 6
PARAGRAPH_STYLE = 1
FORMS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero"}
FORMS |= {23: "bullet", 255: "none"}
_BREAK = re.compile("\x0b")
LIST_SIZE, OVERRIDE_SIZE, LEVEL_SIZE = 28, 16, 28
SIMPLE, NO_RESTART, BEGINS, FORMATS = 0x01, 0x08, 0x10, 0x20


class _Style(Struct, frozen=True):
    based_on: int
    outline: int
    changes: bytes


def beginnings(text: str, word: bytes, table: bytes, pieces: Sequence[Piece]) -> Iterator[tuple[int, str, int]]:
    """Where each heading and each numbered paragraph of the text begins, and what is to stand there: `## 3. `.

    The third says how many letters that replaces. Signs that end a table's row are told from those that end a cell.

    Raises:
        struct.error: a table is cut off.
    """
    counting = _counting(word, table)
    styles = _styles(word, table)
    paragraphs = Runs(word, table, PARAGRAPHS, PARAGRAPH_ROW)
    starts = [piece.start for piece in pieces]
    begin = 0
    for end, sign in enumerate(text):
        if sign in "\r\x07\x0c":
            if text[begin:end].replace(GONE, "").strip():
                said = _said(paragraphs.at(where_of(end, pieces, starts)), styles)
                # A negative number is that of a list whose indents the paragraph does not share.
                label = counting.label(str(abs(said.get(LIST, 0))), said.get(LEVEL, 0))
                outline = said.get(OUTLINE, TEXT)
                heading = f"{'#' * min(outline + 1, DEEPEST_HEADING)} " if 0 <= outline < TEXT else ""
                if made := heading + (f"{label} " if label else ""):
                    yield begin, made, 0
                if heading:  # it is one line, however it is broken
                    yield from ((broken.start(), " ", 1) for broken in _BREAK.finditer(text, begin, end))
            elif sign == "\x07" and begin == end and _ends_a_row(paragraphs.at(where_of(end, pieces, starts))):
                yield end, END_OF_ROW, 1
            begin = end + 1


def _ends_a_row(properties: bytes) -> bool:
    said = dict(properties_in(properties[2:]))
    return said.get(ROW_END) == b"\1" or ELSEWHERE in said


def _said(properties: bytes, styles: dict[int, _Style]) -> dict[int, int]:
    """The list, level and outline that a paragraph names: its own, or else its style's."""
    if len(properties) < 2:
        return {}
    (number,) = struct.unpack_from("<H", properties, 0)
    said = _values(properties[2:])
    for _ in range(DEEPEST):
        style = styles.get(number)
        if style is None:
            break
        named = {OUTLINE: style.outline} if style.outline < TEXT else {}
        said = named | _values(style.changes) | said
        number = style.based_on
    return said


def _values(changes: bytes) -> dict[int, int]:
    return {
        name: int.from_bytes(value, "little", signed=True)
        for name, value in properties_in(changes)
        if name in (LIST, LEVEL, OUTLINE)
    }


def _styles(word: bytes, table: bytes) -> dict[int, _Style]:
    """What each paragraph style changes, by its number."""
    start, length = struct.unpack_from("<II", word, STYLES)
    sheet = table[start : start + length]
    if len(sheet) < 6:
        return {}
    header, count, base = struct.unpack_from("<HHH", sheet, 0)
    place = 2 + header
    styles = {}
    for number in range(count):
        if place + 2 > len(sheet):
            break
        (size,) = struct.unpack_from("<H", sheet, place)
        made = _style(sheet[place + 2 : place + 2 + size], base)
        if made is not None:
            styles[number] = made
        place += 2 + size + size % 2
    return styles


def _style(data: bytes, base: int) -> _Style | None:
    if len(data) < base + 2:
        return None
    own, kind = struct.unpack_from("<HH", data, 0)
    (letters,) = struct.unpack_from("<H", data, base)
    place = base + 2 + 2 * letters + 2  # behind its name
    if kind & 0xF != PARAGRAPH_STYLE or len(data) < place + 4:
        return None
    (size,) = struct.unpack_from("<H", data, place)
    heading = own & 0xFFF
    return _Style(kind >> 4, heading - 1 if 1 <= heading <= TEXT else TEXT, data[place + 4 : place + 2 + size])


def _counting(word: bytes, table: bytes) -> Counting:
    """The lists of the file."""
    levels: dict[str, dict[int, Level]] = {}
    start, length = struct.unpack_from("<II", word, LISTS)
    if length < 2:
        return Counting({}, {}, {})
    (count,) = struct.unpack_from("<H", table, start)
    place = start + 2 + count * LIST_SIZE  # the levels follow, outside of what the length covers
    for number in range(count):
        row = table[start + 2 + number * LIST_SIZE : start + 2 + (number + 1) * LIST_SIZE]
        name = str(struct.unpack_from("<i", row, 0)[0])
        levels[name] = {}
        for level in range(1 if row[26] & SIMPLE else LEVELS):
            levels[name][level], place = _level(table, place)
    return Counting(levels, *_overrides(word, table, levels))


def _overrides(
    word: bytes, table: bytes, levels: dict[str, dict[int, Level]]
) -> tuple[dict[tuple[str, int], Level], dict[str, str]]:
    """What single uses of a list change, and which list each use follows; paragraphs name the uses, from 1 on."""
    changed: dict[tuple[str, int], Level] = {}
    followed: dict[str, str] = {}
    start, length = struct.unpack_from("<II", word, OVERRIDES)
    if length < 4:
        return changed, followed
    (count,) = struct.unpack_from("<I", table, start)
    rows = [table[start + 4 + n * OVERRIDE_SIZE :][:OVERRIDE_SIZE] for n in range(min(count, length // OVERRIDE_SIZE))]
    place = start + 4 + len(rows) * OVERRIDE_SIZE
    for number, row in enumerate(rows, start=1):
        name = followed[str(number)] = str(struct.unpack_from("<i", row, 0)[0])
        place += 4
        for _ in range(row[12]):
            begin, flags = struct.unpack_from("<iI", table, place)
            place += 8
            own = levels.get(name, {}).get(flags & 0xF, Level())
            if flags & FORMATS:
                own, place = _level(table, place)
            if flags & BEGINS:
                own = Level(begin if not flags & FORMATS else own.start, own.form, own.text, own.restarts)
                # A use that begins anew counts for itself, not with the others of its list.
                levels[f"{name}/{number}"] = levels.get(name, {})
                followed[str(number)] = f"{name}/{number}"
            changed[str(number), flags & 0xF] = own
    return changed, followed


def _level(table: bytes, place: int) -> tuple[Level, int]:
    """A level, and where the next one begins."""
    start, form, flags = struct.unpack_from("<iBB", table, place)
    letters, paragraph = table[place + 24], table[place + 25]
    at = place + LEVEL_SIZE + letters + paragraph
    (length,) = struct.unpack_from("<H", table, at)
    words = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in words[:LONGEST_LABEL])
    return Level(start, FORMS.get(form, "decimal"), text, not flags & NO_RESTART), at + 2 + 2 * length
