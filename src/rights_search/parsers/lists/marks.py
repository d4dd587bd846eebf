"""The marks of footnotes that are glued to the words of a list: “… of any detainee.16 The right …”.

Nothing in the text tells a mark from a number but its place in the row: the marks of a document rise one by one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rights_search.parsers.numbered.chain import chain

#: Behind a word, or behind the sign that ends a sentence, a clause or a quotation …
_GLUED = re.compile(
    r"(?:(?<=[a-zà-ÿ]{3})|(?<=[^\W\d_][.,;:)”’\"\]])|(?<=[^\W_][)”’\"][.,;:])|(?<=[.,][”’\"]))([1-9]\d{0,2})(?=[\s.,;:)”’—–]|$)"
)
#: … or alone behind a sentence, and before the next.
_ALONE = re.compile(r"(?<=[.”)]) ([1-9]\d{0,2})(?= [A-ZÁÉÍÓÚ“]|$)")
#: … or behind a number that ends one, where it is the one that is missing: “set out in article 7.5 In practice”.
_BEHIND_A_NUMBER = re.compile(r"(?<=\d\.)([1-9]\d{0,2})(?= [A-ZÁÉÍÓÚ“]|$)")
#: A document has marks where so many stand in a row, and so many of a hundred numbers up to the last are among them.
FEWEST, DENSE = 4, 60


class Mark(Struct, frozen=True):
    """A mark: the text it stands in, its place there, and its number."""

    text: int
    start: int
    end: int
    number: int


def marks_in(texts: Sequence[str]) -> list[Mark]:
    """The marks of a document's texts, in order; none where the numbers make no row."""
    found = [mark for place, text in enumerate(texts) for mark in _candidates(place, text)]
    run = [found[place] for place in chain([mark.number for mark in found])]
    span = run[-1].number - run[0].number + 1 if run else 1
    if len(run) < FEWEST or 100 * len(run) < DENSE * span:
        return []
    missing = (mark for before, after in pairwise(run) for mark in _between(before, after, texts))
    return sorted([*run, *missing], key=lambda mark: mark.number)


def _candidates(place: int, text: str) -> Iterator[Mark]:
    found = [match for pattern in (_GLUED, _ALONE) for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda match: match.start()):
        yield Mark(place, match.start(), match.end(), int(match[1]))


def _between(before: Mark, after: Mark, texts: Sequence[str]) -> Iterator[Mark]:
    """The one mark that is missing between two, if it stands behind a number there."""
    number = before.number + 1
    if after.number != number + 1:
        return
    for place in range(before.text, after.text + 1):
        start = before.end if place == before.text else 0
        end = after.start if place == after.text else len(texts[place])
        for match in _BEHIND_A_NUMBER.finditer(texts[place], start, end):
            if int(match[1]) == number:
                yield Mark(place, match.start(), match.end(), number)
                return
