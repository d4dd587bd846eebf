"""What stands on a page and is none of its text: running heads and feet, tables of contents, notes in the margin."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from rights_search.parsers.base import visible
from rights_search.parsers.transcripts.pdf_lines import SMALLER, Line, Page

RUNNING = "running heads and feet"
CONTENTS = "table of contents"
MARGIN = "notes in the margin"
#: Lines at either end of a page that may be its head or foot, and how near the edge they stand.
EDGE, HEAD, FOOT = 4, 0.87, 0.13
#: A running head stands on several of so many pages before and after.
NEAR = 5
#: So many letters make a line of the text.
WIDE = 40

_FURNITURE = re.compile(
    r"\s*(?:GE\.\d\d-\d+.*|\d{1,4}(?:\s+\d{1,4})?|[ivxl]{1,7}|[Pp]age \d+.*|[Pp]ágina \d+.*"
    r"|[-–] ?\d{1,4} ?[-–]|\d+ ?(?:/|of|de) ?\d+"
    r"|[A-Z]{1,6}(?:\.\d+)?(?:/[A-Za-z0-9.\-]+)+|\d\d-\d{5}.*)\s*"
)
FEWEST_DOTS = 6
#: The row of dots that leads from a title to its page, read from the line's end: a row that is tried from each of its
#: dots takes the square of its length.
_LEADERS = re.compile(r"\s*(?:\d{1,4}|[ivxl]{1,6})?\s*(?:\s?\.){6}")
_DIGITS = re.compile(r"\d+")


def _variants(text: str, number: int) -> Iterator[str]:
    """How a line looks that pages repeat: as it is, or with one of its figures growing as the pages do.

    Other figures tell lines apart: "Article 91" at the head of three pages is no running head.
    """
    plain = "".join(text.split()).casefold()
    yield plain
    for figure in _DIGITS.finditer(plain[:200]):
        if len(figure[0]) <= 4:
            yield f"{plain[: figure.start()]}#{int(figure[0]) - number}{plain[figure.end() :]}"


def _edges(page: Page) -> list[Line]:
    """The lines that stand highest and lowest on a page, near its edges."""
    ordered = sorted(page.lines, key=lambda line: -line.bottom)
    high = [line for line in ordered[:EDGE] if line.bottom > HEAD * page.height]
    low = [line for line in ordered[-EDGE:] if line.top < FOOT * page.height]
    return [*high, *low]


def _near(others: list[int], number: int) -> int:
    """On how many pages about this one: "Article 10" may head a page in each of three protocols."""
    return bisect_right(others, number + NEAR) - bisect_left(others, number - NEAR)


def drop_running(pages: list[Page], left_out: Counter[str]) -> None:
    """Take away what stands at the edges of many pages, figures aside, or is a symbol, a page or a job number."""
    seen: defaultdict[str, list[int]] = defaultdict(list)
    edges = [[(line, tuple(_variants(line.text, at))) for line in _edges(page)] for at, page in enumerate(pages)]
    for number, edge in enumerate(edges):
        for variant in {variant for _, own in edge for variant in own}:
            seen[variant].append(number)
    often = max(2, min(3, len(pages)))
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        running = {
            id(line)
            for line, own in edge
            if _FURNITURE.fullmatch(line.text) or any(_near(seen[variant], number) >= often for variant in own)
        }
        for line in page.lines:
            if id(line) in running:
                left_out[RUNNING] += visible(line.text)
        page.lines = [line for line in page.lines if id(line) not in running]


def drop_margin(page: Page, body: float, left_out: Counter[str]) -> None:
    """Take away the small lines beside the text: catchwords of an editor, which would stand between its lines."""
    text = [line for line in page.lines if line.size >= SMALLER * body and len(line.text) > WIDE]
    if not text:
        return
    left, right = min(line.left for line in text), max(line.right for line in text)
    beside = {
        id(line) for line in page.lines if line.size < SMALLER * body and (line.right < left or line.left > right)
    }
    if not beside:
        return
    left_out[MARGIN] += sum(visible(line.text) for line in page.lines if id(line) in beside)
    page.lines = [line for line in page.lines if id(line) not in beside]


def drop_contents(pages: list[Page], left_out: Counter[str]) -> None:
    """Take away the lines of a table of contents: a title, a row of dots and a page."""
    for page in pages:
        kept = []
        for line in page.lines:
            if line.text.count(".") >= FEWEST_DOTS and _LEADERS.match(line.text[::-1]):
                left_out[CONTENTS] += visible(line.text)
            else:
                kept.append(line)
        page.lines = kept
