"""Comparing names: case, accents and runs of spaces do not matter."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby

#: No letter of a script has a sign of its own behind this one (Adlam's, unicode 14).
LAST_MARK = 0x1E94A


def constitution_id(state: str) -> str:
    """The id of a State's constitution, from the State's name: `ecuador-constitution`."""
    slug = re.sub("[^a-z0-9]+", "-", fold(state)).strip("-")
    return f"{slug}-constitution" if slug else "constitution"


def fold(text: str) -> str:
    r"""The text without accents, in lower case, with single spaces: for comparison, never for display.

    >>> fold("Comité  de Derechos\\nHumanos")
    'comite de derechos humanos'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
        for mark in _marks().intersection(text):
            text = text.replace(mark, "")
    return " ".join(text.split()).casefold()


@cache
def _marks() -> frozenset[str]:
    """The signs that combine with the letter before them."""
    return frozenset(mark for mark in map(chr, range(0x300, LAST_MARK + 1)) if unicodedata.combining(mark))


def any_of(names: Iterable[str]) -> str:
    r"""A pattern that takes the longest of the names that stands at a place.

    Names with the same first letter share a branch: a place where none begins costs one comparison a letter, not one a
    name.

    >>> any_of(["Chad", "Niger", "Nigeria"])
    '(?:(?:Nigeria|Niger)|(?:Chad))'
    """
    ordered = sorted((name for name in names if name), key=lambda name: (name[0], len(name)), reverse=True)
    branches = ("|".join(map(re.escape, branch)) for _, branch in groupby(ordered, key=lambda name: name[0]))
    return f"(?:{'|'.join(f'(?:{branch})' for branch in branches)})"
