"""Matrices of recommendations in Word, HTML and PDF: thematic lists of the UN's office, and those of ministries."""

from collections.abc import Sequence
from html import escape

import pytest

from office_files import docx, p, pdf
from rights_search.errors import ParseError, Refusal
from rights_search.model import Declaration, Document, Parsed, Source, SourceKind, Standing
from rights_search.parsers import parse

#: A row of one cell goes over the whole width.
Rows = Sequence[Sequence[str]]
THEMATIC: Rows = (
    ("Recommendation and recommending State", "Position of the State under review", "Themes", "Relevant SDGs"),
    ("Theme: Books & reading",),
    ("7.1 Open a reading room (Italy) (Chad);|Source of Position: A/HRC/95/7 - Para 7", "Supported", "- Books", "- 4"),
    ("Theme: Water",),
    (
        "7.12 Mend the fountain (Peru);|Source of Position: A/HRC/95/7/Add.1",
        "Noted",
        "- Water|- Health",
        "- 6",
    ),
    ("7.3 Let it run (Norway).|Source of Position: A/HRC/95/7/Add.1 - Para.4", "Supported", "- Water", "- 6"),
)
PLAIN: Rows = (
    ("Number", "Recommendation", "Recommending State", "Position"),
    ("7.1", "Open a reading room", "Italy", "Supported"),
    ("7.2", "Mend the fountain", "Antigua and Barbuda", "Noted"),
    ("7.3", "Learn from the wells of Chad", "Republic of Korea", "Supported"),
    ("7.4", "Paint the doors", "Norway", "Noted"),
)
ALBANIA = Declaration(state="ALB")


def word(rows: Rows, head: str = "", title: str = "") -> bytes:
    """A Word file with a table, a head on its pages and a title above; a stroke parts the paragraphs of a cell."""
    cells = ([f"<w:tc>{''.join(p(escape(part)) for part in cell.split('|'))}</w:tc>" for cell in row] for row in rows)
    made = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in cells)
    parts = {"header1": p(head)} if head else {}
    return docx(f"{p(title) if title else ''}<w:tbl>{made}</w:tbl>", **parts)


def page(rows: Rows, title: str) -> bytes:
    made = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html><body><h1>{title}</h1><table>{made}</table></body></html>".encode()


def printed(rows: Rows, title: str) -> bytes:
    lines = [title, *(" ".join(row) for row in rows)]
    return pdf([[(72, 780 - 30 * place, 11, words) for place, words in enumerate(lines)]])


def read(data: bytes, declared: Declaration | None = None) -> Parsed:
    return parse(Source("matrix", data, declared or Declaration()))


def document(data: bytes, declared: Declaration | None = None) -> Document:
    (only,) = read(data, declared).documents
    return only


def told(report: Document) -> list[tuple[str, str, tuple[str, ...], str, tuple[str, ...]]]:
    return [(one.num, one.text, one.recommended_by, one.response, one.path) for one in report.passages]


def test_a_thematic_list_is_one_passage_a_recommendation() -> None:
    report = document(
        word(THEMATIC, "UPR of Chile (9th Cycle - 80th Session) Thematic list of recommendations Page 1 of 2")
    )
    assert told(report) == [
        ("7.1", "Open a reading room (Italy) (Chad);", ("ITA", "TCD"), "supported", ("Books & reading",)),
        ("7.12", "Mend the fountain (Peru);", ("PER",), "noted", ("Water",)),
        ("7.3", "Let it run (Norway).", ("NOR",), "supported", ("Water",)),
    ]


def test_kind_state_session_and_symbol_are_told_from_the_file() -> None:
    report = document(word(THEMATIC, "UPR of Chile (2nd Cycle - 18th Session)"))
    assert (report.kind, report.states, report.standing) == (SourceKind.UPR, ("CHL",), Standing.EXCERPT)
    assert (report.symbol, report.id, report.date) == ("A/HRC/95/7", "a-hrc-95-7", "2014")
    assert report.title.startswith("Universal Periodic Review, session 18")


def test_what_no_passage_holds_of_a_matrix_is_counted() -> None:
    report = document(word(THEMATIC, title="UPR of Chile (2nd Cycle - 18th Session)"))
    assert {rule.rule for rule in report.left_out} == {"title above the table", "columns that no passage has"}


EXPECTED = [
    ("7.1", "Open a reading room", ("ITA",), "supported", ()),
    ("7.2", "Mend the fountain", ("ATG",), "noted", ()),
    ("7.3", "Learn from the wells of Chad", ("KOR",), "supported", ()),
    ("7.4", "Paint the doors", ("NOR",), "noted", ()),
]


@pytest.mark.parametrize(
    "data",
    [
        word(PLAIN, title="Matrix of recommendations, Albania"),
        page(PLAIN, "Matrix of recommendations – Albania"),
        printed(PLAIN, "Matrix of recommendations - Albania"),
    ],
)
def test_a_matrix_with_a_column_for_states_is_read_in_every_form(data: bytes) -> None:
    report = document(data)
    assert report.states == ("ALB",)
    assert told(report) == EXPECTED


def test_a_head_that_is_repeated_on_each_page_is_no_part_of_a_row() -> None:
    again = (*PLAIN[:3], PLAIN[0], *PLAIN[3:])
    assert told(document(printed(again, "Matrix - Albania"))) == EXPECTED
    assert told(document(word(again), ALBANIA)) == EXPECTED


def test_a_number_of_a_theme_within_a_row_begins_no_row() -> None:
    themed = [(*row, "12.4. Doors|3.1. Windows") for row in PLAIN[1:]]
    head = (*PLAIN[0], "Full list of rights")
    assert told(document(word((head, *themed)), ALBANIA)) == EXPECTED


def test_columns_between_ours_are_told_by_their_place() -> None:
    themed = [(row[0], "Houses", *row[1:]) for row in PLAIN[1:]]
    head = ("Number", "Theme", "Recommendation", "Recommending State", "Position")
    assert told(document(page((head, *themed), "Matrix – Albania"))) == EXPECTED
    assert told(document(word((head, *themed)), ALBANIA)) == EXPECTED
    with pytest.raises(ParseError, match="columns cannot be told apart in a text: give it as XLSX or CSV"):
        read(word((head, *((*row[:2], f"{row[2]}|more", *row[3:]) for row in themed))), ALBANIA)


def test_rows_may_have_numbers_of_their_own() -> None:
    counted = [(f"{place}.", *row[1:]) for place, row in enumerate(PLAIN[1:], 1)]
    report = document(page((("No.", *PLAIN[0][1:]), *counted), "Matrix – Albania"))
    assert [one[1:] for one in told(report)] == [one[1:] for one in EXPECTED]
    assert {passage.num for passage in report.passages} == {""}


def test_a_recommendation_that_begins_with_a_year_is_one() -> None:
    dated = (*PLAIN[:4], ("7.4", "2030 is the year to paint the doors", "Norway", "Noted"))
    assert told(document(page(dated, "Matrix – Albania")))[3][:2] == ("7.4", "2030 is the year to paint the doors")


def test_a_row_without_its_answer_is_named() -> None:
    many = [(f"7.{number}", "Open a door", "Italy", "Noted") for number in range(5, 45)]
    parsed = read(page((*PLAIN, *many, ("7.45", "Open a window", "Italy", "")), "Matrix – Albania"))
    assert parsed.documents[0].passages[-1].response == ""
    assert [one.message for one in parsed.problems if "no answer" in one.message] == [
        "has no State or no answer that can be told from its text"
    ]


def test_an_answer_in_two_parts_is_named_and_left_open() -> None:
    parsed = read(word((*PLAIN[:4], ("7.4", "Paint the doors", "Norway", "Supported/Noted"))), ALBANIA)
    assert told(parsed.documents[0])[3] == ("7.4", "Paint the doors", ("NOR",), "", ())
    assert "response “Supported/Noted” is neither Supported nor Noted" in {one.message for one in parsed.problems}


def test_a_table_that_follows_up_other_recommendations_is_no_matrix() -> None:
    rows = (("Recommendation", "Status", "Date"), *((row[0], row[1], "done") for row in PLAIN[1:]))
    with pytest.raises(ParseError, match="what it is cannot be told from its words"):
        read(word(rows))


def test_a_matrix_without_its_state_is_told_to_declare_it() -> None:
    with pytest.raises(ParseError, match="does not name the State under review: declare it") as refused:
        read(word(PLAIN))
    assert refused.value.code == Refusal.UNDECLARED


def test_a_matrix_whose_cells_run_together_is_told_to_come_as_a_table() -> None:
    mixed = (PLAIN[0], *((row[0], row[1], row[2], row[3], "and so on") for row in PLAIN[1:]))
    with pytest.raises(ParseError, match="give it as XLSX or CSV") as refused:
        read(printed(mixed, "Matrix - Albania"))
    assert refused.value.code == Refusal.FORM


def test_rows_without_any_answer_are_not_taken_for_parts_of_the_first() -> None:
    with pytest.raises(ParseError, match="of 4 rows 4 have no State or answer"):
        read(word((PLAIN[0], *(row[:2] for row in PLAIN[1:]))), ALBANIA)


def test_a_matrix_whose_columns_we_do_not_know_is_told_to_come_as_a_table() -> None:
    unknown = (("Row", "Words", "Whose", "Reply"), *PLAIN[1:])
    with pytest.raises(ParseError, match="XLSX or CSV"):
        read(word(unknown))
    with pytest.raises(ParseError, match="XLSX or CSV"):
        read(printed(unknown, "Matrix - Albania"))


def test_a_word_file_that_begins_with_words_keeps_the_head_of_its_pages_out() -> None:
    report = document(word(PLAIN, "UPR of Chile (2nd Cycle)", "Matrix of Albania"))
    assert report.states == ("ALB",)
