"""Laying out a constitution that has been read: headings above its articles, numerals as passages of their own.

Both are pure functions on documents. Which articles are divided, the register says; under which headings they stand
where the text lost them, the State's `structure.toml`.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rights_search.model import Anchor, Document, Passage
from rights_search.parsers.articles.text import MARK
from rights_search.parsers.eids import number_of
from rights_search.parsers.structure import Structure

__all__ = ["place", "split_numerals"]

_ARTICLE = re.compile(r"art_(\d+)(?:__.*)?")
_NUMERAL = re.compile(r"art_(?P<article>\d+(?:-?[a-z]+)?)__(?:num|inc)_[a-z0-9-]+")


def place(document: Document, structure: Structure) -> Document:
    """The document with the structure's headings above its articles, and closing words marked where it knows them."""
    return replace(
        document, passages=tuple(_placed(passage, document.language, structure) for passage in document.passages)
    )


def _placed(passage: Passage, language: str, structure: Structure) -> Passage:
    match = _ARTICLE.fullmatch(passage.eid)
    if not match:
        return passage
    article = int(match[1])
    path = structure.path_of(article, language) or passage.path
    closing = _closing(passage, structure.closing.get(article, {}).get(language, ""))
    return replace(passage, path=path, anchors=(*passage.anchors, *closing))


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
