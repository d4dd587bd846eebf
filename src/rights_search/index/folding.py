"""Text as words: where each begins and ends, and its form without case and accents.

The same functions cut the text when it is indexed, the query when it is asked and the passage when it is marked, so
that what is found is what is marked. One-letter words and numbers are words: "art. 5 b", "párr. 3".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

#: Longer "words" are encoded data or noise; they are cut, on both sides alike.
LONGEST = 64

#: Forms kept in memory; a cache that is full is simply not added to.
CACHED = 500_000

# Chinese and Japanese write without spaces: every character is a word, and a run of them is asked as a phrase.
_IDEOGRAPH = "\u2e80-\u9fff\uf900-\ufaff"
# A letter may carry combining marks that no single character has (Guaraní g̃), and "State's" is "State".
_WORD = re.compile(
    rf"[{_IDEOGRAPH}]|[^\W_{_IDEOGRAPH}]+(?:[\u0300-\u036f]+[^\W_{_IDEOGRAPH}]*)*(?:['’][sS](?![^\W_]))?"
)

_HYPHENED = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-\u2010\u2011]\n?([^\W\d_]{2,})(?![\w-])")


def clean(text: str) -> str:
    """The text composed (NFC) and without soft hyphens: the form that is cut into words and shown."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")


def fold_word(word: str) -> str:
    """The word without accents, case, ligatures and a possessive 's; empty where no letter or digit is left.

    >>> fold_word("Niñas"), fold_word("State’s"), fold_word("nº"), fold_word("5º")
    ('ninas', 'state', 'no', '5')
    """
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’":
        word = word[:-2]
    if word[-1] in "ºª" and word[:-1].isdigit():
        word = word[:-1]
    if word.isascii():
        return word[:LONGEST].lower()
    decomposed = unicodedata.normalize("NFKD", word[:LONGEST])
    return "".join(c for c in decomposed if c.isalnum()).casefold()[:LONGEST]


class _Folded(dict[str, str]):
    """Folded forms by the word as written, so that each spelling is folded once."""

    def __missing__(self, word: str) -> str:
        folded = fold_word(word)
        if len(self) < CACHED:
            self[word] = folded
        return folded


@cache
def _folded() -> _Folded:
    return _Folded()


def folded(word: str) -> str:
    """What `fold_word` makes of a word, remembered."""
    return _folded()[word]


def written(text: str) -> list[str]:
    """The words of a clean text as they are written."""
    return _WORD.findall(text)


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for word in map(_folded().__getitem__, _WORD.findall(clean(text))) if word]


def compounds(text: str) -> list[str]:
    """The words that a hyphen joins, without it: who writes “nondiscrimination” finds “non-discrimination”.

    A hyphen at the end of a line stands there as the document prints it, whether it only breaks a word or not: either
    way the joined word is one that somebody may seek.
    """
    return [folded(first) + folded(second) for first, second in _HYPHENED.findall(text)]


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where each of the words that `written` gives begins and ends."""
    return (match.span() for match in _WORD.finditer(text))


def is_ideograph(word: str) -> bool:
    """Whether this is one character of a script written without spaces."""
    return len(word) == 1 and ("\u2e80" <= word <= "\u9fff" or "\uf900" <= word <= "\ufaff")
