"""The page of one document: what it is, what is held of it, its text, and the search it was reached by."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rights_search.model import Holding, Judgment, PassageKind
from rights_search.web.archive import Archive
from rights_search.web.asking import Asked
from rights_search.web.authority import Authority, of_source
from rights_search.web.facets import language_inline
from rights_search.web.facts import Fact, facts, type_name
from rights_search.web.hits import HitBar, Within, hit_bar, marked_in
from rights_search.web.languages import current, other
from rights_search.web.links import official
from rights_search.web.passages import symbol
from rights_search.web.reader import Heading, Paragraph, Reader, Section
from rights_search.web.targets import target_addresses
from rights_search.web.words import date, listed

#: Entries of the contents before they stop helping.
MOST_CONTENTS = 120
#: A document with more passages leaves their citations to a link each: they would be most of the page.
LONG = 100


class Entry(Struct, frozen=True):
    """A line of the contents."""

    id: str
    text: str
    span: str = ""
    language: str = ""


class View(Struct, frozen=True):
    """All that the template shows."""

    holding: Holding
    urls: tuple[tuple[str, str], ...]
    title: str
    subtitle: str
    label: Authority
    standing: str
    official: str
    held_in: str
    read_in_other: str
    contents: tuple[Entry, ...]
    sections: tuple[Section, ...]
    facts: tuple[Fact, ...]
    within: Within | None
    bar: HitBar | None
    cite: str  #: the passage whose citations were asked for
    long: bool  #: too long to carry the citations of every passage: each links to its own


def view(holding: Holding, archive: Archive, asked: Asked, rank: int, cite: str) -> View:
    """Everything on one document."""
    language = current()
    marked, within = marked_in(archive.library, asked.query, holding.id)
    address = target_addresses(archive)
    text = Reader(holding, archive, marked, address).sections()
    urls = _urls(holding)
    return View(
        holding=holding,
        urls=urls,
        title=holding.title_for(language),
        subtitle=_subtitle(holding),
        label=_label(holding, text),
        standing=(holding.standings.get(language) or next(iter(holding.standings.values()))).value,
        official=urls[0][1] if urls else "",
        held_in=listed([language_inline(code) for code in holding.standings]),
        read_in_other={"en": "Read in English", "es": "Leer en español"}[other()],
        contents=tuple(_contents(text))[:MOST_CONTENTS],
        sections=text,
        facts=facts(holding, archive, address),
        within=within,
        bar=hit_bar(archive.library, asked.query, rank, holding.id),
        cite=cite,
        long=len(holding.passages) > LONG,
    )


def _urls(holding: Holding) -> tuple[tuple[str, str], ...]:
    """The official texts by language, the reader's first."""
    known = ((language, official(url)) for language, url in holding.urls.items())
    return tuple(sorted((pair for pair in known if pair[1]), key=lambda pair: pair[0] != current()))


def _label(holding: Holding, text: tuple[Section, ...]) -> Authority:
    """The label of the whole. Where its passages differ in force it has none, and they say theirs.

    Separate opinions do not count: they differ from the decision they stand behind.
    """
    passages = [item for section in text for item in section.items if isinstance(item, Paragraph)]
    decided = [item for item in passages if item.hit.kind is not PassageKind.OPINION] or passages
    first = decided[0].authority if decided else of_source(holding.kind)
    return first if len({item.authority.force for item in decided}) < 2 else replace(first, force="")


def _subtitle(holding: Holding) -> str:
    """What kind of decision, when, under which symbol; in one line of sentences."""
    own = holding.facts.get(current()) or next(iter(holding.facts.values()), None)
    kinds = listed([type_name(kind) for kind in own.types]) if isinstance(own, Judgment) else ""
    parts = [kinds[:1].upper() + kinds[1:], date(holding.date), symbol(holding.symbol)]
    return " ".join(f"{part}." for part in parts if part)


def _contents(text: tuple[Section, ...]) -> Iterable[Entry]:
    """The headings; where there are none, the passages that have a heading of their own."""
    if any(section.heading for section in text):
        for section in text:
            if section.heading:
                yield Entry(section.heading.id, section.heading.text, section.span, section.heading.language)
            for item in section.items:
                if isinstance(item, Heading) and item.level == 3 and len(text) < 12:
                    yield Entry(item.id, item.text, language=item.language)
        return
    for section in text:
        for item in section.items:
            if isinstance(item, Paragraph) and item.heading:
                yield Entry(item.hit.eid, f"{item.number}. {item.heading}", language=item.language)
