"""Pages that are only pictures: refused with a way out, or read by Tesseract where somebody asks and it is there."""

import io
import shutil
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from office_files import pdf, scan
from rights_search.errors import ParseError, Refusal
from rights_search.ingest import ingest
from rights_search.model import Declaration, Outcome, Source, SourceKind
from rights_search.parsers.transcripts import Account
from rights_search.parsers.transcripts.pdf import transcribe
from rights_search.workspace import Workspace

HEAD = (60.0, 800.0, 10.0, "CRC/C/URY/CO/41")
PARAGRAPHS = (
    "1. El Comité recomienda cavar un pozo en cada escuela rural del país.",
    "2. El Comité observa que las bibliotecas cierran todos los domingos.",
    "3. El Comité toma nota de la apertura de tres faros en la costa norte.",
)
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not on this machine")


@pytest.fixture(scope="module")
def scanned() -> bytes:
    page = [HEAD, *((60.0, 700.0 - 60 * place, 12.0, words) for place, words in enumerate(PARAGRAPHS))]
    return scan(pdf([page]))


def test_without_the_option_it_is_refused_with_a_way_out(scanned: bytes) -> None:
    with pytest.raises(ParseError, match=r"needs OCR.*--ocr") as refusal:
        transcribe(Source("scan.pdf", scanned), Account())
    assert refusal.value.code is Refusal.NEEDS_OCR


def test_without_tesseract_it_says_what_to_install(
    scanned: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ParseError, match="apt install tesseract-ocr") as refusal:
        transcribe(Source("scan.pdf", scanned, Declaration(ocr=True)), Account())
    assert refusal.value.code is Refusal.NEEDS_OCR


@needs_tesseract
def test_the_paragraphs_are_read_below_the_symbol(scanned: bytes) -> None:
    account = Account()
    text = transcribe(Source("scan.pdf", scanned, Declaration(ocr=True, language="en")), account)
    begins = [line.split()[:2] for line in text.splitlines() if line]
    assert begins == [["CRC/C/URY/CO/41"], ["1.", "El"], ["2.", "El"], ["3.", "El"]]
    assert "pozo en cada escuela rural" in text


def lying(data: bytes, quarters: int) -> bytes:
    """A scan whose pages lie on their side or on their head."""
    document = pdfium.PdfDocument(data)
    for page in document:
        page.set_rotation(90 * quarters)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@needs_tesseract
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_page_that_lies_on_its_side_or_on_its_head_is_read(scanned: bytes, quarters: int) -> None:
    account = Account()
    declared = Declaration(ocr=True, language="es")
    text = transcribe(Source("scan.pdf", lying(scanned, quarters), declared), account)
    assert text == transcribe(Source("scan.pdf", scanned, declared), account)
    assert not account.unread


@needs_tesseract
def test_a_scan_of_which_hardly_a_word_can_be_made_out_is_said_to_be_so() -> None:
    """Paragraphs that lie askew: no turn by quarters makes them stand upright."""
    document = pdfium.PdfDocument(pdf([[(60.0, 700.0 - 30 * at, 12.0, PARAGRAPHS[at % 3]) for at in range(12)]]))
    page = document[0]
    for thing in page.get_objects():
        thing.transform(pdfium.PdfMatrix().translate(-300, -500).rotate(20).translate(300, 420))
    page.gen_content()
    made = io.BytesIO()
    document.save(made)
    with pytest.raises(ParseError, match=r"hardly a word.*upright") as refusal:
        transcribe(Source("scan.pdf", scan(made.getvalue()), Declaration(ocr=True)), Account())
    assert refusal.value.code is Refusal.NEEDS_OCR


@needs_tesseract
def test_a_page_without_an_area_is_empty(scanned: bytes) -> None:
    nowhere = b"/MediaBox [0 0 595 842] /CropBox [700 900 800 1000]"
    data = scanned.replace(b"/MediaBox [0 0 595 842]", nowhere)
    with pytest.raises(ParseError, match="without a text layer"):
        transcribe(Source("scan.pdf", data, Declaration(ocr=True)), Account())


#: As a font without a table of what its letters mean gives them.
RIDDLE = {letter: f"{number:04X}" for number, letter in enumerate("aeiourstnl", start=0x0E)}


def test_letters_that_mean_nothing_to_a_program_need_ocr() -> None:
    riddle = pdf([[(60.0, 700.0 - 60 * place, 12.0, w) for place, w in enumerate(PARAGRAPHS)]], stands_for=RIDDLE)
    with pytest.raises(ParseError, match=r"do not say which they are.*--ocr") as refusal:
        transcribe(Source("riddle.pdf", riddle), Account())
    assert refusal.value.code is Refusal.NEEDS_OCR
    if shutil.which("tesseract"):
        text = transcribe(Source("riddle.pdf", riddle, Declaration(ocr=True, language="en")), Account())
        assert "pozo en cada escuela rural" in text


@needs_tesseract
def test_a_scan_is_taken_in_within_the_limits_of_a_process(
    workspace: Workspace, tmp_path: Path, scanned: bytes
) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned)
    options = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS, body="crc", state="URY", ocr=True)
    (receipt,) = ingest(workspace, (path,), options=options).receipts
    assert (receipt.outcome, receipt.passages) == (Outcome.ACCEPTED, 3), receipt
    assert receipt.format == "PDF, numbered text"


@needs_tesseract
def test_a_collection_may_declare_that_its_files_are_scans(
    workspace: Workspace, tmp_path: Path, scanned: bytes
) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(scanned)
    declared = 'kind = "concluding-observations"\nbody = "crc"\nstate = "URY"\nocr = true\n'
    (folder / "collection.toml").write_text(declared, "utf-8")
    (receipt,) = ingest(workspace, (folder,)).receipts
    assert receipt.passages == 3, receipt
