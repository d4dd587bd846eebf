"""The register of Ecuador's rights holds together, and recognises the sentences written to test it."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rights_search.tagging import Tagger
from rights_search.tagging.matcher import KEY
from rights_search.vocabulary import Register, instruments, load_register

STATE = Path(__file__).parents[1] / "corpus" / "ecuador"
REGISTER = load_register(STATE / "rights.toml")
EXAMPLES = tomllib.loads((STATE / "examples.toml").read_text("utf-8"))["right"]
#: A numeral that has no entry of its own, by the entry that covers it.
COVERED = {covered: right.number for right in REGISTER for covered in right.covers}


@pytest.fixture(scope="module")
def register() -> Register:
    return REGISTER


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(REGISTER)


def test_there_are_the_73_rights_of_articles_10_to_82(register: Register) -> None:
    assert [right.number for right in register.articles] == [str(number) for number in range(10, 83)]


def test_keys_are_unique(register: Register) -> None:
    keys = [right.key for right in register]
    assert len(keys) == len(set(keys))


def test_every_provision_is_an_article_its_instrument_has(register: Register) -> None:
    for right in register:
        for provision in right.provisions:
            instrument, _, place = provision.partition("#")
            assert instrument in instruments(), f"{right.number}: {provision}"
            articles = instruments()[instrument].articles
            assert not articles or 1 <= int(place.partition(".")[0]) <= articles, f"{right.number}: {provision}"


def test_every_right_has_words_in_both_languages(register: Register) -> None:
    for right in register:
        for language in ("es", "en"):
            assert len(right.terms.get(language, ())) >= 4, f"{right.number} {language}"


def phrases() -> Iterator[tuple[str, str]]:
    for right in REGISTER:
        for field in (right.terms, right.hints, right.masks):
            for phrase in (phrase for found in field.values() for phrase in found):
                for piece in re.split(r"[&|]", phrase):
                    yield right.number, piece.strip()


def test_phrases_are_well_formed() -> None:
    for number, piece in phrases():
        assert re.search(r"\w", piece), f"{number}: an empty side"
        for word in piece.split():
            assert "*" not in word[:-1], f"{number}: “{piece}”: a star ends a word"
            assert not word.endswith("*") or len(word) > KEY, f"{number}: “{piece}”: too short a beginning"


def test_no_phrase_stands_twice() -> None:
    for right in REGISTER:
        for field in (right.terms, right.hints, right.masks):
            for found in field.values():
                assert len(found) == len(set(found)), right.number


def test_every_example_is_of_a_right_of_the_register(register: Register) -> None:
    for example in EXAMPLES:
        assert COVERED.get(example["number"], example["number"]) in register


def with_parents(rights: Iterator[str]) -> set[str]:
    """A numeral counts as the right it belongs to."""
    parts = (right.split(".") for right in rights)
    return {".".join(pieces[:count]) for pieces in parts for count in range(1, len(pieces) + 1)}


def test_every_right_and_numeral_has_five_examples_and_three_near_misses_in_each_language(register: Register) -> None:
    few = [
        (example["number"], answer, language)
        for example in EXAMPLES
        for answer, least in (("yes", 5), ("no", 3))
        for language in ("es", "en")
        if len(set(example[answer][language])) < least
    ]
    assert few == []
    assert {right.number for right in register} <= {example["number"] for example in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["number"] for example in EXAMPLES])
def test_sentences_about_a_right_are_tagged_with_it_and_others_are_not(tagger: Tagger, example: dict[str, Any]) -> None:
    number = COVERED.get(example["number"], example["number"])
    for language in ("es", "en"):
        for expected, sentences in ((True, example["yes"][language]), (False, example["no"][language])):
            for sentence in sentences:
                tags = tagger.tag_text(sentence, lang=language)
                found = number in with_parents(tag.right for tag in tags)
                assert found is expected, f"{sentence} → {[(tag.right, tag.evidence) for tag in tags]}"
