"""The treaty a text means by the body it has just named: “the Committee against Torture reads article 2”."""

import re
from collections.abc import Iterable
from functools import cache

from rights_search.citations.folding import plain
from rights_search.citations.spaces import compiled
from rights_search.citations.usage import COURTS
from rights_search.citations.words import key, pattern, tree_of
from rights_search.vocabulary import Body, bodies


@cache
def _watched() -> dict[str, str]:
    """The treaties that treaty bodies watch, by the names of the bodies."""
    return _of("treaty-body")


@cache
def _applied() -> dict[str, str]:
    """… and those that regional courts apply."""
    return _watched() | _of("regional-court") | {key(plain(name)): treaty for name, treaty in COURTS.items()}


def _of(mechanism: str) -> dict[str, str]:
    watching = (body for body in bodies().values() if body.mechanism == mechanism and body.instrument)
    return {key(plain(name)): body.instrument for body in watching for name in _names(body)}


def _names(body: Body) -> Iterable[str]:
    return filter(None, (*body.all_names, body.fr, body.pt))


@cache
def _bodies() -> dict[str, str]:
    """The treaty bodies, by their names."""
    bodies_ = (body for body in bodies().values() if body.mechanism == "treaty-body")
    return {key(plain(name)): body.id for body in bodies_ for name in _names(body)}


@cache
def _speakers() -> re.Pattern[str]:
    return compiled(rf"(?<!\w){pattern(tree_of(_bodies()))}(?!\w)")


def speakers(folded: str, start: int, end: int) -> list[tuple[int, str]]:
    """The treaty bodies that `folded[start:end]` names, each with where its name begins."""
    return [(found.start(), _bodies()[key(found[0])]) for found in _speakers().finditer(folded, start, end)]


@cache
def _pattern(*, courts: bool) -> re.Pattern[str]:
    return compiled(rf"(?<!\w){pattern(tree_of(_applied() if courts else _watched()))}(?!\w)")


def watched_by(folded: str, start: int, end: int, *, courts: bool = False) -> str:
    """The treaty of the one body that `folded[start:end]` names; "" where it names none, or several.

    `courts`: a regional court is such a body, too.
    """
    found = {_applied()[key(match[0])] for match in _pattern(courts=courts).finditer(folded, start, end)}
    return found.pop() if len(found) == 1 else ""
