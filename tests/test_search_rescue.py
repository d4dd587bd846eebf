"""When nothing is found: which word nobody has, what was meant, and what could be left out."""

import pytest

import search_miniature as miniature
from rights_search.model import SearchQuery
from rights_search.search import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("rescue"))


def test_a_word_nobody_has_is_named_with_one_that_was_meant(library: Library) -> None:
    result = library.search(SearchQuery(text="viviemda adecuada"))
    assert result.total == 0
    assert result.understood.unknown == ("viviemda",)
    assert ("viviemda", "vivienda") in result.understood.suggestions
    assert result.word_counts == (("viviemda", 0), ("adecuada", 1))


def test_an_unknown_word_is_named_even_when_others_found_something(library: Library) -> None:
    result = library.search(SearchQuery(text="agua OR torutra"))
    assert result.total
    assert result.understood.suggestions[0] == ("torutra", "tortura")


def test_what_could_be_left_out_is_offered_with_what_it_would_find(library: Library) -> None:
    result = library.search(SearchQuery(text="agua tortura", sources=("upr",)))
    assert result.total == 0
    assert result.relaxations == ()  # leaving out any one thing still finds nothing
    result = library.search(SearchQuery(text="agua", sources=("upr",), year_from=2010, year_to=2016))
    offered = {what: count for what, _, count in result.relaxations}
    assert offered == {"source:upr": 3, "agua": 1}
    for _, query, count in result.relaxations:
        assert library.search(query).total == count > 0


def test_each_word_may_be_left_out(library: Library) -> None:
    result = library.search(SearchQuery(text="pesca tortura", page=3))
    assert [(what, query.text, count) for what, query, count in result.relaxations] == [
        ("pesca", "tortura", 3),
        ("tortura", "pesca", 2),
    ]
    assert all(query.page == 1 for _, query, _ in result.relaxations)


def test_where_something_is_found_there_is_nothing_to_rescue(library: Library) -> None:
    result = library.search(SearchQuery(text="agua"))
    assert (result.relaxations, result.word_counts, result.understood.unknown) == ((), (), ())


def test_the_query_is_read_back_with_its_parts(library: Library) -> None:
    text = 'derecho al agua "consulta previa" viv* -minas source:judgment'
    understood = library.search(SearchQuery(text=text)).understood
    assert understood.text == 'derecho agua "consulta previa" viv* -minas source:judgment'
    assert understood.words == ("derecho", "agua")
    assert understood.phrases == ("consulta previa",)
    assert understood.prefixes == ("viv",)
    assert understood.excluded == ("minas",)
    assert understood.fields == (("source", "judgment"),)
    assert understood.ignored == ("al",)
    assert not understood.literal


def test_the_query_read_back_finds_the_same(library: Library) -> None:
    for text in (
        "agua OR (pesca -minas)",
        "art. 66.3",
        "CCPR/C/ECU",
        'niños "celda"',
        "derecho:66 NOT mujeres",
        '"agua',
    ):
        result = library.search(SearchQuery(text=text))
        again = library.search(SearchQuery(text=result.understood.text))
        assert [hit.id for hit in again.hits] == [hit.id for hit in result.hits]


def test_many_wrong_words_and_filters_are_rescued_at_once(library: Library) -> None:
    result = library.search(SearchQuery(text="viviemda adequda saneaminto torutra", rights=("71",), year_from=1900))
    assert "viviemda" in result.understood.unknown
