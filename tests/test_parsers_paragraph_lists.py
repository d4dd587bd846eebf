"""JSON lists of paragraphs: general comments, special procedures, decisions on communications."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from rights_search.errors import ParseError
from rights_search.model import Declaration, Document, Parsed, PassageKind, Source, SourceKind
from rights_search.parsers.base import unpack
from rights_search.parsers.eids import EID
from rights_search.parsers.lists import document as paragraph_lists
from rights_search.parsers.lists.facts import named
from rights_search.parsers.lists.marks import marks_in
from rights_search.parsers.lists.pages import without_pages
from rights_search.parsers.lists.states import state_party
from rights_search.parsers.numbered.chain import chain, gaps

DATA = Path(__file__).parent / "data" / "lists"
TEXTS = Path(__file__).parents[2] / "shared" / "texts"
COMMENT, REPORT, CASE = "Annotated_CCPR_GC41_libraries.json", "SR_Health_A_91_17.json", "ccpr-c-150-d-4101-2029.json"


def read(name: str, declared: Declaration | None = None) -> Parsed:
    return paragraph_lists.parse(Source(name, (DATA / name).read_bytes(), declared or Declaration()))


def of(records: list[Any], name: str = COMMENT, declared: Declaration | None = None) -> Document:
    source = Source(name, json.dumps(records).encode(), declared or Declaration())
    (document,) = paragraph_lists.parse(source).documents
    return document


@pytest.mark.parametrize("name", [COMMENT, REPORT, CASE])
def test_a_list_reads_as_expected(name: str) -> None:
    source = Source(name, (DATA / name).read_bytes())
    assert paragraph_lists.recognises(source)
    expected = json.loads((DATA / f"{name}.expected.json").read_text("utf-8"))
    assert json.loads(msgspec.json.encode(paragraph_lists.parse(source))) == expected


def test_what_is_declared_comes_first() -> None:
    declared = Declaration(
        kind=SourceKind.GENERAL_COMMENT,
        body="ccpr",
        symbol="CCPR/C/GC/41",
        date="2090-10-30",
        title="General comment No. 41",
        url="https://example.org/41",
    )
    parsed = read(COMMENT, declared)
    (document,) = parsed.documents
    assert (document.id, document.symbol, document.aliases) == ("ccpr-c-gc-41", "CCPR/C/GC/41", ("ccpr-gc-41",))
    assert (document.date, document.title, document.url) == (declared.date, declared.title, declared.url)
    assert parsed.problems == ()


def test_facts_from_the_files_name_are_a_problem_that_asks_for_a_declaration() -> None:
    parsed = read(COMMENT)
    assert parsed.documents[0].id == "ccpr-gc-41"
    assert "taken from the file's name; declare them" in parsed.problems[0].message


@pytest.mark.parametrize(
    ("path", "kind", "body", "symbol", "number"),
    [
        ("x/Annotated_CCPR_GC15_aliens.json", "general-comment", "ccpr", "None", "15"),
        ("Annotated_ESCR-GC4-Housing.json", "general-comment", "cescr", "None", "4"),
        ("Annotated_CRC-CMW-GC22-MigPrinciples.json", "general-comment", "crc", "None", "22"),
        ("SR_Education_A_65_162.json.gz", "special-procedure", "sr-education", "A/65/162", ""),
        ("SR_Torture_E_CN_4_1986_15.json", "special-procedure", "sr-torture", "E/CN.4/1986/15", ""),
        ("SR_Health_A_HRC_4_28_Add_1.json", "special-procedure", "sr-health", "A/HRC/4/28/Add.1", ""),
        ("e-c-12-58-d-3-2014.json", "communication", "cescr", "E/C.12/58/D/3/2014", ""),
        ("cat-c-33-d-218-2002.json", "communication", "cat", "CAT/C/33/D/218/2002", ""),
    ],
)
def test_names_of_files_say_body_and_symbol(path: str, kind: str, body: str, symbol: str, number: str) -> None:
    facts = named(path)
    assert (facts.kind, facts.body, str(facts.symbol), facts.number) == (kind, body, symbol, number)


def test_a_list_that_says_nothing_of_itself_is_refused_with_what_to_declare() -> None:
    with pytest.raises(ParseError, match="declare it in a collection"):
        of([{"ID": "1.", "Text": "A paragraph."}], "paragraphs.json")


def test_metadata_of_other_documents_are_refused_with_the_reason() -> None:
    source = Source("documents.json", (DATA / "documents.json").read_bytes())
    assert paragraph_lists.recognises(source)
    with pytest.raises(ParseError, match="facts about documents, no paragraphs of one"):
        paragraph_lists.parse(source)


def test_the_state_party_is_the_one_complained_of_and_not_the_country_of_origin() -> None:
    assert read(CASE).documents[0].states == ("DNK",)
    assert state_party("She fled Chad. Sweden ordered her return to Chad; the Swedish courts agreed.") == ("SWE", ())
    assert state_party("The Optional Protocol entered into force for Peru in 1980. He was born in Chile.")[0] == "PER"
    assert state_party("See X v. Norway. The Ghanaian police came.")[0] == "GHA"
    assert state_party("No State is named.") == ("", ())


def test_two_states_named_as_often_are_a_problem() -> None:
    records = [{"ID": "1.", "Text": "The courts of Chile and the courts of Peru refused. She died."}]
    parsed = paragraph_lists.parse(Source(CASE, json.dumps(records).encode()))
    assert any(problem.locator == "State party" for problem in parsed.problems)


def test_opinions_number_their_paragraphs_anew() -> None:
    opinions = [p for p in read(CASE).documents[0].passages if p.kind is PassageKind.OPINION]
    assert [(p.eid, p.num) for p in opinions] == [("opinion_1__para_1", "1"), ("opinion_1__para_2", "2")]
    assert opinions[0].path == ("Individual opinion of Ms. X (dissenting)",)


def test_headings_lettered_parts_and_footnotes_find_their_paragraph() -> None:
    passages = {p.eid: p for p in read(CASE).documents[0].passages}
    assert passages["para_2-1"].path == ("A. The submissions", "The facts as submitted by the author")
    assert [note.text for note in passages["para_2-1"].notes] == ["Decision 5/28."]
    third = passages["para_3"]
    assert [third.text[anchor.start :][:3] for anchor in third.anchors] == ["(a)", "(b)"]


def test_the_title_page_gives_the_date_and_is_counted() -> None:
    (document,) = read(CASE).documents
    assert document.date == "2031-06-20"
    assert [rule.rule for rule in document.left_out] == ["title page"]


def test_what_the_committee_asks_of_the_state_is_a_recommendation() -> None:
    kinds = {p.eid: p.kind for p in read(CASE).documents[0].passages}
    assert kinds["para_4"] is PassageKind.RECOMMENDATION
    assert kinds["para_1-1"] is PassageKind.PARAGRAPH


def test_numbers_that_do_not_continue_are_headings_notes_or_items_and_a_problem() -> None:
    parsed = read(REPORT)
    passages = {p.eid: p for p in parsed.documents[0].passages}
    assert passages["para_2"].path == ("What the mandate covers",)
    assert passages["para_3"].notes[0].mark == "268"
    assert passages["para_5__point_1"].text == "A short book about birds."
    assert parsed.documents[0].gaps == ("para_4",)
    assert "1 do not continue the paragraphs: 1 after 5" in parsed.problems[-1].message


def cleared(*texts: str, symbol: str = "A/91/17") -> list[tuple[str, list[tuple[str, str]]]]:
    return [(clear.text, [(note.mark, note.text) for note in clear.notes]) for clear in without_pages(texts, symbol)]


def test_page_marks_and_the_notes_before_them_leave_the_text() -> None:
    text = "As he said.7 7 See A/1/2. 8 Ibid. A/91/17 33-12345 It went on.8"
    assert cleared(text) == [("As he said.7 It went on.8", [("7", "See A/1/2."), ("8", "Ibid.")])]
    assert without_pages([text], "A/91/17")[0].furniture == len("A/91/17 33-12345")
    assert without_pages(["as report A/91/17, para. 4, says (A/91/17)"], "A/91/17")[0].furniture == 0


def test_pages_that_are_numbered_out_of_all_are_told_by_their_row() -> None:
    pages = [f"Wells{n} are dry. {n} See A/1/{n}. {n}/23 Rivers are not." for n in (2, 3, 4)]
    assert cleared(*pages) == [(f"Wells{n} are dry. Rivers are not.", [(str(n), f"See A/1/{n}.")]) for n in (2, 3, 4)]
    assert cleared("A share of 4/23 is dry.") == [("A share of 4/23 is dry.", [])]


@pytest.mark.parametrize(
    ("text", "kept", "notes"),
    [
        # the sentence goes on in small letters, whatever stands in the note
        ("Most of the ______ 4 Ibid., p. 3. 5 See J. Doe, eds., Wells, vol. 2, No. 1. wells are dry.",
         "Most of the wells are dry.", ["Ibid., p. 3.", "See J. Doe, eds., Wells, vol. 2, No. 1."]),
        ("Most of the ______ 4 See www.wells.example/of-all wells are dry.", None, []),
        ("Most ______ 4 Wells (2001) (a few of them) wells are dry.", None, ["Wells (2001)"]),
        ("Most of ______ 4 Wells (2001). 48 per cent of it.", "Most of 48 per cent of it.", ["Wells (2001)."]),
        ("Most do ______ 4 Wells, p. 14 not have them.", "Most do not have them.", ["Wells, p. 14"]),
        ("The reach ______ 4 Wells, p. 28. and use of wells.", "The reach and use of wells.", ["Wells, p. 28."]),
        ("They are dry; ______ 4 Wells, p. 3.\n(b) Rivers", "They are dry; (b) Rivers", ["Wells, p. 3."]),
        # a date is no note
        ("Most of the ______ 17 Wells v. Wells, Judgment of 18 January 1978. 18 Ibid. wells are dry.",
         "Most of the wells are dry.", ["Wells v. Wells, Judgment of 18 January 1978.", "Ibid."]),
        # a new one begins
        ("They are dry. ______ 4 Ibid. 5 Wells, p. 3. Available at www.wells.example. Rivers are not.",
         "They are dry. Rivers are not.", ["Ibid.", "Wells, p. 3. Available at www.wells.example."]),
        # nothing goes on but a heading, or a list
        ("They are dry. ______ 4 Wells, p. 3. B. Of rivers", "They are dry. B. Of rivers", ["Wells, p. 3."]),
        ("They are dry; ______ 4 Wells, p. 3. (b) Rivers", "They are dry; (b) Rivers", ["Wells, p. 3."]),
        ("They are dry. ______ 4 Wells, p. 3.", "They are dry.", ["Wells, p. 3."]),
        # a line without notes
        ("Most of the ______ wells are dry.", "Most of the wells are dry.", []),
    ],
)  # fmt: skip
def test_notes_behind_a_rule_end_where_the_text_goes_on(text: str, kept: str | None, notes: list[str]) -> None:
    ((left, found),) = cleared(text)
    if kept is not None:
        assert left == kept
    if notes:
        assert [words for _, words in found] == notes


def test_notes_without_rule_or_page_mark_are_told_by_their_row() -> None:
    first, second = cleared(
        "Wells4 are dry,5 says the 4 See A/1/2. 5 Ibid., para. 6. report.", "Under article 6 (1) Wells6 stay. 6 Ibid."
    )
    assert first == ("Wells4 are dry,5 says the report.", [("4", "See A/1/2."), ("5", "Ibid., para. 6.")])
    assert second == ("Under article 6 (1) Wells6 stay.", [("6", "Ibid.")])
    assert cleared("On 4 May, 5 Wells were dry.") == [("On 4 May, 5 Wells were dry.", [])]


def test_notes_that_a_number_cut_go_on_in_the_next_entry() -> None:
    texts = ["Wells4 are dry,5 says the 4 See A/1/2. 5 Ibid., p.", "6 See A/1/3. report. It was dry.6"]
    assert cleared(*texts) == [
        ("Wells4 are dry,5 says the", [("4", "See A/1/2."), ("5", "Ibid., p.")]),
        ("report. It was dry.6", [("6", "See A/1/3.")]),
    ]
    entries = [{"ID": "1.", "Text": texts[0]}, {"ID": "7.", "Text": "6 See A/1/3."}, {"ID": "2.", "Text": "It rains.6"}]
    document = of(entries, "SR_Health_A_91_17.json")
    assert [passage.text for passage in document.passages] == ["Wells4 are dry,5 says the", "It rains.6"]
    assert [note.text for note in document.passages[0].notes] == ["See A/1/2.", "Ibid., p.", "See A/1/3."]


def test_notes_at_a_documents_end_stand_behind_their_heading() -> None:
    text = "Rivers are dry. Notes 1 See A/1/2. 2 The wells of all. 3 Ibid."
    kept = "Rivers are dry. Notes"
    assert cleared(text) == [(kept, [("1", "See A/1/2."), ("2", "The wells of all."), ("3", "Ibid.")])]
    assert cleared("Notes 1 Wells are dry.") == [("Notes 1 Wells are dry.", [])]


def test_a_note_whose_mark_is_lost_fills_the_gap_between_those_known() -> None:
    texts = ["Wells4 are dry. 4 See A/1/2. A/91/17 So are rivers. 5 Ibid., p. 6. And lakes.6 6 Ibid. A/91/17 Yes."]
    assert cleared(*texts)[0] == (
        "Wells4 are dry. So are rivers. And lakes.6 Yes.", [("4", "See A/1/2."), ("6", "Ibid."), ("5", "Ibid., p. 6.")]
    )  # fmt: skip


def test_marks_of_notes_are_told_by_their_row_and_tied_to_their_notes() -> None:
    texts = [
        "Wells are dry.1 Rivers, too, says the 1 See A/1/2. A/91/17 report.2",
        "COVID-19 in article 3.4 was “dry”;3 2 Ibid. 3 Ibid., p. 4. A/91/17 so says article 8.4 Wells are 25.",
        "They stay so. 5 The sea is wet6 in 2020.",
    ]
    document = of([{"ID": f"{n}.", "Text": text} for n, text in enumerate(texts, 1)], "SR_Health_A_91_17.json")
    assert [passage.text for passage in document.passages] == [
        "Wells are dry. Rivers, too, says the report.",
        "COVID-19 in article 3.4 was “dry”; so says article 8. Wells are 25.",
        "They stay so. The sea is wet in 2020.",
    ]
    assert [[(note.mark, note.text) for note in passage.notes] for passage in document.passages] == [
        [("1", "See A/1/2."), ("2", "Ibid.")],
        [("3", "Ibid., p. 4."), ("4", "")],
        [("5", ""), ("6", "")],
    ]
    assert {rule.rule: rule.characters for rule in document.left_out} == {"page furniture": 14, "note marks": 6}


def test_a_number_that_begins_with_zero_is_no_mark() -> None:
    assert marks_in([f"Wells stay.0{n} Rivers." for n in range(1, 9)]) == []
    assert [mark.number for mark in marks_in([f"Wells stay.{n} Rivers." for n in range(1, 9)])] == [*range(1, 9)]


def test_the_paragraphs_are_the_longest_rising_run() -> None:
    assert chain([1, 2, 3, 1, 2, 4, 268, 5]) == [0, 1, 2, 5, 7]
    assert chain([]) == chain([None, None]) == []
    assert chain([5]) == [0]
    assert list(gaps(["para_1", "para_3", "rec_118-2", "rec_118-9"])) == ["para_2", "rec_118-3…rec_118-8"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[",
        b"[]",
        b"[1, 2]",
        b'[{"ID": 1, "Text": ""}]',
        b'[{"ID": null, "Text": null}]',
        b"[" * 100_000,
        b"\xff\xfe[",
    ],
)
def test_damaged_lists_are_refused(data: bytes) -> None:
    with pytest.raises(ParseError):
        paragraph_lists.parse(Source(COMMENT, data))


def test_fields_of_unexpected_types_do_not_stop_the_rest() -> None:
    records = [
        {"ID": 1, "Text": "One."},
        {"ID": [2], "Text": {"x": 1}},
        {"ID": "3.", "Text": "Three.", "Footnotes": "x"},
    ]
    assert [p.eid for p in of(records).passages] == ["para_1", "para_3"]


@pytest.mark.timeout(30)
def test_equal_numbers_by_the_thousand_are_all_kept() -> None:
    assert len(of([{"ID": "1.", "Text": "The same again."}] * 20_000).passages) == 20_000


def real(folder: str) -> Iterator[Document]:
    where = TEXTS / folder
    if not where.is_dir():
        pytest.skip(f"the real documents are not here: {where}")
    for path in sorted(where.glob("*.json*")):
        source = unpack(Source(path.name, path.read_bytes()))
        assert paragraph_lists.recognises(source)
        yield from paragraph_lists.parse(source).documents


@pytest.mark.parametrize(
    ("folder", "documents", "passages"),
    [("general-comments", 133, 5036), ("special-procedures", 122, 13_000), ("ecuador/communications", 15, 752)],
)
def test_every_real_list_becomes_a_document_with_its_body(folder: str, documents: int, passages: int) -> None:
    held = list(real(folder))
    assert len({document.id for document in held}) == len(held) == documents
    assert sum(len(document.passages) for document in held) >= passages
    for document in held:
        eids = [passage.eid for passage in document.passages]
        assert document.body
        assert document.language == "en"
        assert len(eids) == len(set(eids))
        assert all(EID.match(eid) for eid in eids)


def test_the_state_party_of_all_fifteen_real_cases_is_right() -> None:
    """Thirteen are against Ecuador; two against the States that were to return their authors to it."""
    parties = {document.id: document.states for document in real("ecuador/communications")}
    others = {"cat-c-24-d-143-1999": ("DNK",), "cat-c-33-d-218-2002": ("SWE",)}
    assert parties == {id_: others.get(id_, ("ECU",)) for id_ in parties}


def test_the_year_of_a_report_is_that_of_the_session_in_its_symbol() -> None:
    """122 of 122, against the dates that the collection's own metadata give."""
    about = TEXTS / "general-comments" / "about" / "docs-documents.json.gz"
    if not about.exists():
        pytest.skip(f"the real documents are not here: {about}")
    listed = json.loads(unpack(Source("about", about.read_bytes())).data)
    years = {entry["signature"]: str(entry["year"]) for entry in listed}
    reports = list(real("special-procedures"))
    assert all(document.date == years[document.symbol] for document in reports)


def test_the_session_of_a_decision_tells_its_year() -> None:
    """Sessions of which the date is known; the year of the registration stands at the end of the symbol."""
    dates = {document.id: document.date[:4] for document in real("ecuador/communications")}
    assert dates["ccpr-c-43-d-319-1988"] == "1991"
    assert dates["ccpr-c-116-d-2244-2013"] == "2016"
    assert dates["cat-c-24-d-143-1999"] == "2000"


def test_a_symbol_on_the_title_page_comes_before_that_of_the_files_name() -> None:
    records = [{"ID": None, "Text": "CAT/C/60/D/700/2015"}, {"ID": "1.", "Text": "A violation by Norway of article 3."}]
    document = of(records, "decision.json")
    assert (document.id, document.body, document.states, document.date) == (
        "cat-c-60-d-700-2015",
        "cat",
        ("NOR",),
        "2017",
    )


def test_real_metadata_are_refused() -> None:
    where = TEXTS / "general-comments" / "about"
    if not where.is_dir():
        pytest.skip(f"the real documents are not here: {where}")
    for path in where.iterdir():
        source = unpack(Source(path.name, path.read_bytes()))
        assert paragraph_lists.recognises(source)
        with pytest.raises(ParseError, match="facts about documents"):
            paragraph_lists.parse(source)
