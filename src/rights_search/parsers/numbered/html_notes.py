"""The notes of an HTML page, told by what its links join: a mark in the text, and the block with the note further on.

Converters write them in a dozen ways: a list at the end, a section or an aside with a role, a block beside each
paragraph, with a way back or without. The tree is changed so that each mark is the word `[^3]` and each note a
paragraph, `[^3]: …`, which is what the transcripts of Word files and PDFs have.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from msgspec import Struct, field

from rights_search.parsers.numbered.html_elements import (
    ABOVE,
    BLOCKS,
    FARTHEST,
    HEADING,
    begins,
    block_about,
    near,
    says,
    short,
    within,
)

#: A mark in the text, and the way back to it from the note; as word processors write them. “#notes” leads to all.
NOTE_LINK = re.compile(
    r"^#_?(?:ftnt(?!_?ref)|ftn(?!t)|fn|note|edn|sdfootnote|sdendnote)(?:[:\-_]|(?=\w*\d))(\w{1,6}?)(?:sym)?$"
)
NOTE_BACK = re.compile(
    r"^#_?(?:ftnt_?ref|ftnref|fnref|noteref|ednref|sd(?:foot|end)note(?=\d{1,4}anc$))[:\-_]?(\w{1,6}?)(?:anc)?$"
)
#: What is printed as a mark, in brackets or not.
LABEL = re.compile(r"[\[(]?\s{0,3}(\d{1,4}|[ivxlcdmIVXLCDM]{1,8}|[a-z]|[*†‡§¶]{1,4})\s{0,3}[\])]?[.:]?")
#: Signs of a way back from a note to its mark.
BACK_SIGN = re.compile(r"[↩↑⤴^\ufe0e\ufe0f\s]+")
#: Roles, types and classes that say what an element is.
_SAYS_MARK = re.compile(r"\b(?:doc-)?noteref\b|\bfoot-?note-?ref(?:erence)?\b|\bsd(?:foot|end)noteanc\b", re.IGNORECASE)
_SAYS_NOTE = re.compile(r"\bdoc-(?:foot|end)note\b|^(?:foot|end|rear)note$", re.IGNORECASE)
_SAYS_BACK = re.compile(r"\bdoc-backlink\b|\bback-?(?:ref|link)\b|\bfootnote-?back", re.IGNORECASE)
_SAYS_NOTES = re.compile(r"\bdoc-(?:foot|end)notes?\b|\b(?:foot|end)-?notes?(?:-list)?\b", re.IGNORECASE)
_NOTES_HEADING = re.compile(r"(?:foot|end)?-?\s?(?:notes?|notas?)(?: (?:al pie|finales|de fin|de rodapé))?[.:]?", re.I)
#: What a note without a link is called by: “fn3”, “footnote-3”.
_NAMES = ("fn", "ftn", "edn", "note", "footnote", "endnote")
#: A block that holds one note and nothing else may be one of these.
_HOLDERS = frozenset(["div", "li", "aside"])
#: A block of one note has no more children, and is not looked through further than this.
_MOST_CHILDREN = 30
#: So many links of a note are looked at for one that leads back to its mark.
_MOST_BACKS = 40
_BREAKS = frozenset(["br", "p", "div", "li", "dd", "dt", "blockquote", "td"])


class _Page(Struct):
    """A page's elements in their order, and by their names."""

    soup: BeautifulSoup
    order: dict[int, int] = field(default_factory=dict)
    named: dict[str, Tag] = field(default_factory=dict)
    targets: set[int] = field(default_factory=set)  #: elements to which a link with a mark leads
    backs: dict[int, set[str]] = field(default_factory=dict)

    def backs_of(self, block: Tag) -> set[str]:
        """Where the first links of a block lead, each block looked through once."""
        if id(block) not in self.backs:
            self.backs[id(block)] = {
                str(back["href"])[1:] for back in block.find_all("a", href=True, limit=_MOST_BACKS)
            }
        return self.backs[id(block)]


class _Note(Struct):
    """A note: its block, the mark as printed, and the elements that are its marks in the text."""

    block: Tag
    label: str
    marks: list[Tag] = field(default_factory=list)


def mark_notes(soup: BeautifulSoup) -> None:
    """Make the marks and notes of a page words; a page without notes stays as it is."""
    links = [link for link in soup.find_all("a", href=True) if _leads_within(link) and _label(link)]
    bare = [sup for sup in soup.find_all("sup") if not near(sup, "a") and _label(sup)]
    if not links and not bare:
        return
    page = _Page(soup)
    for place, element in enumerate(soup.find_all(True)):
        page.order[id(element)] = place
        for name in (element.get("id"), element.get("name")):
            if name:
                page.named.setdefault(str(name), element)
    page.targets = {id(target) for link in links if (target := _target(link, page))}
    notes: dict[int, _Note] = {}
    for link in links:
        block = _block(_target(link, page), page)
        if block is not None and _is_mark(link, block, page):
            notes.setdefault(id(block), _Note(block, _label(link))).marks.append(link)
    if not notes:
        _without_links(bare, notes, page)
    if not notes:
        _write_signs(bare)
    _beside(notes)
    _write([note for note in notes.values() if not _within_another(note, notes)], page)


def _leads_within(link: Tag) -> bool:
    return len(str(link["href"])) > 1 and str(link["href"]).startswith("#")


def _label(element: Tag) -> str:
    """The mark that is all an element prints; nothing where it prints more."""
    found = LABEL.fullmatch(short(element))
    return found[1] if found else ""


def _target(link: Tag, page: _Page) -> Tag | None:
    return page.named.get(str(link["href"])[1:])


def _block(target: Tag | None, page: _Page) -> Tag | None:
    """The block that a name stands for: its own, or the one whose words it begins."""
    if target is None:
        return None
    if target.name == "dt":
        described = target.find_next_sibling(True)
        return described if described is not None and described.name == "dd" else None
    if target.name in BLOCKS:
        return target
    around = [target, *islice(target.parents, ABOVE)]
    block = block_about(target)
    if block is None or any(HEADING.fullmatch(above.name) for above in around) or not begins(target, block):
        return None
    while (holder := block.parent) is not None and holder.name in _HOLDERS and _holds_only(holder, block, page):
        block = holder
    return block


def _holds_only(holder: Tag, block: Tag, page: _Page) -> bool:
    """Whether a block begins its holder, and no other note stands in this."""
    if len(holder.contents) > _MOST_CHILDREN or not begins(block, holder):
        return False
    own = {id(node) for node in within(block, FARTHEST)}
    nodes = list(within(holder, FARTHEST))
    others = (node for node in nodes if id(node) in page.targets and node is not block and id(node) not in own)
    return len(nodes) < FARTHEST and next(others, None) is None


def _is_mark(link: Tag, block: Tag, page: _Page) -> bool:
    """Whether a link leads from a mark to a note further on, and not to a paragraph or from a list of contents."""
    at = page.order[id(link)]
    if at > page.order[id(block)] or block in islice(link.parents, ABOVE):
        return False
    if NOTE_LINK.match(str(link["href"])) or says(_SAYS_MARK, link) or _raised(link):
        return True
    if says(_SAYS_NOTE, block) or any(says(_SAYS_NOTES, above) for above in islice(block.parents, 4)):
        return True
    return not page.backs_of(block).isdisjoint(_names(link))


def _raised(link: Tag) -> bool:
    return near(link, "sup")


def _names(link: Tag) -> set[str]:
    """The names of a mark: its own, and those of the elements that print it alone."""
    about = [link, *(node for node in within(link, 8) if isinstance(node, Tag))]
    about += (above for above in islice(link.parents, 3) if above.name in ("sup", "span"))
    return {str(name) for element in about for name in (element.get("id"), element.get("name")) if name}


def _without_links(bare: list[Tag], notes: dict[int, _Note], page: _Page) -> None:
    """Notes that no link leads to: by the name of their block, or by their place in a list of notes."""
    listed = {label: item for listing in _lists_of_notes(page.soup) for label, item in _numbered(listing)}
    for sup in bare:
        label = _label(sup)
        spelled = (f"{name}{gap}{label}" for name in _NAMES for gap in ("", "-", "_", ":"))
        target = next((page.named[name] for name in spelled if name in page.named), None)
        block = _block(target, page) or listed.get(label)
        if (
            block is not None
            and page.order[id(sup)] < page.order[id(block)]
            and block not in islice(sup.parents, ABOVE)
        ):
            notes.setdefault(id(block), _Note(block, label)).marks.append(sup)


def _write_signs(bare: list[Tag]) -> None:
    """Notes that nothing but the same raised figure ties to their marks, in the text and before the note."""
    begin = {id(sup): block for sup in bare if (block := block_about(sup)) and begins(sup, block)}
    told = {_label(sup) for sup in bare if id(sup) in begin}
    called = {_label(sup) for sup in bare if id(sup) not in begin}
    for sup in bare:
        label = _label(sup)
        if label.isdigit() and label in told & called:
            sup.replace_with(NavigableString(f"[^{label}]: " if id(sup) in begin else f"[^{label}]"))


def _lists_of_notes(soup: BeautifulSoup) -> Iterator[Tag]:
    """The lists that stand in what is said to be notes, or below their heading."""
    for listing in soup.find_all("ol"):
        around = (listing, *islice(listing.parents, 3))
        if _is_headed(listing) or any(says(_SAYS_NOTES, element) for element in around):
            yield listing


def _is_headed(listing: Tag) -> bool:
    heading = listing.find_previous_sibling(True)
    return bool(heading and HEADING.fullmatch(heading.name) and _NOTES_HEADING.fullmatch(short(heading)))


def _numbered(listing: Tag) -> Iterator[tuple[str, Tag]]:
    """The items of a list with the numbers that a browser shows."""
    start = str(listing.get("start") or "")
    first = int(start) if start.isdecimal() and len(start) < 6 else 1
    for number, item in enumerate(listing.find_all("li", recursive=False), start=first):
        yield str(number), item


def _beside(notes: dict[int, _Note]) -> None:
    """Add the items of a list of notes that no mark calls."""
    listings = {id(note.block.parent): note.block.parent for note in notes.values() if note.block.name == "li"}
    for listing in listings.values():
        if listing is None or listing.name != "ol":
            continue
        known = {note.label for note in notes.values()}
        for label, item in _numbered(listing):
            if id(item) not in notes and label not in known and short(item):
                notes[id(item)] = _Note(item, label)


def _within_another(note: _Note, notes: dict[int, _Note]) -> bool:
    return any(id(above) in notes for above in islice(note.block.parents, ABOVE))


def _write(notes: list[_Note], page: _Page) -> None:
    """Put words in the place of marks and notes; a mark that is printed for several notes tells them apart."""
    printed: Counter[str] = Counter()
    backs = {name for note in notes for mark in note.marks for name in _names(mark)}
    for note in sorted(notes, key=lambda note: page.order[id(note.block)]):
        key = note.label if note.label.isalnum() else "x"  # a sign of the author's own, as in Word files
        printed[key] += 1
        key = f"x{printed['x']}" if key == "x" else key if printed[key] == 1 else f"{key}-{printed[key]}"
        for mark in map(_outermost, note.marks):
            if mark.parent is not None:  # else two links make one mark, which is written already
                mark.replace_with(NavigableString(f"[^{key}]"))
        paragraph = page.soup.new_tag("p")
        paragraph.string = f"[^{key}]: {_words(note, backs)}"
        if note.block.name == "dd" and (term := note.block.find_previous_sibling("dt")) is not None:
            term.extract()
        if note.block.parent is not None:
            note.block.replace_with(paragraph)


def _outermost(mark: Tag) -> Tag:
    """The element that prints a mark and nothing else."""
    while (above := mark.parent) is not None and above.name in ("sup", "span", "a", "em", "b") and _label(above):
        mark = above
    return mark


def _words(note: _Note, backs: set[str]) -> str:
    """A note in one line, without the way back and without its own mark."""
    pieces: list[str] = []
    passed = 0  # what stands within a way back is passed over
    for node in note.block.descendants:
        if isinstance(node, Tag):
            if node.name in _BREAKS:
                pieces.append(" ")
            if passed == 0 and node.name in ("a", "sup") and _is_way_back(node, note, backs):
                passed = sum(1 for _ in node.descendants) + 1
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString) and not passed:
            pieces.append(str(node))
        passed -= passed > 0
    words = " ".join("".join(pieces).split())
    own = LABEL.match(words) if note.block.name not in ("li", "dd") else None
    if own and own[1] == note.label and words[own.end() : own.end() + 1] in ("", " "):
        words = words[own.end() :].strip()
    return re.sub(r"^(?:\[\])?[.:]?\s", "", f"{words} ").strip()  # what stood about a way back


def _is_way_back(element: Tag, note: _Note, backs: set[str]) -> bool:
    words = short(element)
    if element.name == "sup":
        return _label(element) == note.label and not near(element, "a")
    link = str(element.get("href") or "")
    return link.startswith("#") and bool(
        link[1:] in backs or NOTE_BACK.match(link) or says(_SAYS_BACK, element) or BACK_SIGN.fullmatch(words)
    )
