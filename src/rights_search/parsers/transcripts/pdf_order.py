"""The lines of a page in the order in which they are read, where PDFium has them in another.

Pieces of one line that were drawn apart are put together. Of a page in two columns each column is read to its foot:
programs that write a page line by line across make PDFium read "left half right half" as one line. A table looks
alike, but its cells seldom fill their width: only columns of running text are read as columns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median

from msgspec.structs import replace

from rights_search.parsers.base import visible
from rights_search.parsers.transcripts.pdf_lines import MOST_FIGURES, SMALLER, Line, Page

#: Columns have so many lines each.
EACH = 5
#: The right one begins where so many lines do, in so narrow a strip of the text's width to either side of its middle.
EDGE, STRIP = 3, 0.08
#: Between them is so much space, in sizes of the letters: the words of a few lines may part at one place by chance.
CLEAR = 0.5
#: Points by which two places on a page differ, if they do.
PLACE = 3.0
#: The lines of running text reach so far into their column, and fill so much of it: items of a list are set in.
REACHED, FILLED = 0.7, 0.4
#: Pieces of one line stand no farther apart than this share of the letters' size.
BESIDE = 0.4
#: … and no farther below or above each other than this, in points: what saves a look at most.
FARTHEST = 40.0


def whole(lines: list[Line]) -> list[Line]:
    """The lines with those put together that are pieces of one, where the leftmost of them stands."""
    ending: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for place, line in enumerate(lines):
        ending[int(line.right) // 8].append((line.bottom, place))
    near = {at + beside for at in ending for beside in (-1, 0, 1)}
    after: dict[int, int] = {}
    for place, line in enumerate(lines):
        begin = int(line.left) // 8
        if begin not in near:  # mostly: nothing stands left of the margin
            continue
        low, high = line.bottom - FARTHEST, line.bottom + FARTHEST
        for at in (begin - 1, begin, begin + 1):
            level = (other for bottom, other in ending.get(at, ()) if low < bottom < high)
            before = next((other for other in level if _beside(lines[other], line)), None)
            if before is not None:
                after.setdefault(before, place)
                break
    if not after:
        return lines
    behind = set(after.values())
    return [_together(lines, place, after) for place in range(len(lines)) if place not in behind]


def _beside(one: Line, other: Line) -> bool:
    """Whether the second begins where the first ends, on the same height and in the same letters, or is its mark."""
    if one.left >= other.left or abs(other.left - one.right) > BESIDE * max(one.size, other.size):
        return False
    if one.size != other.size:
        return _is_mark(other, one) or _is_mark(one, other)
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.6 * min(one.top - one.bottom, other.top - other.bottom)


def _is_mark(line: Line, beside: Line) -> bool:
    """Whether a line is a small raised figure beside the other: the mark of a note that was drawn apart."""
    words = line.text.strip()
    if not (words.isdecimal() and len(words) <= MOST_FIGURES and line.size < beside.size):
        return False
    return beside.bottom < line.bottom < beside.top < line.top + beside.size


def _together(lines: list[Line], place: int, after: dict[int, int]) -> Line:
    line = lines[place]
    while place in after:
        place = after[place]
        other = lines[place]
        if _is_mark(line, other):
            line = replace(
                other,
                text=line.text,
                left=line.left,
                marks=((len(line.text) - len(line.text.lstrip()), line.text.strip()),),
            )
        marks = ((0, other.text.strip()),) if _is_mark(other, line) else other.marks
        line = replace(
            line,
            text=line.text + other.text,
            right=other.right,
            bottom=min(line.bottom, other.bottom),
            top=max(line.top, other.top),
            marks=(*line.marks, *((at + len(line.text), mark) for at, mark in marks)),
        )
    return line


def in_columns(page: Page) -> None:
    """Put the lines of a page, or the part of it, that is set in two columns in order; keep where the columns meet."""
    lines = page.parted or page.lines
    gutter = page.gutter or _gutter(lines)
    bands = [*_bands(lines, gutter)] if gutter else []
    columns = [_is_columns(band, lines, gutter) for band in bands]
    page.gutter = gutter if any(columns) else 0.0
    if page.parted and page.gutter:
        page.lines = [
            line
            for band, parts in zip(bands, columns, strict=True)
            for line in (_down(band, gutter) if parts else _across(band, page.lines))
        ]


def notes_last(page: Page) -> None:
    """Put the notes of both columns at the page's end; running feet, which would stand below them, are out by now."""
    if page.gutter:
        page.lines = _notes_last(page.lines, page.gutter)


def _gutter(lines: Sequence[Line]) -> float:
    """The place before the right one of two columns, if lines begin in the middle of the page; 0 where none do."""
    if len(lines) < 2 * EACH:
        return 0.0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    near = (left + right) / 2 - STRIP * (right - left)
    begins = sorted(line.left for line in lines if line.left > near)
    # The first few may be a title's, or the numbers of pages.
    edge = next((at for at, further in zip(begins, begins[EDGE - 1 :], strict=False) if further - at < PLACE), 0.0)
    return edge - PLACE if len(begins) >= EACH and 0 < edge < near + 2 * STRIP * (right - left) else 0.0


def _bands(lines: Iterable[Line], gutter: float) -> Iterator[list[Line]]:
    """The lines from top to bottom: those that cross the gutter each alone, what stands between them together."""
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter < line.right:
            if band:
                yield band
            yield [line]
            band = []
        else:
            band.append(line)
    if band:
        yield band


def _is_columns(band: Sequence[Line], lines: Sequence[Line], gutter: float) -> bool:
    """Whether lines between two that cross the page are two columns of running text."""
    ours, theirs = _halves(band, gutter)
    if min(len(ours), len(theirs)) < EACH:
        return False
    end, begin = max(line.right for line in ours), min(line.left for line in theirs)
    if begin - end < CLEAR * median(line.size for line in band):
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return _is_text(ours, left, begin) and _is_text(theirs, begin, right)


def _is_text(lines: Sequence[Line], left: float, right: float) -> bool:
    """Whether lines are running text in a column of this place, and no cells."""
    return median(line.right - left for line in lines) >= REACHED * (right - left) and median(
        line.right - line.left for line in lines
    ) >= FILLED * (right - left)


def _halves(band: Iterable[Line], gutter: float) -> tuple[list[Line], list[Line]]:
    ours: list[Line] = []
    theirs: list[Line] = []
    for line in band:
        (theirs if line.right > gutter else ours).append(line)
    return ours, theirs


def _down(band: Sequence[Line], gutter: float) -> list[Line]:
    """The left column, then the right one, and what heads the lines below them: no column ends in a heading."""
    ours, theirs = _halves(band, gutter)
    usual, floor = median(line.size for line in band), min(line.bottom for line in theirs)
    cut = len(ours)
    while cut and ours[cut - 1].top < floor and (ours[cut - 1].bold or ours[cut - 1].size * SMALLER > usual):
        cut -= 1
    return [*ours[:cut], *theirs, *ours[cut:]]


def _across(band: list[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines of a band that is none of two columns, as they were before they were parted."""
    top, bottom = max(line.top for line in band), min(line.bottom for line in band)
    unparted = [line for line in lines if bottom <= (line.bottom + line.top) / 2 <= top]
    same = sum(visible(line.text) for line in unparted) == sum(visible(line.text) for line in band)
    return unparted if same else band


def _notes_last(lines: list[Line], gutter: float) -> list[Line]:
    """The small lines at the foot of the left column behind the text of the right one."""
    if not lines:
        return lines
    usual = median(line.size for line in lines)
    ours = [line for line in lines if line.right <= gutter]
    foot = _lowest(ours, lambda line: line.size < SMALLER * usual)
    if not foot or len(foot) == len(ours):
        return lines
    notes = {id(line) for line in foot}
    text = [line for line in lines if id(line) not in notes]
    last = _lowest([line for line in text if line.left > gutter], lambda line: line.size < SMALLER * usual)
    cut = next((place for place, line in enumerate(text) if line in last), len(text))
    return [*text[:cut], *foot, *text[cut:]]


def _lowest(column: Sequence[Line], small: Callable[[Line], bool]) -> list[Line]:
    """The run of small lines at a column's end."""
    cut = len(column)
    while cut and small(column[cut - 1]):
        cut -= 1
    return list(column[cut:])
