"""What is held and what is missing: by source, by body and year, document by document."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from rights_search.model import CatalogueEntry, SourceKind, Standing
from rights_search.vocabulary import bodies, fold, instruments
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority, of_source, source_name, treaty_force
from rights_search.web.facets import language_inline
from rights_search.web.facts import standing_name
from rights_search.web.languages import current
from rights_search.web.messages import gettext, ngettext
from rights_search.web.passages import symbol
from rights_search.web.words import body_name, body_short, contracted, instrument_short, listed, number

#: The sources everybody expects; the others have a row only where something is held.
EXPECTED = (
    SourceKind.CONSTITUTION,
    SourceKind.TREATY,
    SourceKind.JUDGMENT,
    SourceKind.GENERAL_COMMENT,
    SourceKind.CONCLUDING_OBSERVATIONS,
    SourceKind.SPECIAL_PROCEDURE,
    SourceKind.UPR,
)
BEST = {standing: rank for rank, standing in enumerate(Standing)}


class Holdings(Struct, frozen=True):
    """One source's row: how much is held, and what is missing of it."""

    authority: Authority
    source: str
    documents: int
    passages: int
    years: str
    missing: tuple[str, ...]


class Listed(Struct, frozen=True):
    """A document in a list."""

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


class Source(Struct, frozen=True):
    """A source's documents, in tables: one for each body where several speak."""

    kind: str
    name: str
    authority: Authority
    documents: int
    tables: tuple[tuple[str, tuple[Listed, ...]], ...]


class BodyYears(Struct, frozen=True):
    """What is held of one body: its documents by year."""

    body: str
    documents: int
    years: tuple[tuple[str, int], ...]


def holdings(catalogue: Iterable[CatalogueEntry]) -> tuple[Holdings, ...]:
    """A row for each source; a source that has nothing keeps its row."""
    by_kind: dict[SourceKind, list[CatalogueEntry]] = defaultdict(list)
    for entry in catalogue:
        by_kind[entry.kind].append(entry)
    return tuple(_row(kind, by_kind[kind]) for kind in SourceKind if by_kind[kind] or kind in EXPECTED)


def _row(kind: SourceKind, entries: list[CatalogueEntry]) -> Holdings:
    years = sorted(entry.date[:4] for entry in entries if entry.date)
    span = years[0] if years and years[0] == years[-1] else "–".join((years[0], years[-1])) if years else ""
    return Holdings(
        authority=of_source(kind),
        source=kind.value,
        documents=len(entries),
        passages=sum(entry.passages for entry in entries),
        years=span,
        missing=tuple(_missing(entries)),
    )


def _missing(entries: list[CatalogueEntry]) -> Iterable[str]:
    if not entries:
        yield gettext("Everything")
        return
    digests = sum(1 for entry in entries if best(entry) is Standing.DIGEST)
    extracts = sum(1 for entry in entries if best(entry) is Standing.EXCERPT)
    gaps = sum(1 for entry in entries if entry.gaps)
    if digests:
        yield ngettext(
            "Official text of %(count)s document",
            "Official text of %(count)s documents",
            digests,
            count=number(digests),
        )
    if extracts:
        yield ngettext(
            "Full text of %(count)s document", "Full text of %(count)s documents", extracts, count=number(extracts)
        )
    if gaps:
        yield ngettext(
            "Numbers missing in %(count)s document", "Numbers missing in %(count)s documents", gaps, count=number(gaps)
        )


def best(entry: CatalogueEntry) -> Standing:
    """The best standing of a document in any language."""
    return min(entry.standings.values(), key=lambda standing: BEST[standing], default=Standing.DIGEST)


def sources(archive: Archive, title: str = "", body: str = "", status: str = "") -> tuple[Source, ...]:
    """The documents of every source, narrowed by words, body and standing."""
    wanted = fold(title)
    by_kind: dict[SourceKind, list[CatalogueEntry]] = defaultdict(list)
    for entry in archive.library.catalogue():
        words = fold(" ".join((*entry.titles.values(), entry.symbol, entry.id)))
        if wanted in words and body in ("", entry.body) and status in ("", best(entry).value):
            by_kind[entry.kind].append(entry)
    return tuple(_source(kind, by_kind[kind], archive) for kind in SourceKind if by_kind[kind])


def _source(kind: SourceKind, entries: list[CatalogueEntry], archive: Archive) -> Source:
    by_body: dict[str, list[Listed]] = defaultdict(list)
    several = kind in (SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.GENERAL_COMMENT, SourceKind.COMMUNICATION)
    for entry in sorted(entries, key=lambda e: (e.date, e.symbol), reverse=True):
        by_body[entry.body if several else ""].append(_listed(entry, archive))
    tables = tuple((_caption(id_), tuple(by_body[id_])) for id_ in sorted(by_body, key=body_name))
    return Source(kind.value, source_name(kind), of_source(kind), len(entries), tables)


def _caption(body: str) -> str:
    short = body_short(body) if body else ""
    return f"{body_name(body)} ({short})" if short != body_name(body) else body_name(body)


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


def _who(entry: CatalogueEntry, archive: Archive) -> str:
    if entry.kind is SourceKind.TREATY:
        return contracted(treaty_force(entry.id, archive.state))
    return ""


def bodies_held(catalogue: Iterable[CatalogueEntry]) -> tuple[BodyYears, ...]:
    """What is held of each body that speaks, year by year."""
    years: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for entry in catalogue:
        if entry.body and entry.kind not in (SourceKind.CONSTITUTION, SourceKind.TREATY):
            years[entry.body][entry.date[:4]] += 1
    order = list(bodies())
    known = sorted(years, key=lambda id_: order.index(id_) if id_ in order else len(order))
    return tuple(BodyYears(_caption(id_), sum(years[id_].values()), tuple(sorted(years[id_].items()))) for id_ in known)


def bodies_in(catalogue: Iterable[CatalogueEntry]) -> tuple[tuple[str, str], ...]:
    """The bodies of the documents held, for a list to choose from."""
    ids = {entry.body for entry in catalogue if entry.body}
    return tuple(sorted(((id_, body_short(id_)) for id_ in ids), key=lambda pair: pair[1].casefold()))
