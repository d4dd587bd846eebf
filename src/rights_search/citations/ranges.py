"""What a range of numbers, letters or Roman points holds: “2 to 4”, “a to c”, “i a iv”."""

from rights_search.citations.roman_points import POINTS

#: A list longer than this is not one of provisions.
MOST = 50


def through(first: str, last: str) -> list[str]:
    """What follows `first` up to `last`: 3 and 4 for “2 to 4”, b and c for “a to c”."""
    if first.isdigit() and last.isdigit() and int(first) < int(last) <= int(first) + MOST:
        return [str(number) for number in range(int(first) + 1, int(last) + 1)]
    if first in POINTS and last in POINTS and POINTS.index(first) < POINTS.index(last):
        return list(POINTS[POINTS.index(first) + 1 : POINTS.index(last) + 1])
    if len(first) == len(last) == 1 and first.isalpha() and first < last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return [last]
