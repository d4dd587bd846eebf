"""What a reader asks and what they are given; all that pages, commands and the index exchange."""

from msgspec import Struct, field

from rights_search.model.documents import Affected, Tag
from rights_search.model.holdings import HeldPassage, Holding
from rights_search.model.kinds import PassageKind, Sort, SourceKind, Standing


class SearchQuery(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words and filters. Values within one filter are alternatives; filters are joined by AND."""

    text: str = ""
    rights: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()  #: only passages that cite this document or provision: `achr#8`, `ccpr-c-gc-32`
    groups: tuple[str, ...] = ()  #: whom a passage concerns: "women"
    goals: tuple[str, ...] = ()  #: Sustainable Development Goals, by number
    year_from: int | None = None
    year_to: int | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    per_page: int = 20
    reader: str = "es"  #: the reader's language: which text of a passage to show


class Fragment(Struct, frozen=True):
    """A run of text in a snippet, marked where it matched. Plain text: whoever shows it escapes it."""

    text: str
    marked: bool = False


class SearchHit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One passage found, with all that a reader needs to judge and cite it."""

    id: str  #: `iccpr#art_9`
    document: str
    eid: str
    num: str
    kind: PassageKind
    source: SourceKind
    title: str  #: the document's, in the reader's language where it has one
    heading: str = ""
    path: tuple[str, ...] = ()
    symbol: str = ""
    body: str = ""
    states: tuple[str, ...] = ()
    date: str = ""
    language: str = ""  #: of the text shown
    standing: Standing = Standing.OFFICIAL
    text: str = ""
    snippet: tuple[Fragment, ...] = ()
    title_marked: tuple[Fragment, ...] = ()  #: the title in runs, where the query stands in it
    heading_marked: tuple[Fragment, ...] = ()  #: likewise the heading
    tags: tuple[Tag, ...] = ()
    groups: tuple[Affected, ...] = ()
    goals: tuple[int, ...] = ()
    url: str = ""
    recommended_by: tuple[str, ...] = ()
    response: str = ""
    score: float = 0.0


def hit_of(holding: Holding, passage: HeldPassage, reader: str) -> SearchHit:
    """The passage as a hit without a query: what the reader, `show` and a citation need."""
    language, held = passage.text_for(reader)
    return SearchHit(
        id=f"{holding.id}#{passage.eid}",
        document=holding.id,
        eid=passage.eid,
        num=passage.num,
        kind=passage.kind,
        source=holding.kind,
        title=holding.title_for(reader),
        heading=held.heading,
        path=held.path,
        symbol=holding.symbol,
        body=holding.body,
        states=holding.states,
        date=holding.date,
        language=language,
        standing=held.standing,
        text=held.text,
        tags=passage.tags,
        groups=passage.groups,
        goals=passage.goals,
        url=holding.urls.get(reader) or next(iter(holding.urls.values()), ""),
        recommended_by=passage.recommended_by,
        response=passage.response,
    )


class Understood(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a query was read, to be read back."""

    text: str = ""  #: the query in its own grammar, normalised
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()  #: words too common to be sought among others: "de", "the"
    literal: bool = False  #: True where the grammar failed and the words were searched as they stand
    unknown: tuple[str, ...] = ()  #: words no passage has
    suggestions: tuple[tuple[str, str], ...] = ()  #: (unknown word, a known one near it)


class SearchResult(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page of hits, with the counts beside them."""

    query: SearchQuery
    understood: Understood
    total: int
    documents: int
    hits: tuple[SearchHit, ...] = ()
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    word_counts: tuple[tuple[str, int], ...] = ()  #: passages a word has alone; filled when nothing was found
    relaxations: tuple[tuple[str, SearchQuery, int], ...] = ()  #: what could be dropped, and what that would find
    generation: str = ""  #: the index that answered
    seconds: float = 0.0


class Section(Struct, frozen=True, kw_only=True):
    """What one source says on a right: the first passages, and how many there are."""

    source: SourceKind
    total: int
    documents: int
    hits: tuple[SearchHit, ...]


class RightPage(Struct, frozen=True, kw_only=True):
    """Everything held on one right, source by source in the order of authority."""

    number: str
    total: int
    documents: int
    sections: tuple[Section, ...]
    years: tuple[tuple[int, int], ...] = ()  #: (year, passages), oldest first
    generation: str = ""


class CatalogueEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document as the lists show it."""

    id: str
    kind: SourceKind
    titles: dict[str, str]
    standings: dict[str, Standing]
    passages: int
    symbol: str = ""
    aliases: tuple[str, ...] = ()
    body: str = ""
    states: tuple[str, ...] = ()
    date: str = ""
    urls: dict[str, str] = field(default_factory=dict)
    gaps: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    also_held: tuple[str, ...] = ()
    checked: str = ""
