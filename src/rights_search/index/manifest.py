"""What a generation says of itself, and the names of things in the folder `indexes/`."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from rights_search.errors import IndexMissingError, IndexOutdatedError, RightsSearchError
from rights_search.index.schema import SCHEMA_VERSION
from rights_search.vocabulary import Register

CURRENT = "CURRENT"
GENERATIONS = "generations"
MANIFEST = "manifest.json"
CATALOGUE = "catalogue.json"
COUNTS = "counts.json"
RECEIPTS = "receipts.json"
DOCUMENTS = "documents"
WHOOSH = "whoosh"
LOCK = "build.lock"

REBUILD = "run `rights-search index --rebuild`"


class Manifest(Struct, frozen=True, kw_only=True):
    """What it was made from and what it must consist of."""

    schema: int
    package: str
    store: str  #: checksum of the parsed documents
    register: str  #: checksum of the register of rights
    documents: int
    passages: int
    built: str  #: when, ISO 8601, UTC
    files: dict[str, int]  #: every file with its size: a torn one is noticed when the generation is opened


def register_checksum(register: Register) -> str:
    """The register in one word: it changes when any right does."""
    return hashlib.sha256(msgspec.json.encode(register.rights)).hexdigest()[:32]


def current_name(indexes: Path) -> str:
    """The name of the generation that serves.

    Raises:
        IndexMissingError: there is none.
        RightsSearchError: the file that names it cannot be read.
    """
    try:
        return (indexes / CURRENT).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissingError from error
    except (OSError, UnicodeDecodeError) as error:
        raise RightsSearchError(f"{indexes / CURRENT} cannot be read ({error}): {REBUILD}.") from error


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a generation, after a look whether all of it is there.

    Raises:
        IndexMissingError: the generation is gone or was not written to its end.
        IndexOutdatedError: it has another schema.
        RightsSearchError: one of its files is missing or has another size.
    """
    try:
        data = (folder / MANIFEST).read_bytes()
    except OSError as error:
        raise IndexMissingError(f"The index {folder.name} is gone or incomplete: {REBUILD}.") from error
    try:
        if msgspec.json.decode(data, type=dict[str, object]).get("schema") != SCHEMA_VERSION:
            raise IndexOutdatedError
        manifest = msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError as error:
        raise RightsSearchError(f"The index {folder.name} is damaged ({MANIFEST}: {error}): {REBUILD}.") from error
    damaged = sorted(name for name, size in manifest.files.items() if _size(folder / name) != size)
    if damaged:
        raise RightsSearchError(f"The index {folder.name} is damaged ({', '.join(damaged[:3])}): {REBUILD}.")
    return manifest


def sizes(folder: Path) -> dict[str, int]:
    """Every file below a folder with its size."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
