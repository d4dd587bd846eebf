"""How articles and their parts are numbered: in digits, Roman numerals, letters and words, in four languages."""

from functools import cache, lru_cache
from itertools import pairwise

from rights_search.vocabulary import fold

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
#: The Latin adverbs of articles put in between: 14 bis, 14 ter …
LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")

_SPANISH = {
    "primer": 1,
    "segund": 2,
    "tercer": 3,
    "cuart": 4,
    "quint": 5,
    "sext": 6,
    "septim": 7,
    "setim": 7,
    "octav": 8,
    "noven": 9,
    "decim": 10,
    "undecim": 11,
    "duodecim": 12,
    "vigesim": 20,
    "trigesim": 30,
    "cuadragesim": 40,
    "quincuagesim": 50,
    "sexagesim": 60,
    "unic": 1,
}
_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = {
    "twenty": 20,
    "twentieth": 20,
    "thirty": 30,
    "thirtieth": 30,
    "forty": 40,
    "fortieth": 40,
    "fifty": 50,
    "fiftieth": 50,
}
_FRENCH = {
    "premier": 1,
    "premiere": 1,
    "deuxieme": 2,
    "troisieme": 3,
    "quatrieme": 4,
    "cinquieme": 5,
    "sixieme": 6,
    "septieme": 7,
    "huitieme": 8,
    "neuvieme": 9,
    "dixieme": 10,
}
#: The words that stand for a number as they are.
_WHOLE = {word: at for row in (_UNITS, _ORDINALS) for at, word in enumerate(row.split(), 1)} | _TENS | _FRENCH
#: What Portuguese spells otherwise than Spanish.
_PORTUGUESE = {"primeir": 1, "terceir": 3, "oitav": 8, "non": 9}


def roman(text: str) -> int | None:
    """The value of a Roman numeral up to 399 in the form in use (IV, not IIII), or None.

    >>> roman("XLIV"), roman("IIX"), roman("mix")
    (44, None, None)
    """
    lower = text.lower()
    if not lower or len(lower) > 9 or any(c not in "ivxlc" for c in lower):
        return None
    value = 0
    for position, character in enumerate(lower):
        worth = ROMAN[character]
        value += -worth if any(ROMAN[later] > worth for later in lower[position + 1 : position + 2]) else worth
    return value if 0 < value < 400 and to_roman(value) == lower else None


@cache
def to_roman(value: int) -> str:
    """The value in Roman numerals, lower case.

    >>> to_roman(94)
    'xciv'
    """
    steps = zip((100, 90, 50, 40, 10, 9, 5, 4, 1), ("c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"), strict=True)
    out = ""
    for worth, letters in steps:
        count, value = divmod(value, worth)
        out += letters * count
    return out


@lru_cache(maxsize=4096)  # asked of the beginning of every line
def ordinal(words: str) -> int | None:
    """The number that one to three words stand for, or None.

    >>> ordinal("Vigésima tercera"), ordinal("TWENTY-ONE"), ordinal("Second"), ordinal("derechos")
    (23, 21, 2, None)
    """
    parts = fold(words.replace("-", " ")).split()
    if not 0 < len(parts) <= 3:
        return None
    values = [_word(part) for part in parts]
    if any(value is None for value in values):
        return None
    found = [value for value in values if value is not None]
    rising = any(later >= earlier for earlier, later in pairwise(found))
    return None if rising else sum(found)


def _word(word: str) -> int | None:
    if known := _WHOLE.get(word):
        return known
    stem = word.rstrip("s").removesuffix("a").removesuffix("o") if word not in ("primer", "tercer") else word
    whole = _SPANISH.get(stem) or (_PORTUGUESE.get(stem) if stem != word else None)
    if whole:
        return whole
    # decimoprimera, vigesimotercero, and with one "o" for two decimoctava
    for tens in ("decim", "vigesim", "trigesim", "cuadragesim", "quincuagesim"):
        for joint in (f"{tens}o", f"{tens}a", tens):
            rest = stem.removeprefix(joint)
            if rest != stem and rest in _SPANISH:
                return _SPANISH[tens] + _SPANISH[rest]
    return None
