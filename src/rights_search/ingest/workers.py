"""Files read in processes of their own: one for each core, each file within its time and memory.

A file that hangs, or that brings its process down, is refused with the reason; another process takes the next one.
No file is refused for what another one left behind: what may come of that is read again in a process of its own.
"""

import math
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import msgspec

from rights_search.errors import Refusal
from rights_search.ingest.gathering import Gathering
from rights_search.ingest.serving import serve
from rights_search.ingest.tasks import Allowance, Begun, Done, Split, Task, hung, refusal, too_large
from rights_search.store import Record
from rights_search.workspace import Workspace

#: Waits no longer than this before looking at the clock.
TICK = 0.2
#: On a machine that is busy with other things a file may take so many times its seconds by the clock.
PATIENCE = 6
#: What a library says, too, when it gets no memory because a file before took it, or was left in disorder by it.
DOUBTFUL = {Refusal.DAMAGED, Refusal.DIED, Refusal.TOO_LARGE}

_ANSWERS = msgspec.msgpack.Decoder(Begun | Split | Done)


class _Worker:
    """A process, the way to it, and what it is at."""

    def __init__(self, context: BaseContext, workspace: Workspace, allowance: Allowance) -> None:
        self.allowance = allowance
        self.connection, theirs = context.Pipe()
        # A daemon: it goes when the run that started it goes.
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, workspace, allowance), daemon=True
        )
        with _deaf():
            self.process.start()
        theirs.close()
        self.task: Task | None = None
        self.fresh = True  #: whether it has read nothing before the file that it is at
        self.worn = False
        self.seconds = self.began = 0.0
        self.until = self.latest = math.inf

    def give(self, task: Task) -> None:
        self.task, self.began = task, self.worked()
        try:
            size = Path(task.path).stat().st_size
        except OSError:
            size = 0
        self._allow(self.allowance.by_size(size))
        # Pickled: a file's name may be bytes that are no text. What comes back is only decoded.
        with suppress(OSError):  # a process that has died since is found dead when it is asked for its answer
            self.connection.send(task)

    def _allow(self, seconds: float) -> None:
        self.seconds = seconds
        self.until, self.latest = self.began + seconds, time.monotonic() + PATIENCE * seconds

    def answer(self) -> Record | Split | None:
        """What came of its task; nothing while it is at it."""
        task = self.task
        if task is None:
            return None
        try:
            while self.connection.poll():
                said = _ANSWERS.decode(self.connection.recv_bytes())
                if isinstance(said, Split):
                    return said
                if isinstance(said, Done):
                    self.worn = said.worn
                    return said.record
                self._allow(said.seconds)
            if not self.process.is_alive():  # asked before the clock: nobody counts the seconds of the dead
                raise EOFError
            if self.overdue():
                self.end()
                return refusal(task, hung(self.seconds), Refusal.HUNG)
        except (EOFError, OSError, msgspec.DecodeError):
            self.process.join(TICK)  # its connection ends a moment before it does
            self.end()
            return _dead(task, self.process.exitcode or 0, self.allowance.memory)
        return None

    def done(self) -> float:
        """Free it for another task; the seconds that it worked for this one."""
        worked = self.worked() - self.began if self.process.is_alive() else self.seconds
        self.task, self.until, self.latest, self.fresh = None, math.inf, math.inf, False
        return worked

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
    pool = _Pool(workspace, tasks, processes or os.cpu_count() or 1, allowance or Allowance())
    try:
        while pool.busy():
            yield from pool.step()
    finally:
        pool.end()


class _Pool:
    """The processes of a run, and what is left to be read."""

    def __init__(self, workspace: Workspace, tasks: Iterable[Task], count: int, allowance: Allowance) -> None:
        self.workspace, self.allowance, self.count = workspace, allowance, count
        self.context = _context()
        self.waiting = deque(tasks)
        self.workers: list[_Worker] = []
        self.gatherings: dict[str, Gathering] = {}

    def busy(self) -> bool:
        """Whether anything is being read, once everyone has something to read."""
        while self.waiting:
            idle = next((worker for worker in self.workers if not worker.task), None)
            if idle is None and len(self.workers) >= self.count:
                break
            (idle or self._start()).give(self.waiting.popleft())
        return any(worker.task for worker in self.workers)

    def step(self) -> Iterator[Record]:
        """Wait a moment, and give the records of what was done in it."""
        at_work = [worker for worker in self.workers if worker.task]
        wait([worker.connection for worker in at_work], timeout=TICK)
        for worker in at_work:
            task, answer = worker.task, worker.answer()
            if task is None or answer is None:
                continue
            if isinstance(answer, Record) and answer.receipt.code in DOUBTFUL and not worker.fresh:
                self._retire(worker)
                self._start().give(task)
                continue
            worked = worker.done()
            if isinstance(answer, Split):
                gathering = self.gatherings[task.label] = Gathering(task, answer)
                self.waiting.extendleft(reversed(list(gathering.tasks())))
                continue
            if worker.worn or answer.receipt.code == Refusal.TOO_LARGE or not worker.process.is_alive():
                self._retire(worker)
            yield from self._taken(task, answer, worked)

    def _taken(self, task: Task, record: Record, worked: float) -> Iterator[Record]:
        """The record itself, or that of the archive which it makes whole."""
        if not task.member:
            yield record
            return
        gathering = self.gatherings[task.label]
        gathering.take(task, record)
        gathering.worked += worked
        if gathering.worked > self.allowance.archive:
            left = [other for other in self.waiting if other.member and other.label == task.label]
            self.waiting = deque(other for other in self.waiting if other not in left)
            for other in left:
                gathering.refuse(other, self.allowance.archive)
        if gathering.whole:
            yield self.gatherings.pop(task.label).record()

    def _start(self) -> _Worker:
        worker = _Worker(self.context, self.workspace, self.allowance)
        self.workers.append(worker)
        return worker

    def _retire(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.end()

    def end(self) -> None:
        for worker in self.workers:
            worker.end()


def _dead(task: Task, code: int, memory: int) -> Record:
    """The refusal of a file that took its process with it, by how the process ended."""
    if sys.platform == "linux" and code == -signal.SIGABRT:
        # PDFium, and the library of C++, end a process so when it gets no more memory.
        return too_large(task, memory)
    how = f"on {signal.Signals(-code).name}" if code < 0 else f"with {code}"
    reason = f"a library has a fault that ended the process reading it ({how}): save the file anew"
    if sys.platform != "win32" and code == -signal.SIGKILL:
        reason = "the process reading it was ended by the system, for want of memory, or by somebody: ingest it alone"
    return refusal(task, reason, Refusal.DIED)


@contextmanager
def _deaf() -> Iterator[None]:
    """A process that starts meanwhile does not hear Ctrl-C, which goes to all of a terminal: who started it ends it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> BaseContext:
    """Forked where that is safe, since the vocabularies are then read already; else started anew."""
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if alone and sys.platform == "linux" else "spawn")
