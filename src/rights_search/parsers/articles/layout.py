"""Laying out a constitution that has been read: headings above its articles, numerals as passages of their own.

Both are pure functions on documents. Which articles are divided, the register says; under which headings they stand
where the text lost them, the State's `structure.toml`. A heading that is printed is never replaced by another: the text
may be an older constitution, a draft or an amended one.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rights_search.model import Anchor, Document, Passage
from rights_search.parsers.articles.text import MARK
from rights_search.parsers.eids import number_of
from rights_search.parsers.structure import Structure
from rights_search.vocabulary import fold

__all__ = ["lent", "place", "split_numerals"]

_ARTICLE = re.compile(r"art_(\d+)(?:__.*)?")
_WORD = re.compile(r"\w+")
_NUMERAL = re.compile(r"art_(?P<article>\d+(?:-?[a-z]+)?)__(?:num|inc)_[a-z0-9-]+")


def place(document: Document, structure: Structure) -> Document:
    """The document with the structure's headings above the articles that lost theirs, and closing words marked.

    Only a text that has exactly the structure's articles, and prints headings above few of them, is given any. One that
    prints the structure's own headings above all of them has these by their levels.
    """
    paths = {p.eid: structure.path_of(int(m[1]), document.language) for p, m in _articles(document)}
    printed = [(_words(p.path), _words(paths[p.eid])) for p, _ in _articles(document)]
    same = all(ours == theirs for ours, theirs in printed)
    if not same and not (_has_the_articles(document, structure) and _lost(printed)):
        paths = {}
    return replace(
        document, passages=tuple(_placed(p, paths.get(p.eid, ()), document, structure) for p in document.passages)
    )


def lent(before: Document, after: Document) -> int:
    """Above how many passages headings stand that the text does not print."""
    pairs = zip(before.passages, after.passages, strict=True)
    return sum(_words(ours.path) != _words(theirs.path) for ours, theirs in pairs)


def _articles(document: Document) -> Iterator[tuple[Passage, re.Match[str]]]:
    for passage in document.passages:
        if match := _ARTICLE.fullmatch(passage.eid):
            yield passage, match


def _has_the_articles(document: Document, structure: Structure) -> bool:
    """Whether it has all the articles of the structure and no other: an older constitution has more, or fewer."""
    own = {passage.eid for passage in document.passages if passage.eid.startswith("art_")}
    wanted = {f"art_{number}" for part in structure.divisions for number in range(part.first, part.last + 1)}
    return own == wanted


def _lost(printed: Sequence[tuple[list[str], list[str]]]) -> bool:
    """Whether a text lost its headings: few articles have any, of which most are where the structure's begin."""
    kept = [(ours, theirs) for ours, theirs in printed if ours]
    agreeing = sum(theirs[: len(ours)] == ours for ours, theirs in kept)
    return 2 * len(kept) < len(printed) and 2 * agreeing >= len(kept)


def _words(path: Sequence[str]) -> list[str]:
    return _WORD.findall(fold(" ".join(path)))


def _placed(passage: Passage, path: tuple[str, ...], document: Document, structure: Structure) -> Passage:
    match = _ARTICLE.fullmatch(passage.eid)
    if not match:
        return passage
    printed = _words(passage.path)
    goes_on = _words(path)[: len(printed)] == printed
    closing = _closing(passage, structure.closing.get(int(match[1]), {}).get(document.language, ""))
    return replace(passage, path=path if path and goes_on else passage.path, anchors=(*passage.anchors, *closing))


def _closing(passage: Passage, begins: str) -> tuple[Anchor, ...]:
    """An anchor at the words that close the article: the paragraph that begins so, after its last numeral."""
    numerals = [anchor for anchor in passage.anchors if _NUMERAL.fullmatch(anchor.eid)]
    if not begins or not numerals or any("__inc_" in anchor.eid for anchor in passage.anchors):
        return ()
    at = passage.text.find("\n" + begins, numerals[-1].start)
    return (Anchor(f"{passage.eid}__inc_2", "", at + 1),) if at >= 0 else ()


def split_numerals(document: Document, articles: frozenset[str]) -> Document:
    """The document with each numeral of these articles as a passage: `art_66`, `art_66__num_1`, …, `art_57__inc_2`."""
    return replace(document, passages=tuple(part for p in document.passages for part in _parts(p, articles)))


def _parts(passage: Passage, articles: frozenset[str]) -> Iterator[Passage]:
    cuts = sorted((a for a in passage.anchors if _is_numeral(a, passage, articles)), key=lambda anchor: anchor.start)
    if not cuts:
        yield passage
        return
    yield replace(passage, text=passage.text[: cuts[0].start].rstrip(), anchors=())
    for cut, following in zip(cuts, [*cuts[1:], None], strict=True):
        yield _part(passage, cut, following.start if following else len(passage.text))


def _is_numeral(anchor: Anchor, passage: Passage, articles: frozenset[str]) -> bool:
    match = _NUMERAL.fullmatch(anchor.eid)
    return (
        bool(match) and anchor.eid.startswith(f"{passage.eid}__") and match["article"] in articles if match else False
    )


def _part(passage: Passage, cut: Anchor, end: int) -> Passage:
    """The numeral that begins at an anchor: its words without its mark, and the letters inside it as anchors."""
    start = cut.start
    if cut.num and (mark := MARK.match(passage.text, start)):
        start = mark.end()
    return replace(
        passage,
        eid=cut.eid,
        num=number_of(cut.eid),
        text=passage.text[start:end].rstrip(),
        anchors=tuple(_within(passage.anchors, cut.eid, start)),
        notes=(),
    )


def _within(anchors: Sequence[Anchor], eid: str, start: int) -> Iterator[Anchor]:
    for anchor in anchors:
        if anchor.eid.startswith(f"{eid}__"):
            yield Anchor(anchor.eid, anchor.num, max(anchor.start - start, 0))
