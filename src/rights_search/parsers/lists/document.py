"""Lists of paragraphs in JSON: general comments, reports of special procedures, decisions on communications.

Each is a list of `{"ID": "12.", "Text": "…"}`, with `Section` and `Footnotes` in decisions
(https://github.com/lszoszk/generalcomments). They hold no title page: what a list is comes from its declaration, or
from its name.
"""

import re
from collections import defaultdict
from typing import Any

import msgspec

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
from rights_search.parsers.base import text_of
from rights_search.parsers.language import language_of
from rights_search.parsers.lists.dates import adopted
from rights_search.parsers.lists.facts import NameFacts, facts_of, named, stem
from rights_search.parsers.lists.items import Entry, Reader, Reading, entry_of
from rights_search.parsers.lists.marks import marks_in
from rights_search.parsers.lists.pages import without_pages
from rights_search.parsers.lists.states import state_party
from rights_search.parsers.numbered.chain import gaps
from rights_search.parsers.observations.dates import session_in
from rights_search.parsers.observations.words import kind_of, mandate_asks
from rights_search.parsers.upr.recommendations import state_named
from rights_search.vocabulary import bodies, states

#: What the keys of an entry are; and keys that only lists *about* documents have.
KEYS = re.compile(rb'"(?:ID|Text)"\s*:')
ABOUT = re.compile(rb'"(?:sourceFile|docId|File PATH|committees)"\s*:')
BEGINNING = 20_000
#: Entries that a title page has at most.
TITLE_PAGE = 12
KINDS = {
    SourceKind.GENERAL_COMMENT,
    SourceKind.CONCLUDING_OBSERVATIONS,
    SourceKind.COMMUNICATION,
    SourceKind.SPECIAL_PROCEDURE,
    SourceKind.REPORT,
}
#: What a decision asks of the State at its end: an obligation, what it should do, what is requested of it.
REMEDY = re.compile(
    r"^.{0,300}\bState party (?:is|was) (?:also |therefore )?under an obligation"
    r"|^.{0,200}\bState party (?:should|must) (?:provide|take|adopt|ensure)"
    r"|^.{0,80}\bCommittee (?:recommends|urges|requests)",
    re.IGNORECASE | re.DOTALL,
)
NATIONAL_VISIT = re.compile(
    r"\b(?:visit|mission) to (?:the )?([A-Z][\w' ’-]{2,60}?)(?= from| \(|,|\.| at the invitation)"
)


def recognises(source: Source) -> bool:
    """A JSON list whose entries have an ID and a text, or one that is about such lists."""
    head = source.data[:BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head.startswith((b"[", b"{")):
        return False
    listed = head.startswith(b"[") and len({found[1:3] for found in KEYS.findall(head)}) == 2
    return listed or ABOUT.search(head) is not None


def parse(source: Source) -> Parsed:
    """One document.

    Raises:
        ParseError: it is no list of paragraphs, is about other files, or does not say what document it holds.
    """
    records = _records(source)
    entries = [entry_of(record) for record in records]
    facts = facts_of(source, " ".join(entry.text for entry in entries[:TITLE_PAGE] if entry.key is None))
    problems = _undeclared(source, facts)
    cleared = _clear_pages(entries, str(facts.symbol or ""))
    reading = Reader(source.path).read(entries)
    for rule, characters in cleared.items():
        if characters:
            reading.leave(rule, characters)
    if not reading.passages:
        raise ParseError("no entry of the list has a number and a text")
    passages = tuple(_judged(passage, facts.kind) for passage in reading.passages)
    language = language_of(" ".join(passage.text for passage in passages[:6]), source.declared.language)
    addressees, doubts = _states(facts, entries, source)
    date, undated = adopted(facts, reading.front, passages, source)
    document = Document(
        id=_id(facts, source),
        kind=facts.kind or SourceKind.REPORT,
        title=_title(facts, reading, source, language),
        language=language,
        standing=Standing.OFFICIAL,
        passages=passages,
        symbol=source.declared.symbol or str(facts.symbol or ""),
        body=facts.body,
        states=addressees,
        date=date,
        url=source.declared.url,
        aliases=_aliases(facts),
        facts=Report(session=_session(facts, reading)),
        left_out=tuple(LeftOut(rule, count) for rule, count in reading.left_out.items()),
        gaps=tuple(gaps((_plain(passage.eid) for passage in passages if "__" not in passage.eid), ["para_"])),
        source=source.path,
    )
    return Parsed((document,), (*problems, *doubts, *undated, *reading.problems))


def _records(source: Source) -> list[dict[str, Any]]:
    try:
        decoded = msgspec.json.decode(text_of(source))
    except (msgspec.DecodeError, RecursionError) as error:
        raise ParseError(f"not valid JSON: {error}", code=Refusal.DAMAGED) from error
    about = ABOUT.search(source.data[:BEGINNING]) and not KEYS.search(source.data[:BEGINNING])
    if about or not isinstance(decoded, list):
        raise ParseError(
            "this lists facts about documents, no paragraphs of one: declare them in a collection.toml",
            code=Refusal.UNDECLARED,
        )
    records = [record for record in decoded if isinstance(record, dict)]
    if len(records) < len(decoded):
        raise ParseError(f'{len(decoded) - len(records)} entries of the list are no {{"ID", "Text"}} objects')
    return records


def _clear_pages(entries: list[Entry], symbol: str) -> dict[str, int]:
    """Take page marks, notes and their marks out of the entries; how many characters were left out, by rule."""
    cleared = without_pages([entry.text for entry in entries], symbol)
    marks = marks_in([clear.text for clear in cleared])
    first = {note.mark: (clear, note) for clear in reversed(cleared) for note in reversed(clear.notes)}
    tied: dict[int, list[Note]] = defaultdict(list)
    for mark in marks:
        page, note = first.pop(str(mark.number), (None, Note(str(mark.number), "")))
        if page:
            page.notes.remove(note)
        tied[mark.text].append(note)
    for mark in reversed(marks):
        clear = cleared[mark.text]
        clear.text = clear.text[: mark.start] + clear.text[mark.end :]
    for place, (entry, clear) in enumerate(zip(entries, cleared, strict=True)):
        entry.text = clear.text
        entry.notes.extend(tied[place])
        entry.notes.extend(clear.notes)
        if all(note.mark.isdecimal() for note in entry.notes):
            entry.notes.sort(key=lambda note: int(note.mark))
    return {
        "page furniture": sum(clear.furniture for clear in cleared),
        "note marks": sum(len(str(mark.number)) for mark in marks),
    }


def _undeclared(source: Source, facts: NameFacts) -> list[Problem]:
    """What had to be taken from the file's name, or a refusal that says what to declare."""
    hint = (
        'declare it in a collection.toml in its folder: kind, body and symbol under [files."'
        + stem(source.path)
        + '.json"]'
    )
    if facts.kind not in KINDS:
        said = (
            f"“{facts.kind}” is no kind of list we read; "
            if facts.kind
            else "neither its entries nor its name say what it is; "
        )
        raise ParseError(f"{said}{hint}", code=Refusal.UNDECLARED)
    if not facts.body:
        raise ParseError(f"no body is declared or named in “{stem(source.path)}”; {hint}", code=Refusal.UNDECLARED)
    if facts.kind is SourceKind.COMMUNICATION and facts.symbol is None:
        raise ParseError(f"no symbol is declared or stands in “{stem(source.path)}”; {hint}", code=Refusal.UNDECLARED)
    by_name = named(source.path)
    if source.declared.kind is None or not (source.declared.body or source.declared.symbol):
        what = "symbol" if by_name.symbol else "number"
        return [Problem(source.path, "name", f"kind, body and {what} are taken from the file's name; declare them")]
    return []


def _judged(passage: Passage, kind: SourceKind | None) -> Passage:
    """What the body asks of the State is a recommendation, in a report and in the end of a decision."""
    if passage.kind is not PassageKind.PARAGRAPH:
        return passage
    if kind in (SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.REPORT):
        return msgspec.structs.replace(passage, kind=kind_of(passage.text, passage.path))
    remedy = kind is SourceKind.COMMUNICATION and REMEDY.search(passage.text)
    asked = kind is SourceKind.SPECIAL_PROCEDURE and mandate_asks(passage.text)
    return msgspec.structs.replace(passage, kind=PassageKind.RECOMMENDATION) if remedy or asked else passage


def _states(facts: NameFacts, entries: list[Entry], source: Source) -> tuple[tuple[str, ...], list[Problem]]:
    """The addressee: declared, the State party to the case, or the State that was visited."""
    if source.declared.state:
        code = source.declared.state if source.declared.state in states() else state_named(source.declared.state)
        if code:
            return (code,), []
    if facts.kind is SourceKind.SPECIAL_PROCEDURE:
        visit = NATIONAL_VISIT.search(" ".join(entry.text for entry in entries[:3]))
        code = state_named(visit[1]) if visit and facts.symbol and "/Add." in str(facts.symbol) else ""
        return ((code,) if code else ()), []
    if facts.kind is not SourceKind.COMMUNICATION:
        return (), []
    code, others = state_party("\n".join(entry.text for entry in entries if not entry.opinion))
    if not code:
        return (), [Problem(source.path, "State party", "no State is named as the one complained of; declare it")]
    if others:
        doubt = f"taken to be {states()[code].en}, but {', '.join(states()[other].en for other in others)} is named too"
        return (code,), [Problem(source.path, "State party", doubt + "; declare it")]
    return (code,), []


def _id(facts: NameFacts, source: Source) -> str:
    if facts.symbol and facts.kind is not SourceKind.GENERAL_COMMENT:
        return facts.symbol.id
    if facts.symbol and facts.symbol.kind == "general comment" and facts.symbol.number and facts.body:
        return facts.symbol.id
    if facts.number:
        return f"{facts.body}-gc-{facts.number}"
    return re.sub(r"[^a-z0-9]+", "-", stem(source.path).lower()).strip("-")


def _aliases(facts: NameFacts) -> tuple[str, ...]:
    own = facts.symbol and facts.symbol.kind == "general comment" and facts.symbol.number
    return (f"{facts.body}-gc-{facts.number}",) if own and facts.number else ()


def _title(facts: NameFacts, reading: Reading, source: Source, language: str) -> str:
    """As declared; else what the facts say."""
    if source.declared.title:
        return source.declared.title
    body = bodies()[facts.body].title("es" if language == "es" else "en")
    if facts.kind is SourceKind.GENERAL_COMMENT:
        recommendation = facts.body in ("cedaw", "cerd")
        spanish = "recomendación general" if recommendation else "observación general"
        english = "general recommendation" if recommendation else "general comment"
        number = facts.number.partition("-")[0]
        return f"{body}, {spanish} núm. {number}" if language == "es" else f"{body}, {english} No. {number}"
    if facts.kind is SourceKind.COMMUNICATION and facts.symbol:
        case = f"{facts.symbol.number}/{facts.symbol.year}"
        return f"{body}, comunicación núm. {case}" if language == "es" else f"{body}, communication No. {case}"
    return f"{body}, {facts.symbol}" if facts.symbol else body


def _session(facts: NameFacts, reading: Reading) -> str:
    if facts.kind is SourceKind.COMMUNICATION and facts.symbol:
        return facts.symbol.session
    return session_in(" ".join(reading.front))


def _plain(name: str) -> str:
    """The first number only: 2.1 and 2.3 are no gap of the paragraphs."""
    return name.partition("-")[0]
