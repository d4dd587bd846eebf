"""Pages of a PDF whose text stands on its side or on its head are read as if it stood upright."""

import io

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from office_files import Placed, pdf
from rights_search.model import Source
from rights_search.parsers import transcribed
from rights_search.parsers.transcripts import Account

Page = list[Placed]
#: What turns what is drawn on an A4 page, by quarters against the clock, and the size of the page then.
TURNS = {
    1: (raw.FS_MATRIX(0, 1, -1, 0, 842, 0), (842, 595)),
    2: (raw.FS_MATRIX(-1, 0, 0, -1, 595, 842), (595, 842)),
    3: (raw.FS_MATRIX(0, -1, 1, 0, 0, 595), (842, 595)),
}
HEAD = "Of the wells of the land"


def page(number: int) -> Page:
    """A head, a heading, paragraphs of which the first has a note's mark, the note, and the page's number."""
    lines = [
        (60.0, 690.0 - 45 * at - 14 * row, 11.0, words)
        for at in range(9)
        for row, words in enumerate(
            (f"{9 * number + at + 1}. The wells of village {at} are dry and nobody has", "looked since when.")
        )
    ]
    return [
        (60.0, 800.0, 9.0, HEAD),
        (60.0, 715.0, 14.0, f"Part {number + 1}"),
        *lines,
        (152.0, 680.5, 6.0, str(number + 1)),
        (60.0, 120.0, 8.0, f"{number + 1} See map {number + 1} of the canton."),
        (290.0, 40.0, 9.0, str(number + 1)),
    ]


PAGES = [page(number) for number in range(4)]


def turned(pages: list[Page], shown: int = 0, drawn: int = 0) -> bytes:
    """A PDF whose pages are shown turned, and what is drawn on them too, by quarters."""
    document = pdfium.PdfDocument(pdf(pages))
    for place in document:
        place.set_rotation(90 * shown)
        if drawn:
            matrix, size = TURNS[drawn]
            for thing in place.get_objects():
                turn(thing, matrix)
            place.set_mediabox(0, 0, *size)
            place.gen_content()
    return saved(document)


def turn(thing: pdfium.PdfObject, matrix: raw.FS_MATRIX) -> None:
    raw.FPDFPageObj_Transform(thing, matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def saved(document: pdfium.PdfDocument) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def text(data: bytes) -> str:
    return transcribed(Source("x.pdf", data), Account()).data.decode()


def test_the_text_that_the_others_are_compared_with_is_read_whole() -> None:
    made = text(pdf(PAGES))
    assert "Part 1\n\n1. The wells" in made
    assert "since when.[^1]\n\n2. The wells" in made
    assert "[^4]: See map 4 of the canton." in made
    assert HEAD not in made


@pytest.mark.parametrize("drawn", [0, 1, 2, 3])
@pytest.mark.parametrize("shown", [0, 1, 2, 3])
def test_pages_are_read_however_they_are_turned(shown: int, drawn: int) -> None:
    assert text(turned(PAGES, shown, drawn)) == text(pdf(PAGES))


@pytest.mark.parametrize("matrix", [raw.FS_MATRIX(0, 1, -1, 0, 640, 60), raw.FS_MATRIX(0, -1, 1, 0, 0, 640)])
def test_the_head_and_the_number_of_a_page_with_a_table_on_its_side_leave_the_text(matrix: raw.FS_MATRIX) -> None:
    rows = [(60.0, 560.0 - 45 * at, 11.0, f"Well {at} is as deep as the mill of village {at}") for at in range(10)]
    document = pdfium.PdfDocument(pdf([*PAGES, [PAGES[0][0], (290.0, 40.0, 9.0, "5"), *rows], page(5)]))
    place = document[4]
    for thing in [*place.get_objects()][2:]:
        turn(thing, matrix)
    place.gen_content()
    made = text(saved(document))
    assert [line for line in made.split("\n") if line.startswith("Well ")] == [words for *_, words in rows]
    assert HEAD not in made
    assert "\n5\n" not in made
