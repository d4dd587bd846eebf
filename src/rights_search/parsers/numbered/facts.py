"""What a numbered text is, from its title page: symbol, kind, body, State, title, date."""

import re

from msgspec import Struct

from rights_search.model import Declaration, SourceKind
from rights_search.model.symbols import DocumentSymbol, SymbolKind
from rights_search.parsers.lists.facts import body_of, symbol_of
from rights_search.parsers.lists.states import state_party
from rights_search.parsers.numbered.annexes import CLOSING
from rights_search.parsers.numbered.decisions import (
    OPINION,
    decided_on,
    opinion_adopted_on,
    state_addressed,
    state_of_opinion,
    subject_below,
    without_earlier_days,
)
from rights_search.parsers.numbered.lines import DEFINITION, MARK, Line, Lines
from rights_search.parsers.numbered.paragraphs import Text
from rights_search.parsers.observations.dates import adopted_on, first_date, session_in
from rights_search.parsers.upr.recommendations import state_named
from rights_search.vocabulary import bodies, states

SYMBOL = re.compile(r"(?<![\w/(])[A-Z]{1,6}(?:\.\d{1,2})?(?: ?/ ?[A-Za-z0-9.\-]{1,14}){1,7}")
#: A title begins with one of these.
TITLE = re.compile(
    r"^(?:concluding observations|observaciones finales|observations finales|general (?:comment|recommendation)"
    r"|(?:observación|recomendación) general|observation générale|recommandation générale|joint general"
    r"|report of|informe de|rapport (?:de|du)|resolution|resolución|résolution|views adopted|dictamen|decision adopted"
    r"|constatations (?:adoptées|du comité)|décision adoptée|decisión (?:adoptada|aprobada)"
    r"|opinion no|opinión n(?:o|úm|[º°])|avis n(?:o|[º°])"
    r"|visit to|visita a|mission to|misión a)\b",
    re.IGNORECASE,
)
#: What a title says of the kind, where the symbol does not.
KIND_WORDS = (
    (
        SourceKind.CONCLUDING_OBSERVATIONS,
        re.compile(r"concluding observations|observaciones finales|observations finales", re.I),
    ),
    (
        SourceKind.GENERAL_COMMENT,
        re.compile(r"general (?:comment|recommendation) (?:no|núm)|(?:observación|recomendación) general n", re.I),
    ),
    (
        SourceKind.COMMUNICATION,
        re.compile(
            r"views adopted by|concerning communication|dictamen aprobado|comunicación núm"
            r"|constatations adoptées|concernant la communication",
            re.I,
        ),
    ),
    (
        SourceKind.UPR,
        re.compile(r"universal periodic review|examen periódico universal|examen périodique universel", re.I),
    ),
    (
        SourceKind.SPECIAL_PROCEDURE,
        re.compile(
            r"special rapporteur|independent expert|relator[a]? especial|expert[oa] independiente"
            r"|opinions adopted by the working group|opiniones aprobadas por el grupo|avis adoptés par le groupe",
            re.I,
        ),
    ),
    (SourceKind.RESOLUTION, re.compile(r"^resolution|resolución|(?:resolution|decision) adopted by|résolution", re.I)),
)
KIND_OF_SYMBOL = {
    SymbolKind.CONCLUDING_OBSERVATIONS: SourceKind.CONCLUDING_OBSERVATIONS,
    SymbolKind.GENERAL_COMMENT: SourceKind.GENERAL_COMMENT,
    SymbolKind.VIEWS: SourceKind.COMMUNICATION,
    SymbolKind.RESOLUTION: SourceKind.RESOLUTION,
    SymbolKind.VISIT: SourceKind.REPORT,
    SymbolKind.UPR: SourceKind.UPR,
}
#: What an organ decides says so.
ADOPTED_BY = re.compile(
    r"(?:resolution|decision) adopted by|(?:resolución|decisión) aprobada por|(?:résolution|décision) adoptée par",
    re.IGNORECASE,
)
#: The organ that decides, before what it recalls.
ENACTS = re.compile(
    r"^(?:the|la|el|le|l['’]) ?(?:general assembly|human rights council|security council|economic and social council"
    r"|commission on human rights|asamblea general|consejo de derechos humanos|consejo de seguridad"
    r"|assemblée générale|conseil des droits de l.homme),?$",
    re.IGNORECASE,
)
#: What of the title page the symbol stands in.
FIRST_LINES = 3000
#: So much of the first paragraph tells where it begins in a line that holds more.
BEGINS = 40
#: A symbol that stands alone on so many lines is a running head.
RUNNING = 2
JUNK = re.compile(
    r"^(?:united nations|naciones unidas|nations unies|distr\.|original:|general assembly|human rights council"
    r"|advance (?:edited|unedited) version|agenda item|GE\.\d|\W*$)",
    re.IGNORECASE,
)
#: Lines a title page has at most.
FIRST = 120
#: In how many of its last paragraphs an opinion says when it was adopted.
LAST = 3
#: A title runs over this many lines at most.
TITLE_LINES = 4
#: Kinds that a committee printed in its yearly report as well.
OF_A_COMMITTEE = {SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.GENERAL_COMMENT, SourceKind.COMMUNICATION}


class Facts(Struct):
    """What the title page says."""

    kind: SourceKind | None = None
    symbol: DocumentSymbol | None = None
    body: str = ""
    state: str = ""
    title: str = ""
    date: str = ""
    session: str = ""


def facts_of(page: Lines, text: Text, declared: Declaration) -> Facts:
    """The facts: declared first, then from the title page; State, date and session also from the paragraphs."""
    front = front_of(page, text)
    paragraphs = [paragraph.text for paragraph in text.paragraphs]
    title = declared.title or _title(front, page.title)
    wanted = SymbolKind.RESOLUTION if ADOPTED_BY.match(title) else None
    head = _head(page, text)
    symbol = symbol_of(declared.symbol) if declared.symbol else _symbol(page, head, wanted)
    opening = paragraphs[0] if paragraphs else ""
    kind = declared.kind or _kind(symbol, f"{title}\n{head}")
    return Facts(
        kind=kind,
        symbol=symbol,
        body=_body(kind, symbol, title, head, declared),
        state=_state(kind, symbol, title, head, paragraphs, declared),
        title=_subject(front, title) if wanted and not declared.title else title,
        date=declared.date or _date(kind, title, head, paragraphs),
        session="" if kind is SourceKind.UPR else session_in(head) or session_in(opening),
    )


def front_of(page: Lines, text: Text) -> list[Line]:
    """The lines above the first paragraph, headings among them; where there is no paragraph, the first."""
    if not text.paragraphs:
        return page.lines[:FIRST]
    first = text.paragraphs[0].lines[0].number
    return [line for line in text.lines if line.number < first]


def is_excerpt(facts: Facts) -> bool:
    """What a committee said, under the symbol of its yearly report: its paragraphs have the numbers of that."""
    yearly = facts.symbol is not None and facts.symbol.kind is SymbolKind.GENERAL_ASSEMBLY
    return yearly and facts.kind in OF_A_COMMITTEE


def says_what_it_is(facts: Facts) -> bool:
    """A symbol with a title or a body; without a symbol, both, and a title as these documents have."""
    if facts.symbol is None:
        return bool(facts.body) and TITLE.match(facts.title) is not None
    return bool(facts.body or facts.title)


def _head(page: Lines, text: Text) -> str:
    """The title page with its furniture: what stands above the first paragraph, and no note.

    Of a decision, what stands above the organ's name and behind the last decision: what it recalls has other dates.
    """
    lines = page.head.replace("\f", "\n").split("\n")
    above = lines
    if text.paragraphs:
        first = text.paragraphs[0]
        place = first.lines[0].number - 1
        within = " ".join(MARK.sub("", " ".join(lines[place : place + 1])).split())
        above = [*lines[:place], within.partition(first.text[:BEGINS])[0] if first.text[:BEGINS] in within else ""]
    enacts = next((place for place, line in enumerate(above) if ENACTS.match(line.strip())), None)
    if enacts is not None:
        closes = next((place for place, line in enumerate(lines) if CLOSING.match(line.strip())), len(lines))
        above = [*above[:enacts], *lines[closes:]]
    return "\n".join(line for line in above if not DEFINITION.match(line))


def _date(kind: SourceKind | None, title: str, head: str, paragraphs: list[str]) -> str:
    """When it was adopted: reviews say so as they open, other texts on the title page; else the first date there.

    Views say it behind a label, beside the day of the communication; an opinion of a working group at its end.
    """
    opening = paragraphs[0] if paragraphs else ""
    said = opinion_adopted_on(paragraphs[-LAST:]) if OPINION.match(title) else ""
    if kind is SourceKind.COMMUNICATION:
        said = decided_on(head)
        head = without_earlier_days(head)
    reviews = kind in (SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.UPR)
    first, second = (opening, head) if reviews else (head, opening)
    return said or adopted_on(first) or adopted_on(second) or first_date(head)


def _body(kind: SourceKind | None, symbol: DocumentSymbol | None, title: str, head: str, declared: Declaration) -> str:
    """Declared; else the committee of the symbol; else the longest name in the title or on its page."""
    if declared.body:
        return body_of(declared.body)
    if kind is SourceKind.UPR:
        return "upr"
    if symbol and symbol.body not in ("", "hrc", "ga"):
        return symbol.body
    if own := _body_of_series(str(symbol or "")):
        return own
    row = bodies().longest_in(title) or bodies().longest_in(head)
    return row.id if row else (symbol.body if symbol else "")


def _body_of_series(symbol: str) -> str:
    """The body under the Council whose documents have a series of their own: A/HRC/WGAD/…"""
    series = (row for row in bodies().values() if row.symbol.count("/") > 1 and symbol.startswith(f"{row.symbol}/"))
    return next((row.id for row in series), "")


def _symbol(page: Lines, head: str, wanted: SymbolKind | None) -> DocumentSymbol | None:
    """The first symbol on the title page; of a decision its own, which may be drawn behind those it recalls.

    Where the title page bears none, that of the running heads; those that paragraphs and notes cite are others'.
    """
    found = [symbol for printed in SYMBOL.finditer(head[:FIRST_LINES]) if (symbol := symbol_of(printed[0]))]
    running = [symbol for printed, times in page.symbols.items() if times >= RUNNING and (symbol := symbol_of(printed))]
    found.extend(running)
    return next((symbol for symbol in found if wanted in (None, symbol.kind)), found[0] if found else None)


def _kind(symbol: DocumentSymbol | None, words: str) -> SourceKind | None:
    if symbol and (kind := KIND_OF_SYMBOL.get(symbol.kind)):
        return kind
    if symbol is None and not TITLE.search(words):
        return None
    on_one_line = " ".join(words.replace("#", " ").replace("*", " ").split())
    return next((kind for kind, pattern in KIND_WORDS if pattern.search(on_one_line)), None)


def _title(front: list[Line], html_title: str) -> str:
    """The line that begins as titles do, with the lines it runs over; else the first of any length."""
    for place, line in enumerate(front):
        if TITLE.match(line.text):
            return _whole(front, place)
    if html_title:
        return html_title
    return next(
        (t for t in (line.text for line in front) if len(t) > 15 and not JUNK.match(t) and not SYMBOL.match(t)), ""
    )


def _whole(front: list[Line], place: int) -> str:
    """A title with the lines it runs over."""
    whole = front[place].text
    for more in front[place + 1 : place + TITLE_LINES]:
        if more.apart or more.level or JUNK.match(more.text) or whole.endswith("*"):
            break
        whole += " " + more.text
    return whole.rstrip(" *")


def _subject(front: list[Line], title: str) -> str:
    """What a resolution is about, which stands below the line that says who adopted it when."""
    place = subject_below(title, [line.text for line in front])
    return _whole(front, place) if place >= 0 else title


def _state(
    kind: SourceKind | None,
    symbol: DocumentSymbol | None,
    title: str,
    head: str,
    paragraphs: list[str],
    declared: Declaration,
) -> str:
    if declared.state:
        return declared.state if declared.state in states() else state_named(declared.state)
    if symbol and symbol.state in states():
        return symbol.state
    if kind is SourceKind.COMMUNICATION:
        return state_addressed(head) or state_party("\n".join(paragraphs))[0]
    if OPINION.match(title) and (named := state_of_opinion(title)):
        return named
    if kind in (SourceKind.GENERAL_COMMENT, SourceKind.RESOLUTION, None):
        return ""
    row = states().longest_in(title)
    if row is None and kind is not SourceKind.SPECIAL_PROCEDURE:
        row = states().longest_in(head)
    return row.id if row else ""
