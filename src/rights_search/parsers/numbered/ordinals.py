"""The numbers of headings: which follows which, "B." behind "A.", and which stands below which, "A." below "I."."""

import re

from rights_search.parsers.articles.numbers import roman

NUMBER = re.compile(r"([IVX]{1,6}|[A-Z]|\d{1,2})[.)] \S")
#: The sorts of numbers, those of the higher headings first.
ROMAN, LETTER, FIGURE = range(3)


def is_next(before: str, heading: str) -> bool:
    """Whether a heading has the number that follows another's; "I." follows "H.", and has "II." behind it as well."""
    wanted = _ordinals(heading)
    return any(wanted.get(sort) == value + 1 for sort, value in _ordinals(before).items())


def is_first_below(above: str, heading: str) -> bool:
    """Whether a heading has the first letter or figure, and the one above it a number of a higher sort."""
    higher = min(_ordinals(above), default=FIGURE)
    return any(value == 1 and higher < sort for sort, value in _ordinals(heading).items() if sort != ROMAN)


def _ordinals(heading: str) -> dict[int, int]:
    """What a heading's number may be, by its sort: "I." is the first, or the ninth letter."""
    found = NUMBER.match(heading)
    if not found:
        return {}
    sign = found[1]
    if sign.isdecimal():
        return {FIGURE: int(sign)}
    values = {LETTER: ord(sign) - ord("A") + 1} if len(sign) == 1 else {}
    value = roman(sign) if set(sign) <= set("IVX") else None
    return {ROMAN: value, **values} if value else values
