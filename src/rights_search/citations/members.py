"""The members of a list of parts: how each is printed, what it is, where it ends, and what may follow it."""

import re

from msgspec import Struct

from rights_search.citations.division_words import (
    BARE,
    BRACKETED,
    DEGREE,
    DOTTED,
    GOES_DEEPER,
    HALF_BRACKETED,
    LISTED_POINT,
    PART,
)
from rights_search.citations.ranges import through
from rights_search.citations.roman_points import POINTS, ROMAN_POINT


class Provision(Struct, frozen=True):
    """A provision as its numbers (`("8", "2", "g")`), printed at `text[start:end]`."""

    path: tuple[str, ...]
    start: int
    end: int


class Form(Struct, frozen=True):
    """How the members of one list are printed."""

    pattern: re.Pattern[str]
    listed: bool = True  #: more of the kind may follow
    words: bool = False  #: introduced by “párrafos”: a list ends behind its “y”


DOTS = Form(DOTTED)
BRACKETS = Form(BRACKETED)
HALF_BRACKETS = Form(HALF_BRACKETED)
WORDED = Form(PART, words=True)
WORDED_ONE = Form(PART, listed=False, words=True)
POINTS_LISTED = Form(LISTED_POINT, words=True)
DEGREES = Form(DEGREE, words=True)


def alternatives(form: Form, first: str) -> tuple[re.Pattern[str], ...]:
    """How a further member may be printed behind the first."""
    if form is DOTS:
        return (HALF_BRACKETED, BARE) if first.isalpha() else ()
    return (form.pattern,)


def same_kind(path: tuple[str, ...], level: int, value: str) -> bool:
    """Whether a value may stand in a list beside that of the path: a number, a letter, or a Roman point of a letter."""
    beside, above = path[level], path[level - 1]
    if value.isdigit() or beside.isdigit():
        return value.isdigit() and beside.isdigit()
    if level > 1 and above in POINTS and len(beside) == len(value) == 1:
        return True  # “I, d e i”: letters of a point
    if above.isalpha() or len(beside) > 1 or len(value) > 1:
        return bool(re.fullmatch(ROMAN_POINT, value) and re.fullmatch(ROMAN_POINT, beside))
    return True


def goes_up(pattern: re.Pattern[str], before: Provision, following: re.Match[str]) -> bool:
    """Whether a bare letter continues the alphabet; anything in brackets needs no such proof, a bare “y” is a word."""
    value = value_of(following)[-1]
    if pattern is PART and value.isalpha():
        if following["open"] or following.string.startswith(")", following.end()):
            return True
        roman = value in POINTS and before.path[-1] in POINTS
        return POINTS.index(value) > POINTS.index(before.path[-1]) if roman else value > before.path[-1]
    return pattern is not BARE or before.path[-1] < value


def value_of(found: re.Match[str]) -> tuple[str, ...]:
    """The number or the letter of a part that was found."""
    if "part" in found.groupdict():
        return (found["part"],)
    return tuple(group for group in found.groups() if group)


def end_of(folded: str, found: re.Match[str], form: Form) -> int:
    """Where a part ends: behind its bracket, unless that closes one opened before, as in “(art. 8.2.b)”."""
    end = found.end()
    if found[0].endswith(")") or not folded.startswith(")", end) or value_of(found)[-1].isdigit():
        return end
    if GOES_DEEPER.match(folded, end + 1):
        return end + 1
    before = folded[max(0, end - 200) : end]
    return end if before.count("(") > before.count(")") else end + 1


def closed(folded: str, part: Provision) -> Provision:
    """The part with the bracket behind it: “(párr. 3)”."""
    end = part.end + 1 if folded.startswith(")", part.end) else part.end
    return Provision(part.path, part.start, end)


def ranged(first: Provision, last: str, end: int) -> list[Provision]:
    """The parts from the first to the last, all printed at one place."""
    values = through(first.path[-1], last)
    return [Provision((*first.path[:-1], value), first.start, end) for value in (first.path[-1], *values)]
