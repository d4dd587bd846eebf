"""Watermarks of a PDF are left out and counted, below the text or above it; what is large and stands once stays."""

import ctypes
import io
import math

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from office_files import Placed, pdf
from rights_search.model import Source
from rights_search.parsers import transcribed
from rights_search.parsers.transcripts import Account

Page = list[Placed]
MARK = "ADVANCE COPY OF THE VILLAGE"


def page(number: int) -> Page:
    """Paragraphs down to the foot of a page."""
    return [
        (60.0, 780.0 - 40 * at - 14 * row, 11.0, words)
        for at in range(18)
        for row, words in enumerate(
            (f"{18 * number + at + 1}. The wells of village {at} are dry and nobody has", "looked since when.")
        )
    ]


def stamped(
    pages: list[Page], words: str, *, degrees: float, size: float, first: bool, on: tuple[int, ...] | None = None
) -> bytes:
    """A PDF with words drawn across its pages, before the text or after it."""
    document = pdfium.PdfDocument(pdf(pages))
    turn = math.radians(degrees)
    across, up = math.cos(turn), math.sin(turn)
    letters = (ctypes.c_ushort * (len(words) + 1))(*map(ord, words))
    for place, shown in enumerate(document):
        if on is not None and place not in on:
            continue
        mark = raw.FPDFPageObj_NewTextObj(document, b"Helvetica-Bold", size)
        raw.FPDFText_SetText(mark, letters)
        raw.FPDFPageObj_Transform(mark, across, up, -up, across, 60.0, 90.0 if degrees else 400.0)
        raw.FPDFPage_InsertObjectAtIndex(shown, mark, 0 if first else raw.FPDFPage_CountObjects(shown))
        raw.FPDFPage_GenerateContent(shown)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def read(data: bytes) -> tuple[str, int]:
    """The text, and how many characters of watermarks were left out of it."""
    account = Account()
    return transcribed(Source("x.pdf", data), account).data.decode(), account.left_out["watermarks"]


@pytest.mark.parametrize("first", [True, False], ids=["below the text", "above the text"])
@pytest.mark.parametrize(("degrees", "size"), [(45.0, 40.0), (60.0, 30.0), (0.0, 30.0)])
def test_words_across_the_pages_are_left_out_and_counted(degrees: float, size: float, first: bool) -> None:
    pages = [page(number) for number in range(4)]
    made, count = read(stamped(pages, MARK, degrees=degrees, size=size, first=first))
    assert made == read(pdf(pages))[0]
    assert count == 4 * len(MARK.replace(" ", ""))


def test_a_document_of_one_page_may_have_one() -> None:
    assert "DRAFT" not in read(stamped([page(0)], "DRAFT", degrees=45, size=60, first=True))[0]


def test_a_page_without_it_keeps_no_other_from_losing_it() -> None:
    data = stamped([page(number) for number in range(4)], "DRAFT", degrees=45, size=60, first=False, on=(1, 2, 3))
    made, count = read(data)
    assert (made.count("DRAFT"), count) == (0, 15)


def test_large_words_of_one_page_stay() -> None:
    pages = [page(number) for number in range(4)]
    made, count = read(stamped(pages, "The wells", degrees=0, size=30, first=True, on=(0,)))
    assert ("The wells\n" in made, count) == (True, 0)


def test_large_headings_at_several_places_stay() -> None:
    pages = [[(60.0, 500.0 + 20 * at, 30.0, "Decision"), *page(at)] for at in range(4)]
    made, count = read(pdf(pages))
    assert (made.count("Decision"), count) == (4, 0)
