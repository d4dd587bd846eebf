"""The library: everything that is asked of an index, by pages and by commands, for as long as the program runs."""

import os
import time
from pathlib import Path
from threading import Lock

from msgspec.structs import replace

from rights_search.errors import IndexMissingError, NotFoundError
from rights_search.index import CURRENT, Deadline, Found, Generation, Mask, binding, ranked, section, years
from rights_search.model import (
    CatalogueEntry,
    HeldPassage,
    Holding,
    Intake,
    RightPage,
    SearchHit,
    SearchQuery,
    SearchResult,
    Section,
    SourceKind,
    Understood,
)
from rights_search.search import nodes, rescue
from rights_search.search.facets import facets
from rights_search.search.filters import both, checked, masks
from rights_search.search.grammar import Reading, read
from rights_search.search.hits import hit, plain_hit
from rights_search.search.marks import Marker
from rights_search.search.names import resolve
from rights_search.search.queries import whole
from rights_search.vocabulary import Register

#: A search gives up after so many seconds.
SECONDS = 2.0


class Library:
    """Answers from the generation that serves, and notices by itself when another one does. Threads may share it."""

    def __init__(self, indexes: Path, register: Register, state: str = "", bound: frozenset[str] | None = None) -> None:
        """Answer from this folder, for this State (ISO 3166 alpha-3), which these treaties bind (all, where not said).

        Nothing is opened before it is asked.
        """
        self._current = indexes / CURRENT
        self._indexes = indexes
        self._register = register
        self._state = state
        self._bound = bound
        self._lock = Lock()
        self._open: tuple[tuple[int, ...], Generation, Mask] | None = None

    def generation(self) -> Generation:
        """The generation that serves.

        Raises:
            IndexMissingError: there is none.
            IndexOutdatedError: it was written with another schema.
            RightsSearchError: it is damaged.
        """
        return self._serving()[0]

    def _serving(self) -> tuple[Generation, Mask]:
        """The generation and what binds the State in it; one look at one small file tells whether it is the newest."""
        try:
            seen = os.stat(self._current)  # noqa: PTH116  (a Path would be built for every search)
        except OSError as error:
            self._open = None
            raise IndexMissingError from error
        sign = (seen.st_mtime_ns, seen.st_ino, seen.st_size)
        held = self._open
        if held is None or held[0] != sign:
            with self._lock:
                held = self._open
                if held is None or held[0] != sign:
                    generation = Generation.open(self._indexes)
                    held = self._open = (sign, generation, binding(generation.columns, self._state, self._bound))
        return held[1:]

    def search(self, query: SearchQuery) -> SearchResult:
        """The passages that a query finds, with the counts beside them.

        Raises:
            QueryError: a limit is passed, a filter has a value that does not exist, or it takes too long.
            RightsSearchError: there is no index that can be read.
        """
        started = time.perf_counter()
        generation, favoured = self._serving()
        deadline = Deadline(SECONDS)
        query = checked(query, generation, self._register)
        reading = read(query.text, self._register, generation.own_id)
        words = self._words(query, reading, generation, deadline)
        filters = masks(query, generation)
        found = Found(both(words.mask, filters.values()), words.scores)
        total = found.total
        marker = Marker(reading.root)
        start, count = (max(1, query.page) - 1) * max(0, query.per_page), max(0, query.per_page)
        page = ranked(found, generation.columns, favoured, query.sort, start, count)
        understood = _understood(reading, generation, deadline)
        cited = (*query.cites, *(value for name, value in understood.fields if name == "cites"))
        result = SearchResult(
            query=query,
            understood=understood,
            total=total,
            documents=generation.columns.documents_in(found.mask),
            hits=tuple(hit(generation, place, marker, query.reader, score, cited) for place, score in page),
            facets=facets(generation, words.mask, filters),
            generation=generation.name,
        )
        if not total:
            relaxed = rescue.relaxations(query, reading.root, words.mask, filters, generation, deadline)
            counts = rescue.word_counts(reading.root, generation, deadline)
            result = replace(result, relaxations=relaxed, word_counts=counts)
        return replace(result, seconds=time.perf_counter() - started)

    def _words(self, query: SearchQuery, reading: Reading, generation: Generation, deadline: Deadline) -> Found:
        found = generation.run(whole(reading.root), deadline)
        if reading.root is None and query.text.strip():
            # Something was asked that has no word in it: it stands nowhere.
            return Found(found.mask & False, found.scores)
        return found

    def right(self, number: str, reader: str, per_section: int = 40) -> RightPage:
        """Everything held on a right, source by source in the order of authority.

        Raises:
            NotFoundError: the register has no such right.
        """
        known = resolve("right", number, self._register)
        if known is None:
            raise NotFoundError(f"There is no right “{number[:60]}”; `rights-search rights` lists them.")
        generation, favoured = self._serving()
        columns = generation.columns
        mask = columns.facets["right"].having((known,), columns.size)
        sections = []
        for source in SourceKind:
            own = mask & columns.facets["source"].having((source,), columns.size)
            if own.any():
                dated = source not in (SourceKind.CONSTITUTION, SourceKind.TREATY)
                places = section(columns, own, known, favoured, dated, per_section)
                hits = tuple(plain_hit(generation.header(at), generation.passage(at), reader) for at in places)
                documents = columns.documents_in(own)
                sections.append(Section(source=source, total=int(own.sum()), documents=documents, hits=hits))
        return RightPage(
            number=known,
            total=int(mask.sum()),
            documents=columns.documents_in(mask),
            sections=tuple(sections),
            years=years(columns, mask),
            generation=generation.name,
        )

    def holding(self, document_id: str) -> Holding:
        """A document with all its passages.

        Raises:
            NotFoundError: there is no such document.
        """
        found = self.generation().holding(document_id)
        if found is None:
            raise NotFoundError(f"There is no document “{document_id[:80]}”.")
        return found

    def passage(self, id_: str, reader: str = "es") -> SearchHit:
        """One passage, by document and eId (`iccpr#art_9`), by a part of it, or as a concordance has it (`iccpr#9.1`).

        Raises:
            NotFoundError: there is no such document, or no such passage in it.
        """
        document, _, eid = id_.partition("#")
        holding = self.holding(document)
        if not eid:
            example = f"{document}#{holding.passages[0].eid}"
            raise NotFoundError(f"{document} is a document: name one of its passages, as {example}.")
        found = _passage(holding, eid)
        if found is None:
            raise NotFoundError(f"There is no passage “{eid[:80]}” in {document}.")
        return plain_hit(holding, found, reader)

    def catalogue(self) -> tuple[CatalogueEntry, ...]:
        """Every document, in the order of authority, then of date."""
        return self.generation().catalogue

    def entry(self, document_id: str) -> CatalogueEntry | None:
        """The document as the lists show it, or None where it is not held."""
        return self.generation().entry(document_id)

    def intake(self) -> Intake:
        """What became of every file that the index is made from."""
        return self.generation().intake

    def cited(self, document_id: str) -> dict[str, int]:
        """How many passages cite each place of a document (`8.1`, `para_173`), and the document as a whole under ""."""
        return self.generation().cited.get(document_id, {})

    def right_counts(self) -> dict[str, dict[str, int]]:
        """For every right of the register, how many passages each kind of source has on it."""
        counts = self.generation().counts
        return {right.number: dict(counts.get(right.number, {})) for right in self._register}


def _understood(reading: Reading, generation: Generation, deadline: Deadline) -> Understood:
    found = list(nodes.leaves(reading.root))
    sought = [leaf for leaf, negated in found if not negated]
    unknown = rescue.unknown(reading.root, generation, deadline)
    words = (nodes.Word, nodes.Compound, nodes.Numbered)
    return Understood(
        text=nodes.shown(reading.root),
        words=tuple(nodes.shown(leaf) for leaf in sought if isinstance(leaf, words)),
        phrases=tuple(leaf.text for leaf in sought if isinstance(leaf, nodes.Phrase)),
        prefixes=tuple(leaf.text for leaf in sought if isinstance(leaf, nodes.Prefix)),
        excluded=tuple(nodes.shown(leaf) for leaf, negated in found if negated),
        fields=tuple((leaf.name, value) for leaf in sought if isinstance(leaf, nodes.Field) for value in leaf.values),
        ignored=reading.ignored,
        literal=reading.literal,
        unknown=tuple(typed for typed, _ in unknown),
        suggestions=rescue.suggestions(unknown, generation),
    )


def _passage(holding: Holding, eid: str) -> HeldPassage | None:
    """The passage of this eId, or the one that has it as a part, or the one a concordance means by it."""
    number = eid.split(".")
    wanted = [eid]
    if eid[:1].isdigit():
        article = f"art_{number[0]}"
        wanted = [f"{article}__num_{number[1]}", f"{article}__para_{number[1]}"] if len(number) > 1 else []
        wanted.append(article)
    for name in wanted:
        for passage in holding.passages:
            parts = {anchor.eid for held in passage.texts.values() for anchor in held.anchors}
            if passage.eid == name or name in parts:
                return passage
    return None
