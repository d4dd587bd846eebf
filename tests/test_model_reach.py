"""What counts as cited when a text names a part of something."""

import pytest

from rights_search.model import pinpoint, reached


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("achr", ("achr",)),
        ("achr#8", ("achr", "achr#8")),
        ("achr#8.1.c", ("achr", "achr#8", "achr#8.1", "achr#8.1.c")),
        ("achr#art_8__para_1__point_c", ("achr", "achr#8", "achr#8.1", "achr#8.1.c")),
        (
            "ecuador-constitution#57.inc2",
            ("ecuador-constitution", "ecuador-constitution#57", "ecuador-constitution#57.inc2"),
        ),
        ("iacthr-c-298#para_173", ("iacthr-c-298", "iacthr-c-298#para_173")),
        ("a-hrc-36-4#rec_118-12", ("a-hrc-36-4", "a-hrc-36-4#rec_118-12")),
    ],
)
def test_a_part_is_cited_with_all_that_holds_it(target: str, expected: tuple[str, ...]) -> None:
    assert reached(target) == expected


@pytest.mark.parametrize(
    ("eid", "expected"),
    [
        ("art_8", "8"),
        ("art_66__num_3", "66.3"),
        ("art_57__inc_2", "57.inc2"),
        ("art_9__para_1__point_a", "9.1.a"),
        ("para_12", "para_12"),
        ("opinion_1__para_4", "opinion_1__para_4"),
        ("", ""),
    ],
)
def test_a_passage_is_called_as_a_concordance_calls_it(eid: str, expected: str) -> None:
    assert pinpoint(eid) == expected
