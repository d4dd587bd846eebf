"""The words of all passages, folded, with how they are written and how many passages have them.

Serves "did you mean": the nearest words by edit distance, over the whole lexicon at once.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from rights_search.index.folding import clean, fold_word, written

FILE = "lexicon.json"

#: Words beyond this are not compared: nobody mistypes a word of thirty letters by two.
LONGEST = 30
SHORTEST = 3


class LexiconWriter:
    """Counts words as passages go by."""

    def __init__(self) -> None:
        """Begin with none."""
        self._spellings: Counter[str] = Counter()
        self._passages: Counter[str] = Counter()

    def add(self, parts: Iterable[list[str]], texts: Iterable[str]) -> None:
        """Take a passage: its folded words for the counts, its texts for the spelling."""
        self._passages.update({word for part in parts for word in part})
        for text in texts:
            self._spellings.update(written(clean(text)))

    def save(self, folder: Path) -> None:
        """Write the lexicon into a folder."""
        best: dict[str, tuple[int, str]] = {}
        for spelling, count in self._spellings.items():
            word = fold_word(spelling)
            # The commonest spelling; of equal ones the lower case, then the accented one.
            best[word] = max(best.get(word, (0, "")), (count, spelling))
        ordered = sorted(self._passages)
        lexicon = _Kept(
            words=ordered,
            spellings=[best.get(word, (0, word))[1] for word in ordered],
            passages=[self._passages[word] for word in ordered],
        )
        (folder / FILE).write_bytes(msgspec.json.encode(lexicon))


class _Kept(msgspec.Struct, frozen=True):
    words: list[str]
    spellings: list[str]
    passages: list[int]


class Lexicon:
    """The words of a generation."""

    def __init__(self, folder: Path) -> None:
        """Read them from a folder."""
        kept = msgspec.json.decode((folder / FILE).read_bytes(), type=_Kept)
        self.words, self._spellings, self._passages = kept.words, kept.spellings, kept.passages
        by_length: dict[int, list[int]] = defaultdict(list)
        for place, word in enumerate(self.words):
            if SHORTEST <= len(word) <= LONGEST and word.isalpha():
                by_length[len(word)].append(place)
        self._by_length = {
            length: (np.array(places), _letters([self.words[place] for place in places], length))
            for length, places in by_length.items()
        }

    def __contains__(self, word: str) -> bool:
        place = bisect_left(self.words, word)
        return place < len(self.words) and self.words[place] == word

    def near(self, word: str, most: int = 2) -> tuple[str, ...]:
        """The words nearest to a folded word, as they are written: at most two letters away, one in a short word.

        Of equally near ones those with the same first letter come first, then those more passages have.
        """
        if not (SHORTEST <= len(word) <= LONGEST) or not word.isalpha():
            return ()
        furthest = 1 if len(word) < 5 else 2
        found: list[tuple[int, bool, int, str]] = []
        for length in range(len(word) - furthest, len(word) + furthest + 1):
            if length not in self._by_length:
                continue
            places, letters = self._by_length[length]
            distances = _distances(word, letters)
            for row in np.flatnonzero(distances <= furthest):
                place = int(places[row])
                first = self.words[place][0] != word[0]
                found.append((int(distances[row]), first, -self._passages[place], self._spellings[place]))
        return tuple(spelling for *_, spelling in sorted(found)[:most])


def _letters(words: list[str], length: int) -> NDArray[np.uint32]:
    return np.array(words, dtype=f"U{length}").view(np.uint32).reshape(len(words), length)


def _distances(word: str, letters: NDArray[np.uint32]) -> NDArray[np.int16]:
    """The edit distance of a word to each of many words of one length; neighbours exchanged count as one edit.

    The classic table, a column of all words at a time instead of a cell of one word.
    """
    rows, length = letters.shape
    codes = [ord(letter) for letter in word]
    before: list[NDArray[np.int16]] = []
    above = [np.full(rows, column, dtype=np.int16) for column in range(length + 1)]
    for row, code in enumerate(codes, 1):
        current = [np.full(rows, row, dtype=np.int16)]
        for column in range(1, length + 1):
            same = letters[:, column - 1] == code
            best = np.minimum(np.minimum(above[column], current[column - 1]) + 1, above[column - 1] + ~same)
            if row > 1 and column > 1:
                swapped = (letters[:, column - 2] == code) & (letters[:, column - 1] == codes[row - 2])
                best = np.where(swapped, np.minimum(best, before[column - 2] + 1), best)
            current.append(best.astype(np.int16, copy=False))
        before, above = above, current
    return above[length]
