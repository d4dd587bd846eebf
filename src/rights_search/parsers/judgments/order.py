r"""The notes at a page's foot put in order: which text belongs to which mark.

A mark stands before its text, after it, or, thrown out by the layout, behind other marks or at the very end. Of all
ways to read a page's marks and texts the least odd one is taken.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

Mark = tuple[int, str]  #: the line a mark stands on, and the mark

#: The line of a mark whose own line is lost.
LOST = 1_000_000

#: How many marks may follow one another at once.
DEFERRED = 4

#: How a note likes to begin, how any text begins, and how a note ends.
OPENS = re.compile(r"(?:Cfr?\.|Cf\b|V[ée]r\b|V[ée]ase|Ib[íi]d|[ÍI]dem|Supra|Infra|Mutatis|Al respecto)", re.IGNORECASE)
BEGINS = re.compile(r"[A-ZÁÉÍÓÚÑÜÂÀÇ“\"‘'«\[(¿¡\d*]")
_ENDS = re.compile(r"(?:[.!?…][)\]”\"»’']{0,4}|[:;)\]”\"»]|(?:https?://|www\.)\S+|\S+/\S+)$")
#: Enough of a text's end to tell how it ends.
TAIL = 60


def ends(text: str) -> bool:
    """Whether a note may end as a text does: at the end of a sentence or of an address."""
    return bool(_ENDS.search(text[-TAIL:]))


class Order(Struct):
    """Marks in the order of their numbers, however the layout threw them about."""

    names: list[str]
    real: list[int]  #: the lines of those that stand in order
    late: set[int]  #: the lines of the others
    extra: list[list[str]]  #: how many others belong after each of `real`; the first before all of them


def order_of(marks: Sequence[Mark]) -> Order:
    """Which marks stand in the order of their numbers: the longest such row."""
    values = [float(mark) if mark.isdigit() else 0.1 * len(mark) for _, mark in marks]
    row = _rising(values, [line < LOST for line, _ in marks])
    first = marks[row[0]][0] if row else LOST
    standing = set(row)
    others = [i for i in range(len(marks)) if i not in standing and marks[i][0] > first]
    extra: list[list[str]] = [[] for _ in range(len(row) + 1)]
    for i in sorted(others, key=lambda i: values[i]):
        extra[sum(values[standing_] < values[i] for standing_ in row)].append(marks[i][1])
    names = list(extra[0])
    for i, more in zip(row, extra[1:], strict=True):
        names.extend((marks[i][1], *more))
    return Order(names, [marks[i][0] for i in row], {marks[i][0] for i in others}, extra)


def _rising(values: Sequence[float], seen: Sequence[bool]) -> list[int]:
    """The places of the longest row of rising values, of those that are seen."""
    length = [1] * len(values)
    link = [-1] * len(values)
    for i, value in enumerate(values):
        for j in range(i):
            if seen[i] and values[j] < value and length[j] >= length[i]:
                length[i], link[i] = length[j] + 1, j
    row: list[int] = []
    place = max(range(len(values)), key=lambda i: length[i], default=-1)
    while place >= 0:
        row.append(place)
        place = link[place]
    return row[::-1]


def segments_of(lines: Sequence[str], order: Order) -> list[list[str]]:
    """The lines before the first mark that stands in order, between each two, and after the last."""
    borders = [-1, *order.real, len(lines)]
    return [[lines[place] for place in range(a + 1, b) if place not in order.late] for a, b in pairwise(borders)]


def counts_of(segments: list[list[str]], extra: list[list[str]], begun: bool) -> list[int]:
    """How many texts each segment holds: the cheapest reading of the whole page.

    `begun`: the first segment is known to hold a note. A text stands after its mark, before it, or, where marks follow
    one another at once, after all of them.
    """
    costs: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}  # by the number of texts still owed
    for i, segment in enumerate(segments):
        last = i == len(segments) - 1
        grown: dict[int, tuple[float, tuple[int, ...]]] = {}
        for owed, (cost, counts) in costs.items():
            due = owed + len(extra[i])
            for ahead in (0,) if last else (0, 1):
                count = due + ahead if any(segment) else 0
                total = cost + _cost(segment, i == 0 and not begun, due, ahead) + (5.0 * (due - count) if last else 0)
                left = due + ahead - count + (0 if last or ahead else 1)
                if left <= DEFERRED and (left not in grown or total < grown[left][0]):
                    grown[left] = (total, (*counts, count))
        costs = grown
    if not costs:
        return [len(extra[0]), *(1 + len(more) for more in extra[1:])]
    left, (_, counts) = min(costs.items(), key=lambda item: item[1])
    return [*counts[:-1], counts[-1] + left]


def _cost(segment: list[str], first: bool, due: int, ahead: int) -> float:
    """How odd it is that a segment holds the texts due, and the text of the mark after it."""
    if not any(segment):
        return 1.0 * due + 5.0 * ahead
    cost = 1.0 * ahead
    if not due + ahead and not first:
        cost += 5
    if due + ahead > 1 and not first:
        cost += 2 * max(0, due + ahead - 1 - len(starts_of(segment)))
    if ahead and not segment[-1]:
        cost += 1
    if due and not segment[0]:
        cost += 0.4
    return cost


def starts_of(segment: Sequence[str]) -> list[tuple[float, int]]:
    """Where in a segment another note may begin: how likely, and the line."""
    starts: list[tuple[float, int]] = []
    previous = ""
    for place, line in enumerate(segment):
        if not line:
            continue
        if previous:
            likely = (3.0 if OPENS.match(line) else 0.0) + (2.0 if not segment[place - 1] else 0.0)
            likely += (1.0 if ends(previous) else -2.0) + (0.5 if BEGINS.match(line) else -4.0)
            if likely > 0:
                starts.append((likely, place))
        previous = line
    return starts


def parts_of_segment(segment: list[str], count: int) -> list[str]:
    """A segment's lines as so many texts, parted where a note most likely begins."""
    borders = sorted(place for _, place in sorted(starts_of(segment), reverse=True)[: max(0, count - 1)])
    edges = [0, *borders, len(segment)]
    texts = [joined(segment[a:b]) for a, b in pairwise(edges)]
    return [*texts, *[""] * (count - len(texts))] if count else []


def joined(lines: Sequence[str]) -> str:
    """Lines as one text; a word the line end parted at its hyphen is put together."""
    text = ""
    for line in lines:
        if line:
            glued = not text or (text.endswith("-") and not text.endswith(" -") and line[0].isalpha())
            text += line if glued else f" {line}"
    return text
