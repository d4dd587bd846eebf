"""A generation that serves: everything read from one folder, opened once, shared by all threads, never changed."""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

import msgspec
from whoosh.filedb.filestore import FileStorage
from whoosh.query import Query

from rights_search.errors import IndexMissingError, RightsSearchError
from rights_search.index.columns import Columns, load_columns
from rights_search.index.lexicon import Lexicon
from rights_search.index.manifest import (
    CATALOGUE,
    COUNTS,
    DOCUMENTS,
    GENERATIONS,
    REBUILD,
    RECEIPTS,
    WHOOSH,
    Manifest,
    current_name,
    read_manifest,
)
from rights_search.index.matching import Deadline, Evaluator, Found
from rights_search.index.passages import Passages
from rights_search.index.postings import Postings
from rights_search.model import CatalogueEntry, HeldPassage, Holding, Intake

#: Documents kept decoded; a reader goes back and forth between a few.
KEPT_HOLDINGS = 32


class Generation:
    """One index, whole. Its arrays and maps outlive the deletion of its folder; its documents do not."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Read everything that a search needs; `open` turns what may go wrong into words."""
        self.name = folder.name
        self.manifest = manifest
        self._folder = folder
        self.catalogue = msgspec.json.decode((folder / CATALOGUE).read_bytes(), type=tuple[CatalogueEntry, ...])
        self.counts = msgspec.json.decode((folder / COUNTS).read_bytes(), type=dict[str, dict[str, int]])
        self.columns: Columns = load_columns(folder)
        self.passages = Passages(folder)
        self.lexicon = Lexicon(folder)
        self._searcher: Any = FileStorage(str(folder / WHOOSH)).open_index().searcher()
        self.postings = Postings(self._searcher.reader(), self.columns)
        self._evaluator = Evaluator(self.postings, self.columns.size, self._searcher)
        self._headers = tuple(_header(entry) for entry in self.catalogue)
        self._by_id = _by_symbol(self.catalogue)
        self._by_id |= {alias: place for place, entry in enumerate(self.catalogue) for alias in entry.aliases}
        self._by_id |= {entry.id: place for place, entry in enumerate(self.catalogue)}
        self._holdings: OrderedDict[int, Holding] = OrderedDict()
        self._lock = Lock()

    @classmethod
    def open(cls, indexes: Path) -> "Generation":
        """The generation that serves.

        Raises:
            IndexMissingError: there is none, or it was deleted or never finished.
            IndexOutdatedError: it was written with another schema.
            RightsSearchError: it is damaged.
        """
        name = current_name(indexes)
        try:
            return cls.in_folder(indexes / GENERATIONS / name)
        except IndexMissingError:
            newer = current_name(indexes)
            if newer == name:
                raise
            # Builds ran between the two looks and swept away what was to be opened.
            return cls.in_folder(indexes / GENERATIONS / newer)

    @classmethod
    def in_folder(cls, folder: Path) -> "Generation":
        """The generation in this folder; raises as `open` does."""
        manifest = read_manifest(folder)
        try:
            generation = cls(folder, manifest)
        except FileNotFoundError as error:
            raise IndexMissingError(f"The index {folder.name} is gone or incomplete: {REBUILD}.") from error
        except RightsSearchError:
            raise
        except Exception as error:  # Whoosh and NumPy raise whatever a damaged file leads them to
            raise RightsSearchError(f"The index {folder.name} is damaged ({error}): {REBUILD}.") from error
        if not len(generation.passages) == generation.columns.size == generation.whoosh_count == manifest.passages:
            raise RightsSearchError(f"The parts of the index {folder.name} do not belong together: {REBUILD}.")
        return generation

    @property
    def whoosh_count(self) -> int:
        """How many documents Whoosh has."""
        return int(self._searcher.doc_count_all())

    @property
    def size(self) -> int:
        """How many passages."""
        return self.columns.size

    def run(self, query: Query, deadline: Deadline) -> Found:
        """The passages that a query of Whoosh finds."""
        return self._evaluator.run(query, deadline)

    def header(self, place: int) -> Holding:
        """The document of a passage, without its passages."""
        return self._headers[int(self.columns.document[place])]

    def passage(self, place: int) -> HeldPassage:
        """The passage at a place of the catalogue."""
        return self.passages[place]

    def holding(self, id_: str) -> Holding | None:
        """A document with its passages, or None where there is no such document.

        Raises:
            IndexMissingError: its file is gone.
        """
        place = self._by_id.get(id_)
        if place is None:
            return None
        with self._lock:
            if place in self._holdings:
                self._holdings.move_to_end(place)
                return self._holdings[place]
        try:
            holding = msgspec.json.decode((self._folder / DOCUMENTS / f"{place:06d}.json").read_bytes(), type=Holding)
        except (OSError, msgspec.DecodeError) as error:
            raise IndexMissingError(f"The index {self.name} is gone or incomplete: {REBUILD}.") from error
        with self._lock:
            self._holdings[place] = holding
            if len(self._holdings) > KEPT_HOLDINGS:
                self._holdings.popitem(last=False)
        return holding

    def entry(self, id_: str) -> CatalogueEntry | None:
        """The document as the lists show it, or None where there is no such document."""
        place = self._by_id.get(id_)
        return None if place is None else self.catalogue[place]

    @cached_property
    def intake(self) -> Intake:
        """What became of every file that it is made from.

        Raises:
            IndexMissingError: the file that says it is gone.
        """
        try:
            return msgspec.json.decode((self._folder / RECEIPTS).read_bytes(), type=Intake)
        except (OSError, msgspec.DecodeError) as error:
            raise IndexMissingError(f"The index {self.name} is gone or incomplete: {REBUILD}.") from error

    @cached_property
    def cited(self) -> dict[str, dict[str, int]]:
        """For each document that is cited, how many passages cite each place in it, and it as a whole under ""."""
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for target, count in self.columns.facets["cites"].counted(self.columns.everything()).items():
            document, _, place = target.partition("#")
            counts[document][place] = count
        return dict(counts)

    def has_document(self, id_: str) -> bool:
        """Whether there is such a document."""
        return id_ in self._by_id

    def own_id(self, id_: str) -> str:
        """The id of the document that is also known by this one: `e-c-12-2000-4` of `cescr-gc-14`."""
        place = self._by_id.get(id_)
        return id_ if place is None else self.catalogue[place].id


def _by_symbol(entries: Sequence[CatalogueEntry]) -> dict[str, int]:
    """The place of each document that alone bears its symbol; several comments may stand in one compilation."""
    counts = Counter(entry.symbol for entry in entries)
    bearing = ((entry.symbol, place) for place, entry in enumerate(entries) if counts[entry.symbol] == 1)
    return {form: place for symbol, place in bearing if symbol for form in (symbol, symbol.casefold())}


def _header(entry: CatalogueEntry) -> Holding:
    return Holding(
        id=entry.id,
        kind=entry.kind,
        titles=entry.titles,
        standings=entry.standings,
        passages=(),
        symbol=entry.symbol,
        aliases=entry.aliases,
        body=entry.body,
        states=entry.states,
        date=entry.date,
        urls=entry.urls,
        gaps=entry.gaps,
        sources=entry.sources,
        also_held=entry.also_held,
        checked=entry.checked,
    )
