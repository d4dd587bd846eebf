"""Documents that are only known of: the catalogue, less what the archive holds by now."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rights_search.model import Catalogued, SearchQuery, also_cited_as, citing_address
from rights_search.web import links
from rights_search.web.archive import Archive
from rights_search.web.authority import Authority, of_source
from rights_search.web.facts import Fact, Value, findings
from rights_search.web.languages import current
from rights_search.web.messages import gettext
from rights_search.web.passages import symbol
from rights_search.web.roles import role_name
from rights_search.web.targets import target_addresses
from rights_search.web.words import body_name, date, passages, state_name

LANGUAGES = ("es", "en")


class View(Struct, frozen=True):
    """All that the page of a document without text shows."""

    entry: Catalogued
    title: str
    why: str
    label: Authority
    urls: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]


def view(entry: Catalogued, archive: Archive) -> View:
    """Everything that is known of a document that is not held."""
    return View(
        entry=entry,
        title=side(entry.title),
        why=side(entry.missing),
        label=of_source(entry.kind),
        urls=urls(entry),
        facts=tuple(fact for fact in _facts(entry, archive) if fact.values),
    )


def urls(entry: Catalogued) -> tuple[tuple[str, str], ...]:
    """Where the official text is, by language, the reader's first."""
    known = ((code, links.official(entry.url.get(code) or citing_address(entry.symbol, code))) for code in LANGUAGES)
    return tuple(sorted((pair for pair in known if pair[1]), key=lambda pair: pair[0] != current()))


def side(text: dict[str, str] | str) -> str:
    """The reader's side of what is written in both languages."""
    return text if isinstance(text, str) else text.get(current()) or next(iter(text.values()), "")


def _facts(entry: Catalogued, archive: Archive) -> Iterable[Fact]:
    yield _fact(gettext("What it is"), role_name(entry.role) if entry.role else "")
    yield _fact(gettext("Body"), body_name(entry.body) if entry.body else "")
    yield _fact(gettext("State"), *(state_name(code) for code in entry.states))
    yield _fact(gettext("Symbol"), symbol(entry.symbol))
    yield _fact(gettext("Date"), date(entry.date))
    yield _fact(gettext("Adopted"), date(entry.adopted))
    yield _fact(gettext("In force"), date(entry.in_force))
    yield _fact(gettext("Session"), entry.session)
    yield _fact(gettext("Cycle"), entry.cycle)
    yield _fact(gettext("Visit"), side(entry.visit))
    yield from findings(entry, target_addresses(archive))
    yield _fact(gettext("Compliance"), side(entry.compliance))
    yield _fact(gettext("Note"), side(entry.note))
    yield Fact(gettext("Checked"), tuple(_checked(entry)))
    yield Fact(gettext("Cited here by"), tuple(_cited(entry, archive)))
    yield _fact(gettext("Identifier"), entry.id)


def _fact(term: str, *values: str) -> Fact:
    return Fact(term, tuple(Value(value) for value in values if value))


def _cited(entry: Catalogued, archive: Archive) -> Iterable[Value]:
    """How many passages cite it, by its id or by the number it is known by, with the search for them."""
    ids = tuple(id_ for id_ in (entry.id, *also_cited_as(entry)) if archive.library.cited(id_))
    if ids:
        query = SearchQuery(cites=ids)
        yield Value(passages(archive.library.search(replace(query, per_page=0)).total), links.address(query))


def _checked(entry: Catalogued) -> Iterable[Value]:
    """When and against what; what people wrote down of it is in English."""
    language = "" if current() == "en" else "en"
    yield Value(date(entry.checked))
    yield Value(entry.source or entry.against, language=language)
