"""Who told the State what, and when: a table of mechanisms by year, and the recommendations newest first."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from rights_search.model import SearchHit, SearchQuery, SourceKind
from rights_search.search import Library
from rights_search.web import links
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority, of_source
from rights_search.web.passages import Shown, shown

#: The mechanisms that address a State year after year.
MECHANISMS = (SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.SPECIAL_PROCEDURE, SourceKind.UPR)
#: A wider table is read by decades of silence; the latest years are those people ask for.
MOST_YEARS = 12


class Cell(Struct, frozen=True):
    """What one mechanism said in one year, with a link to it."""

    year: int
    count: int
    address: str


class Row(Struct, frozen=True):
    """One mechanism over the years."""

    authority: Authority
    cells: tuple[Cell, ...]


class MechanismYears(Struct, frozen=True):
    """The table: the years in which anybody spoke, and a row for each mechanism."""

    years: tuple[int, ...]
    rows: tuple[Row, ...]
    earlier: int = 0


class Year(Struct, frozen=True):
    """A year of the timeline; undated documents stand under an empty year."""

    year: str
    passages: tuple[Shown, ...]


def mechanism_years(library: Library, archive: Archive, right: str, reader: str) -> MechanismYears | None:
    """The table for one right; nothing where no mechanism ever spoke to the State on it."""
    counts = {kind: _counts(library, _query(archive, right, kind, reader)) for kind in MECHANISMS}
    spoken = sorted({year for by_year in counts.values() for year in by_year})
    if not spoken:
        return None
    years = tuple(spoken[-MOST_YEARS:])
    rows = tuple(
        Row(of_source(kind), tuple(_cell(_query(archive, right, kind, reader), year, counts[kind]) for year in years))
        for kind in MECHANISMS
    )
    return MechanismYears(years, rows, len(spoken) - len(years))


def _query(archive: Archive, right: str, kind: SourceKind, reader: str) -> SearchQuery:
    return SearchQuery(rights=(right,), sources=(kind,), states=(archive.state.iso3,), per_page=1, reader=reader)


def _counts(library: Library, query: SearchQuery) -> dict[int, int]:
    years = library.search(query).facets.get("year", ())
    return {int(year): count for year, count in years if str(year).isdigit() and count}


def _cell(query: SearchQuery, year: int, counts: dict[int, int]) -> Cell:
    return Cell(year, counts.get(year, 0), links.address(links.in_years(query, year, year)))


def timeline(hits: Iterable[SearchHit], archive: Archive) -> tuple[Year, ...]:
    """The hits by year, newest first."""
    by_year: dict[str, list[SearchHit]] = defaultdict(list)
    for hit in hits:
        by_year[hit.date[:4]].append(hit)
    return tuple(
        Year(year, tuple(shown(hit, archive) for hit in sorted(by_year[year], key=lambda h: (h.source, h.document))))
        for year in sorted(by_year, reverse=True)
    )
