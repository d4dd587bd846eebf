"""UN document symbols: `CCPR/C/ECU/CO/6`, `A/HRC/41/4`. The same in all languages, and the nearest thing to an id.

The grammar is that of the documents themselves: the UN describes it for readers
(https://research.un.org/en/docs/symbols), and each body bends it.
"""

import re
from enum import StrEnum

from msgspec import Struct

from rights_search.errors import ParseError

#: Longer than any symbol in use; a longer string is refused before any pattern sees it.
LONGEST = 80


class SymbolKind(StrEnum):
    """What a symbol says the document is."""

    CONCLUDING_OBSERVATIONS = "concluding observations"
    FOLLOW_UP = "follow-up"
    LIST_OF_ISSUES = "list of issues"
    REPORT = "report"
    VIEWS = "views"
    GENERAL_COMMENT = "general comment"
    VISIT = "visit"
    CORE_DOCUMENT = "core document"
    UPR = "upr"
    HRC = "hrc"
    RESOLUTION = "resolution"
    GENERAL_ASSEMBLY = "general assembly"
    COMMISSION = "commission"
    COUNCIL = "council"
    UPLOAD = "upload"


TREATY_BODY = r"(?P<tb>CCPR|CERD|CAT|CEDAW|CRC|CMW|CRPD|CED|E/C\.12)"
#: Treaty bodies write /C after their name; the Committee on Economic, Social and Cultural Rights (E/C.12) does not.
BODY = rf"{TREATY_BODY}(?:/C)?"
STATE = r"(?P<state>[A-Z]{3})"
#: The periodic report it answers, or several combined: 6, 23-24, 5/Add.1 is a suffix.
CYCLE = r"(?P<number>\d{1,3}(?:-\d{1,3}){0,3})"
SESSION = r"(?P<session>(?:S-)?\d{1,3})"
YEAR = r"(?P<year>(?:19|20)\d\d)"
SUFFIX = r"(?:/(?:Add|Corr|Rev|Amend)\.\d{1,3}){0,3}"

#: The first form that fits the whole symbol gives its kind.
FORMS: tuple[tuple[SymbolKind, str, str], ...] = (
    # CCPR/C/ECU/CO/6, E/C.12/ECU/CO/4-5; CRC/C/OPSC/ECU/CO/1 under a protocol of the children's Convention
    (SymbolKind.CONCLUDING_OBSERVATIONS, "", rf"{BODY}(?:/OP(?:AC|SC|SA|IC))?/{STATE}/CO/{CYCLE}{SUFFIX}"),
    # CED/C/ECU/OAI/1: observations on additional information
    (SymbolKind.CONCLUDING_OBSERVATIONS, "", rf"{BODY}/{STATE}/OAI/{CYCLE}{SUFFIX}"),
    # until about 2005 by session: CERD/C/62/CO/2, CCPR/CO/72/PRK, CAT/C/CR/31/4
    (SymbolKind.CONCLUDING_OBSERVATIONS, "", rf"{BODY}/{SESSION}/CO/(?P<number>\d{{1,3}}){SUFFIX}"),
    (SymbolKind.CONCLUDING_OBSERVATIONS, "", rf"{BODY}/C[OR]/{SESSION}/(?:{STATE}|(?P<number>\d{{1,3}})){SUFFIX}"),
    # … and before that as addenda to one document a body: CCPR/C/79/Add.92, CRC/C/15/Add.93, E/C.12/1/Add.100
    (
        SymbolKind.CONCLUDING_OBSERVATIONS,
        "",
        r"(?:(?P<tb1>CCPR)/C/79|(?P<tb2>CRC)/C/15|(?P<tb3>CERD)/C/304|(?P<tb4>E/C\.12)/1)/Add\.(?P<number>\d{1,3})",
    ),
    (SymbolKind.FOLLOW_UP, "", rf"{BODY}/{STATE}/(?:FCO|F-COBS|COAR|FUL)/{CYCLE}{SUFFIX}"),
    (SymbolKind.LIST_OF_ISSUES, "", rf"{BODY}(?:/OP(?:AC|SC|SA|IC))?/{STATE}/(?:Q|QPR|RQ|EWU)/{CYCLE}{SUFFIX}"),
    # the State's own report: CAT/C/ECU/7, CRC/C/OPAC/ECU/1
    (SymbolKind.REPORT, "", rf"{BODY}(?:/OP(?:AC|SC|SA|IC))?/{STATE}/{CYCLE}{SUFFIX}"),
    # … and before about 1998 as addenda to a document a body and year: CEDAW/C/13/Add.31, CERD/C/384/Add.8
    (SymbolKind.REPORT, "", rf"{BODY}/(?P<session>\d{{1,3}})/Add\.(?P<number>\d{{1,3}}){SUFFIX}"),
    # additional information after a first report, and the list of issues on it: CED/C/ECU/AI/1, CED/C/ECU/Q/AI/1
    (SymbolKind.REPORT, "", rf"{BODY}/{STATE}/AI/{CYCLE}{SUFFIX}"),
    (SymbolKind.LIST_OF_ISSUES, "", rf"{BODY}/{STATE}/Q/AI/{CYCLE}{SUFFIX}"),
    # older lists of issues of the Committee on the Rights of the Child, and replies: CRC/C/Q/ECU/1, CRC/C/RESP/86
    (SymbolKind.LIST_OF_ISSUES, "", rf"{BODY}/Q/{STATE}/{CYCLE}{SUFFIX}"),
    (SymbolKind.REPORT, "", rf"{BODY}/RESP/(?P<number>\d{{1,3}}){SUFFIX}"),
    # views and decisions on a communication: CCPR/C/116/D/2244/2013, and DR for the older decisions
    (SymbolKind.VIEWS, "", rf"{BODY}/{SESSION}/DR?/(?P<number>\d{{1,4}})/{YEAR}{SUFFIX}"),
    (SymbolKind.GENERAL_COMMENT, "", rf"{BODY}/GC/(?P<number>\d{{1,2}}(?:-\d{{1,2}})?(?:/CRC/C/GC/\d+)?){SUFFIX}"),
    # general comments before the GC form: CCPR/C/21/Rev.1/Add.13, CRC/GC/2003/5, E/C.12/2002/11
    (SymbolKind.GENERAL_COMMENT, "", rf"(?P<tb>CCPR)/C/21/Rev\.1(?:/Add\.(?P<number>\d{{1,3}}))?{SUFFIX}"),
    (SymbolKind.GENERAL_COMMENT, "", rf"(?P<tb>CRC)/GC/{YEAR}/(?P<number>\d{{1,2}}){SUFFIX}"),
    (SymbolKind.GENERAL_COMMENT, "", rf"(?P<tb>E/C\.12)/{YEAR}/(?P<number>\d{{1,2}}){SUFFIX}"),
    (SymbolKind.GENERAL_COMMENT, "", r"HRI/GEN/1/Rev\.(?P<number>\d{1,2})(?: ?\(Vol\. ?[IVX]{1,4}\))?"),
    (SymbolKind.GENERAL_COMMENT, "spt", rf"CAT/OP/GC/(?P<number>\d{{1,2}}){SUFFIX}"),
    # visits of the Subcommittee on Prevention of Torture: CAT/OP/ECU/1, CAT/OP/ECU/CSPRO/1
    (SymbolKind.VISIT, "spt", rf"CAT/OP/{STATE}(?:/(?:CSPRO|ROSP|ONPM|RONPM|R))?/(?P<number>\d{{1,3}}){SUFFIX}"),
    (SymbolKind.CORE_DOCUMENT, "", rf"HRI/CORE/(?:\d/)?{STATE}(?:/{YEAR})?{SUFFIX}"),
    (SymbolKind.CORE_DOCUMENT, "", rf"HRI/CORE/1{SUFFIX}"),
    # the three papers of a review (1 the State's, 2 the UN's, 3 the stakeholders'), and its draft report
    (SymbolKind.UPR, "upr", rf"A/HRC/WG\.6/{SESSION}/{STATE}/(?P<number>(?:L\.)?\d{{1,2}}){SUFFIX}"),
    (SymbolKind.RESOLUTION, "hrc", rf"A/HRC/(?:RES|DEC|PRST)/{SESSION}/(?P<number>\d{{1,3}}){SUFFIX}"),
    # reports to the Human Rights Council, a mandate's visits as addenda: A/HRC/44/48/Add.1; L. is a draft
    (SymbolKind.HRC, "hrc", rf"A/HRC/{SESSION}/(?P<number>(?:L\.)?\d{{1,3}}){SUFFIX}"),
    (SymbolKind.HRC, "hrc", rf"A/HRC/{SESSION}/(?:NGO|NI|G|GO|CRP)[/.](?P<number>\d{{1,3}}){SUFFIX}"),
    (SymbolKind.HRC, "hrc", r"A/HRC/(?:WGAD|WGEID|EMRIP|AC|WG\.\d{1,2})(?:/[A-Z0-9.\-]{1,12}){1,4}"),
    (SymbolKind.RESOLUTION, "ga", rf"A/RES/{SESSION}/(?P<number>\d{{1,3}}){SUFFIX}"),
    # … by running number until 1976, with the session in Roman figures: A/RES/1386(XIV), A/RES/217(III) A
    (SymbolKind.RESOLUTION, "ga", r"A/RES/(?P<number>\d{1,4}) ?\([IVXL]{1,7}\)(?: ?[A-Z])?"),
    (SymbolKind.GENERAL_ASSEMBLY, "ga", rf"A/{SESSION}/(?P<number>(?:L\.|PV\.|INF/)?\d{{1,3}}){SUFFIX}"),
    # … by running number until 1975: A/9018, the annual report of a committee
    (SymbolKind.GENERAL_ASSEMBLY, "ga", rf"A/(?P<number>\d{{4,5}}){SUFFIX}"),
    # the Commission on Human Rights, until 2006
    (SymbolKind.COMMISSION, "", rf"E/CN\.4(?:/Sub\.2)?(?:/RES)?/{YEAR}/(?P<number>\d{{1,4}}){SUFFIX}"),
    (SymbolKind.COUNCIL, "", rf"E(?:/RES)?/{YEAR}/(?P<number>\d{{1,3}}){SUFFIX}"),
    (SymbolKind.COUNCIL, "", rf"S/(?:PRST/)?{YEAR}/(?P<number>\d{{1,4}}){SUFFIX}"),
    (SymbolKind.RESOLUTION, "", rf"S/RES/(?P<number>\d{{1,4}})(?: ?\({YEAR}\))?"),
    # what is only uploaded to the treaty bodies' site: INT/CCPR/NGO/ECU/12345
    (
        SymbolKind.UPLOAD,
        "",
        rf"INT/(?:CCPR|CERD|CAT|CEDAW|CESCR|CRC|CMW|CRPD|CED)(?:/[A-Z\-]{{2,6}})?/{STATE}/(?P<number>\d{{1,6}})(?:/[A-Z])?",
    ),
)
COMPILED = tuple((kind, body, re.compile(form)) for kind, body, form in FORMS)

_AROUND_SLASH = re.compile(r"\s*/\s*")
_LOWER_PARTS = re.compile(r"(?<![A-Z])(ADD|CORR|REV|AMEND|SUB|VOL)\.")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")


class DocumentSymbol(Struct, frozen=True):
    """A symbol taken apart. `str()` gives it as cited, and `parse` of that gives it back."""

    text: str  #: as cited: `CCPR/C/ECU/CO/6`
    kind: SymbolKind
    body: str = ""  #: a body of the vocabulary, where the symbol names one: "ccpr"
    state: str = ""  #: ISO alpha-3
    session: str = ""
    number: str = ""  #: of the report, the communication, the comment …
    year: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def id(self) -> str:
        """The document's id: `ccpr-c-ecu-co-6`."""
        return _NOT_IN_ID.sub("-", self.text.lower()).strip("-")

    @classmethod
    def parse(cls, printed: str) -> "DocumentSymbol":
        """Take a printed symbol apart; spaces around strokes, small letters and a full stop behind it do not matter.

        Raises:
            ParseError: it is no symbol of the known forms.
        """
        text = normalised(printed) if len(printed) <= LONGEST else ""
        for kind, body, form in COMPILED:
            if found := form.fullmatch(text):
                return cls(text, kind, body or _body(found), *_parts(found))
        shown = printed if len(printed) <= LONGEST else printed[:LONGEST] + "…"
        raise ParseError(f"“{shown}” is no UN document symbol such as CCPR/C/ECU/CO/6 or A/HRC/41/4")


def normalised(printed: str) -> str:
    """The symbol in its usual capitals, without the spaces and the punctuation that line breaks and sentences add."""
    text = _AROUND_SLASH.sub("/", printed.strip()).rstrip(".,;:")
    return _LOWER_PARTS.sub(lambda part: part[1].capitalize() + ".", text.upper())


def _body(found: re.Match[str]) -> str:
    named = next((value for name, value in found.groupdict().items() if name.startswith("tb") and value), "")
    return "cescr" if named == "E/C.12" else named.lower()


def _parts(found: re.Match[str]) -> tuple[str, ...]:
    groups = found.groupdict()
    return tuple(groups.get(name) or "" for name in ("state", "session", "number", "year"))
