"""Counts, filters and dates over flat arrays."""

from pathlib import Path

import pytest

import search_miniature as miniature
from rights_search.index import Generation, build
from rights_search.index.columns import Columns, as_number


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> Columns:
    folder: Path = tmp_path_factory.mktemp("columns")
    build(miniature.store_of(folder / "store", miniature.documents()), folder, miniature.register())
    return Generation.open(folder).columns


def test_a_facet_counts_over_any_set_of_passages(columns: Columns) -> None:
    rights = columns.facets["right"]
    assert rights.counted(columns.everything())["66"] == 7
    judgments = columns.facets["source"].having(["judgment"], columns.size)
    assert rights.counted(judgments) == {"57": 3, "12": 1, "66.3": 1, "66": 1}


def test_values_nobody_has_are_no_error(columns: Columns) -> None:
    assert not columns.facets["body"].having(["nobody"], columns.size).any()


def test_passages_without_a_date_belong_to_no_years(columns: Columns) -> None:
    assert columns.between(1, 9999).sum() == columns.size - 1
    assert columns.between(2012, 2012).sum() == 3
    assert columns.between(None, 1999).sum() == 2


def test_documents_are_counted_once(columns: Columns) -> None:
    assert columns.documents_in(columns.everything()) == len({one.id for one in miniature.documents()})


def test_a_passage_may_only_touch_a_right(columns: Columns) -> None:
    assert columns.only_touching("12").sum() == 1
    assert not columns.only_touching("57").any()
    assert not columns.only_touching("999").any()


@pytest.mark.parametrize(
    ("date", "number"), [("2016-07-11", 20160711), ("2016-07", 20160700), ("2016", 20160000), ("", 0), ("c. 2016", 0)]
)
def test_dates_sort_as_precisely_as_they_are_known(date: str, number: int) -> None:
    assert as_number(date) == number
