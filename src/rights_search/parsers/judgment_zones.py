r"""A page's foot: where its notes begin, and which of its text belongs to which mark.

Told by what is printed: notes are set smaller, so their full lines hold more characters; they open with "Cfr." and its
like; a blank line often parts them from the body; and a mark without text beside it has its text on its other side.
"""

import math
import re
from collections.abc import Sequence
from statistics import quantiles

from msgspec import Struct

from rights_search.parsers.judgment_marks import Place, find_marks

#: How far above the first mark the end of an older note, or the text of a displaced mark, is looked for.
REACH = 60

#: How many lines of the body before a border are asked whether they are body.
BODY_BEFORE = 12

_OPENS = re.compile(r"(?:Cfr?\.|Cf\b|V[ée]r\b|V[ée]ase|Ib[íi]d|[ÍI]dem|Supra|Infra|Mutatis|Al respecto)", re.IGNORECASE)
_BREAKS_OFF = re.compile(r"(?:[,;-]|(?<!\w)[a-záéíóúñü]+)$")
_CITES = re.compile(r"(?:Cfr?\.|Cf\s)(?!.*\)$)")
_BEGINS = re.compile(r"[A-ZÁÉÍÓÚÑÜÂÀÇ“\"‘'«\[(¿¡\d*]")
_ENDS = re.compile(r"(?:[.!?…][)\]”\"»’']*|[:;)\]”\"»]|(?:https?://|www\.)\S+|\S+/\S+)$")

Mark = tuple[int, str]  #: the line a mark stands on, and the mark

#: The line of a mark whose own line is lost.
LOST = 1_000_000

#: How likely a page's notes begin with the end of an older note where there is none.
NEVER = -math.inf

#: How many marks may follow one another at once.
DEFERRED = 4


class Widths(Struct, frozen=True):
    """How many characters a full line of the body and of the notes has."""

    body: float
    note: float

    def leaning(self, line: str) -> float:
        """From -1, as wide as the body's lines, to 1, as wide as the notes'."""
        if self.note < self.body + 6:
            return 0.0
        middle, half = (self.body + self.note) / 2, (self.note - self.body) / 2
        return max(-1.0, min(1.0, (len(line) - middle) / half))


class Zone(Struct, frozen=True):
    """The notes of a page, from the line `start` to its end: the end of an older note, then mark and text."""

    start: int
    continued: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    places: tuple[Place | None, ...] = ()  #: where in the body, its lines joined, each note's mark stands


def widths_of(pages: Sequence[list[str]], bare: re.Pattern[str]) -> Widths:
    """The widths of a document's full lines, above and below the last block of lone figures of each page."""
    body: list[int] = []
    note: list[int] = []
    for lines in pages:
        marks = [place for place, line in enumerate(lines) if place > len(lines) / 3 and bare.match(line)]
        border = marks[0] if marks else len(lines)
        body.extend(len(line) for line in _full(lines[:border]))
        note.extend(len(line) for line in _full(lines[border:]))
    if len(body) < 20 or len(note) < 20:
        return Widths(90, 90)
    return Widths(quantiles(body, n=10)[5], quantiles(note, n=10)[5])


def _full(lines: Sequence[str]) -> list[str]:
    """The lines that run on into the next."""
    return [line for line, following in zip(lines, lines[1:], strict=False) if following and len(line) > 40]


def continuing(text: str) -> float:
    """How likely a note goes on over the page, in lines as wide as a note's."""
    if _ENDS.search(text):
        return -4.0
    return 3.0 if _BREAKS_OFF.search(text) else -1.0


def zone_of(lines: Sequence[str], marks: Sequence[Mark], widths: Widths, carried: float, floor: int = 0) -> Zone:
    """The notes of a page by their marks, below the line `floor`.

    `carried` is how likely they begin with the end of an older note.
    """
    order = _order(marks)
    foot = order.real[0] if order.real else len(lines)
    if not order.real and carried == NEVER:
        return Zone(foot)
    above = "\n".join(lines[:foot])
    places = find_marks(above, order.names)
    sure = max((place.start for place in places if place and place.likely >= 1), default=-1)
    floor = min(foot, max(floor, above.count("\n", 0, sure) + 1 if sure >= 0 else 0))
    segments = _segments(lines, order)
    opening = next((i for i in range(max(floor, foot - REACH), foot) if _CITES.match(lines[i])), foot)
    begun = opening < foot and carried <= 0
    counts = _counts([list(lines[opening:foot]) if begun else segments[0], *segments[1:]], order.extra, begun)
    start = _border(lines, (floor, min(opening, foot)), foot, counts[0], widths, carried)
    segments[0] = list(lines[start:foot])
    continued, texts = _share(segments, counts, carried)
    length = len("\n".join(lines[:start]))
    found = tuple(place if place and place.end <= length else None for place in places)
    return Zone(start, continued, tuple(zip(order.names, texts, strict=True)), found)


class _Order(Struct):
    """Marks in the order of their numbers, however the layout threw them about."""

    names: list[str]
    real: list[int]  #: the lines of those that stand in order
    late: set[int]  #: the lines of the others
    extra: list[list[str]]  #: how many others belong after each of `real`; the first before all of them


def _order(marks: Sequence[Mark]) -> _Order:
    """Which marks stand in the order of their numbers: the longest such row."""
    values = [float(mark) if mark.isdigit() else 0.1 * len(mark) for _, mark in marks]
    length = [1] * len(marks)
    link = [-1] * len(marks)
    for i, value in enumerate(values):
        for j in range(i):
            if values[j] < value and length[j] >= length[i] and marks[i][0] < LOST:
                length[i], link[i] = length[j] + 1, j
    row: list[int] = []
    place = max(range(len(marks)), key=lambda i: length[i], default=-1)
    while place >= 0:
        row.append(place)
        place = link[place]
    row.reverse()
    standing = set(row)
    others = [i for i in range(len(marks)) if i not in standing and row and marks[i][0] > marks[row[0]][0]]
    bounds = [values[i] for i in row]
    extra: list[list[str]] = [[] for _ in range(len(row) + 1)]
    for i in sorted(others, key=lambda i: values[i]):
        extra[sum(bound < values[i] for bound in bounds)].append(marks[i][1])
    names = list(extra[0])
    for position, i in enumerate(row):
        names.extend((marks[i][1], *extra[position + 1]))
    return _Order(names, [marks[i][0] for i in row], {marks[i][0] for i in others}, extra)


def _segments(lines: Sequence[str], order: _Order) -> list[list[str]]:
    """The lines before the first mark that stands in order, between each two, and after the last."""
    borders = [-1, *order.real, len(lines)]
    return [
        [lines[place] for place in range(a + 1, b) if place not in order.late]
        for a, b in zip(borders, borders[1:], strict=False)
    ]


def _counts(segments: list[list[str]], extra: list[list[str]], begun: bool) -> list[int]:
    """How many texts each segment holds: the cheapest reading of the whole page.

    `begun`: the first segment is known to hold a note. A text stands after its mark, before it, or, where marks follow one another at once, after all of them.
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
        cost += 2 * max(0, due + ahead - 1 - len(_starts(segment)))
    if ahead and not segment[-1]:
        cost += 1
    if due and not segment[0]:
        cost += 0.4
    return cost


def _starts(segment: Sequence[str]) -> list[tuple[float, int]]:
    """Where in a segment another note may begin: how likely, and the line."""
    starts = []
    previous = ""
    for place, line in enumerate(segment):
        if not line:
            continue
        if previous:
            likely = (3.0 if _OPENS.match(line) else 0.0) + (2.0 if not segment[place - 1] else 0.0)
            likely += (1.0 if _ENDS.search(previous) else -2.0) + (0.5 if _BEGINS.match(line) else -4.0)
            if likely > 0:
                starts.append((likely, place))
        previous = line
    return starts


def _border(
    lines: Sequence[str], between: tuple[int, int], foot: int, owed: int, widths: Widths, carried: float
) -> int:
    """The line between two on which the notes begin, above the first mark; the first line is surely body."""
    floor, last = between
    if not owed and carried == NEVER:
        return last
    leaning = [
        lean if (lines[i + 1 : i + 2] and lines[i + 1] and i + 1 < foot) or lean > 0.3 else 0.0
        for i, lean in enumerate(widths.leaning(line) if line else 0.0 for line in lines[:foot])
    ]
    best, where, below = -math.inf, last, 0.0
    for i in range(foot, max(floor - 1, foot - REACH - 1), -1):
        if i < foot:
            below += leaning[i]
            if not lines[i] or i > last:
                continue
        elif owed:
            continue
        score = below - sum(leaning[max(0, i - BODY_BEFORE) : i])
        if i < foot:
            score += _opening(lines, i, owed > 0 and carried <= 0) + (0 if owed else carried)
        if score > best:
            best, where = score, i
    return where


def _opening(lines: Sequence[str], place: int, anew: bool) -> float:
    """How much a line looks like the first of a page's notes; `anew`: it cannot be the end of an older one."""
    line, previous = lines[place], next((line for line in reversed(lines[:place]) if line), "")
    parted = place > 0 and not lines[place - 1]
    begins = bool(_BEGINS.match(line))
    score = (
        1.5 * parted
        + 3.0 * bool(_OPENS.match(line))
        - 2.0 * (previous.endswith(":") and not previous.endswith("orden:"))
    )
    if previous and not _ENDS.search(previous):
        score += 1.5 if begins else -1
    if not begins and (anew or not parted):
        score -= 4
    return score


def _share(segments: list[list[str]], counts: list[int], carried: float) -> tuple[str, list[str]]:
    """The end of an older note, and the texts of the page's own notes."""
    first = segments[0]
    if any(first) and carried != NEVER and (not counts[0] or (carried > 0 and len(_starts(first)) >= counts[0])):
        continued, *texts = _parts(first, counts[0] + 1)
    else:
        continued, texts = "", _parts(first, counts[0])
    for segment, count in zip(segments[1:], counts[1:], strict=True):
        texts.extend(_parts(segment, count))
    if any(first) and not continued and not counts[0]:
        texts[0] = joined((*first, texts[0]))
    return continued, texts


def _parts(segment: list[str], count: int) -> list[str]:
    """A segment's lines as so many texts, parted where a note most likely begins."""
    borders = sorted(place for _, place in sorted(_starts(segment), reverse=True)[: max(0, count - 1)])
    edges = [0, *borders, len(segment)]
    texts = [joined(segment[a:b]) for a, b in zip(edges, edges[1:], strict=False)]
    return [*texts, *[""] * (count - len(texts))] if count else []


def joined(lines: Sequence[str]) -> str:
    """Lines as one text; a word the line end parted at its hyphen is put together."""
    text = ""
    for line in lines:
        if line:
            glued = not text or (text.endswith("-") and not text.endswith(" -") and line[0].isalpha())
            text += line if glued else f" {line}"
    return text
