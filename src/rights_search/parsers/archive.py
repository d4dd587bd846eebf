"""A ZIP file of documents: each file in it is read as if it lay in a folder, or named with the reason why not."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from rights_search.errors import ParseError, Refusal
from rights_search.model import Declaration, Document, Parsed, Problem, Source
from rights_search.model.hidden import is_hidden, is_litter
from rights_search.parsers.base import is_open_document
from rights_search.parsers.transcripts import transcriber_of
from rights_search.parsers.transcripts.packed import MAGIC, Packed

#: How one with nothing in it begins.
EMPTY = b"PK\x05\x06"
#: An archive in an archive in an archive is a trap.
DEEPEST = 2
#: Between the archive's name and a file's in it.
INSIDE = "!/"
#: What a folder declares of its files; an archive's files are declared from outside.
SETTINGS = "collection.toml"
#: As what an archive was read.
FORM = "ZIP"
#: So many reasons are named where nothing in an archive can be read.
MOST_NAMED = 3

Parse = Callable[[Source], Parsed]


def recognises(data: bytes) -> bool:
    """A ZIP file; the formats that are ZIP files themselves are asked first."""
    return data.startswith((MAGIC, EMPTY))


def parse(source: Source, parse_one: Parse) -> Parsed:
    """The documents of every file in it.

    Raises:
        ParseError: it is damaged, a bomb, or holds no document that can be read.
    """
    return _parse(source, parse_one, Packed(source.data))


def is_archive(data: bytes) -> bool:
    """A ZIP file that is no document itself, neither one that is read nor one of another program."""
    return recognises(data) and transcriber_of(data) is None and not is_open_document(data)


def members(packed: Packed) -> list[str]:
    """The names of the files in it, in order, without what systems put beside documents and what is hidden."""
    return [name for name in sorted(packed) if not is_litter(_parts(name)) and not is_hidden(_parts(name))]


def passed_over(packed: Packed) -> int:
    """How many files in it are not read because they, or folders that they are in, are hidden."""
    return sum(is_hidden(_parts(name)) and not is_litter(_parts(name)) for name in packed)


def of_hidden(path: str, count: int) -> Iterator[Problem]:
    """What is said of hidden files in the archive of this path."""
    if count:
        files = "hidden file in it is" if count == 1 else "hidden files in it are"
        yield Problem(path, "", f"{count} {files} not read: give them names that do not begin with a dot")


def member_of(path: str, packed: Packed, name: str, declared: Declaration) -> Source:
    """One file of the archive of this path, as a source of its own.

    Raises:
        ParseError: it cannot be unpacked, or is none that is read from archives.
    """
    if _parts(name)[-1:] == (SETTINGS,):
        raise ParseError(
            f"settings within an archive are not read: unpack it, or put a {SETTINGS} beside it",
            code=Refusal.UNREADABLE,
        )
    return Source(label(path, name), packed.read(name), declared)


def label(path: str, name: str) -> str:
    """What a file in the archive of this path is called."""
    return f"{path}{INSIDE}{safe(name)}"


def _parse(source: Source, parse_one: Parse, packed: Packed) -> Parsed:
    read = joined(_each(source, parse_one, packed))
    return replace(read, problems=(*read.problems, *of_hidden(source.path, passed_over(packed))))


def _each(source: Source, parse_one: Parse, packed: Packed) -> Iterator[tuple[str, Parsed | ParseError]]:
    for name in members(packed):
        try:
            read = _member(member_of(source.path, packed, name, source.declared), parse_one, packed)
        except ParseError as error:
            yield label(source.path, name), error
        else:
            yield label(source.path, name), read


def joined(files: Iterable[tuple[str, Parsed | ParseError]]) -> Parsed:
    """What came of each file of an archive, as what came of the archive.

    Raises:
        ParseError: no document came of any.
    """
    code: Refusal | None = None
    documents: list[Document] = []
    problems: list[Problem] = []
    for member, came in files:
        if isinstance(came, ParseError):
            problems.append(Problem(member, "", str(came)))
            code = code or came.code
            continue
        documents.extend(came.documents)
        problems.extend(came.problems)
    if not documents:
        why = f"a ZIP file with no document that can be read in it{_why(problems)}"
        raise ParseError(why, code=code or Refusal.NO_PASSAGE)
    return Parsed(tuple(documents), tuple(problems), format=FORM)


def _member(source: Source, parse_one: Parse, outer: Packed) -> Parsed:
    """What one file in an archive holds. An archive in it shares its limit: ten small bombs are one large one."""
    if not is_archive(source.data):
        return parse_one(source)
    if source.path.count(INSIDE) >= DEEPEST:
        raise ParseError("an archive within archives: unpack it", code=Refusal.TOO_LARGE)
    inner = Packed(source.data, outer.unpacked)
    try:
        return _parse(source, parse_one, inner)
    finally:
        outer.unpacked = inner.unpacked


def safe(name: str) -> str:
    """A file's name in an archive, without ways out of it; it is shown, and never opened."""
    return "/".join(part for part in _parts(name) if part not in ("..", "/", ".") and not part.endswith(":"))


def _parts(name: str) -> tuple[str, ...]:
    """A file's name in an archive in its parts, whichever way its strokes lean."""
    return PurePosixPath(name.replace("\\", "/").replace("\x00", "")).parts


def _why(problems: list[Problem]) -> str:
    """The first reasons, after a colon; that of its settings last, which keeps nothing from being read."""
    ordered = sorted(problems, key=lambda problem: problem.source.endswith(f"/{SETTINGS}"))
    named = [f"{problem.source.rpartition(INSIDE)[2]}: {problem.message}" for problem in ordered[:MOST_NAMED]]
    further = f"; and {len(problems) - MOST_NAMED} more files" if len(problems) > MOST_NAMED else ""
    return f": {'; '.join(named)}{further}" if named else ""
