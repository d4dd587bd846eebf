"""A ZIP file of documents: each file in it is read as if it lay in a folder, or named with the reason why not."""

from collections.abc import Callable
from pathlib import PurePosixPath

from rights_search.errors import ParseError, Refusal
from rights_search.model import Document, Parsed, Problem, Source
from rights_search.parsers.transcripts import transcriber_of
from rights_search.parsers.transcripts.packed import MAGIC, Packed

#: An archive in an archive in an archive is a trap.
DEEPEST = 2
#: Between the archive's name and a file's in it.
INSIDE = "!/"
#: What archives carry beside documents.
ASIDE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")

Parse = Callable[[Source], Parsed]


def recognises(data: bytes) -> bool:
    """A ZIP file; the formats that are ZIP files themselves are asked first."""
    return data.startswith(MAGIC)


def parse(source: Source, parse_one: Parse) -> Parsed:
    """The documents of every file in it.

    Raises:
        ParseError: it is damaged, a bomb, or holds no document that can be read.
    """
    return _parse(source, parse_one, Packed(source.data))


def _parse(source: Source, parse_one: Parse, packed: Packed) -> Parsed:
    code: Refusal | None = None
    documents: list[Document] = []
    problems: list[Problem] = []
    for name in sorted(packed):
        if any(part in name for part in ASIDE) or name.rpartition("/")[2].startswith("."):
            continue
        member = f"{source.path}{INSIDE}{safe(name)}"
        try:
            parsed = _member(Source(member, packed.read(name), source.declared), parse_one, packed)
        except ParseError as error:
            problems.append(Problem(member, "", str(error)))
            code = code or error.code
            continue
        documents.extend(parsed.documents)
        problems.extend(parsed.problems)
    if not documents:
        why = f"a ZIP file with no document that can be read in it{_why(problems)}"
        raise ParseError(why, code=code or Refusal.NO_PASSAGE)
    return Parsed(tuple(documents), tuple(problems))


def _member(source: Source, parse_one: Parse, outer: Packed) -> Parsed:
    """What one file in an archive holds. An archive in it shares its limit: ten small bombs are one large one."""
    if not recognises(source.data) or transcriber_of(source.data) is not None:
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
    parts = PurePosixPath(name.replace("\\", "/").replace("\x00", "")).parts
    return "/".join(part for part in parts if part not in ("..", "/", ".") and not part.endswith(":"))


def _why(problems: list[Problem]) -> str:
    """The first reason, after a colon."""
    return f": {problems[0].source.rpartition(INSIDE)[2]}: {problems[0].message}" if problems else ""
