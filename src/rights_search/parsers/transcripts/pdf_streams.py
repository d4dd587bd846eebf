"""The packed parts of a PDF, and whether they unpack: of a damaged one PDFium shows what it can, and says nothing."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice

#: The dictionary of a stream is no longer.
DICTIONARY = 600
#: So many bytes are unpacked at once, of one stream, and of all: more is no text.
PIECE, LONGEST, MOST = 2**20, 2**24, 2**28

_STREAM = re.compile(rb">>\s*stream(?:\r\n|\n|\r)")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def damage(data: bytes) -> str:
    """What is damaged of a PDF, in words; nothing where all that is packed in it unpacks."""
    broken, count = broken_streams(data)
    return f"{broken} of its {count} packed parts {'is' if broken == 1 else 'are'} damaged" if broken else ""


def broken_streams(data: bytes, most: int | None = None) -> tuple[int, int]:
    """How many of the packed streams do not unpack, or not to what their sums say; and how many there are.

    Pictures do not count, which have no words. `most`: of the first so many.
    """
    broken = count = unpacked = 0
    for packed in islice(_packed(data), most):
        sound, size = _unpacked(packed)
        count += 1
        broken += not sound
        unpacked += size
        if unpacked > MOST:
            break
    return broken, count


def _packed(data: bytes) -> Iterator[bytes]:
    """The streams that are packed and nothing else; those of an encrypted file are not to be unpacked."""
    if b"/Encrypt" in data:
        return
    for begin in _STREAM.finditer(data):
        start = max(data.rfind(b" obj", 0, begin.start()), begin.start() - DICTIONARY, 0)
        if not _PACKED.search(data, start, begin.start()) or _PICTURE.search(data, start, begin.start()):
            continue
        end = data.find(b"endstream", begin.end())
        yield data[begin.end() : end if end >= 0 else len(data)]


def _unpacked(packed: bytes) -> tuple[bool, int]:
    """Whether it unpacks, and to how many bytes."""
    unpacker, size = zlib.decompressobj(), 0
    try:
        while packed and size < LONGEST and not unpacker.eof:
            size += len(unpacker.decompress(packed, PIECE))
            packed = unpacker.unconsumed_tail
    except zlib.error:
        return False, size
    return True, size
