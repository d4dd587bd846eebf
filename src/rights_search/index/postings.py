"""Postings of Whoosh as arrays: read once, scored once, kept while there is room.

Whoosh scores a posting in about four microseconds of Python, anew for every query. Here a block of 128 is taken at
once and the formula is Whoosh's BM25F over the whole array; the scores are Whoosh's own to the last digit that counts
(tests/test_index_matching.py holds the two side by side).
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.matching import Matcher
from whoosh.reading import IndexReader

from rights_search.index.columns import Columns, Places

#: The constants of BM25 as Whoosh sets them: how much length counts, and how soon more occurrences count no more.
B, K1 = 0.75, 1.2

#: Memory for postings that may be asked again.
KEPT_BYTES = 64 * 2**20


class Scored(NamedTuple):
    """Passages in ascending order, and what each scores."""

    places: Places
    scores: NDArray[np.float64]


NOTHING = Scored(np.empty(0, dtype=np.int32), np.empty(0, dtype=np.float64))


class Postings:
    """The postings of one generation. Any number of threads may ask."""

    def __init__(self, reader: IndexReader, columns: Columns) -> None:
        """Read through this Whoosh reader."""
        self.reader = reader
        self._columns = columns
        self._kept: OrderedDict[Hashable, Scored] = OrderedDict()
        self._bytes = 0
        # A Whoosh reader seeks in one shared file: two threads must not read at once.
        self._reading = threading.RLock()
        self._keeping = threading.Lock()

    def term(self, field: str, word: str) -> Scored:
        """The passages with this word in this field, scored."""
        return self._once((field, word), lambda: self._term(field, word.encode()))

    def phrase(self, field: str, words: tuple[str, ...], check: Callable[[], None]) -> Scored:
        """The passages with these words side by side, scored as if all of them were asked for."""
        return self._once((field, words), lambda: self._phrase(field, words, check))

    def count(self, field: str, word: str) -> int:
        """How many passages have this word in this field."""
        with self._reading:
            return int(self.reader.doc_frequency(field, word.encode()))

    def beginning(self, field: str, prefix: str, most: int) -> list[str]:
        """The words that begin so: one more than `most` if there are more."""
        found = []
        with self._reading:
            for word in self.reader.expand_prefix(field, prefix.encode()):
                found.append(word.decode())
                if len(found) > most:
                    break
        return found

    def elsewise(self, docs: Callable[[], Iterator[int]]) -> Places:
        """The passages that a query of Whoosh finds by itself."""
        with self._reading:
            return np.fromiter(docs(), dtype=np.int32)

    def _once(self, key: Hashable, make: Callable[[], Scored]) -> Scored:
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._keeping:
            if key not in self._kept:
                self._kept[key] = made
                self._bytes += _size(made)
            while self._bytes > KEPT_BYTES:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= _size(dropped)
        return made

    def _term(self, field: str, word: bytes) -> Scored:
        with self._reading:
            if (field, word) not in self.reader:
                return NOTHING
            places, weights = _read(self.reader.postings(field, word))
            total, frequency = self.reader.doc_count_all(), self.reader.doc_frequency(field, word)
            length = self.reader.field_length(field)
        if field not in self._columns.lengths:
            return Scored(places, weights)
        idf = log(total / (frequency + 1)) + 1
        lengths = self._columns.lengths[field][places] / ((length / total) or 1)
        return Scored(places, idf * (weights * (K1 + 1)) / (weights + K1 * ((1 - B) + B * lengths)))

    def _phrase(self, field: str, words: tuple[str, ...], check: Callable[[], None]) -> Scored:
        terms = [self.term(field, word) for word in words]
        places = terms[0].places
        for term in terms[1:]:
            places = np.intersect1d(places, term.places, assume_unique=True)
        with self._reading:
            wanted = frozenset(places.tolist())
            where = {
                word: _positions(self.reader.postings(field, word.encode()), wanted, check) if wanted else {}
                for word in set(words)
            }
        together = (place for place in places.tolist() if _adjacent([where[word][place] for word in words]))
        places = np.fromiter(together, dtype=np.int32)
        scores = np.zeros(places.size)
        for term in terms:
            scores += term.scores[np.searchsorted(term.places, places)]
        return Scored(places, scores)


def _adjacent(positions: list[list[int]]) -> bool:
    starts = set(positions[0])
    for offset, found in enumerate(positions[1:], 1):
        starts.intersection_update([place - offset for place in found])
    return bool(starts)


def _blocks(matcher: Matcher) -> Iterator[tuple[Sequence[int], Sequence[float], Sequence[bytes]]]:
    """Ids, weights and values of a term's postings, block by block where the matcher has blocks."""
    while matcher.is_active():
        matcher.id(), matcher.weight(), matcher.value()  # has the matcher read them
        if hasattr(matcher, "_next_block"):  # Whoosh 2.7.4's own matcher: what it keeps is private, but pinned
            yield matcher._ids, matcher._weights, matcher._values
            matcher._next_block()
        else:
            yield [matcher.id()], [matcher.weight()], [matcher.value()]
            matcher.next()


def _read(matcher: Matcher) -> tuple[Places, NDArray[np.float64]]:
    """All postings of a term."""
    places: list[int] = []
    weights: list[float] = []
    for ids, some, _ in _blocks(matcher):
        places.extend(ids)
        weights.extend(some)
    return np.array(places, dtype=np.int32), np.array(weights, dtype=np.float64)


def _positions(matcher: Matcher, wanted: frozenset[int], check: Callable[[], None]) -> dict[int, list[int]]:
    """Where a term stands in the passages that are wanted."""
    decode = matcher.format.decoder("positions")
    found = {}
    for ids, _, values in _blocks(matcher):
        check()
        found.update({place: decode(value) for place, value in zip(ids, values, strict=True) if place in wanted})
    return found


def _size(scored: Scored) -> int:
    return scored.places.nbytes + scored.scores.nbytes + 200
