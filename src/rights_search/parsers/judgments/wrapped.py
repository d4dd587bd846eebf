"""Bare text whose lines end at a width, as mail and old word processors have it: each paragraph on one line again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rights_search.parsers.articles.text import wrap_width


def rejoined(text: str) -> str:
    """The text with lines that end at its width joined to the next; a text without such a width as it is."""
    lines = [line.expandtabs(4).rstrip() for line in text.split("\n")]
    width = wrap_width(lines)
    return "".join(_joined(lines, width)).removesuffix("\n") if width else text


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    """The lines and what stands between them: a space where the next line's first word had no more room."""
    begun = False
    for line, following in pairwise([*lines, ""]):
        yield line.lstrip() if begun else line
        word = next(iter(following.split(maxsplit=1)), "")
        begun = bool(line and word) and len(line) + 1 + len(word) > width
        yield " " if begun else "\n"
