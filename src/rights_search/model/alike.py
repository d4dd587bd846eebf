"""Whether two files that claim to be one document hold the same text."""

from collections import Counter

from rights_search.model.documents import Document

#: Of the words of the passages that both have, so many stand in both. Two constitutions share a third: the small words.
MOST = 2 / 3


def same_text(one: Document, other: Document) -> bool:
    """Whether the passages that both have are the same words for the most part; a word mended does no harm."""
    passages = {passage.eid: passage.text for passage in other.passages}
    shared = longer = 0
    for passage in one.passages:
        if passage.eid in passages:
            here, there = _words(passage.text), _words(passages[passage.eid])
            shared += (here & there).total()
            longer += max(here.total(), there.total())
    return shared >= MOST * longer


def _words(text: str) -> Counter[str]:
    return Counter(text.casefold().split())
