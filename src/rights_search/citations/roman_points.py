"""The points of an article that bear Roman numbers."""

#: Roman points in their order; “c” and “d” alone are letters.
_ONES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
#: … up to the seventy-nine of article 5 of Brazil's constitution; “l” alone is a letter.
POINTS = (*_ONES, *(point for tens in _TENS for ones in ("", *_ONES) if (point := f"{tens}{ones}") != "l"))
ROMAN_POINT = r"(?:lx{0,3}|xl|x{0,3})(?:i[xv]|vi{0,3}|i{1,3})|lx{1,3}|xl|x{1,3}"
