"""What is held and what is missing: by source, by body and year, document by document."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from rights_search.model import CatalogueEntry, SourceKind, Standing
from rights_search.vocabulary import bodies
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority, of_source
from rights_search.web.messages import gettext, ngettext
from rights_search.web.words import body_caption, number

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


class BodyYears(Struct, frozen=True):
    """What is held of one body: its documents by year."""

    body: str
    documents: int
    years: tuple[tuple[str, int], ...]


def holdings(archive: Archive) -> tuple[Holdings, ...]:
    """A row for each source; a source that has nothing keeps its row."""
    by_kind: dict[SourceKind, list[CatalogueEntry]] = defaultdict(list)
    for entry in archive.library.catalogue():
        by_kind[entry.kind].append(entry)
    known = Counter(entry.kind for entry in archive.known)
    return tuple(
        _row(kind, by_kind[kind], known[kind])
        for kind in SourceKind
        if by_kind[kind] or known[kind] or kind in EXPECTED
    )


def _row(kind: SourceKind, entries: list[CatalogueEntry], known: int) -> Holdings:
    years = sorted(entry.date[:4] for entry in entries if entry.date)
    span = years[0] if years and years[0] == years[-1] else "–".join((years[0], years[-1])) if years else ""
    return Holdings(
        authority=of_source(kind),
        source=kind.value,
        documents=len(entries),
        passages=sum(entry.passages for entry in entries),
        years=span,
        missing=tuple(_missing(entries, known)),
    )


def _missing(entries: list[CatalogueEntry], known: int) -> Iterable[str]:
    if not entries and not known:
        yield gettext("Everything")
        return
    if known:
        yield ngettext(
            "Text and digest of %(count)s document that is only listed",
            "Text and digest of %(count)s documents that are only listed",
            known,
            count=number(known),
        )
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


def bodies_held(catalogue: Iterable[CatalogueEntry]) -> tuple[BodyYears, ...]:
    """What is held of each body that speaks, year by year."""
    years: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for entry in catalogue:
        if entry.body and entry.kind not in (SourceKind.CONSTITUTION, SourceKind.TREATY):
            years[entry.body][entry.date[:4]] += 1
    order = list(bodies())
    known = sorted(years, key=lambda id_: order.index(id_) if id_ in order else len(order))
    return tuple(
        BodyYears(body_caption(id_), sum(years[id_].values()), tuple(sorted(years[id_].items()))) for id_ in known
    )
