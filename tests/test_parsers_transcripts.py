"""Word and PDF files as text: every number, heading and note that a reader sees, and a reason for what is not read."""

import io
import re
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from office_files import doc, docx, p, packed, pdf, xlsx
from rights_search.errors import ParseError, Refusal
from rights_search.model import Declaration, Source, SourceKind
from rights_search.parsers import Account, parse, transcribed
from rights_search.parsers.transcripts import doc_numbers, rtf
from rights_search.parsers.transcripts import packed as unpacking

#: Our own words, saved by a word processor.
WORD = Path(__file__).parent / "data" / "word"
FORMATS = Path(__file__).parents[2] / "shared" / "texts" / "formats"
HUDOC = sorted((FORMATS.parent / "judgments-ecthr-docx").glob("*.docx"))
needs_real = pytest.mark.skipif(not FORMATS.is_dir(), reason="the real files are not beside the project")


def text(data: bytes, name: str = "x") -> str:
    return transcribed(Source(name, data), Account()).data.decode()


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
    account = Account()
    source = transcribed(Source("x", docx(p(run))), account)
    assert source.data.decode().strip() == "Kept added"
    assert account.left_out == {"struck out": 4}


def test_hidden_letters_are_left_out_and_counted() -> None:
    """By themselves or by their style, unless they say that they are shown."""
    style = '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    runs = "".join(
        f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"
        for properties, words in (
            ("<w:b/>", "Wells"),
            ("<w:vanish/>", "secret"),
            ('<w:rStyle w:val="Unseen"/>', "too"),
            ('<w:rStyle w:val="Unseen"/><w:vanish w:val="0"/>', " stay"),
        )
    )
    account = Account()
    made = transcribed(Source("x", docx(p(runs), styles=style)), account).data.decode()
    assert made.strip() == "Wells stay"
    assert account.left_out == {"hidden text": len("secrettoo")}


def test_hidden_letters_of_older_files_too() -> None:
    old = (WORD / "lists.doc").read_bytes().replace(b"\x00\x08\x01", b"\x3c\x08\x01")
    rich = rb"{\rtf1\ansi 1. Wells{\b\v  secret} stay{\v0  open}.\par}"
    for data, words, hidden in ((old, "never Gone.", 11), (rich, "secret", 6)):
        account = Account()
        made = transcribed(Source("x", data), account).data.decode()
        assert not any(word in made for word in words.split())
        assert "open" in made
        assert account.left_out == {"hidden text": hidden}


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


def test_a_numbering_may_change_how_a_level_of_its_list_looks() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{level.format("decimal", "%1.")}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        f"{level.format('lowerLetter', '(%1)')}</w:lvlOverride></w:num>"
    )
    item = p("One", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
    assert lines(docx(item * 2, numbering=numbering)) == ["(a) One", "(b) One"]


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


def table(*rows: tuple[str, ...]) -> str:
    """A table of a Word file; a cell that begins with `<` is markup of its own."""
    cells = ["".join(f"<w:tc>{cell if cell[:1] == '<' else p(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_row_of_figures_is_one_line() -> None:
    mark = "<w:r><w:t>55</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r>"
    made = lines(docx(table(("Canton", "Wells"), ("Rocas", p(mark)), ("Loma", ""), ("", "70"))))
    assert made == ["| Canton | Wells |", "| Rocas | 55[^1] |", "Loma", "70"]


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (("7.", "The wells stay open."), ["7.", "The wells stay open."]),
        (("166.1", "Open the wells."), ["166.1", "Open the wells."]),
        (("5.3", "6.1"), ["| 5.3 | 6.1 |"]),
        ((p("One") + p("Two"), "3"), ["One", "Two", "3"]),
        ((table(("a", "b")), "3"), ["a", "b", "3"]),
    ],
)
def test_numbered_lists_and_pages_laid_out_in_a_table_are_read_cell_by_cell(
    row: tuple[str, ...], shown: list[str]
) -> None:
    assert lines(docx(table(row))) == shown


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ("Canton\aWells\a\aRocas\a55\a\a", ["| Canton | Wells |", "| Rocas | 55 |"]),
        ("\aWells\aDeep\a\aRocas\a55\a\a\a", ["| | Wells | Deep |", "| Rocas | 55 | |"]),
        ("7.\aThe wells stay open.\a\a", ["7.", "The wells stay open."]),
        ("One\nTwo\a3\a\a4\a5\a\a", ["One", "| Two | 3 |", "| 4 | 5 |"]),
        ("One\a\aTwo\aThree\a\a", ["One", "Two", "Three"]),
    ],
)
def test_the_rows_of_a_table_in_an_old_word_file_are_lines_where_they_are_alike(cells: str, shown: list[str]) -> None:
    assert lines(doc(f"The wells:\n{cells}The rivers.")) == ["The wells:", *shown, "The rivers."]


def test_rows_of_an_old_word_file_need_not_have_as_many_cells_as_the_others() -> None:
    """The file says where each row ends; a heading over two columns is one cell."""
    made = lines((WORD / "tables.doc").read_bytes())
    assert made[3:8] == [
        "| Canton | Wells | Depth |",
        "| North, all of them | 55 |",
        "| Rocas | 12 | 892 |",
        "| Loma | | 7 |",
        "| Sierra | 4 | 9 |",
    ]
    assert made[8:12] == ["2. The mills are these:", "| Mill | Stones |", "| Old | 2 |", "| New | 3 |"]


def test_figures_in_a_table_are_no_page_numbers() -> None:
    head = [p("CCPR/C/GC/97"), p("General comment No. 97"), p("Human Rights Committee")]
    rows = table(("Canton", "Wells"), ("Rocas", "55"), ("Loma", "68"), ("Valle", "57"), ("Sierra", "70"))
    made = docx("".join((*head, p("1. These wells are open:"), rows, p("2. They are deep."), p("3. They are old."))))
    (document,) = parse(Source("x.docx", made)).documents
    assert document.passages[0].text.split("\n")[2:] == ["Rocas | 55", "Loma | 68", "Valle | 57", "Sierra | 70"]


def test_an_old_word_file_gives_foot_and_endnotes_with_the_numbers_that_are_printed() -> None:
    made = doc("1. Wells¹ andⁿ rivers¹.\n2. Seasⁿ.", ["Dry.", "Wide."], ["See I.", "See II."])
    assert lines(made) == [
        *("1. Wells[^1] and[^e1] rivers[^2].", "2. Seas[^e2]."),
        *("[^1]: Dry.", "[^2]: Wide.", "[^e1]: See I.", "[^e2]: See II."),
    ]


def test_a_note_in_an_old_word_file_may_have_a_sign_of_its_own() -> None:
    assert lines(doc("Title¹\n1. Wells¹.", ["* Late.", "Dry."])) == [
        *("Title[^x1]*", "1. Wells[^1]."),
        *("[^x1]: * Late.", "[^1]: Dry."),
    ]


def test_an_old_word_file_gives_the_numbers_that_word_counts_and_nothing_that_was_struck_out() -> None:
    account = Account()
    made = transcribed(Source("lists.doc", (WORD / "lists.doc").read_bytes()), account).data.decode()
    assert [line for line in made.split("\n") if line] == [
        "# Of wells and rivers",
        "I. Parts of the country",
        "1. The wells are dry.",  # numbered by its style
        "2. The rivers are not, for three reasons:",  # by the style that its style is based on
        "(a) rain;",
        "(b) snow;",
        "(i) more snow;",
        "3. The seas are wide.",
        "(a) again a letter;",
        "A bullet",
        "II. Another part",
        "II.3. with a number of its own",
        "5. Five",  # a list that begins with 5
        "6. Six",
        "7. The wells always stay open.",
        "No number here.",
    ]
    assert account.left_out == {"struck out": len("never Gone.")}


def test_a_use_of_a_list_in_an_old_word_file_may_begin_anew_or_look_otherwise() -> None:
    def level(words: str, form: int = 0) -> bytes:
        return struct.pack("<iB23xH", 1, form, len(words)) + words.encode("utf-16-le")

    use = struct.pack("<i8xB3x", 9, 0)
    changed = struct.pack("<i8xB3x", 9, 1)
    lists = struct.pack("<Hi18x4xBx", 1, 9, 1) + level("\0.")
    uses = struct.pack("<I", 3) + use + changed + changed + b"\xff" * 4
    uses += b"\xff" * 4 + struct.pack("<iI", 7, 0x10) + b"\xff" * 4 + struct.pack("<iI", 0, 0x20) + level("(\0)", 4)
    word = bytearray(1024)
    struct.pack_into("<II", word, doc_numbers.LISTS, 0, 30)
    struct.pack_into("<II", word, doc_numbers.OVERRIDES, len(lists), len(uses))
    counting = doc_numbers._counting(bytes(word), lists + uses)
    assert [counting.label(use, 0) for use in ("1", "1", "2", "2", "3", "1")] == ["1.", "2.", "7.", "8.", "(c)", "4."]


def test_a_box_in_an_old_word_file_stands_behind_its_paragraph() -> None:
    made = doc("1. Wells□ are dry.\n2. Rivers□ are not.", boxes=["Of wells", "Of rivers"])
    assert lines(made) == ["1. Wells are dry.", "Of wells", "2. Rivers are not.", "Of rivers"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04word/document.xml", "damaged or truncated ZIP"),
        (docx(p("x"))[:-40], "damaged or truncated Word file"),
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


def without_page(made: bytes, number: int) -> bytes:
    """The PDF, one of its pages being no page any more."""
    parts = made.split(b"/Type /Page ")
    assert len(parts) > number
    return b"/Type /Page ".join(parts[:number]) + b"/Type /Pagy " + b"/Type /Page ".join(parts[number:])


def test_a_damaged_page_is_named_and_the_others_are_read() -> None:
    pages = [
        page(n, (60, 700, 11, f"{n}. The well number {n} is dry and"), (60, 686, 11, "it stays so"))
        for n in range(1, 13)
    ]
    declared = Declaration(kind=SourceKind.GENERAL_COMMENT, body="ccpr", symbol="CCPR/C/GC/77")
    parsed = parse(Source("wells.pdf", without_page(pdf(pages), 5), declared))
    assert [passage.num for passage in parsed.documents[0].passages] == [str(n) for n in range(1, 13) if n != 5]
    assert [problem.locator for problem in parsed.problems][:1] == ["page 5"]
    assert "could not be read" in parsed.problems[0].message
    assert parsed.documents[0].passages[3].text.endswith("it stays so\n[…]"), "no sentence goes on over it"


def test_a_pdf_most_of_whose_pages_are_damaged_is_refused() -> None:
    made = without_page(without_page(pdf([page(n, (60, 700, 11, f"{n}. Dry.")) for n in range(1, 4)]), 1), 1)
    with pytest.raises(ParseError, match="2 of the 3 pages of the PDF are damaged, page 1 the first"):
        text(made)


def page(number: int, *placed: tuple[float, float, float, str]) -> list[tuple[float, float, float, str]]:
    return [(60, 800, 9, "A/HRC/99/7"), (520, 40, 9, str(number)), *placed]


def test_running_heads_and_page_numbers_leave_the_text() -> None:
    made = pdf([page(n, (60, 700, 11, f"{n}. The well number {n} is dry and nobody mends it.")) for n in range(1, 5)])
    account = Account()
    words = transcribed(Source("x", made), account).data.decode()
    assert words.count("A/HRC/99/7") == 1, "above its beginning it is the document's name"
    assert [line for line in words.split("\n") if line][1] == "1. The well number 1 is dry and nobody mends it."
    assert account.left_out["running heads and feet"] == 3 * len("A/HRC/99/7") + 4


def test_lines_join_into_paragraphs_and_a_sentence_goes_on_over_the_page() -> None:
    made = pdf(
        [
            page(1, (60, 700, 11, "1. The State should mend"), (60, 686, 11, "every well that is")),
            page(2, (60, 750, 11, "dry."), (60, 720, 11, "2. It should also test them.")),
        ]
    )
    assert lines(made)[1:] == ["1. The State should mend every well that is dry.", "2. It should also test them."]


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    made = pdf([[(60, 700, 11, "1. Women take part in decision-"), (60, 687, 11, "making on wells and on pumps.")]])
    assert "decision-making on wells" in text(made)


def test_a_dash_before_a_list_is_no_hyphen() -> None:
    made = pdf(
        [[(60, 700, 11, "1. The State shall-"), (60, 687, 11, "a. dig wells; and"), (60, 674, 11, "b. mend them.")]]
    )
    assert "shall— a. dig wells" in " ".join(text(made).split())


def test_footnotes_are_tied_to_their_raised_marks() -> None:
    body = (60, 700, 11.0, "1. The well is dry and nobody knows since when it has been so")
    mark = (370, 704, 6.0, "1")
    rest = (60, 686, 11.0, "in the whole canton, which the map shows.")
    made = pdf([page(1, body, mark, rest, (60, 120, 8.0, "1 See the map of 1999."), (60, 108, 8.0, "It is torn."))])
    words = text(made)
    assert "[^1]: See the map of 1999. It is torn." in words
    assert re.search(r"so ?\[\^1\] in the whole canton", words), words


@pytest.mark.parametrize(("halves", "shown"), [("D83DDCA7", "\N{DROPLET}"), ("D83D", "\N{REPLACEMENT CHARACTER}")])
def test_letters_beyond_the_first_plane_are_read_whole(halves: str, shown: str) -> None:
    made = pdf([[(60, 700, 11, "1. The well of the village @ is dry since May.")]], stands_for={"@": halves})
    assert f"village {shown} is dry" in text(made)


def test_a_sign_that_means_nothing_is_left_out_and_counted() -> None:
    made = pdf([[(60, 700, 11, "1. The wells: @ open to all, and @ mended.")]], stands_for={"@": "0014"})
    account = Account()
    words = transcribed(Source("x", made), account).data.decode()
    assert " ".join(words.split()) == "1. The wells: open to all, and mended."
    assert account.left_out == {"signs without a meaning": 2}


def test_a_paragraph_numbered_with_four_figures_begins_one_and_a_year_does_not() -> None:
    lines = [
        "999. The court heard the keeper of the well on two days of the spring,",
        "and the keeper of the bridge in the winter of the same year.",
        "1000. It heard them again, and again with their families, in the year",
        "2008. The families had walked to the court from the villages of the north.",
        "1001. It found that the well had run dry before the bridge was built.",
    ]
    text = transcribed(
        Source("x.pdf", pdf([[(60, 700 - 14 * n, 11, line) for n, line in enumerate(lines)]])), Account()
    )
    starts = [line for line in text.data.decode("utf-8").split("\n") if line[:4] in ("999.", "1000", "2008", "1001")]
    assert [line[:4] for line in starts] == ["999.", "1000", "1001"]


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


def paragraph(left: float, top: float, *words: str) -> list[tuple[float, float, float, str]]:
    return [(left, top - 13 * at, 10, text) for at, text in enumerate(words)]


def two_columns(first: int) -> list[tuple[float, float, float, str]]:
    """A page of six paragraphs, three in each column, with a note at the foot of each."""
    village = ["Alausí", "Biblián", "Colta", "Déleg", "Echeandía", "Flavio", "Girón", "Huaca", "Isidro", "Jama", "Loja"]
    made = []
    for at in range(6):
        where = village[(first + at) % len(village)]
        words = (
            f"{first + at}. The wells of {where} are dry and nobody looked,",
            "because the State has not tested them for long; it",
            "should test and keep all the wells of each of them.",
        )
        made += paragraph(60 if at < 3 else 320, 740 - 60 * (at % 3), *words)
    notes = [(60.0, 120.0, 7.0, f"{first} See the left map."), (320.0, 120.0, 7.0, f"{first + 1} See the right map.")]
    return [*made[:9], notes[0], *made[9:], notes[1]]


@pytest.mark.parametrize("across", [False, True], ids=["by column", "line by line across"])
def test_two_columns_are_read_one_after_the_other(across: bool) -> None:
    pages = [two_columns(1), two_columns(7)]
    if across:
        pages = [sorted(page, key=lambda word: (-word[1], word[0])) for page in pages]
    made = lines(pdf(pages))
    texts = [line for line in made if re.match(r"\d+\. The wells", line)]
    assert [int(line.split(".")[0]) for line in texts] == list(range(1, 13))
    assert all(line.endswith("wells of each of them.") for line in texts)


def test_a_gutter_stands_behind_the_longest_lines_of_the_left_column() -> None:
    ragged = [
        "21. The wells of village 21 are dry and nobody knows",
        "how long it has been so, for their water is",
        "not tested, and the State should test wells.",
    ]
    page = [placed for at in range(5) for left in (60, 320) for placed in paragraph(left, 760 - 60 * at, *ragged)]
    made = text(pdf([sorted(page, key=lambda word: (-word[1], word[0]))]))
    assert "knows 21." not in made


def test_a_heading_across_two_columns_parts_them() -> None:
    above = [
        *paragraph(60, 780, *["The well above on the left of the page, which is dry"] * 5),
        *paragraph(320, 780, *["The well above right of the page, which is not so dry"] * 5),
    ]
    below = [
        *paragraph(60, 600, *["The river below on the left, which has a lot of water"] * 5),
        *paragraph(320, 600, *["The lake on the right, which has a lot of water as well"] * 5),
    ]
    across = (60.0, 660.0, 10.0, "Of rivers and lakes and all that flows in the whole of the land, and of rain")
    page = sorted([*above, across, *below], key=lambda word: (-word[1], word[0]))
    words = text(pdf([page]))
    places = [words.index(part) for part in ("above on the left", "above right", "Of rivers", "below on", "The lake")]
    assert places == sorted(places)


def test_a_table_is_not_read_as_columns() -> None:
    rows = [
        word
        for n in range(12)
        for word in ((60.0, 700 - 20 * n, 10.0, f"State {n}"), (330.0, 700 - 20 * n, 10.0, "1999"))
    ]
    made = text(pdf([rows]))
    assert made.index("1999") < made.index("State 1")


def test_articles_at_the_head_of_pages_are_no_running_heads() -> None:
    made = lines(
        pdf([page(n, (60, 770, 11, f"Article {7 * n}"), (60, 700, 11, "Wells are free.")) for n in range(1, 6)])
    )
    assert [line for line in made if line.startswith("Article")] == [f"Article {7 * n}" for n in range(1, 6)]


def test_a_head_with_the_number_of_its_page_is_a_running_head() -> None:
    pages = [[(60, 800, 9, f"Wells 2018 Page {n} of 5"), (60, 700, 11, f"{n}. The well is dry.")] for n in range(1, 6)]
    assert "Page" not in text(pdf(pages))


def test_a_page_number_may_stand_a_little_higher() -> None:
    pages = [
        [(60, 700, 11, f"{n}. The well is dry and nobody in the village mends it, and"), (60, 90, 9, str(n + 3))]
        for n in range(1, 4)
    ]
    assert not re.search(r"and \d", text(pdf(pages)))


def test_catchwords_in_the_margin_do_not_stand_between_the_lines() -> None:
    body = [(180, 700 - 13 * n, 10, "The wells of every village are open to all that need them") for n in range(4)]
    source = Source("x", pdf([[*body, (36, 690, 6, "Right to water")]] * 2))
    account = Account()
    assert "Right" not in transcribed(source, account).data.decode()
    assert account.left_out["notes in the margin"] == 2 * len("Righttowater")


def test_pieces_of_a_line_that_were_drawn_apart_are_one() -> None:
    placed = [
        (107.9, 660.0, 10.0, "tion of the wells"),
        (60.0, 700.0, 10.0, "Every village has wells"),
        (60.0, 660.0, 10.0, "The protec"),
    ]
    made = text(pdf([placed]))
    assert "The protection of the wells" in made


def test_a_line_with_a_space_in_its_middle_is_no_note() -> None:
    words = "The wells of the canton" + " " * 1 + "are dry in the whole canton."
    assert "[^" not in text(pdf([[(60, 700, 11, "1. " + words), (60, 686, 11, words)]]))


def test_a_bold_paragraph_is_no_heading_within_itself() -> None:
    placed = [(60, 700, 11, "135.4. Keep the wells open and do so"), (60, 687, 11, "in every village of the land;")]
    assert lines(pdf([placed], bold=True)) == ["135.4. Keep the wells open and do so in every village of the land;"]


def test_a_heading_at_the_end_of_a_page_ends_there() -> None:
    pages = [
        [
            (60, 700, 10, "The wells of every village are open to all that need them."),
            (60, 150, 14, "Title II. Of rivers"),
        ],
        [(60, 700, 14, "Article 9"), (60, 660, 10, "Rivers belong to nobody, and everybody may drink of them.")],
    ]
    assert "Article 9" in lines(pdf(pages))


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


def test_rich_text_keeps_its_notes_and_their_numbers() -> None:
    rich = (
        rb"{\rtf1\ansi 1. Wells{\super\chftn{\footnote\pard\plain{\super\chftn} Dry.\par Very {\i dry}.}}"
        rb" and rivers{\super\chftn{\footnote\ftnalt\pard\chftn See I.}}.\par Title{\super *{\footnote * Late.}}\par}"
    )
    assert lines(rich) == [
        *("1. Wells[^1] and rivers[^e1].", "Title*[^x1]"),
        *("[^1]: Dry. Very dry.", "[^e1]: See I.", "[^x1]: * Late."),
    ]


def test_a_box_in_rich_text_stands_behind_its_paragraph() -> None:
    box = rb"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt \pard Of wells\par}}{\shprslt{\*\do\dptxbxtext Of wells}}}"
    assert lines(rb"{\rtf1\ansi 1. Wells" + box + rb" are dry.\par 2. Rivers.\par}") == [
        *("1. Wells are dry.", "Of wells", "2. Rivers."),
    ]


def test_pictures_do_not_make_rich_text_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf, "LARGEST", 10_000)
    picture = rb"{\pict\pngblip " + b"0a1B2c\r\n" * 10_000 + rb"}"
    assert lines(rb"{\rtf1\ansi 1. Wells" + picture + rb" are dry.\par}") == ["1. Wells are dry."]
    with pytest.raises(ParseError, match=r"save it as \.docx"):
        text(rb"{\rtf1\ansi " + b"1. Wells are dry. " * 1000 + rb"\par}")


def test_what_was_struck_out_of_rich_text_is_left_out_and_counted() -> None:
    account = Account()
    gone = rb"{\i\deleted\revauthdel1 are {\b never} }", rb"{\deleted0 {\deleted\revdttmdel2 ed}}"
    rich = rb"{\rtf1\ansi 1. Wells %bstay%b open.\par}" % gone
    made = transcribed(Source("x", rich), account).data.decode()
    assert made.strip() == "1. Wells stay open."
    assert account.left_out == {"struck out": len("are never ed")}


def test_hyphens_and_an_old_list_number_in_rich_text() -> None:
    assert lines(rb"{\rtf1\ansi {\pntext 1.\tab}Non\-pecuniary, full\_time.\par}") == ["1. Nonpecuniary, full-time."]


def test_rich_text_gives_letters_beyond_the_first_plane_whole() -> None:
    assert lines(rb"{\rtf1\ansi 1. A well \u-10179?\u-9049?\par}") == ["1. A well \N{DROPLET}"]


def test_rich_text_that_breaks_off_is_refused() -> None:
    """A file cut while it was copied ends within its groups; nothing of it may pass for the whole."""
    whole = rb"{\rtf1\ansi 1. Wells stay {\b open}.\par 2. A brace \} is printed.\par}"
    assert lines(whole) == ["1. Wells stay open.", "2. A brace } is printed."]
    for cut in (whole[:-1], whole[:30], whole[:-1] + b"{{{{"):
        with pytest.raises(ParseError, match="breaks off") as refusal:
            text(cut)
        assert refusal.value.code is Refusal.DAMAGED


def test_what_stands_behind_the_end_of_rich_text_is_remarked() -> None:
    account = Account()
    source = Source("x", rb"{\rtf1\ansi 1. Wells stay open.\par} 2. Rivers flow.\par}")
    assert transcribed(source, account).data.decode().split("\n")[0] == "1. Wells stay open."
    assert [place for place, _ in account.unread] == ["end"]
    filled = Account()
    transcribed(Source("x", rb"{\rtf1\ansi 1. Wells stay open.\par}" + b"\r\n\x00\x00"), filled)
    assert filled.unread == []


def test_the_bytes_of_a_picture_are_passed_over_where_they_are_what_they_say() -> None:
    picture = rb"{\pict\wmetafile8\bin7 a}b{c\d}"
    assert lines(rb"{\rtf1\ansi 1. Wells " + picture + rb"stay.\par 2. Rivers.\par}") == [
        "1. Wells stay.",
        "2. Rivers.",
    ]
    assert lines(rb"{\rtf1\ansi 1. A path\\bin9 of wells.\par}") == [r"1. A path\bin9 of wells."]


@pytest.mark.parametrize("lie", [b"2000000000", b"9999999999", b"12", b"30", b"-5"])
def test_a_picture_that_lies_about_its_bytes_swallows_no_text(lie: bytes) -> None:
    rich = rb"{\rtf1\ansi 1. Wells.\par {\pict\bin%b abc}\par 2. Rivers {\b flow}.\par 3. Lakes.\par}" % lie
    with pytest.raises(ParseError, match="picture") as refusal:
        text(rich)
    assert refusal.value.code is Refusal.DAMAGED


def test_a_number_that_no_letter_has_is_named_in_plain_words() -> None:
    with pytest.raises(ParseError, match="that no letter has"):
        text(rb"{\rtf1\ansi 1. Wells \u9999999999?\par}")


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


def test_names_with_strokes_that_lean_back_are_read_and_no_way_out_hides_a_file() -> None:
    """As programs of Windows write them; a name that begins with a way out does not begin with a dot."""
    names = {r"..\..\a.docx": "A/HRC/99/7", r"C:\deep\b.docx": "A/HRC/98/6", "../c.docx": "A/HRC/97/5"}
    parsed = parse(
        Source("x.zip", packed({name: rapporteur(symbol) for name, symbol in names.items()} | {"deep\\": b""}))
    )
    assert sorted(document.source for document in parsed.documents) == [
        "x.zip!/a.docx",
        "x.zip!/c.docx",
        "x.zip!/deep/b.docx",
    ]
    assert not any(problem.locator == "" for problem in parsed.problems)


def test_hidden_files_of_an_archive_are_counted_and_what_a_system_leaves_is_not() -> None:
    report = rapporteur("A/HRC/99/7")
    litter = {"__MACOSX/a.docx": b"x", r"deep\Thumbs.db": b"x", "~$a.docx": b"x", "._a.docx": b"x"}
    hidden = {".acta.txt": b"x", ".deep/b.docx": report, r".low\c.docx": report, "../.d.docx": report}
    parsed = parse(Source("x.zip", packed({"a.docx": report, **litter, **hidden})))
    assert [document.source for document in parsed.documents] == ["x.zip!/a.docx"]
    assert "4 hidden files in it are not read" in parsed.problems[-1].message


def test_a_link_in_an_archive_is_not_followed_and_settings_in_it_are_not_read() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    made = io.BytesIO(packed({"a.docx": rapporteur("A/HRC/99/7"), "deep/collection.toml": 'kind = "report"'}))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    parsed = parse(Source("x.zip", made.getvalue()))
    said = {problem.source: problem.message for problem in parsed.problems}
    assert "a link to another file is not followed" in said["x.zip!/link.txt"]
    assert "settings within an archive are not read" in said["x.zip!/deep/collection.toml"]


def test_word_files_in_an_archive_that_packs_nothing_smaller_do_not_make_it_one() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.docx", rapporteur("A/HRC/99/7"))
    (document,) = parse(Source("x.zip", made.getvalue())).documents
    assert document.source == "x.zip!/a.docx"


def test_an_empty_archive_says_that_it_holds_nothing() -> None:
    made = io.BytesIO()
    zipfile.ZipFile(made, "w").close()
    with pytest.raises(ParseError, match="no document that can be read in it"):
        parse(Source("x.zip", made.getvalue()))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_in_an_archive_are_both_read() -> None:
    made = io.BytesIO(packed({"a.docx": rapporteur("A/HRC/99/7")}))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("a.docx", rapporteur("A/HRC/98/6"))
    parsed = parse(Source("x.zip", made.getvalue()))
    assert {document.id: document.source for document in parsed.documents} == {
        "a-hrc-98-6": "x.zip!/a.docx",
        "a-hrc-99-7": "x.zip!/a.docx (2)",
    }


def test_an_archive_with_nothing_to_read_says_why_of_its_files_and_of_its_settings_last() -> None:
    whole = packed({"a/collection.toml": 'kind = "report"', "b.txt": "Words."})
    with pytest.raises(ParseError, match=r"in it: b\.txt: what it is .*; a/collection\.toml: settings") as refused:
        parse(Source("x.zip", whole))
    assert "declare its kind" in str(refused.value)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_file_of_libreoffice_is_told_from_an_archive(packing: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a>1. Words.</a>")
    with pytest.raises(ParseError, match="save it as DOCX or PDF"):
        parse(Source("x.odt", made.getvalue()))


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
    assert numbers == sorted(set(numbers))
    missing = sorted(set(range(1, numbers[-1])) - set(numbers))  # an extract leaves out paragraphs, and says so
    assert [f"para_{number}" for number in missing] == [gap for gap in document.gaps if gap.startswith("para_")]
    assert not missing or "\n..." in text(path.read_bytes())
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


def test_a_table_of_contents_leaves_the_text_and_is_counted() -> None:
    contents = [(60.0, 700.0 - 20 * n, 10.0, f"Chapter {n} {'. ' * 40}{n + 3}") for n in range(4)]
    data = pdf([[*contents, (60, 500, 10, "1. The wells stay open ...")]])
    account = Account()
    assert transcribed(Source("x", data), account).data.decode().split("\n\n") == ["1. The wells stay open ...\n"]
    assert account.left_out["table of contents"] > 100


def test_notes_at_the_end_of_a_document_are_notes_on_every_page() -> None:
    """Summaries of stakeholders' information end so: a heading, then pages that are all of small lines."""
    sentences = ("1. The wells of the north stay open all year.", "2. So do the schools and libraries of the south.")
    text = [(60.0, 700.0 - 14 * n, 10.0, words) for n, words in enumerate(sentences)]
    small = [(60.0, 640.0 - 10 * n, 8.0, words) for n, words in enumerate(("1 The map of the north.", "2 The map of"))]
    second = [(60.0, 700.0 - 10 * n, 8.0, words) for n, words in enumerate(("the south.", "3 The list."))]
    transcript = transcribed(
        Source("x", pdf([[*text, (60, 660, 10, "Notes"), *small], second])), Account()
    ).data.decode()
    assert transcript.split("\n\n")[:2] == list(sentences)
    assert "[^2]: The map of the south." in transcript
    assert "[^3]: The list." in transcript
    assert "Notes" not in transcript
