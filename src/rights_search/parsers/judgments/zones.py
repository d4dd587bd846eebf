r"""A page's foot: where its notes begin.

Told by what is printed: notes are set smaller, so their full lines hold more characters; they open with "Cfr." and its
like; and a blank line often parts them from the body.
"""

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import quantiles

from msgspec import Struct

from rights_search.parsers.judgments.marks import Place, find_marks
from rights_search.parsers.judgments.order import (
    BEGINS,
    OPENS,
    TAIL,
    Mark,
    counts_of,
    ends,
    joined,
    order_of,
    parts_of_segment,
    segments_of,
    starts_of,
)

#: How far above the first mark the end of an older note, or the text of a displaced mark, is looked for.
REACH = 60

#: How many lines of the body before a border are asked whether they are body.
BODY_BEFORE = 12

_BREAKS_OFF = re.compile(r"(?:[,;-]|(?<!\w)[a-záéíóúñü]+)$")
_CITES = re.compile(r"(?:Cfr?\.|Cf\s)(?!.*\)$)")

#: How likely a page's notes begin with the end of an older note where there is none.
NEVER = -math.inf


class Widths(Struct, frozen=True):
    """How many characters a full line of the body and of the notes has, and what may stand between them."""

    body: float
    note: float
    parted: bool = True  #: whether blank lines may part the notes from the body

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
    return [line for line, following in pairwise(lines) if following and len(line) > 40]


def continuing(text: str) -> float:
    """How likely a note goes on over the page, in lines as wide as a note's."""
    if ends(text):
        return -4.0
    return 3.0 if _BREAKS_OFF.search(text[-TAIL:]) else -1.0


def zone_of(lines: Sequence[str], marks: Sequence[Mark], widths: Widths, carried: float, floor: int = 0) -> Zone:
    """The notes of a page by their marks, below the line `floor`.

    `carried` is how likely they begin with the end of an older note.
    """
    order = order_of(marks)
    foot = order.real[0] if order.real else len(lines)
    if not order.real and carried == NEVER:
        return Zone(foot)
    above = "\n".join(lines[:foot])
    places = find_marks(above, order.names)
    sure = max((place.start for place in places if place and place.likely >= 1), default=-1)
    floor = min(foot, max(floor, above.count("\n", 0, sure) + 1 if sure >= 0 else 0))
    segments = segments_of(lines, order)
    opening = next((i for i in range(max(floor, foot - REACH), foot) if _CITES.match(lines[i])), foot)
    begun = opening < foot and carried <= 0
    counts = counts_of([list(lines[opening:foot]) if begun else segments[0], *segments[1:]], order.extra, begun)
    start = _border(lines, (floor, min(opening, foot)), foot, counts[0], widths, carried)
    segments[0] = list(lines[start:foot])
    continued, texts = _share(segments, counts, carried)
    length = len("\n".join(lines[:start]))
    found = tuple(place if place and place.end <= length else None for place in places)
    return Zone(start, continued, tuple(zip(order.names, texts, strict=True)), found)


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
            score += _opening(lines, i, owed > 0 and carried <= 0, widths.parted) + (0 if owed else carried)
            score += 1.5 * (carried > 0 and lines[i][0].islower())
        if score > best:
            best, where = score, i
    return where


def _opening(lines: Sequence[str], place: int, anew: bool, blanks: bool) -> float:
    """How much a line looks like the first of a page's notes; `anew`: it cannot be the end of an older one.

    `blanks`: a blank line stands before the end of an older one.
    """
    line, previous = lines[place], next((line for line in reversed(lines[:place]) if line), "")
    parted = place > 0 and not lines[place - 1]
    begins = bool(BEGINS.match(line))
    score = (
        1.5 * parted
        + 3.0 * bool(OPENS.match(line))
        - 2.0 * (previous.endswith(":") and not previous.endswith("orden:"))
    )
    if previous and not ends(previous):
        score += 1.5 if begins else -1
    if not begins and (anew or (blanks and not parted)):
        score -= 4
    return score


def _share(segments: list[list[str]], counts: list[int], carried: float) -> tuple[str, list[str]]:
    """The end of an older note, and the texts of the page's own notes."""
    first = segments[0]
    if any(first) and carried != NEVER and (not counts[0] or (carried > 0 and len(starts_of(first)) >= counts[0])):
        continued, *texts = parts_of_segment(first, counts[0] + 1)
    else:
        continued, texts = "", parts_of_segment(first, counts[0])
    for segment, count in zip(segments[1:], counts[1:], strict=True):
        texts.extend(parts_of_segment(segment, count))
    if any(first) and not continued and not counts[0]:
        texts[0] = joined((*first, texts[0]))
    return continued, texts
