"""A treaty or constitution saved as a web page: its blocks become lines, its headings keep their depth."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bs4 import BeautifulSoup
from bs4.element import Comment, Declaration, Doctype, NavigableString, ProcessingInstruction, Tag
from msgspec.structs import replace

from rights_search.errors import ParseError
from rights_search.model import Parsed, Source
from rights_search.parsers.base import beside_main, shown, soup_of, text_of
from rights_search.parsers.numbered.html_notes import mark_notes
from rights_search.parsers.treaties import text as treaty

PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|\?xml|div|article|section|p)\b", re.IGNORECASE
)
HEADINGS = {f"h{depth}": "#" * depth for depth in range(1, 7)}
SKIPPED = frozenset(("script", "style", "noscript", "template", "svg", "nav", "footer", "button", "form", "title"))
_INLINE = "a abbr b bdi bdo cite code em font i mark q s small span strong sub sup u var wbr"
INLINE = frozenset(_INLINE.split())
BOLD = frozenset(("b", "strong"))
DEEPEST = 200  #: elements within elements; a deeper page is no document


def recognises(source: Source) -> bool:
    """A web page that, as lines, is recognised as a treaty or a constitution."""
    if not PAGE.match(source.data[:2000]):
        return False
    try:
        return treaty.recognises(as_text(source))
    except ParseError:
        return False


def parse(source: Source) -> Parsed:
    """The instruments of the page.

    Raises:
        ParseError: it holds no article.
    """
    return treaty.parse(as_text(source))


def as_text(source: Source) -> Source:
    """The page as lines of text."""
    return replace(source, data=_as_text(text_of(source)))


@lru_cache(maxsize=1)  # one format after another asks for the same page
def _as_text(page: str) -> bytes:
    soup = soup_of(page)
    for box in beside_main(soup):
        box.decompose()
    mark_notes(soup)
    return shown("\n".join(_lines(soup))).encode()


def _lines(soup: BeautifulSoup) -> Iterator[str]:
    """The page's lines: what is not divided by a block or a line break is one."""
    line: list[str] = []
    depth = ""
    for kind, text in _pieces(soup, 0):
        if kind == "text":
            line.append(text)
            continue
        joined = " ".join("".join(line).split())
        if joined:
            yield f"{depth} {joined}".strip()
        line = []
        depth = text
    if joined := " ".join("".join(line).split()):
        yield f"{depth} {joined}".strip()


def _pieces(element: Tag, level: int) -> Iterator[tuple[str, str]]:
    """Runs of text, and breaks between blocks with the mark of the heading that begins."""
    if level > DEEPEST:
        return
    for child in element.children:
        if isinstance(child, NavigableString):
            if not isinstance(child, (Comment, Declaration, Doctype, ProcessingInstruction)):
                yield "text", str(child)
        elif isinstance(child, Tag) and child.name not in SKIPPED:
            yield from _element(child, level)


def _element(child: Tag, level: int) -> Iterator[tuple[str, str]]:
    if child.name == "br":
        yield "break", ""
    elif child.name in INLINE:
        mark = "**" if child.name in BOLD and child.get_text(strip=True) else ""
        yield "text", mark
        yield from _pieces(child, level + 1)
        yield "text", mark
    else:
        yield "break", HEADINGS.get(child.name, "")
        yield from _pieces(child, level + 1)
        yield "break", ""
