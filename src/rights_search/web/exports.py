"""A result as rows for a spreadsheet, with the query that made it; no cell can act as a formula."""

import csv
import io
from collections.abc import Iterator

from flask import url_for
from msgspec.structs import replace

from rights_search.citations.formats import cite
from rights_search.model import SearchHit, SearchQuery
from rights_search.search import Library
from rights_search.web import links
from rights_search.web.archive import Archive
from rights_search.web.authority import of_hit
from rights_search.web.languages import current
from rights_search.web.messages import gettext
from rights_search.web.places import place
from rights_search.web.reasons import labels

#: A file with more rows is no longer read by a person; the whole archive is for programs.
MOST_ROWS = 5_000
AT_ONCE = 500
#: What spreadsheets take for the beginning of a formula (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
COLUMNS = (
    "id", "source", "authority", "force", "title", "symbol", "place", "date", "body", "states", "rights", "reasons",
    "recommended_by", "response", "standing", "language", "text", "citation", "official_text", "address",
)  # fmt: skip


def rows_of(library: Library, query: SearchQuery) -> Iterator[SearchHit]:
    """Every hit of a query in its order, up to MOST_ROWS."""
    page = 1
    while (page - 1) * AT_ONCE < MOST_ROWS:
        result = library.search(replace(query, page=page, per_page=AT_ONCE))
        yield from result.hits
        if page * AT_ONCE >= result.total or not result.hits:
            return
        page += 1


def as_csv(archive: Archive, query: SearchQuery) -> str:
    """The rows as CSV: UTF-8 with a mark, so that a spreadsheet shows accents; the query in the last row."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for hit in rows_of(archive.library, query):
        writer.writerow([safe(cell) for cell in _row(hit, archive)])
    asked = gettext("Made by this search: %(address)s", address=_absolute(links.address(query)))
    writer.writerow([safe(asked)])
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def _row(hit: SearchHit, archive: Archive) -> tuple[str, ...]:
    authority = of_hit(hit, archive.state)
    own = labels(hit.tags, archive.register, hit.source, hit.text, (*hit.path, hit.heading))
    return (
        hit.id, hit.source.value, authority.name, authority.force, hit.title, hit.symbol, place(hit.eid, hit.num),
        hit.date, hit.body, " ".join(hit.states), " ".join(label.number for label in own),
        " | ".join(f"{label.number}: {label.reason}" for label in own), " ".join(hit.recommended_by), hit.response,
        hit.standing.value, hit.language, hit.text, cite(hit, "un", current()), links.official(hit.url),
        _absolute(links.reader_address(hit.id)),
    )  # fmt: skip


def _absolute(address: str) -> str:
    """The whole address, so that a row can be followed from anywhere."""
    root = url_for("doors.choose", _external=True)
    return root.rstrip("/") + address
