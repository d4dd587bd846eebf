"""Words and phrases: what counts as the same, and what a term may stride over."""

import pytest

from rights_search.tagging.matcher import Matcher
from rights_search.tagging.pairs import REACH, Pairs
from rights_search.tagging.words import guess, stem, words_of


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("es", "mujer", "mujeres"),
        ("es", "juez", "jueces"),
        ("es", "padre", "padres"),
        ("es", "detenido", "detenidas"),
        ("es", "niña", "niñas"),
        ("en", "country", "countries"),
        ("en", "prison", "prisons"),
        ("en", "church", "churches"),
    ],
)
def test_plural_and_gender_do_not_matter(language: str, one: str, other: str) -> None:
    assert stem(words_of(one, language)[0].raw, language) == stem(words_of(other, language)[0].raw, language)


@pytest.mark.parametrize(("one", "other"), [("parto", "parte"), ("trata", "trato"), ("niños", "ninguno")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert stem(words_of(one, "es")[0].raw, "es") != stem(words_of(other, "es")[0].raw, "es")


def test_function_words_are_counted_not_kept() -> None:
    words = words_of("el acceso de las mujeres a la salud. Agua", "es")
    assert [(word.raw, word.gap) for word in words] == [("acceso", -1), ("mujeres", 2), ("salud", 2), ("agua", -1)]
    assert words[-1].sentence == 1


def test_the_language_is_guessed_by_small_words() -> None:
    assert guess("El Comité recomienda que se proteja a las mujeres.") == "es"
    assert guess("The Committee recommends that women be protected.") == "en"


def found(language: str, phrases: list[str], text: str, *, exact: bool = False) -> list[str]:
    matcher: Matcher[str] = Matcher(language, exact=exact)
    for phrase in phrases:
        matcher.add(phrase, phrase)
    words = words_of(text, language, all_of_them=exact)
    return [payload for match in matcher.find(words) for payload in match.payloads]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("derecho a la salud", "El DERECHO A LA SALUD es de todos"),
        ("derecho a la salud", "los derechos de salud"),
        ("discriminaci*", "varias discriminaciones"),
        ("agua potable", "del agua\npotable"),
        ("no discriminación", "la no discriminación"),
    ],
)
def test_a_phrase_is_found_in_its_variants(phrase: str, text: str) -> None:
    assert found("es", [phrase], text) == [phrase]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("agua potable", "Hay agua. Potable no es."),
        ("agua potable", "agua (potable)"),
        ("agua potable", "agua muy potable"),
        ("no discriminación", "la discriminación"),
        ("salud", "saludo"),
        ("educación sexual", "educación y de la en por sexual"),
    ],
)
def test_a_phrase_is_not_found_across_sentences_or_other_words(phrase: str, text: str) -> None:
    assert found("es", [phrase], text) == []


def test_the_longest_phrase_wins() -> None:
    phrases = ["salud", "salud mental", "mental"]
    assert found("es", phrases, "La salud mental y la salud") == ["salud mental", "salud"]


def test_an_exact_phrase_keeps_its_small_words() -> None:
    assert found("en", ["be elected"], "the right to be elected", exact=True) == ["be elected"]
    assert found("en", ["be elected"], "the elected chair", exact=True) == []


def paired(term: str, text: str, language: str = "es") -> list[tuple[str, ...]]:
    pairs = Pairs(language)
    pairs.add(term, "66.3")
    everything = words_of(text, language, all_of_them=True)
    hits = pairs.find(words_of(text, language), everything)
    return [tuple(text[start:end] for start, end in hit.spans) for hit in hits]


def test_the_sides_of_a_term_stand_in_one_sentence_in_any_order() -> None:
    term = "mujer* | niñas & golpe* | agred*"
    assert paired(term, "Las niñas fueron golpeadas.") == [("niñas", "golpeadas")]
    assert paired(term, "Agredieron a tres mujeres.") == [("Agredieron", "mujeres")]
    assert paired(term, "Las niñas llegaron. Hubo golpes.") == []
    assert paired(term, "Las mujeres protestaron.") == []


def test_the_sides_are_near_each_other_and_apart() -> None:
    assert paired("mujer & golpe", "mujer " + "x " * REACH + "golpe") == []
    assert paired("derecho & derecho", "un derecho") == []
    assert paired("right to & vote", "the right to vote", "en") == [("right to", "vote")]
    assert paired("right to & vote", "on the right they vote", "en") == []


def test_three_sides_are_all_needed() -> None:
    assert paired("a1 & b1 & c1", "c1 b1 a1") == [("c1", "b1", "a1")]
    assert paired("a1 & b1 & c1", "c1 a1") == []
