"""A passage's text in pieces: where a citation links, where a part begins, where a search matched."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import pairwise

from msgspec import Struct

from rights_search.model import Anchor, Citation, Fragment

#: More variants of the words of a query than any language has.
MOST_WORDS = 200


class Piece(Struct, frozen=True):
    """A run of text: under a link or not, with the id of the part that begins here, its matches marked."""

    fragments: tuple[Fragment, ...]
    address: str = ""
    anchor: str = ""


Line = tuple[Piece, ...]


def marker(found: Iterable[str]) -> re.Pattern[str] | None:
    """What finds the matched words in a text; nothing where nothing matched."""
    words = sorted({word.strip() for word in found if word.strip()}, key=len, reverse=True)[:MOST_WORDS]
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE) if words else None


def lines(
    text: str,
    cites: Iterable[Citation] = (),
    anchors: Iterable[Anchor] = (),
    words: re.Pattern[str] | None = None,
    address: Callable[[str], str] = lambda _: "",
) -> tuple[Line, ...]:
    """The text line by line, each in pieces. Links that overlap an earlier one are left out."""
    links = _links(text, cites, address)
    begins = _begins(text, anchors, links)
    breaks = [place for place, character in enumerate(text) if character == "\n"]
    edges = {0, len(text), *begins, *breaks, *(at + 1 for at in breaks)}
    edges |= {edge for a, (b, _) in links.items() for edge in (a, b)}
    made: list[list[Piece]] = [[]]
    for a, b in pairwise(sorted(edges)):
        if text[a] == "\n":
            made.append([])
        else:
            target = links[a][1] if a in links else ""
            made[-1].append(Piece(_fragments(text[a:b], words), target, begins.get(a, "")))
    return tuple(tuple(line) for line in made if line)


def _links(text: str, cites: Iterable[Citation], address: Callable[[str], str]) -> dict[int, tuple[int, str]]:
    """Where links begin, with where they end and lead."""
    links: dict[int, tuple[int, str]] = {}
    end = 0
    for cite in sorted(cites, key=lambda c: (c.start, -c.end)):
        target = address(cite.target) if cite.target else ""
        inside = end <= cite.start < cite.end <= len(text) and "\n" not in text[cite.start : cite.end]
        if target and inside:
            links[cite.start] = (cite.end, target)
            end = cite.end
    return links


def _begins(text: str, anchors: Iterable[Anchor], links: dict[int, tuple[int, str]]) -> dict[int, str]:
    """Where numbered parts begin; not in the middle of a link, which would cut it."""
    starts = sorted(links)
    begins: dict[int, str] = {}
    for anchor in anchors:
        before = bisect_left(starts, anchor.start) - 1
        cuts = before >= 0 and anchor.start < links[starts[before]][0]
        if 0 <= anchor.start < len(text) and not cuts:
            begins[anchor.start] = anchor.eid
    return begins


def _fragments(text: str, words: re.Pattern[str] | None) -> tuple[Fragment, ...]:
    if words is None:
        return (Fragment(text),)
    made: list[Fragment] = []
    at = 0
    for found in words.finditer(text):
        if found.start() > at:
            made.append(Fragment(text[at : found.start()]))
        made.append(Fragment(found[0], marked=True))
        at = found.end()
    if at < len(text):
        made.append(Fragment(text[at:]))
    return tuple(made)
