"""Dates as documents write them, made ISO 8601 ("27 de julio de 1998", "noviembre de 1991"), and session numbers."""

import datetime
import re
from collections.abc import Iterator

#: Names of the months in the languages that write them with letters, January first.
MONTHS = (
    "enero january janvier janeiro января",
    "febrero february fevrier fevereiro février февраля",
    "marzo march mars março marco марта",
    "abril april avril апреля",
    "mayo may mai maio мая",
    "junio june juin junho июня",
    "julio july juillet julho июля",
    "agosto august aout août августа",
    "septiembre setiembre september septembre setembro сентября",
    "octubre october octobre outubro октября",
    "noviembre november novembre novembro ноября",
    "diciembre december decembre décembre dezembro декабря",
)
NUMBER = {name: number for number, names in enumerate(MONTHS, start=1) for name in names.split()}
_MONTH = "|".join(sorted(NUMBER, key=len, reverse=True))
#: In small letters; what cannot begin a day or a month is passed over at once.
WRITTEN = re.compile(
    rf"(?<!\w)(?=[0-9efmajsondяфмаиюсонд])"
    rf"(?:(?P<day>[0-9]{{1,2}})(?:º|°|ª|er|st|nd|rd|th|o)?\.?\s{{1,3}}(?:de\s{{1,3}}|of\s{{1,3}})?)?"
    rf"(?P<month>{_MONTH})(?:\s{{1,3}}(?P<after>[0-9]{{1,2}})(?:st|nd|rd|th)?)?,?\s{{1,3}}(?:del?\s{{1,3}})?"
    r"(?P<year>(?:19|20)[0-9][0-9])(?!\w)"
)
CHINESE = re.compile(r"(?P<year>(?:19|20)[0-9][0-9])年(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?")
YEAR = re.compile(r"(?<![\w/.-])(?:19|20)[0-9][0-9](?![\w/-])")


ADOPTED = re.compile(r"\b(?:aprob|adopt)", re.IGNORECASE)
#: "its thirteenth session", "49.º período de sesiones"
SESSION = re.compile(
    r"(?<!\w)(?=\w)(?:(?P<number>[0-9]{1,3})(?:\.?[ºª°]|\.o|st|nd|rd|th)?|(?P<word>[a-zéó]{5,14}(?:-[a-z]{5,7})?))"
    r" (?:sessions?\b|per[ií]odo de sesiones)",
    re.IGNORECASE,
)
ORDINALS = (
    ("first", "primer"),
    ("second", "segundo"),
    ("third", "tercer"),
    ("fourth", "cuarto"),
    ("fifth", "quinto"),
    ("sixth", "sexto"),
    ("seventh", "séptimo"),
    ("eighth", "octavo"),
    ("ninth", "noveno"),
    ("tenth", "décimo"),
    ("eleventh", "undécimo"),
    ("twelfth", "duodécimo"),
    ("thirteenth", "decimotercer"),
    ("fourteenth", "decimocuarto"),
    ("fifteenth", "decimoquinto"),
    ("sixteenth", "decimosexto"),
    ("seventeenth", "decimoséptimo"),
    ("eighteenth", "decimoctavo"),
    ("nineteenth", "decimonoveno"),
)
UNITS = {word: number for number, words in enumerate(ORDINALS, start=1) for word in words}
TENS = {
    f"{tens}{end}": 10 * place
    for place, tens in enumerate(("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"), 2)
    for end in ("y", "ieth")
}


def session_in(text: str) -> str:
    """The number of the first session the text names, in figures."""
    for found in SESSION.finditer(text):
        number = found["number"] or ordinal(found["word"])
        if number:
            return str(number)
    return ""


def ordinal(word: str) -> int:
    """The number of an ordinal in words, up to ninety-ninth: "twenty-first" is 21; 0 where it is none."""
    tens, _, units = word.lower().partition("-")
    if units:
        return TENS[tens] + UNITS[units] if tens in TENS and UNITS.get(units, 10) < 10 else 0
    return UNITS.get(tens) or (TENS.get(tens, 0) if tens.endswith("th") else 0)


def dates_in(text: str) -> Iterator[tuple[int, str]]:
    """Each written date with where it begins, as precise as it is: "1998-07-27", or "1991-11" without a day."""
    for found in WRITTEN.finditer(text.lower()):
        month = NUMBER[found["month"]]
        yield found.start(), _iso(found["year"], month, found["day"] or found["after"])
    for found in CHINESE.finditer(text):
        yield found.start(), _iso(found["year"], int(found["month"]), found["day"])


def first_date(text: str) -> str:
    """The first written date of the text; else its first year; else nothing."""
    for _, date in sorted(dates_in(text)):
        return date
    year = YEAR.search(text)
    return year[0] if year else ""


def adopted_on(opening: str) -> str:
    """The date by the word: "en la sesión que tuvo el 5 de mayo de 2001, aprobó", or the one after it."""
    word = ADOPTED.search(opening)
    if not word:
        return ""
    dates = sorted(dates_in(opening))
    after = [date for start, date in dates if start >= word.start()]
    before = [date for start, date in dates if start < word.start()]
    return (after[:1] or before[-1:] or [""])[0]


def _iso(year: str, month: int, day: str | None) -> str:
    try:
        return datetime.date(int(year), month, int(day)).isoformat() if day else f"{year}-{month:02d}"
    except ValueError:
        return f"{year}-{month:02d}" if 1 <= month <= 12 else year
