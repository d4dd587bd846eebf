"""Damaged and hostile files: each is read or refused with words and a code, whatever its bytes, and nothing else."""

import io
import random
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from office_files import doc as word_97
from office_files import docx, p, packed, pdf, xlsx
from rights_search.errors import ParseError, Refusal
from rights_search.model import Declaration, Parsed, Source, SourceKind
from rights_search.parsers import Account, parse, transcribed
from rights_search.parsers.transcripts import doc, doc_numbers
from rights_search.parsers.transcripts import packed as unpacking
from rights_search.parsers.transcripts.doc_properties import LETTERS, PARAGRAPHS

DECLARED = Declaration(kind=SourceKind.GENERAL_COMMENT, body="cescr", language="en")
WORDS = "12. States shall keep the wells open to all, as article 11 of the Covenant says."
W_P = '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
LEVEL = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="{}"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="{}"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
SOUND = {
    "docx": docx(p(WORDS) + p("Open", ITEM), numbering=LEVEL.format(1, "%1."), styles="<w:style/>"),
    "xlsx": xlsx([["Symbol", "Text"], ["A/HRC/99/4", WORDS]]),
    "pdf": pdf([[(60, 800, 9, "E/C.12/GC/99"), (60, 700, 10, WORDS), (60, 80, 7, "1 See the map.")]] * 2),
    "rtf": b"{\\rtf1\\ansi\\ansicpg1252 12. States shall\\par 13. keep \\u233? \\'e9 {\\*\\x y}\\par}",
    "html": f"<!DOCTYPE html><html><body><h1>Wells</h1><p>{WORDS}<table><tr><td>1</table></html>".encode(),
    "xml": b"<akomaNtoso><act><body><article eId='a'><num>1</num><content><p>Wells.</p></content></article></body>"
    b"</act></akomaNtoso>",
    "zip": packed({"a.txt": WORDS, "b/c.docx": docx(p(WORDS)), "d.zip": packed({"e.html": f"<p>{WORDS}"})}),
    "doc": word_97(f"{WORDS}¹\n13. Open□.\nEndⁿ.", ["See the map."], ["See all."], ["A box."]),
    "mhtml": b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b; start=<a>\n\n--b\n"
    b"Content-ID: <a>\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>12. We=\nll\n--b--\n",
    "ole": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00" + bytes(1500),
}


def mutated(data: bytes, dice: random.Random) -> Iterator[bytes]:
    """Cut at every sixteenth, letters changed, pieces taken out, doubled or filled with the extremes."""
    for part in range(16):
        yield data[: len(data) * part // 16]
    for _ in range(40):
        made = bytearray(data)
        for _ in range(dice.choice((1, 3, 20))):
            made[dice.randrange(len(made))] = dice.choice((0, 0xFF, 0x7F, dice.randrange(256)))
        yield bytes(made)
    for _ in range(16):
        start = dice.randrange(len(data))
        end = start + dice.choice((1, 4, 50))
        filler = dice.choice((b"", b"\xff\xff\xff\xff", bytes(4), b"-99999999999", data[start:end] * 3))
        yield data[:start] + filler + data[end:]


def parts_mutated(data: bytes, dice: random.Random) -> Iterator[bytes]:
    """A package whose parts are mutated one by one, or missing: its frame stays sound."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sound = {name: archive.read(name) for name in archive.namelist()}
    for name, inner in sound.items():
        yield packed({other: kept for other, kept in sound.items() if other != name})
        for changed in list(mutated(inner, dice))[::3]:
            yield packed({**sound, name: changed})


def read(data: bytes, declared: Declaration = DECLARED) -> Parsed | None:
    """The documents; none where it is refused, and then with words and a code."""
    try:
        parsed = parse(Source("hostile", data, declared))
    except ParseError as error:
        _must_say_why(error)
        return None
    for document in parsed.documents:
        names = [passage.eid for passage in document.passages]
        assert len(names) == len(set(names))
        assert all(passage.text.strip() for passage in document.passages)
    return parsed


def _must_say_why(error: ParseError) -> None:
    assert str(error).strip()
    assert isinstance(error.code, Refusal)


def refusal(data: bytes) -> Refusal:
    with pytest.raises(ParseError) as caught:
        parse(Source("hostile", data, DECLARED))
    return caught.value.code


@pytest.mark.parametrize("form", SOUND)
def test_a_damaged_file_is_read_or_refused(form: str) -> None:
    dice = random.Random(form)  # noqa: S311  the same files at every run
    for data in mutated(SOUND[form], dice):
        read(data)


@pytest.mark.parametrize("form", ["docx", "xlsx", "zip"])
def test_a_package_with_a_damaged_part_is_read_or_refused(form: str) -> None:
    for data in parts_mutated(SOUND[form], random.Random(form)):  # noqa: S311
        read(data)


def test_a_pdf_without_a_page_is_damaged_even_after_an_encrypted_one() -> None:
    key = b"<" + b"00" * 32 + b">"
    encrypted = pdf([[(60, 700, 10, WORDS)]]).replace(
        b"trailer << ",
        b"trailer << /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O %b /U %b >> " % (key, key),
    )
    for _ in range(2):  # PDFium says of the second what it said of the one before
        assert refusal(pdf([])) is Refusal.DAMAGED
        assert refusal(encrypted) is Refusal.ENCRYPTED


# --- Packages ---


def test_a_part_that_lies_before_its_file_is_damage() -> None:
    data = bytearray(SOUND["docx"])
    end = data.index(b"PK\x05\x06")
    (start,) = struct.unpack_from("<I", data, end + 16)
    struct.pack_into("<I", data, end + 16, start + 600)  # where the directory begins: all places move with it
    assert refusal(bytes(data)) is Refusal.DAMAGED


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_as_no_document_is_is_not_unpacked(method: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr("word/document.xml", bytes(2**20))
    assert refusal(made.getvalue()) is Refusal.UNREADABLE


def test_a_part_without_a_name_is_passed_over() -> None:
    data = packed({"a": bytes(10), "b.txt": WORDS})
    directory = bytearray(data)
    at = data.index(b"PK\x01\x02")
    directory[at + 46] = 0  # zipfile ends a name at its first NUL: nothing is left of this one
    assert read(bytes(directory)) is not None


def test_archives_in_an_archive_share_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_WHOLE", 100_000)
    inner = packed({"a.bin": bytes(60_000)})
    parsed = read(packed({"0.zip": inner, "1.zip": inner, "2.txt": WORDS}))
    assert parsed is not None
    assert "unpacks to more" in " ".join(problem.message for problem in parsed.problems)


def test_an_archive_of_one_sort_of_trouble_is_refused_with_its_code() -> None:
    assert refusal(packed({"a.docx": SOUND["docx"][:200], "b.docx": SOUND["docx"][:300]})) is Refusal.DAMAGED


def test_the_names_in_an_archive_lead_nowhere() -> None:
    parsed = read(packed({"../../etc/a.txt": WORDS, "/abs.bin": bytes(999), "C:\\b.bin": bytes(999)}))
    assert parsed is not None
    assert {problem.source for problem in parsed.problems} >= {"hostile!/abs.bin", "hostile!/b.bin"}


# --- Word ---


@pytest.mark.parametrize("start", ["--5", "-", "²", "999999999"])
def test_a_list_may_not_count_from_anything(start: str) -> None:
    data = docx(p(WORDS) + p("Open", ITEM) * 40, numbering=LEVEL.format(start, "%1."))
    assert read(data) is not None
    assert len(transcript(data)) < 10_000


def test_a_label_is_no_longer_than_word_prints_it() -> None:
    data = docx(p("Open", ITEM) * 20, numbering=LEVEL.format(1, "%1" * 100_000))
    assert len(transcript(data)) < 10_000


def test_a_word_file_that_declares_entities_is_refused() -> None:
    part = f"<!DOCTYPE d [<!ENTITY e 'x'>]>{p('Open &e; end').replace('<w:p>', W_P, 1)}"
    assert refusal(packed({"word/document.xml": part})) is Refusal.DAMAGED


def transcript(data: bytes) -> str:
    return transcribed(Source("x", data), Account()).data.decode()


def old_word(pieces: int, characters: int) -> tuple[bytes, bytes]:
    """The two streams of an old Word file whose pieces all name the same letters."""
    word = bytearray(2048)
    ends = struct.pack(f"<{pieces + 1}I", *(characters * number for number in range(pieces + 1)))
    table = ends + struct.pack("<HIH", 0, 0, 0) * pieces
    stream = b"\x02" + struct.pack("<I", len(table)) + table
    struct.pack_into("<II", word, doc.PIECES, 0, len(stream))
    return bytes(word), stream


def test_the_pieces_of_an_old_word_file_are_not_read_without_end() -> None:
    with pytest.raises(ParseError, match="more letters") as caught:
        doc._placed(*old_word(100_000, 2000))
    assert caught.value.code is Refusal.TOO_LARGE
    assert sum(piece.end - piece.start for piece in doc._placed(*old_word(3, 100))) == 300


def test_the_tables_of_an_old_word_file_may_point_anywhere() -> None:
    sound = SOUND["doc"]
    start = sound.index(struct.pack("<H", doc.WORD), 512)
    assert "[^1]" in transcript(sound)
    lengths = [*range(0x4C, 0x68, 4)]
    pointers = [at + word for at in (0xAA, 0xB2, 0x1DA, 0x20A, 0x212, 0x25A) for word in (0, 4)]
    for at in (*lengths, *pointers):
        for number in (0, 1, 3, 17, 2**31 - 1, -1, -(2**31)):
            data = bytearray(sound)
            struct.pack_into("<i", data, start + at, number)
            read(bytes(data))


def test_the_lists_and_styles_of_an_old_word_file_may_be_anything() -> None:
    sound = (Path(__file__).parent / "data" / "word" / "lists.doc").read_bytes()
    dice = random.Random("lists")  # noqa: S311
    start = sound.index(struct.pack("<H", doc.WORD), 512)
    for at in (doc_numbers.STYLES, doc_numbers.LISTS, doc_numbers.OVERRIDES, PARAGRAPHS, LETTERS):
        for word in (0, 4):
            for number in (0, 1, 3, 17, 2**31 - 1, -1, -(2**31)):
                changed = bytearray(sound)
                struct.pack_into("<i", changed, start + at + word, number)
                read(bytes(changed))
    for data in mutated(sound, dice):
        read(data)


def test_fields_within_fields_hide_their_codes_only() -> None:
    left_out: Counter[str] = Counter()
    assert doc._shown("a\x13co\x13de\x14in\x15de\x14seen\x15b\x14\x15c", left_out) == "aseenbc"
    assert left_out == {"field codes": 8}
    many = 20_000  # fields that never end: each letter looked at every one of them
    assert doc._shown("\x13\x14" * many + "b" * many, left_out) == "b" * many


# --- Spreadsheets and text ---


def test_a_cell_at_the_far_end_of_a_sheet_is_not_laid_out() -> None:
    with zipfile.ZipFile(io.BytesIO(SOUND["xlsx"])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    far = b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>"
    assert refusal(packed({**parts, name: parts[name].replace(b"</sheetData>", far)})) is Refusal.TOO_LARGE


def test_text_in_utf_32_is_read() -> None:
    for data in (WORDS.encode("utf-32"), b"\x00\x00\xfe\xff" + WORDS.encode("utf-32-be")):
        parsed = read(data)
        assert parsed is not None
        assert parsed.documents[0].passages[0].num == "12"


def test_noughts_between_the_letters_of_a_text_are_read_over_and_counted() -> None:
    for data in (WORDS.encode(), f"<html><body><p>{WORDS}</p></body></html>".encode()):
        whole, holed = read(data), read(data.replace(b"shall", b"sh\0all").replace(b"12", b"\x0012"))
        assert whole is not None
        assert holed is not None
        assert [p.text for p in holed.documents[0].passages] == [p.text for p in whole.documents[0].passages]
        assert any("noughts between letters" in problem.message for problem in holed.problems)
        assert any("noughts" in left.rule and left.characters == 2 for left in holed.documents[0].left_out)
    table = b"SuR;Recommendation;RS\nChile;Open\0 the wells;Peru\n"
    (document,) = parse(Source("x.csv", table)).documents
    assert document.passages[0].text == "Open the wells"
    assert refusal(b"\0\1\2\3\4\5" * 20) is Refusal.NO_TEXT
    assert refusal(WORDS.encode().replace(b" ", b"\0")) is Refusal.NO_TEXT


def test_xml_that_defines_entities_is_named_as_that() -> None:
    entity = b"<?xml version='1.0'?><!DOCTYPE akomaNtoso [<!ENTITY a '" + b"a" * 100_000 + b"'>]>"
    with pytest.raises(ParseError, match="entities") as refused:
        parse(Source("x.xml", entity + b"<akomaNtoso>" + b"&a;" * 10_000 + b"</akomaNtoso>"))
    assert refused.value.code is Refusal.FORM


@pytest.mark.parametrize(("form", "called"), [("docx", "Word file"), ("xlsx", "spreadsheet")])
def test_a_cut_file_of_an_office_program_is_called_what_it_is(form: str, called: str) -> None:
    data = SOUND[form]
    for cut in (len(data) // 2, len(data) - 30):
        with pytest.raises(ParseError, match=f"truncated {called} .its end is missing"):
            parse(Source(f"x.{form}", data[:cut]))
    with pytest.raises(ParseError, match="truncated ZIP file"):
        parse(Source("x.zip", packed({f"a.{form}": data})[:-30]))


def test_what_is_nested_too_deeply_is_refused() -> None:
    read(b"[" * 200_000)
    read(b"<akomaNtoso>" + b"<p>" * 100_000)
    read(b"{\\rtf1 " + b"{" * 100_000)
    read(b"<!DOCTYPE html><html><body>" + b"<div>" * 5_000 + WORDS.encode())


def test_a_workbook_of_a_single_row_is_a_table() -> None:
    text = transcribed(Source("one.xlsx", xlsx([["Symbol", "Text"]])), Account()).data
    assert text == b"Symbol;Text\n"
    with pytest.raises(ParseError) as refusal:
        transcribed(Source("none.xlsx", xlsx([])), Account())
    assert refusal.value.code is Refusal.EMPTY
