"""Dates as they are known: a year, a month or a day, written so that they sort."""

import re
from datetime import date

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def is_date(text: str) -> bool:
    """Whether a text is a possible date in ISO 8601, as precise as is known: 2016, 2016-07, 2016-07-11."""
    shape = _SHAPE.fullmatch(text)
    if not shape:
        return False
    try:
        date(int(shape[1]), int(shape[2] or 1), int(shape[3] or 1))
    except ValueError:
        return False
    return True


def is_before(first: str, second: str) -> bool:
    """Whether a date is surely before another; two that agree as far as both are known are not."""
    known = min(len(first), len(second))
    return first[:known] < second[:known]
