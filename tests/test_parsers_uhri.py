"""Exports of the Universal Human Rights Index: rows to documents, parts of a paragraph to one passage."""

import json
from pathlib import Path

import msgspec
import pytest

from office_files import workbook, xlsx
from rights_search.errors import ParseError
from rights_search.model import Parsed, PassageKind, Source, SourceKind, Standing
from rights_search.parsers import format_of, parse
from rights_search.parsers.uhri import document as uhri

DATA = Path(__file__).parent / "data" / "uhri"


def read(name: str) -> Parsed:
    return uhri.parse(Source(name, (DATA / name).read_bytes()))


@pytest.mark.parametrize("name", ["export.json", "export.csv"])
def test_an_export_reads_as_expected(name: str) -> None:
    assert uhri.recognises(Source(name, (DATA / name).read_bytes()))
    expected = json.loads((DATA / f"{name}.expected.json").read_text("utf-8"))
    assert json.loads(msgspec.json.encode(read(name))) == expected


def test_the_rows_of_one_symbol_are_one_document() -> None:
    documents = {document.id: document for document in read("export.json").documents}
    assert list(documents) == ["crc-c-ury-co-41", "a-hrc-91-4", "a-hrc-91-40-add-1"]
    kinds = [document.kind for document in documents.values()]
    assert kinds == [SourceKind.CONCLUDING_OBSERVATIONS, SourceKind.UPR, SourceKind.SPECIAL_PROCEDURE]
    assert {document.standing for document in documents.values()} == {Standing.EXCERPT}


def test_the_parts_of_one_paragraph_are_one_passage() -> None:
    passage = read("export.json").documents[0].passages[1]
    assert passage.eid == "para_5"
    assert passage.kind is PassageKind.RECOMMENDATION
    assert passage.text.split("\n") == [
        "The Committee urges the State party to:",
        "(a) Dig a well at every school;",
        "(b) Teach pupils to look after it.",
    ]


def test_a_review_keeps_number_recommending_state_and_answer() -> None:
    numbered, unnumbered = read("export.json").documents[1].passages
    assert (numbered.eid, numbered.recommended_by, numbered.response) == ("rec_118-12", ("NZL",), "supported")
    assert unnumbered.num == ""
    assert unnumbered.response == "noted"


def test_what_is_unknown_or_missing_is_said() -> None:
    said = [(problem.locator, problem.message) for problem in read("export.json").problems]
    assert ("entry 6", "“Atlantis” is no State we know") in said
    assert ("entry 7", "has no symbol; it is left out") in said
    assert ("A/HRC/91/40/Add.1", "body “- SR Lighthouses” is none we know") in said


def test_a_spreadsheet_with_the_same_columns_is_read_too() -> None:
    lines = (DATA / "export.csv").read_text("utf-8").splitlines()
    rows = [lines[0].split(","), ["CRC/C/URY/CO/41", "Concerns", "CRC", "Uruguay", "2031-02-12", "4. No well.", "", ""]]
    (document,) = parse(Source("export.xlsx", xlsx(rows))).documents
    assert (document.id, document.passages[0].eid) == ("crc-c-ury-co-41", "para_4")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            b'[{"AnnotationId": "1", "AnnotationType": "x", "Symbol": "CRC/C/URY/CO/41", "Text": "4. cut',
            "export it again",
        ),
        (b'[{"AnnotationId": "1", "AnnotationType": "x", "Symbol": "", "Text": ""}]', "no row has a symbol"),
        (b'[{"AnnotationId": "1", "AnnotationType": "x", "Symbol": 7, "Text": []}]', "export it again"),
    ],
)
def test_a_damaged_export_is_refused_in_words(data: bytes, says: str) -> None:
    source = Source("export.json", data)
    assert format_of(source).name == "export of the Universal Human Rights Index"
    with pytest.raises(ParseError, match=says):
        uhri.parse(source)


HEAD = (
    "Symbol",
    "Annotation type",
    "Body",
    "Country",
    "Publication date",
    "Text",
    "UPR position",
    "Recommending State",
)
WELLS = ("CRC/C/URY/CO/41", "Concerns", "CRC", "Uruguay", "2031-02-12", "4. Two schools have no well.", "", "")
BOOKS = ("A/HRC/91/4", "Recommendations", "UPR", "Uruguay", "2031-07-01", "118.13 Lend books.", "Noted", "France")


@pytest.mark.parametrize(
    ("printed", "date", "told"),
    [
        ("12/02/2031", "2031", "cannot be told apart"),
        ("2/13/2031", "2031-02-13", ""),
        ("12 Feb 2031", "2031-02-12", ""),
        (47891, "2031-02-12", ""),
        ("soon", "", "cannot be read"),
    ],
)
def test_a_date_is_read_or_its_doubt_is_told(printed: str | float, date: str, told: str) -> None:
    row = [*WELLS[:4], printed, *WELLS[5:]]
    parsed = parse(Source("export.xlsx", workbook({"A": [HEAD, row]})))
    assert parsed.documents[0].date == date
    assert [told in problem.message for problem in parsed.problems] == ([True] if told else [])


def test_every_sheet_of_a_workbook_is_read_and_its_cover_is_left_out_by_name() -> None:
    parsed = parse(
        Source("export.xlsx", workbook({"Read me": [["The Index"]], "1": [HEAD, WELLS], "2": [HEAD, BOOKS]}))
    )
    assert [document.id for document in parsed.documents] == ["crc-c-ury-co-41", "a-hrc-91-4"]
    assert [rule.rule for rule in parsed.documents[0].left_out] == ["sheet “Read me”"]


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        (
            "Símbolo;Tipo de anotación;Órgano;País;Fecha de publicación;Texto;Posición;Estado que recomienda",
            "Tomada nota",
        ),
        ("Cote;Type d'annotation;Organe;Pays;Date de publication;Texte;Position;État recommandant", "Notée"),
    ],
)
def test_columns_go_by_spanish_and_french_names(head: str, answer: str) -> None:
    row = ";".join((*BOOKS[:6], answer, "Francia" if "País" in head else "Pays-Bas"))
    (document,) = parse(Source("export.csv", f"{head}\n{row}\n".encode())).documents
    (passage,) = document.passages
    assert (document.id, document.states, document.date) == ("a-hrc-91-4", ("URY",), "2031-07-01")
    assert (passage.eid, passage.response) == ("rec_118-13", "noted")
    assert passage.recommended_by == (("FRA",) if "País" in head else ("NLD",))


def test_an_export_may_stand_under_a_key() -> None:
    records = json.loads((DATA / "export.json").read_text("utf-8"))
    wrapped = parse(Source("export.json", json.dumps({"count": len(records), "results": records}).encode()))
    assert [document.id for document in wrapped.documents] == [
        document.id for document in read("export.json").documents
    ]
