"""Writing that survives a crash and a power cut, and one writer at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rights_search.errors import RightsSearchError


def flush(path: Path) -> None:
    """Wait until a file's or a folder's content is on the disk."""
    if path.is_dir() and sys.platform == "win32":
        return  # Windows knows no such thing for folders
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_tree(folder: Path) -> None:
    """Flush every file below a folder, then every folder, the inner ones first."""
    for base, _, files in os.walk(folder, topdown=False):
        for name in files:
            flush(Path(base, name))
        flush(Path(base))


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that at any moment it is either the old one or the new one."""
    aside = path.with_name(f"{path.name}.tmp")
    with aside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    flush(path.parent)


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold a lock file as the only writer; the system frees it when the process ends, however it ends.

    Raises:
        RightsSearchError: another process holds it.
    """
    with path.open("a+b") as file:
        if not _lock(file.fileno()):
            raise RightsSearchError(
                f"Another process is building the index in {path.parent}: wait until it is done, then try again."
            )
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
