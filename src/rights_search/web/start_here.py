"""Where a search is about a right, its own article stands before the results."""

from msgspec import Struct

from rights_search.model import Right, SearchQuery
from rights_search.vocabulary import fold
from rights_search.web.archive import Archive
from rights_search.web.languages import current
from rights_search.web.own_article import own_article
from rights_search.web.passages import Shown


class StartHere(Struct, frozen=True):
    """A right with its article, where that is held."""

    right: Right
    title: str
    article: Shown | None
    count: int


def start_here(query: SearchQuery, archive: Archive) -> StartHere | None:
    """The right that the first page of a search is about: the one it is narrowed to, or the one it names."""
    right = _right(query, archive)
    if right is None or query.page > 1:
        return None
    counts = archive.library.right_counts().get(right.number, {})
    return StartHere(right, right.title[current()], own_article(right.number, archive), sum(counts.values()))


def _right(query: SearchQuery, archive: Archive) -> Right | None:
    if len(query.rights) == 1:
        return archive.register.get(query.rights[0])
    wanted = fold(query.text.strip('"'))
    if query.rights or not wanted:
        return None
    return next((right for right in archive.register if fold(right.title.get(current(), "")) == wanted), None)
