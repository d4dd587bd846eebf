"""The numbers of lines in the margin of a PDF: drafts and pleadings have one beside each line, or each fifth.

The numbers of a table's rows, and of paragraphs, stand left of their text as well. But only lines are numbered whether
or not something begins there: the numbers are as many as the lines, and lines among them go on with a sentence.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

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


def drop_line_numbers(pages: Sequence[Page], left_out: Counter[str]) -> None:
    """Take away the numbers beside the lines, where most pages have them."""
    shown = [numbers for page in pages if (numbers := _numbers(page))]
    if 2 * len(shown) <= sum(len(page.lines) >= FEWEST for page in pages):
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
    steps = Counter(_number(below) - _number(above) for above, below in pairwise(beside))
    step, times = max(((step, steps[step]) for step in STEPS), key=lambda found: found[1])
    going_on = sum(line.text.lstrip()[:1].islower() for line in text)
    numbered = (
        len(beside) >= FEWEST
        and times >= SHARE * (len(beside) - 1)
        and step * len(beside) >= SHARE * len(text)
        and GOING_ON * going_on >= len(text)
    )
    return beside if numbered else []


def _number(line: Line) -> int:
    return int(line.text.strip())  # a separator is white space to one of the two only


def _is_figures(line: Line) -> bool:
    return len(line.text) <= FIGURES + 2 and line.text.strip().isdecimal()


def _is_in(columns: Collection[int], line: Line) -> bool:
    """Whether a line is a number in one of the columns, or several: PDFium takes narrow ones for one word downwards."""
    return line.text.strip().isdecimal() and any(abs(line.right - at) < ASIDE for at in columns)
