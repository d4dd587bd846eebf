"""A constitution as JSON records, one an article: number, content, title and chapter, and what other laws say of it."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rights_search.errors import ParseError, Refusal
from rights_search.model import (
    Document,
    LeftOut,
    Parsed,
    Passage,
    Problem,
    Source,
    SourceKind,
    Standing,
)
from rights_search.parsers.base import text_of, visible
from rights_search.parsers.constitutions import document as constitution
from rights_search.parsers.constitutions.records import entry_of, passage_of, width_of
from rights_search.parsers.language import language_of
from rights_search.vocabulary import constitution_id

#: The names people give to the fields of a record.
NUMBER = ("number", "numero", "número", "num", "article", "articulo", "artículo", "art")
CONTENT = ("content", "contenido", "text", "texto", "body", "descripcion", "descripción")
ABOVE = (
    ("title", "titulo", "título"),
    ("chapter", "capitulo", "capítulo"),
    ("section", "seccion", "sección"),
)
NAME = ("name", "nombre", "titulo", "title", "document")
DATE = ("last_modified", "updated", "fecha", "date")
FEWEST = 3
_KEY = re.compile(r'"(\w{1,20})"\s*:')


def recognises(source: Source) -> bool:
    """JSON whose records have a number and a content, and which speaks of a constitution."""
    head = source.data[:20_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] not in (b"{", b"["):
        return False
    text = head.decode("utf-8", "ignore")
    keys = set(map(str.lower, _KEY.findall(text)))
    if not (keys & set(NUMBER) and keys & set(CONTENT)):
        return False
    return (
        source.declared.kind is SourceKind.CONSTITUTION
        or "constituci" in text.lower()
        or "constitution" in text.lower()
    )


def parse(source: Source) -> Parsed:
    """The constitution.

    Raises:
        ParseError: it is no JSON, or has no list of articles.
    """
    try:
        data = json.loads(text_of(source))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ParseError(f"not valid JSON: {error}; fetch or copy it again", code=Refusal.DAMAGED) from error
    records = _records(data)
    facts: Mapping[str, Any] = data if isinstance(data, dict) else {}
    left: Counter[str] = Counter()
    kept, surplus = _in_order(records)
    left["rulings and other records that are no article"] = sum(visible(_content(record)) for record in surplus)
    passages = tuple(_passages(kept, left))
    if not passages:
        raise ParseError("no article in it: its records must have a number and a content")
    left["concordances and other fields"] = sum(map(_others, records))
    return Parsed((document := _document(passages, facts, left, source),), tuple(_problems(document, surplus, source)))


def _records(data: object) -> list[dict[str, Any]]:
    """The list of articles, wherever it stands in the file."""
    lists = [data] if isinstance(data, list) else list(data.values()) if isinstance(data, dict) else []
    for candidate in sorted((item for item in lists if isinstance(item, list)), key=len, reverse=True):
        records = [
            r for r in candidate if isinstance(r, dict) and _number(r) is not None and isinstance(_content(r), str)
        ]
        if len(records) >= FEWEST or (records and len(records) == len(candidate)):
            return records
    raise ParseError("no list of articles in it: each record must have a number and a content")


def _field(record: Mapping[str, Any], names: Sequence[str]) -> Any:  # noqa: ANN401  (a JSON value)
    return next((record[name] for name in names if name in record), None)


def _number(record: Mapping[str, Any]) -> int | None:
    value = _field(record, NUMBER)
    if isinstance(value, str):
        digits = re.search(r"\d{1,4}", value)
        return int(digits[0]) if digits else None
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 5000 else None


def _content(record: Mapping[str, Any]) -> str:
    value = _field(record, CONTENT)
    return value if isinstance(value, str) else ""


def _in_order(records: Sequence[dict[str, Any]]) -> tuple[list[tuple[int, dict[str, Any]]], list[dict[str, Any]]]:
    """The articles in their order, and the records between them: rulings that quote an article look like one."""
    last_place: dict[int, int] = {}
    for place, record in enumerate(records):
        last_place[_number(record) or 0] = place
    kept: list[tuple[int, dict[str, Any]]] = []
    surplus: list[dict[str, Any]] = []
    wanted = _number(records[0]) or 1
    for place, record in enumerate(records):
        number = _number(record) or 0
        leaps = number > wanted and any(last_place.get(missing, -1) > place for missing in range(wanted, number)[:20])
        if number >= wanted and not leaps:
            kept.append((number, record))
            wanted = number + 1
        else:
            surplus.append(record)
    return kept, surplus


def _passages(kept: Sequence[tuple[int, dict[str, Any]]], left: Counter[str]) -> Iterator[Passage]:
    heading = ""
    entries = [entry_of(_content(record)) for _, record in kept]
    width = width_of(entries)
    for (number, record), entry in zip(kept, entries, strict=True):
        above = [str(_field(record, names) or "") for names in ABOVE]
        # A heading that the extraction left behind is known to hold for the next article, and for no other: most
        # headings were lost, so that one may not be carried further.
        yield passage_of(number, entry, (*above, heading), width)
        heading = entry.heading
        left["rulings copied into articles"] += entry.ruling
        left["headings (kept in the next article's path)"] += entry.headings


def _others(record: Mapping[str, Any]) -> int:
    known = {name for names in (NUMBER, CONTENT, *ABOVE) for name in names}
    return sum(visible(json.dumps(value, ensure_ascii=False)) for key, value in record.items() if key not in known)


def _document(passages: tuple[Passage, ...], facts: Mapping[str, Any], left: Counter[str], source: Source) -> Document:
    name = str(_field(facts, NAME) or "")
    code, state = constitution.state_of((name,), (p.text for p in passages), source.declared.state)
    language = language_of(" ".join(p.text for p in passages[:20]), source.declared.language)
    year = facts.get("year")
    numbers = {p.eid for p in passages}
    last = max(int(p.num) for p in passages)
    return Document(
        id=constitution_id(state),
        kind=SourceKind.CONSTITUTION,
        title=source.declared.title or name or constitution.title_of(code, state, language),
        language=language,
        standing=Standing.OFFICIAL,
        passages=passages,
        states=(code,) if code else (),
        date=source.declared.date or (str(year) if year else ""),
        url=source.declared.url,
        facts=constitution.facts_of(str(year or name)),
        left_out=tuple(LeftOut(rule, count) for rule, count in left.items() if count),
        gaps=tuple(f"art_{n}" for n in range(int(passages[0].num), last) if f"art_{n}" not in numbers),
        source=source.path,
    )


def _problems(document: Document, surplus: Sequence[dict[str, Any]], source: Source) -> Iterator[Problem]:
    for gap in document.gaps:
        yield Problem(source.path, document.id, f"the numbering says that {gap} is missing")
    if not document.states:
        yield Problem(source.path, document.title, "names no State of ours: declare its state")
    if surplus:
        numbers = sorted({_number(record) or 0 for record in surplus})
        yield Problem(
            source.path,
            document.id,
            f"{len(surplus)} records repeat the number of an article and were left out: {', '.join(map(str, numbers))}",
        )
