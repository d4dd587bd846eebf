"""The treaty a text means by the body it has just named: “the Committee against Torture reads article 2”."""

import re
from functools import cache

from rights_search.citations.folding import plain
from rights_search.citations.spaces import compiled
from rights_search.citations.words import key, pattern, tree_of
from rights_search.vocabulary import bodies


@cache
def _watched() -> dict[str, str]:
    """The treaties that treaty bodies watch, by the names of the bodies."""
    watching = (body for body in bodies().values() if body.mechanism == "treaty-body" and body.instrument)
    return {key(plain(name)): body.instrument for body in watching for name in body.all_names}


@cache
def _pattern() -> re.Pattern[str]:
    return compiled(rf"(?<!\w){pattern(tree_of(_watched()))}(?!\w)")


def watched_by(folded: str, start: int, end: int) -> str:
    """The treaty of the one body that `folded[start:end]` names; "" where it names none, or several."""
    found = {_watched()[key(match[0])] for match in _pattern().finditer(folded, start, end)}
    return found.pop() if len(found) == 1 else ""
