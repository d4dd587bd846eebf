"""The corpus in miniature of tests/data/search, as documents, as a store and as a library."""

import tomllib
from pathlib import Path
from typing import Any

from rights_search.index import build
from rights_search.model import (
    Affected,
    Citation,
    CitationKind,
    Document,
    Grade,
    Instrument,
    Judgment,
    Note,
    Outcome,
    Passage,
    PassageKind,
    Receipt,
    Right,
    SourceKind,
    Standing,
    Tag,
    TagBasis,
)
from rights_search.search import Library
from rights_search.store import Record, Store
from rights_search.vocabulary import Register

DATA = Path(__file__).parent / "data" / "search" / "miniature.toml"


def register() -> Register:
    def right(number: str, es: str, en: str, parent: str = "", covers: tuple[str, ...] = ()) -> Right:
        return Right(number=number, key=f"key-{number}", title={"es": es, "en": en}, parent=parent, covers=covers)

    return Register(
        (
            right("12", "Agua", "Water"),
            right("30", "Vivienda", "Housing"),
            right("32", "Salud", "Health"),
            right("44", "Infancia", "Childhood"),
            right("57", "Pueblos", "Peoples"),
            right("66", "Libertades", "Freedoms"),
            right("66.3", "Integridad", "Integrity", "66"),
            right("66.4", "Igualdad", "Equality", "66", ("66.5",)),
            right("71", "Naturaleza", "Nature"),
        )
    )


def documents() -> list[Document]:
    return [
        document
        for row in tomllib.loads(DATA.read_text("utf-8"))["document"]
        for language in ("es", "en", "fr")
        for document in _documents(row, language)
    ]


def _documents(row: dict[str, Any], language: str) -> list[Document]:
    """The document in a language, and the digest that lies beside it."""
    if language not in row["title"]:
        return []
    standing = Standing(row.get("standing", "official"))
    found = [_document(row, language, standing, lambda passage: passage.get(language))]
    if any(language in passage.get("digest", {}) for passage in row["passage"]):
        found.append(_document(row, language, Standing.DIGEST, lambda passage: passage.get("digest", {}).get(language)))
    return found


def _document(row: dict[str, Any], language: str, standing: Standing, text: Any) -> Document:
    facts: Judgment | Instrument | None = None
    if "case" in row:
        facts = Judgment(case=row["case"])
    elif "acronym" in row:
        facts = Instrument(acronym=row["acronym"])
    return Document(
        id=row["id"],
        kind=SourceKind(row["kind"]),
        title=row["title"][language],
        language=language,
        standing=standing,
        symbol=row.get("symbol", ""),
        body=row.get("body", ""),
        states=tuple(row.get("states", ())),
        date=row.get("date", ""),
        url=f"https://example.org/{language}/{row['id']}",
        facts=facts,
        source=f"{row['id']}.{language}.{standing}",
        passages=tuple(_passage(one, language, text(one)) for one in row["passage"] if text(one)),
    )


def _passage(one: dict[str, Any], language: str, text: str) -> Passage:
    touches = one.get("touches", ())
    return Passage(
        eid=one["eid"],
        num=one["num"],
        kind=PassageKind(one["kind"]),
        text=text.strip(),
        heading=one.get("heading", {}).get(language, ""),
        path=tuple(one.get("path", {}).get(language, ())),
        cites=tuple(Citation("", target, CitationKind.PROVISION, 0, 0) for target in one.get("cites", ())),
        groups=tuple(Affected(group, TagBasis.TERM, (group,)) for group in one.get("groups", ())),
        goals=tuple(one.get("goals", ())),
        notes=tuple(Note(mark, note) for mark, note in one.get("notes", ())),
        tags=tuple(
            Tag(right, TagBasis.DECLARED, Grade.TOUCHES if right in touches else Grade.ABOUT) for right in one["rights"]
        ),
        recommended_by=tuple(one.get("recommended_by", ())),
        response=one.get("response", ""),
    )


def store_of(folder: Path, held: list[Document]) -> Store:
    """A store with one record for each document and language."""
    store = Store(folder)
    for document in held:
        path = document.source or f"{document.id}.{document.language}"
        receipt = Receipt(path=path, outcome=Outcome.ACCEPTED)
        store.put(Record(path=path, fingerprint="", receipt=receipt, documents=(document,)))
    return store


def texts(*lines: str, language: str = "es") -> list[Document]:
    """A document whose paragraphs are these lines."""
    return [
        Document(
            id="lines",
            kind=SourceKind.REPORT,
            title="—",
            language=language,
            standing=Standing.OFFICIAL,
            passages=tuple(
                Passage(eid=f"para_{n}", num=str(n), kind=PassageKind.PARAGRAPH, text=line)
                for n, line in enumerate(lines, 1)
            ),
        )
    ]


def library(folder: Path, held: list[Document] | None = None) -> Library:
    """A library over these documents, or over the miniature."""
    build(store_of(folder / "store", documents() if held is None else held), folder / "indexes", register())
    return Library(folder / "indexes", register(), "ECU")
