"""Building a generation: aside, verified, flushed to disk, and only then made the one that serves.

A build that is killed at any moment leaves the old generation serving and at most a folder that nobody reads, which
the next build removes.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from whoosh.query import Term

from rights_search import __version__
from rights_search.errors import IndexMissingError, RightsSearchError
from rights_search.index.artifact import Origin, Progress, in_order, write_artifact
from rights_search.index.disk import flush, flush_tree, only_writer, write_whole
from rights_search.index.folding import words
from rights_search.index.generation import Generation
from rights_search.index.manifest import CURRENT, GENERATIONS, LOCK, current_name, read_manifest, register_checksum
from rights_search.index.matching import Deadline
from rights_search.model import Document, Intake, Problem, Receipt, hold
from rights_search.store import Store
from rights_search.vocabulary import Register

#: How many passages must be found again by a word of theirs before a generation serves.
CANARIES = 20


class BuildReport(Struct, frozen=True, kw_only=True):
    """What a build did."""

    generation: str
    changed: bool  #: False where the generation that serves is already made of this store and register
    documents: int
    passages: int
    problems: tuple[Problem, ...] = ()  #: files that claim the same document
    seconds: float = 0.0


def build(
    store: Store, indexes: Path, register: Register, *, rebuild: bool = False, progress: Progress | None = None
) -> BuildReport:
    """Make the index of everything in the store, unless the one that serves is that already.

    Raises:
        RightsSearchError: another process is building, the disk is full or may not be written, or what was built
            does not hold together. The generation that served before goes on serving.
    """
    started = time.perf_counter()
    with _words_for_the_disk(indexes):
        indexes.mkdir(parents=True, exist_ok=True)
        with only_writer(indexes / LOCK):
            origin = Origin(store.checksum(), register_checksum(register))
            if not rebuild and (report := _unchanged(indexes, origin)):
                return report
            return _build(store, indexes, register, origin, progress, started)


def _build(
    store: Store, indexes: Path, register: Register, origin: Origin, progress: Progress | None, started: float
) -> BuildReport:
    generations = indexes / GENERATIONS
    generations.mkdir(exist_ok=True)
    _sweep(indexes)
    receipts: list[Receipt] = []
    holdings, problems = hold(_documents(store, receipts))
    holdings = in_order(holdings)
    intake = Intake(receipts=tuple(receipts), problems=problems)
    name = _next_name(generations)
    aside = generations / f"{name}.tmp"
    try:
        manifest = write_artifact(aside, holdings, intake, register, origin, progress)
        _verify(aside)
        flush_tree(aside)
        aside.rename(generations / name)
        flush(generations)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    write_whole(indexes / CURRENT, f"{name}\n".encode())
    _sweep(indexes)
    return BuildReport(
        generation=name,
        changed=True,
        documents=manifest.documents,
        passages=manifest.passages,
        problems=problems,
        seconds=time.perf_counter() - started,
    )


def _documents(store: Store, receipts: list[Receipt]) -> Iterator[Document]:
    """Every document of the store; the receipts of their files are gathered by the way."""
    for record in store.records():
        receipts.append(record.receipt)
        yield from record.documents


def is_fresh(store: Store, indexes: Path, register: Register) -> bool:
    """Whether the generation that serves is made of this store and register.

    Raises:
        IndexMissingError: there is none.
        IndexOutdatedError: it has another schema.
        RightsSearchError: it is damaged.
    """
    manifest = read_manifest(indexes / GENERATIONS / current_name(indexes))
    return (manifest.store, manifest.register) == (store.checksum(), register_checksum(register))


def _unchanged(indexes: Path, origin: Origin) -> BuildReport | None:
    """The report on the generation that serves, if it is whole and of the same origin."""
    try:
        name = current_name(indexes)
        manifest = read_manifest(indexes / GENERATIONS / name)
    except RightsSearchError:
        return None
    # Another version of the program may cut and stem words in another way.
    if (manifest.store, manifest.register, manifest.package) != (origin.store, origin.register, __version__):
        return None
    return BuildReport(generation=name, changed=False, documents=manifest.documents, passages=manifest.passages)


def _verify(folder: Path) -> None:
    """Open what was built, and find some of its passages again by a word of theirs."""
    generation = Generation.in_folder(folder)
    deadline = Deadline(60)
    step = max(1, generation.size // CANARIES)
    for place in range(0, generation.size, step):
        for held in generation.passage(place).texts.values():
            word = max(words(held.text), key=len, default="")
            if word and not generation.run(Term("exact", word), deadline).mask[place]:
                raise RightsSearchError(
                    f"What was built does not hold together: {generation.header(place).id} is not found by “{word}”."
                    " The index that served before goes on serving. Please report this."
                )


def _next_name(generations: Path) -> str:
    numbers = [int(path.name[4:10]) for path in generations.glob("gen-[0-9]*") if path.name[4:10].isdigit()]
    return f"gen-{max(numbers, default=0) + 1:06d}"


def _sweep(indexes: Path) -> None:
    """Remove what no reader needs: all but the generation that serves and the one before it."""
    generations = indexes / GENERATIONS
    try:
        current = current_name(indexes)
    except IndexMissingError:
        current = ""
    earlier = sorted(path.name for path in generations.iterdir() if path.name < current and path.suffix != ".tmp")
    kept = {current, *earlier[-1:]}
    for path in generations.iterdir():
        if path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _words_for_the_disk(indexes: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RightsSearchError(
            f"Cannot write the index in {indexes}: {error.strerror or error}. The index that served before is intact."
            " Make room or choose another folder with --root."
        ) from error
