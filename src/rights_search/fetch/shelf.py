"""The folder `texts/` of a State: official files by document and language, with what tells them from later ones."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from rights_search.errors import FetchError

LEDGER = ".fetched.json"


class Fetched(Struct, frozen=True, omit_defaults=True):
    """What is known of a fetched file."""

    file: str
    url: str
    etag: str = ""
    modified: str = ""
    fetched: str = ""
    sha256: str = ""


class Shelf:
    """Official files in a folder."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; it is made when the first file comes."""
        self.folder = folder

    def ledger(self) -> dict[str, Fetched]:
        """What was fetched before, by document and language ("ccpr-c-ecu-co-6 es"). A damaged ledger is begun anew."""
        try:
            return msgspec.json.decode((self.folder / LEDGER).read_bytes(), type=dict[str, Fetched])
        except (OSError, msgspec.DecodeError):
            return {}

    def part(self, document: str, language: str) -> Path:
        """Where a download grows before it is whole; hidden, so that nothing takes it for a document."""
        return self.folder / f".{document}.{language}.part"

    def held(self, document: str, language: str) -> Fetched | None:
        """What is known of a file that was fetched before, as long as it is still what was fetched."""
        row = self.ledger().get(f"{document} {language}")
        if row is None:
            return None
        try:
            data = (self.folder / Path(row.file).name).read_bytes()
        except OSError:
            return None
        return row if hashlib.sha256(data).hexdigest() == row.sha256 else None

    def put(self, document: str, language: str, suffix: str, data: bytes, row: Fetched) -> Path:
        """Keep a file, whole or not at all, in place of an earlier one of the same document and language.

        Raises:
            FetchError: the folder cannot be written.
        """
        target = self.folder / f"{document}.{language}{suffix}"
        aside = self.folder / f".{document}.{language}.whole"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(data)
            aside.replace(target)
            ledger = self.ledger()
            earlier = ledger.get(f"{document} {language}")
            if earlier and earlier.file != target.name:
                (self.folder / Path(earlier.file).name).unlink(missing_ok=True)
            ledger[f"{document} {language}"] = msgspec.structs.replace(row, file=target.name)
            fresh = self.folder / f"{LEDGER}.new"
            fresh.write_bytes(msgspec.json.format(msgspec.json.encode(ledger), indent=1))
            fresh.replace(self.folder / LEDGER)
        except OSError as error:
            aside.unlink(missing_ok=True)
            raise FetchError(f"{self.folder} cannot be written: {error.strerror}") from error
        return target
