"""Rows of a table in a PDF are lines of the paragraph above them, and no headings of the one below; none is lost."""

from collections.abc import Sequence

from office_files import Placed, pdf
from rights_search.model import Declaration, Passage, Source, SourceKind
from rights_search.parsers import parse

Row = tuple[str, ...]


def passages(*blocks: str | Sequence[Row], bold: bool = False) -> tuple[Passage, ...]:
    """The passages of a page of paragraphs, headings and tables, one below the other."""
    placed: list[Placed] = []
    top = 790.0
    for block in blocks:
        rows = [(block,)] if isinstance(block, str) else block
        for row in rows:
            placed += [(60.0 + 170 * at, top, 11.0, cell) for at, cell in enumerate(row)]
            top -= 22
        top -= 12
    declared = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS, body="crc", state="URY", language="en")
    return parse(Source("wells.pdf", pdf([placed], bold=bold), declared)).documents[0].passages


WELLS = [("Village", "Wells 2022", "Wells 2023"), ("Alausí", "15", "21"), ("Biblián", "8", "4")]
WORDS = [("Village", "Water"), ("Alausí", "Clean"), ("Biblián", "Dirty"), ("Colta", "None at all"), ("Déleg", "Clean")]


def test_rows_of_figures_are_lines_of_the_paragraph_above() -> None:
    first, second = passages("1. The wells are these:", WELLS, "2. The wells are dry.")
    assert first.text.split("\n")[1:] == ["Village Wells 2022 Wells 2023", "Alausí 15 21", "Biblián 8 4"]
    assert not second.path


def test_rows_of_words_are_lines_of_the_paragraph_above() -> None:
    first, second = passages("1. The water is this:", WORDS, "2. The wells are dry.")
    assert [row.split()[0] for row in first.text.split("\n")[1:]] == ["Village", "Alausí", "Biblián", "Colta", "Déleg"]
    assert not second.path


def test_a_heading_behind_a_table_is_a_heading() -> None:
    for table in (WELLS, WORDS):
        *_, last = passages("1. The wells are these:", table, "B. Of rivers", "2. The rivers are clean.")
        assert last.path == ("B. Of rivers",)


def test_of_two_headings_one_below_the_other_none_is_lost() -> None:
    for bold in (False, True):
        *_, last = passages(
            "1. The wells are dry.", "Of rivers", "Of their banks", "2. The rivers are clean.", bold=bold
        )
        assert last.path == ("Of rivers", "Of their banks")


def test_a_heading_takes_the_place_of_the_one_whose_paragraphs_are_done() -> None:
    made = passages(
        "1. Dry wells.", "Of rivers", "2. Clean rivers.", "Of lakes", "3. Deep lakes.", "Of rain", "4. Much rain."
    )
    assert [passage.path for passage in made] == [(), ("Of rivers",), ("Of lakes",), ("Of rain",)]


def test_a_bold_cell_of_figures_is_no_heading() -> None:
    first, second = passages("1. Wells:", [("2019–20",), ("118–119",)], "2. The rivers are clean.", bold=True)
    assert first.text.split("\n")[1:] == ["2019–20", "118–119"]
    assert not second.path
