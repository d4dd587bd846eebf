"""Plurals, accents and case do not matter: pairs that must be one word, and pairs that must not."""

import tomllib
from pathlib import Path

import pytest

from rights_search.index.folding import words
from rights_search.index.stems import all_stems, family, stems

PAIRS = {
    language: {kind: pairs.split() for kind, pairs in kinds.items()}
    for language, kinds in tomllib.loads((Path(__file__).parent / "data/search/stems.toml").read_text("utf-8")).items()
}


def same(language: str, pair: str) -> bool:
    one, other = (words(word) for word in pair.split("/"))
    return [stems(language)[word] for word in one] == [stems(language)[word] for word in other]


@pytest.mark.parametrize("pair", PAIRS["es"]["same"])
def test_spanish_singular_and_plural_are_one_word(pair: str) -> None:
    assert same("es", pair)


@pytest.mark.parametrize("pair", PAIRS["en"]["same"])
def test_english_singular_and_plural_are_one_word(pair: str) -> None:
    assert same("en", pair)


@pytest.mark.parametrize("pair", PAIRS["es"]["different"])
def test_spanish_words_of_the_field_stay_apart(pair: str) -> None:
    assert not same("es", pair)


@pytest.mark.parametrize("pair", PAIRS["en"]["different"])
def test_english_words_of_the_field_stay_apart(pair: str) -> None:
    assert not same("en", pair)


def test_the_tables_are_long_enough_to_mean_something() -> None:
    assert len(PAIRS["es"]["same"]) >= 60
    assert len(PAIRS["en"]["same"]) >= 60


def test_other_languages_are_folded_and_not_stemmed() -> None:
    assert family("fr") == family("qu") == "other"
    assert stems("other")["enfants"] == "enfants"


def test_a_word_stands_in_a_mixed_field_under_each_stem() -> None:
    assert all_stems("viviendas") == ("viviendas", "viviend", "vivienda")
