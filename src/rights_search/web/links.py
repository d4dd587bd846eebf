"""From a query to an address: the whole state of a search stands in its link."""

from typing import Any
from urllib.parse import urlencode

from flask import request, url_for
from msgspec.structs import replace

from rights_search.model import SearchQuery, Sort, pinpoint
from rights_search.web.messages import gettext

#: Filters with several values: the name in the address, and the field of the query.
FILTERS = {
    "right": "rights",
    "source": "sources",
    "body": "bodies",
    "state": "states",
    "kind": "kinds",
    "lang": "languages",
    "document": "documents",
    "cites": "cites",
    "group": "groups",
    "goal": "goals",
}


def filter_name(name: str) -> str:
    """What a filter is called."""
    names = {
        "right": gettext("Right"),
        "source": gettext("Authority"),
        "body": gettext("Body"),
        "state": gettext("State addressed"),
        "kind": gettext("Kind of passage"),
        "lang": gettext("Language"),
        "document": gettext("Document"),
        "cites": gettext("Cites"),
        "group": gettext("Group concerned"),
        "goal": gettext("Sustainable Development Goal"),
        "year": gettext("Year"),
    }
    return names.get(name, name)


def parameters(query: SearchQuery) -> dict[str, Any]:
    """The query as the parameters of an address, the defaults left out."""
    given: dict[str, Any] = {"q": query.text}
    given |= {name: list(getattr(query, field)) for name, field in FILTERS.items()}
    given |= {"from": query.year_from, "to": query.year_to}
    given["sort"] = "" if query.sort is Sort.RELEVANCE else query.sort.value
    given["page"] = query.page if query.page > 1 else None
    return {name: value for name, value in given.items() if value}


def address(query: SearchQuery, endpoint: str = "pages.search") -> str:
    """The link of a search."""
    return url_for(endpoint, **parameters(query))


def with_value(query: SearchQuery, name: str, value: str) -> SearchQuery:
    """The query with one more value of a filter, from its first page."""
    field = FILTERS[name]
    return changed(query, **{field: (*getattr(query, field), value)})


def without_value(query: SearchQuery, name: str, value: str) -> SearchQuery:
    """The query with one value of a filter less, from its first page."""
    field = FILTERS[name]
    return changed(query, **{field: tuple(kept for kept in getattr(query, field) if kept != value)})


def without_filters(query: SearchQuery) -> SearchQuery:
    """The words alone."""
    return SearchQuery(text=query.text, sort=query.sort, reader=query.reader)


def has_filters(query: SearchQuery) -> bool:
    """Whether anything but the words narrows the query."""
    return any(getattr(query, field) for field in FILTERS.values()) or bool(query.year_from or query.year_to)


def cite_address(eid: str) -> str:
    """The link, within a document's page, that opens the citations of one passage and keeps the search it came from."""
    kept = {name: values for name, values in request.args.lists() if name != "cite"}
    return f"?{urlencode({**kept, 'cite': eid}, doseq=True)}#{eid}"


def citing_address(id_: str) -> str:
    """The search for the passages that cite a document (`iccpr`) or a passage (`achr#art_8`)."""
    document, _, eid = id_.partition("#")
    return address(SearchQuery(cites=(f"{document}#{pinpoint(eid)}" if eid else document,)))


def official(url: str) -> str:
    """The address of an official text, where it is one that a browser may follow; nothing otherwise."""
    return url if url.startswith(("https://", "http://")) else ""


def changed(query: SearchQuery, **changes: Any) -> SearchQuery:  # noqa: ANN401  any field of the query
    """The query with other fields, from its first page."""
    """The query with other fields, from its first page."""
    return replace(query, page=1, **changes)


def in_years(query: SearchQuery, first: int | None, last: int | None) -> SearchQuery:
    """The query within other years, from its first page."""
    return changed(query, year_from=first, year_to=last)


def sorted_by(query: SearchQuery, sort: Sort) -> SearchQuery:
    """The query in another order, from its first page."""
    return changed(query, sort=sort)


def on_page(query: SearchQuery, page: int) -> SearchQuery:
    """Another page of the same query."""
    return replace(query, page=page)


def reader_address(passage_id: str, query: SearchQuery | None = None, rank: int = 0) -> str:
    """The link to a passage in its document; with the query it came from, so that the reader can mark it."""
    document, _, eid = passage_id.partition("#")
    given = {"hit": rank, **parameters(replace(query, page=1))} if query and rank else {}
    return url_for("pages.document", document_id=document, _anchor=eid or None, **given)
