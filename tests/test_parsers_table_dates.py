"""Dates in the cells of tables: read where they can mean only one day, never taken unread."""

import pytest

from rights_search.model import is_date
from rights_search.parsers.table_dates import UNREAD, UNSURE, date_in


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2031-02-12", "2031-02-12"),
        ("2031-02-12T00:00:00", "2031-02-12"),
        ("2031-02-12 09:30", "2031-02-12"),
        ("2031/2/12", "2031-02-12"),
        ("2031-02", "2031-02"),
        ("2031", "2031"),
        ("47891", "2031-02-12"),
        ("47891.5", "2031-02-12"),
        ("13/02/2031", "2031-02-13"),
        ("2/13/2031", "2031-02-13"),
        ("13.2.2031", "2031-02-13"),
        ("05-05-2031", "2031-05-05"),
        ("13/02/2031 00:00:00", "2031-02-13"),
        ("02/2031", "2031-02"),
        ("12 Feb 2031", "2031-02-12"),
        ("12-feb-2031", "2031-02-12"),
        ("12 févr. 2031", "2031-02-12"),
        ("1er août 2031", "2031-08-01"),
        ("12 de febrero de 2031", "2031-02-12"),
        ("February 12th, 2031", "2031-02-12"),
        ("Wednesday, 12 February 2031", "2031-02-12"),
        ("febrero de 2031", "2031-02"),
        ("", ""),
    ],
)
def test_a_date_that_can_mean_one_day_is_read(cell: str, date: str) -> None:
    assert date_in(cell) == (date, "")


@pytest.mark.parametrize(
    ("cell", "date", "doubt"),
    [
        ("12/02/2031", "2031", UNSURE),
        ("1.7.2031", "2031", UNSURE),
        ("31/02/2031", "2031", UNREAD),
        ("12/02/31", "", UNREAD),
        ("17000", "", UNREAD),
        ("99999", "", UNREAD),
        ("1815", "", UNREAD),
        ("spring of 2031", "2031", UNREAD),
        ("2030 or 2031", "", UNREAD),
        ("12 jui 2031", "2031", UNREAD),
        ("not dated", "", UNREAD),
    ],
)
def test_any_other_gives_its_year_at_most_and_says_why(cell: str, date: str, doubt: str) -> None:
    assert date_in(cell) == (date, doubt)


@pytest.mark.parametrize("cell", ["2031-13-40", "32/32/2031", "9" * 5000, "0" * 4, "٢٠٣١", "12 " * 3000, "Feb " * 3000])
def test_whatever_stands_there_only_a_date_comes_out(cell: str) -> None:
    date, _ = date_in(cell)
    assert not date or is_date(date)
