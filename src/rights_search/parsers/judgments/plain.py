"""The lines of a printed judgment without marks of headings: a paragraph a line, of a page of HTML its words."""

import re

from rights_search.model import Source
from rights_search.parsers.base import text_of
from rights_search.parsers.judgments.text import HEAD, is_page
from rights_search.parsers.judgments.wrapped import rejoined
from rights_search.parsers.numbered.html import to_markdown

_SIGNS = re.compile(r"^#{1,6} |\*\*")


def plain_lines(source: Source) -> list[str]:
    """The filled lines.

    Raises:
        ParseError: it is no text.
    """
    text = text_of(source)
    return _plain(to_markdown(text)[0] if is_page(source.data) else rejoined(text))


def first_lines(source: Source) -> list[str]:
    """Those of the beginning, as they stand: enough to tell what a file is."""
    if is_page(source.data):
        return _plain(to_markdown(source.data.decode("utf-8", "replace"))[0][:HEAD])
    return _plain(source.data[:HEAD].decode("utf-8", "replace"))


def _plain(text: str) -> list[str]:
    lines = (" ".join(_SIGNS.sub("", line.strip()).split()) for line in text.split("\n"))
    return [line for line in lines if line]
