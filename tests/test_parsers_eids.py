"""eIds: made, read and kept unique."""

import pytest

from rights_search.parsers.eids import EID, eid, number_of, unique


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("art_9", "9"),
        ("art_66__num_3", "66.3"),
        ("art_57__inc_2", "57.inc2"),
        ("para_12", "12"),
        ("oper_3", "3"),
        ("rec_118-12", "118.12"),
        ("opinion_1__para_4", "4"),
    ],
)
def test_the_printed_number_follows_from_the_eid(name: str, number: str) -> None:
    assert EID.match(name)
    assert number_of(name) == number


def test_parts_are_joined() -> None:
    assert eid(("art", 66), ("num", 3), ("point", "A)")) == "art_66__num_3__point_a"
    assert eid(("rec", "118.12")) == "rec_118-12"


@pytest.mark.parametrize("bad", ["", "art", "art 9", "ART_9", "art_9__", "../x", "art_9#x", "paragraph_1"])
def test_what_is_no_eid(bad: str) -> None:
    assert not EID.match(bad)


def test_a_repeated_number_gets_an_eid_of_its_own() -> None:
    taken: set[str] = set()
    assert [unique("para_1", taken) for _ in range(3)] == ["para_1", "para_1-2", "para_1-3"]
