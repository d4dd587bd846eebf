"""From the rows of an export to documents: those of one symbol together, those of one paragraph as one passage."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from rights_search.errors import ParseError
from rights_search.model import (
    Document,
    LeftOut,
    Parsed,
    Passage,
    PassageKind,
    Problem,
    Report,
    Source,
    SourceKind,
    Standing,
)
from rights_search.model.symbols import DocumentSymbol, SymbolKind
from rights_search.parsers.base import shortened, soup_of, visible
from rights_search.parsers.eids import eid, unique
from rights_search.parsers.language import language_of
from rights_search.parsers.sheets import account_for
from rights_search.parsers.table_dates import date_in
from rights_search.parsers.uhri.records import Row, is_export, rows_of
from rights_search.parsers.upr.recommendations import ANSWERS, states_in
from rights_search.parsers.upr.sessions import cycle_of
from rights_search.vocabulary import bodies, fold, states

LABELS = "labels of the Index"
REPEATED = "words given twice"
MARKUP = "markup"
#: “4.The Committee”, “25. (a) Adopt”, “118.12 Ratify”.
_NUMBER = re.compile(r"\s*(?:(\d{1,3}\.\d{1,3})[.)]?\s+|(\d{1,3})\s?[.)]\s*)(?=\D)")
_TAGGED = re.compile(r"<[a-zA-Z/][^<>]{0,200}>|&[a-z#0-9]{2,8};")
_DIGITS = re.compile(r"\d{1,3}")
KINDS = {
    SymbolKind.CONCLUDING_OBSERVATIONS: SourceKind.CONCLUDING_OBSERVATIONS,
    SymbolKind.GENERAL_COMMENT: SourceKind.GENERAL_COMMENT,
    SymbolKind.VIEWS: SourceKind.COMMUNICATION,
    SymbolKind.UPR: SourceKind.UPR,
    SymbolKind.VISIT: SourceKind.REPORT,
}
SHEET_NEEDS = "an export of the Index has columns called “Symbol”, “Text”, “Country” and “Annotation type”"
TITLES = {
    SourceKind.CONCLUDING_OBSERVATIONS: ("Observaciones finales: {}", "Concluding observations: {}"),
    SourceKind.UPR: ("Examen Periódico Universal: {}", "Universal Periodic Review: {}"),
    SourceKind.SPECIAL_PROCEDURE: ("Informe de un procedimiento especial: {}", "Report of a special procedure: {}"),
}


class _Paragraph(Struct):
    """The parts of one paragraph, each with what was said of it."""

    number: str
    texts: dict[str, None] = field(default_factory=dict)
    recommends: bool = False
    by: dict[str, None] = field(default_factory=dict)
    responses: set[str] = field(default_factory=set)


class _Gathered(Struct):
    """What the rows of one symbol say."""

    symbol: str
    first: Row
    place: str
    paragraphs: dict[str, _Paragraph] = field(default_factory=dict)
    states: dict[str, None] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


def recognises(source: Source) -> bool:
    """An export of the Index, as JSON or as a table."""
    return is_export(source)


def parse(source: Source) -> Parsed:
    """One document for each symbol, its paragraphs in the order of the export.

    Raises:
        ParseError: it is damaged, or no row has a symbol, a State and words.
    """
    gathered: dict[str, _Gathered] = {}
    rows, unread, doubts = rows_of(source)
    problems = [Problem(source.path, place, doubt) for place, doubt in doubts]
    for place, row in rows:
        _take(row, place, gathered, problems, source.path)
    if not gathered:
        raise ParseError("no row has a symbol and a text: is this the export of annotations?")
    first, *further = [_document(one, source, problems) for one in gathered.values()]
    left_out, others = account_for(unread, source.path, SHEET_NEEDS)
    documents = (replace(first, left_out=(*left_out, *first.left_out)), *further)
    return Parsed(documents, (*others, *shortened(problems, source.path)))


def _take(row: Row, place: str, gathered: dict[str, _Gathered], problems: list[Problem], path: str) -> None:
    symbol = " ".join((row.symbol or "").split())
    printed = row.text or ""
    text = _plain(printed)
    if not symbol or not text:
        problems.append(Problem(path, place, f"has no {'text' if symbol else 'symbol'}; it is left out"))
        return
    one = gathered.setdefault(symbol.upper(), _Gathered(symbol, row, place))
    one.left_out[LABELS] += row.labels
    one.left_out[MARKUP] += max(0, visible(printed) - visible(text))
    for names in row.countries:
        known, unknown = states_in(names)
        one.states.update(dict.fromkeys(known))
        problems.extend(Problem(path, place, f"“{name[:60]}” is no State we know") for name in unknown)
    number = _NUMBER.match(text)
    words = text[number.end() :] if number else text
    printed_number = (number[1] or number[2]) if number else ""
    # By its words where it has no number, so that an export in another order gives the same address.
    key = printed_number or hashlib.sha256(fold(words).encode()).hexdigest()[:10]
    paragraph = one.paragraphs.setdefault(key, _Paragraph(printed_number))
    if words in paragraph.texts:
        one.left_out[REPEATED] += visible(words)
    paragraph.texts[words] = None
    paragraph.recommends = paragraph.recommends or "recom" in fold(row.annotation_type or "")
    paragraph.by.update(dict.fromkeys(_recommending(row, place, problems, path)))
    paragraph.responses.update(ANSWERS.get(fold(answer), "") for answer in row.upr_positions)


def _plain(text: str) -> str:
    """The words, without the tags that some rows have."""
    if _TAGGED.search(text):
        text = soup_of(text).get_text("\n")
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def _recommending(row: Row, place: str, problems: list[Problem], path: str) -> Iterator[str]:
    for names in row.upr_recommending_country:
        known, unknown = states_in(names)
        yield from known
        said = "recommending State “{}” is no State we know"
        problems.extend(Problem(path, place, said.format(name[:60])) for name in unknown)


def _document(one: _Gathered, source: Source, problems: list[Problem]) -> Document:
    symbol = _symbol(one.symbol)
    if symbol is None:
        problems.append(Problem(source.path, one.symbol[:60], "is no document symbol of a known form"))
    body = _body(one.first.body or "", symbol)
    if not body and one.first.body:
        problems.append(Problem(source.path, one.symbol, f"body “{one.first.body[:60]}” is none we know"))
    kind = _kind(symbol, body)
    taken: set[str] = set()
    passages = tuple(_passage(paragraph, key, kind, taken) for key, paragraph in one.paragraphs.items())
    language = language_of(" ".join(passage.text for passage in passages[:10]), source.declared.language)
    return Document(
        id=symbol.id if symbol else re.sub(r"[^a-z0-9]+", "-", one.symbol.lower()).strip("-"),
        kind=kind,
        title=_title(kind, one, language),
        language=language,
        standing=Standing.EXCERPT,
        passages=passages,
        symbol=symbol.text if symbol else one.symbol,
        body=body,
        states=tuple(one.states),
        date=_date(one, problems, source.path),
        facts=_report(kind, one.first),
        left_out=tuple(LeftOut(rule, count) for rule, count in one.left_out.items() if count),
        source=source.path,
    )


def _date(one: _Gathered, problems: list[Problem], path: str) -> str:
    printed = one.first.publication_date or ""
    date, doubt = date_in(printed)
    if doubt:
        message = f"date “{printed[:40]}” of {one.symbol[:60]}: {doubt}; write it as year-month-day"
        problems.append(Problem(path, one.place, message))
    return date


def _symbol(printed: str) -> DocumentSymbol | None:
    try:
        return DocumentSymbol.parse(printed)
    except ParseError:
        return None


def _body(printed: str, symbol: DocumentSymbol | None) -> str:
    """The body by the name the Index gives it (“- CRC”), else by the symbol."""
    name = printed.lstrip("- ").strip()
    row = bodies().get(name.lower()) or bodies().named(name)
    if row:
        return row.id
    return symbol.body if symbol and symbol.body not in ("hrc", "ga") else ""


def _kind(symbol: DocumentSymbol | None, body: str) -> SourceKind:
    known = bodies().get(body)
    if known and known.mechanism == "upr":
        return SourceKind.UPR
    if symbol and (kind := KINDS.get(symbol.kind)):
        return kind
    if known and known.mechanism == "treaty-body":
        return SourceKind.CONCLUDING_OBSERVATIONS
    return SourceKind.SPECIAL_PROCEDURE


def _passage(paragraph: _Paragraph, key: str, kind: SourceKind, taken: set[str]) -> Passage:
    recommends = paragraph.recommends or kind is SourceKind.UPR
    answers = paragraph.responses - {""}
    return Passage(
        eid=unique(eid(("rec" if kind is SourceKind.UPR and not key.isdigit() else "para", key)), taken),
        num=paragraph.number,
        kind=PassageKind.RECOMMENDATION if recommends else PassageKind.OBSERVATION,
        text="\n".join(paragraph.texts),
        recommended_by=tuple(paragraph.by),
        response=answers.pop() if len(answers) == 1 else "",
    )


def _title(kind: SourceKind, one: _Gathered, language: str) -> str:
    """Its title is ours: the Index has none."""
    es, en = TITLES.get(kind, ("Documento: {}", "Document: {}"))
    named = ", ".join(states()[code].title(language) for code in one.states) or one.symbol
    return (es if language == "es" else en).format(named)


def _report(kind: SourceKind, row: Row) -> Report | None:
    if kind is not SourceKind.UPR:
        return None
    given = row.upr_session if isinstance(row.upr_session, str) else " ".join(row.upr_session or ())
    session = found[0].lstrip("0") if (found := _DIGITS.search(given)) else ""
    cycle = found[0] if (found := _DIGITS.search(row.upr_cycle or "")) else cycle_of(session)
    return Report(session=session, cycle=cycle)
