"""Kinds of Whoosh fields that take words already cut, folded and stemmed.

Whoosh's own analysers make an object of every word; handing over the words themselves is five times faster, and the
same functions then serve the query and the highlighting.
"""

from collections.abc import Iterable, Iterator

from whoosh import fields, formats

#: Between two parts of an `Exact` field: no phrase reaches over it.
GAP = 100


class Counted(fields.FieldType):  # type: ignore[misc]
    """Words with how often they occur, and the length of the field: enough to score, no phrases."""

    def __init__(self) -> None:
        """Keep frequencies and lengths."""
        super().__init__(formats.Frequency(), None, scorable=True)


class Exact(fields.FieldType):  # type: ignore[misc]
    """Words with their positions, part after part: phrases are found within a part and never across two."""

    def __init__(self) -> None:
        """Keep positions and lengths."""
        super().__init__(formats.Positions(), None, scorable=True)


class Values(fields.FieldType):  # type: ignore[misc]
    """Values as they are: identifiers, codes, whole symbols. They filter and do not score."""

    def __init__(self) -> None:
        """Keep nothing but the presence."""
        super().__init__(formats.Existence(), None)


def placed(parts: Iterable[list[str]]) -> Iterator[tuple[int, str]]:
    """The words of an `Exact` field with their positions."""
    start = 0
    for part in parts:
        yield from enumerate(part, start)
        start += len(part) + GAP
