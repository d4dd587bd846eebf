"""A download while it grows: what came so far, and the mark that tells whether the rest would be of the same file."""

import re
import zlib
from pathlib import Path
from typing import BinaryIO

import httpx
from msgspec import Struct

from rights_search.fetch.headers import length_of, mark_of, number

#: "bytes 500-999/1000"; some servers leave the end out, or do not know the whole.
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{0,15})(?:/(\d{1,15}|\*))?\s*", re.IGNORECASE)
#: Tells zlib that what it reads is gzip.
_GZIP = 31


class Part(Struct, frozen=True):
    """The file that a download grows in; its mark lies beside it."""

    path: Path

    @property
    def _mark(self) -> Path:
        return self.path.with_suffix(self.path.suffix + ".mark")

    def asks(self) -> dict[str, str]:
        """The headers that ask for the rest; none where nothing is there, or nothing tells what it is of."""
        size, mark = self._held()
        return {"Range": f"bytes={size}-", "If-Range": mark} if size and mark else {}

    def goes_on(self, headers: httpx.Headers) -> bool:
        """Whether a partial answer is the rest of what is there: from its end on, and of the same file."""
        size, mark = self._held()
        said = _RANGE.fullmatch(headers.get("content-range", ""))
        theirs = headers.get("etag", "") if mark.startswith('"') else headers.get("last-modified", mark)
        return bool(size and mark and said and int(said[1]) == size and theirs == mark)

    def begin(self, headers: httpx.Headers) -> None:
        """Make room for a file from its beginning. The mark comes first: never the old bytes under a new one."""
        self.forget()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._mark.write_text(mark_of(headers), "utf-8")

    def size(self) -> int:
        """How many bytes are there."""
        return self.path.stat().st_size if self.path.is_file() else 0

    def open(self) -> BinaryIO:
        """The file, to write on at its end."""
        return self.path.open("ab")

    def forget(self) -> None:
        """Take away the file and its mark."""
        self.path.unlink(missing_ok=True)
        self._mark.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Keep only what a later attempt can go on with."""
        if not self.asks():
            self.forget()

    def _held(self) -> tuple[int, str]:
        try:
            return self.size(), self._mark.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return 0, ""


def whole_size(headers: httpx.Headers, size: int, *, resumed: bool) -> int | None:
    """How large the file will be when it is whole, of which so much is there; None where the server does not say."""
    said = _RANGE.fullmatch(headers.get("content-range", "")) if resumed else None
    if said and said[3] and (whole := number(said[3])) is not None:
        return whole
    announced = length_of(headers)
    return None if announced is None else size + announced


def unpacked(data: bytes, most: int) -> bytes:
    """What a gzip file holds, or the first bytes beyond the limit.

    Raises:
        ValueError: it is cut off, damaged, or no gzip file.
    """
    unpacker = zlib.decompressobj(wbits=_GZIP)
    try:
        plain = unpacker.decompress(data, most + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if len(plain) <= most and (not unpacker.eof or unpacker.unused_data):
        raise ValueError("cut off, or with something behind its end")
    return plain
