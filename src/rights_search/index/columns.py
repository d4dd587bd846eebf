"""What is counted, filtered and sorted by, as flat arrays over all passages.

A facet is two arrays: at entry i, passage `places[i]` has value `codes[i]`. Counting it over any set of passages is
one pass of NumPy, where Whoosh would read every posting of the field again.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length, length_to_byte

from rights_search.index.entries import Entry
from rights_search.index.schema import SCORED
from rights_search.model import SourceKind

Mask = NDArray[np.bool_]
Places = NDArray[np.int32]

FACETS = (
    "source", "body", "right", "article", "state", "document", "kind", "lang", "standing", "year",
    "cites", "group", "goal",
)  # fmt: skip
ARRAYS = "columns.npz"
VALUES = "columns.json"
RANK = {kind.value: rank for rank, kind in enumerate(SourceKind)}


class Facet(NamedTuple):
    """The values of one facet, and which passage has which."""

    values: tuple[str, ...]
    places: Places
    codes: Places

    def counted(self, mask: Mask) -> dict[str, int]:
        """How many of these passages have each value; values none of them has are left out."""
        counts = np.bincount(self.codes[mask[self.places]], minlength=len(self.values))
        return {self.values[code]: int(counts[code]) for code in np.flatnonzero(counts)}

    def having(self, wanted: Iterable[str], size: int) -> Mask:
        """The passages that have any of these values."""
        mask: Mask = np.zeros(size, dtype=np.bool_)
        sought = frozenset(wanted)
        codes = [code for code, value in enumerate(self.values) if value in sought]
        mask[self.places[np.isin(self.codes, codes)]] = True
        return mask


class Columns(NamedTuple):
    """The arrays of a generation."""

    size: int
    facets: dict[str, Facet]
    date: Places  #: as 20160711; months and days that are not known are 0, and so is an unknown date
    rank: Places  #: the place of its source kind in the order of authority
    document: Places  #: the place of its document in the catalogue
    touched: Mask  #: aligned with the facet "right": this passage only touches that right
    lengths: dict[str, NDArray[np.float64]]  #: by field, rounded as Whoosh rounds them

    def everything(self) -> Mask:
        """All passages."""
        return np.ones(self.size, dtype=np.bool_)

    def between(self, first: int | None, last: int | None) -> Mask:
        """The passages of these years; those without a date belong to none."""
        year = self.date // 10_000
        return np.asarray((year >= (first or 1)) & (year <= (last or 9999)), dtype=np.bool_)

    def documents_in(self, mask: Mask) -> int:
        """How many documents these passages come from."""
        return int(np.unique(self.document[mask]).size)

    def only_touching(self, right: str) -> Mask:
        """The passages that only touch this right."""
        facet = self.facets["right"]
        mask: Mask = np.zeros(self.size, dtype=np.bool_)
        if right in facet.values:
            mask[facet.places[(facet.codes == facet.values.index(right)) & self.touched]] = True
        return mask


class ColumnWriter:
    """Gathers the arrays passage by passage."""

    def __init__(self) -> None:
        """Begin with none."""
        self._codes: dict[str, dict[str, int]] = {name: {} for name in FACETS}
        self._entries: dict[str, list[tuple[int, int]]] = {name: [] for name in FACETS}
        self._numbers: dict[str, list[int]] = {"date": [], "rank": [], "document": [], "touched": []}
        self._lengths: dict[str, list[int]] = {name: [] for name in SCORED}
        self.size = 0

    def add(self, entry: Entry, date: str, document: int) -> None:
        """Take the next passage."""
        for name in FACETS:
            codes, entries = self._codes[name], self._entries[name]
            for value in entry.facets[name]:
                entries.append((self.size, codes.setdefault(value, len(codes))))
        self._numbers["touched"].extend(right in entry.touched for right in entry.facets["right"])
        self._numbers["date"].append(as_number(date))
        self._numbers["rank"].append(RANK[entry.facets["source"][0]])
        self._numbers["document"].append(document)
        for name, lengths in self._lengths.items():
            # Whoosh keeps a length in one byte; scores equal to its own need the same rounding.
            lengths.append(byte_to_length(length_to_byte(entry.lengths.get(name, 0))))
        self.size += 1

    def save(self, folder: Path) -> None:
        """Write them into a folder."""
        arrays: dict[str, NDArray[np.int32]] = {}
        for name, entries in self._entries.items():
            pairs = np.array(entries, dtype=np.int32).reshape(-1, 2)
            arrays[f"{name}_places"], arrays[f"{name}_codes"] = pairs[:, 0], pairs[:, 1]
        for name, numbers in (*self._numbers.items(), *((f"len_{k}", v) for k, v in self._lengths.items())):
            arrays[name] = np.array(numbers, dtype=np.int32)
        with (folder / ARRAYS).open("wb") as file:
            np.savez(file, **arrays)  # type: ignore[arg-type]
        values = {name: tuple(codes) for name, codes in self._codes.items()}
        (folder / VALUES).write_bytes(msgspec.json.encode({"size": self.size, "values": values}))


class _Values(msgspec.Struct, frozen=True):
    size: int
    values: dict[str, tuple[str, ...]]


def load_columns(folder: Path) -> Columns:
    """Read them from a folder."""
    kept = msgspec.json.decode((folder / VALUES).read_bytes(), type=_Values)
    with np.load(folder / ARRAYS, allow_pickle=False) as arrays:
        return Columns(
            size=kept.size,
            facets={
                name: Facet(kept.values[name], arrays[f"{name}_places"], arrays[f"{name}_codes"]) for name in FACETS
            },
            date=arrays["date"],
            rank=arrays["rank"],
            document=arrays["document"],
            touched=arrays["touched"].astype(np.bool_),
            lengths={name: arrays[f"len_{name}"].astype(np.float64) for name in SCORED},
        )


def as_number(date: str) -> int:
    """An ISO date, as precise as it is, as a number to sort by: 2016-07 is 20160700.

    >>> as_number("2016-07-11"), as_number("2016"), as_number("")
    (20160711, 20160000, 0)
    """
    digits = "".join(part.zfill(2) for part in date.split("-") if part.isdigit())
    return int(digits.ljust(8, "0")[:8]) if digits else 0
