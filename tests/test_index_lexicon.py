"""Did you mean: the nearest known words, as they are written, at once."""

from pathlib import Path

import pytest

from rights_search.index.folding import words
from rights_search.index.lexicon import Lexicon, LexiconWriter

TEXTS = [
    "La vivienda y la prisión",
    "viviendas, PRISIÓN, niño",
    "Sarayaku habló; Sarayaku calló",
    "tortura",
    "art. 5 b 1998",
]


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    writer = LexiconWriter()
    for text in TEXTS:
        writer.add([words(text)], [text])
    writer.save(tmp_path)
    return Lexicon(tmp_path)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("viviemda", "vivienda"),
        ("vivineda", "vivienda"),  # two neighbours exchanged
        ("vvienda", "vivienda"),
        ("sarayacu", "Sarayaku"),  # as it is written, with its capital
        ("prision", "prisión"),
        ("torutra", "tortura"),
        ("nino", "niño"),
    ],
)
def test_the_nearest_word_is_offered_as_it_is_written(lexicon: Lexicon, typed: str, meant: str) -> None:
    assert lexicon.near(typed)[0] == meant


@pytest.mark.parametrize("typed", ["", "b", "zzzzzzzz", "1999", "v" * 500, "!!", "xyz"])
def test_nothing_near_is_nothing_offered(lexicon: Lexicon, typed: str) -> None:
    assert lexicon.near(typed) == ()


def test_short_words_may_differ_by_one_letter_only(lexicon: Lexicon) -> None:
    assert "niño" in lexicon.near("nina")
    assert lexicon.near("pepo") == ()


def test_a_large_lexicon_is_searched_whole(tmp_path: Path) -> None:
    syllables = [a + b for a in "bcdfglmnprst" for b in "aeiou"]
    many = [
        x + y + z + w for x in syllables[:40] for y in syllables[:40] for z in syllables[:20] for w in ("ción", "s")
    ]
    writer = LexiconWriter()
    writer.add([words(word) for word in many], many)
    writer.save(tmp_path)
    lexicon = Lexicon(tmp_path)
    assert len(lexicon.words) >= 60_000
    assert lexicon.near("babebidcion")
