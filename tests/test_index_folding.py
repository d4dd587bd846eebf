"""Words: where they begin and end, and their form without case and accents."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rights_search.index.folding import LONGEST, clean, fold_word, places, words, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El niño, la NIÑA y los Niños.", ["el", "nino", "la", "nina", "y", "los", "ninos"]),
        ("art. 5 b), párr. 3", ["art", "5", "b", "parr", "3"]),
        ("66.3 y 118.12", ["66", "3", "y", "118", "12"]),
        ("artículo 5º, Serie C nº 298", ["articulo", "5", "serie", "c", "no", "298"]),
        ("the State's duty and women’s rights", ["the", "state", "duty", "and", "women", "rights"]),
        ("non-discrimination, y/o", ["non", "discrimination", "y", "o"]),
        ("CCPR/C/ECU/CO/6", ["ccpr", "c", "ecu", "co", "6"]),
        ("art_9__para_1", ["art", "9", "para", "1"]),
        ("ofﬁcial", ["official"]),
        ("vivi\u00adenda", ["vivienda"]),
        ("住房权", ["住", "房", "权"]),
        ("право на воду", ["право", "на", "воду"]),
        ("mbarakag̃ua", ["mbarakagua"]),
        ("L'État d'urgence", ["l", "etat", "d", "urgence"]),
        ("«…» ¿? ¡! — – · • ***", []),
        ("", []),
    ],
)
def test_a_text_is_cut_into_words_without_case_and_accents(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_composed_and_decomposed_accents_are_the_same() -> None:
    text = "Prisión, niñez, pingüino"
    assert words(unicodedata.normalize("NFD", text)) == words(text) == ["prision", "ninez", "pinguino"]


def test_places_point_at_the_words_of_the_text() -> None:
    text = clean("La prisión del niño (art. 37) — Children’s rights")
    found = [text[start:end] for start, end in places(text)]
    assert found == written(text) == ["La", "prisión", "del", "niño", "art", "37", "Children’s", "rights"]


@given(st.text())
def test_any_text_is_cut_and_the_words_are_short_and_bare(text: str) -> None:
    whole = clean(text)
    assert [whole[start:end] for start, end in places(whole)] == written(whole)
    assert words(text) == [word for word in map(fold_word, written(whole)) if word]
    for word in words(text):
        assert 0 < len(word) <= LONGEST
        assert word == fold_word(word)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "text", ["a" * 40_000, "á" * 40_000, "g\u0303" * 20_000, "'s" * 20_000, "_" * 40_000, "a'" * 20_000]
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert len(words(text)) <= len(text)
