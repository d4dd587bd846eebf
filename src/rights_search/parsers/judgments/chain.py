r"""The row of numbered paragraphs: which of the figures at line beginnings number the paragraphs of the Court.

Lists inside a paragraph, articles and paragraphs quoted from elsewhere and dates begin lines with figures too. The
paragraphs are the row 1, 2, 3 … that explains the figures best: nothing missing, as few as possible left over except
whole lists that begin at 1, and each at a place where a paragraph can begin.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from rights_search.parsers.judgments.marks import SIGN

#: How many numbers in a row may be missing.
LEAP = 12
MISSING = 1.5  #: what each of them costs, against the 1 to 2 that a paragraph is worth
TORN = 0.6  #: what it costs to enter or leave a run of successive figures in its middle

_NUMBER = re.compile(r"(\d{1,4})(?:\s?\.\s?[-–—]*|\s?\))(?=\s|$|[A-ZÁÉÍÓÚÑ¿“\"‘«\[(])\s*")
#: A line of dots: an extract leaves paragraphs out here.
OMISSION_LINE = re.compile(r"[\s\[(]*(?:\.{3}|…)[\s\])]*$")
OMISSION = 1.0  #: what it costs to go on behind one, however many are missing
#: "90.1": the first of the facts listed in a paragraph, sometimes without the paragraph's own number.
_FACTS = re.compile(r"(\d{1,3})\.\s?1(?:\s?[.)])?(?=\s|$)\s*")
_ALONE = re.compile(r"\d{1,4}\.$")
_BEGINS = re.compile(r"[A-ZÁÉÍÓÚ“\"«¿]")
_ENDED = re.compile(r"[.;:?!…”\"»)\]]$")
_TERMINAL = re.compile(r"[.?!…][”\"»)\]’']*$")


class Numbered(Struct, frozen=True):
    """A line that begins with a figure: which, where its text begins, and how much it looks like a paragraph."""

    line: int
    number: int
    end: int
    worth: float
    omitted: bool = False  #: dots before it say that paragraphs are left out


def chain(lines: Sequence[str], first: int = 1, extract: bool = False) -> list[Numbered]:
    """The figures that number the paragraphs, from `first` on; an `extract` leaves some out where a line is of dots."""
    figures = list(_figures(lines, extract))
    scores: list[float] = []
    links: list[int] = []
    best: dict[int, tuple[float, int]] = {}  # by number, what a row that ends with it is worth to one that leaves it
    for i, figure in enumerate(figures):
        score, link = max(_beginnings(figures, i, first, scores, best), key=lambda beginning: beginning[0])
        scores.append(score + figure.worth)
        links.append(link)
        torn = i + 1 < len(figures) and figures[i + 1].number == figure.number + 1
        out = scores[i] - TORN * torn
        if out > best.get(figure.number, (-math.inf, 0))[0]:
            best[figure.number] = (out, i)
    row: list[Numbered] = []
    place = max(range(len(figures)), key=lambda i: scores[i], default=-1)
    while place >= 0 and scores[place] > -math.inf:
        row.append(figures[place])
        place = links[place]
    return row[::-1]


def _beginnings(
    figures: Sequence[Numbered], i: int, first: int, scores: Sequence[float], best: dict[int, tuple[float, int]]
) -> Iterator[tuple[float, int]]:
    """What a figure may follow, and what the row is worth so far: nothing, the figure before it, or an earlier one."""
    number = figures[i].number
    yield (-MISSING * (number - first), -1) if 0 <= number - first <= LEAP else (-math.inf, -1)
    before = figures[i - 1].number if i else 0
    torn = TORN * (i > 0 and before == number - 1)
    for missing in range(LEAP):
        if known := best.get(number - 1 - missing):
            yield known[0] - MISSING * missing - torn, known[1]
    if figures[i].omitted and (known_before := [entry for other, entry in best.items() if other < number]):
        score, link = max(known_before)
        yield score - OMISSION, link
    if i and 0 < number - before <= LEAP:
        yield scores[i - 1] - MISSING * (number - before - 1), i - 1


def filled(row: Sequence[Numbered], lines: Sequence[str]) -> list[Numbered]:
    """The row with missing numbers that stand alone on a line without their full stop."""
    whole: list[Numbered] = list(row[:1])
    for before, after in pairwise(row):
        number = before.number + 1
        for place in range(before.line + 1, after.line) if number < after.number else ():
            if lines[place] == str(number) and _BEGINS.match(_text(lines, place, len(lines[place]))):
                whole.append(Numbered(place, number, len(lines[place]), 0.0))
                number += 1
        whole.append(after)
    return whole


def righted(lines: Sequence[str]) -> list[str]:
    """The lines, with each number that the layout set below the first line of its text back above it."""
    right = list(lines)
    for place, line in enumerate(lines):
        if not _ALONE.match(line) or place + 1 >= len(lines) or not lines[place + 1][:1].islower() or place < 2:
            continue
        first, before = right[place - 1], right[place - 2]
        if (
            first[:1].isupper()
            and not _ENDED.search(first)
            and (not before or len(before) < 70 or _ENDED.search(before))
        ):
            right[place - 1], right[place] = line, first
    return right


def gaps(row: Sequence[Numbered], first: int = 1) -> list[int]:
    """The numbers that are missing in a row."""
    numbers = [first - 1, *(figure.number for figure in row)]
    return [missing for a, b in pairwise(numbers) for missing in range(a + 1, b)]


def _figures(lines: Sequence[str], extract: bool) -> Iterator[Numbered]:
    """The lines that begin with a figure."""
    previous, omitted = "", False
    for place, line in enumerate(lines):
        if not line:
            continue
        omitted = omitted or (extract and OMISSION_LINE.match(line) is not None)
        if line[0].isdigit():
            match, facts = _NUMBER.match(line), _FACTS.match(line)
            if match:
                worth = _worth(match[0], _text(lines, place, match.end()), SIGN.sub("", previous))
                yield Numbered(place, int(match[1]), match.end(), worth, omitted)
                omitted = False
            elif facts:
                worth = _worth(facts[0], _text(lines, place, facts.end()), SIGN.sub("", previous))
                yield Numbered(place, int(facts[1]), 0, worth - 0.6)
        previous = line


def _text(lines: Sequence[str], place: int, end: int) -> str:
    """The words after a line's figure, on it or on the next."""
    text = lines[place][end:] or next((line for line in lines[place + 1 : place + 4] if line), "")
    return SIGN.sub("", text)


def _worth(printed: str, text: str, previous: str) -> float:
    """How much a figure looks like a paragraph's number: by its text and by what stands before it."""
    worth = 1.0
    if text[:1].islower() or not text:
        worth -= 1.5
    elif text[:1] in "[(" and text[1:2].islower():
        worth -= 0.7
    else:
        worth += 0.5
    if ")" in printed:
        worth -= 0.8
    if previous.endswith(":"):
        worth -= 0.7
    elif _TERMINAL.search(previous) or not previous or previous.isupper():
        worth += 0.3
    elif len(previous) > 60 and not _ENDED.search(previous) and not previous.isupper():
        worth -= 0.5
    return worth
