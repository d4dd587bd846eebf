"""Counts beside a result: what else is there to narrow it down by."""

from collections.abc import Mapping

from rights_search.index import Generation, Mask
from rights_search.search.filters import both

#: The facets of a result, and the columns they are counted from: of rights, the articles without their numerals.
FACETS = {
    "source": "source",
    "body": "body",
    "right": "article",
    "year": "year",
    "state": "state",
    "lang": "lang",
    "kind": "kind",
    "group": "group",
    "goal": "goal",
}


def facets(generation: Generation, words: Mask, filters: Mapping[str, Mask]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Every facet over the whole result; one that is filtered by is counted as if it were not.

    So a reader who looks at judgments sees how many treaties there would be.
    """
    result = both(words, filters.values())
    counted = {}
    for name, column in FACETS.items():
        others = [mask for facet, mask in filters.items() if facet != name]
        counts = generation.columns.facets[column].counted(both(words, others) if name in filters else result)
        # The most frequent first; years in their own order.
        key = (lambda item: (0, item[0])) if name == "year" else (lambda item: (-item[1], item[0]))
        counted[name] = tuple(sorted(counts.items(), key=key))
    return counted
