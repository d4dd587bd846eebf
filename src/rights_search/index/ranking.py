"""The order of passages: by score, by authority, by date, and within a section of a right's page."""

import numpy as np
from numpy.typing import NDArray

from rights_search.index.columns import Columns, Mask
from rights_search.index.matching import Found
from rights_search.model import Sort, SourceKind

#: How much more what binds the State counts: enough to settle near ties, too little to overturn a better match.
BINDING = 1.15


def binding(columns: Columns, state: str, bound: frozenset[str] | None = None) -> Mask:
    """What binds the State: its own constitution, the treaties it is bound by, and the judgments against it.

    `bound` names those treaties; without it every treaty counts.
    """
    source, size = columns.facets["source"], columns.size
    own = columns.facets["state"].having((state,), size)
    treaties = source.having((SourceKind.TREATY,), size)
    if bound is not None:
        treaties &= columns.facets["document"].having(bound, size)
    return treaties | (own & source.having((SourceKind.CONSTITUTION, SourceKind.JUDGMENT), size))


def ranked(
    found: Found, columns: Columns, favoured: Mask, sort: Sort, start: int, count: int
) -> list[tuple[int, float]]:
    """A page of passages in this order, each with its score. What is equal stays in the order of the catalogue."""
    places = np.flatnonzero(found.mask)
    scores = found.scores[places] * np.where(favoured[places], BINDING, 1.0)
    date = columns.date[places]
    keys: dict[Sort, tuple[NDArray[np.generic], ...]] = {
        Sort.RELEVANCE: (-scores,),
        Sort.AUTHORITY: (columns.rank[places], -scores),
        Sort.NEWEST: (-date,),
        Sort.OLDEST: (date == 0, date),  # what has no date comes last in both
    }
    order = np.lexsort((places, *reversed(keys[sort])))[start : start + count]
    return [(int(places[row]), float(scores[row])) for row in order]


def section(columns: Columns, mask: Mask, right: str, favoured: Mask, dated: bool, count: int) -> list[int]:
    """The first passages of one source on a right.

    What binds the State comes first, then what is about the right before what only touches it, then the newest;
    constitutions and treaties stay in their own order.
    """
    places = np.flatnonzero(mask)
    date = -columns.date[places] if dated else np.zeros(places.size)
    keys = (places, date, columns.only_touching(right)[places], ~favoured[places])
    return [int(places[row]) for row in np.lexsort(keys)[:count]]


def years(columns: Columns, mask: Mask) -> tuple[tuple[int, int], ...]:
    """How many of these passages are of each year, the oldest first; those without a date are left out."""
    found, counts = np.unique(columns.date[mask] // 10_000, return_counts=True)
    return tuple((int(year), int(count)) for year, count in zip(found, counts, strict=True) if year)
