"""Every document as a row of a table: by source, by body where several speak, held or only known of."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from rights_search.model import Catalogued, CatalogueEntry, SourceKind, Standing
from rights_search.vocabulary import fold, instruments
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority, of_source, source_name, treaty_force
from rights_search.web.coverage import best
from rights_search.web.facets import language_inline
from rights_search.web.facts import standing_name
from rights_search.web.known import side
from rights_search.web.languages import current
from rights_search.web.messages import gettext
from rights_search.web.passages import symbol
from rights_search.web.roles import role_name
from rights_search.web.words import body_caption, body_name, body_short, contracted, instrument_short, listed

#: The sources in which several bodies speak: a table for each.
BY_BODY = (
    SourceKind.CONCLUDING_OBSERVATIONS,
    SourceKind.GENERAL_COMMENT,
    SourceKind.COMMUNICATION,
    SourceKind.REPORT,
)
#: The standing of what is only known of, in addresses.
LISTED = "listed"


class Listed(Struct, frozen=True):
    """A document in a list; one that is only known of has no passages and says why."""

    id: str
    title: str
    symbol: str
    year: str
    passages: int
    standing: str
    digest: bool
    note: str
    gaps: int
    body: str
    language: str
    held: bool = True


class Source(Struct, frozen=True):
    """A source's documents, in tables: one for each body where several speak."""

    kind: str
    name: str
    authority: Authority
    documents: int
    tables: tuple[tuple[str, tuple[Listed, ...]], ...]


def sources(archive: Archive, title: str = "", body: str = "", status: str = "") -> tuple[Source, ...]:
    """The documents of every source, narrowed by words, body and standing; those only known of among them."""
    wanted = fold(title)
    by_kind: dict[SourceKind, list[CatalogueEntry | Catalogued]] = defaultdict(list)
    for entry in archive.library.catalogue():
        wording = (*entry.titles.values(), entry.symbol, entry.id)
        if _fits(wanted, wording) and body in ("", entry.body) and status in ("", best(entry).value):
            by_kind[entry.kind].append(entry)
    for known in archive.known:
        wording = (*known.title.values(), known.symbol, known.id)
        if _fits(wanted, wording) and body in ("", known.body) and status in ("", LISTED):
            by_kind[known.kind].append(known)
    return tuple(_source(kind, by_kind[kind], archive) for kind in SourceKind if by_kind[kind])


def _fits(wanted: str, words: Iterable[str]) -> bool:
    return wanted in fold(" ".join(words))


def _source(kind: SourceKind, entries: list[CatalogueEntry | Catalogued], archive: Archive) -> Source:
    by_body: dict[str, list[Listed]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: (_day(e), e.symbol), reverse=True):
        listed_ = _known(entry) if isinstance(entry, Catalogued) else _listed(entry, archive)
        by_body[entry.body if kind in BY_BODY else ""].append(listed_)
    tables = tuple((body_caption(id_), tuple(by_body[id_])) for id_ in sorted(by_body, key=body_name))
    return Source(kind.value, source_name(kind), of_source(kind), len(entries), tables)


def _day(entry: CatalogueEntry | Catalogued) -> str:
    return entry.day if isinstance(entry, Catalogued) else entry.date


def _listed(entry: CatalogueEntry, archive: Archive) -> Listed:
    language = current()
    shown = language if language in entry.standings else next(iter(entry.standings), language)
    standing = entry.standings.get(shown, Standing.DIGEST)
    others = [language_inline(code) for code in entry.standings if code != language]
    return Listed(
        id=entry.id,
        title=entry.titles.get(language) or next(iter(entry.titles.values()), entry.id),
        symbol=symbol(entry.symbol) or (instrument_short(entry.id) if entry.id in instruments() else ""),
        year=entry.date[:4],
        passages=entry.passages,
        standing=standing_name(standing),
        digest=standing is Standing.DIGEST,
        note="" if shown == language else gettext("only in %(languages)s", languages=listed(others)),
        gaps=len(entry.gaps),
        body=_who(entry, archive),
        language="" if language in entry.titles else next(iter(entry.titles), ""),
    )


def _known(entry: Catalogued) -> Listed:
    return Listed(
        id=entry.id,
        title=side(entry.title),
        symbol=symbol(entry.symbol),
        year=entry.day[:4],
        passages=0,
        standing=gettext("Only listed"),
        digest=False,
        note="",
        gaps=0,
        body=role_name(entry.role) if entry.role else "",
        language="",
        held=False,
    )


def _who(entry: CatalogueEntry, archive: Archive) -> str:
    if entry.kind is SourceKind.TREATY:
        return contracted(treaty_force(entry.id, archive.state))
    return ""


def bodies_in(archive: Archive) -> tuple[tuple[str, str], ...]:
    """The bodies of the documents held or known of, for a list to choose from."""
    ids = {entry.body for entry in archive.library.catalogue()} | {entry.body for entry in archive.known}
    return tuple(sorted(((id_, body_short(id_)) for id_ in ids - {""}), key=lambda pair: pair[1].casefold()))
