"""Dates as precise as they are known."""

import pytest

from rights_search.model import is_before, is_date


@pytest.mark.parametrize("text", ["2016", "2016-07", "2016-07-11", "2016-02-29", "1948-12-10"])
def test_a_year_a_month_and_a_day_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "16", "2016-13", "2015-02-29", "11/07/2016", "2016-7-1", "2016-07-11T00", "２０１６"]
)
def test_what_is_in_no_calendar_is_not(text: str) -> None:
    assert not is_date(text)


def test_only_what_is_surely_earlier_is_before() -> None:
    assert is_before("2015-12-31", "2016")
    assert not is_before("2016", "2016-07-11")
    assert not is_before("2016-07-11", "2016")
    assert not is_before("2016-07-11", "2016-07-11")
