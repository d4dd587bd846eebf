"""The outline of a constitution saved from the Constitute site: which lines are headings, and which words are below.

The page's text keeps a button, "Share", on the line after the heading of every unit that has words; headings of units
that only hold other units stand one blank line above the next heading, while words are followed by more.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from rights_search.parsers.articles.text import tidy
from rights_search.parsers.base import visible

SHARE = "Share"
#: The first line: "Ecuador 2008 (rev. 2021)", "Argentina 1853 (reinst. 1983, rev. 1994)".
NAMED = re.compile(r"[^\W\d_][^\d\n]{1,80}\s(?:1[6-9]|20)\d\d(?:\s\([^)\n]{1,80}\))?")
#: A provision that a heading numbers by itself, in constitutions that do not say "Article": "36A. President".
BARE = re.compile(r"(?P<value>\d{1,3})(?P<letter>[A-Z]{0,2})(?:\sand\s(?P<through>\d{1,3}))?(?:\.\s(?P<title>.*)|\.?$)")
#: An article printed inside its chapter, or a clause inside its article: "9. 1. A person …", "10A. …".
INLINE = re.compile(r"(?P<value>\d{1,3})(?P<letter>[A-Z]?)\.\s(?P<clause>1\.\s)?(?=\S)")


class Unit(Struct, frozen=True):
    """A heading and the lines of words below it; where it only holds other units there are none."""

    heading: str
    number: int  #: its line
    lines: tuple[tuple[int, str], ...] = ()  #: each with the blank lines above it


class Outline(Struct, frozen=True):
    """The page: its first line, its units, and how many characters were buttons."""

    name: str
    units: tuple[Unit, ...]
    residue: int


def outline_of(text: str) -> Outline:
    """The page's units in order."""
    lines = [tidy(line) for line in text.split("\n")]
    first = next((index for index, line in enumerate(lines) if line), 0)
    marked = [index - 1 for index, line in enumerate(lines) if line == SHARE and index > first + 1 and lines[index - 1]]
    headings = sorted(set(marked) | set(_parents(lines, marked, first)))
    stops = [*headings[1:], len(lines)]
    units = tuple(
        Unit(lines[at], at + 1, tuple(_words(lines, at + 1, stop))) for at, stop in zip(headings, stops, strict=True)
    )
    before = Unit("", first + 2, tuple(_words(lines, first + 1, headings[0] if headings else len(lines))))
    residue = sum(visible(line) for line in lines if line == SHARE)
    return Outline(lines[first], (before, *units) if before.lines else units, residue)


def _parents(lines: Sequence[str], marked: Sequence[int], first: int) -> Iterator[int]:
    """The headings above the marked ones: exactly one blank line between, and nothing that ends as words do."""
    for index in marked:
        above = index - 2
        while above > first and not lines[above + 1] and _may_head(lines, above):
            yield above
            above -= 2


def _may_head(lines: Sequence[str], index: int) -> bool:
    line = lines[index]
    return bool(line) and line != SHARE and len(line) <= 200 and line[-1] not in ".;:," and lines[index - 1] != SHARE


def _words(lines: Sequence[str], start: int, stop: int) -> Iterator[tuple[int, str]]:
    blanks = 0
    for line in lines[start:stop]:
        if not line or line == SHARE:
            blanks += not line
            continue
        yield blanks, line
        blanks = 0
