"""Word files of before 2007: the text and the footnotes, by the piece table ([MS-DOC] 2.4.1, 2.8.35)."""

import re
import struct
from collections import Counter

import olefile

from rights_search.errors import ParseError, Refusal
from rights_search.model import Source

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = 0xA5EC
ENCRYPTED = 0x0100
SECOND_TABLE = 0x0200
#: Places in the file information block.
FLAGS, LENGTHS, PIECES = 0x0A, 0x4C, 0x01A2
#: A piece whose characters are one byte each.
COMPRESSED = 0x40000000
MOST_PIECES = 200_000
#: More letters than any document has: pieces of a hostile one may all name the same place.
MOST_CHARACTERS = 32 * 2**20

_PLAIN = str.maketrans(
    {"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x07": "\n", "\x1e": "-", "\x1f": "", "\xa0": " ", "\x01": "", "\x05": ""}
    | {"\x08": "", "\x03": "", "\x04": ""}
)
#: A footnote's own mark, in the text and before the note.
_MARK = "\x02"
FIELD_CODES = "field codes"


def recognises(data: bytes) -> bool:
    """An OLE file; what is in it is said when it is read."""
    return data.startswith(MAGIC)


def transcribe(source: Source, left_out: Counter[str]) -> str:
    """The document as Markdown.

    Raises:
        ParseError: it is no Word document, encrypted, or damaged.
    """
    main, notes = _texts(source.data, left_out)
    blocks = [" ".join(line.split()) for line in _with_marks(main).translate(_PLAIN).split("\n")]
    defined = [
        f"[^{number}]: {' '.join(note.translate(_PLAIN).split())}"
        for number, note in enumerate(notes.split(_MARK)[1:], start=1)
    ]
    return "\n\n".join(block for block in (*blocks, *defined) if block) + "\n"


def _with_marks(text: str) -> str:
    number = 0

    def mark(_: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"[^{number}]"

    return re.sub(_MARK, mark, text)


def _texts(data: bytes, left_out: Counter[str]) -> tuple[str, str]:
    """The main text and the footnotes, without the codes of their fields."""
    try:
        with olefile.OleFileIO(data) as ole:
            if ole.exists("EncryptedPackage"):  # a newer Word file or workbook, in the form that a password gives it
                raise ParseError("encrypted: save it without a password", code=Refusal.ENCRYPTED)
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
        whole = _pieces(word, table)
        main, notes = struct.unpack_from("<2i", word, LENGTHS)
    except (OSError, struct.error, IndexError, ValueError) as error:
        raise ParseError(
            f"a damaged Word file ({error}): open it in a word processor and save it as .docx", code=Refusal.DAMAGED
        ) from error
    if main < 0 or notes < 0:
        raise ParseError(
            "a damaged Word file (negative lengths): open it in a word processor and save it as .docx",
            code=Refusal.DAMAGED,
        )
    return _shown(whole[:main], left_out), _shown(whole[main : main + notes], left_out)


def _pieces(word: bytes, table: bytes) -> str:
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
    made = []
    for number in range(count):
        (where,) = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * number + 2)
        characters = ends[number + 1] - ends[number]
        if characters < 0:
            raise ValueError("pieces out of order")
        if where & COMPRESSED:
            first = (where & ~COMPRESSED) // 2
            made.append(word[first : first + characters].decode("cp1252", "replace"))
        else:
            made.append(word[where : where + 2 * characters].decode("utf-16-le", "replace"))
    return "".join(made)


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
