"""Facets: plain links that add or take away one value of a filter, each with its count."""

from collections.abc import Callable

from babel import Locale
from msgspec import Struct

from rights_search.model import SearchQuery, SearchResult
from rights_search.vocabulary import Register
from rights_search.web import links
from rights_search.web.archive import archive
from rights_search.web.authority import kind_name, source_name
from rights_search.web.goals import goal_name
from rights_search.web.histogram import Histogram, histogram
from rights_search.web.languages import current
from rights_search.web.messages import gettext, ngettext
from rights_search.web.reasons import title
from rights_search.web.targets import target_name
from rights_search.web.words import body_name, body_short, group_name, number, state_name

#: The order in which facets stand, and the key of each in a result.
ORDER = {
    "source": "source",
    "right": "right",
    "body": "body",
    "group": "group",
    "kind": "kind",
    "state": "state",
    "goal": "goal",
    "lang": "language",
}
#: So many values are open to the eye; the others unfold.
OPEN = 8


class Option(Struct, frozen=True):
    """One value: a link that adds it, or takes it away where it is active."""

    label: str
    count: int
    address: str
    active: bool = False
    full: str = ""


class Facet(Struct, frozen=True):
    """A filter with its values, and what its unfolding link says."""

    name: str
    title: str
    options: tuple[Option, ...]
    folded: tuple[Option, ...] = ()
    more: str = ""


class Chip(Struct, frozen=True):
    """An active filter, with the link that takes it away."""

    label: str
    address: str


class Years(Struct, frozen=True):
    """The facet of years: the drawing, the table with a link for each year, and the form's hidden values."""

    drawing: Histogram
    rows: tuple[Option, ...]


def facets(result: SearchResult, register: Register) -> tuple[Facet, ...]:
    """The facets of a result; one that would not narrow it only where it is active."""
    made = (_facet(name, result, register) for name in ORDER)
    return tuple(facet for facet in made if facet is not None)


def _facet(name: str, result: SearchResult, register: Register) -> Facet | None:
    query = result.query
    active: tuple[str, ...] = getattr(query, links.FILTERS[name])
    counted = [(value, count) for value, count in result.facets.get(ORDER[name], ()) if value]
    counted += [(value, 0) for value in active if value not in dict(counted)]
    if not active and (not counted or (len(counted) == 1 and counted[0][1] >= result.total)):
        return None
    counted.sort(key=lambda pair: (pair[0] not in active, -pair[1]))
    label = _labels(name, register)
    options = tuple(_option(name, value, count, query, label) for value, count in counted)
    shown = max(OPEN, len(active))
    folded = options[shown:] if len(options) > shown + 1 else ()
    opened = options[:shown] if folded else options
    return Facet(name, links.filter_name(name), opened, folded, _more(name, len(options)))


def _option(name: str, value: str, count: int, query: SearchQuery, label: Callable[[str], str]) -> Option:
    active = value in getattr(query, links.FILTERS[name])
    changed = links.without_value(query, name, value) if active else links.with_value(query, name, value)
    full = body_name(value) if name == "body" and body_name(value) != label(value) else ""
    return Option(label(value), count, links.address(changed), active, full)


def _labels(name: str, register: Register) -> Callable[[str], str]:
    labels: dict[str, Callable[[str], str]] = {
        "right": lambda value: f"{value} {title(register, value)}".strip(),
        "source": source_name,
        "body": body_short,
        "state": state_name,
        "kind": kind_name,
        "lang": language_name,
        "document": lambda value: value,
        "group": group_name,
        "goal": lambda value: f"{value} {goal_name(int(value))}",
        "cites": lambda value: target_name(archive(), value),
    }
    return labels[name]


def _more(name: str, count: int) -> str:
    if name == "right":
        return gettext("All %(count)s rights present", count=number(count))
    if name == "body":
        return gettext("All %(count)s bodies", count=number(count))
    return ngettext("All %(count)s value", "All %(count)s values", count, count=number(count))


def language_name(code: str) -> str:
    """What a language is called in the reader's, as a label: `Español`, `Spanish`."""
    name = language_inline(code)
    return name[:1].upper() + name[1:]


def language_inline(code: str) -> str:
    """What a language is called in the reader's, within a sentence: `español`, `Spanish`."""
    return str(Locale.parse(current()).languages.get(code, code))


def years(result: SearchResult) -> Years | None:
    """The years of a result; nothing where they are all the same."""
    counted = [(int(year), count) for year, count in result.facets.get("year", ()) if str(year).isdigit()]
    drawing = histogram(counted)
    if drawing is None:
        return None
    rows = tuple(
        Option(str(bar.year), bar.count, links.address(links.in_years(result.query, bar.year, bar.year)))
        for bar in drawing.bars
    )
    return Years(drawing, rows)


def chips(query: SearchQuery, register: Register) -> tuple[Chip, ...]:
    """Every active filter with the link that takes it away."""
    made = []
    for name, field in links.FILTERS.items():
        label = _labels(name, register)
        for value in getattr(query, field):
            words = gettext("%(filter)s: %(value)s", filter=links.filter_name(name), value=label(value))
            made.append(Chip(words, links.address(links.without_value(query, name, value))))
    if query.year_from or query.year_to:
        made.append(Chip(_span(query), links.address(links.in_years(query, None, None))))
    return tuple(made)


def _span(query: SearchQuery) -> str:
    first, last = query.year_from, query.year_to
    if first and last:
        if first == last:
            return gettext("Year: %(year)s", year=first)
        return gettext("From %(first)s to %(last)s", first=first, last=last)
    return gettext("From %(first)s on", first=first) if first else gettext("Up to %(last)s", last=last)
