"""The place within a document, in the words of a style: “para. 12”, “art. 66.3”, “punto resolutivo 3”."""

from msgspec import Struct

from rights_search.model import SearchHit
from rights_search.vocabulary import states


class Words(Struct, frozen=True):
    """How a style abbreviates, in one language."""

    article: str
    paragraph: str
    operative: str
    recommendation: str
    transitional: str
    annex: str
    section: str
    divided: str  #: how an article's paragraph is added: "{}.{}", "{} ({})"


WORDS = {
    "es": Words(
        article="art.", paragraph="párr.", operative="punto resolutivo", recommendation="recomendación",
        transitional="disposición transitoria", annex="anexo, párr.", section="sec.", divided="{}.{}",
    ),
    "en": Words(
        article="art.", paragraph="para.", operative="operative para.", recommendation="recommendation",
        transitional="transitional provision", annex="annex, para.", section="sect.", divided="{} ({})",
    ),
}  # fmt: skip


def pinpoint(hit: SearchHit, language: str, *, article: str = "", tight: bool = False) -> str:
    """Where in the document the passage stands; "" for one without a number.

    `article` replaces the abbreviation (“artículo”); `tight` leaves out full stops and the space before a bracket.
    """
    words = WORDS["es" if language == "es" else "en"]
    kind, *_ = hit.eid.partition("_")
    if not hit.num:
        return ""
    if kind == "art":
        place = f"{article or words.article} {_divided(hit.eid, words, tight)}"
    else:
        place = f"{_word(kind, hit, words)} {hit.num}{_states(hit, language)}"
    return place.replace(". ", " ") if tight else place


def _word(kind: str, hit: SearchHit, words: Words) -> str:
    if kind == "opinion":
        # The opinion is named by the heading it stands under: “Voto concurrente del juez …”.
        return ", ".join((*hit.path[:1], words.paragraph))
    known = {
        "oper": words.operative,
        "rec": words.recommendation,
        "transitional": words.transitional,
        "annex": words.annex,
        "sec": words.section,
    }
    return known.get(kind, words.paragraph)


def _divided(eid: str, words: Words, tight: bool) -> str:
    """The article's number with its parts: “66.3” in Spanish, “66 (3)” in English; closing words as “57, inc. 2”."""
    parts = [part.partition("_")[::2] for part in eid.split("__")]
    number = parts[0][1].replace("-", ".")
    for kind, printed in parts[1:]:
        value = printed.replace("-", ".")
        number = f"{number}, inc. {value}" if kind == "inc" else words.divided.format(number, value)
    return number.replace(" (", "(") if tight else number


def _states(hit: SearchHit, language: str) -> str:
    """The States that made a recommendation."""
    names = [states()[code].title(language) if code in states() else code for code in hit.recommended_by]
    return f" ({'; '.join(names)})" if names else ""
