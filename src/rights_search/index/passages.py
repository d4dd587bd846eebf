"""Passages as they are shown: one JSON record after the other, found by its offset and read through a memory map.

A page of hits comes from many documents; reading twenty records is far cheaper than decoding twenty judgments.
"""

import mmap
from pathlib import Path
from typing import BinaryIO

import msgspec
import numpy as np

from rights_search.model import HeldPassage

RECORDS = "passages.jsonl"
OFFSETS = "passages.npy"


class PassageWriter:
    """Appends passages to the file."""

    def __init__(self, folder: Path) -> None:
        """Open the file in a folder."""
        self._folder = folder
        self._file: BinaryIO = (folder / RECORDS).open("wb")
        self._offsets = [0]

    def add(self, passage: HeldPassage) -> None:
        """Write the next passage."""
        record = msgspec.json.encode(passage)
        self._file.write(record)
        self._file.write(b"\n")
        self._offsets.append(self._offsets[-1] + len(record) + 1)

    def close(self) -> None:
        """Finish both files."""
        self._file.close()
        with (self._folder / OFFSETS).open("wb") as file:
            np.save(file, np.array(self._offsets, dtype=np.int64))


class Passages:
    """Passages by their place in the catalogue. A memory map outlives the deletion of its file."""

    def __init__(self, folder: Path) -> None:
        """Map the file of a folder."""
        self._offsets = np.load(folder / OFFSETS, allow_pickle=False)
        with (folder / RECORDS).open("rb") as file:
            # An empty file cannot be mapped.
            empty = len(self._offsets) == 1
            self._map: mmap.mmap | bytes = b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._decoder = msgspec.json.Decoder(HeldPassage)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, place: int) -> HeldPassage:
        return self._decoder.decode(self._map[self._offsets[place] : self._offsets[place + 1]])
