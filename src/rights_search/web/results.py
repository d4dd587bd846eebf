"""The page of results: hits gathered by document, pages, orders, and what to do when nothing was found."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rights_search.model import Fragment, SearchHit, SearchQuery, SearchResult, Sort
from rights_search.web import links
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority
from rights_search.web.messages import gettext, ngettext
from rights_search.web.passages import Shown, shown, source_line
from rights_search.web.words import number

#: Passages of one document that are shown where the page has others to show too.
TOGETHER = 2
#: Numbered pages on either side of the current one.
AROUND = 2


class Group(Struct, frozen=True):
    """A document with its passages on this page; the first are shown, the others linked by their numbers."""

    title: tuple[Fragment, ...]
    address: str
    authority: Authority
    source: str
    passages: tuple[Shown, ...]
    more: tuple[Shown, ...] = ()
    more_words: str = ""
    language: str = ""


class Page(Struct, frozen=True):
    """A numbered page; a page of number 0 is a gap."""

    number: int
    address: str = ""
    current: bool = False


class Pages(Struct, frozen=True):
    """The pages of a result."""

    pages: tuple[Page, ...]
    previous: str
    next: str
    words: str


class Order(Struct, frozen=True):
    """One order of results, and whether it is the present one."""

    label: str
    address: str
    current: bool


def groups(result: SearchResult, archive: Archive) -> tuple[Group, ...]:
    """The hits of a page by document, in the order of their best hit."""
    query = result.query
    first = (query.page - 1) * query.per_page + 1
    together: dict[str, list[Shown]] = {}
    for rank, hit in enumerate(result.hits, start=first):
        together.setdefault(hit.document, []).append(shown(hit, archive, query, rank))
    several = len(together) > TOGETHER
    return tuple(_group(passages, several) for passages in together.values())


def _group(passages: list[Shown], several: bool) -> Group:
    best = passages[0]
    kept = TOGETHER if several and len(passages) > TOGETHER else len(passages)
    forces = {passage.authority.force for passage in passages}
    more = tuple(passages[kept:])
    return Group(
        title=best.hit.title_marked or (Fragment(best.hit.title),),
        address=best.address.partition("#")[0],
        authority=best.authority if len(forces) == 1 else replace(best.authority, force=""),
        source=source_line(best.hit),
        passages=tuple(passages[:kept]),
        more=more,
        more_words=ngettext(
            "%(num)s more passage of this document:", "%(num)s more passages of this document:", len(more)
        ),
    )


def pages(result: SearchResult) -> Pages | None:
    """Links to the pages of a result; nothing where one page holds all."""
    query = result.query
    last = -(-result.total // query.per_page)
    if last < 2:
        return None
    near = range(query.page - AROUND, query.page + AROUND + 1)
    shown_pages = sorted({1, last, *(page for page in near if 1 <= page <= last)})
    return Pages(
        pages=tuple(_with_gaps(shown_pages, query)),
        previous=links.address(links.on_page(query, query.page - 1)) if query.page > 1 else "",
        next=links.address(links.on_page(query, query.page + 1)) if query.page < last else "",
        words=gettext(
            "Passages %(first)s to %(last)s of %(total)s",
            first=number((query.page - 1) * query.per_page + 1),
            last=number(min(query.page * query.per_page, result.total)),
            total=number(result.total),
        ),
    )


def _with_gaps(numbers: list[int], query: SearchQuery) -> Iterable[Page]:
    before = 0
    for page in numbers:
        if page - before > 1:
            yield Page(0)
        yield Page(page, links.address(links.on_page(query, page)), page == query.page)
        before = page


def orders(query: SearchQuery) -> tuple[Order, ...]:
    """The four orders as links."""
    names = {
        Sort.RELEVANCE: gettext("Relevance"),
        Sort.AUTHORITY: gettext("Authority"),
        Sort.NEWEST: gettext("Newest"),
        Sort.OLDEST: gettext("Oldest"),
    }
    return tuple(
        Order(label, links.address(links.sorted_by(query, sort)), sort is query.sort) for sort, label in names.items()
    )


def last_page(result: SearchResult) -> int:
    """The number of the last page that has hits."""
    return max(1, -(-result.total // result.query.per_page))


def only_hit(result: SearchResult) -> SearchHit | None:
    """The one hit, where there is only one."""
    return result.hits[0] if result.total == 1 and result.hits else None
