"""Files in processes of their own: a file that hangs or wants too much is refused, and the others are read."""

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from office_files import bomb
from rights_search.errors import Refusal
from rights_search.ingest import ingest
from rights_search.ingest.reading import Reader
from rights_search.ingest.workers import Allowance, Task, read_all, read_one
from rights_search.model import Declaration, Outcome, SourceKind
from rights_search.store import Record, Store
from rights_search.workspace import Workspace


def tasks(workspace: Workspace) -> list[Task]:
    """Every document of the workspace; what it is is declared for the large one, which does not say it."""
    declared = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en")
    files = sorted(workspace.corpus.rglob("*.md"))
    return [Task(str(path), path.name, declared if path.name == "large.md" else Declaration()) for path in files]


def read(workspace: Workspace, processes: int = 2, allowance: Allowance | None = None) -> dict[str, Record]:
    return {record.path: record for record in read_all(workspace, tasks(workspace), processes, allowance)}


def large(workspace: Workspace, paragraphs: int = 40_000) -> Path:
    path = workspace.corpus / "instruments" / "large.md"
    text = "\n\n".join(
        f"{n}. States shall keep the wells of the village number {n} open to all." for n in range(1, paragraphs)
    )
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("processes", [1, 2, 9])
def test_every_file_gets_its_record_however_many_processes_read(workspace: Workspace, processes: int) -> None:
    records = read(workspace, processes)
    assert set(records) == {task.label for task in tasks(workspace)}
    assert all(record.receipt.outcome is Outcome.ACCEPTED for record in records.values())


def test_nothing_to_read_is_no_process() -> None:
    assert list(read_all(Workspace.open(), [], 4)) == []


def test_a_file_that_takes_too_long_is_refused_and_the_others_are_read(workspace: Workspace) -> None:
    # Minutes of reading against a limit that a small file keeps even on a machine busy with other tests.
    large(workspace, 400_000)
    records = read(workspace, allowance=Allowance(seconds=8.0, bytes_a_second=10**12))
    assert "not read after" in records["large.md"].receipt.reason
    assert records["icescr.md"].receipt.outcome is Outcome.ACCEPTED


def test_a_file_that_wants_too_much_memory_is_refused_and_the_others_are_read(workspace: Workspace) -> None:
    large(workspace)
    records = read(workspace, allowance=Allowance(memory=16 * 2**20))
    assert records["large.md"].receipt.outcome is Outcome.REFUSED
    assert "memory" in records["large.md"].receipt.reason or "MB to read" in records["large.md"].receipt.reason
    assert records["icescr.md"].receipt.outcome is Outcome.ACCEPTED


@pytest.fixture
def quietly() -> Iterator[None]:
    """A process that is meant to die need not print its stack."""
    faulthandler.disable()
    yield
    faulthandler.enable()


@pytest.mark.usefixtures("quietly")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_pdf_that_unpacks_beyond_its_memory_is_refused_as_too_large(workspace: Workspace) -> None:
    path = workspace.corpus / "instruments" / "bomb.pdf"
    path.write_bytes(bomb(600))
    assert path.stat().st_size < 5_000
    tasks = [Task(str(path), path.name, Declaration(kind=SourceKind.REPORT))]
    (record,) = read_all(workspace, tasks, 1, Allowance(memory=128 * 2**20))
    assert record.receipt.code is Refusal.TOO_LARGE
    assert "more than 128 MB to read" in record.receipt.reason


@pytest.mark.usefixtures("quietly")
@pytest.mark.skipif(sys.platform == "win32", reason="it has no signals")
def test_a_process_that_a_signal_ended_says_which(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    task = tasks(workspace)[0]
    for ending, says in ((signal.SIGSEGV, "SIGSEGV"), (signal.SIGKILL, "by the system")):
        monkeypatch.setattr(Reader, "record", lambda *_, ending=ending: os.kill(os.getpid(), ending))
        monkeypatch.setattr("threading.active_count", lambda: 1)  # forked, so that the process has this reader
        (record,) = read_all(workspace, [task], 1)
        assert record.receipt.code is Refusal.DIED
        assert says in record.receipt.reason


def test_a_fault_of_the_program_refuses_one_file_and_says_where(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = tasks(workspace)[0]
    reader = Reader.of(workspace)
    monkeypatch.setattr(Reader, "parse", lambda *_: [][1])
    receipt = read_one(reader, task, memory=2**20).receipt
    assert (receipt.path, receipt.code) == (task.label, Refusal.DIED)
    assert "IndexError in test_ingest_workers.py" in receipt.reason


def test_the_receipts_come_in_the_order_of_the_files(workspace: Workspace) -> None:
    receipts = ingest(workspace, (), store=Store(workspace.indexes / "store"), processes=2).receipts
    assert [receipt.path for receipt in receipts] == sorted(receipt.path for receipt in receipts)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(workspace: Workspace) -> None:
    path = workspace.corpus / "instruments" / "icescr.md"
    path.chmod(0)
    assert "cannot be read" in read(workspace)["icescr.md"].receipt.reason
