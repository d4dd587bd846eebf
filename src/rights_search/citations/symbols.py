"""UN document symbols in running text."""

import re
from collections.abc import Iterator

from rights_search.errors import ParseError
from rights_search.model import Citation, CitationKind
from rights_search.model.symbols import LONGEST, DocumentSymbol, normalised

PREFIX = "A|E|S|HRI|CCPR|CERD|CAT|CEDAW|CRC|CMW|CRPD|CED|INT"
#: What may be a symbol; a line break or spaces may have come between its parts. The grammar then decides.
CANDIDATE = re.compile(
    rf"(?<![\w/.-])(?:{PREFIX})"
    r"(?:\s{0,2}/\s{0,2}(?:(?:Add|Corr|Rev|SR|L)\.\s\d|[A-Z0-9])[A-Za-z0-9.\-–]{0,24}){1,9}"
    r"(?:\s\(Vol\.\s?[IVX]{1,4}\)|\s?\([IVXL]{1,7}\)(?:\s?[A-F](?!\w))?|\s?\((?:19|20)\d\d\)(?!\w))?"
    # some editors set a committee's symbol in small letters; of other bodies that would be “a/b”
    r"|(?<![\w/.:-])(?:ccpr|cerd|cat|cedaw|crc|cmw|crpd|ced)/c(?:/[a-z0-9][a-z0-9.\-]{0,24}){1,6}"
)
#: Two symbols of one document: “CEDAW/C/GC/31-CRC/C/GC/18”; each finds it.
JOINT = re.compile(rf"\s?[-–]\s?(?=(?:{PREFIX})/)")
BRACKETS = re.compile(r"\s?\([^()]{1,12}\)[^/]{0,2}$")
AFTER_POINT = re.compile(r"(?<=\.)\s(?=\d)")

BODY = r"(?:CCPR|CERD|CAT|CEDAW|CRC|CMW|CRPD|CED)"
#: Documents that texts cite and nobody asks for by their parts: summary records, papers of a session, conferences,
#: decisions, other organs. An organ, then numbers and series (SR.12, CRP.3, DEC) that end with a number.
OTHERS = re.compile(
    rf"(?!{BODY}/C/\d{{1,3}}$)"
    rf"(?:{BODY}/(?:C|SP|OP|CO)|E/(?:C|CN|AC)\.\d{{1,2}}|E/(?:ICEF|RES|DEC|INF)|A/(?:HRC|RES|DEC|INF|BUR)"
    r"|A/(?:C|CONF|AC|CN)\.\d{1,3}|A/(?:S|ES)-\d{1,2}|A/\d{1,3}|HRI/(?:GEN|MC|CORE|ICM)|S/(?:RES|PRST|AC\.\d{1,2})"
    r"|[ES]/(?:19|20)\d\d)"
    r"(?:/(?:(?:Add|Corr|Rev|Amend|Sub)\.\d{1,3}|[A-Z]{1,6}(?:[.-]?\d{1,5})?|\d{1,5}(?:-\d{1,3}){0,3})){1,6}(?<=\d)"
    r"|A/RES/\d{1,4}\s?\([IVXL-]{1,8}\)|S/(?:PV\.)?\d{4,5}"
)
#: “A/2019” is a file number of a year; the Assembly's own numbers of that time are older than any text here.
NO_SYMBOL = re.compile(r"A/(?:19|20)\d\d")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


def find_symbols(text: str) -> Iterator[Citation]:
    """Each symbol the grammar knows, with the document it names."""
    for candidate in CANDIDATE.finditer(text):
        at = candidate.start()
        for printed in _parts(candidate[0]):
            begins = text.index(printed, at)
            at = begins + len(printed)
            if found := _longest(printed):
                yield Citation(found[0], found[1], CitationKind.DOCUMENT, begins, begins + len(found[0]))


def _parts(candidate: str) -> list[str]:
    """The symbols a document with two of them has."""
    return [part for part in JOINT.split(candidate) if "/" in part]


def _longest(candidate: str) -> tuple[str, str] | None:
    """The candidate, or its longest beginning that is a symbol, and its document: a sentence may go on behind it."""
    while "/" in candidate:
        printed = candidate.rstrip(".,;:-– ")
        if id_ := _id(AFTER_POINT.sub("", printed)):
            return printed, id_
        # A year in brackets belongs to “S/RES/1325 (2000)” and to no other: without it first, then without a part.
        bare = BRACKETS.sub("", candidate)
        candidate = bare if bare != candidate else candidate.rpartition("/")[0].rstrip()
    return None


def _id(printed: str) -> str:
    """The id of the document with this symbol; "" where it is none."""
    if NO_SYMBOL.fullmatch(printed):
        return ""
    try:
        return DocumentSymbol.parse(printed).id
    except ParseError:
        text = normalised(printed) if len(printed) <= LONGEST else ""
        return _NOT_IN_ID.sub("-", text.lower()).strip("-") if OTHERS.fullmatch(text) else ""
