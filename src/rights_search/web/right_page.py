"""The page of one right: everything held on it, from the constitution to the latest recommendation."""

from collections.abc import Iterable

from msgspec import Struct

from rights_search.errors import NotFoundError
from rights_search.model import Right, RightPage, SearchHit, SearchQuery, Section, SourceKind, Standing
from rights_search.web import links
from rights_search.web.archive import Archive
from rights_search.web.authority import is_declaration, source_name
from rights_search.web.coverage import EXPECTED
from rights_search.web.languages import current
from rights_search.web.messages import gettext, ngettext
from rights_search.web.own_article import article_id, own_article
from rights_search.web.passages import Shown, shown
from rights_search.web.places import place
from rights_search.web.timeline import MECHANISMS, MechanismYears, Year, mechanism_years, timeline
from rights_search.web.words import listed, provisions
from rights_search.web.words import number as number_words

#: Passages of one source that a right's page shows before it links to the rest.
SHOWN = 20
#: Sources that have a section of their own only where they say something.
FURTHER = (SourceKind.COMMUNICATION, SourceKind.RESOLUTION, SourceKind.REPORT)


class Numeral(Struct, frozen=True):
    """A right as other pages name it, with its passages."""

    number: str
    title: str
    count: int


class Held(Struct, frozen=True):
    """A document and the passages of it that bear on the right."""

    first: Shown
    passages: tuple[Shown, ...]


class Part(Struct, frozen=True):
    """One source's section: its documents, and how many passages stand only behind the link."""

    total: int
    held: tuple[Held, ...] = ()
    folded: tuple[Held, ...] = ()  #: what is said to others, or about others
    rest: int = 0
    address: str = ""


class View(Struct, frozen=True):
    """All that the template shows."""

    right: Right
    title: str
    summary: str
    page: RightPage
    article: Shown | None
    parts: dict[str, Part]
    mechanisms: MechanismYears | None
    years: tuple[Year, ...]
    numerals: tuple[Numeral, ...]
    related: tuple[Numeral, ...]
    parent: Right | None
    previous: Right | None
    next: Right | None
    place: str
    thematic: tuple[Held, ...]
    further: tuple[str, ...]
    missing: tuple[str, ...]


def view(number: str, archive: Archive) -> View:
    """Everything on one right.

    Raises:
        NotFoundError: the register has no such right.
    """
    right = archive.register.get(number)
    if right is None:
        raise NotFoundError(number)
    language, library = current(), archive.library
    page = library.right(number, language, per_section=SHOWN)
    sections = {section.source: section for section in page.sections}
    article = own_article(number, archive)
    parts = {kind: _part(kind, sections.get(kind), right, archive, article) for kind in SourceKind}
    said = [hit for kind in MECHANISMS for hit in _own(sections.get(kind), archive)]
    return View(
        right=right,
        title=right.title[language],
        summary=right.summary.get(language, ""),
        page=page,
        article=article,
        parts={kind.value: part for kind, part in parts.items()},
        mechanisms=mechanism_years(library, archive, number, language),
        years=timeline(said, archive),
        numerals=_numerals((child for child in archive.register.children(number)), archive),
        related=_numerals((archive.register[other] for other in right.related), archive),
        parent=archive.register.get(right.parent) if right.parent else None,
        previous=_neighbour(right, archive, -1),
        next=_neighbour(right, archive, +1),
        place=place(article_id(number, archive).partition("#")[2]),
        thematic=parts[SourceKind.SPECIAL_PROCEDURE].folded,
        further=tuple(kind.value for kind in FURTHER if parts[kind].total),
        missing=tuple(_missing(right, page, archive)),
    )


def _own(section: Section | None, archive: Archive) -> list[SearchHit]:
    return [hit for hit in section.hits if archive.state.iso3 in hit.states] if section else []


def _part(kind: SourceKind, section: Section | None, right: Right, archive: Archive, article: Shown | None) -> Part:
    if section is None:
        return Part(0)
    own_ids = (article.hit.id, f"{article.hit.id}__num_", f"{article.hit.id}__inc_") if article else ()
    hits = [hit for hit in section.hits if not (own_ids and (hit.id == own_ids[0] or hit.id.startswith(own_ids[1:])))]
    own = [hit for hit in hits if _concerns(hit, archive)]
    others = [hit for hit in hits if not _concerns(hit, archive)]
    query = SearchQuery(rights=(right.number,), sources=(kind,), reader=current())
    return Part(
        total=section.total,
        held=_by_document(own, archive),
        folded=_by_document(others, archive),
        rest=section.total - len(section.hits),
        address=links.address(query),
    )


def _concerns(hit: SearchHit, archive: Archive) -> bool:
    """Whether it is said to the State, or binds it; the rest is shown folded, as said to or binding others."""
    if hit.source is SourceKind.TREATY:
        return _speaks_to_it(hit.document, archive)
    to_one_state = hit.source in (SourceKind.CONSTITUTION, SourceKind.JUDGMENT, *MECHANISMS)
    return not to_one_state or archive.state.iso3 in hit.states


def _speaks_to_it(instrument: str, archive: Archive) -> bool:
    """Whether a treaty binds the State, or is a declaration, which speaks to every State."""
    return instrument in archive.state.bound_by or is_declaration(instrument)


def _by_document(hits: Iterable[SearchHit], archive: Archive) -> tuple[Held, ...]:
    together: dict[str, list[Shown]] = {}
    for hit in hits:
        together.setdefault(hit.document, []).append(shown(hit, archive))
    return tuple(Held(passages[0], tuple(passages)) for passages in together.values())


def _numerals(rights: Iterable[Right], archive: Archive) -> tuple[Numeral, ...]:
    counts = archive.library.right_counts()
    return tuple(
        Numeral(right.number, right.title[current()], sum(counts.get(right.number, {}).values())) for right in rights
    )


def _neighbour(right: Right, archive: Archive, step: int) -> Right | None:
    """The right before or after, among the rights of the same level."""
    level = archive.register.children(right.parent) if right.parent else archive.register.articles
    numbers = [other.number for other in level]
    place = numbers.index(right.number) + step
    return level[place] if 0 <= place < len(level) else None


def _is_missed(provision_: str, archive: Archive) -> bool:
    """Whether a provision binds the State or speaks to it, and is not held; those of other regions nobody misses.

    Of a State whose ratifications nobody has written down, every treaty may bind it.
    """
    if archive.state.ratifications and not _speaks_to_it(provision_.partition("#")[0], archive):
        return False
    try:
        archive.library.passage(provision_)
    except NotFoundError:
        return True
    return False


def _missing(right: Right, page: RightPage, archive: Archive) -> Iterable[str]:
    """What a reader of this page should know is not on it."""
    present = {section.source for section in page.sections if section.total}
    absent = [source_name(kind).lower() for kind in EXPECTED if kind not in present]
    if absent:
        yield gettext("No passage from: %(sources)s.", sources=listed(absent))
    unheld = [id_ for id_ in right.provisions if _is_missed(id_, archive)]
    if unheld:
        named = "; ".join(provisions(unheld))
        yield gettext("The text of provisions that the concordance links to it: %(provisions)s.", provisions=named)
    digests = sum(hit.standing is Standing.DIGEST for section in page.sections for hit in section.hits)
    if digests:
        yield ngettext(
            "The official text of %(count)s passage, read here as a digest; its document links to it.",
            "The official text of %(count)s passages, read here as digests; their documents link to it.",
            digests,
            count=number_words(digests),
        )
