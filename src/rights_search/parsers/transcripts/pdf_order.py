"""The lines of a page in the order in which they are read, where PDFium has them in another.

Pieces of one line that were drawn apart are put together. Of a page in two columns each column is read to its foot:
programs that write a page line by line across make PDFium read "left half right half" as one line. A table looks
alike, but its cells seldom fill their width: only columns of running text are read as columns.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from statistics import median

from msgspec.structs import replace

from rights_search.parsers.transcripts.pdf_lines import MOST_FIGURES, SMALLER, Line, Page

#: A page has columns where so many of its lines stand beside the gutter, and so many on each side.
SHARE, EACH = 0.6, 5
#: Running text fills so much of its column.
FILLED = 0.7
#: Pieces of one line stand no farther apart than this share of the letters' size.
BESIDE = 0.4


def whole(lines: list[Line]) -> list[Line]:
    """The lines with those put together that are pieces of one, where the leftmost of them stands."""
    ending: defaultdict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        ending[round(line.right / 8)].append(place)
    near = {at + beside for at in ending for beside in (-1, 0, 1)}
    after: dict[int, int] = {}
    for place, line in enumerate(lines):
        begin = round(line.left / 8)
        if begin not in near:  # mostly: nothing stands left of the margin
            continue
        for at in (begin - 1, begin, begin + 1):
            before = next((other for other in ending.get(at, ()) if _beside(lines[other], line)), None)
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
    """Put the lines of a page that is set in two columns in their order, the notes of both at its end."""
    lines = page.parted or page.lines
    gutter = _gutter(lines)
    if gutter:
        page.lines = _notes_last(_by_band(lines, gutter) if page.parted else lines, gutter)


def _gutter(lines: Sequence[Line]) -> float:
    """Where two columns of running text meet; 0 where there are none."""
    if len(lines) < 2 * EACH:
        return 0.0
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (left + right) / 2
    ours = [line for line in lines if line.right < middle + 0.05 * (right - left) and line.left < middle]
    theirs = [line for line in lines if line.left > middle - 0.05 * (right - left)]
    if min(len(ours), len(theirs)) < EACH or len(ours) + len(theirs) < SHARE * len(lines):
        return 0.0
    end, begin = max(line.right for line in ours), min(line.left for line in theirs)
    if begin <= end or median(line.right - line.left for line in ours) < FILLED * (begin - left):
        return 0.0
    return (end + begin) / 2


def _by_band(lines: Sequence[Line], gutter: float) -> list[Line]:
    """From top to bottom; between lines that cross the gutter the left column, then the right."""
    made: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.left < gutter < line.right:
            made += [*_halves(band, gutter), line]
            band = []
        else:
            band.append(line)
    return [*made, *_halves(band, gutter)]


def _halves(band: Sequence[Line], gutter: float) -> Iterator[Line]:
    yield from (line for line in band if line.right <= gutter)
    yield from (line for line in band if line.right > gutter)


def _notes_last(lines: list[Line], gutter: float) -> list[Line]:
    """The small lines at the foot of the left column behind the text of the right one."""
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
