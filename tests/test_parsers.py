"""The table of formats: each has an example of our own, and each example goes to its format."""

import json
from pathlib import Path

import pytest

from rights_search.errors import ParseError
from rights_search.model import Source
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


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.relative_to(DATA)))
def test_every_expectation_stands_beside_its_example(path: Path) -> None:
    assert path.is_file()
    assert json.loads(path.with_name(path.name + ".expected.json").read_text("utf-8"))
