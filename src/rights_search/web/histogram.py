"""Passages by year as a drawing: bars for an SVG, and the same numbers for a table."""

from msgspec import Struct

from rights_search.web.messages import gettext
from rights_search.web.words import listed, number, passages

WIDTH = 240
HEIGHT = 52.5
BASE = 60
#: Bars get narrower with the span of years, but never invisible or clumsy.
NARROWEST, WIDEST = 1.0, 14.0


class Bar(Struct, frozen=True):
    """One year's bar, in the units of the drawing."""

    year: int
    count: int
    x: float
    y: float
    width: float
    height: float


class Histogram(Struct, frozen=True):
    """The drawing: its bars, the years under it, and what it shows in words."""

    bars: tuple[Bar, ...]
    first: int
    middle: int | None
    last: int
    title: str
    description: str
    width: int = WIDTH
    base: int = BASE


def histogram(years: list[tuple[int, int]]) -> Histogram | None:
    """The drawing of (year, passages) pairs; nothing where all fall into one year."""
    counted = sorted((year, count) for year, count in years if count)
    if len(counted) < 2:
        return None
    first, last = counted[0][0], counted[-1][0]
    step = WIDTH / (last - first + 1)
    most = max(count for _, count in counted)
    width = round(min(max(step * 0.8, NARROWEST), WIDEST), 1)
    bars = tuple(_bar(year, count, (year - first) * step + (step - width) / 2, width, most) for year, count in counted)
    middle = (first + last) // 2 if last - first > 3 else None
    return Histogram(bars, first, middle, last, _title(first, last), _description(counted))


def _bar(year: int, count: int, x: float, width: float, most: int) -> Bar:
    height = round(max(count / most * HEIGHT, 1.0), 1)
    return Bar(year, count, round(x, 1), round(BASE - height, 1), width, height)


def _title(first: int, last: int) -> str:
    return gettext("Passages by year, from %(first)s to %(last)s", first=first, last=last)


def _description(counted: list[tuple[int, int]]) -> str:
    most = max(count for _, count in counted)
    years = [str(year) for year, count in counted if count == most]
    if len(years) > 3:
        return gettext("No year has more than %(count)s. The table below gives every figure.", count=passages(most))
    return gettext(
        "Most passages: %(years)s, with %(count)s. The table below gives every figure.",
        years=listed(years),
        count=number(most),
    )
