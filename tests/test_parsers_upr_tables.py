"""Tables of recommendations as ministries keep them: workbooks of several sheets, merged cells, numbers, names."""

import json
from collections.abc import Sequence

import pytest

from office_files import Cell, ole, workbook
from rights_search.errors import ParseError, Refusal
from rights_search.model import Declaration, Document, Parsed, Source, SourceKind
from rights_search.parsers import parse
from rights_search.parsers.upr.numbers import number_in, sure

HEAD = ("State under review", "Recommendation", "Recommending State", "Response", "Number", "Session")
CABEZA = ("Estado examinado", "Recomendación", "Estado que recomienda", "Respuesta", "Número", "Sesión")
ROWS = (
    ("Uruguay", "Open a reading room in every parish", "Spain", "Supported", "118.2", "32"),
    ("Uruguay", "Lend books to all who ask", "Norway", "Noted", "118.3", "32"),
    ("Uruguay", "Mend the roofs of the libraries", "Peru", "Supported", "118.4", "32"),
)
FILAS = (
    ("Uruguay", "Abrir una sala de lectura en cada parroquia", "España", "Aceptada", "118.2", "32"),
    ("Uruguay", "Prestar libros a quien los pida", "Noruega", "Tomada nota", "118.3", "32"),
    ("Uruguay", "Reparar los techos de las bibliotecas", "Perú", "Aceptada", "118.4", "32"),
)
NOTHING = Declaration()
OF_A_MINISTRY = Declaration(kind=SourceKind.UPR, state="URY")


def table(rows: Sequence[Sequence[str]], declared: Declaration = NOTHING) -> Parsed:
    return parse(Source("upr.csv", "\n".join(";".join(row) for row in rows).encode(), declared))


def book(
    sheets: dict[str, Sequence[Sequence[Cell]]], merged: dict[str, Sequence[str]] | None = None
) -> tuple[Document, ...]:
    return parse(Source("upr.xlsx", workbook(sheets, merged))).documents


def numbers(document: Document) -> list[tuple[str, str]]:
    return [(passage.eid, passage.num) for passage in document.passages]


# --- JSON ---


def test_a_key_that_stands_twice_in_a_record_is_named_with_its_entry() -> None:
    record = '{"Recommendation": "Open %s", %s"Recommending State": "Spain", "State under review": "Uruguay"}'
    again = r'"Recommendation": "Mend the \":\" roofs", '
    listed = ",".join((record % ("a room", ""), record % (": all day", again), record % (r"a \": b", "")))
    for data in (f"[{listed}]", f'{{"results": [{listed}]}}'):
        parsed = parse(Source("upr.json", data.encode()))
        assert [p.locator for p in parsed.problems if "more than once" in p.message] == ["entry 2"]
        assert "“Recommendation”" in next(p.message for p in parsed.problems if p.locator == "entry 2")
    sound = parse(Source("upr.json", f"[{record % (': all day', '')}]".encode()))
    assert not any("more than once" in p.message for p in sound.problems)


# --- Quotation marks ---


def marked(*lines: tuple[int, str]) -> Parsed:
    """Sixty recommendations, a row a line; some lines as given."""
    rows = [";".join(("Uruguay", f"Open library number {n}", "Spain", "Noted", f"7.{n}", "32")) for n in range(1, 61)]
    for number, line in lines:
        rows[number - 1] = line
    return parse(Source("upr.csv", "\n".join((";".join(HEAD), *rows)).encode()))


STRAY = 'Uruguay;"Open library number 30;Spain;Noted;7.30;32'


@pytest.mark.parametrize(
    "further",
    [
        (),
        ((45, 'Uruguay;Open the "great" library;Spain;Noted;7.45;32'),),
        ((45, 'Uruguay;Open library number 45";Spain;Noted;7.45;32'),),
        ((31, 'Uruguay;"Open library; number 31";Spain;Noted;7.31;32'),),
        ((32, 'Uruguay;"Open library\nnumber 32";Spain;Noted;7.32;32'),),
        ((60, 'Uruguay;"Open library number 60";Spain;Noted;7.60;32'),),
    ],
    ids=["never closed", "a word in marks", "closed in another row", "a semicolon", "several lines", "the last row"],
)
def test_a_stray_quotation_mark_glues_no_rows_together(further: tuple[tuple[int, str], ...]) -> None:
    parsed = marked((30, STRAY), *further)
    assert [p.num for p in parsed.documents[0].passages] == [f"7.{n}" for n in range(1, 61)]
    assert parsed.documents[0].passages[29].text == '"Open library number 30'
    assert [(p.locator, "quotation mark" in p.message) for p in parsed.problems] == [("row 31", True)]


def test_stray_quotation_marks_in_the_first_and_the_last_row_are_found() -> None:
    parsed = marked(*((n, f'Uruguay;"Open library number {n};Spain;Noted;7.{n};32') for n in (1, 60)))
    assert len(parsed.documents[0].passages) == 60
    assert [p.locator for p in parsed.problems] == ["row 2", "row 61"]


def test_a_row_whose_stray_mark_cannot_be_told_is_named_and_nothing_is_read() -> None:
    with pytest.raises(ParseError, match=r"line 31: a quotation mark is never closed.* write it twice") as refusal:
        marked((30, 'Uruguay;"Open; library number 30;Spain;Noted;7.30;32'))
    assert refusal.value.code is Refusal.DAMAGED


@pytest.mark.parametrize(
    ("head", "row"),
    [
        # commas in prose make as many cells as the head has
        (
            "Number,Recommendation,Recommending State,State under review,Response,Session",
            '7.{0},"Lend atlases, maps, globes, books {0}\nand films, to all",Spain,Uruguay,Noted,32',
        ),
        # where the words are the last column, the first line has all columns of the head
        (
            "Session,State under review,Recommending State,Response,Number,Recommendation",
            '32,Uruguay,Spain,Noted,7.{0},"Lend atlases {0}\na, b, c, d, e, and films\nto all"',
        ),
    ],
)
def test_a_cell_of_several_lines_stays_one(head: str, row: str) -> None:
    rows = "\n".join(row.format(number) for number in range(1, 20))
    parsed = parse(Source("upr.csv", f"{head}\n{rows}\n".encode()))
    assert [p.num for p in parsed.documents[0].passages] == [f"7.{n}" for n in range(1, 20)]
    assert all(p.text.count("\n") and p.text.endswith("to all") for p in parsed.documents[0].passages)
    assert parsed.problems == ()


# --- Numbers ---


def test_a_recommendation_has_the_number_and_the_name_that_the_report_gives_it() -> None:
    (document,) = table([HEAD, *ROWS]).documents
    assert numbers(document) == [("rec_118-2", "118.2"), ("rec_118-3", "118.3"), ("rec_118-4", "118.4")]


def test_the_tables_of_two_languages_join_by_their_numbers() -> None:
    (english,), (spanish,) = table([HEAD, *ROWS]).documents, table([CABEZA, *FILAS]).documents
    assert (english.id, numbers(english)) == (spanish.id, numbers(spanish))
    assert (english.language, spanish.language) == ("en", "es")


def test_the_same_words_of_several_states_are_one_recommendation_by_number() -> None:
    again = ("Uruguay", ROWS[0][1], "Chile", "Supported", "118.2", "32")
    other = ("Uruguay", ROWS[0][1], "Italy", "Supported", "118.9", "32")
    (document,) = table([HEAD, *ROWS, again, other]).documents
    assert document.passages[0].recommended_by == ("ESP", "CHL")
    assert (document.passages[3].eid, document.passages[3].recommended_by) == ("rec_118-9", ("ITA",))


def test_a_number_that_stands_for_other_words_too_is_no_name() -> None:
    parsed = table([HEAD, *ROWS, ("Uruguay", "Paint the walls", "Chile", "Noted", "118.3", "32")])
    eids = [passage.eid for passage in parsed.documents[0].passages]
    assert eids[0] == "rec_118-2"
    assert eids[2] == "rec_118-4"
    assert [len(eid) for eid in (eids[1], eids[3])] == [14, 14]
    assert ["118.3 is that of other words" in problem.message for problem in parsed.problems] == [True, True]


@pytest.mark.parametrize(
    ("cell", "number"),
    [("118.2", "118.2"), ("118,2", "118.2"), ("(118.2)", "118.2"), ("Rec. 118.2", "118.2"), ("7", ""), ("118.0", "")],
)
def test_numbers_are_read_in_several_ways_and_a_rows_own_number_is_none(cell: str, number: str) -> None:
    assert number_in(cell) == number


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("118.8 118.9 118.1 118.11", "118.8 118.9 118.10 118.11"),  # a spreadsheet has shortened it
        ("118.2 118.3 118.1", "118.2 118.3 -"),  # 118.1, or 118.10: nobody can know
        ("118.9 118.1 118.10", "118.9 118.1 118.10"),  # noughts are kept, so that 118.1 is meant
        ("118.4 118.12 118.7 118.11", "118.4 118.12 118.7 118.11"),  # sorted in another way
    ],
)
def test_a_nought_that_a_spreadsheet_took_away_is_given_back_where_it_is_sure(printed: str, kept: str) -> None:
    assert [number or "-" for number, _ in sure(printed.split())] == kept.split()


# --- Dates and symbols ---


def test_date_and_symbol_of_the_report_are_the_documents() -> None:
    head = (*HEAD[:4], "Date of adoption", "Document symbol")
    (document,) = book({"A": [head, *[(*row[:4], 48030, "A/HRC/91/4") for row in ROWS]]})
    assert (document.id, document.symbol, document.date) == ("a-hrc-91-4", "A/HRC/91/4", "2031-07-01")


def test_a_date_that_may_be_two_days_gives_the_year_and_is_told() -> None:
    parsed = table([(*HEAD[:4], "Date of adoption", "Session"), *[(*row[:4], "01/07/2031", "32") for row in ROWS]])
    assert parsed.documents[0].date == "2031"
    assert [problem.locator for problem in parsed.problems] == ["row 2"]
    assert "cannot be told apart" in parsed.problems[0].message


# --- Workbooks ---


def test_every_sheet_with_such_a_table_is_read() -> None:
    later = [(*row[:5], "41") for row in FILAS]
    documents = book({"Ciclo 3": [CABEZA, *FILAS], "Ciclo 4": [CABEZA, *later]})
    assert [(document.id, len(document.passages)) for document in documents] == [("upr-ury-32", 3), ("upr-ury-41", 3)]
    assert not any(document.left_out for document in documents)


def test_a_cover_sheet_is_left_out_by_its_name() -> None:
    (document,) = book({"Portada": [["Matriz del examen"]], "Datos": [CABEZA, *FILAS]})
    assert [(rule.rule, rule.characters) for rule in document.left_out] == [("sheet “Portada”", 17)]


def test_a_sheet_of_data_that_is_not_read_is_named_with_its_columns() -> None:
    other = [("Órgano", "Plazo", "Avance"), *[("Salud", "2031", "En curso")] * 3]
    parsed = parse(Source("upr.xlsx", workbook({"Datos": [CABEZA, *FILAS], "Plan": other})))
    (problem,) = parsed.problems
    assert problem.locator == "sheet “Plan”"
    assert "“Órgano”, “Plazo”, “Avance”" in problem.message


def test_a_row_of_a_workbook_is_told_by_its_sheet_and_number() -> None:
    strange = ("Freedonia", *ROWS[0][1:])
    parsed = parse(Source("upr.xlsx", workbook({"Old": [HEAD, *ROWS], "New": [["Title"], HEAD, *ROWS, strange]})))
    assert parsed.problems[0].locator == "sheet “New”, row 6"


@pytest.mark.parametrize("column", [0, 2])
def test_a_merged_cell_holds_for_all_its_rows(column: int) -> None:
    rows: list[list[Cell]] = [list(row) for row in ROWS]
    for row in rows[1:]:
        row[column] = None
    letter = chr(65 + column)
    (document,) = book({"A": [HEAD, *rows]}, {"A": [f"{letter}2:{letter}4"]})
    by = [passage.recommended_by for passage in document.passages]
    assert by == ([("ESP",)] * 3 if column == 2 else [("ESP",), ("NOR",), ("PER",)])


def test_a_title_over_the_whole_width_and_a_head_of_two_rows_are_no_data() -> None:
    above = ["Matriz de la revisión"]
    groups = ["Estado examinado", "Recomendación", "Origen", "Seguimiento", None, None]
    parsed = parse(
        Source("upr.xlsx", workbook({"A": [above, groups, CABEZA, *FILAS]}, {"A": ["A1:F1", "D2:F2", "A2:A3"]}))
    )
    assert len(parsed.documents[0].passages) == 3
    assert parsed.problems == ()


def test_ranges_that_lie_over_each_other_end_somewhere() -> None:
    ranges = ["A1:XFD1048576", *["A2:E4"] * 5_000]
    (document,) = book({"A": [HEAD, *ROWS]}, {"A": ranges})
    assert document.states == ("URY",)


# --- Names, and what is missing ---


def test_columns_states_and_answers_go_by_french_names() -> None:
    (document,) = table(
        [
            ("État examiné", "Recommandation", "État auteur de la recommandation", "Position", "Numéro", "Session"),
            ("Équateur", "Ouvrir une salle de lecture dans chaque paroisse", "Norvège", "Acceptée", "118.2", "32"),
            ("Équateur", "Prêter des livres à tous", "Royaume-Uni", "Notée", "118.3", "32"),
        ]
    ).documents
    assert (document.states, document.language) == (("ECU",), "fr")
    told = [(passage.recommended_by, passage.response) for passage in document.passages]
    assert told == [(("NOR",), "supported"), (("GBR",), "noted")]


def test_a_matrix_without_the_state_under_review_is_read_where_it_is_declared() -> None:
    rows = [("No.", "Recomendación", "País", "Estado", "Plazo"), *[(r[4], r[1], r[2], r[3], "2031") for r in FILAS]]
    (document,) = table(rows, Declaration(state="URY")).documents
    assert (document.states, numbers(document)[0]) == (("URY",), ("rec_118-2", "118.2"))
    assert document.passages[1].response == "noted"


def test_an_empty_cell_is_the_declared_state_and_a_printed_one_is_never_overruled() -> None:
    (here,) = table([HEAD, ("", *ROWS[0][1:])], OF_A_MINISTRY).documents
    (there,) = table([HEAD, ("Chile", *ROWS[0][1:])], OF_A_MINISTRY).documents
    assert (here.states, there.states) == (("URY",), ("CHL",))


@pytest.mark.parametrize("wrapped", [False, True])
def test_json_has_the_same_keys_as_a_table_has_columns(*, wrapped: bool) -> None:
    records = [dict(zip(CABEZA, row, strict=True)) for row in FILAS]
    data = json.dumps({"total": 3, "results": records} if wrapped else records).encode()
    (document,) = parse(Source("upr.json", data)).documents
    assert numbers(document) == numbers(table([CABEZA, *FILAS]).documents[0])


@pytest.mark.parametrize("declared", [NOTHING, OF_A_MINISTRY])
def test_a_refused_table_is_told_what_it_has_and_what_it_lacks(declared: Declaration) -> None:
    rows = [("Nº", "Recomendación", "Institución"), *[(row[4], row[1], "Salud") for row in FILAS]]
    with pytest.raises(ParseError) as refusal:
        table(rows, declared)
    assert refusal.value.code is Refusal.FORM
    assert "“Recomendación”, “Institución”" in str(refusal.value)
    assert "“Recommending State” or “Estado que recomienda”" in str(refusal.value)
    assert ("--state" in str(refusal.value)) is (not declared.state)


def test_paragraphs_with_commas_are_no_table() -> None:
    lines = "\n".join(f"{number}. The State has wells, rivers, and lakes." for number in range(1, 6))
    with pytest.raises(ParseError, match="its kind"):
        parse(Source("text.txt", lines.encode()))


@pytest.mark.parametrize(
    ("stream", "told"), [("Workbook", "save it as XLSX or CSV"), ("PowerPoint Document", "save them as PDF")]
)
def test_office_files_of_before_2007_are_told_what_to_be_saved_as(stream: str, told: str) -> None:
    with pytest.raises(ParseError, match=told) as refusal:
        parse(Source("old", ole({stream: b"x", "Other": b"y"})))
    assert refusal.value.code is Refusal.OLD_FORMAT


@pytest.mark.parametrize(
    "data",
    [
        b'[{"SuR": "Chile", "Recommendation": "\\ud800", "RS": "Peru"}]',
        b'{"SuR": 1, "Recommendation": 2, "RS": ' + b"[" * 100_000,
        b'[{"SuR": {"a": 1}, "Recommendation": ["x", null, 2.5], "RS": true}, 7, null]',
        b'SuR;Recommendation;RS\n"' + b"x" * 200_000,
        b"\x0csheet: a\nSuR;Recommendation;RS\n" * 500,
    ],
)
def test_hostile_tables_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(ParseError):
        parse(Source("upr", data))


# --- Several States in a cell ---


def by(cell: str) -> tuple[tuple[str, ...], list[str]]:
    """The recommending States that a cell names, and what is said of others."""
    parsed = parse(
        Source("upr.xlsx", workbook({"A": [HEAD, (*ROWS[0][:2], cell.replace("&", "&amp;"), *ROWS[0][3:])]}))
    )
    return parsed.documents[0].passages[0].recommended_by, [problem.message for problem in parsed.problems]


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        ("Peru and Viet Nam", "PER VNM"),
        ("Perú y Chile", "PER CHL"),
        ("PERÚ Y CHILE", "PER CHL"),
        ("France et Belgique", "FRA BEL"),
        ("la France et les Pays-Bas", "FRA NLD"),
        ("Brasil e Chile", "BRA CHL"),
        ("Brazil; Chile", "BRA CHL"),
        ("Haiti / Cuba", "HTI CUB"),
        ("Haiti - Cuba", "HTI CUB"),
        ("Peru & Chile", "PER CHL"),
        ("Peru\nChile", "PER CHL"),
        ("Peru and\nChile", "PER CHL"),
        ("Peru\nand Chile", "PER CHL"),
        ("• Peru\n• Chile", "PER CHL"),
        ("Antigua and Barbuda, Peru and Chile", "ATG PER CHL"),
        ("Trinidad and Tobago", "TTO"),
        ("Trinidad & Tobago and Peru", "TTO PER"),
        ("Trindade e Tobago", "TTO"),
        ("Bosnia and Herzegovina", "BIH"),
        ("São Tomé and Príncipe", "STP"),
        ("Saint Kitts and Nevis", "KNA"),
        ("St. Kitts and Nevis; Peru", "KNA PER"),
        ("Saint Vincent and the Grenadines", "VCT"),
        ("San Vicente y las Granadinas y Perú", "VCT PER"),
        ("Bolivia (Plurinational State of) and Venezuela (Bolivarian Republic of)", "BOL VEN"),
        ("Iran (Islamic Republic of), Korea, Republic of", "IRN KOR"),
        ("United States of America and Peru", "USA PER"),
        ("Reino Unido de Gran Bretaña e Irlanda del Norte y Chile", "GBR CHL"),
    ],
)
def test_every_state_of_a_cell_is_known_and_a_name_with_and_in_it_is_one(cell: str, named: str) -> None:
    assert by(cell) == (tuple(named.split()), [])


def test_a_name_beside_others_that_is_no_state_is_told() -> None:
    assert by("Peru and Freedonia") == (("PER",), ["recommending State “Freedonia” is no State we know"])
    assert by("United States, Freedonia")[1] == ["recommending State “Freedonia” is no State we know"]


# --- Tables without a head ---

LONG = [
    (row[0], f"{row[1]}, and to all who come from afar to read and to write in {'many ' * 9}languages", *row[2:])
    for row in ROWS
]


@pytest.mark.parametrize("declared", [NOTHING, Declaration(kind=SourceKind.UPR)], ids=["undeclared", "declared"])
@pytest.mark.parametrize("rows", [ROWS, LONG], ids=["short", "long"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_table_without_a_head_is_told_which_columns_are_wanted(
    form: str, rows: Sequence[Sequence[str]], declared: Declaration
) -> None:
    data = workbook({"A": rows}) if form == "xlsx" else "\n".join(";".join(row) for row in rows).encode()
    with pytest.raises(ParseError) as refused:
        parse(Source(f"upr.{form}", data, declared))
    assert refused.value.code is Refusal.FORM
    said = str(refused.value)
    assert "no row looks like a head (it begins “Uruguay”, “Open a reading room" in said
    assert "“Recommendation” or “Recomendación”" in said
    assert "“State under review”" in said
    assert "write the names in a line above the first row" in said


@pytest.mark.parametrize("text", ["I write, as I said, to say so.\n" * 5, "# Folders\n\n" + "| a | b | c |\n" * 5])
def test_letters_and_notes_in_markdown_are_no_tables(text: str) -> None:
    with pytest.raises(ParseError, match="cannot be told from its words"):
        parse(Source("letter.txt", text.encode()))


# --- JSON ---

RECORDS = [dict(zip(HEAD, row, strict=True)) for row in ROWS]
LINES = "\n".join(map(json.dumps, RECORDS))


def of_json(text: str, declared: Declaration = NOTHING) -> Parsed:
    return parse(Source("upr.json", text.encode(), declared))


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"data": {"items": RECORDS}}, indent=2),
        json.dumps({"result": {"fields": [{"id": 1}] * 9, "records": RECORDS}}),
        json.dumps([{"page": 1, "rows": RECORDS[:2]}, {"page": 2, "rows": RECORDS[2:]}]),
        json.dumps({"supported": RECORDS[:1], "noted": RECORDS[1:]}),
        json.dumps({str(number): record for number, record in enumerate(RECORDS)}),
        json.dumps({"about": "x" * 30_000, "data": RECORDS}),
        LINES,
        "\ufeff" + LINES.replace("\n", "\r\n") + "\r\n",
        "\ufeff" + json.dumps({"data": RECORDS}),
    ],
    ids=["two keys", "other lists", "pages", "two lists", "by number", "far below", "lines", "marked lines", "marked"],
)
def test_records_of_json_are_found_wherever_they_stand(text: str) -> None:
    (document,) = of_json(text).documents
    assert numbers(document) == [("rec_118-2", "118.2"), ("rec_118-3", "118.3"), ("rec_118-4", "118.4")]


def test_the_row_of_one_of_several_lists_is_told_with_its_list() -> None:
    strange = RECORDS[0] | {"Recommending State": "Freedonia"}
    (problem,) = of_json(json.dumps({"supported": RECORDS, "noted": [strange]})).problems
    assert problem.locator == "“noted”, entry 1"


def test_json_without_such_a_list_is_refused_with_its_keys() -> None:
    with pytest.raises(ParseError, match="the keys “data”, “items”, “Recommendation”: a column is missing"):
        of_json(json.dumps({"data": {"items": [{"Recommendation": "Read"}] * 3}}))
    apart = {"one": [{"Recommendation": "Read"}], "two": [{"Recommending State": "Peru", "State under review": "Mali"}]}
    with pytest.raises(ParseError, match="no list of objects has all the columns; its keys are “one”, “Recommenda"):
        of_json(json.dumps(apart))
    with pytest.raises(ParseError, match="the keys “data”, “items”"):
        of_json('{"data": {"items": []}}', OF_A_MINISTRY)


def test_a_damaged_line_of_json_is_named() -> None:
    with pytest.raises(ParseError, match="line 4 is not valid JSON") as refused:
        of_json(LINES + '\n{"State')
    assert refused.value.code is Refusal.DAMAGED
