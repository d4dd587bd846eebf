"""An archive whose files are read one by one: what came of each, put together again as the record of one file."""

from collections.abc import Iterator

from msgspec.structs import replace

from rights_search.errors import ParseError, Refusal
from rights_search.ingest.receipts import accepted, refused
from rights_search.ingest.tasks import Split, Task, refusal
from rights_search.model import Parsed
from rights_search.parsers import archive
from rights_search.store import Record

#: What may turn out otherwise another time: such an archive is read again even where it has not changed.
CHANCE = {Refusal.HUNG, Refusal.DIED}


class Gathering:
    """The records of an archive's files, as they come in."""

    def __init__(self, task: Task, split: Split) -> None:
        """Wait for what comes of each file of the split archive."""
        self._archive = task
        self._fingerprint = split.fingerprint
        self._hidden = split.hidden
        self._came: dict[str, Record | None] = dict.fromkeys(split.members)
        self.worked = 0.0  #: seconds, of all its files so far

    def tasks(self) -> Iterator[Task]:
        """One for each file in it."""
        for name in self._came:
            yield replace(self._archive, member=name)

    def refuse(self, task: Task, most: float) -> None:
        """Leave a file unread: those before it took all the time that an archive may take."""
        reason = f"the archive takes more than {most / 60:.0f} minutes to read: unpack it, or split it"
        self.take(task, refusal(task, reason, Refusal.HUNG))

    def take(self, task: Task, record: Record) -> None:
        """Keep what came of one file."""
        self._came[task.member] = record

    @property
    def whole(self) -> bool:
        """Whether every file has its record."""
        return None not in self._came.values()

    def record(self) -> Record:
        """The record of the archive."""
        path, records = self._archive.label, [record for record in self._came.values() if record]
        documents = tuple(document for record in records for document in record.documents)
        try:
            read = archive.joined(self._files())
            hidden = archive.of_hidden(path, self._hidden)
            receipt = accepted(path, replace(read, problems=(*read.problems, *hidden)), documents)
        except ParseError as error:
            documents, receipt = (), refused(path, str(error), error.code)
        seconds = round(sum(record.receipt.seconds for record in records), 3)
        sure = not any(record.receipt.code in CHANCE for record in records)
        return Record(
            path=path,
            fingerprint=self._fingerprint if sure else "",
            receipt=replace(receipt, seconds=seconds),
            documents=documents,
        )

    def _files(self) -> Iterator[tuple[str, Parsed | ParseError]]:
        for name, record in self._came.items():
            if record is None:
                continue
            receipt = record.receipt
            came = (
                ParseError(receipt.reason, Refusal(receipt.code))
                if receipt.reason
                else Parsed(record.documents, receipt.problems)
            )
            yield archive.label(self._archive.label, name), came
