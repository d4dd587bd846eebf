"""Citations as lawyers print them. A digest is cited as the official document it speaks of.

un        footnotes of the United Nations: https://www.un.org/dgacm/en/content/editorial-manual/footnotes
corteidh  the Inter-American Court's own way, in Spanish and in English
oscola    Oxford University Standard for the Citation of Legal Authorities, with its guide to international sources
apa       Publication Manual of the American Psychological Association, 7th edition, chapter 11 (legal references)
"""

import re
from collections.abc import Callable

from rights_search.citations.dates import american, in_words, month_name, parts
from rights_search.citations.pinpoints import pinpoint
from rights_search.model import SearchHit, SourceKind
from rights_search.vocabulary import bodies

LAWS = frozenset({SourceKind.CONSTITUTION, SourceKind.TREATY})
#: The stages of a contentious case, as the Court titles its judgments.
STAGES = {
    "es": {
        "preliminary objections": "Excepciones Preliminares",
        "merits": "Fondo",
        "reparations": "Reparaciones y Costas",
        "interpretation": "Interpretación de la Sentencia",
    },
    "en": {
        "preliminary objections": "Preliminary Objections",
        "merits": "Merits",
        "reparations": "Reparations and Costs",
        "interpretation": "Interpretation of the Judgment",
    },
}
_CASE = re.compile(
    r"^(?:Caso (?:de(?:l| la| los| las)? )?|Case of (?:the )?|Asunto |Matter of (?:the )?)", re.IGNORECASE
)
_FEMININE = re.compile(r"^(?:\w+ción|Carta)\b")
_COUNCIL_SESSION = re.compile(r"^A/HRC/(\d{1,3})/")


def cite(hit: SearchHit, style: str, language: str, types: tuple[str, ...] = ()) -> str:
    """The passage's citation in a style of `STYLES`, in Spanish (`es`) or English.

    `types` are the stages of a judgment (`Judgment.types`), which the Court's own style prints.

    Raises:
        KeyError: there is no such style.
    """
    language = "es" if language == "es" else "en"
    printed = _STYLES[style](hit, language, types)
    return printed if printed.endswith(".") or style == "oscola" or printed.endswith(hit.url or "\0") else printed + "."


def _un(hit: SearchHit, language: str, types: tuple[str, ...]) -> str:
    place = pinpoint(hit, language)
    if hit.source in LAWS:
        return _join(", ", f"{hit.title} {_adopted(hit, language)}".strip(), place)
    if hit.source is SourceKind.JUDGMENT:
        return _join(", ", _author(hit, language), hit.title, _decided(hit, language), _series(hit, language), place)
    when = in_words(hit.date, language)
    symbol = _join(" ", hit.symbol, f"({when})" if when else "")
    return _join(", ", _author(hit, language), _session(hit, language), hit.title, symbol, place)


def _corteidh(hit: SearchHit, language: str, types: tuple[str, ...]) -> str:
    place = pinpoint(hit, language, article="artículo" if language == "es" else "Article")
    if hit.source in LAWS:
        return _join(", ", hit.title, place)
    if hit.source is SourceKind.JUDGMENT:
        court = _court(hit, language)
        stages = _stages(types, language)
        decided = _decided(hit, language, american) if not _is_opinion(hit) else ""
        title = hit.title if not _is_opinion(hit) else _join(_of(language), hit.title, american(hit.date, language))
        return _join(". ", court, title, stages, _capital(decided), _join(", ", _series(hit, language), place))
    author = _join(". ", "ONU" if language == "es" else "UN", _author(hit, language))
    return _join(". ", author, hit.title, _join(", ", hit.symbol, american(hit.date, language), place))


def _oscola(hit: SearchHit, language: str, types: tuple[str, ...]) -> str:
    place = pinpoint(hit, language, tight=True)
    when = in_words(hit.date, language)
    if hit.source is SourceKind.CONSTITUTION:
        return _join(", ", _join(" ", hit.title, parts(hit.date)[0]), place)
    if hit.source is SourceKind.TREATY:
        return _join(" ", hit.title, _adopted(hit, language), place)
    if hit.source is SourceKind.JUDGMENT:
        series = _series(hit, language).replace("No.", "No")
        court = _join(" ", _author(hit, language), series, f"({when})" if when else "")
        name = _CASE.sub("", hit.title).replace("Vs.", "v").replace(" v. ", " v ").replace("et al.", "et al")
        return _join(", ", name, court, place)
    author = _author(hit, language)
    opened = author if author.startswith("United") or not author else f"{'ONU' if language == 'es' else 'UN'} {author}"
    title = f"«{hit.title}»" if language == "es" else f"‘{hit.title}’"
    symbol = f"UN Doc {hit.symbol}" if hit.symbol else ""
    return _join(", ", opened, _join(", ", _join(" ", title, f"({when})" if when else "", symbol), place))


def _apa(hit: SearchHit, language: str, types: tuple[str, ...]) -> str:
    place = pinpoint(hit, language)
    year = parts(hit.date)[0]
    if hit.source in LAWS:
        return _join(" ", _join(", ", hit.title, place, american(hit.date, language)) + ".", hit.url)
    if hit.source is SourceKind.JUDGMENT and language == "en":
        decided = _join(" ", _author(hit, language), f"({year})" if year else "")
        return _join(" ", _join(", ", _CASE.sub("", hit.title), _series(hit, language), decided, place) + ".", hit.url)
    if hit.source is SourceKind.JUDGMENT:
        body = _join(", ", _capital(_decided(hit, language)), _series(hit, language), place)
        return _join(" ", f"{_author(hit, language)}. ({year or 's. f.'}). {hit.title}. {body}.", hit.url)
    symbol = f"({hit.symbol})" if hit.symbol else ""
    title = _join(", ", _join(" ", hit.title, symbol), place)
    author, when = _author(hit, language), f"({_apa_date(hit.date, language)})"
    return _join(" ", (f"{author}. {when}. {title}" if author else f"{title}. {when}") + ".", hit.url)


_STYLES: dict[str, Callable[[SearchHit, str, tuple[str, ...]], str]] = {
    "un": _un,
    "corteidh": _corteidh,
    "oscola": _oscola,
    "apa": _apa,
}
#: The styles `cite` knows.
STYLES: tuple[str, ...] = tuple(_STYLES)


def _join(separator: str, *pieces: str) -> str:
    """The pieces there are, without doubling a full stop."""
    kept = [piece for piece in pieces if piece]
    joined = separator.join(kept)
    return joined.replace("..", ".") if separator.startswith(".") else joined


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _of(language: str) -> str:
    return " de " if language == "es" else " of "


def _author(hit: SearchHit, language: str) -> str:
    """Who speaks, unless the title says it. The report of a review is the Human Rights Council's."""
    body = bodies().get("hrc" if hit.source is SourceKind.UPR else hit.body)
    return body.title(language) if body and body.title(language).lower() not in hit.title.lower() else ""


def _court(hit: SearchHit, language: str) -> str:
    if hit.body != "iacthr":
        return _author(hit, language)
    return "Corte IDH" if language == "es" else "I/A Court H.R."


def _series(hit: SearchHit, language: str) -> str:
    return hit.symbol.replace("Serie ", "Series ") if language == "en" else hit.symbol.replace("Series ", "Serie ")


def _is_opinion(hit: SearchHit) -> bool:
    return hit.source is SourceKind.JUDGMENT and bool(re.match(r"Series? A\b", hit.symbol))


def _decided(hit: SearchHit, language: str, words: Callable[[str, str], str] = in_words) -> str:
    """“judgment of 1 September 2015”."""
    when = words(hit.date, language)
    if not when or _is_opinion(hit):
        return when  # an advisory opinion's title says what it is
    return f"judgment of {when}" if language == "en" else f"sentencia de {when}"


def _adopted(hit: SearchHit, language: str) -> str:
    """When a treaty was adopted; of a constitution, the year."""
    if not hit.date:
        return ""
    if hit.source is SourceKind.CONSTITUTION:
        return f"({parts(hit.date)[0]})"
    when = in_words(hit.date, language)
    if language == "en":
        return f"(adopted {when})"
    adopted = "adoptada" if _FEMININE.match(hit.title) else "adoptado"
    return f"({adopted} el {when})" if parts(hit.date)[2] else f"({adopted} en {when})"


def _session(hit: SearchHit, language: str) -> str:
    """The Council's session to which the report of a review belongs, from its symbol."""
    found = _COUNCIL_SESSION.match(hit.symbol) if hit.source is SourceKind.UPR else None
    if not found:
        return ""
    number = int(found[1])
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} session" if language == "en" else f"{number}.º período de sesiones"


def _stages(types: tuple[str, ...], language: str) -> str:
    """“Excepciones Preliminares, Fondo, Reparaciones y Costas”."""
    return ", ".join(STAGES[language].get(stage, stage) for stage in types)


def _apa_date(iso: str, language: str) -> str:
    """“2016, July 11”; Spanish keeps the order of speech; a document without a date has “n.d.”."""
    year, month, day = parts(iso)
    if not year:
        return "n.d." if language == "en" else "s. f."
    name = month_name(month, language)
    return in_words(iso, language) if language == "es" or not name else f"{year}, {name} {day}".strip()
