"""Where a reader came from: the search, its hits in this document, and the hits before and after."""

from msgspec import Struct
from msgspec.structs import replace

from rights_search.errors import QueryError
from rights_search.model import SearchHit, SearchQuery
from rights_search.search import Library
from rights_search.web import links
from rights_search.web.marks import marker
from rights_search.web.messages import gettext
from rights_search.web.places import place_in_sentence, short_place
from rights_search.web.reader import Marked
from rights_search.web.words import number

#: Passages of one document that a search is marked in.
MOST_MARKED = 500


class Neighbour(Struct, frozen=True):
    """The hit before or after: its link, and what it is in words."""

    address: str
    words: str


class HitBar(Struct, frozen=True):
    """The place of this passage among the results."""

    text: str
    place: str
    previous: Neighbour | None
    next: Neighbour | None
    back: str
    back_words: str


class Within(Struct, frozen=True):
    """The passages of this document that a search finds: their short names and anchors."""

    text: str
    total: int
    found: tuple[tuple[str, str], ...]


def marked_in(library: Library, query: SearchQuery, document: str) -> tuple[Marked, Within | None]:
    """What the words of the query find in one document; nothing where there are no words."""
    if not query.text:
        return Marked(), None
    own = SearchQuery(text=query.text, documents=(document,), per_page=MOST_MARKED, reader=query.reader)
    result = library.search(own)
    asked = result.understood
    marked = (part.text for hit in result.hits for part in hit.snippet if part.marked)
    # What is marked without a word is where a passage cites: “8” is no word to be marked wherever it stands.
    words = marker(marked) if asked.words or asked.phrases or asked.prefixes else None
    eids = frozenset(hit.eid for hit in result.hits)
    found = tuple((short_place(hit.eid, hit.num), hit.eid) for hit in result.hits)
    return Marked(eids, words), Within(query.text, result.total, found)


def hit_bar(library: Library, query: SearchQuery, rank: int, document: str) -> HitBar | None:
    """The bar for the hit of that rank; nothing where the rank is not a hit of this document (any more)."""
    if rank < 1:
        return None
    try:
        here, total = _hit(library, query, rank)
        if here is None or here.document != document:
            return None
        before = _neighbour(library, query, rank - 1, document) if rank > 1 else None
        after = _neighbour(library, query, rank + 1, document) if rank < total else None
    except QueryError:
        return None
    page = (rank - 1) // SearchQuery().per_page + 1
    return HitBar(
        text=query.text,
        place=gettext("passage %(rank)s of %(total)s", rank=number(rank), total=number(total)),
        previous=before,
        next=after,
        back=links.address(links.on_page(query, page)),
        back_words=gettext("Back to the %(total)s results", total=number(total)),
    )


def _hit(library: Library, query: SearchQuery, rank: int) -> tuple[SearchHit | None, int]:
    result = library.search(replace(query, page=rank, per_page=1))
    return (result.hits[0] if result.hits else None), result.total


def _neighbour(library: Library, query: SearchQuery, rank: int, document: str) -> Neighbour | None:
    hit, _ = _hit(library, query, rank)
    if hit is None:
        return None
    where = place_in_sentence(hit.eid, hit.num)
    words = where if hit.document == document else f"{hit.symbol or hit.title}, {where}"
    return Neighbour(links.reader_address(hit.id, query, rank), words)
