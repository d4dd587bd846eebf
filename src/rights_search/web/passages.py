"""A passage as lists show it: its place, its words, its authority and its rights with their reasons."""

from msgspec import Struct

from rights_search.model import Fragment, SearchHit, SearchQuery, SourceKind, Standing, pinpoint
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority, of_hit
from rights_search.web.languages import current
from rights_search.web.links import citing_address, reader_address
from rights_search.web.messages import gettext
from rights_search.web.places import place, short_place
from rights_search.web.reasons import Label, labels
from rights_search.web.words import listed, state_name

#: A passage of so many characters is shown whole in a list; the reader has the longer ones.
BRIEF = 700


class Shown(Struct, frozen=True):
    """A passage in a list: `fragments` for a search, `text` without one.

    `language` is empty where the text is in the reader's own.
    """

    hit: SearchHit
    address: str
    place: str
    short_place: str
    heading: tuple[Fragment, ...]
    fragments: tuple[Fragment, ...]
    text: str
    authority: Authority
    labels: tuple[Label, ...]
    language: str = ""
    digest: bool = False
    by: str = ""
    cited: int = 0  #: how many passages cite it
    citing: str = ""  #: the search that finds them


def shown(hit: SearchHit, archive: Archive, query: SearchQuery | None = None, rank: int = 0) -> Shown:
    """The passage with everything in words; with its rank, the link remembers the search it came from."""
    cited = archive.library.cited(hit.document).get(pinpoint(hit.eid), 0)
    return Shown(
        hit=hit,
        address=reader_address(hit.id, query, rank),
        place=_place(hit),
        short_place=short_place(hit.eid, hit.num),
        heading=hit.heading_marked or (Fragment(hit.heading),),
        fragments=hit.snippet or (Fragment(hit.text),),
        text=_brief(hit),
        authority=of_hit(hit, archive.state),
        labels=labels(hit.tags, archive.register, hit.source, hit.text, (*hit.path, hit.heading)),
        language="" if hit.language == current() else hit.language,
        digest=hit.standing is Standing.DIGEST,
        by=recommenders(hit.recommended_by),
        cited=cited,
        citing=citing_address(hit.id) if cited else "",
    )


def _brief(hit: SearchHit) -> str:
    """The whole text where it is short enough for a list, else how it begins."""
    text = " ".join(hit.text.split())
    return text if len(text) <= BRIEF else "".join(part.text for part in hit.snippet) or text[:BRIEF]


def _place(hit: SearchHit) -> str:
    if not hit.num and not hit.eid:
        return gettext("Paragraph to be confirmed")
    return place(hit.eid, hit.num)


def recommenders(codes: tuple[str, ...]) -> str:
    """Who recommended, for the UPR: “of Azerbaijan and Spain”."""
    return gettext("by %(states)s", states=listed([state_name(code) for code in codes])) if codes else ""


def source_line(hit: SearchHit) -> str:
    """Symbol and year, as they stand beside a title."""
    return " · ".join(part for part in (symbol(hit.symbol), hit.date[:4]) if part)


def symbol(text: str) -> str:
    """A symbol as cited; only the words around a Series number are the reader's."""
    if current() == "en" and text.startswith("Serie "):
        return text.replace("Serie ", "Series ", 1)
    return text


def is_series(kind: SourceKind) -> bool:
    """Whether documents of this kind are numbered in a series rather than by symbol."""
    return kind is SourceKind.JUDGMENT
