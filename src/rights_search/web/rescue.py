"""When nothing was found: what was perhaps meant, and what could be dropped, each with what it would find."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape
from msgspec import Struct

from rights_search.errors import QueryError
from rights_search.model import SearchQuery, SearchResult
from rights_search.search import Library
from rights_search.web import links
from rights_search.web.echo import Way
from rights_search.web.messages import gettext
from rights_search.web.words import listed, passages, quoted


class Correction(Struct, frozen=True):
    """The query with one word written differently: its text with that word marked, and its link."""

    text: Markup
    address: str


def corrections(result: SearchResult) -> tuple[Correction, ...]:
    """The query with each word that nobody uses written as one that somebody does."""
    made = []
    for word, near in result.understood.suggestions:
        pattern = _whole_word(word)
        parts = pattern.split(result.query.text)
        if len(parts) > 1:
            marked = Markup("<b>{}</b>").format(near).join(escape(part) for part in parts)
            query = links.changed(result.query, text=near.join(parts))
            made.append(Correction(marked, links.address(query)))
    return tuple(made)


def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


def ways_out(result: SearchResult, library: Library) -> tuple[Way, ...]:
    """What could be dropped or put differently, and what that would find; never a way that finds nothing."""
    ways = [
        Way(_dropped(result.query, query), links.address(query), passages(count))
        for _, query, count in result.relaxations
        if count
    ]
    known = {way.address for way in ways}
    for label, query in _further(result):
        if links.address(query) not in known and (count := _count(query, library)):
            ways.append(Way(label, links.address(query), passages(count)))
    return tuple(ways)


def _further(result: SearchResult) -> Iterator[tuple[str, SearchQuery]]:
    """Spelling corrected, any of the words, no filters, and the one with the other."""
    query = result.query
    bare = links.without_filters(query)
    nearest = dict(reversed(result.understood.suggestions))  # of several for one word, the first is the nearest
    corrected = query.text
    for word, near in nearest.items():
        corrected = near.join(_whole_word(word).split(corrected))
    if corrected != query.text:
        yield _sentence(gettext("Search for %(text)s", text=quoted(corrected))), links.changed(query, text=corrected)
        if links.has_filters(query):
            words = gettext("Search for %(text)s", text=quoted(corrected))
            yield _sentence(words, gettext("Remove all filters")), links.changed(bare, text=corrected)
    if links.has_filters(query):
        yield gettext("Remove all filters"), bare
    words_ = result.understood.words
    if len(words_) > 1 and not result.understood.phrases:
        anything = " OR ".join(words_)
        yield gettext("Any of the words, not all of them"), links.changed(query, text=anything)
        if links.has_filters(query):
            label = _sentence(gettext("Any of the words, not all of them"), gettext("Remove all filters"))
            yield label, links.changed(bare, text=anything)


def _count(query: SearchQuery, library: Library) -> int:
    try:
        return library.search(links.changed(query, per_page=1)).total
    except QueryError:
        return 0


def _dropped(before: SearchQuery, after: SearchQuery) -> str:
    """What is different between the two, in words."""
    changed = [
        links.filter_name(name).lower()
        for name, field in links.FILTERS.items()
        if getattr(before, field) != getattr(after, field)
    ]
    if (before.year_from, before.year_to) != (after.year_from, after.year_to):
        changed.append(gettext("year"))
    text = gettext("Search for %(text)s", text=quoted(after.text)) if after.text else gettext("Drop the words")
    filters = (
        gettext("Remove the filter: %(filters)s", filters=listed(changed))
        if links.has_filters(after)
        else gettext("Remove all filters")
    )
    parts = ([text] if before.text != after.text else []) + ([filters] if changed else [])
    return _sentence(*parts) or gettext("Search again")


def _sentence(*parts: str) -> str:
    """Several things to do, as one sentence."""
    return "; ".join([*parts[:1], *(part[:1].lower() + part[1:] for part in parts[1:])])
