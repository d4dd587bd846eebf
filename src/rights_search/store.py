"""Parsed documents on disk: one JSON record for each source file, written whole or not at all.

`ingest` writes here and `index` reads here; neither knows the other. Everything can be made anew from the sources.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from rights_search.errors import StoreError
from rights_search.model import Document, Receipt


class Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source file as it was last taken in. `fingerprint` covers the bytes and all that shaped the result."""

    path: str
    fingerprint: str
    receipt: Receipt
    documents: tuple[Document, ...] = ()


class Store:
    """Records by source path, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Use this folder; it is made when the first record is written."""
        self.folder = folder
        self._decoder = msgspec.json.Decoder(Record)

    def _file(self, path: str) -> Path:
        return self.folder / f"{hashlib.sha256(path.encode()).hexdigest()[:24]}.json"

    def get(self, path: str) -> Record | None:
        """The record of this source, or None where there is none or it is damaged (it is then made anew)."""
        try:
            return self._decoder.decode(self._file(path).read_bytes())
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        except OSError as error:
            raise StoreError(f"Cannot read the store in {self.folder}: {error.strerror}.") from error

    def put(self, record: Record) -> None:
        """Write a record, whole or not at all."""
        target = self._file(record.path)
        aside = target.with_suffix(f".{os.getpid()}.tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(msgspec.json.encode(record))
            aside.replace(target)
        except OSError as error:
            with suppress(OSError):
                aside.unlink()
            raise StoreError(
                f"Cannot write to {self.folder}: {error.strerror}. Choose another folder with --root."
            ) from error

    def remove(self, path: str) -> None:
        """Forget a source."""
        self._file(path).unlink(missing_ok=True)

    def records(self) -> Iterator[Record]:
        """Every record, in the order of the source paths. A damaged one is passed over: its source is read again."""
        found = []
        for file in self.folder.glob("*.json"):
            try:
                found.append(self._decoder.decode(file.read_bytes()))
            except (msgspec.DecodeError, FileNotFoundError):
                continue
        yield from sorted(found, key=lambda record: record.path)

    def checksum(self) -> str:
        """What the store holds, in one word: it changes when any record does."""
        digest = hashlib.sha256()
        for file in sorted(self.folder.glob("*.json")):
            digest.update(file.name.encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()[:32]
