"""Writing one complete generation into a folder: the Whoosh segment and everything that lies beside it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct
from whoosh.filedb.filestore import FileStorage

from rights_search import __version__
from rights_search.index.columns import RANK, ColumnWriter
from rights_search.index.entries import DocumentWords, entry
from rights_search.index.lexicon import LexiconWriter
from rights_search.index.manifest import CATALOGUE, COUNTS, DOCUMENTS, MANIFEST, RECEIPTS, WHOOSH, Manifest, sizes
from rights_search.index.passages import PassageWriter
from rights_search.index.schema import SCHEMA_VERSION, schema
from rights_search.index.segment import PassageSegmentWriter
from rights_search.model import CatalogueEntry, Holding, Intake
from rights_search.vocabulary import Register

#: Called with the passages done and all there are.
Progress = Callable[[int, int], None]


class Origin(Struct, frozen=True):
    """What a generation is made from."""

    store: str
    register: str


def in_order(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    """The order of the catalogue, and of passages where nothing else orders them: authority, then date, then id."""
    return tuple(sorted(holdings, key=lambda holding: (RANK[holding.kind], holding.date, holding.id)))


def write_artifact(
    folder: Path,
    holdings: tuple[Holding, ...],
    intake: Intake,
    register: Register,
    origin: Origin,
    progress: Progress | None,
) -> Manifest:
    """Write everything; the manifest comes last, so that a folder with one is complete."""
    (folder / DOCUMENTS).mkdir(parents=True)
    for place, holding in enumerate(holdings):
        (folder / DOCUMENTS / f"{place:06d}.json").write_bytes(msgspec.json.encode(holding))
    catalogue = tuple(catalogue_entry(holding) for holding in holdings)
    (folder / CATALOGUE).write_bytes(msgspec.json.encode(catalogue))
    (folder / RECEIPTS).write_bytes(msgspec.json.encode(intake))
    _write_passages(folder, holdings, register, progress)
    manifest = Manifest(
        schema=SCHEMA_VERSION,
        package=__version__,
        store=origin.store,
        register=origin.register,
        documents=len(holdings),
        passages=sum(one.passages for one in catalogue),
        built=datetime.now(UTC).isoformat(timespec="seconds"),
        files=sizes(folder),
    )
    (folder / MANIFEST).write_bytes(msgspec.json.encode(manifest))
    return manifest


def _write_passages(folder: Path, holdings: tuple[Holding, ...], register: Register, progress: Progress | None) -> None:
    (folder / WHOOSH).mkdir()
    writer = PassageSegmentWriter(FileStorage(str(folder / WHOOSH)).create_index(schema()))
    columns, lexicon, passages = ColumnWriter(), LexiconWriter(), PassageWriter(folder)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    total = sum(len(holding.passages) for holding in holdings)
    for place, holding in enumerate(holdings):
        document = DocumentWords(holding)
        for passage in holding.passages:
            taken = entry(document, passage, columns.size, register)
            writer.add_passage(taken.fields)
            columns.add(taken, holding.date, place)
            lexicon.add(taken.exact, (held.text for held in passage.texts.values()))
            passages.add(passage)
            for right in taken.facets["right"]:
                counts[right][holding.kind] += 1
        if progress:
            progress(columns.size, total)
    writer.commit(merge=False)
    columns.save(folder)
    lexicon.save(folder)
    passages.close()
    (folder / COUNTS).write_bytes(msgspec.json.encode(counts))


def catalogue_entry(holding: Holding) -> CatalogueEntry:
    """The document as the lists show it."""
    return CatalogueEntry(
        id=holding.id,
        kind=holding.kind,
        titles=holding.titles,
        standings=holding.standings,
        passages=len(holding.passages),
        symbol=holding.symbol,
        aliases=holding.aliases,
        body=holding.body,
        states=holding.states,
        date=holding.date,
        urls=holding.urls,
        gaps=holding.gaps,
        sources=holding.sources,
        also_held=holding.also_held,
        checked=holding.checked,
    )
