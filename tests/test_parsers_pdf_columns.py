"""Two columns of a PDF that take up a part of a page: above and below them stands what goes over its whole width."""

import re

import pytest

from office_files import Placed, pdf
from rights_search.model import Source
from rights_search.parsers import transcribed
from rights_search.parsers.transcripts.account import Account

Page = list[Placed]
LEFT, RIGHT = 60.0, 320.0
VILLAGES = ("Alausí", "Biblián", "Colta", "Déleg", "Echeandía", "Flavio", "Girón", "Huaca", "Isidro", "Jama", "Loja")


def read(*pages: Page) -> str:
    return transcribed(Source("x.pdf", pdf(pages)), Account()).data.decode()


def numbers(text: str) -> list[int]:
    """The numbers of the paragraphs that are read whole, in their order."""
    return [int(found[1]) for found in re.finditer(r"^(\d+)\. The wells .* of each of them\.", text, re.MULTILINE)]


def column(left: float, top: float, *own: int, note: str = "") -> Page:
    """Paragraphs of three lines below each other."""
    made = []
    for at, number in enumerate(own):
        words = (
            f"{number}. The wells of {VILLAGES[number % len(VILLAGES)]} are dry and nobody looked,",
            "because the State has not tested them for long; it",
            "should test and keep all the wells of each of them.",
        )
        made += [(left, top - 48 * at - 13 * row, 10.0, line) for row, line in enumerate(words)]
    if note:
        made.append((left, 100.0, 7.0, note))
    return made


def over_the_whole_width(top: float, lines: int) -> Page:
    words = "Whoever goes from the coast to the hills will see how far the rivers of the land have gone from their beds"
    return [(LEFT, top - 13 * at, 10.0, f"{words}, {at}") for at in range(lines)]


def across(page: Page) -> Page:
    """As programs draw it that write a page line by line from edge to edge."""
    return sorted(page, key=lambda word: (-word[1], word[0]))


def test_notes_of_the_left_column_are_notes_though_the_foot_of_the_page_stands_below_them() -> None:
    pages = []
    for note, first, of in (("1", 1, "wells"), ("2", 7, "rivers and lakes")):
        left = column(LEFT, 560, first, first + 1, first + 2, note=f"{note} See the map of {of}.")
        right = column(RIGHT, 560, first + 3, first + 4, first + 5)
        marked = [(LEFT + 222, 566.0, 5.0, note)]
        foot = (LEFT, 40.0, 9.0, f"Page {note}")
        pages.append([*over_the_whole_width(760, 8), left[0], *marked, *left[1:], *right, foot])
    made = read(*pages)
    assert [int(number) for number in re.findall(r"^(\d+)\. The wells", made, re.MULTILINE)] == list(range(1, 13))
    assert "[^1]: See the map of wells.\n" in made
    assert made.rstrip().endswith("[^2]: See the map of rivers and lakes.")


def test_columns_below_and_above_text_over_the_whole_width_are_read_one_after_the_other() -> None:
    above = [*column(LEFT, 640, 1, 2, 3), *column(RIGHT, 640, 4, 5)]
    below = [*column(LEFT, 380, 6, 7), *column(RIGHT, 380, 8, 9)]
    last = [*column(LEFT, 790, 10, 11), *column(RIGHT, 790, 12, 13)]
    page = [*over_the_whole_width(780, 9), *above, *over_the_whole_width(480, 6), *below, *over_the_whole_width(260, 9)]
    assert numbers(read(across(page), across(last))) == list(range(1, 14))


def test_the_heading_of_what_follows_columns_ends_none_of_them() -> None:
    columns = [*column(LEFT, 780, 1, 2, 3), *column(RIGHT, 780, 4, 5)]
    page = [*columns, (LEFT, 620.0, 16.0, "II. Rivers"), *over_the_whole_width(590, 8)]
    made = read(across(page))
    assert numbers(made) == [1, 2, 3, 4, 5]
    assert made.index("5. The wells") < made.index("II. Rivers") < made.index("Whoever")


def test_a_line_of_the_right_column_that_stands_a_little_higher_is_no_part_of_the_left_one() -> None:
    left, right = column(LEFT, 780, 1, 2, 3, 4), column(RIGHT, 780, 5, 6, 7, 8)
    right = [(x, y + (3 if 600 < y < 740 else 0), size, words) for x, y, size, words in right]
    assert numbers(read(across([*left, *right]))) == list(range(1, 9))


def test_items_of_a_list_that_are_set_in_are_lines_of_their_column() -> None:
    items = [(LEFT + 80, 700.0 - 13 * at, 10.0, "(i) of the rivers and rains") for at in range(16)]
    left = [*column(LEFT, 780, 1), *items, (LEFT, 100.0, 7.0, "1 See the map on the left.")]
    marked = (LEFT + 222, 786.0, 5.0, "1")
    made = read([left[0], marked, *left[1:], *column(RIGHT, 780, 2, 3, 4, 5)])
    assert numbers(made)[-4:] == [2, 3, 4, 5]
    assert made.rstrip().endswith("[^1]: See the map on the left.")


@pytest.mark.parametrize("wide", [3, 12], ids=["a short table", "a long one"])
def test_a_table_below_a_text_is_read_row_by_row(wide: int) -> None:
    rows = [
        word
        for at in range(wide)
        for word in ((LEFT, 500 - 20 * at, 10.0, f"Canton {at}"), (330.0, 500 - 20 * at, 10.0, f"{70 + at} of 100"))
    ]
    made = read([*over_the_whole_width(780, 20), *rows])
    assert made.index("70 of 100") < made.index("Canton 1")
