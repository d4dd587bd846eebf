"""Files read in processes of their own: one for each core, each file within its time and memory.

A file that hangs, or that brings its process down, is refused with the reason; another process takes the next one.
"""

import math
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec
from msgspec import Struct

from rights_search.errors import CorpusError, Refusal, RightsSearchError
from rights_search.ingest.reading import Reader, source_of
from rights_search.ingest.receipts import refused
from rights_search.model import Declaration
from rights_search.store import Record
from rights_search.workspace import Workspace

#: Waits no longer than this before looking at the clock.
TICK = 0.2
#: On a machine that is busy with other things a file may take so many times its seconds by the clock.
PATIENCE = 6


class Allowance(Struct, frozen=True):
    """What one file may take: seconds of work, more for a large one; memory beyond what a process starts with."""

    seconds: float = 10.0
    bytes_a_second: float = 400_000
    #: A page read from its picture takes some seconds, and has some 50,000 bytes.
    pictured_bytes_a_second: float = 5_000
    memory: int = 512 * 2**20

    def time(self, task: "Task") -> float:
        """The seconds that a file may take."""
        speed = self.pictured_bytes_a_second if task.options.ocr else self.bytes_a_second
        try:
            return self.seconds + Path(task.path).stat().st_size / speed
        except OSError:
            return self.seconds


class Task(Struct, frozen=True):
    """A file to read, under the name it has in the store."""

    path: str
    label: str
    options: Declaration


class _Worker:
    """A process, the way to it, and what it is at."""

    def __init__(self, context: BaseContext, workspace: Workspace, allowance: Allowance) -> None:
        self.allowance = allowance
        self.connection, theirs = context.Pipe()
        # A daemon: it goes when the run that started it goes.
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, workspace, allowance.memory), daemon=True
        )
        self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.until = self.latest = math.inf

    def give(self, task: Task) -> None:
        seconds = self.allowance.time(task)
        self.task, self.until, self.latest = task, self.worked() + seconds, time.monotonic() + PATIENCE * seconds
        self.connection.send_bytes(msgspec.msgpack.encode(task))

    def done(self) -> None:
        self.task, self.until, self.latest = None, math.inf, math.inf

    def overdue(self) -> bool:
        """Whether its file took more than it may: of work, or by far of the clock where it only waits."""
        return self.worked() > self.until or time.monotonic() > self.latest

    def worked(self) -> float:
        """The seconds that the process and its own processes worked, as Linux counts them; elsewhere the clock's."""
        try:
            counted = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:15]
            return sum(map(int, counted)) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError):
            return time.monotonic()

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def read_all(
    workspace: Workspace, tasks: Iterable[Task], processes: int = 0, allowance: Allowance | None = None
) -> Iterator[Record]:
    """The record of each task, as they are done; every task gets one.

    Raises:
        RightsSearchError: a process cannot even start.
    """
    waiting = list(tasks)[::-1]
    count = min(processes or os.cpu_count() or 1, len(waiting))
    context, allowance = _context(), allowance or Allowance()
    workers = [_Worker(context, workspace, allowance) for _ in range(count)]
    try:
        for worker in workers:
            worker.give(waiting.pop())
        while busy := [worker for worker in workers if worker.task]:
            wait([worker.connection for worker in busy], timeout=TICK)
            for worker in busy:
                record = _outcome(worker)
                if record is None:
                    continue
                yield record
                if not worker.process.is_alive() and waiting:
                    workers.remove(worker)
                    worker = _Worker(context, workspace, allowance)
                    workers.append(worker)
                if waiting:
                    worker.give(waiting.pop())
    finally:
        for worker in workers:
            worker.end()


def _outcome(worker: _Worker) -> Record | None:
    """What became of a worker's task; none while it is at it."""
    task = worker.task
    if task is None:
        return None
    record = None
    try:
        if worker.connection.poll():
            record = msgspec.msgpack.decode(worker.connection.recv_bytes(), type=Record)
        elif worker.overdue():
            worker.end()
            seconds = worker.allowance.time(task)
            reason = f"not read after {seconds:.0f} seconds: it is damaged or made to hang; save it anew"
            record = _refusal(task, reason, Refusal.HUNG)
        elif not worker.process.is_alive():
            raise EOFError
    except (EOFError, OSError, msgspec.DecodeError):
        worker.process.join(TICK)  # its connection ends a moment before it does
        worker.end()
        record = _dead(task, worker.process.exitcode or 0, worker.allowance.memory)
    if record is not None:
        worker.done()
    return record


def _dead(task: Task, code: int, memory: int) -> Record:
    """The refusal of a file that took its process with it, by how the process ended."""
    if sys.platform == "linux" and code == -signal.SIGABRT:
        # PDFium, and the library of C++, end a process so when it gets no more memory.
        return _too_large(task, memory)
    how = f"on {signal.Signals(-code).name}" if code < 0 else f"with {code}"
    reason = f"a library has a fault that ended the process reading it ({how}): save the file anew"
    if sys.platform != "win32" and code == -signal.SIGKILL:
        reason = "the process reading it was ended by the system, for want of memory, or by somebody: ingest it alone"
    return _refusal(task, reason, Refusal.DIED)


def _too_large(task: Task, memory: int) -> Record:
    reason = f"needs more than {memory // 2**20} MB to read: it unpacks to too much (a bomb), or wants splitting"
    return _refusal(task, reason, Refusal.TOO_LARGE)


def _refusal(task: Task, reason: str, code: Refusal) -> Record:
    return Record(path=task.label, fingerprint="", receipt=refused(task.label, reason, code))


def _context() -> BaseContext:
    """Forked where that is safe, since the vocabularies are then read already; else started anew."""
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone and sys.platform == "linux" else "spawn")


def _serve(connection: Connection, workspace: Workspace, memory: int) -> None:
    """The life of a process: read what is asked until nobody asks."""
    try:
        reader = Reader.of(workspace)
        _limit(memory)
        while True:
            task = msgspec.msgpack.decode(connection.recv_bytes(), type=Task)
            connection.send_bytes(msgspec.msgpack.encode(read_one(reader, task, memory)))
    except (EOFError, OSError, KeyboardInterrupt):
        return
    except RightsSearchError as error:
        print(error, file=sys.stderr)  # noqa: T201  the run says that the process died


def read_one(reader: Reader, task: Task, memory: int) -> Record:
    """A file's record; whatever goes wrong with one file is told in its receipt, and the next one is read."""
    try:
        return reader.record(source_of(Path(task.path), task.label, task.options))
    except CorpusError as error:
        return _refusal(task, str(error), Refusal.UNREADABLE)
    except MemoryError:
        return _too_large(task, memory)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
        reason = f"this program has a fault ({where}): tell its authors, and give the document as text meanwhile"
        return _refusal(task, reason, Refusal.DIED)


def _limit(memory: int) -> None:
    """No more memory than what is in use now and the limit on top."""
    if sys.platform != "linux":
        return
    import resource

    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    limit = used + memory
    resource.setrlimit(resource.RLIMIT_AS, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))
