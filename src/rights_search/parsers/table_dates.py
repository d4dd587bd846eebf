"""The date in a cell of a table, where it can mean only one; else as much of it as is sure, and why no more."""

import re
from datetime import date, timedelta

from rights_search.model import is_date
from rights_search.parsers.observations.dates import MONTHS
from rights_search.vocabulary import fold

_CLOCK = r"(?:[t ]\s?[0-9]{1,2}:[0-9]{2}.*)?"
_ISO = re.compile(rf"([0-9]{{4}})(?:[-/.]([0-9]{{1,2}})(?:[-/.]([0-9]{{1,2}}))?)?{_CLOCK}")
_IN_FIGURES = re.compile(rf"([0-9]{{1,2}})\s?[-/.]\s?([0-9]{{1,2}})\s?[-/.]\s?([0-9]{{4}}){_CLOCK}")
_MONTH_ALONE = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_NAMED = re.compile(r"([a-z]{3,10})\.?")
_NUMBER = re.compile(r"([0-9]{1,4})(?:º|°|ª|st|nd|rd|th|er|o)?")
#: Words of a written date that are neither day, month nor year, and the days of the week (folded).
_FILLING = re.compile(r"\b(?:de|del|of|le|the|el)\b|[,./-]")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: The day that workbooks count from, and the numbers of days that stand for 1950 to 2100.
_FIRST_DAY = date(1899, 12, 30)
_DAYS = range((date(1950, 1, 1) - _FIRST_DAY).days, (date(2101, 1, 1) - _FIRST_DAY).days)
_DAY_NUMBER = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
_NAMES = tuple(frozenset(map(fold, names.split())) for names in MONTHS)

UNSURE = "its day and its month cannot be told apart"
UNREAD = "it cannot be read as a date"


def date_in(cell: str) -> tuple[str, str]:
    """The date in ISO 8601, as precise as it is sure; and what is unsure of it, where anything is.

    >>> date_in("13/02/2031"), date_in("12 Feb 2031"), date_in("12/02/2031")[0]
    (('2031-02-13', ''), ('2031-02-12', ''), '2031')
    """
    text = fold(cell)
    if not text:
        return "", ""
    for read in (_iso, _counted, _in_figures, _written):
        found, doubt = read(text)
        if found and is_date(found):
            return found, doubt
    years = set(_YEAR.findall(text))
    return (years.pop() if len(years) == 1 else ""), UNREAD


def _iso(text: str) -> tuple[str, str]:
    found = _ISO.fullmatch(text)
    return (_joined(*found.groups()), "") if found and _YEAR.fullmatch(found[1]) else ("", "")


def _counted(text: str) -> tuple[str, str]:
    """A cell without the form of a date shows the number of its day."""
    found = _DAY_NUMBER.fullmatch(text)
    if not found or int(found[1]) not in _DAYS:
        return "", ""
    return (_FIRST_DAY + timedelta(days=int(found[1]))).isoformat(), ""


def _in_figures(text: str) -> tuple[str, str]:
    if (alone := _MONTH_ALONE.fullmatch(text)) and _YEAR.fullmatch(alone[2]):
        return _joined(alone[2], alone[1]), ""
    found = _IN_FIGURES.fullmatch(text)
    if not found or not _YEAR.fullmatch(found[3]):
        return "", ""
    first, second, year = found.groups()
    possible = {day for day in (_joined(year, second, first), _joined(year, first, second)) if is_date(day)}
    if len(possible) == 2:
        return year, UNSURE
    return (possible.pop() if possible else ""), ""


def _written(text: str) -> tuple[str, str]:
    """A month by its name or the beginning of it, a year, and a day or none; a day of the week may stand before."""
    day = month = year = ""
    for word in _FILLING.sub(" ", text).split():
        if (number := _NUMBER.fullmatch(word)) and len(number[1]) == 4 and not year:
            year = number[1]
        elif number and len(number[1]) < 3 and not day:
            day = number[1]
        elif (name := _NAMED.fullmatch(word)) and (named := _month(name[1])) and not month:
            month = str(named)
        elif not (name and not day and not month and not year):
            return "", ""
    return (_joined(year, month, day or None), "") if month and _YEAR.fullmatch(year) else ("", "")


def _month(name: str) -> int:
    """The one month whose name begins so."""
    months = {number for number, names in enumerate(_NAMES, 1) if any(full.startswith(name) for full in names)}
    return months.pop() if len(months) == 1 else 0


def _joined(year: str, month: str | None = None, day: str | None = None) -> str:
    return "-".join(part.zfill(2) for part in (year, month, day) if part)
