"""The numbers of lines in a PDF's margin are left out and counted; numbers of paragraphs and rows are text."""

import pytest

from office_files import Placed, pdf
from rights_search.model import Source
from rights_search.parsers import transcribed
from rights_search.parsers.transcripts import Account

Page = list[Placed]
ROWS = 40
SENTENCE = "Of the village's wells and of the rivers that feed them nobody knows"
GOING_ON = "how much water they give, nor whose cattle drink from them at night."


def read(pages: list[Page]) -> tuple[str, Account]:
    account = Account()
    return transcribed(Source("x.pdf", pdf(pages)), account).data.decode(), account


def lines(top: float = 700.0, rows: int = ROWS) -> Page:
    return [(60.0, top - 14 * at, 11.0, GOING_ON if at % 2 else SENTENCE) for at in range(rows)]


def numbers(begin: int, every: int = 1, left: float = 30.0, rows: int = ROWS) -> Page:
    """Beside the lines, right-aligned, drawn behind the whole page as word processors do."""
    shown = [(at, str(begin + at)) for at in range(rows) if (begin + at) % every == 0]
    return [(left - 6.1 * len(figures), 700.0 - 14 * at, 11.0, figures) for at, figures in shown]


@pytest.mark.parametrize("every", [1, 5])
@pytest.mark.parametrize("left", [45.0, 560.0], ids=["left margin", "right margin"])
def test_the_numbers_of_lines_are_left_out_and_counted(every: int, left: float) -> None:
    drawn = [numbers(1 + ROWS * at, every, left) for at in range(3)]
    made, account = read([[*lines(), *own] for own in drawn])
    assert not any(sign.isdecimal() for sign in made)
    assert account.left_out["line numbers"] == sum(len(figures) for own in drawn for *_, figures in own)


def test_numbering_may_begin_anew_on_each_page_and_leave_a_short_page() -> None:
    made, _ = read([[*lines(), *numbers(1)], [*lines(), *numbers(1)], [*lines(rows=2), *numbers(1, rows=2)]])
    assert not any(sign.isdecimal() for sign in made)


def test_numbers_of_paragraphs_in_the_margin_are_text() -> None:
    """They ascend by one, in a column of their own, but few of the lines have one."""
    own = [(40.0, 700.0 - 14 * at, 11.0, str(1 + at // 5)) for at in range(0, ROWS, 5)]
    made, account = read([[*lines(), *own]] * 3)
    assert all(figures in made for *_, figures in own)
    assert "line numbers" not in account.left_out


def test_numbers_of_the_rows_of_a_table_are_text() -> None:
    rows = [(60.0, 700.0 - 14 * at, 11.0, SENTENCE) for at in range(ROWS)]
    made, account = read([[*rows, *numbers(1 + ROWS * at, left=45.0)] for at in range(2)])
    assert "60" in made
    assert "line numbers" not in account.left_out


# --- Drawn just before their lines ---


def led(page: Page, begin: int, every: int = 1) -> Page:
    """Each number is drawn before its line, small and a little apart: PDFium makes one line of both."""
    made: Page = []
    for at, (left, top, size, words) in enumerate(page):
        if (begin + at) % every == 0:
            made.append((left - 6.0 - 4.5 * len(str(begin + at)), top, 8.0, str(begin + at)))
        made.append((left, top, size, words))
    return made


@pytest.mark.parametrize("every", [1, 5])
def test_the_numbers_that_lead_their_lines_are_left_out_and_counted(every: int) -> None:
    drawn = [led(lines(rows=ROWS if at < 3 else 2), 1 + ROWS * at, every) for at in range(4)]
    made, account = read(drawn)
    assert not any(sign.isdecimal() for sign in made)
    shown = (str(number) for number in range(1, 3 * ROWS + 3) if number % every == 0)
    assert account.left_out["line numbers"] == sum(map(len, shown))


def test_the_numbers_of_paragraphs_behind_those_of_lines_are_text() -> None:
    page = [
        (x, y, size, f"{at // 4 + 1}. {words}" if at % 4 == 0 else words)
        for at, (x, y, size, words) in enumerate(lines())
    ]
    made, _ = read([led(page, 1)])
    assert [line.split(".")[0] for line in made.split("\n\n")] == [str(number) for number in range(1, ROWS // 4 + 1)]
    assert "[^" not in made


def test_a_list_whose_items_have_numbers_without_a_full_stop_is_text() -> None:
    items = [(60.0, 700.0 - 14 * at, 11.0, f"{1 + at} {SENTENCE}") for at in range(ROWS)]
    made, account = read([items])
    assert f"{ROWS} {SENTENCE}" in made
    assert "line numbers" not in account.left_out
