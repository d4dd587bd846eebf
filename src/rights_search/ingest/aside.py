"""A file from elsewhere, read in a process of its own: it may hang, die or want all memory there, not here."""

import math
import multiprocessing
import re
import signal
import sys
import threading
import traceback
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path

import msgspec
from msgspec import Struct

from rights_search.errors import ParseError
from rights_search.ingest.serving import Room
from rights_search.ingest.tasks import Allowance
from rights_search.ingest.workers import PATIENCE
from rights_search.model import Source
from rights_search.parsers import Account, transcribed
from rights_search.parsers.transcripts import transcriber_of

#: So much of its text tells what a file is.
BEGINNING = 20_000
WORD = re.compile(r"[^\W\d_]{2,}")


class Looked(Struct, frozen=True):
    """What a file is: its type as the transcripts name it, its text; or why it cannot be read."""

    type: str = ""
    text: str = ""  #: how it begins
    words: int = 0  #: in all
    trouble: str = ""


def look(data: bytes, allowance: Allowance | None = None) -> Looked:
    """What the file is, found out within the time and the memory that a file may take."""
    allowance = allowance or Allowance()
    seconds = allowance.by_size(len(data))
    ours, theirs = (context := _context()).Pipe(duplex=False)
    process = context.Process(  # type: ignore[attr-defined]
        target=_serve, args=(theirs, data, math.ceil(seconds), allowance.memory), daemon=True
    )
    process.start()
    theirs.close()
    try:
        if ours.poll(PATIENCE * seconds):
            return msgspec.msgpack.decode(ours.recv_bytes(), type=Looked)
        return Looked(trouble=_hung(seconds))
    except (EOFError, OSError, msgspec.DecodeError):
        process.join(1)  # its connection ends a moment before it does
        ended_by_clock = sys.platform == "linux" and process.exitcode == -signal.SIGXCPU
        return Looked(trouble=_hung(seconds) if ended_by_clock else _died(process.exitcode, allowance.memory))
    finally:
        process.kill()
        process.join()
        ours.close()


def _hung(seconds: float) -> str:
    return f"not read after {seconds:.0f} seconds: it is damaged or made to hang"


def _died(code: int | None, memory: int) -> str:
    """PDFium, and the library of C++, end a process when it gets no more memory."""
    if sys.platform == "linux" and code == -signal.SIGABRT:
        return _too_large(memory)
    return f"the process that read it was ended (with {code}): it is damaged, or made to do so"


def _too_large(memory: int) -> str:
    return f"it needs more than {memory // 2**20} MB to read: it unpacks to too much (a bomb)"


def _context() -> BaseContext:
    """Forked where that is safe, which is quick; else by a process that has read our modules, where there are such."""
    if threading.active_count() == 1 and sys.platform == "linux":
        return multiprocessing.get_context("fork")
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def _serve(connection: Connection, data: bytes, seconds: int, memory: int) -> None:
    _limit(seconds, memory)
    try:
        answer = _looked(data)
    except ParseError as error:
        answer = Looked(trouble=str(error))
    except MemoryError:
        answer = Looked(trouble=_too_large(memory))
    except RecursionError:
        answer = Looked(trouble="nested too deeply to be a document")
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
        answer = Looked(trouble=f"this program has a fault ({where}): tell its authors")
    connection.send_bytes(msgspec.msgpack.encode(answer))


def _looked(data: bytes) -> Looked:
    transcriber = transcriber_of(data)
    if transcriber is None:
        return Looked()
    text = transcribed(Source("", data), Account()).data.decode("utf-8", "replace")
    return Looked(transcriber.name, text[:BEGINNING], len(WORD.findall(text)))


def _limit(seconds: int, memory: int) -> None:
    """No more seconds of work, and no more memory, all in all."""
    Room.within(memory)
    if sys.platform != "linux":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
