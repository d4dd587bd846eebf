"""The register's words, ready to be found: terms, hints and masks of every right, and names that are no evidence."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from rights_search.model import Right
from rights_search.tagging.joining import joining_terms
from rights_search.tagging.matcher import Matcher
from rights_search.tagging.pairs import Pair, Pairs, Span, lives_by_small_words
from rights_search.tagging.words import LANGUAGES, Word, counted, words_of
from rights_search.vocabulary import Register, bodies, instruments

#: A longer name of a body or a treaty there is not; nor a longer mask.
LONGEST_NAME = 300


class Use(IntEnum):
    """What a phrase is to a right."""

    TERM = 0
    HINT = 1
    MASK = 2
    NAME = 3


class Entry(Struct, frozen=True):
    """A phrase's meaning: for which right ("" for a name), and how."""

    right: str
    use: Use


class Hit(Struct, frozen=True):
    """A phrase found: whose it is, its words as printed, and where."""

    right: str
    use: Use
    printed: str
    spans: tuple[Span, ...]  #: of a term of several sides, one for each
    words: int  #: how many words that count it has
    shared: int = 1  #: how many articles claim it as a term


class Concept(Protocol):
    """What words may stand for: a right, or a group."""

    @property
    def number(self) -> str:
        """What it is filed under."""

    @property
    def terms(self) -> dict[str, tuple[str, ...]]:
        """The words that say it by themselves, per language."""

    @property
    def hints(self) -> dict[str, tuple[str, ...]]:
        """The words that only count in company."""

    @property
    def masks(self) -> dict[str, tuple[str, ...]]:
        """The words in which the others mean something else."""


class Lexicon:
    """What can be found in a text of one language."""

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        """Put every phrase into one tree, and those that live by their small words into another."""
        self.language = language
        self._phrases: Matcher[Entry] = Matcher(language)
        self._exact: Matcher[Entry] = Matcher(language, exact=True)
        self._covers: Matcher[Entry] = Matcher(language, exact=True)
        self._pairs = Pairs(language)
        for concept in concepts:
            self._add(concept)
        for name in _names():
            self._covers.add(name, Entry("", Use.NAME))

    def _add(self, right: Concept) -> None:
        for mask in right.masks.get(self.language, ()):
            self._covers.add(mask, Entry(right.number, Use.MASK))
        for use, phrases in ((Use.TERM, right.terms), (Use.HINT, right.hints)):
            for phrase in phrases.get(self.language, ()):
                if "&" in phrase:
                    self._pairs.add(phrase, right.number)
                else:
                    tree = self._exact if lives_by_small_words(phrase, self.language) else self._phrases
                    tree.add(phrase, Entry(right.number, use))

    def find(self, text: str) -> list[Hit]:
        """The terms and hints in the text, without what masks and names cover."""
        everything = words_of(text, self.language, all_of_them=True)
        words = counted(everything, self.language)
        covers = _Covers(_hits(text, everything, self._covers))
        found = [*_hits(text, words, self._phrases), *_hits(text, everything, self._exact)]
        found.extend(_paired(text, self._pairs.find(words, everything)))
        return [hit for hit in found if not any(_covers(cover, hit) for cover in covers.near(hit))]


def _paired(text: str, pairs: list[Pair]) -> Iterator[Hit]:
    for pair in pairs:
        printed = " … ".join(text[start:end] for start, end in pair.spans)
        yield Hit(pair.right, Use.TERM, printed, pair.spans, len(pair.spans))


def _hits(text: str, words: list[Word], matcher: Matcher[Entry]) -> list[Hit]:
    hits: list[Hit] = []
    for match in matcher.find(words):
        start, end = words[match.first].start, words[match.last - 1].end
        shared = len({entry.right.partition(".")[0] for entry in match.payloads if entry.use is Use.TERM})
        hits.extend(
            Hit(entry.right, entry.use, text[start:end], ((start, end),), match.last - match.first, shared)
            for entry in match.payloads
        )
    return hits


class _Covers:
    """Masks and names found, by place."""

    def __init__(self, found: list[Hit]) -> None:
        self._found = found  # as the words are: in order
        self._starts = [hit.spans[0][0] for hit in found]

    def near(self, hit: Hit) -> list[Hit]:
        """Those that may touch the words of a hit."""
        first, last = hit.spans[0][0] - LONGEST_NAME, hit.spans[-1][1]
        return self._found[bisect_left(self._starts, first) : bisect_left(self._starts, last)]


def _covers(cover: Hit, hit: Hit) -> bool:
    """Whether a mask of this right touches the phrase, or a longer name holds all of it."""
    ((start, end),) = cover.spans
    if cover.use is Use.MASK:
        return right_of(cover.right, hit.right) and any(start < last and first < end for first, last in hit.spans)
    return all(start <= first and last <= end and (start, end) != (first, last) for first, last in hit.spans)


def right_of(parent: str, right: str) -> bool:
    """Whether a right is the other, or one of its numerals."""
    return right == parent or right.startswith(parent + ".")


def _names() -> list[str]:
    """Names of bodies and treaties of more than one word: “Committee on the Rights of the Child” is not about them."""
    rows = (*bodies().values(), *instruments().values())
    return [name for row in rows for name in row.all_names if len(name.split()) > 1]


def lexicons(register: Register) -> dict[str, Lexicon]:
    """One for each language we have terms in."""
    return {
        language: Lexicon((_with_treaties(right, language) for right in register), language) for language in LANGUAGES
    }


def _with_treaties(right: Right, language: str) -> Right:
    """The right with the terms of the treaties that are about it as a whole."""
    own = right.terms.get(language, ())
    return replace(right, terms={**right.terms, language: (*own, *joining_terms(right.treaties, language))})
