"""The words of an HTML page as Markdown: headings, blocks, list numbers and footnote marks; menus and forms apart."""

import re
from collections.abc import Iterator

from bs4.element import NavigableString, PreformattedString, Tag
from msgspec import Struct, field

from rights_search.parsers.base import beside_main, shown, soup_of
from rights_search.parsers.numbered.html_notes import NOTE_BACK, NOTE_LINK, mark_notes
from rights_search.parsers.tables import NUMBERED, row_of
from rights_search.parsers.transcripts.list_numbers import in_form

BLOCK = re.compile(
    r"address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figure|h[1-6]|header|hr|li|main|ol|p"
    r"|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
HEADING = re.compile(r"h[1-6]")
ASIDE = frozenset(["nav", "form", "footer", "button", "select"])
NO_TEXT = frozenset(["head", "script", "style", "noscript", "template", "svg", "iframe"])
#: So near the beginning of an item its first words stand.
NEAR = 12


#: How a list writes its numbers, by its type or its style.
TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    **dict.fromkeys(("none", "disc", "circle", "square"), "none"),
}
LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,20})", re.IGNORECASE)
SMALL = ("lowerLetter", "lowerRoman")
WHOLE = re.compile(r"-?\d{1,5}")


class _Walk(Struct):
    """What has been written, and how many items each open list has."""

    out: list[str] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    menus: int = 0


def to_markdown(text: str) -> tuple[str, str, int]:
    """The page as Markdown, its title, and how many characters of menus and forms were left out."""
    soup = soup_of(text)
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    walk = _Walk()
    for box in beside_main(soup):
        walk.menus += len(" ".join(box.get_text(" ").split()))
        box.decompose()
    mark_notes(soup)
    # A stack of our own: pages nest deeper than Python may call.
    stack: list[tuple[Tag, Iterator[object]]] = [(soup, iter(soup.contents))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            _leave(element, walk)
        elif isinstance(child, Tag):
            if _enter(child, walk):
                stack.append((child, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            within_pre = element.name == "pre"
            walk.out.append(str(child) if within_pre else re.sub(r"\s+", " ", str(child)))
    return shown("".join(walk.out)), title, walk.menus  # marks may be written as entities


def _enter(element: Tag, walk: _Walk) -> bool:
    """Write what opens an element; False where its content is not to be read."""
    name = element.name
    if name in NO_TEXT:
        return False
    if name in ASIDE:
        walk.menus += len(" ".join(element.get_text(" ").split()))
        return False
    if name == "br":
        walk.out.append("\n")
        return False
    if mark := _note_mark(element):
        walk.out.append(mark)
        return False
    if name == "tr" and (row := _row(element)):
        walk.out.append(f"\n\n{row}\n\n")
        return False
    if BLOCK.fullmatch(name):
        walk.out.append("\n\n")
    if HEADING.fullmatch(name):
        walk.out.append("#" * int(name[1]) + " ")
    elif name == "ol":
        start = _whole(element.get("start"))
        walk.items.append(0 if start is None else start - 1)
    elif name == "li" and element.parent is not None and element.parent.name == "ol" and walk.items:
        own = _whole(element.get("value"))
        walk.items[-1] = walk.items[-1] + 1 if own is None else own
        walk.out.append(_number(element, element.parent, walk.items[-1]))
    return True


def _row(element: Tag) -> str:
    """A row of a table of figures as a line; nothing where its cells hold several blocks, links or tables."""
    cells = element.find_all(["td", "th"])
    row = row_of([cell.get_text(" ") for cell in cells])
    laid_out = row and any(len(cell.find_all(BLOCK)) > 1 or cell.find(["table", "a"]) for cell in cells)
    return "" if laid_out else row


def _leave(element: Tag, walk: _Walk) -> None:
    if element.name == "ol" and walk.items:
        walk.items.pop()
    if BLOCK.fullmatch(element.name):
        walk.out.append("\n\n")


def _note_mark(element: Tag) -> str:
    """A footnote's mark in the text, `[^12]`, or its mark before the note, `[^12]: `."""
    if element.name == "a":
        link = str(element.get("href") or "")
        if found := NOTE_BACK.match(link):
            return f"\n[^{found[1]}]: "
        if found := NOTE_LINK.match(link):
            return f"[^{found[1]}]"
    elif element.name == "sup" and element.string and element.string.strip().isdigit():
        return f"[^{element.string.strip()}]"
    return ""


def _whole(value: object) -> int | None:
    """An attribute that is a number, of five figures at most."""
    written = str(value or "").strip()
    return int(written) if WHOLE.fullmatch(written) else None


def _number(item: Tag, ordered: Tag, number: int) -> str:
    """The number that a browser shows, where the words do not begin with one; small letters as documents print them."""
    if NUMBERED.match(_first_words(item)):
        return ""
    form = _form(item) or _form(ordered) or "decimal"
    if form == "none":
        return ""
    written = in_form(number, form) or str(number)
    return f"({written}) " if form in SMALL and not written.lstrip("-").isdigit() else f"{written}. "


def _form(element: Tag) -> str:
    """How a list, or one item of it, writes its numbers: by its style, else by its type."""
    styled = LIST_STYLE.search(str(element.get("style") or ""))
    return STYLES.get(styled[1].lower(), "") if styled else TYPES.get(str(element.get("type") or ""), "")


def _first_words(item: Tag) -> str:
    node = item.next_element
    for _ in range(NEAR):
        if isinstance(node, NavigableString) and node.strip():
            return f"{node.strip()} "
        node = node.next_element if node is not None else None
    return ""
