"""A PDF that was transferred as text: some program took its bytes 10 and 13 for the ends of lines, and changed them.

Such a file still has its pages, since PDFium finds them again, but what is packed in it cannot be unpacked any more.
Both are looked for: a sign that ends of lines were made alike in the whole file, and streams that do not unpack.
"""

import re
import zlib
from collections.abc import Iterator

from rights_search.errors import ParseError, Refusal

#: So many packed streams of a file show whether they unpack, each by so many bytes.
STREAMS, BYTES = 100, 1_000_000
#: Of so many one may be broken in a file that is read all the same.
FEW_BROKEN = 10
#: The dictionary of a stream is no longer.
DICTIONARY = 600

_LINE_FEED = re.compile(rb"(?<!\r)\n")
_STREAM = re.compile(rb">>\s*stream(?:\r\n|\n|\r)")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")


def refuse_transferred_as_text(data: bytes, textless: bool = False) -> None:
    """Nothing for a sound file: a few looks at its bytes tell most.

    Raises:
        ParseError: its ends of lines were changed, and what is packed in it does not unpack.
    """
    alike = b"\r" not in data or data.isascii() or not _LINE_FEED.search(data) or (textless and b"\r\n" not in data)
    if not alike or b"/Encrypt" in data:
        return
    broken = [_is_broken(packed) for packed in _packed(data)]
    if FEW_BROKEN * sum(broken) > len(broken):
        raise ParseError(
            "a damaged PDF, whose ends of lines were changed as FTP does with a text: fetch it again in binary mode",
            code=Refusal.DAMAGED,
        )


def _packed(data: bytes) -> Iterator[bytes]:
    """The first streams that are packed and nothing else."""
    left = STREAMS
    for begin in _STREAM.finditer(data):
        start = max(data.rfind(b" obj", 0, begin.start()), begin.start() - DICTIONARY, 0)
        if not _PACKED.search(data, start, begin.start()):
            continue
        end = data.find(b"endstream", begin.end())
        yield data[begin.end() : end if end >= 0 else len(data)]
        left -= 1
        if not left:
            return


def _is_broken(packed: bytes) -> bool:
    """Whether it does not unpack, or not to what its sum says."""
    try:
        zlib.decompressobj().decompress(packed, BYTES)
    except zlib.error:
        return True
    return False
