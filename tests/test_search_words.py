"""What a word finds: case, accents and plurals do not matter; operators are set operations."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import search_miniature as miniature
from rights_search.model import SearchQuery
from rights_search.search import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("words"))


def found(library: Library, text: str, **filters: tuple[str, ...]) -> frozenset[str]:
    result = library.search(SearchQuery(text=text, per_page=1000, **filters))  # type: ignore[arg-type]
    assert result.total == len(result.hits)
    return frozenset(hit.id for hit in result.hits)


@pytest.mark.parametrize(
    "forms",
    [
        ("vivienda", "Vivienda", "viviendas", "VIVIENDAS", "ViViEnDa"),
        ("prisión", "prisiones", "prision", "PRISIÓN", "Prisiones", "prisio\u0301n"),
        ("niño", "nino", "niños", "ninos", "NIÑOS", "niña", "ninas"),
        ("mujer", "mujeres", "Mujer"),
        ("juez", "jueces", "JUECES"),
        ("médico", "medicos", "médicos"),
        ("child", "children", "Children", "CHILDREN", "child’s", "children's"),
        ("woman", "women", "Woman", "women's"),
        ("man", "men"),
        ("river", "rivers"),
        ("indigenous people", "indigenous peoples"),
        ("forêt", "foret", "FORÊT"),
    ],
)
def test_every_form_of_a_word_finds_the_same(library: Library, forms: tuple[str, ...]) -> None:
    first, *others = (found(library, form) for form in forms)
    assert first
    assert all(other == first for other in others)


def test_a_phrase_is_exact_but_for_case_and_accents(library: Library) -> None:
    assert found(library, '"vivienda adecuada"') == {"a-hrc-41-4#para_30"}
    assert found(library, '"VIVIENDA ADECUADA"') == {"a-hrc-41-4#para_30"}
    assert found(library, '"viviendas adecuadas"') == frozenset()
    assert found(library, '"adecuada vivienda"') == frozenset()


def test_one_word_in_quotation_marks_is_that_very_word(library: Library) -> None:
    assert found(library, '"prisiones"') == {"ccpr-c-ecu-co-6#para_11", "ccpr-c-ecu-co-6#para_12"}
    assert found(library, '"prisiones"') < found(library, "prisiones")


def test_the_beginning_of_a_word_finds_all_that_begin_so(library: Library) -> None:
    assert found(library, "vivi*") == found(library, '"vivienda"') | found(library, '"viven"')
    assert found(library, "PRISIÓ*") == found(library, "prisión")


def test_what_binds_the_state_comes_first_among_near_equals(library: Library) -> None:
    hits = library.search(SearchQuery(text="tortura")).hits
    assert hits[0].id == "ecuador-constitution#art_66__num_3"


WORD = st.sampled_from(
    ["agua", "tortura", "prisiones", "water", "women", "comunidad", "Ecuador", '"consulta previa"', "viv*"]
)
RIGHT = st.sampled_from(["12", "57", "66", "66.3", "71"])


@settings(max_examples=40, deadline=None)
@given(first=WORD, second=WORD)
def test_and_or_and_not_are_intersection_union_and_difference(library: Library, first: str, second: str) -> None:
    one, other = found(library, first), found(library, second)
    assert found(library, f"{first} {second}") == one & other
    assert found(library, f"{first} OR {second}") == one | other
    assert found(library, f"{first} -({second})") == one - other
    assert found(library, f"NOT ({first})") == found(library, "") - one


@settings(max_examples=40, deadline=None)
@given(word=WORD, right=RIGHT)
def test_a_right_and_a_word_are_their_exact_intersection(library: Library, word: str, right: str) -> None:
    by_right = found(library, "", rights=(right,))
    assert found(library, word, rights=(right,)) == found(library, word) & by_right
    assert found(library, f"{word} right:{right}") == found(library, word) & by_right


def test_a_query_without_words_finds_everything_or_nothing(library: Library) -> None:
    assert len(found(library, "")) == 16
    assert found(library, "¿?") == frozenset()


def test_chinese_is_sought_as_it_stands(tmp_path: Path) -> None:
    library = miniature.library(tmp_path, miniature.texts("人人享有适足住房权。", "住的房子", language="zh"))
    assert found(library, "住房权") == {"lines#para_1"}
    assert found(library, "住房") == {"lines#para_1"}


def test_a_word_with_a_hyphen_is_found_without_it_and_with_it(tmp_path: Path) -> None:
    """At the end of a line nobody knows whether the hyphen is the word's: both forms are found."""
    held = miniature.texts("The non-discrimination clause.", "A re-\nport of the well.", "No clause.", language="en")
    library = miniature.library(tmp_path, held)

    def found(text: str) -> list[str]:
        return [hit.eid for hit in library.search(SearchQuery(text=text, reader="en")).hits]

    assert found("nondiscrimination") == found("non-discrimination") == found('"non discrimination"') == ["para_1"]
    assert found("report") == ["para_2"]
