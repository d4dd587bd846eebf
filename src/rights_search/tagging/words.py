"""A text as words that can be compared: without case, accents, plural and grammatical gender.

A stemmer would be the index's business; here a few endings suffice, and a term must not grow into another word.
"""

import re
from functools import lru_cache

from msgspec import Struct

from rights_search.citations.folding import plain

LANGUAGES = ("es", "en")
#: Words that may stand between the words of a term, or be missing there. “no”, “sin”, “contra” and “not” are not among
#: them: they turn a meaning round.
FUNCTION = {
    "es": frozenset(
        re.findall(
            r"\w+",
            """a al ante ambos como con cuando de del desde durante e el en entre esa ese esta este la las le les lo los
            mediante o para por que se segun ser sea sean si sobre son su sus u un una unas unos y""",
        )
    ),
    "en": frozenset(
        re.findall(
            r"\w+",
            """a all an and any are as at be been by for from her his in into is it its of on or our over such that the
            their them these they this those through to was were which who whose with""",
        )
    ),
}
#: More of them in a row belong to a sentence, not to a term.
LONGEST_GAP = 3
#: What ends a sentence. A colon or a bracket only parts phrases: what follows still speaks of the same.
ENDS = frozenset(".;!?|")
#: The point of “Convention No. 169” and “núm. 169” ends nothing.
_WORD = re.compile(
    r"([^\W_]+)|(?!(?:(?<=\bno)|(?<=\bnos)|(?<=\bnum)|(?<=\bnums)|(?<=\bnro)|(?<=\bart)|(?<=\barts))\. ?\d)"
    r"[.;:!?()\[\]{}|]"
)


class Word(Struct, frozen=True):
    """A word of a text that counts, at `text[start:end]`; `gap` is how many function words stand before it."""

    start: int
    end: int
    raw: str  #: in small letters without accents
    stem: str
    gap: int  #: -1 where a sentence or a bracket begins or ends before it
    sentence: int


def words_of(text: str, language: str, *, all_of_them: bool = False) -> list[Word]:
    """The words of the text that count, in order; or all of them, for phrases that live by their small words."""
    found: list[Word] = []
    gap, sentence = -1, 0
    for match in _WORD.finditer(plain(text)):
        raw = match[1]
        if raw is None:
            gap = -1
            sentence += match[0] in ENDS
        elif raw != "s":  # of a genitive: women's
            found.append(Word(match.start(), match.end(), raw, stem(raw, language), gap, sentence))
            gap = 0
    return found if all_of_them else counted(found, language)


def counted(everything: list[Word], language: str) -> list[Word]:
    """Those of all words of a text that count, each knowing how many small ones stand before it."""
    function = FUNCTION.get(language, FUNCTION["en"])
    found: list[Word] = []
    gap = -1
    for word in everything:
        if word.gap < 0:
            gap = -1
        if word.raw in function:
            gap = gap + 1 if gap >= 0 else gap
        else:
            found.append(Word(word.start, word.end, word.raw, word.stem, gap, word.sentence))
            gap = 0
    return found


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The word without its plural and, in longer Spanish words, its gender: `detenidas` is `detenid@`."""
    return _spanish(word) if language == "es" else _english(word)


def _english(word: str) -> str:
    if word == "aids":  # the syndrome, which is no plural of "aid"
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ses", "xes", "zes", "shes", "ches")) and not word.endswith("uses"):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _spanish(word: str) -> str:
    if len(word) < 4:
        return word
    if word.endswith("es") and word[-3] not in "aeiou":
        word = word[:-2]
    elif word.endswith("s") and word[-2] in "aeiou":
        word = word[:-1]
    if word.endswith("z"):
        return word[:-1] + "c"
    if len(word) > 4 and word.endswith("e") and word[-2] not in "aeiou":
        return word[:-1]
    if len(word) > 5 and word[-1] in "ao":
        return word[:-1] + "@"  # not the bare stem: “saludo” is no “salud”
    return word


def guess(text: str) -> str:
    """Spanish or English, by which function words the text has more of."""
    raw = [match[1] for match in _WORD.finditer(plain(text[:2000])) if match[1]]
    spanish = sum(word in FUNCTION["es"] for word in raw)
    return "es" if spanish > sum(word in FUNCTION["en"] for word in raw) else "en"
