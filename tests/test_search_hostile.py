"""No punctuation is an error, and nothing typed takes long: hostile strings, and any string at all."""

import json
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import search_miniature as miniature
from rights_search.errors import QueryError
from rights_search.model import SearchQuery, SearchResult
from rights_search.search import Library
from rights_search.search.grammar import read
from rights_search.search.lexer import CHARACTERS
from rights_search.search.nodes import shown

HOSTILE: list[str] = json.loads((Path(__file__).parent / "data" / "search" / "hostile.json").read_text("utf-8"))

#: The slowest answer that is allowed.
SECONDS = 2.0


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("hostile"))


def answered(library: Library, text: str) -> SearchResult:
    started = time.perf_counter()
    result = library.search(SearchQuery(text=text))
    assert time.perf_counter() - started < SECONDS
    return result


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 150


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_hostile_string_is_an_error(library: Library, text: str) -> None:
    result = answered(library, text)
    assert result.total == 0 or result.hits
    result.understood.text.encode("utf-8")
    assert read(result.understood.text, miniature.register()) is not None


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_hostile_string_may_stand_beside_a_word_and_in_quotation_marks(library: Library, text: str) -> None:
    for around in (f"agua {text}", f"{text} agua", f'"{text}"', f"({text})", f"-{text}", f"right:{text}"):
        answered(library, around)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_answered(library: Library, text: str) -> None:
    try:
        answered(library, text)
    except QueryError as error:
        refused = str(error)
    else:
        refused = ""
    assert not refused or "letters" in refused or "at most" in refused


PIECES = [
    "agua",
    "ríos",
    "de",
    "(",
    ")",
    '"',
    "AND",
    "OR",
    "NOT",
    "NO",
    "-",
    "viv*",
    "right:66",
    "year:2010..",
    ":",
    "*",
    "66.3",
    "CCPR/C/ECU/CO/6",
    "art.",
    "y/o",
]
GRAMMAR = st.lists(st.sampled_from([*PIECES, "Serie C No. 5", " ", "  "]), max_size=14)


@settings(max_examples=150, deadline=None)
@given(pieces=GRAMMAR, joint=st.sampled_from([" ", ""]))
@example(pieces=["AND", "-", "AND", "(", "de", "(", "66.3"], joint="")
def test_pieces_of_the_grammar_in_any_order_are_answered_and_read_back_the_same(
    library: Library, pieces: list[str], joint: str
) -> None:
    text = joint.join(pieces)
    try:
        first = answered(library, text)
    except QueryError:
        return
    again = answered(library, first.understood.text)
    assert again.understood.text == first.understood.text
    if first.understood.text:
        assert again.total == first.total


@pytest.mark.parametrize(
    "text",
    [
        "agua " * 1000,
        " ".join(f"palabra{n}" for n in range(1000)),
        "a" * 1_000_000,
        '"' + "a " * 500_000,
        "(" * 100_000,
        "NOT " * 100_000,
        "-" * 1_000_000,
        "agua OR " * 10_000,
        "a* " * 10_000,
        "CCPR" + "/C" * 100_000,
    ],
    ids=lambda text: f"{text[:12]}… {len(text)}",
)
def test_megabytes_and_thousands_of_words_are_refused_at_once(library: Library, text: str) -> None:
    started = time.perf_counter()
    with pytest.raises(QueryError, match="at most"):
        library.search(SearchQuery(text=text))
    assert time.perf_counter() - started < SECONDS


@pytest.mark.parametrize(
    "piece", [*'()-/*á"\u0301', "NOT ", "((a OR ", "A/", "a:", "serie c ", "'s", "AND ", ": ", "year:"]
)
def test_the_longest_strings_that_are_read_take_no_time(piece: str) -> None:
    started = time.perf_counter()
    with suppress(QueryError):
        shown(read(piece * (CHARACTERS // len(piece)), miniature.register()).root)
    assert time.perf_counter() - started < 0.2
