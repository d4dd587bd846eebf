"""Numbered paragraphs in plain text, Markdown and HTML."""

import json
import textwrap
import time
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from rights_search.errors import ParseError
from rights_search.model import Declaration, Document, Parsed, PassageKind, Source, SourceKind
from rights_search.parsers import parse
from rights_search.parsers.base import text_of, unpack
from rights_search.parsers.language import language_of
from rights_search.parsers.lists import document as paragraph_lists
from rights_search.parsers.numbered import document as numbered_text
from rights_search.parsers.numbered.chain import paragraph_chain
from rights_search.parsers.numbered.html import to_markdown
from rights_search.parsers.numbered.letters import lettered

DATA = Path(__file__).parent / "data" / "text"
TEXTS = Path(__file__).parents[2] / "shared" / "texts"
COMMENT = Declaration(kind=SourceKind.GENERAL_COMMENT, body="ccpr", symbol="CCPR/C/GC/77")
NAMES = ["concluding-observations.txt", "general-comment.html", "visit.md", "resolution.txt"]


def read(name: str) -> Parsed:
    return numbered_text.parse(Source(name, (DATA / name).read_bytes()))


def of(text: str, declared: Declaration = COMMENT) -> Document:
    (document,) = numbered_text.parse(Source("x.txt", text.encode(), declared)).documents
    return document


@pytest.mark.parametrize("name", NAMES)
def test_a_text_that_says_what_it_is_reads_as_expected(name: str) -> None:
    source = Source(name, (DATA / name).read_bytes())
    assert numbered_text.recognises(source)
    expected = json.loads((DATA / f"{name}.expected.json").read_text("utf-8"))
    assert json.loads(msgspec.json.encode(numbered_text.parse(source))) == expected


def test_a_text_may_begin_with_a_bracket_and_json_may_not_be_it() -> None:
    text = "[2031] XYSC 7\n\n1. The wells stay open.\n\n2. The rivers too."
    assert numbered_text.recognises(Source("x.txt", text.encode(), COMMENT))
    assert not numbered_text.recognises(Source("x.json", b'\n[\n  {"a": 1}]', COMMENT))
    assert not numbered_text.recognises(Source("x.json", b"[]", COMMENT))


def test_the_title_page_gives_symbol_body_state_and_date() -> None:
    (document,) = read("concluding-observations.txt").documents
    assert (document.id, document.body, document.states) == ("cat-c-ecu-co-31", "cat", ("ECU",))
    assert document.title == "Concluding observations on the thirty-first periodic report of Ecuador"
    assert document.date == "2032-11-28"


TITLED = """Committee on Economic, Social and Cultural Rights

14 November 2044

Concluding observations on the second periodic report of Ecuador

1. The Committee thanks the delegation[^1] for the talk on wells.

2. It has read the replies[^2] of the State.

3. It welcomes the decree on wells of 7 June 2041.

[^1]: E/C.12/ECU/9.

[^2]: A/HRC/35/4, para. 12.
"""


def test_a_symbol_that_only_a_note_or_a_paragraph_cites_is_another_documents() -> None:
    source = Source("wells.txt", TITLED.encode())
    assert numbered_text.recognises(source)
    parsed = numbered_text.parse(source)
    (document,) = parsed.documents
    assert (document.id, document.symbol, document.body) == ("wells", "", "cescr")
    assert "bears no symbol" in parsed.problems[0].message


def test_the_date_is_the_title_pages_and_not_one_that_a_paragraph_or_a_note_gives() -> None:
    (document,) = numbered_text.parse(Source("wells.txt", TITLED.encode())).documents
    assert document.date == "2044-11-14"
    undated = TITLED.replace("14 November 2044\n\n", "")
    assert not numbered_text.parse(Source("wells.txt", undated.encode())).documents[0].date


def test_a_symbol_of_running_heads_is_the_documents() -> None:
    text = TITLED.replace("\n2. It", "\nE/C.12/ECU/CO/9\n\n2. It").replace("\n3. It", "\nE/C.12/ECU/CO/9\n\n3. It")
    assert numbered_text.parse(Source("wells.txt", text.encode())).documents[0].id == "e-c-12-ecu-co-9"


def test_a_declared_symbol_is_not_held_against_those_that_notes_cite() -> None:
    parsed = parse(Source("wells.txt", TITLED.encode(), Declaration(symbol="E/C.12/ECU/CO/9")))
    assert parsed.documents[0].id == "e-c-12-ecu-co-9"
    assert not parsed.problems


def test_a_list_inside_a_paragraph_is_no_row_of_paragraphs() -> None:
    fourth = read("concluding-observations.txt").documents[0].passages[3]
    assert fourth.text.split("\n")[1:] == [
        "1. Return the books;",
        "2. End the reading of letters, in accordance with article 16 of the Convention.",
    ]


def test_headings_run_into_the_text_are_those_of_what_follows() -> None:
    third = read("concluding-observations.txt").documents[0].passages[2]
    assert third.path == ("C. Principal subjects of concern and recommendations", "Books in prisons")


def test_furniture_of_pages_is_left_out_and_a_broken_word_keeps_its_hyphen() -> None:
    (document,) = read("concluding-observations.txt").documents
    assert "page furniture" in {rule.rule for rule in document.left_out}
    assert "the non-governmental report" in document.passages[2].text


def test_notes_at_the_end_find_their_mark() -> None:
    third = read("concluding-observations.txt").documents[0].passages[2]
    assert [(note.mark, note.text) for note in third.notes] == [("1", "Visit of 3 May 2031.")]


def test_a_box_beside_the_main_part_of_a_page_is_no_part_of_its_last_paragraph() -> None:
    main = "<main><p>1. The wells stay open.</p><p>2. So do the rivers.<sup><a href='#n1'>1</a></sup></p></main>"
    box = "<aside><h3>Other pages</h3><p>Buy a boat.</p></aside>"
    document = of(f"<!DOCTYPE html><html><body>{box}{main}{box}</body></html>")
    assert [passage.text for passage in document.passages] == ["The wells stay open.", "So do the rivers."]
    assert ("menus and forms of the page", 46) in [(left.rule, left.characters) for left in document.left_out]
    notes = "<aside><ol><li id='n1'>See the map of wells.</li></ol></aside>"
    assert "See the map of wells" in repr(of(f"<!DOCTYPE html><html><body>{main}{notes}</body></html>"))


def test_a_box_within_the_main_part_of_a_page_or_of_one_without_is_text() -> None:
    box = "<aside><p>2. So do the rivers.</p></aside>"
    for page in (f"<main><p>1. The wells stay open.</p>{box}</main>", f"<p>1. The wells stay open.</p>{box}"):
        assert len(of(f"<!DOCTYPE html><html><body>{page}</body></html>").passages) == 2


def test_the_notes_of_google_docs_are_tied_to_their_marks() -> None:
    page = (
        '<html><body><ol><li>The wells stay open.<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></li></ol>'
        '<ol start="2"><li>So do the rivers.<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup></li></ol><hr>'
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See the map.</span></p></div>'
        '<div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span>&nbsp;See the list.</span></p></div></body></html>'
    )
    notes = [[(note.mark, note.text) for note in passage.notes] for passage in of(page).passages]
    assert notes == [[("1", "See the map.")], [("2", "See the list.")]]


def test_html_keeps_its_words_numbers_and_notes_and_loses_its_menus() -> None:
    (document,) = read("general-comment.html").documents
    assert [passage.num for passage in document.passages] == ["1", "2", "3", "4"]
    assert [anchor.eid for anchor in document.passages[1].anchors] == ["para_2__point_a", "para_2__point_b"]
    assert document.passages[0].notes[0].text == "See general comment No. 76."
    assert "menus and forms of the page" in {rule.rule for rule in document.left_out}


@pytest.mark.parametrize(
    ("listed", "shown"),
    [
        ('<ol type="i" start="3"><li>x<li>y</ol>', ["(iii) x", "(iv) y"]),
        ('<ol type="I"><li>x<li value="9">y<li>z</ol>', ["I. x", "IX. y", "X. z"]),
        ('<ol type="A" start="27"><li>x</ol>', ["AA. x"]),
        ('<ol style="list-style-type: lower-roman"><li>x<li>y</ol>', ["(i) x", "(ii) y"]),
        ('<ol style="list-style: none"><li>x</ol>', ["x"]),
        ('<ol type="a" start="0"><li>x<li type="1">y</ol>', ["0. x", "1. y"]),
        ('<ol start="x"><li value="-2">x<li value="9999999999">y</ol>', ["-2. x", "-1. y"]),
    ],
)
def test_lists_of_html_have_their_form_and_the_number_an_item_gives_itself(listed: str, shown: list[str]) -> None:
    assert [line for line in to_markdown(listed)[0].split("\n") if line] == shown


NOTED = """<html><body><p>1. The well<sup><a href="#fn1" id="r1">1</a></sup> is deep.</p>
<p>2. The river<sup><a href="#fn2" id="r2">2</a></sup> is wide.</p><p>3. See <a href="#notes">the notes</a>.</p>
<h2>Annex</h2><p>1. The mill.</p><div id="notes"><ol>{}</ol></div></body></html>"""


@pytest.mark.parametrize(
    "item",
    [
        '<li id="fn{0}">Map {0}. <a href="#r{0}">↩</a></li>',
        '<li id="fn{0}"><p>Map</p><p>{0}.<a href="#fnref{0}">↩︎</a></p></li>',
        '<p id="fn{0}"><a href="#r{0}">[{0}]</a> Map<br>{0}.</p>',
        '<p id="fn{0}"><sup>{0}</sup> Map {0}.</p>',
        '<p><a href="#fnref{0}">{0}</a> Map {0}.</p>',
    ],
)
def test_notes_in_a_list_below_an_annex_of_html_are_tied_to_their_marks(item: str) -> None:
    document = of(NOTED.format(item.format(1) + item.format(2)))
    assert [passage.eid for passage in document.passages] == ["para_1", "para_2", "para_3", "annex_1__para_1"]
    notes = [(note.mark, note.text) for passage in document.passages for note in passage.notes]
    assert notes == [("1", "Map 1."), ("2", "Map 2.")]
    assert document.passages[3].text == "The mill."


def test_lists_of_html_get_the_numbers_a_browser_shows() -> None:
    markdown = to_markdown("<ol start=7><li>Seven<li>8. Eight<ol type=a><li>x</ol></ol>")[0]
    assert [line for line in markdown.split("\n") if line] == ["7. Seven", "8. Eight", "(a) x"]


def test_a_resolution_has_a_preamble_and_operative_paragraphs() -> None:
    (document,) = read("resolution.txt").documents
    assert [passage.eid for passage in document.passages] == ["sec_1", "sec_2", "oper_1", "oper_2", "oper_3"]
    assert document.passages[2].kind is PassageKind.OPERATIVE
    assert document.kind is SourceKind.RESOLUTION


def test_a_visit_is_addressed_to_the_state_that_was_visited() -> None:
    (document,) = read("visit.md").documents
    assert (document.body, document.states) == ("sr-education", ("URY",))
    assert document.passages[3].kind is PassageKind.RECOMMENDATION


@pytest.mark.parametrize(
    ("headings", "path"),
    [
        ("I. Introduction\n\n", ("I. Introduction",)),
        ("A. Introducción\n", ("A. Introducción",)),
        ("Introduction\n\n", ("Introduction",)),
        ("I. The wells\n\nA. Those of Rocas\n\n", ("I. The wells", "A. Those of Rocas")),
        ("Context\n\n", ("Context",)),
        ("Summary of the facts\n\n", ("Summary of the facts",)),
        ("Mandate and methodology\n\n", ("Mandate and methodology",)),
        ("Los hechos\n\n", ("Los hechos",)),
        ("CONTEXTE\n\n", ("CONTEXTE",)),
        ("Mandate 3\n\n", ()),
        ("A. The wells 3\n\n", ()),
        ("A. The wells of Rocas were opened.\n\n", ()),
        ("Adopted by the Committee\n\n", ()),
    ],
)
def test_the_headings_just_above_the_first_paragraph_are_its_path(headings: str, path: tuple[str, ...]) -> None:
    document = of(f"General comment No. 77 on wells\n\n{headings}1. One.\n\nII. Rivers\n\n2. Two.\n\n3. Three.")
    assert document.title == "General comment No. 77 on wells"
    assert [passage.path for passage in document.passages] == [path, ("II. Rivers",), ("II. Rivers",)]


def test_a_title_that_begins_as_first_headings_do_stays_the_title() -> None:
    document = of("Mandate of the expert on wells\n\n1. One.\n\n2. Two.\n\n3. Three.", RAPPORTEUR)
    assert document.title == "Mandate of the expert on wells"
    assert not any(passage.path for passage in document.passages)


SUMMED_UP = """Report of the Special Rapporteur on the right to water

Summary

The Special Rapporteur saw eleven wells in the north of the country, and spoke
with those who dig them.{note}

She asks the authorities to open the wells that were closed in spring.

{below}1. One.

2. Two.

3. Three.{end}
"""
RAPPORTEUR = Declaration(kind=SourceKind.SPECIAL_PROCEDURE, symbol="A/HRC/97/41")


@pytest.mark.parametrize("below", ["", "I. Introduction\n\n", "Contents\n\nI. The wells\n\n", "| Page | 3 |\n\n"])
def test_the_summary_of_a_report_is_a_passage_of_its_own(below: str) -> None:
    document = of(SUMMED_UP.format(note="[1]", below=below, end="\n\n[1] In May."), RAPPORTEUR)
    assert [passage.eid for passage in document.passages] == ["sec_summary", "para_1", "para_2", "para_3"]
    summary = document.passages[0]
    assert summary.path == ("Summary",)
    assert summary.text == (
        "The Special Rapporteur saw eleven wells in the north of the country, and spoke with those who dig them.\n"
        "She asks the authorities to open the wells that were closed in spring."
    )
    assert [note.text for note in summary.notes] == ["In May."]
    assert document.gaps == ()


def test_a_line_of_the_contents_is_no_summary() -> None:
    text = SUMMED_UP.format(note="", below="", end="").replace("Summary\n", "Summary\n\nI. The wells\n")
    assert [passage.num for passage in of(text, RAPPORTEUR).passages] == ["1", "2", "3"]
    assert [passage.num for passage in of(text.replace("I. The wells\n", "")).passages] == ["1", "2", "3"]


def test_missing_numbers_are_gaps_and_never_guessed() -> None:
    assert of("1. One.\n\n2. Two.\n\n4. Four.\n\n5. Five.").gaps == ("para_3",)


def test_what_is_missing_before_the_first_number_is_a_gap_too() -> None:
    """A text that was cut at its beginning, or whose first pages cannot be read, is no whole one."""
    cut = "6. Six wells.\n\n7. Seven.\n\n8. Eight.\n\n9. Nine."
    assert of(cut).gaps == ("para_1…para_5",)
    assert of(cut.replace("6. Six", "2. Two").replace("7. ", "3. ")).gaps == ("para_1", "para_4…para_7")
    decisions = "The Human Rights Council,\n\nRecalling wells,\n\n3. Decides this;\n\n4. Decides that;\n\n5. Ends."
    declared = Declaration(kind=SourceKind.RESOLUTION, symbol="A/HRC/RES/96/4")
    assert of(f"Resolution on wells\n\n{decisions}", declared).gaps == ("oper_1…oper_2",)


def test_an_annex_begins_where_it_begins_and_so_does_an_excerpt_of_a_yearly_report() -> None:
    text = "1. One.\n\n2. Two.\n\n3. Three.\n\nAnnex\n\n4. Four of the annex.\n\n5. Five.\n\n6. Six."
    assert of(text).gaps == ()
    yearly = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS, symbol="A/49/38", state="Norway")
    assert of("106. One.\n\n107. Two.\n\n109. Four.\n\n110. Five.", yearly).gaps == ("para_108",)


def test_numbers_that_are_references_years_or_pages_begin_no_paragraph() -> None:
    document = of("1. One is in article\n14. The rest.\n\n2. Two was in\n1999. Then more.\n\n3. Three.\n\n4. Four.")
    assert [passage.num for passage in document.passages] == ["1", "2", "3", "4"]


def test_two_level_numbers_are_paragraphs_of_a_decision() -> None:
    declared = Declaration(kind=SourceKind.COMMUNICATION, symbol="CCPR/C/150/D/4101/2029", state="Norway")
    document = of("1. The author.\n\n2.1 The facts.\n\n2.2 More facts.\n\n2.10 The last.\n\n3. The end.", declared)
    assert [passage.eid for passage in document.passages] == ["para_1", "para_2-1", "para_2-2", "para_2-10", "para_3"]
    assert document.gaps == ("para_2-3…para_2-9",), "2 is there by its parts"
    assert document.states == ("NOR",)


def test_lines_run_together_are_parted_at_the_numbers_that_continue() -> None:
    text = " ".join(f"{number}. Paragraph on article 5. The words go on." for number in range(1, 60))
    assert [passage.num for passage in of(text).passages] == [str(number) for number in range(1, 60)]


TABLE = (
    "<table><tr><th>Year</th><th>Wells</th></tr><tr><td>2022</td><td>153</td></tr><tr><td>2023</td><td>47</td></table>"
)


def test_the_rows_of_a_table_belong_to_the_paragraph_they_stand_under() -> None:
    document = of(f"<html><body><p>1. One.</p><p>2. The wells were:</p>{TABLE}<p>3. Three.</p></body></html>")
    assert document.passages[1].text == "The wells were:\nYear | Wells\n2022 | 153\n2023 | 47"
    assert document.passages[2].path == ()
    assert not document.left_out


def test_a_page_laid_out_in_a_table_is_read_as_any_other() -> None:
    rows = "".join(f"<tr><td>{n}.</td><td>The court looks at well {n}.</td></tr>" for n in range(1, 5))
    document = of(f"<html><body><table>{rows}</table></body></html>")
    assert [passage.text for passage in document.passages][1:3] == [
        "The court looks at well 2.",
        "The court looks at well 3.",
    ]


def test_cells_on_lines_of_their_own_are_no_page_numbers_and_no_headings() -> None:
    document = of("1. One.\n\n2. The wells were:\n\nYear\n\n2022\n\n153\n\n3. Three.\n")
    assert document.passages[1].text == "The wells were:\nYear\n2022\n153"
    assert document.passages[2].path == ()


def test_numbers_of_pages_are_left_out() -> None:
    page = "\n".join(f"The well is {n} feet deep, says the record of the year." for n in range(2, 12))
    document = of("".join(f"{n}. Here.\n{page}\n\n{40 + n}\n" for n in range(1, 6)))
    assert not any(passage.text.endswith(("1", "2", "3", "4", "5")) for passage in document.passages)
    assert [left.rule for left in document.left_out] == ["page furniture"]


ANNEXED = """1. One.

2. Two is told in
Annex I

3. Three.

Annex I

List of wells

1. The well of the mayor.

2. The well of the school.

Annex II. Programme

The wells are opened in spring, and closed in the autumn of the same year.
"""


def test_annexes_have_numbers_of_their_own() -> None:
    document = of(ANNEXED)
    assert [passage.eid for passage in document.passages] == [
        "para_1",
        "para_2",
        "para_3",
        "annex_1__para_1",
        "annex_1__para_2",
        "annex_2",
    ]
    assert document.passages[3].path == ("Annex I", "List of wells")
    assert document.passages[5].path == ("Annex II. Programme",)
    assert document.gaps == ()


def test_a_heading_below_which_the_numbers_go_on_is_none_of_an_annex() -> None:
    document = of("1. One.\n\n2. Two.\n\nAnnex I\n\n3. Three.\n\n4. Four.")
    assert [passage.eid for passage in document.passages] == ["para_1", "para_2", "para_3", "para_4"]


def test_notes_behind_an_annex_find_their_mark() -> None:
    document = of(ANNEXED.replace("school.", "school.1") + "\nNotes\n1 See the map.\n")
    assert document.passages[4].notes[0].text == "See the map."


def test_notes_in_brackets_behind_an_annex_are_none_of_its_paragraphs() -> None:
    marked = ANNEXED.replace("One.", "One.[1]").replace("the mayor.", "the mayor[2].").replace("3. Three", "3. The [x]")
    document = of(f"{marked}\n[1] See the map of\n14 May.\n\n[2] See well 2.\n")
    plain = of(ANNEXED.replace("3. Three", "3. The [x]"))
    assert [passage.text for passage in document.passages] == [passage.text for passage in plain.passages]
    assert [passage.path for passage in document.passages] == [passage.path for passage in plain.passages]
    assert document.passages[0].notes[0].text == "See the map of 14 May."
    assert document.passages[3].notes[0].text == "See well 2."


def test_notes_in_brackets_end_where_an_annex_begins() -> None:
    document = of("1. One.[1]\n\n2. Two.\n\n3. Three.\n\n[1] See the map.\n\nAnnex\n\n1. The well.\n\n2. The mill.")
    assert [passage.eid for passage in document.passages][3:] == ["annex_1__para_1", "annex_1__para_2"]
    assert document.passages[0].notes[0].text == "See the map."


def test_the_annex_of_a_decision_stands_behind_its_date_and_is_kept() -> None:
    text = DECISION.replace("United Nations A", "Annex\n\n1. The well.\n\n2. The river.\n\nUnited Nations A")
    (document,) = numbered_text.parse(Source("decision.txt", text.encode())).documents
    assert [passage.eid for passage in document.passages][2:] == ["sec_3", "annex_1__para_1", "annex_1__para_2"]
    assert document.passages[3].kind is PassageKind.PARAGRAPH


def test_the_next_number_wins_over_that_of_a_list() -> None:
    assert paragraph_chain([1, 2, 1, 2, 3, 4, 3, 4]) == [0, 1, 6, 7]
    assert paragraph_chain([1, 2, 3, 1, 2, 3, 4, 5]) == [0, 1, 2, 6, 7]
    assert paragraph_chain([]) == []


def test_numbers_in_brackets_are_paragraphs_where_they_hold_the_text() -> None:
    order = "The order:\n\n1. The appeal is heard.\n\n2. The well is closed.\n\nThe judge wrote:\n\n"
    text = order + "\n\n".join(f"[{n}] The court looks at well {n} and at what stands about it." for n in range(1, 9))
    document = of(text.replace("about it.\n\n[5]", "about it. [5]"))
    assert [passage.num for passage in document.passages] == [str(number) for number in range(1, 9)]
    assert document.passages[4].text == "The court looks at well 5 and at what stands about it."


def test_numbers_in_brackets_behind_the_paragraphs_are_notes() -> None:
    body = "\n\n".join(f"{n}. The court.{n} It looks at well {n} and at what stands about it." for n in range(1, 5))
    text = body + "\n\n" + "\n".join(f"[{n}] See well {n}." for n in range(1, 7))
    document = of(text)
    assert [passage.num for passage in document.passages] == ["1", "2", "3", "4", ""]
    assert document.passages[1].notes[0].text == "See well 2."


def test_notes_without_a_mark_are_a_passage_of_their_own_and_told_of() -> None:
    text = "1. The well.1\n\n2. The mill.\n\n3. The river.\n\nNotes\n\n1 See map 1.\n\n2 See map 2.\n"
    parsed = numbered_text.parse(Source("x.txt", text.encode(), COMMENT))
    (document,) = parsed.documents
    assert (document.passages[-1].eid, document.passages[-1].text) == ("sec_notes", "2 See map 2.")
    assert document.passages[2].text == "The river."
    assert [problem.message for problem in parsed.problems] == [
        "1 without a mark in the text (2): read as the passage sec_notes"
    ]
    assert not document.left_out


def test_a_heading_notes_of_a_page_is_none_of_a_paragraph() -> None:
    document = of("<p>1. The well.1</p><p>2. The mill.</p><h2>Notes</h2><p>1 See map 1.</p>")
    assert [passage.text for passage in document.passages] == ["The well.1", "The mill."]
    assert document.passages[0].notes[0].text == "See map 1."


NUMBERED_ROWS = "".join(f"<tr><td>{n}</td><td>Open well {n}</td><td>The mayor</td></tr>" for n in range(1, 4))


@pytest.mark.parametrize("above", ["", "<h2>Annex</h2>"])
@pytest.mark.parametrize("mark", ["", "<sup>1</sup>"])
def test_the_numbered_rows_of_a_table_at_the_end_are_text_and_no_notes(above: str, mark: str) -> None:
    html = (
        f"<html><body><p>1. The well{mark}.</p><p>2. The mill.</p>{above}<table>{NUMBERED_ROWS}</table></body></html>"
    )
    document = of(html)
    rows = "1 | Open well 1 | The mayor\n2 | Open well 2 | The mayor\n3 | Open well 3 | The mayor"
    assert document.passages[-1].text == (rows if above else f"The mill.\n{rows}")
    assert not document.left_out


def test_rows_below_the_notes_are_text() -> None:
    notes = "<p>Notes</p><p>1 See the map.</p>"
    document = of(
        f"<html><body><p>1. The well.1</p><p>2. The mill.</p>{notes}<table>{NUMBERED_ROWS}</table></body></html>"
    )
    assert document.passages[0].notes[0].text == "See the map."
    assert document.passages[1].text.startswith("The mill.\n1 | Open well 1")


def test_numbered_lines_at_the_end_are_notes_only_where_most_have_a_mark() -> None:
    """A table that was saved as text is a list of numbered lines."""
    text = "1. The well.\n\n2. The mill.\n\n3. The river.\n\n1 Open the well\n\n2 Close the mill\n\n3 Clean the river\n"
    assert of(text).passages[-1].text == "The river.\n1 Open the well\n2 Close the mill\n3 Clean the river"
    marked = of(text.replace("well.", "well.1").replace("mill.", "mill.2"))
    assert [note.text for passage in marked.passages for note in passage.notes] == ["Open the well", "Close the mill"]
    assert marked.passages[-1].text == "3 Clean the river"


def test_a_list_at_the_end_takes_no_note_of_the_same_number_away() -> None:
    text = "1. The well.[^1]\n\n2. The mill.[^2]\n\n3. The river.\n\n1 Open the well\n\n2 Close the mill\n\n"
    document = of(text + "[^1]: Map 1.\n\n[^2]: Map 2.\n")
    assert [note.text for passage in document.passages for note in passage.notes] == ["Map 1.", "Map 2."]
    assert document.passages[2].text == "The river.\n1 Open the well\n2 Close the mill"


def test_one_paragraph_that_holds_most_of_a_long_document_is_a_problem() -> None:
    text = "1. The well.\n\n2. " + "It is deep and dark. " * 2000 + "\n\n3. The end."
    problems = parse(Source("x.txt", text.encode(), COMMENT)).problems
    assert [problem.message for problem in problems] == ["holds 99 % of the text: the numbers in it could not be read"]


def test_parts_stand_on_lines_of_their_own() -> None:
    text, anchors = lettered("States: (a) Lend; and (b) Repair (see (c)).", "para_4")
    assert text == "States:\n(a) Lend; and\n(b) Repair (see (c))."
    assert [text[anchor.start :][:3] for anchor in anchors] == ["(a)", "(b)"]
    assert lettered("Article 5 (b) only.", "para_4") == ("Article 5 (b) only.", ())


def test_what_cannot_be_told_is_refused_with_what_to_declare() -> None:
    source = Source("letter.txt", (DATA / "letter.txt").read_bytes())
    assert not numbered_text.recognises(source)
    with pytest.raises(ParseError, match="declare it in a collection"):
        numbered_text.parse(source)


def test_a_declared_text_without_numbers_is_refused() -> None:
    with pytest.raises(ParseError, match="each must begin a line with its number"):
        of("Dear librarian,\n\nthank you for the books.")


def test_a_judgment_of_a_court_we_do_not_know_is_read_by_its_numbers_when_it_is_declared() -> None:
    text = "THE HIGH COURT OF NORWAY\n\nThe mayor v. the well\n\n[1] One.\n\n[2] Two.\n\n[3] Three.\n\n[4] Four."
    declared = Declaration(kind=SourceKind.JUDGMENT, state="NOR")
    (document,) = parse(Source("well.txt", text.encode(), declared)).documents
    assert (document.kind, document.id, document.states) == ("judgment", "well", ("NOR",))
    assert [passage.eid for passage in document.passages] == ["para_1", "para_2", "para_3", "para_4"]
    with pytest.raises(ParseError, match="declare"):
        parse(Source("well.txt", text.encode()))


def test_constitutions_and_treaties_are_left_to_their_parsers() -> None:
    for kind in (SourceKind.CONSTITUTION, SourceKind.TREATY):
        assert not numbered_text.recognises(Source("x.txt", b"1. One.\n2. Two.", Declaration(kind=kind)))


def test_a_body_or_state_that_is_not_named_is_a_problem() -> None:
    declared = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS)
    parsed = numbered_text.parse(Source("x.txt", b"1. One.\n2. Two.", declared))
    assert [problem.locator for problem in parsed.problems] == ["title page", "title page"]


@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 99, b"%PDF-1.7", b"\xff\xfe", b"<html>", b"1.", b"{}", bytes(range(256)) * 9]
)
def test_damaged_files_are_refused(data: bytes) -> None:
    source = Source("x.txt", data, COMMENT)
    numbered_text.recognises(source)
    with pytest.raises(ParseError):
        numbered_text.parse(source)


@pytest.mark.parametrize(
    "text",
    [
        "1. The same.\n" * 20_000,
        "1. One\n" + "goes on and on\n" * 50_000,
        "<html>" + "<div>" * 5_000 + "1. One.",
        "<ol>" + "<li>One." * 10_000,
        "1. One.\nNotes\n" + "".join(f"{number} See this.\n" for number in range(1, 9_000)),
    ],
)
def test_long_and_deep_files_take_no_time(text: str) -> None:
    begin = time.monotonic()
    assert of(text).passages
    assert time.monotonic() - begin < 10


def test_windows_and_unicode_text_is_not_taken_for_an_old_macintoshs() -> None:
    spanish = "La biblioteca del barrio, dijo la señora, está abierta “a todas las personas” — también de noche."
    assert text_of(Source("x", spanish.encode("cp1252"))) == spanish
    assert text_of(Source("x", "the library’s books".encode())) == "the library’s books"
    old = "the library’s books, the mayor’s and the school’s, “all” of them".encode("mac_roman")
    assert text_of(Source("x", old)) == "the library’s books, the mayor’s and the school’s, “all” of them"


@pytest.mark.parametrize("encoding", ["cp850", "cp437"])
def test_an_old_text_of_dos_is_read_as_such(encoding: str) -> None:
    spanish = (
        "El Comité examinó el 9.º informe: los niños y las niñas de la región, según la ley N.º 27, están más lejos."
    )
    assert text_of(Source("x", spanish.encode(encoding, "replace"))).startswith(spanish[:20])
    french = "Le Comité note les progrès de la région, où les élèves étudient à la même école que les aînés."
    assert text_of(Source("x", french.encode(encoding))) == french
    quoted = "a ‚low’ bow, from £3 to ¤4 a day, and for “all” of them… here as there, in the town".encode("cp1252")
    assert text_of(Source("x", quoted)) == quoted.decode("cp1252")


@pytest.mark.parametrize(
    "text",
    ["She wrote:\n“The well is deep.”\nNothing else.", "It met from 24 May–4 June.", "the school’s", "(“wells”)"],
)
def test_a_few_signs_of_an_old_macintosh_are_enough_where_there_are_no_others(text: str) -> None:
    assert text_of(Source("x", text.encode("mac_roman"))) == text


@pytest.mark.parametrize(
    "text",
    [
        "It was Òscar who dug it.",
        "Ó Briain and Ó Cuív dug it when the other wells had run dry.",
        "LA CONSTRUCCIÓ NACIONAL",
    ],
)
def test_letters_of_windows_that_are_signs_of_a_macintosh_elsewhere_stay(text: str) -> None:
    assert text_of(Source("x", text.encode("cp1252"))) == text


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_text_is_the_same_however_it_is_encoded(encoding: str) -> None:
    spanish = "El Comité examinó el cuarto informe periódico sobre los pozos. También habló de Bogotá."
    assert text_of(Source("x", spanish.encode(encoding))) == spanish
    document = parse(Source("x.txt", TITLED.encode(encoding), Declaration(symbol="E/C.12/ECU/CO/9"))).documents[0]
    assert (document.id, len(document.passages)) == ("e-c-12-ecu-co-9", 3)


def test_two_paragraphs_are_too_few_and_the_refusal_says_how_many_it_takes() -> None:
    text = TITLED.partition("3. It")[0]
    with pytest.raises(ParseError, match=r"only 2 numbered paragraphs in it, and at least 3 make a document"):
        parse(Source("wells.txt", text.encode()))
    declared = Declaration(kind=SourceKind.CONCLUDING_OBSERVATIONS)
    assert len(parse(Source("wells.txt", text.encode(), declared)).documents[0].passages) == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Las bibliotecas están abiertas a todas las personas del distrito.", "es"),
        ("The libraries are open to everyone who lives in the district.", "en"),
        ("Les bibliothèques sont ouvertes à toutes les personnes du quartier.", "fr"),
        ("As bibliotecas estão abertas a todas as pessoas do bairro.", "pt"),
        ("Библиотеки открыты для всех жителей района.", "ru"),
        ("المكتبات مفتوحة للجميع في الحي", "ar"),
        ("图书馆向本区所有居民开放。", "zh"),
        ("12. (3)", "es"),
    ],
)
def test_the_language_is_told_from_the_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_declared_language_is_believed() -> None:
    assert language_of("The library", "es-EC") == "es"


ENGLISH = "States shall keep the wells of every village open, and repair them before the summer begins each year. "
SPANISH = "Los Estados mantendrán abiertos los pozos de cada pueblo y los repararán antes de que empiece el verano. "


def test_a_text_that_says_its_language_itself_counts_against_what_is_declared() -> None:
    assert language_of(ENGLISH * 4, "es") == "en"
    assert language_of(SPANISH * 4, "en") == "es"
    assert language_of(ENGLISH, "es") == "es", "too short to be sure"
    assert language_of(ENGLISH * 6 + SPANISH * 4, "es") == "es", "a text in two languages"
    assert language_of(ENGLISH * 4, "de") == "de", "none of the languages that are told apart"


@pytest.mark.parametrize(("declared", "remarks"), [("es", 1), ("en", 0), ("", 0)])
def test_a_declared_language_that_the_text_is_not_in_is_remarked(declared: str, remarks: int) -> None:
    text = "".join(f"{number}. {ENGLISH}\n\n" for number in range(1, 6)).encode()
    parsed = parse(Source("x.txt", text, replace(COMMENT, language=declared)))
    assert parsed.documents[0].language == "en"
    assert ["which counts" in problem.message for problem in parsed.problems] == [True] * remarks


@pytest.mark.parametrize(("way", "least"), [("wrapped", 0.99), ("flat", 0.9), ("html", 0.99), ("markdown", 0.99)])
def test_real_paragraphs_are_found_again_however_they_are_laid_out(way: str, least: float) -> None:
    """An oracle: lists whose numbers are known, written out as text and read back."""
    where = TEXTS / "general-comments"
    if not where.is_dir():
        pytest.skip(f"the real documents are not here: {where}")
    wanted = found = 0
    for path in sorted(where.glob("*.json"))[::4]:
        (reference,) = paragraph_lists.parse(unpack(Source(path.name, path.read_bytes()))).documents
        numbered = [p for p in reference.passages if "__" not in p.eid]
        declared = Declaration(kind=reference.kind, body=reference.body)
        held = {p.num: " ".join(p.text.split())[:40] for p in of(_laid_out(numbered, way), declared).passages}
        wanted += len(numbered)
        found += sum(held.get(p.num) == " ".join(p.text.split())[:40] for p in numbered)
    assert found / wanted > least


def _laid_out(passages: list, way: str) -> str:  # type: ignore[type-arg]
    lines = [f"{passage.num}. {' '.join(passage.text.split())}" for passage in passages]
    if way == "flat":
        return " ".join(lines)
    if way == "html":
        return "<html><body>" + "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in lines)
    if way == "markdown":
        return "# A title\n\n## A part\n\n" + "\n\n".join(lines)
    return "\n".join("\n".join(textwrap.wrap(line, 90)) for line in lines)


DECISION = """Human Rights Council

Decision adopted by the Human Rights Council

99/111. Outcome of the universal periodic review: Ruritania

The Human Rights Council,

Acting in compliance with its resolution A/HRC/RES/16/21,

Having reviewed the wells of Ruritania on 4 November 2044,

Decides to adopt the outcome, which is the report on the wells and

the views of the State on it.

41st meeting
19 March 2045

[Adopted without a vote.]

United Nations A/HRC/DEC/99/111
"""


def test_a_decision_without_numbers_has_its_paragraphs() -> None:
    (document,) = numbered_text.parse(Source("decision.txt", DECISION.encode())).documents
    assert document.kind is SourceKind.RESOLUTION
    assert [passage.eid for passage in document.passages] == ["sec_1", "sec_2", "sec_3"]
    assert [passage.kind for passage in document.passages] == ["paragraph", "paragraph", "operative"]
    assert document.passages[2].text == (
        "Decides to adopt the outcome, which is the report on the wells and the views of the State on it."
    )
    assert "meeting, date and vote" in {left.rule for left in document.left_out}


def test_the_symbol_of_a_decision_is_its_own_wherever_it_is_drawn() -> None:
    text = DECISION.replace("A/HRC/RES/16/21", "A/HRC/28/15")
    (document,) = numbered_text.parse(Source("decision.txt", text.encode())).documents
    assert (document.id, document.date) == ("a-hrc-dec-99-111", "2045-03-19")


def test_a_text_without_numbers_that_decides_nothing_is_refused() -> None:
    with pytest.raises(ParseError, match="numbered paragraphs"):
        numbered_text.parse(Source("decision.txt", DECISION.replace("Decides to adopt", "Recalling").encode()))


@pytest.mark.parametrize("numerals", ["", "1. Los pozos.\n\n2. Las norias.\n"])
def test_a_law_given_as_a_report_is_said_to_be_one_of_articles(numerals: str) -> None:
    articles = "\n\n".join(f"Artículo {n}.- El pozo {n} está abierto de día." for n in range(1, 6))
    law = Source("ley.txt", f"LEY DE POZOS\n\n{articles}\n\n{numerals}".encode(), Declaration(kind=SourceKind.REPORT))
    if not numerals:
        with pytest.raises(ParseError, match="5 lines begin articles"):
            parse(law)
        return
    assert any("5 lines begin articles" in problem.message for problem in parse(law).problems)
    report = Source("x.txt", b"Informe\n\n1. Uno.\n\n2. Dos.\n\n3. Tres.", Declaration(kind=SourceKind.REPORT))
    assert not any("articles" in problem.message for problem in parse(report).problems)


def test_a_figure_beside_a_sign_that_is_no_white_space_to_python_is_read() -> None:
    assert len(of(TITLED + "\n\n8\x1e\n").passages) == 3


def test_headings_that_are_marked_alike_stand_below_each_other_by_their_numbers() -> None:
    """The headings of a PDF are marked without a level."""
    headings = ["I. Wells", "A. Of the school", "1", "B. Of the mill", "2", "II. Rivers", "3", "A. Their mouths", "4"]
    headings += ["1. In the north", "5", "2. In the south", "6", "III. Lakes", "7", "Annexed lakes", "8"]
    text = "General comment No. 77 on water\n\n" + "\n\n".join(
        f"{words}. They are deep." if words.isdigit() else f"## {words}" for words in headings
    )
    assert [passage.path for passage in of(text).passages] == [
        ("I. Wells", "A. Of the school"),
        ("I. Wells", "B. Of the mill"),
        ("II. Rivers",),
        ("II. Rivers", "A. Their mouths"),
        ("II. Rivers", "A. Their mouths", "1. In the north"),
        ("II. Rivers", "A. Their mouths", "2. In the south"),
        ("III. Lakes",),
        ("Annexed lakes",),
    ]


def test_a_heading_with_the_letter_i_is_none_of_a_higher_sort() -> None:
    headings = ("H. Wells", "1", "I. Mills", "2", "J. Rivers", "3")
    text = "\n\n".join(f"{words}. They are deep." if words.isdigit() else f"## {words}" for words in headings)
    assert [passage.path for passage in of(text).passages] == [("H. Wells",), ("I. Mills",), ("J. Rivers",)]
