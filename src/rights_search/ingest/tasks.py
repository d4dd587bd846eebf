"""What a process is asked to read, what it may take for that, and what it answers."""

from msgspec import Struct

from rights_search.errors import Refusal
from rights_search.ingest.receipts import refused
from rights_search.model import Declaration, Source
from rights_search.parsers import length
from rights_search.store import Record


class Task(Struct, frozen=True):
    """A file to read, under the name it has in the store; of an archive that is read in parts, one file in it."""

    path: str
    label: str
    options: Declaration
    member: str = ""


class Allowance(Struct, frozen=True):
    """What one file may take: seconds of work, more for a long one; memory of the process, all in all."""

    seconds: float = 10.0
    seconds_a_page: float = 0.05
    #: A page read from its picture takes some seconds, and the first that lies on its side is read so many times.
    seconds_a_pictured_page: float = 10.0
    readings: int = 3
    #: A table of 10 MB, of which every row is tagged, takes half a minute, and more on a machine that is busy.
    bytes_a_second: float = 250_000
    #: A file without pages gets no more, however large it is: padding buys no hours.
    most: float = 180.0
    #: All that the files of an archive may take together; of 3,000 judgments each takes a second.
    archive: float = 3600.0
    memory: int = 512 * 2**20

    def by_size(self, size: int) -> float:
        """The seconds for a file of so many bytes of which nothing else is known."""
        return self.seconds + min(size / self.bytes_a_second, self.most)

    def time(self, source: Source) -> float:
        """The seconds that a file may take: by its pages, by what is packed in it, or by its size."""
        pages, files, size = length(source.data)
        if pages:
            if source.declared.ocr:
                return max(self.readings, pages) * self.seconds_a_pictured_page
            return max(self.seconds, pages * self.seconds_a_page)
        return max(self.seconds, min(files * self.seconds + min(size / self.bytes_a_second, self.most), self.archive))


class Begun(Struct, frozen=True, tag=True):
    """A file is at hand, and may take so many seconds."""

    seconds: float


class Split(Struct, frozen=True, tag=True):
    """The file is an archive; its files are to be read one by one."""

    fingerprint: str
    members: tuple[str, ...]
    hidden: int = 0  #: files in it that are not read


class Done(Struct, frozen=True, tag=True):
    """What came of a file, and whether the process has too little memory left to read another fairly."""

    record: Record
    worn: bool = False


def refusal(task: Task, reason: str, code: Refusal) -> Record:
    """The record of a file that could not be read."""
    return Record(path=task.label, fingerprint="", receipt=refused(task.label, reason, code))


def hung(seconds: float) -> str:
    """Why a file was given up, and what to do: an honest one may only be long."""
    return f"not read after {seconds:.0f} seconds: split it if it is long, save it anew if not: it is damaged then"


def too_large(task: Task, memory: int) -> Record:
    """The record of a file that wants more memory than there is for one."""
    reason = f"needs more than {memory // 2**20} MB to read: split it; if it is small, it unpacks to too much (a bomb)"
    return refusal(task, reason, Refusal.TOO_LARGE)
