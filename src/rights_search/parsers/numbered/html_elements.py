"""What an element of an HTML page is and stands in, looked for close about it: a hostile page nests without end."""

import re
from collections.abc import Iterator
from itertools import islice

from bs4.element import NavigableString, PageElement, Tag

HEADING = re.compile(r"h[1-6]")
BLOCKS = frozenset(["p", "div", "li", "aside", "dd", "td", "section", "blockquote", "article"])
#: So far elements are looked through, or the words before one in its block.
_NEAR, FARTHEST = 60, 400
#: So many elements above one are looked at.
ABOVE = 40


def within(element: Tag, most: int) -> Iterator[PageElement]:
    """What stands in an element, in its order, up to so much; bs4 would first look for the last of it."""
    waiting = [iter(element.contents)]
    for _ in range(most):
        while (node := next(waiting[-1], None)) is None:
            waiting.pop()
            if not waiting:
                return
        yield node
        if isinstance(node, Tag):
            waiting.append(iter(node.contents))


def short(element: Tag) -> str:
    """The words of an element that has few."""
    return "".join(str(node) for node in within(element, _NEAR) if type(node) is NavigableString).strip()


def near(element: Tag, name: str) -> bool:
    """Whether an element of this name stands close about another, or in it."""
    inner = (node for node in within(element, 12) if isinstance(node, Tag))
    return any(node.name == name for node in (*islice(element.parents, 8), *inner))


def block_about(element: Tag) -> Tag | None:
    """The block that an element stands in."""
    return next((above for above in islice(element.parents, ABOVE) if above.name in BLOCKS), None)


def begins(element: Tag, block: Tag) -> bool:
    """Whether no word of a block stands before an element in it."""
    for node in within(block, FARTHEST):
        if node is element:
            return True
        if isinstance(node, NavigableString) and node.strip(" \n\r\t\u00a0[("):
            return False
    return False


def says(what: re.Pattern[str], element: Tag) -> bool:
    """Whether an element's role, type or class says what it is."""
    classes = element.get("class") or ()
    said = (element.get("role"), element.get("epub:type"), classes if isinstance(classes, str) else " ".join(classes))
    return any(what.search(str(words)) for words in said if words)
