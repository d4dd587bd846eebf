"""The facts of one document, held or only catalogued: names that exist, symbols that parse, dates that can be."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rights_search.errors import ParseError
from rights_search.model import (
    Document,
    Instrument,
    Judgment,
    Passage,
    Problem,
    Standing,
    is_before,
    is_date,
)
from rights_search.model.symbols import DocumentSymbol
from rights_search.vocabulary import Register, bodies, instruments, states

#: How symbols of the United Nations begin; the others are the Court's series and what regional bodies print.
UN = ("A/", "E/", "S/", "HRI/", "INT/", "CCPR/", "CERD/", "CAT/", "CEDAW/", "CRC/", "CMW/", "CRPD/", "CED/")
#: UPR: what a State answers to a recommendation.
RESPONSES = ("", "supported", "noted")

Said = Iterator[tuple[str, str]]  #: a field and what is wrong with it


def provision_exists(target: str) -> bool:
    """Whether a provision names an instrument we know and an article it has."""
    instrument, _, number = target.partition("#")
    row = instruments().get(instrument)
    article = number.partition(".")[0]
    return row is not None and article.isdigit() and (not row.articles or 1 <= int(article) <= row.articles)


def document_problems(document: Document, register: Register) -> Iterator[Problem]:
    """What is wrong with a document's facts and with what its passages name."""
    said = [*identity(document.id, document.symbol, document.body, document.states)]
    if isinstance(document.facts, Judgment):
        facts = document.facts
        said += findings(facts.violated, facts.not_violated, facts.obligations)
    if isinstance(document.facts, Instrument):
        said += in_order(("adopted", document.facts.adopted), ("in_force", document.facts.in_force))
        said += _adopted(document.id, document.facts.adopted)
    if document.standing is Standing.DIGEST:
        said += in_order(("date", document.date), ("checked", document.checked))
        if not document.url:
            said.append(("url", f"the address of the official text in “{document.language}” is missing"))
    for passage in document.passages:
        said += _passage(passage, document, register)
    yield from (Problem(document.source, field, message) for field, message in said)


def _adopted(id_: str, adopted: str) -> Said:
    known = instruments().get(id_)
    if adopted and known and known.adopted and adopted != known.adopted:
        yield "adopted", f"{adopted} is not the day that the vocabulary has, {known.adopted}"


def identity(id_: str, symbol: str, body: str, addressed: Iterable[str]) -> Said:
    """Symbol, id, body and States: each exists, and the id follows from the symbol."""
    if body and body not in bodies():
        yield "body", f"“{body}” is no body of the vocabulary"
    for state in addressed:
        if state not in states():
            yield "states", f"“{state}” is no State (ISO 3166 alpha-3)"
    if symbol.startswith(UN):
        yield from _symbol(id_, symbol)
    elif symbol.startswith("Serie"):
        series, _, number = symbol.removeprefix("Serie ").partition(" No. ")
        if id_ != f"iacthr-{series.lower()}-{number}":
            yield "symbol", f"“{symbol}” does not fit the id {id_}"


def _symbol(id_: str, symbol: str) -> Said:
    try:
        parsed = DocumentSymbol.parse(symbol)
    except ParseError as error:
        yield "symbol", str(error)
        return
    if str(parsed) != symbol:
        yield "symbol", f"“{symbol}” is usually written {parsed}"
    # Several general recommendations stand in one report of a committee: their ids go on after the symbol's.
    if id_ != parsed.id and not id_.startswith(f"{parsed.id}-"):
        yield "id", f"“{id_}” does not follow from the symbol {symbol}: {parsed.id}"


def findings(violated: tuple[str, ...], not_violated: tuple[str, ...], obligations: tuple[str, ...]) -> Said:
    """Provisions of a judgment: each exists, and none is found both violated and not."""
    for field, targets in (("violated", violated), ("not_violated", not_violated), ("obligations", obligations)):
        for target in targets:
            if not provision_exists(target):
                yield field, f"provision {target} does not exist"
        for target in sorted({target for target in targets if targets.count(target) > 1}):
            yield field, f"{target} stands twice"


def in_order(*dated: tuple[str, str]) -> Said:
    """Dates that are possible, and none before the one it must follow; what is unknown is passed over."""
    known = [(field, day) for field, day in dated if day]
    for field, day in known:
        if not is_date(day):
            yield field, f"“{day}” is not a possible date as 2016, 2016-07 or 2016-07-11"
    for (first, day), (second, later) in pairwise(known):
        if is_before(later, day):
            yield second, f"{later} is before {first}, {day}"


def _passage(passage: Passage, document: Document, register: Register) -> Said:
    for tag in passage.tags:
        if tag.right not in register:
            yield passage.eid, f"right {tag.right} is not in the register"
    for state in passage.recommended_by:
        if state not in states():
            yield passage.eid, f"recommended_by: “{state}” is no State (ISO 3166 alpha-3)"
    if passage.response not in RESPONSES:
        yield passage.eid, f"response: “{passage.response}” is neither supported nor noted"
    if document.standing is Standing.DIGEST:
        for cited in passage.cites:
            if cited.target and cited.start == cited.end and "#" in cited.target and not _exists(cited.target):
                yield passage.eid, f"cites: provision {cited.target} does not exist"


def _exists(target: str) -> bool:
    """Whether a declared citation can be: a provision of an instrument, or a place in another document."""
    return provision_exists(target) or target.partition("#")[0] not in instruments()
