"""The citation of a passage in every style, and what the styles are called."""

from msgspec import Struct

from rights_search.citations.formats import STYLES, cite
from rights_search.model import Judgment, SearchHit, SourceKind
from rights_search.web.archive import archive
from rights_search.web.languages import current
from rights_search.web.messages import gettext


class Cited(Struct, frozen=True):
    """A citation in one style."""

    style: str
    name: str
    text: str


def cited(hit: SearchHit) -> tuple[Cited, ...]:
    """The passage cited in every style, in the reader's language."""
    types, language = _types(hit), current()
    names = _style_names()
    return tuple(Cited(style, names.get(style, style), cite(hit, style, language, types)) for style in STYLES)


def _types(hit: SearchHit) -> tuple[str, ...]:
    """The stages of a judgment, which the Court's own style prints; a hit does not carry them."""
    if hit.source is not SourceKind.JUDGMENT:
        return ()
    facts = archive().library.holding(hit.document).facts
    own = facts.get(current()) or next(iter(facts.values()), None)
    return own.types if isinstance(own, Judgment) else ()


def _style_names() -> dict[str, str]:
    """What the styles are called."""
    return {
        "un": gettext("United Nations footnote"),
        "corteidh": gettext("Inter-American Court"),
        "oscola": "OSCOLA",
        "apa": "APA 7",
    }
