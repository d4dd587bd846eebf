"""Cases by their numbers: of Strasbourg, of the African Court and Commission, of the Inter-American Commission, of the
committees; and by ECLI.

A target is the case's own number as an id: `echr-36022-97`, `afchpr-004-2011`, `achpr-155-1996`, `iachr-case-12-053`,
`iachr-petition-1234-05`, `iachr-report-40-04`, `ccpr-d-1472-2006`. A document that is held under another id, the views
CCPR/C/94/D/1472/2006, has it as an alias.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from rights_search.citations.context import Context
from rights_search.citations.courts import EUROPEAN, pinned
from rights_search.citations.names import names, pattern_of_laws
from rights_search.citations.spaces import compiled
from rights_search.citations.watching import speakers
from rights_search.citations.words import key
from rights_search.model import Citation, CitationKind
from rights_search.vocabulary import bodies

#: Five parts; the last has at most 25 signs (Council conclusions 2011/C 127/01).
ECLI = re.compile(r"\bECLI:([A-Z]{2}):([A-Z0-9]{1,7}):((?:19|20)\d\d):([A-Z0-9.]{0,24}[A-Z0-9])")
#: … which at Strasbourg is month and day, JUD or DEC, application number and its year: 0409JUD000042509 is 425/09.
STRASBOURG_ORDINAL = re.compile(r"\d{4}[A-Z]{3}0*(\d{1,7})(\d\d)")

#: “No.”, “nos”, “núm.”, “n.º”.
NO = r"(?:(?:n[oº°]s?|n\.\s?[oº°]s?|nums?|nros?|numeros?|numbers?)\.?\s*)"
APPLICATION = compiled(
    rf"(?<!\w)(?:applications?|apps?\s(?=no)|appl?s?\.|requetes?|demandas?|queixas?)\s*,?\s*{NO}?(?=\d)"
)
#: “(no. 25781/94)”, “nos 1234/05 et 5678/06”: behind a case's name, or in Strasbourg's own texts …
BARE = compiled(rf"(?<!\w){NO}(?=\d{{2,6}}/\d\d(?!\d))")
#: … and not a law's number.
OF_A_LAW = compiled(
    r"(?<!\w)(?:laws?|acts?|decrees?|ordinances?|regulations?|directives?|resolutions?|recommendations?|decisions?|orders?"
    r"|circulars?|reports?|opinions?|protocols?|conventions?|rules?|judgments?|cases?|files?|communications?|leyes|ley|decretos?"
    r"|resoluci(?:on|ones)|acuerdos?|informes?|sentencias?|casos?|expedientes?|comunicaci(?:on|ones)|loi|decret|arrete|lei)\s+$"
)
VERSUS = re.compile(r"\s(?:[Vv]s?|[Cc])\.\s+(?:the\s+|la\s+|le\s+|l['’])?[A-ZÉ]")
#: How far before a number its case may be named.
NAMED = 160
STRASBOURG_NUMBER = compiled(r"(\d{1,6})/(\d\d)(?![\d/])")
AFRICAN_NUMBER = compiled(r"(\d{3}(?:&\d{3})?)/((?:19|20)\d\d)(?!\d)")
COMMUNICATION = compiled(
    rf"(?<!\w)(?:communications?|complaints?|comunicaci(?:on|ones)|quejas?|comunica(?:cao|coes)|comms?\.)\s*{NO}?(?=\d)"
)
COMMUNICATION_NUMBER = compiled(r"(\d{1,4})/((?:19|20)\d\d|\d\d)(?![\d/])")
AND = compiled(r"\s*(?:,\s*(?:(?:and|y|et|e)\s+)?|;\s*|&\s*|(?:and|y|et|e)\s+)(?=\d)")
#: Another communication of the same body, behind the name of the one before: “…, A. v. B., para. 3; and No. 12/2014”.
FURTHER = compiled(rf",\s[^;\n]{{0,80}};\s+(?:(?:and|y|et|e)\s+)?{NO}?(?=\d{{1,4}}/(?:19|20)\d\d,)")
AFRICAN = compiled(r"(?<!\w)(?:african|africana?|africaine|achpr|cadhp|banjul)(?!\w)")
#: The Commission's years have two figures or four; its Charter is of 1981.
AFRICAN_SINCE = 81

INTER_AMERICAN = compiled(
    r"(?<!\w)(?:cidh|iachr|comision\s+interamericana|inter-?american\s+commission|comissao\s+interamericana)(?!\w)"
)
REPORT = compiled(
    rf"(?<!\w)(?:informes?|reports?|relatorios?)(?:\s+(?:de|del|on|of|sobre|la|the|y|and|e|fondo|(?:in)?admisibilidad|(?:in)?admissibilidade|(?:in)?admissibility|merits|merito|solucion|amistosa|comision|preliminar)){{0,6}}\s*,?\s*{NO}?(\d{{1,3}})/(\d\d)(?![\d/])"
)
CASE = compiled(
    rf"(?<!\w)(?:(?:casos?|cases?)\s+|(?:denuncias?|complaints?)\s+\(?(?=n)){NO}?(\d{{1,2}}\.\d{{3}})(?![\d.]\d|\d)"
)
PETITION = compiled(
    rf"(?<!\w)(?:(?:petici(?:on|ones)|petitions?|peti(?:cao|coes))\s+{NO}?(?:p-)?|p-)(\d{{1,5}})[-/](\d\d)(?!\d)"
)

#: “… (2000) of the”, “…, del”, “… on the right to water, of the”, in front of the committee.
BESIDE = compiled(r"(?:(?<!\w)(?:of\s+the|by\s+the|from\s+the|del|du|do|de\s+la)\s+|\()$")
SENTENCE_ENDS = re.compile(r"[.;:]")


def find_cases(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """One citation for each case, or for each paragraph that is pinned of it."""
    if "ECLI" in text:
        for ecli in ECLI.finditer(text):
            yield Citation(ecli[0], _of_ecli(ecli), CitationKind.JUDGMENT, *ecli.span())
    if "/" in text:  # most texts have no number of that form
        yield from _of_courts(text, folded, context)
        yield from _communications(text, folded, context)
    yield from _of_the_commission(text, folded, context)


def _of_courts(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """Applications to the courts of Strasbourg and Arusha."""
    for found in APPLICATION.finditer(folded):
        yield from _listed(text, folded, found, STRASBOURG_NUMBER, _of_strasbourg)
        yield from _listed(text, folded, found, AFRICAN_NUMBER, _of_arusha)
    for found in BARE.finditer(folded):
        if _is_of_strasbourg(text, folded, found.start(), context):
            yield from _listed(text, folded, found, STRASBOURG_NUMBER, _of_strasbourg)


def _of_strasbourg(number: re.Match[str]) -> str:
    return f"echr-{number[1]}-{number[2]}"


def _of_arusha(number: re.Match[str]) -> str:
    return f"afchpr-{number[1].replace('&', '-')}-{number[2]}"


def _communications(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """Communications to the committees and to the African Commission."""
    for found in COMMUNICATION.finditer(folded):
        body = _african(folded, found) or committee(folded, found.start(), found.end(), context)
        of_body = partial(_communication, body)
        yield from _listed(text, folded, found, COMMUNICATION_NUMBER, of_body, CitationKind.DOCUMENT, FURTHER)


def _of_ecli(ecli: re.Match[str]) -> str:
    number = STRASBOURG_ORDINAL.fullmatch(ecli[4]) if ecli[2] == "ECHR" else None
    return f"echr-{number[1]}-{number[2]}" if number else "-".join(("ecli", *ecli.groups())).lower().replace(".", "-")


def _listed(
    text: str,
    folded: str,
    begins: re.Match[str],
    form: re.Pattern[str],
    target: Callable[[re.Match[str]], str],
    kind: CitationKind = CitationKind.JUDGMENT,
    further: re.Pattern[str] | None = None,
) -> Iterator[Citation]:
    """A citation for each number listed behind a word; paragraphs behind the last are of that."""
    start, number = begins.start(), form.match(folded, begins.end())
    while number:
        step = AND.match(folded, number.end()) or (further.match(folded, number.end()) if further else None)
        following = form.match(folded, step.end()) if step else None
        if (following is None or (step and step.re is further)) and (named := target(number)):
            yield from pinned(text, folded, start, number.end(), named, kind)
        else:
            yield Citation(text[start : number.end()], target(number), kind, start, number.end())
        number, start = following, following.start() if following else 0


def _is_of_strasbourg(text: str, folded: str, start: int, context: Context) -> bool:
    """Whether a number without “application” is one: its case is named before, or all texts here are the Court's."""
    if OF_A_LAW.search(folded, max(0, start - 24), start):
        return False
    before = max(0, start - NAMED)
    named = VERSUS.search(text, before, start) or EUROPEAN.search(folded, before, start)
    return context.body == "ecthr" or bool(named)


def _african(folded: str, found: re.Match[str]) -> str:
    """The African Commission, where a communication's year has two figures, or Africa is named beside it."""
    number = COMMUNICATION_NUMBER.match(folded, found.end())
    beside = AFRICAN.search(folded, max(0, found.start() - NAMED), found.end() + NAMED // 2)
    short = number and len(number[2]) == 2 and found[0].startswith(("comm", "comuni"))  # and no complaint
    return "achpr" if short or (number and beside) else ""


def _communication(body: str, number: re.Match[str]) -> str:
    """Its id: the African Commission's with the year in full, the committees' as in their symbols."""
    year = number[2]
    if body == "achpr":
        century = "" if len(year) == 4 else "19" if int(year) >= AFRICAN_SINCE else "20"
        return f"achpr-{number[1]}-{century}{year}"
    return f"{body}-d-{number[1]}-{year}" if body and len(year) == 4 else ""


def committee(folded: str, start: int, end: int, context: Context) -> str:
    """The treaty body that a communication or a comment at a place is of; "" where nothing tells.

    It is the one behind “of the …”, else the one named last before, else the text's own.
    """
    behind = speakers(folded, end, end + NAMED)
    if behind and BESIDE.search(folded, end, behind[0][0]) and not SENTENCE_ENDS.search(folded, end, behind[0][0]):
        return behind[0][1]
    before = speakers(folded, max(0, start - NAMED), start)
    if before:
        return before[-1][1]
    if treaty := _treaty_before(folded, start):
        return treaty
    own = bodies().get(context.body)
    return own.id if own and own.mechanism == "treaty-body" else ""


def _treaty_before(folded: str, start: int) -> str:
    """The committee of the treaty named last before, “the Convention on …, general recommendation 14”."""
    found = [one for one in pattern_of_laws().finditer(folded, max(0, start - NAMED), start) if one.lastgroup == "name"]
    treaty = names()[key(found[-1][0])] if found else ""
    watching = (body.id for body in bodies().values() if body.mechanism == "treaty-body" and body.instrument == treaty)
    return next(watching, "") if treaty else ""


def _of_the_commission(text: str, folded: str, context: Context) -> Iterator[Citation]:
    """Cases, petitions and reports of the Inter-American Commission."""
    own = context.body in ("iacthr", "iachr")
    if not own and not INTER_AMERICAN.search(folded):
        return
    for name, form in (("report", REPORT), ("case", CASE), ("petition", PETITION)):
        for found in form.finditer(folded):
            around = max(0, found.start() - NAMED), found.end() + NAMED
            if own or INTER_AMERICAN.search(folded, *around):
                number = "-".join(found.groups()).replace(".", "-")
                yield from pinned(text, folded, *found.span(), f"iachr-{name}-{number}", CitationKind.DOCUMENT)
