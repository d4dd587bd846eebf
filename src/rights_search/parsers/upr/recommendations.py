"""Recommendations of the Universal Periodic Review: which States make them, and what the State under review answers.

The States stand in brackets behind each recommendation, the answer in the paragraph that leads into the list.
"""

import html
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rights_search.vocabulary import fold, states

#: How reviews call States beside the names of the vocabulary: a folded name, and one the vocabulary has.
ALSO_CALLED = {
    "arabia saudita": "saudi arabia",
    "bahrein": "bahrain",
    "bosnia herzegovina": "bosnia and herzegovina",
    "democratic republic of congo": "democratic republic of the congo",
    "dprk": "north korea",
    "drc": "democratic republic of the congo",
    "emiratos arabes": "emiratos arabes unidos",
    "ex republica yugoslava de macedonia": "north macedonia",
    "gran bretana": "reino unido",
    "jamahiriya arabe libia": "libya",
    "kazajstan": "kazakhstan",
    "lao pdr": "laos",
    "libyan arab jamahiriya": "libya",
    "macedonia": "north macedonia",
    "moldova": "republic of moldova",
    "nueva zelandia": "new zealand",
    "palestina": "palestine",
    "republica democratica popular lao": "laos",
    "republica popular china": "china",
    "republica unida de tanzania": "tanzania",
    "rok": "south korea",
    "swazilandia": "swaziland",
    "tfyr macedonia": "north macedonia",
    "trindade e tobago": "trinidad and tobago",
    "trinidad y tabago": "trinidad and tobago",
    "bolivie": "bolivia",
    "brunei darussalam": "brunei",
    "etats unis d'amerique": "united states",
    "etat de palestine": "palestine",
    "federation de russie": "russia",
    "pays bas (royaume des)": "netherlands",
    "republique arabe syrienne": "syria",
    "republique de coree": "south korea",
    "republique de moldova": "republic of moldova",
    "republique democratique du congo": "democratic republic of the congo",
    "republique democratique populaire lao": "laos",
    "republique populaire democratique de coree": "north korea",
    "republique tcheque": "czech republic",
    "republique unie de tanzanie": "tanzania",
    "republica da coreia": "south korea",
    "saint kitts et nevis": "saint kitts and nevis",
    "royaume uni de grande bretagne et d'irlande du nord": "united kingdom",
    "saint siege": "holy see",
    "uk": "united kingdom",
    "us": "united states",
    "usa": "united states",
}
#: What a table calls an answer (folded).
ANSWERS = {
    **dict.fromkeys(("supported", "accepted", "supports", "accepts", "enjoys the support of the state"), "supported"),
    **dict.fromkeys(("aceptada", "aceptado", "apoyada", "apoyado", "aceptada por el estado"), "supported"),
    **dict.fromkeys(("acceptee", "accepte", "appuyee", "soutenue", "aceita", "aceite", "apoiada"), "supported"),
    **dict.fromkeys(("noted", "rejected", "not accepted", "not supported", "notes"), "noted"),
    **dict.fromkeys(("tomada nota", "se toma nota", "se tomo nota", "rechazada", "rechazado", "no aceptada"), "noted"),
    **dict.fromkeys(("notee", "note", "pris note", "prise note", "rejetee", "rejete", "non acceptee"), "noted"),
    **dict.fromkeys(("anotada", "tomada em nota", "rejeitada"), "noted"),
    "": "",
}
#: An opening bracket, one level of brackets inside, and its end; some compilations print ".;" for the closing one.
BRACKET = re.compile(r"\(((?:[^()]|\([^()]{0,60}?(?:\)|\.(?=\)))){2,600}?)(?:\)|\.(?=\s{0,3}(?:[;,]|$|y\b|and\b)))")
HYPHEN = re.compile(r"\s{0,3}-\s{0,3}")
_AND = r"(?:y|e|and|et|&)"
SEPARATOR = re.compile(rf"(\s{{0,3}}[,;/]\s{{0,3}}(?:{_AND} )?|\s{_AND}\s{{1,3}}|\s[–—-]\s)", re.IGNORECASE)
#: What parts the lines of a cell, and the signs that begin them; and lines that go on with “and”.
LINE = re.compile(r"[ \t]*[\r\n|]\s*(?:[•·*–—-]\s*)?")
GOES_ON = re.compile(rf"(\s{_AND}|[,;/])\s*[\r\n]\s*", re.IGNORECASE)
JOINS = re.compile(rf"\s*[\r\n]\s*(?={_AND}\s)", re.IGNORECASE)
#: What a name that is read alone may begin or end with, and is no part of it.
ARTICLE = re.compile(r"(?:(?:the|el|la|los|las|le|les|os?|as?) |l')(?=\w)", re.IGNORECASE)
DANGLING = re.compile(rf"\s+{_AND}\s*$", re.IGNORECASE)
#: A name and what stands in one pair of brackets behind it, which may be cut off.
BRACKETED = re.compile(r"([^()]+)\(([^()]*)\)?[\s.,;:]*")
#: Names that go on, each with its own words; one of them joins a country to another.
LONG = re.compile(r"(reino unido|united kingdom|estados unidos|países bajos|rep[uú]blica de corea)\b([^,;/]*)", re.I)
NORTHERN = re.compile(r" (?:e|y|and|&) (?:of )?(?:irlanda del norte|northern ireland)\b", re.IGNORECASE)
SUPPORTED = re.compile(
    r"(?:cuentan?|gozan?|disfrutan?) (?:con |de )?(?:el|su|la|del) (?:pleno |plena )?(?:apoyo|respaldo|aprobación"
    r"|aceptación)|mostró su respaldo|(?:han sido|fueron|son) acept|acepta\b"
    r"|enjoy(?:s|ed)? (?:the |its )?(?:full )?support|(?:are|were|been) (?:supported|accepted)|supports\b|accepted by"
    r"|agreed on the following"
    r"|recueill\w{1,4} (?:l['’]|son |leur )(?:plein )?(?:adhésion|appui|approbation|assentiment)"
    r"|(?:bénéfici|joui)\w{2,5} de (?:l['’]|son |leur )(?:appui|adhésion)|(?:ont|a) (?:reçu |obtenu |eu )?l['’]appui"
    r"|(?:ont été|sont) (?:accept|approuv|appuy)|(?<!\w)(?:appuie|accepte|approuve)\b",
    re.IGNORECASE,
)
NOTED = re.compile(
    r"no (?:cuentan?|gozan?|contaron|han contado|disfrutan) |tomado conocimiento|tom(?:a|ado|ó|aron) nota"
    r"|no (?:han sido|fueron|son) acept|rechaz|(?:not|n[o']t) (?:enjoy|support|accept)|not (?:been )?accepted"
    r"|(?:have been|were|are) (?:duly )?(?:noted|rejected)|(?:noted|rejected) by|would not|could not|cannot"
    r"|(?<!\w)n(?:e |['’])(?:\w{1,14} )?\w{1,14} pas\b|(?<!\w)n['’](?:a|ont) pas |(?<!\w)pris(?:e|es)? note"
    r"|(?<!\w)prend(?:ra)? (?:donc |dûment )?(?:note|acte)|(?:ont été|sont) (?:donc |dûment )?(?:notées|rejetées)",
    re.IGNORECASE,
)
#: A paragraph that leads into a list is no longer than this.
LEAD = 2000
#: "… will be examined by Chile, which will provide responses in due time": nothing is answered yet.
LATER = re.compile(
    r"examinará|serán examinad|dará respuesta|will be examined|will examine|in due time"
    r"|ser(?:ont|a) examiné|(?<!\w)examinera|y répondra|en temps (?:voulu|utile)",
    re.IGNORECASE,
)
#: More names joined by "and" than any State's own name has.
LONGEST_NAME = 4


@lru_cache(maxsize=4096)
def state_named(name: str) -> str:
    """The ISO alpha-3 code of the State that goes by this name, or nothing."""
    for candidate in _candidates(html.unescape(name)):
        folded = fold(candidate)
        row = states().named(candidate) or states().named(ALSO_CALLED.get(folded, candidate))
        if code := row.id if row else _in_other_languages().get(folded, ""):
            return code
    return ""


@cache
def _in_other_languages() -> dict[str, str]:
    """The code of each State by its folded names in French and Portuguese, where these are no other State's."""
    names = ((fold(name), row.id) for row in states().values() for name in (row.fr, row.pt))
    return {spelt: code for name, code in names for spelt in (name, name.replace("-", " "))}


def _candidates(name: str) -> Iterator[str]:
    """The name as it stands, then as the vocabulary may have it."""
    name = HYPHEN.sub(" ", name.replace("’", "'").replace("`", "'")).strip(" .,;:*\u00a0")
    yield from (name, name.replace(" ", "-"), name.removeprefix("the ").removeprefix("The "))
    yield ARTICLE.sub("", name, count=1)
    if bracketed := BRACKETED.fullmatch(name):  # Venezuela (Bolivarian Republic of), Reino Unido (de Gran Bretaña …)
        plain, inside = bracketed.groups()
        yield plain
        yield f"{inside.rstrip('.: ')} {plain}"
    if (long := LONG.fullmatch(name)) and not SEPARATOR.search(NORTHERN.sub("", long[2])):
        yield long[1]
    if name.count(", ") == 1:  # Korea, Republic of
        yield " ".join(reversed(name.split(", ")))
    if name[:3].lower() == "st.":
        yield f"Saint {name[3:].strip()}"
    yield name.replace("&", "and")


def recommending(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The States in brackets, in their order; and the names beside them that are no State we know."""
    found: dict[str, None] = {}
    unknown: list[str] = []
    for bracket in BRACKET.finditer(text):
        known, strange = _names(bracket[1])
        if known:
            found.update(dict.fromkeys(known))
            unknown.extend(strange)
    return tuple(found), tuple(unknown)


def states_in(cell: str) -> tuple[list[str], list[str]]:
    """The States that a table's cell names, and the names in it that are no State we know.

    >>> states_in("Antigua and Barbuda & Peru; Freedonia")
    (['ATG', 'PER'], ['Freedonia'])
    """
    joined = JOINS.sub(" ", GOES_ON.sub(r"\1 ", html.unescape(cell).strip().lstrip("•·*–—- ")))
    return _names(LINE.sub("; ", DANGLING.sub("", joined)))


def only_states(text: str) -> list[str]:
    """The States of a list of names; none where anything else stands among them.

    >>> only_states("Antigua and Barbuda, Chad"), only_states("Repair the well in Chad")
    (['ATG', 'TCD'], [])
    """
    known, strange = _names(text)
    return [] if strange else known


def response_of(lead: str) -> str:
    """Supported or noted, as the paragraph says that leads into a list; nothing where it leaves that open.

    >>> response_of("The recommendations listed below enjoy the support of Chile:")
    'supported'
    """
    lead = lead[:LEAD]
    if LATER.search(lead):
        return ""
    if NOTED.search(lead):
        return "noted"
    return "supported" if SUPPORTED.search(lead) else ""


def _names(text: str) -> tuple[list[str], list[str]]:
    """Take a list of names apart: the longest run of parts that is a State's name wins ("Antigua and Barbuda")."""
    parts = SEPARATOR.split(text)
    known: list[str] = []
    strange: list[str] = []
    place = 0
    while place < len(parts):
        for size in range(min(2 * LONGEST_NAME - 1, len(parts) - place), 0, -2):
            code = state_named("".join(parts[place : place + size]))
            if code:
                known.append(code)
                break
        else:
            size = 1
            if parts[place].strip():
                strange.append(parts[place].strip())
        place += size + 1
    return known, strange
