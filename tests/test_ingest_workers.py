"""Files in processes of their own: a file that hangs or wants too much is refused, and the others are read."""

import errno
import faulthandler
import gzip
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from office_files import bomb, packed, paged
from rights_search.errors import Refusal
from rights_search.ingest import ingest
from rights_search.ingest.reading import Reader, source_of
from rights_search.ingest.receipts import refused
from rights_search.ingest.serving import read_one
from rights_search.ingest.tasks import Allowance, Task
from rights_search.ingest.workers import read_all
from rights_search.model import Declaration, Outcome, Source, SourceKind
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
    large(workspace, 400_000)  # more than what this process has freed, and a forked one has for nothing
    records = read(workspace, allowance=Allowance(memory=16 * 2**20))
    assert records["large.md"].receipt.outcome is Outcome.REFUSED
    assert "memory" in records["large.md"].receipt.reason or "MB to read" in records["large.md"].receipt.reason
    assert records["icescr.md"].receipt.outcome is Outcome.ACCEPTED


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_what_wants_too_much_memory_leaves_none_of_its_want_to_the_next_file(workspace: Workspace) -> None:
    first = large(workspace, 400_000)
    declared = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en")
    bad = [Task(str(first), f"{n}.md", declared) for n in (1, 2)]
    good = [task for task in tasks(workspace) if task.label != first.name]
    records = {r.path: r for r in read_all(workspace, [*bad, *good], 1, Allowance(memory=16 * 2**20))}
    assert [records[f"{n}.md"].receipt.code for n in (1, 2)] == [Refusal.TOO_LARGE] * 2
    assert {records[task.label].receipt.outcome for task in good} == {Outcome.ACCEPTED}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts memory so")
def test_a_process_has_no_more_memory_in_all_than_a_file_may_have() -> None:
    script = (
        "import re\n"
        "from pathlib import Path\n"
        "from rights_search.ingest.serving import Room\n"
        "Room.within(256 * 2**20)\n"
        "held = []\n"
        "try:\n"
        "    while True: held.append(b'x' * 2**20)\n"
        "except MemoryError: held.clear()\n"
        # Its own: `getrusage` gives the largest of its parent, where that was larger.
        "print(int(re.findall(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[0]) // 1024)\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert 150 < int(run.stdout) <= 256


def test_a_file_that_may_be_refused_for_another_ones_sake_is_read_again_alone(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that a file brought into disorder calls the next one damaged."""
    sound = Reader.record
    seen: list[str] = []

    def disordered(reader: Reader, source: Source) -> Record:
        seen.append(source.path)
        if len(seen) > 1:
            return Record(path=source.path, fingerprint="", receipt=refused(source.path, "damaged", Refusal.DAMAGED))
        return sound(reader, source)

    monkeypatch.setattr(Reader, "record", disordered)
    monkeypatch.setattr("threading.active_count", lambda: 1)  # forked, so that the process has this reader
    records = read(workspace, processes=1)
    assert {record.receipt.outcome for record in records.values()} == {Outcome.ACCEPTED}


def archive(workspace: Workspace, files: dict[str, bytes]) -> Task:
    path = workspace.corpus / "instruments" / "all.zip"
    path.write_bytes(packed(files))
    return Task(str(path), "all.zip", Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en"))


def comment(number: int, paragraphs: int = 8) -> bytes:
    lines = (f"{n}. States shall keep the wells of village {n} open." for n in range(1, paragraphs + 1))
    return "\n\n".join((f"E/C.12/GC/{number}", f"General comment No. {number}", *lines)).encode()


@pytest.mark.parametrize("processes", [1, 3])
def test_the_files_of_an_archive_are_read_one_by_one_and_come_back_as_one_record(
    workspace: Workspace, processes: int
) -> None:
    files = {f"{n}.txt": comment(n) for n in range(30, 40)}
    task = archive(
        workspace, {**files, "empty.txt": b"", ".42.txt": comment(42), "in.zip": packed({"41.txt": comment(41)})}
    )
    (record,) = read_all(workspace, [task], processes)
    assert (record.path, record.receipt.outcome, record.receipt.format) == ("all.zip", Outcome.WARNINGS, "ZIP")
    assert [document.source for document in record.documents][-2:] == ["all.zip!/39.txt", "all.zip!/in.zip!/41.txt"]
    assert record.receipt.passages == 11 * 8
    assert [problem.source for problem in record.receipt.problems] == ["all.zip!/empty.txt", "all.zip"]
    assert "1 hidden file" in record.receipt.problems[-1].message
    assert record == replace(
        Reader.of(workspace).record(source_of(Path(task.path), "all.zip", task.options)),
        receipt=record.receipt,
    )


def test_one_file_of_an_archive_that_takes_too_long_is_named_and_the_others_are_read(workspace: Workspace) -> None:
    task = archive(workspace, {"1.txt": comment(31), "2.txt": comment(32, 400_000), "3.txt": comment(33)})
    (record,) = read_all(workspace, [task], 2, Allowance(seconds=8.0, bytes_a_second=10**12))
    assert [document.id for document in record.documents] == ["e-c-12-gc-31", "e-c-12-gc-33"]
    (problem,) = record.receipt.problems
    assert problem.source == "all.zip!/2.txt"
    assert "not read after 8 seconds" in problem.message
    assert record.fingerprint == "", "another time it may be read"


def test_an_archive_may_not_take_hours_with_many_files(workspace: Workspace) -> None:
    task = archive(workspace, {f"{n}.txt": comment(n, 200) for n in range(30, 60)})
    (record,) = read_all(workspace, [task], 1, Allowance(archive=0.1))
    assert 0 < len(record.documents) < 30
    assert "unpack it, or split it" in record.receipt.problems[-1].message


def test_an_archive_none_of_whose_files_can_be_read_is_refused_with_the_first_reason(workspace: Workspace) -> None:
    (record,) = read_all(workspace, [archive(workspace, {"a.txt": b"", "b.txt": b""})], 2)
    assert record.receipt.code is Refusal.EMPTY
    assert "no document that can be read in it: a.txt" in record.receipt.reason
    assert record.fingerprint


def test_a_file_may_take_the_time_of_its_pages_and_no_padding_buys_hours() -> None:
    allowance = Allowance()

    def seconds(data: bytes, *, ocr: bool = False) -> float:
        return allowance.time(Source("a", data, Declaration(ocr=ocr)))

    assert seconds(b"1. Words.") == pytest.approx(10, abs=0.1)
    assert seconds(paged(3)) == 10
    assert seconds(paged(1000)) == pytest.approx(50)
    assert seconds(paged(3) + b"%" * 2**24) == 10
    assert seconds(paged(3), ocr=True) == 30
    assert seconds(paged(3, claimed=1_000_000)) < 60
    assert seconds(b"x" * 2**28) <= 200
    table = b"".join(b"%d;Open the wells of village %d;%d\n" % (n, 7 * n, n * n) for n in range(200_000))
    alone = gzip.compress(table)
    assert seconds(alone) == pytest.approx(seconds(table)), "what is packed alone takes the time of what it holds"
    assert seconds(alone) > 25
    assert seconds(gzip.compress(paged(1000))) == pytest.approx(50)
    assert seconds(gzip.compress(b"x" * 2**25)) < 15, "a bomb buys no time"
    assert seconds(alone[:-20]) < 20, "nor does a damaged file"
    assert seconds(packed({f"{n}.txt": b"1. Words." for n in range(60)})) == pytest.approx(600, abs=1)
    assert seconds(packed({f"{n}.txt": b"1. Words." for n in range(4000)})) == allowance.archive


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
    record = read_one(reader, task, memory=2**20)
    assert isinstance(record, Record)
    receipt = record.receipt
    assert (receipt.path, receipt.code) == (task.label, Refusal.DIED)
    assert "IndexError in test_ingest_workers.py" in receipt.reason


def test_a_temporary_folder_without_room_is_named_and_no_fault_of_the_program(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    task = tasks(workspace)[0]
    monkeypatch.setattr(Reader, "parse", full)
    record = read_one(Reader.of(workspace), task, memory=2**20)
    assert isinstance(record, Record)
    assert record.receipt.code is Refusal.UNREADABLE
    assert f"no room in {tempfile.gettempdir()}" in record.receipt.reason
    assert "TMPDIR" in record.receipt.reason


#: Reads for minutes, in two processes.
LONG_RUN = """
import sys
from rights_search.ingest.tasks import Allowance, Task
from rights_search.ingest.workers import read_all
from rights_search.model import Declaration
from rights_search.workspace import Workspace

task = Task(sys.argv[1], "large", Declaration(kind="general-comment", body="cescr", language="en"))
list(read_all(Workspace.open(), [task, task], 2, Allowance(seconds=600.0, memory=2**32)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_a_run_that_is_ended(workspace: Workspace, ending: signal.Signals) -> None:
    run = subprocess.Popen([sys.executable, "-c", LONG_RUN, str(large(workspace, 400_000))])
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while len(children.read_text().split()) < 2:
        time.sleep(0.1)
    processes = [Path("/proc", pid) for pid in children.read_text().split()]
    time.sleep(1)  # both are at work
    run.send_signal(ending)
    run.wait()
    until = time.monotonic() + 20
    while any(path.exists() for path in processes) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(path.exists() for path in processes)


def test_the_receipts_come_in_the_order_of_the_files(workspace: Workspace) -> None:
    receipts = ingest(workspace, (), store=Store(workspace.indexes / "store"), processes=2).receipts
    assert [receipt.path for receipt in receipts] == sorted(receipt.path for receipt in receipts)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(workspace: Workspace) -> None:
    path = workspace.corpus / "instruments" / "icescr.md"
    path.chmod(0)
    assert "cannot be read" in read(workspace)["icescr.md"].receipt.reason


# --- Ctrl-C ---


def begun(workspace: Workspace, folder: Path) -> subprocess.Popen[str]:
    """A run over many files, in a group of its own, that has kept the first of them."""
    text = "General comment No. {} on wells\n\n1. One well.\n\n2. Two wells.\n\n3. Three wells.\n"
    for number in range(1, 1500):
        (folder / f"{number}.txt").write_text(text.format(number))
    command = [sys.executable, "-m", "rights_search", "--root", str(workspace.corpus.parent), "ingest", str(folder)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    kept = workspace.indexes / "store"
    while run.poll() is None and not any(kept.glob("*.json")):
        time.sleep(0.02)
    return run


def left(group: int) -> bool:
    """Whether a process of a group is still there, after some seconds at most."""
    for _ in range(150):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are those of Unix")
def test_a_run_that_is_broken_off_keeps_what_was_read_and_the_next_one_goes_on(
    workspace: Workspace, tmp_path: Path
) -> None:
    (folder := tmp_path / "many").mkdir()
    run = begun(workspace, folder)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal sends it: to the run and to all its processes
    _, said = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "Traceback" not in said
    found = re.search(r"Broken off: (\d+) of 1499 files were read, and what came of them is kept", said)
    assert found, said
    assert "The same command goes on with the other files" in said
    kept = len(list((workspace.indexes / "store").glob("*.json")))
    assert 0 < kept <= int(found[1]) + 1 < 1499
    assert not left(run.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="what is left of a run is looked for as Linux does")
def test_no_process_stays_behind_when_its_run_is_killed(workspace: Workspace, tmp_path: Path) -> None:
    (folder := tmp_path / "many").mkdir()
    run = begun(workspace, folder)
    run.kill()
    run.wait(timeout=60)
    assert not left(run.pid)
