"""The numbers of lines in the margin of a PDF: drafts and pleadings have one beside each line, or each fifth.

The numbers of a table's rows, and of paragraphs, stand left of their text as well. But only lines are numbered whether
or not something begins there: the numbers are as many as the lines, and lines among them go on with a sentence.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from rights_search.parsers.base import visible
from rights_search.parsers.transcripts.pdf_lines import Line, Page

LINE_NUMBERS = "line numbers"
#: So many letters make a line of the text.
WIDE = 40
#: A page shows that its lines are numbered with so many numbers, at these distances, beside so much of its text.
FEWEST, STEPS, SHARE = 5, (1, 2, 5, 10), 0.6
#: Of so many lines of a text one goes on with a sentence.
GOING_ON = 10
#: A line's number has no more figures.
FIGURES = 4
#: Points by which the numbers of a column may stand aside.
ASIDE = 3.0

#: With what a line begins that a number leads.
FIRST = frozenset("0123456789 \xa0\t")
#: A number before a line's own words; that of a paragraph has a full stop.
_LEADING = re.compile(rf"\s*(\d{{1,{FIGURES}}})\s+(?=\S)")


def drop_line_numbers(pages: Sequence[Page], left_out: Counter[str]) -> None:
    """Take away the numbers beside the lines, or before their words, where most pages have them."""
    _cut_leading(pages, left_out)
    shown = [numbers for page in pages if (numbers := _numbers(page))]
    if not _most(pages, len(shown)):
        return
    columns = {round(number.right) for numbers in shown for number in numbers}
    for page in pages:
        left_out[LINE_NUMBERS] += sum(visible(line.text) for line in page.lines if _is_in(columns, line))
        page.lines = [line for line in page.lines if not _is_in(columns, line)]
        page.parted = [line for line in page.parted if not _is_in(columns, line)]


def _numbers(page: Page) -> list[Line]:
    """The numbers beside the lines of a page; none where its lines are not numbered."""
    figures = [line for line in page.lines if _is_figures(line)]
    if len(figures) < FEWEST:
        return []
    text = [line for line in page.lines if not _is_figures(line)]
    wide = [line for line in text if len(line.text) > WIDE]
    if not wide:
        return []
    left, right = min(line.left for line in wide), max(line.right for line in wide)
    beside = sorted((line for line in figures if line.right < left or line.left > right), key=lambda line: -line.bottom)
    going_on = sum(line.text.lstrip()[:1].islower() for line in text)
    return beside if _step([_number(line) for line in beside], len(text), going_on) else []


def _most(pages: Sequence[Page], shown: int) -> bool:
    """Whether so many are most of the pages that have a text."""
    return 2 * shown > sum(len(page.lines) >= FEWEST for page in pages)


def _step(numbers: Sequence[int], lines: int, going_on: int) -> int:
    """By how much the numbers of so many lines grow, some of which go on with a sentence; 0 where they number none."""
    if len(numbers) < FEWEST:
        return 0
    steps = Counter(below - above for above, below in pairwise(numbers))
    step, times = max(((step, steps[step]) for step in STEPS), key=lambda found: found[1])
    numbered = (
        times >= SHARE * (len(numbers) - 1) and step * len(numbers) >= SHARE * lines and GOING_ON * going_on >= lines
    )
    return step if numbered else 0


def _cut_leading(pages: Sequence[Page], left_out: Counter[str]) -> None:
    """Take away the numbers that lead the lines."""
    steps: list[int] = []
    without = 0
    for page in pages:
        if step := _step_of_leading(page):
            steps.append(step)
        elif len(page.lines) >= FEWEST:
            without += 1
            if 2 * without >= len(pages):  # most documents: no need to look at the rest
                return
    if not _most(pages, len(steps)):
        return
    ((step, _),) = Counter(steps).most_common(1)
    last = 0
    for page in pages:
        page.parted, _ = _without_leading(page.parted, step, last)
        before = sum(visible(line.text) for line in page.lines)
        page.lines, last = _without_leading(page.lines, step, last)
        left_out[LINE_NUMBERS] += before - sum(visible(line.text) for line in page.lines)


def _step_of_leading(page: Page) -> int:
    """By how much the numbers that lead the lines of a page grow; 0 where none do."""
    if sum(line.text[0] in FIRST for line in page.lines) < FEWEST:
        return 0
    leading = [(line, number) for line, number in _leading(page.lines) if len(line.text) > WIDE]
    words = (line.text[number.end() :] if (number := _LEADING.match(line.text)) else line.text for line in page.lines)
    going_on = sum(text.lstrip()[:1].islower() for text in words)
    wide = sum(len(line.text) > WIDE for line in page.lines)
    return _step([int(number[1]) for _, number in leading], wide, going_on)


def _leading(lines: Sequence[Line]) -> Iterator[tuple[Line, re.Match[str]]]:
    """The lines that a number leads, from top to bottom; most lines begin with a letter."""
    led = [line for line in lines if line.text[0] in FIRST]
    for line in sorted(led, key=lambda line: -line.bottom):
        if number := _LEADING.match(line.text):
            yield line, number


def _without_leading(lines: list[Line], step: int, last: int) -> tuple[list[Line], int]:
    """The lines without the numbers that grow by a step from one to the next, and the last of them."""
    leading = [(line, number.end(), int(number[1])) for line, number in _leading(lines)]
    values = [last, *(number for *_, number in leading), 0]
    cut: dict[int, int] = {}
    for at, (line, end, number) in enumerate(leading, 1):
        if step in (number - values[at - 1], values[at + 1] - number):
            cut[id(line)], last = end, number
    return [_cut(line, cut[id(line)]) if id(line) in cut else line for line in lines], last


def _cut(line: Line, end: int) -> Line:
    """A line without so much of its beginning."""
    return replace(
        line,
        text=line.text[end:],
        left=line.left + (line.right - line.left) * end / len(line.text),
        marks=tuple((place - end, mark) for place, mark in line.marks if place >= end),
    )


def _number(line: Line) -> int:
    return int(line.text.strip())  # a separator is white space to one of the two only


def _is_figures(line: Line) -> bool:
    return len(line.text) <= FIGURES + 2 and line.text.strip().isdecimal()


def _is_in(columns: Collection[int], line: Line) -> bool:
    """Whether a line is a number in one of the columns, or several: PDFium takes narrow ones for one word downwards."""
    return line.text.strip().isdecimal() and any(abs(line.right - at) < ASIDE for at in columns)
