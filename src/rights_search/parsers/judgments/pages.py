r"""A court's text as pages of lines, without page numbers and running heads.

The Court publishes PDF; turned into text without layout, pages are divided by form feeds and the page number stands on
a line of its own above or below, or glued to the first word ("-31Hermosa", "- 21 presente"). What is the page number
and what a lone figure of the text is told by counting: a page number grows with the pages.
"""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

PAGE_NUMBER = "page number"
RUNNING_HEAD = "running head"

#: How many lines from the edge of a page its number and running head may stand.
EDGE = 2

_ALONE = re.compile(r"^[-–—\s\[|]{0,4}(\d{1,4})[-–—\s\]|]{0,4}$")
_COUNTED = re.compile(r"^P[áa]g(?:ina|e)?\.?\s*(\d{1,4})(?:\s*(?:de|of|/)\s*\d{1,4})?$", re.IGNORECASE)
_GLUED = re.compile(r"^[-–]\s?(\d{1,8})\s?[-–]?\s?(?=\S)")
_DIGITS = re.compile(r"\d")

#: From how many pages on that agree, of the page and so many on either side, a figure is the page's number.
AGREEING = 3
NEAR = 3


class Page(Struct):
    """A page's lines without its number and running head; the number is 0 where it has none."""

    lines: list[str]
    number: int = 0


def pages_of(text: str, left_out: Counter[str]) -> list[Page]:
    """The pages of a text; what is removed is counted in `left_out`, without its spaces."""
    pages = [Page([line.strip() for line in page.split("\n")]) for page in text.split("\f")]
    ahead = [_ahead(page, index) for index, page in enumerate(pages)]
    previous = 0
    for index, page in enumerate(pages):
        if not ahead[index]:
            previous = 0
            continue
        near = Counter(offset for offsets in ahead[max(0, index - NEAR) : index + NEAR + 1] for offset in offsets)
        _take_number(page, index, near, previous, left_out)
        previous = page.number
    for head in _running_heads(pages):
        for page in pages:
            _drop_head(page, head, left_out)
    return pages


def size(text: str) -> int:
    """How many characters a text has, its spaces apart."""
    return sum(map(len, text.split()))


def _edges(page: Page) -> list[int]:
    """The places of the lines near the top and the foot of a page, the first line first."""
    filled = [place for place, line in enumerate(page.lines) if line]
    return list(dict.fromkeys([*filled[:EDGE], *reversed(filled[-EDGE:])]))


def _ahead(page: Page, index: int) -> set[int]:
    """By how much the figures at the edges of a page are ahead of it."""
    edges = _edges(page)
    found = {int(match[1]) for place in edges if (match := _alone(page.lines[place]))}
    if edges and (glued := _GLUED.match(page.lines[edges[0]])):
        # The figures may be the page's and, glued to it, the paragraph's: "-46110. Adicionalmente".
        found.update(int(glued[1][:length]) for length in range(1, min(4, len(glued[1])) + 1))
    return {number - index for number in found}


def _alone(line: str) -> re.Match[str] | None:
    return _ALONE.match(line) or _COUNTED.match(line) if len(line) <= 30 else None


def _take_number(page: Page, index: int, near: Counter[int], previous: int, left_out: Counter[str]) -> None:
    """Remove the page's number, the figure that agrees best with the other pages."""
    best = (AGREEING - 1, 0, 0, 0)
    for rank, place in enumerate(_edges(page)):
        for number, end, certain in _figures(page.lines[place], rank == 0):
            support = near[number - index] + 2 * certain + 2 * bool(previous and number == previous + 1)
            best = max(best, (support, place, end, number))
    support, place, end, number = best
    if support >= AGREEING:
        left_out[PAGE_NUMBER] += size(page.lines[place][:end])
        page.lines[place] = page.lines[place][end:].lstrip()
        page.number = number


def _figures(line: str, first: bool) -> Iterator[tuple[int, int, bool]]:
    """What a line may say of the page's number: the number, where it ends, and whether nothing else stands so."""
    if match := _alone(line):
        yield int(match[1]), len(line), first or match.re is _COUNTED
    elif first and (match := _GLUED.match(line)):
        for length in range(1, min(4, len(match[1])) + 1):
            whole = length == len(match[1])
            yield int(match[1][:length]), match.end() if whole else match.start(1) + length, False


def _running_heads(pages: list[Page]) -> set[str]:
    """Lines of words that stand at the edge of two pages in five, whatever figures are in them."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_DIGITS.sub("#", page.lines[place]) for place in _edges(page)})
    often = max(5, 0.4 * len(pages))
    return {line for line, count in seen.items() if count >= often and sum(map(str.isalpha, line)) >= 3}


def _drop_head(page: Page, head: str, left_out: Counter[str]) -> None:
    for place in _edges(page):
        if _DIGITS.sub("#", page.lines[place]) == head:
            left_out[RUNNING_HEAD] += size(page.lines[place])
            page.lines[place] = ""


def is_contents(lines: list[str]) -> bool:
    """Whether a page is of a table of contents: leaders of dots, or its heading and many page numbers."""
    if sum("....." in line for line in lines) >= 4:
        return True
    figures = [int(line) for line in lines if line.isdecimal() and len(line) <= 3]
    return len(figures) >= 8 and figures == sorted(figures) and len(figures) - len(set(figures)) >= 3
