"""Notes of a PDF are tied to their marks however they were drawn; one without a mark is told of."""

from office_files import Placed, pdf
from rights_search.model import Declaration, Parsed, Source, SourceKind
from rights_search.parsers import parse, transcribed
from rights_search.parsers.transcripts import Account

Page = list[Placed]
FIRST = (60.0, 700.0, 11.0, "1. The well of the village is dry since May")  # ends at 260
SECOND = (60.0, 640.0, 11.0, "2. Nobody looks after the rivers of the land.")


def text(page: Page) -> str:
    return transcribed(Source("x.pdf", pdf([page])), Account()).data.decode()


def read(page: Page) -> Parsed:
    declared = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS, body="crc", state="URY", language="en")
    return parse(Source("wells.pdf", pdf([page]), declared))


def test_a_mark_that_was_drawn_apart_is_a_mark() -> None:
    """Programs that draw a mark as a text of its own make PDFium take it for a line."""
    mark, note = (262.0, 704.5, 7.0, "1"), (60.0, 110.0, 8.0, "1 See the map of 1999.")
    passages = read([FIRST, SECOND, mark, note]).documents[0].passages
    (noted,) = [passage for passage in passages if passage.num == "1"]
    assert noted.text.endswith("since May")
    assert [(one.mark, one.text) for one in noted.notes] == [("1", "See the map of 1999.")]


def test_a_mark_only_a_little_smaller_but_raised_is_a_mark() -> None:
    mark = (270.0, 705.0, 9.2, "1")
    assert "since May[^1]" in text([FIRST, mark, SECOND, (60.0, 110.0, 8.0, "1 See the map.")]).replace(" [", "[")


def test_notes_in_the_letters_of_the_text_begin_with_the_marks_of_the_text() -> None:
    marks = [(271.0, 705.0, 8.0, "1"), (290.0, 645.0, 8.0, "2")]
    notes = [(60.0, 200.0, 8.0, "1"), (66.0, 195.0, 11.0, "See the map."), (60.0, 180.0, 8.0, "2")]
    made = text([FIRST, marks[0], SECOND, marks[1], *notes, (66.0, 175.0, 11.0, "Of the rivers.")])
    assert "[^1]: See the map." in made
    assert "[^2]: Of the rivers." in made


def test_short_notes_that_were_read_as_one_line_are_two() -> None:
    """PDFium puts a short line behind the one above it, where that ends far to the left."""
    marks = [(271.0, 704.5, 7.0, "1"), (290.0, 644.5, 7.0, "2")]
    notes = [(60.0, 113.0, 5.0, "1"), (64.0, 110.0, 8.0, "See the map."), (120.0, 113.0, 5.0, "2")]
    made = text([FIRST, marks[0], SECOND, marks[1], *notes, (124.0, 110.0, 8.0, "Of the rivers.")])
    assert "[^1]: See the map.\n" in made
    assert "[^2]: Of the rivers." in made


def test_the_number_of_a_note_that_was_drawn_apart_begins_it() -> None:
    notes = [(60.0, 113.0, 5.0, "1"), (76.0, 110.0, 8.0, "See the map."), (60.0, 98.0, 5.0, "2")]
    made = text([FIRST, (262.0, 704.5, 7.0, "1"), SECOND, *notes, (76.0, 95.0, 8.0, "Of the rivers.")])
    assert "[^1]: See the map.\n" in made
    assert "[^2]: Of the rivers." in made


def test_a_head_that_was_drawn_behind_the_notes_is_none_of_them() -> None:
    """UN title pages in two layers: the symbol and the date come last."""
    note = (60.0, 110.0, 8.0, "1 See the map.")
    head = [(60.0, 780.0, 8.0, "United Nations CRC/C/URY/CO/9"), (60.0, 765.0, 8.0, "Distr.: General, 3 May 2025")]
    made = text([FIRST, (262.0, 704.5, 7.0, "1"), SECOND, note, *head])
    assert "[^1]: See the map.\n" in made
    assert "CRC/C/URY/CO/9" in made


def test_a_note_without_a_mark_is_told_of_and_kept() -> None:
    parsed = read([FIRST, SECOND, (60.0, 110.0, 8.0, "1 See the map of 1999.")])
    (problem,) = parsed.problems
    assert problem.locator == "notes"
    assert "1 without a mark in the text" in problem.message
    assert parsed.documents[0].passages[-1].text == "1 See the map of 1999."


def test_lines_at_an_even_distance_are_one_paragraph_however_low_their_letters() -> None:
    lines = [
        "1. The wells of every village are open to",
        "us now as a nurse saw a rose in our rows",
        "a man on a moor.",
    ]
    page = [(60.0, 700.0 - 13.5 * at, 11.0, words) for at, words in enumerate(lines)]
    assert text([*page, (60.0, 640.0, 11.0, "2. So are the rivers.")]).startswith(" ".join(lines))


def test_a_heading_of_several_lines_in_a_column_is_one() -> None:
    words = ["C. Main", "concerns and", "recommendations of us"]
    heading = [(320.0, 760.0 - 27 * at, 24.0, line) for at, line in enumerate(words)]
    body = [(320.0, 660.0 - 14 * at, 11.0, "The wells of the land are dry and unclean") for at in range(12)]
    left = [(60.0, 760.0 - 14 * at, 11.0, "The rivers of the land are wide and clean") for at in range(20)]
    assert "C. Main concerns and recommendations of us" in text([*left, *heading, *body]).split("\n")


# --- What stands above the notes, and at the edges of pages ---


def columned(top: float, rows: int) -> Page:
    return [
        (60.0, top - 14 * at, 11.0, "The wells of the land are dry and nobody looks after them") for at in range(rows)
    ]


def pages(*made: Page) -> str:
    return transcribed(Source("x.pdf", pdf(list(made))), Account()).data.decode()


def test_a_small_heading_at_the_foot_of_a_page_without_notes_stays_behind_its_text() -> None:
    first = [*columned(700, 3), (60.0, 90.0, 9.0, "Article 4. Of the wells")]
    made = pages(first, [(60.0, 760.0, 11.0, "The wells belong to those who drink.")])
    assert made.index("nobody looks") < made.index("Article 4. Of the wells") < made.index("those who drink")
    assert "Article 4. Of the wells" in made.split("\n")


def test_a_quotation_above_the_notes_is_none_of_them() -> None:
    marked = [FIRST, (262.0, 704.5, 7.0, "1"), SECOND, (60.0, 110.0, 8.0, "1 See the map.")]
    mark = (262.0, 704.5, 7.0, "2")
    quoted = [
        *columned(700, 1),
        mark,
        (100.0, 200.0, 9.5, "We drink from the river."),
        (60.0, 110.0, 8.0, "2 Idem."),
    ]
    made = pages(marked, quoted)
    assert "We drink from the river." in made.split("\n")
    assert "[^1]: See the map.\n" in made


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    marked = [FIRST, (262.0, 704.5, 7.0, "1"), SECOND, (60.0, 110.0, 8.0, "1 See the map of the")]
    made = pages(marked, [*columned(700, 3), (60.0, 110.0, 8.0, "rivers."), (60.0, 98.0, 8.0, "2 Idem.")])
    assert "[^1]: See the map of the rivers.\n" in made


def test_a_heading_at_the_foot_of_a_page_is_not_joined_with_the_next_page() -> None:
    first = [*columned(700, 3), (60.0, 90.0, 11.0, "Article 4")]
    made = pages(first, [(60.0, 760.0, 11.0, "Guarantee of wells"), *columned(730, 3)])
    assert {"Article 4", "Guarantee of wells"} <= set(made.split("\n"))


def test_a_sentence_that_fills_its_line_goes_on_over_the_page() -> None:
    made = pages(columned(700, 3), [(60.0, 760.0, 11.0, "Ministry of Water looks on.")])
    assert "looks after them Ministry of Water looks on." in made


# --- Notes at the document's end ---


def test_an_endnote_in_the_letters_of_the_text_goes_on_on_the_next_page() -> None:
    note = [(60.0, 605.0, 8.0, "1"), (66.0, 600.0, 11.0, "See the map of the wells and of the rivers that")]
    made = pages(
        [FIRST, (271.0, 705.0, 8.0, "1"), SECOND],
        [*columned(700, 3), *note],
        [(60.0, 760.0, 11.0, "feed them.")],
    )
    assert "[^1]: See the map of the wells and of the rivers that feed them.\n" in made


def test_a_page_of_text_behind_endnotes_is_text() -> None:
    note = [(60.0, 605.0, 8.0, "1"), (66.0, 600.0, 11.0, "See the map of the wells.")]
    made = pages(
        [FIRST, (271.0, 705.0, 8.0, "1"), SECOND],
        [*columned(700, 3), *note],
        [(60.0, 760.0, 11.0, "they drink from the river.")],
    )
    assert "they drink from the river." in made.split("[^1]:")[0]
