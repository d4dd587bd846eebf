"""What every parser shares: the shape of one, and a source's bytes as text.

A parser is a pure function from a `Source` to a `Parsed`; it opens no file, reads no setting and writes nothing.
"""

import gzip
import io
import re
import unicodedata
import warnings
import zlib
from collections.abc import Callable
from functools import lru_cache

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning
from bs4.element import Tag
from msgspec import Struct

from rights_search.errors import ParseError, Refusal
from rights_search.model import Parsed, Problem, Source
from rights_search.parsers.encodings import decode, wide

#: A larger text than any official document: the Rome Statute is 0.3 MB, the longest judgment 2 MB.
LARGEST = 64 * 2**20

#: So many problems of one table are listed one by one.
MOST_LISTED = 100

#: Beginnings of files that are no text, and what to do about each.
BINARY = {
    b"PK\x03\x04": "a ZIP file of another kind. Unpack it",
    b"Rar!\x1a\x07": "a RAR archive. Unpack it, or pack it as ZIP",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive. Unpack it, or pack it as ZIP",
    b"BZh": "a file packed by bzip2. Unpack it",
    b"\xfd7zXZ\x00": "a file packed by xz. Unpack it",
    b"\x1f\x8b": "a gzip file within a gzip file. Unpack it",
    b"\x89PNG": "a picture. Give the text it shows",
    b"\xff\xd8\xff": "a picture. Give the text it shows",
    b"GIF8": "a picture. Give the text it shows",
    b"\x00asm": "a program",
    b"\x7fELF": "a program",
}
NOT_TEXT = "this is binary data, not text. Give the document as PDF, DOCX, HTML or text"
#: Where a TAR archive says that it is one.
TAR = slice(257, 262), b"ustar"

#: A short text may have so many noughts.
FEW_NOUGHTS = 3
#: Bytes that no text of any encoding we read has in number.
CONTROL = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
#: An XML declaration and the encoding it names, which is no longer the file's.
_DECLARED = re.compile(r"""\A(\s*<\?xml\b[^>]{0,80}?)\s{1,8}encoding=["'][\w.-]{1,40}["']""")

#: Marks that take no room: spaces of no width, of direction, of the order of bytes.
UNSEEN = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
SOFT_HYPHEN = "\xad"
#: … within a line; behind this letter it is the half of an “í” that was decoded wrongly.
_SOFT = re.compile(r"(?<!Ã)\xad(?![ \t]*(?:\n|\Z))")
#: Digits as wide as a Chinese letter, and the signs about a number that are so.
FULL_WIDTH = "０１２３４５６７８９"
_WIDE_NUMBER = re.compile(r"^[ \t#*>]*[（(\[]?[０-９0-9]{1,4}(?:[．.][０-９0-9]{1,4})?[．.）)\]]?", re.MULTILINE)
_PLAIN = str.maketrans(f"{FULL_WIDTH}．（）", "0123456789.()")

Parser = Callable[[Source], Parsed]


class Format(Struct, frozen=True):
    """A row of the table of parsers: its name, whether a source is of its kind, and how it is read."""

    name: str
    recognises: Callable[[Source], bool]
    parse: Parser


def unpack(source: Source) -> Source:
    """The source itself, or what a gzip file holds, its name without `.gz`.

    Raises:
        ParseError: the file is damaged, or larger unpacked than any document is.
    """
    if not source.data.startswith(b"\x1f\x8b"):
        return source
    try:
        with gzip.open(io.BytesIO(source.data)) as packed:
            data = packed.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ParseError(f"damaged gzip file ({error}): fetch or copy it again", code=Refusal.DAMAGED) from error
    if len(data) > LARGEST:
        raise ParseError(
            f"larger than {LARGEST // 2**20} MB when unpacked: no document is; split it", code=Refusal.TOO_LARGE
        )
    return Source(source.path.removesuffix(".gz"), data, source.declared)


def must_be_text(source: Source) -> None:
    """Refuse what is no text, before anyone looks at its words.

    Raises:
        ParseError: it is empty, too large, or a format that is no text; the message says which, and what to do.
    """
    data = source.data
    if not data or data.isspace():
        raise ParseError("the file is empty: fetch or copy it again", code=Refusal.EMPTY)
    if len(data) > LARGEST:
        raise ParseError(f"larger than {LARGEST // 2**20} MB: no document is; split it", code=Refusal.TOO_LARGE)
    if is_open_document(data):
        raise ParseError(
            "a file of LibreOffice or OpenOffice: save it as DOCX or PDF, a table as XLSX", code=Refusal.OLD_FORMAT
        )
    for beginning, what in BINARY.items():
        if data.startswith(beginning):
            raise ParseError(f"this is {what}", code=Refusal.NO_TEXT)
    if data[TAR[0]] == TAR[1]:
        raise ParseError("this is a TAR archive. Unpack it, or pack it as ZIP", code=Refusal.NO_TEXT)
    marked = wide(data)  # UTF-16 has a NUL in every other byte
    sample = data[:100_000]
    noughts = sample.count(0)
    control = len(sample) - len(sample.translate(None, CONTROL)) - noughts
    if not marked and (control > len(sample) // 100 or noughts > _few(len(sample))):
        raise ParseError(NOT_TEXT, code=Refusal.NO_TEXT)


def _few(length: int) -> int:
    """So many noughts a text of this length may have: a disk or a program put them between its letters."""
    return max(FEW_NOUGHTS, length // 100)


def without_noughts(source: Source) -> tuple[Source, int]:
    """A text in UTF-8 without the noughts between its letters, and how many there were."""
    count = 0 if wide(source.data) else source.data.count(0)
    return (Source(source.path, source.data.replace(b"\0", b""), source.declared) if count else source), count


def is_open_document(data: bytes) -> bool:
    """A file of LibreOffice or OpenOffice, by the parts that begin it and that list the others."""
    return data.startswith(b"PK\x03\x04") and data[30:38] == b"mimetype" and b"content.xml" in data


def in_utf8(source: Source) -> Source:
    """A text of two or four bytes a letter in UTF-8, which readers look for in its bytes; any other as it is."""
    encoding = wide(source.data)
    if not encoding:
        return source
    text = source.data.decode(encoding, "replace").lstrip("\ufeff")
    return Source(source.path, _DECLARED.sub(r"\1", text, count=1).encode("utf-8", "replace"), source.declared)


def visible(text: str) -> int:
    """How many characters it has, spaces not counted: lines may be joined without any being lost."""
    return len("".join(text.split()))


def text_of(source: Source) -> str:
    r"""The source as text: byte-order mark, UTF-8, then what its bytes suggest; line ends made `\\n`, accents composed.

    Raises:
        ParseError: it is empty, too large, or no text at all.
    """
    must_be_text(source)
    return _text(source.data)


@lru_cache(maxsize=1)  # one format after another asks for the same file's
def _text(data: bytes) -> str:
    text = decode(data)
    if text is None:
        raise ParseError("its encoding cannot be told: save it as UTF-8", code=Refusal.ENCODING)
    if text.count("\x00") > _few(len(text)):
        raise ParseError(NOT_TEXT, code=Refusal.NO_TEXT)
    # Composed accents: "é" as one character, so that a word is the same word whoever typed it.
    return shown(unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")))


def shown(text: str) -> str:
    """The text as one sees it: without marks of direction, width and joining, and numbers of lines in plain digits.

    A soft hyphen stays where a line ends at it: there it is seen. The joiners that Persian and Indic scripts need stay.
    """
    if text.isascii():
        return text
    for mark in UNSEEN:
        if mark in text:
            text = text.replace(mark, "")
    if SOFT_HYPHEN in text:
        text = _SOFT.sub("", text)
    if any(digit in text for digit in FULL_WIDTH):
        text = _WIDE_NUMBER.sub(lambda found: found[0].translate(_PLAIN), text)
    return text


def shortened(problems: list[Problem], path: str, rows: str = "rows") -> tuple[Problem, ...]:
    """The first problems of a table one by one, and how many more there are."""
    further = len(problems) - MOST_LISTED
    if further <= 0:
        return tuple(problems)
    return (*problems[:MOST_LISTED], Problem(path, f"{further} more {rows}", "have problems of the same sorts"))


def soup_of(text: str) -> BeautifulSoup:
    """HTML as a tree, by lxml; a page that opens as XML, or holds hardly a tag, is read like any other."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return BeautifulSoup(text, "lxml")


def beside_main(soup: BeautifulSoup) -> list[Tag]:
    """The boxes beside a page's main part, not those with notes, to which its own links lead."""
    main = soup.find("main")
    if not isinstance(main, Tag):
        return []
    led_to = {str(link["href"])[1:] for link in main.find_all("a", href=True) if str(link["href"]).startswith("#")}
    return [
        aside
        for aside in soup.find_all("aside")
        if aside.find_parent(["main", "aside"]) is None
        and not aside.find("main")
        and not any(str(one.get("id") or "") in led_to for one in (aside, *aside.find_all(id=True)))
    ]
