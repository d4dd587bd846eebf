"""The life of a process that reads files: within its memory, one after the other, and whatever one holds is told."""

import errno
import os
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec
from msgspec import Struct

from rights_search.errors import CorpusError, ParseError, Refusal, RightsSearchError
from rights_search.ingest.reading import Reader, source_of
from rights_search.ingest.tasks import Allowance, Begun, Done, Split, Task, refusal, too_large
from rights_search.model import Source
from rights_search.parsers import archive
from rights_search.parsers.transcripts.packed import Packed
from rights_search.store import Record
from rights_search.workspace import Workspace

#: However much a process has already, it gets so much more to work with.
LEAST = 16 * 2**20
#: So many seconds after each other a process looks whether the run is still there.
LOOKED = 1.0
#: The system has no room for what a file is unpacked to on the way.
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Room(Struct, frozen=True):
    """The memory that a process may still take, as Linux counts it; elsewhere nothing is known of it."""

    limit: int = 0  #: of its address space
    at_first: int = 0  #: what was left when it began

    @classmethod
    def within(cls, memory: int) -> "Room":
        """Hold this process to so much memory, all in all.

        What is limited is its address space, of which only a part is memory that it has: what it has at first is
        taken from what it may have in the end, so that all of it together stays below.
        """
        if sys.platform != "linux":
            return cls()
        import resource

        space, resident = _pages()
        more = max(memory - resident * resource.getpagesize(), LEAST)
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        limit = space * resource.getpagesize() + more
        limit = limit if most == resource.RLIM_INFINITY else min(limit, most)
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
        return cls(limit, more)

    @property
    def worn(self) -> bool:
        """Whether less than half is left: another file might be refused for what this one took."""
        if not self.limit or sys.platform != "linux":
            return False
        import resource

        return self.limit - _pages()[0] * resource.getpagesize() < self.at_first // 2


def _pages() -> tuple[int, int]:
    """The pages of this process's address space, and those that are in memory."""
    space, resident = Path("/proc/self/statm").read_text().split()[:2]
    return int(space), int(resident)


def serve(connection: Connection, workspace: Workspace, allowance: Allowance) -> None:
    """Read what is asked until nobody asks."""

    def begin(source: Source) -> None:
        connection.send_bytes(msgspec.msgpack.encode(Begun(allowance.time(source))))

    _go_with_the_run()
    try:
        reader = Reader.of(workspace)
        room = Room.within(allowance.memory)
        while True:
            task: Task = connection.recv()
            connection.send_bytes(_answer(reader, task, allowance.memory, begin, room))
    except (EOFError, OSError, KeyboardInterrupt):
        return
    except RightsSearchError as error:
        print(error, file=sys.stderr)  # noqa: T201  the run says that the process died


def _go_with_the_run() -> None:
    """End when the run ends that this process reads for, however that is ended: nobody else would end it.

    Its connection may stay open after the run: the processes started later hold the run's end of it, too.
    """
    run = os.getppid()

    def watch() -> None:
        while os.getppid() == run:
            time.sleep(LOOKED)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _answer(reader: Reader, task: Task, memory: int, begin: Callable[[Source], None], room: Room) -> bytes:
    """What came of a task, as it is sent."""
    came = read_one(reader, task, memory, begin)
    try:
        return msgspec.msgpack.encode(came if isinstance(came, Split) else Done(came, room.worn))
    except MemoryError:
        return msgspec.msgpack.encode(Done(too_large(task, memory), worn=True))


def read_one(
    reader: Reader, task: Task, memory: int, begin: Callable[[Source], None] = lambda source: None
) -> Record | Split:
    """A file's record, or what an archive is split into; `begin` is told the file before it is read.

    Whatever goes wrong with one file is told in its receipt, and the next one is read.
    """
    try:
        source = _source(task)
        begin(source)
        return (None if task.member else _split(reader, source)) or reader.record(source)
    except CorpusError as error:
        return refusal(task, str(error), Refusal.UNREADABLE)
    except ParseError as error:
        return refusal(task, str(error), error.code)
    except MemoryError:
        return too_large(task, memory)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM:
            full = f"there is no room in {tempfile.gettempdir()}, where what is read stands on the way"
            reason = f"{full} ({error.strerror}): make some, or name another folder in TMPDIR"
            return refusal(task, reason, Refusal.UNREADABLE)
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
        reason = f"this program has a fault ({where}): tell its authors, and give the document as text meanwhile"
        return refusal(task, reason, Refusal.DIED)


def _source(task: Task) -> Source:
    """The file that is to be read, or the one in it.

    Raises:
        CorpusError: it cannot be opened.
        ParseError: it cannot be unpacked.
    """
    if not task.member:
        return source_of(Path(task.path), task.label, task.options)
    try:
        with Path(task.path).open("rb") as file:
            return archive.member_of(task.label, Packed(file), task.member, task.options)
    except OSError as error:
        raise CorpusError(f"cannot be read: {error.strerror}") from error


def _split(reader: Reader, source: Source) -> Split | None:
    """An archive's files, to be read one by one; none where it is no archive, or one that cannot be opened."""
    if not archive.is_archive(source.data):
        return None
    try:
        packed = Packed(source.data)
    except ParseError:
        return None
    members = tuple(archive.members(packed))
    return Split(reader.fingerprint(source), members, archive.passed_over(packed)) if members else None
