"""The query read back: how it was understood, and the ways to put it differently."""

import re
from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from rights_search.model import Right, SearchQuery, SearchResult, Understood
from rights_search.vocabulary import Register, fold
from rights_search.web import links
from rights_search.web.languages import current
from rights_search.web.messages import gettext, ngettext
from rights_search.web.words import listed, number, quoted

#: Signs that join words by anything but AND.
_JOINED = re.compile(r"\bOR\b|[()~^]")
_PLAIN = re.compile(r"[\w\s]+")


class Way(Struct, frozen=True):
    """Another search: what it is, where it leads and what it would find."""

    label: str
    address: str
    count: str = ""


def sentence(understood: Understood) -> Markup:
    """How the query was understood, in one sentence."""
    if not understood.text:
        return Markup()
    if understood.literal:
        words = _bold(understood.words)
        return _safe(
            gettext(
                "The query could not be read as written: its words were searched as they stand, %(words)s.", words=words
            )
        )
    if _JOINED.search(understood.text) or understood.fields:
        query = Markup("<code>{}</code>").format(understood.text)
        return _safe(gettext("Searched for %(query)s.", query=query))
    parts = "; ".join(_parts(understood))
    return _safe(gettext("Searched for %(query)s.", query=parts)) if parts else Markup()


def _safe(text: str) -> Markup:
    """A message whose values were escaped before they went in."""
    return Markup(text)  # noqa: S704


def _parts(understood: Understood) -> Iterator[str]:
    if understood.words:
        yield ngettext(
            "%(words)s, with its variants",
            "%(words)s in one passage, with their variants",
            len(understood.words),
            words=_bold(understood.words),
        )
    if understood.phrases:
        phrases = _listed([Markup("<b>{}</b>").format(quoted(phrase)) for phrase in understood.phrases])
        yield ngettext("the phrase %(phrases)s", "the phrases %(phrases)s", len(understood.phrases), phrases=phrases)
    if understood.prefixes:
        prefixes = [Markup("<b>{}</b>").format(prefix.rstrip("*") + "…") for prefix in understood.prefixes]
        yield gettext("whatever begins with %(prefixes)s", prefixes=_listed(prefixes))
    if understood.ignored:
        yield gettext("too common to count: %(words)s", words=_bold(understood.ignored))
    if understood.excluded:
        yield gettext("without %(words)s", words=_bold(understood.excluded))


def _bold(words: tuple[str, ...]) -> Markup:
    return _listed([Markup("<b>{}</b>").format(word) for word in words])


def _listed(items: list[Markup]) -> Markup:
    """A list of safe parts as safe text."""
    return Markup(listed([str(item) for item in items]))  # noqa: S704  every item is escaped already


def other_ways(query: SearchQuery, understood: Understood) -> tuple[Way, ...]:
    """The same words as a phrase, where they are plain words."""
    if len(query.text.split()) < 2 or not _PLAIN.fullmatch(query.text) or understood.literal:
        return ()
    phrase = links.changed(query, text=f'"{query.text}"')
    return (Way(gettext("Only the phrase %(phrase)s", phrase=quoted(query.text)), links.address(phrase)),)


def rights_named(text: str, register: Register) -> tuple[Right, ...]:
    """The rights whose title or vocabulary has the query, or one of its words, as an entry."""
    whole = fold(text.strip('"'))
    wanted = {whole, *re.findall(r"\w{4,}", whole)}
    language = current()
    exact = [right for right in register.articles if whole in _names(right, language)]
    near = [right for right in register.articles if right not in exact and wanted & _names(right, language)]
    return tuple([*exact, *near][:3]) if whole else ()


def _names(right: Right, language: str) -> set[str]:
    return {fold(right.title.get(language, "")), *(fold(term) for term in right.terms.get(language, ()))}


def word_rows(result: SearchResult) -> tuple[tuple[str, str, bool], ...]:
    """Each word with what it finds alone, and whether that is nothing."""
    return tuple((word, number(count), count == 0) for word, count in result.word_counts)
