"""Reports of the Working Group on the Universal Periodic Review, as text.

The text is often flattened: lines, pages and headings run together; `report_layout` takes what the lines tell.
Paragraphs are the longest rising run of numbers,
recommendations are numbered within their paragraph ("135.8", or "8." below paragraph 60), and the States that make
them stand in brackets behind each.
"""

import re

from msgspec.structs import replace

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Document,
    LeftOut,
    Note,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Report,
    Source,
    SourceKind,
    Standing,
)
from rights_search.model.symbols import DocumentSymbol
from rights_search.parsers.base import text_of
from rights_search.parsers.eids import eid
from rights_search.parsers.language import language_of
from rights_search.parsers.numbered.chain import gaps
from rights_search.parsers.numbered.lines import MARK as NOTE
from rights_search.parsers.observations.dates import adopted_on, first_date, session_in
from rights_search.parsers.upr.recommendations import state_named
from rights_search.parsers.upr.report_layout import layout_of, markdown_of
from rights_search.parsers.upr.report_paragraphs import passages_of
from rights_search.parsers.upr.sessions import cycle_of
from rights_search.vocabulary import states

TITLE = re.compile(
    r"Report of the Working Group on the Universal Periodic Review"
    r"|Informe del Grupo de Trabajo sobre el Examen Periódico Universal"
    r"|Rapport du Groupe de travail sur l.Examen périodique universel",
    re.IGNORECASE,
)
#: The report's own symbol; its addenda hold only what the State answered later.
SYMBOL = re.compile(r"(?<![\w/(])A\s?/\s?HRC\s?/\s?(?:S-)?\d{1,3}\s?/\s?\d{1,3}(?![\w/])")
ADDENDUM = re.compile(r"\b(?:Addendum|Adición|Additif)\b")
REVIEWED = re.compile(
    r"\b(?:review of (?:the )?|examen (?:de la situación )?(?:del |de (?:la |los )?)"
    r"|[Ee]xamen concernant (?:l[ae] |les |l['’])?)"
    r"(.{3,90}?) (?:was held|took place|se (?:celebró|llevó|realizó)|tuvo lugar|a eu lieu)"
)
JOB = r"GE\.\d\d-\d{5}"
JOB_NUMBER = re.compile(rf"\*?{JOB}\*?(?: ?\([EFS]\))?(?: \d{{6}}){{0,3}}(?: \*\d{{7}}\*)?")
NOT_EDITED = re.compile(r"\*{0,2} ?(?:The )?[Cc]onclusions and recommendations (?:have|will) not (?:been|be) edited\.?")
INTRODUCTION = re.compile(r"(?<!\S)((?:I\. ?)?(?:Introduction|INTRODUCTION|Introducción|INTRODUCCIÓN)) ?$")
#: What stands below the State's name on the title page: a heading's sign, a note's, the contents, the introduction.
ENDS_NAME = re.compile(r" ?[#*|]| ?\[\^| (?:I\. ?)?(?:Introduc|INTRODUC)| (?:Contents|Índice|Table des mati)")
LONGEST_NAME = 90
FIRST_PAGES = 6000
#: What every such report has in its bytes, before the tags of a page are taken away to look for more.
IN_A_PAGE = (re.compile(rb"HRC"), re.compile(rb"univers", re.IGNORECASE))
COMPOSITION = re.compile(r"composi[ct]i[oó]n (?:of|de|du)\b", re.IGNORECASE)
NEAR = 200


def recognises(source: Source) -> bool:
    """The title and the symbol of such a report on its first page."""
    head = source.data[:FIRST_PAGES].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"[", b"{")):
        return False
    if head.startswith(b"<"):
        return _is_page(source)
    return _bears_title(head.decode("utf-8", "replace"))


def _is_page(source: Source) -> bool:
    """A page of HTML that shows such a report, and does not only speak of one."""
    if not all(sign.search(source.data) for sign in IN_A_PAGE):
        return False
    try:
        text = text_of(source)
    except ParseError:
        return False
    return _bears_title(markdown_of(text)[:FIRST_PAGES]) and bool(layout_of(text).body)


def _bears_title(page: str) -> bool:
    text = _flat(page)
    own = ADDENDUM.search(text) is None
    return own and TITLE.search(text) is not None and SYMBOL.search(text) is not None


def parse(source: Source) -> Parsed:
    """One document.

    Raises:
        ParseError: the first paragraph, the symbol or the recommendations are not found.
    """
    layout = layout_of(text_of(source))
    front = layout.front
    printed = SYMBOL.search(front) or SYMBOL.search(layout.body)
    if not layout.body or not printed:
        raise ParseError(
            "it has the title of a UPR report, but no first paragraphs that begin “1. …”, “2. …”, “3. …”: give the"
            " whole report; if it is another document, declare its kind",
            code=Refusal.FORM,
        )
    symbol = DocumentSymbol.parse(printed[0])
    body, furniture = _without_furniture(layout.body, str(symbol))
    introduction = INTRODUCTION.search(front)
    first = introduction[1] if introduction else ""
    passages, problems = passages_of(body, first, layout.headings, source.path)
    opening = passages[0].text if passages else ""
    state = _state(f"{opening} {front}", source) or _below_title(front)
    if not state:
        problems.append(Problem(source.path, "paragraph 1", "names no State we know as the one under review"))
    session = session_in(opening)
    language = language_of(opening, source.declared.language)
    annex, left_out = _annex(layout.annex)
    document = Document(
        id=symbol.id,
        kind=SourceKind.UPR,
        title=_title(front, state, source),
        language=language,
        standing=Standing.OFFICIAL,
        passages=tuple(_with_notes(passage, layout.notes) for passage in (*passages, *annex)),
        symbol=str(symbol),
        body="upr",
        states=(state,) if state else (),
        date=adopted_on(opening) or first_date(front),
        url=source.declared.url,
        facts=Report(session=session, cycle=cycle_of(session)),
        left_out=tuple(
            rule
            for rule in (
                LeftOut("title page and contents", len(front)),
                LeftOut("page furniture", furniture),
                *left_out,
            )
            if rule.characters
        ),
        gaps=tuple(gaps(passage.eid for passage in passages)),
        source=source.path,
    )
    return Parsed((document,), tuple(problems))


def _annex(text: str) -> tuple[tuple[Passage, ...], tuple[LeftOut, ...]]:
    """The annex as a passage; the list of the delegation, and a heading with nothing below it, are left out."""
    heading, _, words = text.replace("#", " ").strip().partition(" ")
    if COMPOSITION.search(text[:NEAR]):
        return (), (LeftOut("annex: composition of the delegation", len(text)),)
    if not words.strip():
        return (), (LeftOut("heading of an annex without text", len(text)),)
    name = eid(("annex", "1"))
    return (Passage(eid=name, kind=PassageKind.PARAGRAPH, text=_flat(words), path=(heading,)),), ()


def _with_notes(passage: Passage, notes: dict[str, str]) -> Passage:
    """The passage with the notes that its marks call, and without the marks."""
    marks = dict.fromkeys(NOTE.findall(passage.text))
    if not marks:
        return passage
    called = tuple(Note(mark, notes[mark]) for mark in marks if mark in notes)
    return replace(passage, text=NOTE.sub("", passage.text), notes=(*passage.notes, *called))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _title(front: str, state: str, source: Source) -> str:
    printed = TITLE.search(front)
    row = states()[state] if state else None
    beginning = printed[0][:4].lower() if printed else ""
    names = {"info": row.es, "rapp": row.fr} if row else {}
    name = (names.get(beginning) or row.en) if row else ""
    return source.declared.title or f"{printed[0] if printed else 'Universal Periodic Review'}: {name}".rstrip(": ")


def _state(text: str, source: Source) -> str:
    found = REVIEWED.search(text)
    if found and (code := state_named(found[1]) or getattr(states().longest_in(found[1]), "id", "")):
        return str(code)
    declared = source.declared.state
    return declared if declared in states() else state_named(declared)


def _below_title(front: str) -> str:
    """The State whose name stands alone under the title."""
    for title in TITLE.finditer(front):
        name, *_ = ENDS_NAME.split(front[title.end() :].lstrip("* "), maxsplit=1)
        if len(name) <= LONGEST_NAME and (code := state_named(name)):
            return code
    return ""


def _without_furniture(text: str, symbol: str) -> tuple[str, int]:
    """The text without the symbol, page and job number that each page repeats, and how many characters they were."""
    first, *others = map(re.escape, symbol.split("/"))
    behind = "".join(rf" ?/ ?{piece}" for piece in others)
    alone = r"(?= |$)(?! ?\))"
    # Each way begins with its first letter, and looks back from there: one that looks back first is tried everywhere.
    header = re.compile(
        rf"{first}(?<![(\w/]{first}){behind}"
        rf" (?:{JOB} \d{{1,3}}|\d{{1,3}}(?: {JOB})?|[Pp](?:age|ágina) \d{{1,3}})(?= |$)"
        rf"|P(?<!\SP)(?:age|ágina) \d{{1,3}} {first}{behind}{alone}"
        rf"|p(?<!\Sp)(?:age|ágina) \d{{1,3}} {first}{behind}{alone}"
        rf"|{first}(?<!\S{first}){behind}{alone}"
    )
    bare = _flat(NOT_EDITED.sub(" ", JOB_NUMBER.sub(" ", header.sub(" ", text))))
    return bare, len(text) - len(bare)
