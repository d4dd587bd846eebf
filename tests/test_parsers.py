"""The table of formats: each has an example of our own, and each example goes to its format."""

import json
from pathlib import Path

import pytest

from rights_search.errors import ParseError, Refusal
from rights_search.model import Declaration, Source, SourceKind
from rights_search.parsers import FORMATS, format_of, unpack

DATA = Path(__file__).parent / "data"
EXAMPLES = sorted(path.with_name(path.name.removesuffix(".expected.json")) for path in DATA.rglob("*.expected.json"))


def source(path: Path) -> Source:
    return unpack(Source(path.name, path.read_bytes()))


def test_no_format_is_without_a_golden_example() -> None:
    shown = set()
    for path in EXAMPLES:
        try:
            shown.add(format_of(source(path)).name)
        except ParseError:
            continue
    assert {format_.name for format_ in FORMATS} == shown


def test_a_text_that_is_not_what_it_is_declared_to_be_is_not_asked_for_its_kind_again() -> None:
    source = Source("x.json", b'{"wells": "dry"}', Declaration(kind=SourceKind.JUDGMENT))
    with pytest.raises(ParseError, match="declared to be of the kind judgment, but has no form of one") as refusal:
        format_of(source)
    assert refusal.value.code is Refusal.FORM


def test_a_treaty_without_numbers_is_refused_with_what_it_lacks() -> None:
    source = Source("x.txt", b"Everyone has a well.\nNo one is thirsty.", Declaration(kind=SourceKind.TREATY))
    with pytest.raises(ParseError, match="none of its lines begins an article"):
        format_of(source)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.relative_to(DATA)))
def test_every_expectation_stands_beside_its_example(path: Path) -> None:
    assert path.is_file()
    assert json.loads(path.with_name(path.name + ".expected.json").read_text("utf-8"))
