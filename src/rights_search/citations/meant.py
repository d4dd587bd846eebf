"""Which treaty a text means by a noun: “the Covenant”, “the Optional Protocol”, “la Convención contra la Tortura”."""

import re
from collections import Counter

from rights_search.citations.another_name import is_of_another_name
from rights_search.citations.context import Context
from rights_search.citations.families import family_in, family_of
from rights_search.citations.memory import Memory
from rights_search.citations.names import names, pattern_of_laws
from rights_search.citations.phrases import PRESENT
from rights_search.citations.protocols import ON_COMMUNICATIONS, PROTOCOL, parent_of, protocol_to
from rights_search.citations.spaces import compiled
from rights_search.citations.subjects import named_by_subject
from rights_search.citations.watching import watched_by
from rights_search.citations.words import key
from rights_search.model import SourceKind
from rights_search.vocabulary import instruments

#: Two treaties are called so …
VIENNA = frozenset(
    key(name)
    for name in (
        "convencion de viena",
        "convenio de viena",
        "vienna convention",
        "convencao de viena",
        "convention de vienne",
    )
)
TORTURE = key("convencion contra la tortura")
#: “El TEDH”, “the European Court”.
EUROPE = compiled(r"(?<!\w)(?:tedh|europe[oa]?|european|europeenne|europeia|echr)(?!\w)")
TO_EUROPES = compiled("europ|cedh|echr")
#: … of which one is about consuls.
CONSULAR = compiled(r"(?<!\w)consul(?:es|ar(?:es)?|s|ate|ado)?(?!\w)")
DEMONSTRATIVE = compiled(
    r"(?<!\w)[dn]?(?:(est[ae]|this)|ess?[ae]|aquel[ae]|dich[oa]|(?:mism|mesm|mencionad|citad|referid|aludid|dit)[oa]"
    r"|that|said|same|cet(?:te)?|ce|meme|(?:l[ae]|au|du)?dite?)\s+$"
)
#: “a Convenção supramencionada”: the one named before, here or in an earlier passage.
NAMED_ABOVE = compiled(
    r"\s+(?:(?:supra|pre|ante|antes\s+|arriba\s+|ya\s+|acima\s+)-?(?:mencionad|citad|dich|referid)[oa]|mentioned\s+above"
    r"|susmentionnee?|precitee?)(?!\w)"
)
TO_A_TREATY = compiled(r"\s+(?:to(?:\s+the)?|a(?:\s+la)?|al|aux?|ao|de\s+la|del?|du|of(?:\s+the)?)\s+")
SECOND = compiled(r"(?<!\w)(?:second|segundo|deuxieme)\s+$")
#: How far behind the treaty's name the protocol's own subject may stand.
TITLE = 90
#: “la Convención de 1994”.
OF_A_YEAR = re.compile(r"\s(?:de|of)\s((?:19|20)\d\d)(?!\d)")
#: “dicha Convención Interamericana”, of which there are several.
INTER_AMERICAN = compiled(r"\s+inter-?americana(?!\w|\s+(?:sobre|para|contra|de|relativa)(?!\w))")
AMERICAN_TREATIES = frozenset({"belem-do-para", "ia-torture", "ia-disappearance", "ia-disability", "ia-older-persons"})
#: How far before “the Covenant” the committee may be named that speaks of it.
SPEAKS = 400
DIGITS = compiled(r"\d+")


def torture(name: str, context: Context, memory: Memory) -> str:
    """“La Convención contra la Tortura” of a judgment that named the Inter-American one, and not that of the UN."""
    named = memory.named.get("convention", Counter())
    inter_american = context.instrument == "achr" and named["ia-torture"] and not named["cat"]
    return "ia-torture" if name == TORTURE and inter_american else ""


def numbered_protocol(name: str, folded: str, context: Context) -> str:
    """“Protocol No. 4”: to the European Convention where a text speaks of Europe, else to the document's own treaty."""
    number = next(iter(DIGITS.findall(name)), "1")  # “the First Protocol”
    own = (context.instrument, *(("echr",) if EUROPE.search(folded) else ()))
    treaties = ("echr",) if TO_EUROPES.search(name) else own
    protocols = (f"{treaty}-p{number}" for treaty in treaties)
    return next((protocol for protocol in protocols if protocol in instruments()), "")


def vienna(name: str, folded: str) -> str:
    """“Convención de Viena” alone is that on treaties, or that on consular relations where a text speaks of consuls."""
    return "vienna-consular" if name in VIENNA and CONSULAR.search(folded) else ""


def meant_by(
    text: str, folded: str, start: int, end: int, context: Context, before: dict[str, str], memory: Memory
) -> str:
    """Which treaty “the Convention” is here, if any: the document's own, or the one that the text named last."""
    family = family_in(folded[start:end])
    if INTER_AMERICAN.match(folded, end):
        last = before.get(family) or memory.recent.get(family, "")
        return last if last in AMERICAN_TREATIES else ""
    points = DEMONSTRATIVE.search(folded, max(0, start - 14), start)
    if NAMED_ABOVE.match(folded, end) and (above := before.get(family) or memory.recent.get(family)):
        return above
    own_words = context.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION)
    if own_words and PRESENT.search(folded, max(0, start - 10), start) and family == _family_of(context.instrument):
        return context.instrument  # “of the present Convention for the transfer of prisoners”
    if is_of_another_name(text, folded, start, end):
        return ""
    if year := OF_A_YEAR.match(text, end):
        return _of_the_year(year[1], family, context.instrument, memory)
    protocols = PROTOCOL | ON_COMMUNICATIONS if context.kind == SourceKind.COMMUNICATION else PROTOCOL
    own = context.instrument
    if context.kind == SourceKind.SPECIAL_PROCEDURE and family in before:
        return before[family]  # a mandate has a subject, and no treaty of its own
    named = before.get(family, "")
    itself = points and points[1] and own_words
    if family in before and named != own and points and not itself:
        return named  # “esta Convención”, behind another's name; in a treaty's own words “this Convention” is itself
    for candidate in (own, parent_of(own), protocols.get(own, "")):
        if candidate in instruments() and family == family_of(candidate):
            return candidate
    if family in before:
        return before[family] or _watched(family, folded, start)
    if family == "protocol" and own in ON_COMMUNICATIONS and context.kind == SourceKind.GENERAL_COMMENT:
        return ON_COMMUNICATIONS[own]
    # “la Carta” of the Inter-American Court is that of its organization, “la carta” is mail.
    charter = text[start].isupper() and family == "charter" and own == "achr"
    return (
        _parent_in(family, before)
        or _watched(family, folded, start)
        or _remembered(family, context, memory)
        or ("oas-charter" if charter else "")
    )


def _family_of(instrument: str) -> str:
    return family_of(instrument) if instrument in instruments() else ""


def protocol_by_its_treaty(folded: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The bounds of a protocol's name that ends with its treaty's, and which one it is: “Optional Protocol to CEDAW”.

    It is "" where the treaty has several and nothing tells which; None where the noun at a place begins no such name.
    """
    to = TO_A_TREATY.match(folded, end) if family_in(folded[start:end]) == "protocol" else None
    found = pattern_of_laws().match(folded, to.end()) if to else None
    if found is None:
        return None
    if found.lastgroup == "name":
        treaty, ends = names()[key(found[0])], found.end()
    elif subject := named_by_subject(folded, *found.span()):  # “to the Convention on the Right of the Child”
        treaty, ends = subject[2], subject[1]
    else:
        return None
    second = SECOND.search(folded, max(0, start - 12), start)
    about = folded[ends : ends + TITLE]
    return second.start() if second else start, ends, protocol_to(treaty, about, second=bool(second))


def _parent_in(family: str, before: dict[str, str]) -> str:
    """The treaty that a protocol named before adds to: “the Optional Protocol … article 22 of the Convention”."""
    parent = parent_of(before.get("protocol", ""))
    return parent if parent in instruments() and family_of(parent) == family else ""


def _watched(family: str, folded: str, start: int) -> str:
    """The treaty of the committee that speaks: “the Human Rights Committee … article 14 of the Covenant”."""
    watched = watched_by(folded, max(0, start - SPEAKS), start)
    return watched if watched and family_of(watched) == family else ""


def _remembered(family: str, context: Context, memory: Memory) -> str:
    """What the document mostly means by the noun; a mandate speaks of many declarations, most of them none of ours."""
    own_words = context.kind in (SourceKind.TREATY, SourceKind.CONSTITUTION)
    unsure = family == "declaration" and context.kind == SourceKind.SPECIAL_PROCEDURE
    if own_words or unsure:
        return ""
    return memory.recent.get(family, "") if context.kind == SourceKind.SPECIAL_PROCEDURE else memory.usual(family)


def _of_the_year(year: str, family: str, own: str, memory: Memory) -> str:
    """“La Convención de 1994”: the document's own if it is of the year, else the one of it that it names most."""
    if own in instruments() and instruments()[own].adopted.startswith(year) and family_of(own) == family:
        return own
    named = memory.named.get(family, Counter()).most_common()
    return next((treaty for treaty, _ in named if instruments()[treaty].adopted.startswith(year)), "")
