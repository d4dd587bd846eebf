"""The filters of a query: checked, then each a mask over all passages."""

from collections.abc import Iterable
from functools import reduce

from msgspec.structs import replace

from rights_search.errors import QueryError
from rights_search.index import Generation, Mask
from rights_search.model import PassageKind, SearchQuery, SourceKind
from rights_search.search.names import resolve, span
from rights_search.vocabulary import Register, groups

#: The fields of `SearchQuery` with lists of values, and the facets they narrow down.
LISTS = {
    "rights": "right",
    "sources": "source",
    "bodies": "body",
    "states": "state",
    "kinds": "kind",
    "languages": "lang",
    "documents": "document",
    "cites": "cites",
    "groups": "group",
    "goals": "goal",
}
_KNOWN = {
    "right": "the rights are listed by `rights-search rights`",
    "source": f"known are {', '.join(SourceKind)}",
    "kind": f"known are {', '.join(PassageKind)}",
    "state": "give its name or its ISO 3166 code of three letters",
    "body": "give its acronym or its name, such as ccpr",
    "lang": "give its ISO 639 code, such as es",
    "document": "the documents are listed in the catalogue",
    "group": f"known are {', '.join(groups())}",
    "goal": "they go from 1 to 17",
    "cites": "give a document or one of its provisions, such as achr or achr#8.1",
}


def checked(query: SearchQuery, generation: Generation, register: Register) -> SearchQuery:
    """The query with every filter's values as identifiers.

    Raises:
        QueryError: a value is unknown, or the years are the wrong way round.
    """
    values = {
        name: tuple(dict.fromkeys(_known(facet, value, generation, register) for value in getattr(query, name)))
        for name, facet in LISTS.items()
    }
    if query.year_from is not None and query.year_to is not None and query.year_from > query.year_to:
        raise QueryError(f"From {query.year_from} to {query.year_to} there are no years: exchange them.")
    return replace(query, **values)


def _known(facet: str, value: str, generation: Generation, register: Register) -> str:
    if value in generation.columns.facets[facet].values and (facet != "right" or value in register):
        return value
    found = resolve(facet, value, register, generation.own_id)
    if found is None or (facet == "document" and not generation.has_document(found)):
        raise QueryError(f"There is no {_called(facet)} “{value[:60]}”: {_KNOWN[facet]}.")
    return found


def _called(facet: str) -> str:
    return {"lang": "language", "kind": "kind of passage", "cites": "document or provision"}.get(facet, facet)


def masks(query: SearchQuery, generation: Generation) -> dict[str, Mask]:
    """The passages that pass each filter in use, by facet."""
    columns = generation.columns
    found = {
        facet: columns.facets[facet].having(getattr(query, name), columns.size)
        for name, facet in LISTS.items()
        if getattr(query, name)
    }
    if query.year_from is not None or query.year_to is not None:
        found["year"] = columns.between(query.year_from, query.year_to)
    return found


def both(first: Mask, others: Iterable[Mask]) -> Mask:
    """What is in all of these masks."""
    return reduce(lambda mask, other: mask & other, others, first)


def lifted(query: SearchQuery, facet: str) -> SearchQuery:
    """The query without one of its filters, from its first page."""
    if facet == "year":
        return replace(query, year_from=None, year_to=None, page=1)
    name = next(name for name, narrowed in LISTS.items() if narrowed == facet)
    return replace(query, **{name: ()}, page=1)


def described(query: SearchQuery, facet: str) -> str:
    """A filter as one would type it: `source:judgment,upr`."""
    if facet == "year":
        return f"year:{span(query.year_from, query.year_to)}"
    name = next(name for name, narrowed in LISTS.items() if narrowed == facet)
    return f"{facet}:{','.join(getattr(query, name))}"
