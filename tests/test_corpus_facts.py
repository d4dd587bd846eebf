"""Our digests against the real texts: what a person wrote and what the parser reads must agree."""

from functools import cache
from pathlib import Path

import pytest

from rights_search.model import Document, Judgment, Source
from rights_search.parsers import parse

ROOT = Path(__file__).parents[1]
TEXTS = ROOT.parent / "shared" / "texts" / "ecuador" / "judgments"
DIGESTS = sorted((ROOT / "corpus" / "ecuador" / "judgments").glob("*.md"))

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the real judgments are not beside the project")


@cache
def read(path: Path) -> Document:
    return parse(Source(str(path), path.read_bytes())).documents[0]


def real(digest: Path) -> Document:
    path = TEXTS / f"seriec_{digest.stem.rpartition('-')[2]}_esp.json.gz"
    if not path.is_file():
        pytest.skip(f"no real text of {digest.stem}")
    return read(path)


def facts(document: Document) -> Judgment:
    assert isinstance(document.facts, Judgment)
    return document.facts


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
def test_the_findings_are_those_of_the_operative_part(digest: Path) -> None:
    ours, theirs = facts(read(digest)), facts(real(digest))
    assert set(ours.violated) == set(theirs.violated)
    assert set(ours.not_violated) == set(theirs.not_violated)


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
def test_date_and_series_are_those_printed(digest: Path) -> None:
    ours, theirs = read(digest), real(digest)
    assert (ours.id, ours.date, ours.states) == (theirs.id, theirs.date, theirs.states)
    assert ours.symbol == theirs.symbol


@pytest.mark.parametrize("digest", DIGESTS, ids=lambda path: path.stem)
def test_every_paragraph_digested_stands_in_the_text(digest: Path) -> None:
    printed = {passage.eid for passage in real(digest).passages}
    assert {passage.eid for passage in read(digest).passages} <= printed
