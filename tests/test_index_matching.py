"""Stock Whoosh is the yardstick: the arrays find the same passages with the same scores."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh.index import open_dir
from whoosh.query import (
    And,
    ConstantScoreQuery,
    DisjunctionMax,
    Every,
    Not,
    NumericRange,
    Or,
    Phrase,
    Prefix,
    Query,
    Term,
)
from whoosh.searching import Searcher

import search_miniature as miniature
from rights_search.errors import QueryError
from rights_search.index import Deadline, Generation, build
from rights_search.index.matching import EXPANSIONS
from rights_search.index.postings import K1, B

LINES = [
    "agua limpia para el pueblo y agua para la escuela",
    "el agua del río y el río del agua",
    "la escuela del pueblo",
    "pueblo pueblo pueblo agua",
    "derechos humanos y derecho al agua",
    "humanos derechos",
    "los derechos humanos del niño y de la niña en la escuela del río",
] * 40  # more than one block of 128 postings


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Generation, Searcher]:
    folder: Path = tmp_path_factory.mktemp("matching")
    held = miniature.documents() + miniature.texts(*LINES)
    build(miniature.store_of(folder / "store", held), folder / "indexes", miniature.register())
    generation = Generation.open(folder / "indexes")
    whoosh = folder / "indexes" / "generations" / generation.name / "whoosh"
    return generation, open_dir(str(whoosh)).searcher()


def ours(generation: Generation, query: Query) -> dict[int, float]:
    found = generation.run(query, Deadline(10))
    return {int(place): round(float(found.scores[place]), 6) for place in found.mask.nonzero()[0]}


def theirs(searcher: Searcher, query: Query) -> dict[int, float]:
    return {place: round(score, 6) for score, place in searcher.search(query, limit=None).top_n}


WORDS = ["agua", "puebl", "escuel", "rio", "derech", "human", "nin", "tortur", "absent"]
TERM = st.builds(Term, st.just("text_es"), st.sampled_from(WORDS), st.sampled_from([1.0, 2.5]))
EXACT = st.builds(
    Phrase,
    st.just("exact"),
    st.lists(
        st.sampled_from(["derechos", "humanos", "agua", "del", "rio", "la", "escuela"]),
        min_size=2,
        max_size=3,
        unique=True,
    ),
)
LEAF = st.one_of(TERM, TERM, EXACT)


def joined(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    some = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(some.map(And), some.map(Or))


def joined_or_not(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    some = st.lists(parts, min_size=1, max_size=3)
    return st.one_of(joined(parts), st.tuples(some, parts).map(lambda pair: And([*pair[0], Not(pair[1])])))


@settings(max_examples=150, deadline=None)
@given(query=st.recursive(LEAF, joined, max_leaves=6))
def test_any_query_finds_what_whoosh_finds_with_its_scores(built: tuple[Generation, Searcher], query: Query) -> None:
    generation, searcher = built
    assert ours(generation, query) == pytest.approx(theirs(searcher, query), rel=1e-5)


@settings(max_examples=100, deadline=None)
@given(query=st.recursive(LEAF, joined_or_not, max_leaves=6))
def test_what_is_excluded_is_what_whoosh_excludes(built: tuple[Generation, Searcher], query: Query) -> None:
    generation, searcher = built  # Whoosh gives a point for not having a word, which is not compared
    assert set(ours(generation, query)) == set(theirs(searcher, query))


@pytest.mark.parametrize(
    "query",
    [
        Every(),
        NumericRange("year", 2012, 2016),
        NumericRange("year", 1, 2010),
        Term("right", "66"),
        Term("symbol", "ccpr/c/ecu"),
        ConstantScoreQuery(Term("source", "judgment"), 0.5),
        And([Term("right", "12"), Not(Term("source", "treaty"))]),
    ],
    ids=str,
)
def test_filters_find_what_whoosh_finds(built: tuple[Generation, Searcher], query: Query) -> None:
    generation, searcher = built
    assert set(ours(generation, query)) == set(theirs(searcher, query))


def test_the_beginning_of_a_word_finds_what_whoosh_finds(built: tuple[Generation, Searcher]) -> None:
    generation, searcher = built
    assert set(ours(generation, Prefix("exact", "human"))) == set(theirs(searcher, Prefix("exact", "human")))


def test_of_several_fields_the_best_counts(built: tuple[Generation, Searcher]) -> None:
    generation, searcher = built
    one, other = Term("text_es", "agua"), Term("heading", "agua", boost=2.0)
    best = ours(generation, DisjunctionMax([one, other]))
    alone = [theirs(searcher, one), theirs(searcher, other)]
    assert best == pytest.approx(
        {place: max(scores.get(place, 0) for scores in alone) for place in {*alone[0], *alone[1]}}, rel=1e-5
    )


def test_the_constants_are_those_of_whoosh(built: tuple[Generation, Searcher]) -> None:
    weighting: Any = built[1].weighting
    assert (weighting.B, weighting.K1) == (B, K1)


def test_a_segment_written_term_by_term_is_read_by_whoosh_in_full(built: tuple[Generation, Searcher]) -> None:
    generation, searcher = built
    reader = searcher.reader()
    assert reader.doc_count_all() == generation.size
    places = [place for place in range(generation.size) if generation.header(place).id == "lines"]
    for word in ("agua", "pueblo", "río"):
        text = {"río": "rio"}.get(word, word)
        expected = {place: generation.passage(place).texts["es"].text.split().count(word) for place in places}
        matcher, found = reader.postings("exact", text.encode()), {}
        while matcher.is_active():
            if matcher.id() in expected:
                found[matcher.id()] = len(matcher.value_as("positions"))
            matcher.next()
        assert found == {place: count for place, count in expected.items() if count}


def test_a_search_out_of_time_says_so(built: tuple[Generation, Searcher]) -> None:
    with pytest.raises(QueryError, match="longer than 0 seconds"):
        built[0].run(Term("text_es", "agua"), Deadline(0))


def test_a_beginning_that_stands_for_too_many_words_says_so(tmp_path: Path) -> None:
    lines = [" ".join(f"ley{a:03d}{b}" for b in "abcdef") for a in range(EXPANSIONS // 6 + 2)]
    build(miniature.store_of(tmp_path / "store", miniature.texts(*lines)), tmp_path, miniature.register())
    with pytest.raises(QueryError, match="words begin with “ley”"):
        Generation.open(tmp_path).run(Prefix("exact", "ley"), Deadline(10))
