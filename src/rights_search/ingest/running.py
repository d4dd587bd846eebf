"""A run over files: what changed is read, what is gone is forgotten, and every file gets its receipt."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rights_search import corpus
from rights_search.errors import CorpusError, Refusal
from rights_search.ingest.reading import Reader, source_of
from rights_search.ingest.receipts import difference, refused
from rights_search.ingest.tasks import Task
from rights_search.ingest.workers import read_all
from rights_search.model import Declaration, Outcome, Problem, Receipt, hold
from rights_search.store import Record, Store
from rights_search.workspace import Workspace

#: Told after each file: how many are done, of how many, and the receipt.
Progress = Callable[[int, int, Receipt], None]


class Summary(Struct, frozen=True):
    """The receipts of a run."""

    receipts: tuple[Receipt, ...]
    claims: tuple[Problem, ...] = ()  #: files that would claim one document, where nothing was kept
    hidden: int = 0  #: files under the paths that were passed over because they are hidden

    def count(self, outcome: Outcome) -> int:
        """How many files ended so."""
        return Counter(receipt.outcome for receipt in self.receipts)[outcome]

    @property
    def passages(self) -> int:
        """Passages of the files that were taken in or unchanged."""
        return sum(receipt.passages for receipt in self.receipts if receipt.outcome is not Outcome.REMOVED)

    @property
    def troubled(self) -> tuple[Receipt, ...]:
        """Files that were refused or have something to look at."""
        return tuple(r for r in self.receipts if r.problems or r.outcome is Outcome.REFUSED)


def ingest(
    workspace: Workspace,
    paths: tuple[Path, ...],
    *,
    options: Declaration | None = None,
    store: Store | None = None,
    keep: bool = True,
    progress: Progress | None = None,
    processes: int = 0,
) -> Summary:
    """Take in the files under the paths; without paths, the workspace's corpus.

    Without a store nothing is kept, and nothing known from before. With one, and not to keep anything, the receipts
    are those that taking in would give, and the files that would claim one document are named.

    Files are read in as many processes as are given, or one for each core.

    Raises:
        CorpusError: a path does not exist, and nothing was taken in from under it.
        VocabularyError: the State's register does not hold together.
        StoreError: the store cannot be written.
    """
    reader = Reader.of(workspace)
    paths = paths or (workspace.corpus,)
    # A path that is gone, and under which something was taken in, is named to have that forgotten.
    there = tuple(path for path in paths if os.path.lexists(path) or not _known_under(path, workspace, store))
    files = {label(path, workspace): path for path in corpus.find(there)}
    others = {label(path, workspace, follow=False): reason for path, reason in corpus.passed_over(there)}
    run = _Run(reader, options or Declaration(), store, keep, {})
    receipts: dict[str, Receipt] = {}

    def done(receipt: Receipt) -> None:
        receipts[receipt.path] = receipt
        if progress:
            progress(len(receipts), len(files) + len(others), receipt)

    tasks = []
    for name, path in files.items():
        receipt = run.known(path, name)
        if receipt:
            done(receipt)
        else:
            tasks.append(Task(str(path), name, corpus.declaration(path, run.options)))
    for record in read_all(workspace, tasks, processes):
        done(run.take_in(record))
    for name, reason in others.items():
        done(run.take_in(Record(path=name, fingerprint="", receipt=refused(name, reason, Refusal.UNREADABLE))))
    found = [receipts[name] for name in (*files, *others)]
    if store is not None:
        gone = list(_gone(set(files), set(others), paths, workspace, store))
        found.extend(replace(record.receipt, outcome=Outcome.REMOVED, problems=(), reason="") for record in gone)
        if keep:
            for record in gone:
                store.remove(record.path)
        else:
            return Summary(tuple(found), run.claims({record.path for record in gone}), corpus.hidden(there))
    return Summary(tuple(found), hidden=corpus.hidden(there))


class _Run(Struct, frozen=True):
    """What one run holds every file against."""

    reader: Reader
    options: Declaration
    store: Store | None
    keep: bool
    read: dict[str, Record]  #: what is not kept

    def known(self, path: Path, name: str) -> Receipt | None:
        """The receipt of a file that need not be read: it has not changed, or it cannot even be opened."""
        before = self.store.get(name) if self.store is not None else None
        try:
            source = source_of(path, name, self.options)
        except CorpusError as error:
            return self.take_in(
                Record(path=name, fingerprint="", receipt=refused(name, str(error), Refusal.UNREADABLE))
            )
        if before and before.fingerprint == self.reader.fingerprint(source):
            return replace(before.receipt, outcome=_again(before.receipt.outcome), seconds=0.0)
        return None

    def take_in(self, record: Record) -> Receipt:
        """Keep a record that was read; where it was refused, what was taken in from the file before stays."""
        before = self.store.get(record.path) if self.store is not None else None
        if before and before.documents and record.receipt.outcome is Outcome.REFUSED:
            record = _kept(record, before)
        elif before and before.documents:
            changed = difference(before.documents, record.documents)
            record = replace(record, receipt=replace(record.receipt, difference=changed))
        if self.store is not None and self.keep:
            self.store.put(record)
        elif self.store is not None:
            self.read[record.path] = record
        return record.receipt

    def claims(self, gone: set[str]) -> tuple[Problem, ...]:
        """The files that would claim one document if what was read took the place of what is kept."""
        kept = {record.path: record for record in self.store.records()} if self.store is not None else {}
        after = {path: record for path, record in {**kept, **self.read}.items() if path not in gone}
        documents = (document for _, record in sorted(after.items()) for document in record.documents)
        return hold(documents)[1]


def label(path: Path, workspace: Workspace, *, follow: bool = True) -> str:
    """A file's name in the store: within the corpus from `corpus/` on, elsewhere its full path.

    Bytes of it that are no UTF-8 are escaped. A link that is not followed has the name of its own place.
    """
    full = path.resolve() if follow else path.parent.resolve() / path.name
    home = workspace.corpus.resolve()
    name = str(Path("corpus", full.relative_to(home))) if full.is_relative_to(home) else str(full)
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _kept(record: Record, known: Record) -> Record:
    """A file that went bad does not take its document with it: what was taken in before stays, and it is said."""
    reason = f"{record.receipt.reason}. What was taken in from it before stays"
    receipt = replace(
        record.receipt,
        reason=reason,
        documents=known.receipt.documents,
        passages=known.receipt.passages,
        readings=known.receipt.readings,
    )
    return replace(record, documents=known.documents, receipt=receipt)


def _again(outcome: Outcome) -> Outcome:
    """A refused file stays refused when it has not changed: nothing of it was taken in."""
    return Outcome.REFUSED if outcome is Outcome.REFUSED else Outcome.UNCHANGED


def _known_under(path: Path, workspace: Workspace, store: Store | None) -> bool:
    """Whether something was taken in from this path, or from a folder that it was."""
    name = label(path, workspace)
    return store is not None and any(Path(record.path).is_relative_to(name) for record in store.records())


def _gone(
    files: set[str], others: set[str], paths: tuple[Path, ...], workspace: Workspace, store: Store
) -> Iterator[Record]:
    """The records of files that stood under the named paths and are not there any more.

    What lies in a folder that cannot be opened just now (one of the `others`) is not known to be gone.
    """
    named = [label(path, workspace) for path in paths]
    for record in store.records():
        at = Path(record.path)
        hidden = any(at.is_relative_to(other) for other in others)
        if any(at.is_relative_to(name) for name in named) and record.path not in files and not hidden:
            yield record
