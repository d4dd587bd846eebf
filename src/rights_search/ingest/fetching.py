"""Which official texts are wanted, where they are, and whether what came is the document that was asked for."""

import hashlib
import traceback
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rights_search import corpus
from rights_search.errors import FetchError, ParseError
from rights_search.fetch import Downloader, Guard, Limits, Settings, Shelf, load_settings
from rights_search.fetch.shelf import Fetched
from rights_search.ingest.asked_for import Wanted, checked
from rights_search.model import Declaration, Source, SourceKind, text_address
from rights_search.parsers import parse as parse_document
from rights_search.workspace import Workspace

LANGUAGES = ("es", "en")


class Fetch(Struct, frozen=True):
    """What became of one document: "new", "changed", "unchanged" or "failed", and why."""

    document: str
    outcome: str
    language: str = ""
    file: str = ""
    bytes: int = 0
    why: str = ""


Progress = Callable[[int, int, Fetch], None]


def wanted(workspace: Workspace) -> tuple[Wanted, ...]:
    """Every document of the corpus, digested or only catalogued, that has an address to fetch it from."""
    found: dict[str, Wanted] = {}
    for entry in corpus.read_catalogue(workspace.corpus).documents:
        addresses = {code: entry.url.get(code) or text_address(entry.symbol, code) for code in LANGUAGES}
        case = entry.case.get("es", "")
        found[entry.id] = Wanted(entry.id, entry.title, entry.symbol, entry.day, case, addresses)
    for path in corpus.find((workspace.corpus,)):
        for one in _digested(path):
            known = found.get(one.id)
            title = {**known.title, **one.title} if known else one.title
            addresses = {**known.addresses, **one.addresses} if known else one.addresses
            found[one.id] = Wanted(one.id, title, one.symbol, one.date, one.case, addresses)
    return tuple(one for one in found.values() if any(one.addresses.values()))


def _digested(path: Path) -> Iterator[Wanted]:
    """The documents of one of our own files, a language each; other files hold the official text already."""
    if path.suffix != ".md" or not path.read_bytes()[:16].lstrip(b"\xef\xbb\xbf \r\n").startswith(b"+++"):
        return
    try:
        documents = parse_document(Source(str(path), path.read_bytes(), Declaration())).documents
    except ParseError:
        return
    for document in documents:
        if document.kind is SourceKind.CONSTITUTION:
            continue
        address = text_address(document.symbol, document.language) or document.url
        case = getattr(document.facts, "case", "")
        yield Wanted(
            document.id,
            {document.language: document.title},
            document.symbol,
            document.date,
            case,
            {document.language: address},
        )


def fetch(
    workspace: Workspace,
    documents: Iterable[str] = (),
    *,
    languages: tuple[str, ...] = LANGUAGES,
    every_language: bool = False,
    settings: Settings | None = None,
    guard: Guard | None = None,
    sleep: Callable[[float], None] | None = None,
    progress: Progress | None = None,
) -> tuple[Fetch, ...]:
    """Fetch the named documents, or all that have an address; in the first of the languages that is to be had.

    Raises:
        FetchError: a named document is not known, or has no address.
        CorpusError: `fetch.toml` of the corpus is wrong.
    """
    settings = settings or load_settings(workspace.corpus)
    known = {one.id: one for one in wanted(workspace)}
    chosen = list(dict.fromkeys(_named(name, known) for name in documents)) or list(known)
    limits = Limits(
        bytes=settings.megabytes * 2**20,
        seconds=settings.seconds,
        attempts=settings.attempts,
        seconds_between=settings.seconds_between,
    )
    shelf = Shelf(workspace.state / corpus.TEXTS)
    made: list[Fetch] = []
    waiting = {"sleep": sleep} if sleep else {}
    with Downloader(guard or Guard(settings.hosts), limits, **waiting) as downloader:
        for done, name in enumerate(chosen, start=1):
            for result in _one(known[name], languages, every_language, shelf, downloader):
                made.append(result)
                if progress:
                    progress(done, len(chosen), result)
    return tuple(made)


def _named(name: str, known: dict[str, Wanted]) -> str:
    """The id of a document that is named by it, or by its symbol.

    Raises:
        FetchError: there is none, or several bear the symbol.
    """
    if name in known:
        return name
    bearing = [one.id for one in known.values() if one.symbol and one.symbol.casefold() == name.strip().casefold()]
    if len(bearing) > 1:
        raise FetchError(f"{name} is the symbol of {len(bearing)} documents: name one of {', '.join(bearing[:9])}.")
    if not bearing:
        raise FetchError(f"{name} is no document with an address; `rights-search documents` lists them.")
    return bearing[0]


def _one(one: Wanted, languages: tuple[str, ...], every: bool, shelf: Shelf, downloader: Downloader) -> Iterator[Fetch]:
    """The outcomes for one document: the first language that succeeds, or each."""
    failed: list[Fetch] = []
    for language in languages:
        if not one.addresses.get(language):
            continue
        result = _attempt(one, language, shelf, downloader)
        if every:
            yield result
        elif result.outcome == "failed":
            failed.append(result)
        else:
            yield replace(result, why="; ".join(f"not in {before.language}: {before.why}" for before in failed))
            return
    yield from failed


def _attempt(one: Wanted, language: str, shelf: Shelf, downloader: Downloader) -> Fetch:
    try:
        return _fetched(one, language, shelf, downloader)
    except FetchError as error:
        why = str(error)
    except OSError as error:
        why = f"{shelf.folder} cannot be written: {error.strerror}"
    except Exception as error:
        # Nothing that one server sends may keep the documents behind it from being asked for.
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(place.filename).name}, line {place.lineno}"
        why = f"this program has a fault ({where}): tell its authors"
    return Fetch(one.id, "failed", language, why=why)


def _fetched(one: Wanted, language: str, shelf: Shelf, downloader: Downloader) -> Fetch:
    held = shelf.held(one.id, language)
    known = held or Fetched("", "")
    part = shelf.part(one.id, language)
    got = downloader.get(one.addresses[language], part, etag=known.etag, modified=known.modified)
    if held and got.unchanged:
        return Fetch(one.id, "unchanged", language, held.file)
    suffix = checked(one, language, got.data, got.kind)
    digest = hashlib.sha256(got.data).hexdigest()
    if held and digest == held.sha256:
        return Fetch(one.id, "unchanged", language, held.file)
    before = f"{one.id} {language}" in shelf.ledger()
    row = Fetched("", got.url, got.etag, got.modified, date.today().isoformat(), digest)
    file = shelf.put(one.id, language, suffix, got.data, row)
    return Fetch(one.id, "changed" if before else "new", language, file.name, len(got.data))
