"""Running heads and feet of a PDF: what stands at the edges of many pages and apart from their text.

What a page says of itself in a known form (its number, a symbol, a job number) needs no more than its place. Other
words must be repeated, and stand apart: a sentence that happens to be the first of several pages stands as near to the
next one as sentences do, in the same letters. What the document begins with is its title and no running head.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from rights_search.parsers.base import visible
from rights_search.parsers.transcripts.pdf_lines import Line, Page

RUNNING = "running heads and feet"
#: Lines at either end of a page that may be its head or foot, and how near the edge they stand.
EDGE, HEAD, FOOT = 4, 0.87, 0.13
#: A running head stands on several of so many pages before and after.
NEAR = 5
#: It stands so much farther from the text than the text's paragraphs from each other.
FARTHER = 1.1
#: Gaps of a page that are wider than between its paragraphs: beside a title.
TITLES = 2
#: Points by which two places on a page differ, if they do.
PLACE = 3.0
#: What announces the words after it.
GOES_ON = (":", ",", ";")

_NUMBERS = re.compile(
    r"\s*(?:GE\.\d\d-\d+.*|\d{1,4}(?:\s+\d{1,4})?|[ivxl]{1,7}|[Pp]age \d+.*|[Pp]ágina \d+.*"
    r"|[-–] ?\d{1,4} ?[-–]|\d+ ?(?:/|of|de) ?\d+|\d\d-\d{5}.*)\s*"
)
_SYMBOL = re.compile(r"\s*[A-Z]{1,6}(?:\.\d+)?(?:/[A-Za-z0-9.\-]+)+\s*")
_DIGITS = re.compile(r"\d+")


class _Look(Struct):
    """Where lines of one look stand: on which pages, and how many times apart from their text."""

    pages: list[int] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    apart: int = 0

    def near(self, number: int) -> int:
        """On how many pages about this one: "Article 10" may head a page in each of three protocols."""
        return bisect_right(self.pages, number + NEAR) - bisect_left(self.pages, number - NEAR)


class _Edge(Struct):
    """What may be the head and foot of a page: lines of a known form, and lines that other pages repeat."""

    known: set[int]
    repeated: list[tuple[Line, list[_Look]]]


def drop_running(pages: list[Page], left_out: Counter[str]) -> None:
    """Take away what stands at the edges of many pages, figures aside, or is a symbol, a page or a job number."""
    first = next((number for number, page in enumerate(pages) if page.lines), 0)
    edges = _edges_of(pages, first)
    _count_apart(pages, edges)
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        running = edge.known | {
            id(line)
            for line, looks in edge.repeated
            if any(2 * look.apart > len(look.pages) for look in looks)
            and not line.text.rstrip().endswith(GOES_ON)
            and not (number == first and _is_title(line, page, looks))
        }
        if running:
            left_out[RUNNING] += sum(visible(line.text) for line in page.lines if id(line) in running)
            page.lines = [line for line in page.lines if id(line) not in running]


def _edges_of(pages: Sequence[Page], first: int) -> list[_Edge]:
    """What stands at the edges of each page and may be its head or foot."""
    edges = [[(line, tuple(_variants(line.text, at))) for line in _edge(page)] for at, page in enumerate(pages)]
    seen: defaultdict[str, _Look] = defaultdict(_Look)
    for number, edge in enumerate(edges):
        for variant, line in {variant: line for line, own in edge for variant in own}.items():
            seen[variant].pages.append(number)
            seen[variant].lines.append(line)
    often = max(2, min(3, len(pages)))
    made = []
    for number, edge in enumerate(edges):
        known = {id(line) for line, _ in edge if _is_known(line, pages[number], number == first)}
        looks = ((line, [look for one in own if (look := seen[one]).near(number) >= often]) for line, own in edge)
        made.append(_Edge(known, [(line, own) for line, own in looks if own and id(line) not in known]))
    return made


def _count_apart(pages: Sequence[Page], edges: Sequence[_Edge]) -> None:
    """Count for each look on how many pages it stands apart from the text."""
    usual = _usual(pages)
    for page, edge in zip(pages, edges, strict=True):
        beside = edge.known | {id(line) for line, _ in edge.repeated}
        for line, looks in edge.repeated:
            if _stands_apart(line, page, beside, usual):
                for look in looks:
                    look.apart += 1


def _variants(text: str, number: int) -> Iterator[str]:
    """How a line looks that pages repeat: as it is, or with one of its figures growing as the pages do.

    Other figures tell lines apart: "Article 91" at the head of three pages is no running head.
    """
    plain = "".join(text.split()).casefold()
    yield plain
    for figure in _DIGITS.finditer(plain[:200]):
        if len(figure[0]) <= 4:
            yield f"{plain[: figure.start()]}#{int(figure[0]) - number}{plain[figure.end() :]}"


def _edge(page: Page) -> list[Line]:
    """The lines that stand highest and lowest on a page, near its edges."""
    ordered = sorted(page.lines, key=lambda line: -line.bottom)
    high = [line for line in ordered[:EDGE] if line.bottom > HEAD * page.height]
    low = [line for line in ordered[-EDGE:] if line.top < FOOT * page.height]
    return [*high, *low]


def _is_known(line: Line, page: Page, first: bool) -> bool:
    """Whether its form says what it is. The symbol above the beginning of the document is its name."""
    if _NUMBERS.fullmatch(line.text):
        return True
    return bool(_SYMBOL.fullmatch(line.text)) and not (first and _is_high(line, page))


def _is_high(line: Line, page: Page) -> bool:
    return line.bottom > page.height / 2


def _is_title(line: Line, page: Page, looks: Sequence[_Look]) -> bool:
    """Whether a line above the beginning of the document is its symbol, or set otherwise than where it is repeated."""
    if not _is_high(line, page):
        return False
    return bool(_SYMBOL.fullmatch(line.text)) or not any(
        other is not line and other.size == line.size and abs(other.bottom - line.bottom) < PLACE
        for look in looks
        for other in look.lines
    )


def _usual(pages: Sequence[Page]) -> tuple[float, bool]:
    """The letters in which most is set: their size and weight."""
    sorts: Counter[tuple[float, bool]] = Counter()
    for page in pages:
        for line in page.lines:
            sorts[line.size, line.bold] += len(line.text)
    return sorts.most_common(1)[0][0] if sorts else (0.0, False)


def _stands_apart(line: Line, page: Page, beside: set[int], usual: tuple[float, bool]) -> bool:
    """Whether a line at the edge is set in other letters than the text, or stands farther from it than paragraphs."""
    if (line.size, line.bold) != usual:
        return True
    text = sorted((other for other in page.lines if id(other) not in beside), key=lambda other: -other.bottom)
    gaps = sorted((above.bottom - below.bottom for above, below in pairwise(text)), reverse=True)
    if _is_high(line, page):
        gap = min((line.bottom - other.bottom for other in text if other.top <= line.bottom), default=page.height)
    else:
        gap = min((other.bottom - line.bottom for other in text if other.bottom >= line.top), default=page.height)
    return gap > FARTHER * (gaps[min(TITLES, len(gaps) - 1)] if gaps else 2 * line.size)
