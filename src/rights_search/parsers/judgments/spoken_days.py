r"""Days written out: "this fifth day of December in the year two thousand and fourteen", as old courts close.

In English, French and Portuguese. The words of a number stand one behind the other and are added up, "thousand" makes
thousands of what stands before it; the same word means the same number in all three languages, or stands in one only.
"""

import datetime
import re

from rights_search.parsers.observations.dates import NUMBER, UNITS
from rights_search.vocabulary import any_of, fold

_COUNTED = {
    1: "one first un une premier unieme um primeiro",
    2: "two deux deuxieme dois segundo",
    3: "three trois troisieme tres terceiro",
    4: "four quatre quatrieme quatro quarto",
    5: "five cinq cinquieme cinco quinto",
    6: "six sixieme seis sexto",
    7: "seven sept septieme sete setimo",
    8: "eight huit huitieme oito oitavo",
    9: "nine neuf neuvieme nove nono",
    10: "ten dix dixieme dez decimo",
    11: "eleven onze onzieme",
    12: "twelve douze douzieme doze",
    13: "thirteen treize treizieme treze",
    14: "fourteen quatorze quatorzieme catorze",
    15: "fifteen quinze quinzieme",
    16: "sixteen seize seizieme dezasseis dezesseis",
    17: "seventeen dezassete dezessete",
    18: "eighteen dezoito",
    19: "nineteen dezanove dezenove",
    20: "twenty twentieth vingt vingtieme vinte vigesimo",
    30: "thirty thirtieth trente trentieme trinta trigesimo",
    1000: "thousand mille mil",
}
_VALUES = {word: number for number, words in _COUNTED.items() for word in words.split()} | {
    fold(word): number for word, number in UNITS.items() if word.isascii()
}
_WORD = any_of(_VALUES)
_NUMBER = re.compile(rf"\b{_WORD}(?:[\s-]+(?:(?:and|et|e)[\s-]+)?{_WORD})*\b")
_MONTH = "|".join(sorted(map(fold, NUMBER), key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\b\W+(?:(?:day|jour|dias?)\b)?[^\d.;]{{0,16}}?\b"
    rf"(?P<month>{_MONTH})\b[^\d.;]{{0,24}}(?P<year>(?:19|20)\d\d)\b"
)


def spoken_day(text: str) -> str:
    """The first day of a text that is written out, wholly or in part; "" where there is none."""
    found = _DAY.search(_NUMBER.sub(_in_figures, fold(text)))
    if not found:
        return ""
    month = next(number for name, number in NUMBER.items() if fold(name) == found["month"])
    try:
        return datetime.date(int(found["year"]), month, int(found["day"])).isoformat()
    except ValueError:
        return ""


def _in_figures(words: re.Match[str]) -> str:
    total = 0
    for word in re.findall(_WORD, words[0]):
        value = _VALUES[word]
        total = max(total, 1) * value if value == max(_COUNTED) else total + value
    return str(total)
