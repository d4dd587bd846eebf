"""Who speaks and with what force, in words: the label that every passage carries.

The same judgment binds its addressee and only interprets for everyone else; the label says which.
"""

import re

from msgspec import Struct

from rights_search.model import PassageKind, SearchHit, SourceKind
from rights_search.vocabulary import instruments
from rights_search.web.addressee import Addressee, with_article
from rights_search.web.languages import current
from rights_search.web.messages import gettext, pgettext
from rights_search.web.words import body_name, body_short, contracted, state_name

#: The six families a reader can tell apart, in the order of authority, and the sources each gathers.
FAMILIES: dict[str, tuple[SourceKind, ...]] = {
    "constitution": (SourceKind.CONSTITUTION,),
    "treaty": (SourceKind.TREATY,),
    "judgment": (SourceKind.JUDGMENT,),
    "treaty-body": (SourceKind.GENERAL_COMMENT, SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.COMMUNICATION),
    "special-procedure": (SourceKind.SPECIAL_PROCEDURE,),
    "upr": (SourceKind.UPR,),
}
#: An instrument that no State ratifies, by its own name.
DECLARATION = re.compile(r"(?:[A-Z]\w+ ){0,3}Declaration\b")
FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}


class Authority(Struct, frozen=True):
    """The label: a class for the hue, letters, a name and a force. The hue only repeats what the words say."""

    family: str
    mark: str
    name: str
    force: str = ""


def family(name: str) -> Authority:
    """The label of a whole family."""
    return Authority(name, _mark(name), family_name(name))


def of_source(kind: SourceKind, force: str = "") -> Authority:
    """The label of a source kind in general."""
    return Authority(FAMILY_OF.get(kind, "other"), _mark(FAMILY_OF.get(kind, kind)), source_name(kind), force)


def of_hit(hit: SearchHit, state: Addressee) -> Authority:
    """The label of one passage."""
    mark = _mark(FAMILY_OF.get(hit.source, hit.source))
    return Authority(FAMILY_OF.get(hit.source, "other"), mark, _name(hit), contracted(_force(hit, state)))


def family_name(name: str) -> str:
    """What a family is called in lists."""
    names = {
        "constitution": gettext("Constitution"),
        "treaty": gettext("Treaties"),
        "judgment": gettext("Judgments"),
        "treaty-body": gettext("Treaty bodies"),
        "special-procedure": gettext("Special procedures"),
        "upr": gettext("Universal Periodic Review"),
    }
    return names.get(name, name)


def source_name(kind: str) -> str:
    """What a source kind is called in lists."""
    names = {
        "constitution": gettext("Constitution"),
        "treaty": gettext("Treaties"),
        "judgment": gettext("Judgments"),
        "general-comment": gettext("General comments"),
        "concluding-observations": gettext("Concluding observations"),
        "communication": gettext("Views on communications"),
        "special-procedure": gettext("Special procedures"),
        "upr": gettext("Universal Periodic Review"),
        "resolution": gettext("Resolutions"),
        "report": gettext("Reports"),
    }
    return names.get(kind, kind)


def kind_name(kind: str) -> str:
    """What a kind of passage is called in lists."""
    names = {
        "provision": gettext("Article"),
        "observation": gettext("Observation"),
        "recommendation": gettext("Recommendation"),
        "paragraph": gettext("Paragraph"),
        "operative": gettext("Operative paragraph"),
        "opinion": gettext("Separate opinion"),
    }
    return names.get(kind, kind)


def _mark(name: str) -> str:
    match name:
        case "constitution":
            return pgettext("mark", "C")
        case "treaty":
            return pgettext("mark", "T")
        case "judgment":
            return pgettext("mark", "J")
        case "treaty-body":
            return pgettext("mark", "TB")
        case "special-procedure":
            return pgettext("mark", "SP")
        case "upr":
            return pgettext("mark", "UPR")
        case "resolution":
            return pgettext("mark", "RES")
        case "report":
            return pgettext("mark", "REP")
    return "·"


def _name(hit: SearchHit) -> str:
    if hit.source is SourceKind.SPECIAL_PROCEDURE and hit.body:
        return body_name(hit.body)
    name = _single(hit)
    bodiless = (SourceKind.CONSTITUTION, SourceKind.TREATY, SourceKind.UPR)
    return f"{name}, {body_short(hit.body)}" if hit.body and hit.source not in bodiless else name


def _single(hit: SearchHit) -> str:
    match hit.source:
        case SourceKind.CONSTITUTION:
            return gettext("Constitution")
        case SourceKind.TREATY:
            return gettext("Declaration") if is_declaration(hit.document) else gettext("Treaty")
        case SourceKind.JUDGMENT:
            return gettext("Judgment")
        case SourceKind.GENERAL_COMMENT:
            return gettext("General comment")
        case SourceKind.CONCLUDING_OBSERVATIONS:
            return gettext("Concluding observations")
        case SourceKind.COMMUNICATION:
            return gettext("Views")
        case SourceKind.SPECIAL_PROCEDURE:
            return gettext("Special procedures")
        case SourceKind.UPR:
            return gettext("Universal Periodic Review")
        case SourceKind.RESOLUTION:
            return gettext("Resolution")
        case SourceKind.REPORT:
            return gettext("Report")


def is_declaration(document: str) -> bool:
    """Whether an instrument is a declaration, which no State ratifies."""
    known = instruments().get(document)
    return known is not None and DECLARATION.match(known.en) is not None


def _force(hit: SearchHit, state: Addressee) -> str:
    own = state.iso3 in hit.states
    if hit.source is SourceKind.CONSTITUTION:
        return gettext("supreme law") if own or not hit.states else ""
    if hit.source is SourceKind.TREATY:
        return treaty_force(hit.document, state)
    if hit.kind is PassageKind.OPINION:
        return gettext("not part of the decision")
    if hit.source is SourceKind.JUDGMENT:
        return gettext("binds %(state)s", state=state.the(current())) if own else gettext("interprets")
    if hit.source is SourceKind.UPR and hit.response in ("supported", "noted"):
        return _response(hit, own)
    return _advice(hit, own)


def treaty_force(document: str, state: Addressee) -> str:
    """Since when a treaty binds the State; what is not known is said."""
    ratified = state.ratifications.get(document)
    if is_declaration(document):
        return ""
    if ratified is None:
        return gettext("no record of ratification")
    if not ratified.party:
        return gettext("does not bind %(state)s", state=state.the(current()))
    if not ratified.year:
        return gettext("ratification to be confirmed")
    return gettext("binds %(state)s since %(year)s", state=state.the(current()), year=ratified.year)


def _response(hit: SearchHit, own: bool) -> str:
    who = gettext("the State") if own or len(hit.states) != 1 else _the(hit.states[0])
    if hit.response == "supported":
        return gettext("supported by %(state)s", state=who)
    return gettext("noted by %(state)s", state=who)


def _advice(hit: SearchHit, own: bool) -> str:
    if hit.source is SourceKind.GENERAL_COMMENT:
        return gettext("interprets")
    if hit.source is SourceKind.REPORT:
        return gettext("reports")
    if not hit.states and hit.source in (SourceKind.SPECIAL_PROCEDURE, SourceKind.COMMUNICATION):
        return gettext("interprets and recommends")
    if hit.kind is PassageKind.OBSERVATION:
        return gettext("observes")
    if own or len(hit.states) != 1:
        return gettext("recommends")
    return gettext("recommends to %(state)s", state=_the(hit.states[0]))


def _the(iso3: str) -> str:
    return with_article(iso3, state_name(iso3), current())
