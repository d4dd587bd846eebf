"""Word files of before 2007: their characters, by the piece table ([MS-DOC] 2.4.1, 2.8.35)."""

import re
import struct
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import olefile

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source
from rights_search.parsers.tables import row_of
from rights_search.parsers.transcripts.account import Account
from rights_search.parsers.transcripts.doc_numbers import END_OF_ROW
from rights_search.parsers.transcripts.doc_properties import DELETED, GONE, HIDDEN, Piece, marked
from rights_search.parsers.transcripts.doc_stories import MARK, Stories, stories_of

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = 0xA5EC
ENCRYPTED = 0x0100
SECOND_TABLE = 0x0200
#: Places in the file information block.
FLAGS, PIECES = 0x0A, 0x01A2
#: A piece whose characters are one byte each.
COMPRESSED = 0x40000000
MOST_PIECES = 200_000
#: More letters than any document has: pieces of a hostile one may all name the same place.
MOST_CHARACTERS = 32 * 2**20

_PLAIN = str.maketrans(
    dict.fromkeys("\r\x07\x0b\x0c", "\n")
    | dict.fromkeys(("\x01", "\x03", "\x04", "\x05", "\x08", "\x1f", MARK, GONE), "")
    | {"\x1e": "-", "\xa0": " "}
)
#: What may be struck out without taking two paragraphs together.
_LETTERS = re.compile(r"[^\r\x07\x0c]")
#: What ends a cell of a table, and the row; what ends any other paragraph.
CELL = "\x07"
_PARAGRAPHS = re.compile("([\r\x0c])")
_ENDS = frozenset("\r\x0c")
#: Rows of more cells are none that a page could show.
MOST_CELLS = 64
FIELD_CODES = "field codes"
STRUCK_OUT, HIDDEN_TEXT = "struck out", "hidden text"


def recognises(data: bytes) -> bool:
    """An OLE file; what is in it is said when it is read."""
    return data.startswith(MAGIC)


def transcribe(source: Source, account: Account) -> str:
    """The document as Markdown.

    Raises:
        ParseError: it is no Word document, encrypted, or damaged.
    """
    stories = _stories(source.data, account.left_out)
    text = _with_rows(_shown(stories.text, account.left_out)).translate(_PLAIN)
    blocks = [" ".join(line.split()) for line in text.split("\n")]
    notes = [f"[^{name}]: {_line(_shown(note, account.left_out))}" for name, note in stories.notes]
    return "\n\n".join(block for block in (*blocks, *notes) if block) + "\n"


def _with_rows(text: str) -> str:
    """The text with the rows of a table of figures as lines, where the file or its cells say where each ends."""
    if END_OF_ROW in text:
        *rows, rest = text.split(END_OF_ROW)
        return "".join((*map(_row, rows), rest))
    made = []
    for part in _PARAGRAPHS.split(text):
        cells, last, rest = part.rpartition(CELL)
        made.append("\r".join((*_rows(cells.split(CELL)), rest)) if last else part)
    return "".join(made)


def _row(text: str) -> str:
    """What stands before the end of a row, the row as a line if it is one of figures: each of its cells is ended."""
    first, *cells = text.removesuffix(CELL).split(CELL)
    before = max(map(first.rfind, "\r\x0c")) + 1
    row = [first[before:], *cells]
    laid_out = any(cell.startswith("#") or not _ENDS.isdisjoint(cell) for cell in row)
    line = "" if laid_out else row_of(row)
    return f"{first[:before]}{line}\r" if line else f"{text}\r"


def _rows(cells: Sequence[str]) -> Iterator[str]:
    """The rows of a table whose rows are alike: behind the last cell of each stands an empty one. Else each cell."""
    sizes = (size for size in range(2, MOST_CELLS) if len(cells) % (size + 1) == 0)
    width = next((size for size in sizes if not any(cell.strip() for cell in cells[size :: size + 1])), 0)
    one_row_only = len(cells) == width + 1
    if not width or (one_row_only and not all(cell.strip() for cell in cells[:width])):
        yield from cells
        return
    for first in range(0, len(cells), width + 1):
        row = cells[first : first + width]
        line = "" if any(cell.startswith("#") for cell in row) else row_of(row)
        yield from (line,) if line else row


def _line(words: str) -> str:
    return " ".join(words.translate(_PLAIN).split())


def _stories(data: bytes, left_out: Counter[str]) -> Stories:
    """The stories of the document that the file holds."""
    try:
        with olefile.OleFileIO(data) as ole:
            if ole.exists("EncryptedPackage"):  # a newer Word file or workbook, in the form that a password gives it
                raise ParseError("encrypted: save it without a password", code=Refusal.ENCRYPTED)
            if ole.exists("Workbook") or ole.exists("Book"):
                raise ParseError(
                    "a workbook of Excel before 2007 (.xls): save it as XLSX or CSV", code=Refusal.OLD_FORMAT
                )
            if ole.exists("PowerPoint Document"):
                raise ParseError("slides of PowerPoint before 2007: save them as PDF", code=Refusal.OLD_FORMAT)
            if not ole.exists("WordDocument"):
                raise ParseError(
                    "an Office file, but no Word document: save it as text, HTML or .docx", code=Refusal.NO_TEXT
                )
            word = ole.openstream("WordDocument").read()
            (kind,) = struct.unpack_from("<H", word, 0)
            (flags,) = struct.unpack_from("<H", word, FLAGS)
            if kind != WORD:
                raise ParseError(
                    "a Word file of before 1997: open it in a word processor and save it as .docx",
                    code=Refusal.OLD_FORMAT,
                )
            if flags & ENCRYPTED:
                raise ParseError("encrypted: save it without a password", code=Refusal.ENCRYPTED)
            table = ole.openstream("1Table" if flags & SECOND_TABLE else "0Table").read()
        return _read(word, table, left_out)
    except (OSError, struct.error, IndexError, ValueError) as error:
        raise ParseError(
            f"a damaged Word file ({error}): open it in a word processor and save it as .docx", code=Refusal.DAMAGED
        ) from error


def _read(word: bytes, table: bytes, left_out: Counter[str]) -> Stories:
    """The stories, without what was struck out and with the numbers that Word prints."""
    pieces = _placed(word, table)
    text = "".join(_characters(word, piece) for piece in pieces)
    for rule, mark in ((STRUCK_OUT, DELETED), (HIDDEN_TEXT, HIDDEN)):
        text = _blotted(text, rule, marked(word, table, pieces, mark), left_out)
    return stories_of(text, word, table, pieces)


def _blotted(text: str, rule: str, ranges: Iterable[tuple[int, int]], left_out: Counter[str]) -> str:
    """The text with what nobody sees blotted, so that each letter keeps its place; ends of paragraphs stay."""
    made = []
    done = 0
    for start, end in ranges:
        start = max(start, done)
        if start < end:
            left_out[rule] += end - start
            made += [text[done:start], _LETTERS.sub(GONE, text[start:end])]
            done = end
    return "".join((*made, text[done:]))


def _placed(word: bytes, table: bytes) -> list[Piece]:
    """Where in the file each piece of the text is."""
    start, length = struct.unpack_from("<II", word, PIECES)
    clx = table[start : start + length]
    place = 0
    while place < len(clx) and clx[place] == 1:  # properties, of no use here
        place += 3 + struct.unpack_from("<H", clx, place + 1)[0]
    if place >= len(clx) or clx[place] != 2:
        raise ValueError("no piece table")
    (size,) = struct.unpack_from("<I", clx, place + 1)
    pieces = clx[place + 5 : place + 5 + size]
    count = (len(pieces) - 4) // 12
    if not 0 < count <= MOST_PIECES:
        raise ValueError(f"{count} pieces")
    ends = struct.unpack_from(f"<{count + 1}I", pieces, 0)
    if ends[-1] > MOST_CHARACTERS:
        raise ParseError("a Word file of more letters than any document has: split it", code=Refusal.TOO_LARGE)
    if any(second < first for first, second in pairwise(ends)):
        raise ValueError("pieces out of order")
    places = (struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * number + 2)[0] for number in range(count))
    return [_piece(ends[number], ends[number + 1], where) for number, where in enumerate(places)]


def _piece(start: int, end: int, where: int) -> Piece:
    if where & COMPRESSED:
        return Piece(start, end, (where & ~COMPRESSED) // 2, 1)
    return Piece(start, end, where, 2)


def _characters(word: bytes, piece: Piece) -> str:
    """One character for each place of the text, on which the file's tables count."""
    count = piece.end - piece.start
    data = word[piece.where : piece.where + piece.width * count]
    if piece.width == 1:
        return data.decode("cp1252", "replace")
    text = data.decode("utf-16-le", "replace")
    # A character of two halves has two places, and must keep them.
    return (
        text if len(text) == count else "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) & ~1])))
    )


def _shown(text: str, left_out: Counter[str]) -> str:
    """The text without the codes of its fields: of 0x13 code 0x14 result 0x15 only the result is seen."""
    made: list[str] = []
    codes: list[bool] = []
    hidden = inside = 0  # `inside`: how many of the open fields are at their codes
    for character in text:
        if character == "\x13":
            codes.append(True)
            inside += 1
        elif character == "\x14":
            if codes and codes[-1]:
                codes[-1] = False
                inside -= 1
        elif character == "\x15":
            if codes:
                inside -= codes.pop()
        elif inside:
            hidden += not character.isspace()
        else:
            made.append(character)
    if hidden:
        left_out[FIELD_CODES] += hidden
    return "".join(made)
