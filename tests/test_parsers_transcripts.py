"""Word and PDF files as text: every number, heading and note that a reader sees, and a reason for what is not read."""

import io
import re
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from office_files import docx, p, packed, pdf, xlsx
from rights_search.errors import ParseError
from rights_search.model import Source
from rights_search.parsers import parse, transcribed
from rights_search.parsers.transcripts import packed as unpacking

FORMATS = Path(__file__).parents[2] / "shared" / "texts" / "formats"
HUDOC = sorted((FORMATS.parent / "judgments-ecthr-docx").glob("*.docx"))
needs_real = pytest.mark.skipif(not FORMATS.is_dir(), reason="the real files are not beside the project")


def text(data: bytes, name: str = "x") -> str:
    return transcribed(Source(name, data), Counter()).data.decode()


def lines(data: bytes) -> list[str]:
    return [line for line in text(data).split("\n") if line]


# --- Word ---


def test_a_number_in_a_field_is_part_of_the_text() -> None:
    field = (
        '<w:fldSimple w:instr=" SEQ level0 "><w:r><w:t>12</w:t></w:r></w:fldSimple><w:r><w:t>. Dry wells.</w:t></w:r>'
    )
    assert lines(docx(p(field))) == ["12. Dry wells."]


def test_the_code_of_a_field_and_what_was_struck_out_are_not() -> None:
    run = (
        "<w:r><w:instrText>PAGE</w:instrText><w:t>Kept</w:t></w:r>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t> added</w:t></w:r></w:ins>"
    )
    left_out: Counter[str] = Counter()
    source = transcribed(Source("x", docx(p(run))), left_out)
    assert source.data.decode().strip() == "Kept added"
    assert left_out == {"struck out": 4}


def test_list_numbers_are_counted_as_word_counts_them() -> None:
    level = '<w:lvl w:ilvl="{0}"><w:start w:val="1"/><w:numFmt w:val="{1}"/><w:lvlText w:val="{2}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level.format(0, "decimal", "%1.")}'
        f"{level.format(1, 'lowerLetter', '(%2)')}</w:abstractNum>"
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )

    def item(words: str, number: int = 3, deep: int = 0) -> str:
        return p(words, f'<w:numPr><w:ilvl w:val="{deep}"/><w:numId w:val="{number}"/></w:numPr>')

    body = item("One") + item("first", deep=1) + item("second", deep=1) + item("Two") + item("again", deep=1)
    made = lines(docx(body + item("Five", 4), numbering=numbering))
    assert made == ["1. One", "(a) first", "(b) second", "2. Two", "(a) again", "5. Five"]


def test_a_style_gives_headings_and_numbers_through_the_style_it_is_based_on() -> None:
    styles = (
        '<w:style w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:name w:val="Mine"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:styleId="C"><w:basedOn w:val="C"/></w:style>'
    )
    body = p("The wells", '<w:pStyle w:val="B"/>') + p("Text", '<w:pStyle w:val="C"/>')
    assert lines(docx(body, styles=styles)) == ["# The wells", "Text"]


def test_footnotes_keep_their_printed_numbers() -> None:
    mark = '<w:r><w:t>{0}</w:t></w:r><w:r><w:footnoteReference w:id="{1}"{2}/></w:r>'
    body = p(mark.format("Title", 9, ' w:customMarkFollows="1"')) + p(mark.format("1. Text", 4, ""))
    notes = (
        '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="9">{p("Issued late.")}</w:footnote><w:footnote w:id="4">{p("See the map.")}</w:footnote>'
    )
    made = lines(docx(body, footnotes=notes))
    assert made == ["Title[^x1]", "1. Text[^1]", "[^x1]: Issued late.", "[^1]: See the map."]


def test_a_box_is_read_once_and_a_table_cell_by_cell() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Choice>{p('In a box')}</mc:Choice><mc:Fallback>{p('In a box')}</mc:Fallback>"
    table = f"<w:tbl><w:tr><w:tc>{p('166.1 Mend')}</w:tc><w:tc>{p('Noted')}</w:tc></w:tr></w:tbl>"
    assert lines(docx(p(box + "</mc:AlternateContent></w:r>") + table)) == ["In a box", "166.1 Mend", "Noted"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04word/document.xml", "damaged or truncated ZIP"),
        (docx(p("x"))[:-40], "damaged or truncated ZIP"),
        (docx("<w:p><w:r>"), "word/document.xml is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged Word file"),
        (b"%PDF-1.4\nnothing", "a damaged PDF"),
        (pdf([[]]), "without a text layer"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, says: str) -> None:
    with pytest.raises(ParseError, match=says):
        text(data)


def test_external_entities_are_never_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY e SYSTEM "file://{secret}">]>'
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p><w:r><w:t>Open &e; end</w:t></w:r></w:p></w:body></w:document>",
        )
    with suppress(ParseError):
        assert "the secret" not in text(made.getvalue())


def test_a_part_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "SMALL", 1000)
    with pytest.raises(ParseError, match="unpacks to more"):
        text(docx(p("a" * 300_000)))


# --- PDF ---


def page(number: int, *placed: tuple[float, float, float, str]) -> list[tuple[float, float, float, str]]:
    return [(60, 800, 9, "A/HRC/99/7"), (520, 40, 9, str(number)), *placed]


def test_running_heads_and_page_numbers_leave_the_text() -> None:
    made = pdf([page(n, (60, 700, 11, f"{n}. The well number {n} is dry and nobody mends it.")) for n in range(1, 5)])
    left_out: Counter[str] = Counter()
    words = transcribed(Source("x", made), left_out).data.decode()
    assert "A/HRC/99/7" not in words
    assert next(line for line in words.split("\n") if line) == "1. The well number 1 is dry and nobody mends it."
    assert left_out["running heads and feet"] == 4 * len("A/HRC/99/7") + 4


def test_lines_join_into_paragraphs_and_a_sentence_goes_on_over_the_page() -> None:
    made = pdf(
        [
            page(1, (60, 700, 11, "1. The State should mend"), (60, 686, 11, "every well that is")),
            page(2, (60, 750, 11, "dry."), (60, 720, 11, "2. It should also test them.")),
        ]
    )
    assert lines(made) == ["1. The State should mend every well that is dry.", "2. It should also test them."]


def test_footnotes_are_tied_to_their_raised_marks() -> None:
    body = (60, 700, 11.0, "1. The well is dry and nobody knows since when it has been so")
    mark = (370, 704, 6.0, "1")
    rest = (60, 686, 11.0, "in the whole canton, which the map shows.")
    made = pdf([page(1, body, mark, rest, (60, 120, 8.0, "1 See the map of 1999."), (60, 108, 8.0, "It is torn."))])
    words = text(made)
    assert "[^1]: See the map of 1999. It is torn." in words
    assert re.search(r"so ?\[\^1\] in the whole canton", words), words


def test_a_pdf_of_a_committee_becomes_its_paragraphs() -> None:
    front = [
        (60, 780, 11, "Human Rights Council"),
        (60, 740, 14, "Report of the Special Rapporteur on the right to food"),
        (60, 720, 11, "A/HRC/99/7"),
    ]
    body = [(60, 640 - 30 * n, 11, f"{n}. States should keep the wells of village {n} open.") for n in range(1, 6)]
    (document,) = parse(Source("food.pdf", pdf([[*front, *body]]))).documents
    assert document.id == "a-hrc-99-7"
    assert [passage.num for passage in document.passages] == ["1", "2", "3", "4", "5"]


# --- Spreadsheets, rich text, archives ---

TABLE = (
    ("SuR", "Recommendation", "RS", "Response", "Session"),
    ("Ecuador", "Keep the wells open.", "Azerbaijan", "Supported", "13"),
    ("Ecuador", "Test the water.", "Spain", "Noted", "13"),
)


def test_a_spreadsheet_of_recommendations_is_read_as_its_table_is() -> None:
    (document,) = parse(Source("upr.xlsx", xlsx(TABLE))).documents
    assert document.states == ("ECU",)
    assert [(p.text, p.recommended_by, p.response) for p in document.passages] == [
        ("Keep the wells open.", ("AZE",), "supported"),
        ("Test the water.", ("ESP",), "noted"),
    ]


def test_rich_text_gives_its_words() -> None:
    rich = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\b 1. El ni\'f1o}\par 2. The well\par}"
    assert lines(rich) == ["1. El niño", "2. The well"]


def rapporteur(symbol: str) -> bytes:
    paragraphs = "".join(p(f"{n}. States should keep the wells of village {n} open.") for n in range(1, 5))
    return docx(p(symbol) + p("Report of the Special Rapporteur on the right to food") + paragraphs)


def test_every_file_of_an_archive_is_read_or_named_with_the_reason() -> None:
    whole = packed(
        {
            "reports/a.docx": rapporteur("A/HRC/99/7"),
            "reports/b.txt.docx": rapporteur("A/HRC/98/6"),
            "reports/empty.md": b"",
            "../../etc/passwd": b"root",
            "__MACOSX/reports/a.docx": b"x",
            "reports/.hidden": b"x",
        }
    )
    parsed = parse(Source("all.zip", whole))
    assert [document.id for document in parsed.documents] == ["a-hrc-99-7", "a-hrc-98-6"]
    assert [document.source for document in parsed.documents] == [
        "all.zip!/reports/a.docx",
        "all.zip!/reports/b.txt.docx",
    ]
    assert {problem.source for problem in parsed.problems if "empty" in problem.message} == {
        "all.zip!/reports/empty.md"
    }
    assert any(problem.source == "all.zip!/etc/passwd" for problem in parsed.problems)


def test_archives_in_archives_end_somewhere() -> None:
    inner = packed({"a.docx": rapporteur("A/HRC/99/7")})
    assert parse(Source("x.zip", packed({"in.zip": inner}))).documents[0].id == "a-hrc-99-7"
    with pytest.raises(ParseError, match="an archive within archives"):
        parse(Source("x.zip", packed({"in.zip": packed({"in.zip": inner})})))


def test_an_archive_without_a_document_says_why() -> None:
    with pytest.raises(ParseError, match=r"no document that can be read in it: a.md: the file is empty"):
        parse(Source("x.zip", packed({"a.md": b""})))


# --- Real files ---


@needs_real
@pytest.mark.parametrize("path", HUDOC, ids=lambda path: path.stem[-30:])
def test_every_paragraph_of_a_judgment_from_hudoc_is_there(path: Path) -> None:
    if path.name.startswith("List_"):
        pytest.skip("a list of judges, no judgment")
    (document,) = parse(Source(path.name, path.read_bytes())).documents
    numbers = [int(passage.num) for passage in document.passages if passage.eid.startswith("para_")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert document.states
    assert len(document.date) == 10


@needs_real
@pytest.mark.parametrize("name", ["ecuador2008", "ecuador2012"])
def test_a_review_is_read_from_its_pdf(name: str) -> None:
    path = FORMATS.parent / "ecuador" / "upr" / f"{name}.pdf"
    (document,) = parse(Source(path.name, path.read_bytes())).documents
    numbers = [int(passage.num) for passage in document.passages if passage.num.isdecimal()]
    assert numbers == list(range(1, max(numbers) + 1))
    assert document.states == ("ECU",)


@needs_real
def test_an_old_word_file_has_every_word_of_its_new_twin() -> None:
    old = text((FORMATS / "doc" / "EgyptMatriceRecommendations.doc").read_bytes())
    assert len(re.findall(r"\w+", old)) > 14_000
    assert "\x07" not in old
