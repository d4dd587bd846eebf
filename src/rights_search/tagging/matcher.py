"""Thousands of phrases found in one pass: a tree by words, with branches for words known only by their beginning."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from rights_search.tagging.words import LONGEST_GAP, Word, words_of

Payload = TypeVar("Payload")
#: A word's beginning is looked up by this many letters, so it has at least as many.
KEY = 3


class Match(Struct, Generic[Payload], frozen=True):
    """A phrase found in words `first` up to but not including `last`."""

    first: int
    last: int
    payloads: tuple[Payload, ...]


class _Node(Generic[Payload]):
    __slots__ = ("beginnings", "payloads", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[Payload]] = {}
        self.beginnings: dict[str, list[tuple[str, _Node[Payload]]]] = {}
        self.payloads: tuple[Payload, ...] = ()

    def after(self, word: str) -> "_Node[Payload]":
        return self.words.setdefault(word, _Node())

    def after_beginning(self, beginning: str) -> "_Node[Payload]":
        known = self.beginnings.setdefault(beginning[:KEY], [])
        for other, below in known:
            if other == beginning:
                return below
        known.append((beginning, below := _Node()))
        return below

    def below(self, word: Word) -> list["_Node[Payload]"]:
        """The nodes a word leads to."""
        exact = self.words.get(word.stem)
        known = self.beginnings.get(word.raw[:KEY])
        if known is None:
            return [exact] if exact is not None else []
        found = [below for beginning, below in known if word.raw.startswith(beginning)]
        return [exact, *found] if exact is not None else found


class Matcher(Generic[Payload]):
    """Phrases of one language. A `*` ends a word by any ending.

    Function words do not count, unless the matcher is `exact`: it must then be given all words of a text.
    """

    def __init__(self, language: str, *, exact: bool = False) -> None:
        """Begin without phrases."""
        self.language = language
        self.exact = exact
        self._root: _Node[Payload] = _Node()

    def add(self, phrase: str, payload: Payload) -> None:
        """Find this phrase, too, and say `payload` of it."""
        node = self._root
        for word in words_of(phrase.replace("*", "\N{ASTERISK OPERATOR}"), self.language, all_of_them=self.exact):
            starred = phrase[word.end : word.end + 1] == "*" and len(word.raw) >= KEY
            node = node.after_beginning(word.raw) if starred else node.after(word.stem)
        if node is not self._root and payload not in node.payloads:
            node.payloads = (*node.payloads, payload)

    def find(self, words: list[Word]) -> list[Match[Payload]]:
        """The longest phrase from every word on, without those that lie within a longer one."""
        found: list[Match[Payload]] = []
        reached = 0
        for first in self._starts(words):
            longest = None
            for longest in self._from(words, first):  # noqa: B007  # the last one is the longest
                pass
            if longest and longest[0] > reached:
                found.append(Match(first, *longest))
                reached = longest[0]
        return found

    def find_all(self, words: list[Word]) -> list[Match[Payload]]:
        """Every phrase from every word on, short and long."""
        return [Match(first, last, found) for first in self._starts(words) for last, found in self._from(words, first)]

    def _starts(self, words: list[Word]) -> list[int]:
        """Where a phrase may begin: at few words of a text, so that most cost only this look."""
        known, beginnings = self._root.words, self._root.beginnings
        return [place for place, word in enumerate(words) if word.stem in known or word.raw[:KEY] in beginnings]

    def _from(self, words: list[Word], first: int) -> Iterator[tuple[int, tuple[Payload, ...]]]:
        """The phrases that begin at a word, with where each ends."""
        here = self._root.below(words[first])
        place = first + 1
        while here:
            for node in here:
                if node.payloads:
                    yield place, tuple(payload for node in here for payload in node.payloads)
                    break
            if place == len(words) or not 0 <= words[place].gap <= LONGEST_GAP:
                return
            here = [below for node in here for below in node.below(words[place])]
            place += 1
