"""What a ZIP file holds, with limits on everything that a hostile one could blow up.

The limits are those of real files with room to spare: the largest of our Word samples unpacks to 6 MB, in 40 parts.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from rights_search.errors import ParseError, Refusal

MAGIC = b"PK\x03\x04"
MOST_PARTS = 5_000
LARGEST_PART = 64 * 2**20
LARGEST_WHOLE = 256 * 2**20
#: Text packs 3 to 20 times; a hundred times is a bomb.
MOST_RATIO = 100
#: Small parts may pack better: an empty sheet is all zeros.
SMALL = 2**20
#: How parts are packed by every program that writes documents. The others unpack without regard to a limit.
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

ARCHIVE = "ZIP file"
#: Where a part says how long its name is, and where the name stands.
NAME_SIZE, NAME_AT = slice(26, 28), 30
#: How the first part of a file of an office program is called, and by which part it is known.
OF_OFFICE = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"xl/")
OFFICE_FILES = {b"word/": "Word file", b"xl/": "spreadsheet", b"ppt/": "presentation"}
#: What zipfile says of a file without a directory, and what that means.
_SAID_OF_IT, NO_END = "File is not a zip file", "its end is missing"
#: What zipfile raises for bytes that are wrong: a place before the beginning is a ValueError.
_WRONG = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    struct.error,
)


def holds(data: bytes, part: str) -> bool:
    """Whether a ZIP file has a part whose name begins so; where its directory is damaged, whether it may have.

    The name in the bytes is not enough: in an archive that packs nothing smaller, the parts of its files show.
    """
    if not data.startswith(MAGIC) or part.encode() not in data:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith(part) for name in archive.namelist())
    except _WRONG:
        return True


def _called(data: bytes) -> str:
    """What a ZIP file is to whoever made it, by the name of its first part: it may have lost its directory."""
    first = data[NAME_AT : NAME_AT + int.from_bytes(data[NAME_SIZE], "little")]
    if not first.startswith(OF_OFFICE):
        return ARCHIVE
    return next((name for part, name in OFFICE_FILES.items() if part in data), "Word file or spreadsheet")


class Packed:
    """The parts of a ZIP file by name; each is checked while it is unpacked, whatever its directory says."""

    def __init__(self, data: bytes | BinaryIO, read: int = 0) -> None:
        """Read the directory of the bytes, or of an open file.

        `read` is what was unpacked already of the file that this one was packed in.

        Raises:
            ParseError: it is damaged, encrypted, or larger than any document.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as error:
            what = _called(data) if isinstance(data, bytes) else ARCHIVE
            why = NO_END if str(error) == _SAID_OF_IT else str(error)
            raise ParseError(
                f"a damaged or truncated {what} ({why}): fetch or copy it again", code=Refusal.DAMAGED
            ) from error
        if len(infos) > MOST_PARTS:
            raise ParseError(
                f"a ZIP file of {len(infos)} parts; at most {MOST_PARTS} are read: unpack and split it",
                code=Refusal.TOO_LARGE,
            )
        if sum(info.file_size for info in infos) > LARGEST_WHOLE:
            raise ParseError(
                f"a ZIP file that unpacks to more than {LARGEST_WHOLE // 2**20} MB: unpack and split it",
                code=Refusal.TOO_LARGE,
            )
        self._infos: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            is_folder = info.filename.endswith(("/", "\\")) and not info.file_size
            if info.filename and not is_folder:
                self._add(info)
        self.unpacked = read

    def _add(self, info: zipfile.ZipInfo) -> None:
        """Take a part by its name; of several with one name the last has it, as unpackers do, and none is lost."""
        if before := self._infos.get(info.filename):
            copies = (f"{info.filename} ({number})" for number in range(2, MOST_PARTS + 2))
            self._infos[next(name for name in copies if name not in self._infos)] = before
        self._infos[info.filename] = info

    @property
    def size(self) -> int:
        """The bytes of all parts when unpacked, as its directory says."""
        return sum(info.file_size for info in self._infos.values())

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def read(self, name: str) -> bytes:
        """A part, unpacked.

        Raises:
            ParseError: it is absent, encrypted, damaged, or unpacks to too much.
        """
        info = self._infos.get(name)
        if info is None:
            raise ParseError(f"a damaged file: its part {name} is missing; save it again", code=Refusal.DAMAGED)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise ParseError("a link to another file is not followed: pack that file", code=Refusal.UNREADABLE)
        if info.flag_bits & 0x1:
            raise ParseError("encrypted: save it without a password", code=Refusal.ENCRYPTED)
        if info.compress_type not in METHODS:
            raise ParseError(
                f"its part {name[:80]} is packed in a way that no document is: pack it again", code=Refusal.UNREADABLE
            )
        most = min(LARGEST_PART, max(SMALL, MOST_RATIO * max(1, info.compress_size)), LARGEST_WHOLE - self.unpacked)
        try:
            with self._zip.open(info) as part:
                data = part.read(most + 1)
        except _WRONG as error:
            raise ParseError(
                f"its part {name[:80]} is damaged ({error}): fetch or copy it again", code=Refusal.DAMAGED
            ) from error
        if len(data) > most:
            raise ParseError(
                f"its part {name[:80]} unpacks to more than any document has: it is not read", code=Refusal.TOO_LARGE
            )
        self.unpacked += len(data)
        return data
