"""Passages to measure with: the real files' own words, cut crudely, or invented ones where the files are absent.

Only speed is measured with these, so the cutting is a few lines and not the project's parsers: a change in a parser
must not change what the engine is measured on.
"""

import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from rights_search.model import (
    Document,
    Outcome,
    Passage,
    PassageKind,
    SourceKind,
    Standing,
    Tag,
    TagBasis,
)
from rights_search.store import Receipt, Record, Store

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "texts"
RIGHTS = [str(number) for number in range(10, 83)] + [f"66.{numeral}" for numeral in range(1, 30)]
PARAGRAPH = re.compile(r"\n(?=\d{1,3}\.\s)")


def documents() -> Iterator[Document]:
    """Documents of the real files, or invented ones."""
    if TEXTS.is_dir():
        yield from judgments()
        yield from procedures()
    else:
        yield from invented()


def judgments() -> Iterator[Document]:
    for path in sorted((TEXTS / "judgments-iacthr").glob("seriec_*_esp.json.gz")):
        number = path.name.split("_")[1]
        text = json.loads(gzip.decompress(path.read_bytes()))["data"]
        title = next((line for line in text.split("\n") if line.startswith("CASO")), f"Caso {number}")
        parts = [part.strip() for part in PARAGRAPH.split(text) if len(part) > 60]
        yield document(f"iacthr-c-{number}", SourceKind.JUDGMENT, title, "es", parts, f"Serie C No. {number}", "iacthr")


def procedures() -> Iterator[Document]:
    for path in sorted((TEXTS / "special-procedures").glob("*.json.gz")):
        symbol = path.name.removesuffix(".json.gz").split("_", 2)[2].replace("_", "/")
        parts = [row["Text"] for row in json.loads(gzip.decompress(path.read_bytes())) if row["Text"].strip()]
        name = symbol.replace("/", "-").lower()
        yield document(name, SourceKind.SPECIAL_PROCEDURE, f"Report {symbol}", "en", parts, symbol, "sr-health")


def invented(count: int = 200) -> Iterator[Document]:
    chance = random.Random(7)
    stock = [f"{a}{b}{c}" for a in "bcdfglmnprst" for b in ("a", "e", "io", "u") for c in ("ción", "dad", "les", "ro")]
    weights = [1 / (rank + 1) for rank in range(len(stock))]
    for number in range(count):
        parts = [" ".join(chance.choices(stock, weights, k=110)) + "." for _ in range(100)]
        yield document(
            f"invented-{number}", SourceKind.REPORT, f"Informe {number}", "es", parts, f"A/HRC/{number}/1", ""
        )


def document(
    name: str, kind: SourceKind, title: str, language: str, parts: list[str], symbol: str, body: str
) -> Document:
    chance = random.Random(name)
    return Document(
        id=name,
        kind=kind,
        title=title,
        language=language,
        standing=Standing.OFFICIAL,
        symbol=symbol,
        body=body,
        states=("ECU",) if chance.random() < 0.1 else ("PER",),
        date=f"{chance.randint(1987, 2024)}-06-01",
        passages=tuple(
            Passage(
                eid=f"para_{place}",
                num=str(place),
                kind=PassageKind.PARAGRAPH,
                text=text,
                tags=tuple(Tag(right, TagBasis.TERM) for right in chance.sample(RIGHTS, chance.randint(0, 3))),
            )
            for place, text in enumerate(parts, 1)
        ),
    )


def fill(folder: Path, most: int | None = None) -> tuple[Store, int]:
    """A store with these documents, of at most so many passages."""
    store, passages = Store(folder), 0
    for one in documents():
        if most and passages >= most:
            break
        passages += len(one.passages)
        receipt = Receipt(path=one.id, outcome=Outcome.ACCEPTED)
        store.put(Record(path=one.id, fingerprint="", receipt=receipt, documents=(one,)))
    return store, passages
