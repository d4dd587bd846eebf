"""Terms of two sides: a group and what befalls it, a right and its setting, said in one sentence in any order.

    "mujer* | niñas & golpe* | agred*"

`&` parts the sides, `|` the alternatives of one. “Children in prison” says more than the word “children” and the word
“prison”, and neither alone says it.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, product

from msgspec import Struct

from rights_search.tagging.matcher import Matcher
from rights_search.tagging.words import Word, words_of

#: Farther apart than this many characters, the sides of a long sentence say different things.
REACH = 220
#: A term has fewer sides than this: the number of a side is that of its term times this, plus its own.
SIDES = 8
#: Of one side in one sentence, no more places are tried.
MOST = 6

Span = tuple[int, int]


class Pair(Struct, frozen=True):
    """A term whose sides were found: whose it is, and where."""

    right: str
    spans: tuple[Span, ...]


class Pairs:
    """All terms of several sides in one language."""

    def __init__(self, language: str) -> None:
        """Begin without any."""
        self.language = language
        self._phrases: Matcher[int] = Matcher(language)
        self._exact: Matcher[int] = Matcher(language, exact=True)
        self._terms: list[tuple[str, int]] = []  #: the right and how many sides

    def add(self, term: str, right: str) -> None:
        """Find this term, too."""
        sides = term.split("&")
        number = len(self._terms)
        self._terms.append((right, len(sides)))
        for side, alternatives in enumerate(sides):
            for phrase in alternatives.split("|"):
                tree = self._exact if lives_by_small_words(phrase, self.language) else self._phrases
                tree.add(phrase.strip(), number * SIDES + side)

    def find(self, words: list[Word], everything: list[Word]) -> list[Pair]:
        """The terms whose sides stand together in a sentence; given the words that count, and all words."""
        sentences: dict[int, dict[int, list[Span]]] = defaultdict(dict)
        for tree, given in ((self._phrases, words), (self._exact, everything)):
            for match in tree.find_all(given):
                first = given[match.first]
                span = first.start, given[match.last - 1].end
                places = sentences[first.sentence]
                for code in match.payloads:
                    found = places.setdefault(code, [])
                    if len(found) < MOST:
                        found.append(span)
        return [pair for places in sentences.values() for pair in self._complete(places)]

    def _complete(self, places: dict[int, list[Span]]) -> Iterator[Pair]:
        """The terms all of whose sides a sentence has within reach."""
        for code in places:
            number, side = divmod(code, SIDES)
            right, count = self._terms[number]
            if side == 0 and all(number * SIDES + other in places for other in range(1, count)):
                spans = _together([places[number * SIDES + other] for other in range(count)])
                if spans:
                    yield Pair(right, spans)


def lives_by_small_words(phrase: str, language: str) -> bool:
    """Whether a phrase would be one bare word without its function words: “be elected”, “right to”."""
    return len(words_of(phrase, language)) < 2 <= len(words_of(phrase, language, all_of_them=True))


def _together(sides: list[list[Span]]) -> tuple[Span, ...]:
    """Of one place a side the choice that stands closest together and uses no word twice; none that is within reach."""
    best: tuple[Span, ...] = ()
    least = REACH + 1
    for chosen in product(*sides):
        spans = tuple(sorted(chosen))
        reach = spans[-1][0] - spans[0][1]
        if reach < least and all(before[1] <= after[0] for before, after in pairwise(spans)):
            best, least = spans, reach
    return best
