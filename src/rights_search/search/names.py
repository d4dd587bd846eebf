"""The names of fields and of their values, as people type them in Spanish and in English."""

import re
from collections.abc import Callable

from rights_search.model import PassageKind, SourceKind, pinpoint
from rights_search.vocabulary import Register, bodies, fold, goal_of, groups, instruments, states

#: Fields by the names they go by, folded.
FIELDS = {
    "right": "right",
    "derecho": "right",
    "body": "body",
    "organo": "body",
    "source": "source",
    "fuente": "source",
    "year": "year",
    "ano": "year",
    "anio": "year",
    "symbol": "symbol",
    "simbolo": "symbol",
    "state": "state",
    "estado": "state",
    "lang": "lang",
    "language": "lang",
    "idioma": "lang",
    "kind": "kind",
    "tipo": "kind",
    "document": "document",
    "documento": "document",
    "cites": "cites",
    "cita": "cites",
    "group": "group",
    "grupo": "group",
    "goal": "goal",
    "sdg": "goal",
    "ods": "goal",
}
_SOURCES = {
    SourceKind.CONSTITUTION: "constitución, constituciones, constitutions",
    SourceKind.TREATY: "tratado, tratados, instrumento, instrumentos, treaties, instrument, instruments",
    SourceKind.JUDGMENT: "sentencia, sentencias, judgments, judgement, judgements",
    SourceKind.GENERAL_COMMENT: "observación general, observaciones generales, recomendación general, general comment,"
    " general comments, general recommendation",
    SourceKind.CONCLUDING_OBSERVATIONS: "observaciones finales, concluding observations",
    SourceKind.COMMUNICATION: "comunicación, comunicaciones, comunicación individual, dictamen, dictámenes,"
    " communications, views",
    SourceKind.SPECIAL_PROCEDURE: "procedimiento especial, procedimientos especiales, relatoría, relatorías,"
    " special procedure, special procedures",
    SourceKind.UPR: "epu, examen periódico universal, universal periodic review",
    SourceKind.RESOLUTION: "resolución, resoluciones, resolutions",
    SourceKind.REPORT: "informe, informes, reports",
}
_KINDS = {
    PassageKind.PROVISION: "disposición, disposiciones, artículo, artículos, provisions, article, articles",
    PassageKind.OBSERVATION: "observación, observaciones, preocupación, observations, concern, concerns",
    PassageKind.RECOMMENDATION: "recomendación, recomendaciones, recommendations",
    PassageKind.PARAGRAPH: "párrafo, párrafos, paragraphs",
    PassageKind.OPERATIVE: "punto resolutivo, puntos resolutivos, resolutivo, operative paragraph",
    PassageKind.OPINION: "voto, votos, opinión separada, opinions, separate opinion",
}
_LANGUAGES = {
    "es": "español, castellano, spanish",
    "en": "inglés, english",
    "fr": "francés, french",
    "pt": "portugués, portuguese",
    "ar": "árabe, arabic",
    "ru": "ruso, russian",
    "zh": "chino, chinese",
}
_UNSAFE = re.compile(r"[^a-z0-9]+")
_YEARS = re.compile(r"(\d{4})?(?:\.\.|[-–])(\d{4})?|(\d{4})")


def years_of(value: str) -> tuple[int | None, int | None] | None:
    """The first and the last year of 2016, 2010-2020, 2010..2020, 2010.. or ..2014; None if it is none of them."""
    match = _YEARS.fullmatch(value)
    if not match or not any(match.groups()):
        return None
    if match[3]:
        return int(match[3]), int(match[3])
    if (not match[1] or not match[2]) and ".." not in value:
        return None
    return int(match[1]) if match[1] else None, int(match[2]) if match[2] else None


def resolve(field: str, value: str, register: Register, own_id: Callable[[str], str] = str) -> str | None:
    """The value's identifier, whether it was typed as such or by a name; None where there is no such value.

    `own_id` says which document is held that is known by an id.
    """
    folded = fold(value)
    if field == "right":
        return _right(folded, register)
    if field == "body":
        body = bodies().get(folded) or bodies().named(value)
        return body.id if body else None
    if field == "state":
        state = states().get(value.upper()) or states().named(value)
        return state.id if state else None
    if field == "source":
        return _listed(folded, _SOURCES)
    if field == "kind":
        return _listed(folded, _KINDS)
    if field == "lang":
        return _listed(folded, _LANGUAGES)
    if field == "year":
        years = years_of(value)
        return span(*years) if years else None
    if field == "group":
        return _group(folded)
    if field == "goal":
        goal = goal_of(folded)
        return str(goal) if goal else None
    if field == "cites":
        return _cited(value, own_id)
    return own_id(value.strip()) or None


def span(first: int | None, last: int | None) -> str:
    """Years as they are read back."""
    if first == last and first is not None:
        return str(first)
    return f"{'' if first is None else first}..{'' if last is None else last}"


def _group(folded: str) -> str | None:
    """By its id, or by how only one group's name begins: “mujeres”, “LGBTI”."""
    if folded in groups():
        return folded
    named = {
        group.id
        for group in groups().values()
        for name in (group.es, group.en)
        if folded and fold(name).startswith(folded)
    }
    return named.pop() if len(named) == 1 else None


def _cited(value: str, own_id: Callable[[str], str]) -> str | None:
    """`achr#8.1` of “CADH#8.1” and of “achr#art_8__para_1”; `ccpr-c-gc-32` of CCPR/C/GC/32 and of ccpr-gc-32."""
    name, _, place = value.strip().partition("#")
    instrument = instruments().get(fold(name)) or instruments().named(name)
    document = instrument.id if instrument else own_id(_UNSAFE.sub("-", name.lower()).strip("-"))
    place = pinpoint(place.strip().lower())
    return f"{document}#{place}" if document and place else document or None


def _right(folded: str, register: Register) -> str | None:
    if folded in register:
        return folded
    for right in register:
        if folded in right.covers or folded == right.key or folded in {fold(title) for title in right.title.values()}:
            return right.number
    return None


def _listed(folded: str, table: dict[str, str] | dict[SourceKind, str] | dict[PassageKind, str]) -> str | None:
    for id_, names in table.items():
        if folded == id_ or folded in {fold(name) for name in names.split(",")}:
            return str(id_)
    return None
