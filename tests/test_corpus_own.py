"""The project's own corpus: it holds together, every right is reached, and every digest is written for its passage."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rights_search import corpus
from rights_search.ingest import check
from rights_search.model import Document, Source, SourceKind
from rights_search.parsers import parse
from rights_search.workspace import Workspace

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
WORKSPACE = Workspace(CORPUS, ROOT / "indexes", ROOT / "web")
#: An opening so long that shares it with another digest of its document was made from a template.
OPENING = 7
#: Words in a digest: fewer say too little, more are a translation. A recommendation may be one line.
FEWEST, MOST = 5, 110


@cache
def documents() -> tuple[Document, ...]:
    paths = corpus.find((CORPUS,))
    return tuple(d for path in paths for d in parse(Source(path.name, path.read_bytes())).documents)


def digests() -> Iterator[tuple[str, str, str]]:
    for document in documents():
        for passage in document.passages:
            yield f"{document.id}#{passage.eid}", document.language, passage.text


def test_it_holds_together() -> None:
    assert [f"{p.source}: {p.locator}: {p.message}" for p in check(WORKSPACE)] == []


def test_no_two_digests_are_the_same() -> None:
    texts = Counter(text for _, _, text in digests())
    assert [text for text, count in texts.items() if count > 1] == []


def test_no_digest_is_made_from_a_template() -> None:
    openings = Counter(
        (name.partition("#")[0], language, " ".join(re.findall(r"\w+", text.casefold())[:OPENING]))
        for name, language, text in digests()
    )
    assert [opening for opening, count in openings.items() if count > 1] == []


def test_every_digest_is_a_digest_in_length() -> None:
    lengths = {(name, language): len(text.split()) for name, language, text in digests()}
    assert {name: length for name, length in lengths.items() if not FEWEST <= length <= MOST} == {}


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        (SourceKind.CONSTITUTION, 1),
        (SourceKind.TREATY, 30),
        (SourceKind.JUDGMENT, 30),
        (SourceKind.GENERAL_COMMENT, 20),
        (SourceKind.CONCLUDING_OBSERVATIONS, 18),
        (SourceKind.UPR, 3),
        (SourceKind.SPECIAL_PROCEDURE, 4),
        (SourceKind.COMMUNICATION, 5),
        (SourceKind.RESOLUTION, 2),
    ],
)
def test_every_source_is_there(kind: SourceKind, least: int) -> None:
    """A floor, so that a change that loses documents fails; the corpus may only grow."""
    assert len({d.id for d in documents() if d.kind is kind}) >= least
