"""Pages of a PDF that are only pictures, among pages that have a text: named, or read where somebody asks for OCR."""

import io
import re
import shutil
import zlib
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest

from office_files import Placed, pdf, scan
from rights_search.errors import ParseError, Refusal
from rights_search.ingest.reading import Reader
from rights_search.model import Declaration, Parsed, Source, SourceKind
from rights_search.parsers import damage_of, parse
from rights_search.workspace import Workspace

Page = list[Placed]
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not on this machine")
LINES = (
    "El Comité recomienda cavar un pozo en la escuela rural del cantón",
    "y limpiar cada verano los canales que llevan agua a sus campos",
    "antes de que lleguen las lluvias de la costa norte del país.",
)


def paragraphs(*numbers: int) -> Page:
    return [
        (60.0, 760.0 - 60 * at - 14 * row, 11.0, f"{number}. {words}" if not row else words)
        for at, number in enumerate(numbers)
        for row, words in enumerate(LINES)
    ]


def bound(*parts: bytes) -> bytes:
    """The pages of several PDFs as one."""
    whole = pdfium.PdfDocument.new()
    for part in parts:
        whole.import_pages(pdfium.PdfDocument(part))
    made = io.BytesIO()
    whole.save(made)
    return made.getvalue()


def read(data: bytes, ocr: bool = False) -> Parsed:
    declared = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS, body="crc", state="URY", ocr=ocr)
    return parse(Source("report.pdf", data, declared))


def numbers(parsed: Parsed) -> list[str]:
    return [passage.num for passage in parsed.documents[0].passages]


def test_a_page_that_is_only_a_picture_is_named_with_what_to_do() -> None:
    parsed = read(bound(pdf([paragraphs(1, 2)]), scan(pdf([paragraphs(3, 4)])), pdf([paragraphs(5, 6)])))
    (problem,) = parsed.problems
    assert problem.locator == "page 2"
    assert "no text layer" in problem.message
    assert "--ocr" in problem.message
    assert numbers(parsed) == ["1", "2", "5", "6"]
    assert parsed.documents[0].passages[1].text.endswith("[…]"), "no sentence goes on over it"


def test_pictures_that_follow_each_other_are_named_together() -> None:
    pictures = scan(pdf([paragraphs(3), paragraphs(4), paragraphs(5)]))
    parsed = read(bound(pdf([paragraphs(1, 2)]), pictures, pdf([paragraphs(6)]), scan(pdf([paragraphs(7)]))))
    assert [problem.locator for problem in parsed.problems] == ["pages 2 to 4", "page 6"]


def test_a_stamp_on_a_picture_is_no_text() -> None:
    stamped = pdfium.PdfDocument(scan(pdf([paragraphs(3, 4)])))
    font = pdfium.raw.FPDFText_LoadStandardFont(stamped.raw, b"Helvetica")
    words = pdfium.raw.FPDFPageObj_CreateTextObj(stamped.raw, font, 9.0)
    pdfium.raw.FPDFText_SetText(words, (pdfium.raw.FPDF_WCHAR * 7)(*map(ord, "Page 2"), 0))
    page = stamped[0]
    pdfium.raw.FPDFPage_InsertObject(page.raw, words)
    page.gen_content()
    made = io.BytesIO()
    stamped.save(made)
    parsed = read(bound(pdf([paragraphs(1, 2)]), made.getvalue()))
    assert [problem.locator for problem in parsed.problems] == ["page 2"]


def test_an_empty_page_is_no_loss() -> None:
    assert not read(bound(pdf([paragraphs(1, 2)]), pdf([[]]), pdf([paragraphs(3)]))).problems


@needs_tesseract
def test_with_ocr_such_pages_are_read_and_stand_in_their_place() -> None:
    parsed = read(bound(pdf([paragraphs(1, 2)]), scan(pdf([paragraphs(3, 4)])), pdf([paragraphs(5, 6)])), ocr=True)
    assert not parsed.problems
    assert numbers(parsed) == ["1", "2", "3", "4", "5", "6"]
    assert "canales que llevan agua" in " ".join(parsed.documents[0].passages[3].text.split())


# --- What a transfer as text does to a PDF ---

TRANSFERS = {
    "line feeds given carriage returns": lambda data: re.sub(rb"(?<!\r)\n", b"\r\n", data),
    "carriage returns taken away": lambda data: data.replace(b"\r\n", b"\n").replace(b"\r", b"\n"),
    "line feeds made carriage returns": lambda data: data.replace(b"\n", b"\r"),
    "bytes cut to seven bits": lambda data: bytes(byte & 127 for byte in data),
}


def packed() -> bytes:
    """A PDF with packed streams, as nearly all are; those of a picture are the larger part."""

    def pack(found: re.Match[bytes]) -> bytes:
        content = zlib.compress(found[1])
        return b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(content), content)

    pages = [paragraphs(first, first + 1, first + 2, first + 3) for first in range(1, 40, 4)]
    made = pdf([[(x, y, size, f"{words} {x * y + at}") for x, y, size, words in page] for at, page in enumerate(pages)])
    return re.sub(rb"<< /Length \d+ >>\nstream\n(.*?)\nendstream", pack, made, flags=re.DOTALL)


@pytest.mark.parametrize("transfer", TRANSFERS.values(), ids=TRANSFERS)
def test_a_pdf_that_was_transferred_as_text_is_damaged_and_needs_no_ocr(transfer: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ParseError, match="binary mode") as refused:
        read(transfer(packed()))
    assert refused.value.code is Refusal.DAMAGED


def test_a_sound_pdf_with_packed_pages_is_read() -> None:
    data = packed()
    assert numbers(read(data)) == list(map(str, range(1, 41)))
    assert not damage_of(data)


def harmed(data: bytes, *pages: int) -> bytes:
    """The PDF with some bytes of these packed pages lost, as a bad disk loses them."""
    places = [
        found.end() for found in re.finditer(rb"stream\n", data) if not data[: found.end()].endswith(b"endstream\n")
    ]
    for page in pages:
        data = data[: places[page] + 60] + bytes(12) + data[places[page] + 72 :]
    return data


def test_packed_pages_that_do_not_unpack_are_told_though_the_rest_is_read() -> None:
    data = harmed(packed(), 4, 7)
    assert read(data).documents
    assert damage_of(data) == "2 of its 10 packed parts are damaged"
    reader = Reader.of(Workspace.open())
    declared = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS, body="crc", state="URY")
    (problem,) = reader.parse(Source("report.pdf", data, declared)).problems
    assert "10 packed parts are damaged: words may be missing or garbled" in problem.message


def test_a_pdf_none_of_whose_pages_unpacks_is_damaged_and_needs_no_ocr() -> None:
    with pytest.raises(ParseError, match="shows no text, and 10 of its 10 packed parts are damaged") as refused:
        read(harmed(packed(), *range(10)) + b"% both kinds of ends of lines\r\n")
    assert refused.value.code is Refusal.DAMAGED


def test_a_damaged_picture_is_no_loss_of_words() -> None:
    picture = scan(pdf([paragraphs(3)]))
    place = picture.index(b"stream", picture.index(b"/Image"))
    assert not damage_of(picture[: place + 90] + bytes(9) + picture[place + 99 :])


def test_pictures_in_packed_streams_still_need_ocr() -> None:
    with pytest.raises(ParseError) as refused:
        read(scan(pdf([paragraphs(1, 2)])))
    assert refused.value.code is Refusal.NEEDS_OCR
