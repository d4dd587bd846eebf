"""Recommendations of the Universal Periodic Review: tables of UPR Info, and reports of the Working Group."""

import gzip
import json
import re
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from rights_search.errors import ParseError
from rights_search.model import Document, Parsed, Passage, PassageKind, Source, Standing
from rights_search.parsers.base import unpack
from rights_search.parsers.eids import EID
from rights_search.parsers.upr import matrix as upr_matrix
from rights_search.parsers.upr import report as upr_report
from rights_search.parsers.upr import table as upr
from rights_search.parsers.upr.recommendations import recommending, response_of, state_named
from rights_search.parsers.upr.sessions import YEARS, cycle_of, year_of
from rights_search.vocabulary import states

DATA = Path(__file__).parent / "data" / "upr"
TEXTS = Path(__file__).parents[2] / "shared" / "texts"


def read(name: str, parser: ModuleType = upr) -> Parsed:
    parsed = parser.parse(Source(name, (DATA / name).read_bytes()))
    assert isinstance(parsed, Parsed)
    return parsed


def real(path: str) -> Source:
    if not (TEXTS / path).exists():
        pytest.skip(f"the real documents are not here: {TEXTS / path}")
    return unpack(Source(path, (TEXTS / path).read_bytes()))


@pytest.mark.parametrize(
    ("name", "parser"),
    [("recommendations.csv", upr), ("columns.csv", upr), ("report.txt", upr_report), ("matrix.txt", upr_matrix)],
)
def test_a_source_reads_as_expected(name: str, parser: ModuleType) -> None:
    source = Source(name, (DATA / name).read_bytes())
    assert parser.recognises(source)
    expected = json.loads((DATA / f"{name}.expected.json").read_text("utf-8"))
    assert json.loads(msgspec.json.encode(parser.parse(source))) == expected


def test_each_state_and_session_is_a_document() -> None:
    documents = {document.id: document for document in read("recommendations.csv").documents}
    assert list(documents) == ["upr-ecu-13", "upr-ecu-27", "upr-ury"]
    thirteenth = documents["upr-ecu-13"]
    assert thirteenth.title == "Universal Periodic Review, session 13: recommendations to Ecuador"
    assert (thirteenth.date, thirteenth.standing) == ("2012", Standing.EXCERPT)


def test_the_same_words_of_several_states_are_one_recommendation() -> None:
    first = read("recommendations.csv").documents[0].passages[0]
    assert first.recommended_by == ("ITA", "MEX")
    assert first.response == "supported"
    assert first.kind is PassageKind.RECOMMENDATION


def test_states_answered_differently_leave_the_response_open_and_are_a_problem() -> None:
    parsed = read("recommendations.csv")
    assert parsed.documents[1].passages[0].response == ""
    assert any("answered differently" in problem.message for problem in parsed.problems)


def test_the_eid_follows_from_the_words_whatever_the_order_of_the_rows() -> None:
    head, *rows = (DATA / "recommendations.csv").read_text("utf-8-sig").replace("to\nall", "to all").strip().split("\n")
    shuffled = upr.parse(Source("x.csv", "\n".join([head, *reversed(rows)]).encode()))
    expected = {p.eid for document in read("recommendations.csv").documents for p in document.passages}
    assert {p.eid for document in shuffled.documents for p in document.passages} == expected
    assert all(EID.match(eid) for eid in expected)


def test_columns_are_found_by_name_in_any_order_language_and_delimiter() -> None:
    (document,) = read("columns.csv").documents
    assert document.id == "upr-ury-32"
    assert [(p.recommended_by, p.response) for p in document.passages] == [(("NZL",), "supported"), (("FRA",), "noted")]


def test_every_row_with_an_unknown_state_is_named() -> None:
    messages = {p.locator: p.message for p in read("recommendations.csv").problems}
    assert "“Freedonia” is no State we know" in messages["row 6"]
    assert "the row is left out" in messages["row 9"]
    assert "has no session" in messages["row 10"]


def test_what_no_passage_holds_is_counted() -> None:
    rules = {rule.rule: rule.characters for rule in read("recommendations.csv").documents[0].left_out}
    assert set(rules) == {"columns that no passage has", "the same words of another State"}
    assert all(rules.values())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SuR;Recommendation;RS\n",
        b"SuR;Recommendation;RS\nFreedonia;x;Chile\n",
        b"name,age\nx,3\n",
        b"\x00\xff" * 99,
    ],
)
def test_a_table_without_recommendations_is_refused(data: bytes) -> None:
    source = Source("x.csv", data)
    if upr.recognises(source):
        with pytest.raises(ParseError, match="names a State we know"):
            upr.parse(source)


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_table_in_silence() -> None:
    head, rows = "SuR;Recommendation;RS;Session\n", "Chile;Do the thing;Peru;1\n" * 30_000
    with pytest.raises(ParseError, match="line 2: a quotation mark is never closed"):
        upr.parse(Source("x.csv", f'{head}Chile;"Do it;Peru\n{rows}'.encode()))
    parsed = upr.parse(Source("x.csv", f'{head}Chile;"Do it;Peru;1\nChile;Do"; that;Peru;1\n'.encode()))
    assert "is a quotation mark missing?" in parsed.problems[0].message


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Venezuela (República Bolivariana de)", "VEN"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Democratic Republic of Congo", "COD"),
        ("Guinea-Bissau", "GNB"),
        ("Timor- Leste", "TLS"),
        ("France", "FRA"),
        ("Côte d’Ivoire", "CIV"),
        ("the Netherlands", "NLD"),
        ("Libyan Arab Jamahiriya", "LBY"),
        ("Nueva Zelandia", "NZL"),
        ("Trinidad y Tabago", "TTO"),
        ("Pays-Bas (Royaume des)", "NLD"),
        ("États-Unis d’Amérique", "USA"),
        ("Bolivie (État plurinational de)", "BOL"),
        ("République Unie de Tanzanie", "TZA"),
        ("Equador", "ECU"),
        ("Freedonia", ""),
        ("", ""),
    ],
)
def test_states_go_by_many_names(name: str, code: str) -> None:
    assert state_named(name) == code


def test_states_in_brackets_are_those_who_recommend() -> None:
    assert recommending("Open (Italy, Mexico); lend (Antigua and Barbuda and Chad).")[0] == ("ITA", "MEX", "ATG", "TCD")
    assert recommending("Abrir (Hungría.; prestar (Bolivia (Estado Plurinacional de.);")[0] == ("HUN", "BOL")
    assert recommending("Follow the report (A/HRC/7/3) and the Convention (1951).") == ((), ())
    assert recommending("Open (Chile, Freedonia)") == (("CHL",), ("Freedonia",))


@pytest.mark.parametrize(
    ("lead", "response"),
    [
        ("The recommendations listed below enjoy the support of Chile:", "supported"),
        ("The recommendations below did not enjoy the support of Chile:", "noted"),
        ("The following recommendations will be examined by Chile, which will respond in due time:", ""),
        ("Las recomendaciones siguientes cuentan con el apoyo de Chile:", "supported"),
        ("Chile ha tomado conocimiento de las recomendaciones siguientes:", "noted"),
        ("Les recommandations ci-après recueillent l’adhésion du Chili :", "supported"),
        ("Le Chili accepte les recommandations suivantes :", "supported"),
        ("Les recommandations suivantes ne recueillent pas l’adhésion du Chili :", "noted"),
        ("Le Chili a pris note des recommandations suivantes :", "noted"),
        ("Les recommandations ci-après seront examinées par le Chili, qui y répondra en temps voulu :", ""),
        ("Different States recommended as follows:", ""),
    ],
)
def test_the_answer_stands_in_the_paragraph_that_leads_into_the_list(lead: str, response: str) -> None:
    assert response_of(lead) == response


def test_sessions_have_years_and_cycles() -> None:
    assert [year_of(str(number)) for number in (1, 13, 27, 40, 41, 48)] == [
        "2008",
        "2012",
        "2017",
        "2022",
        "2022",
        "2025",
    ]
    assert [cycle_of(str(number)) for number in (1, 12, 13, 26, 27, 40, 41)] == ["1", "1", "2", "2", "3", "3", "4"]
    assert list(YEARS) == sorted(YEARS)
    assert year_of("999") == cycle_of("x") == year_of("") == ""


def passages(document: Document) -> dict[str, Passage]:
    return {passage.eid: passage for passage in document.passages}


def test_a_flattened_report_gives_paragraphs_and_recommendations() -> None:
    (document,) = read("report.txt", upr_report).documents
    held = passages(document)
    assert (document.id, document.symbol, document.states) == ("a-hrc-95-7", "A/HRC/95/7", ("ECU",))
    assert (document.date, document.standing) == ("2033-04-09", Standing.OFFICIAL)
    assert [p.num for p in document.passages if p.kind is PassageKind.PARAGRAPH] == [str(n) for n in range(1, 10)]
    assert held["rec_5-1"].recommended_by == ("ITA", "MEX", "CHL")
    assert held["rec_6-1"].response == "noted"
    assert held["rec_7-2"].num == "7.2"


@pytest.mark.parametrize(
    "below", ["Ecuador *", "Ecuador\n\n# I. Introduction", "Ecuador\n\nContents\n\nI. Introduction"]
)
def test_the_state_may_stand_alone_under_the_title(below: str) -> None:
    page = (
        f"Human Rights Council\n\nA/HRC/95/7\n\nReport of the Working Group on the Universal Periodic Review\n\n{below}"
    )
    words = "1. The Working Group held its session.\n\n2. It heard the State.\n\n3. It asks:\n\n3.1 Mend wells (Peru);"
    parsed = upr_report.parse(Source("x.txt", f"{page}\n\n{words}".encode()))
    assert parsed.documents[0].states == ("ECU",)
    assert not [problem for problem in parsed.problems if "State" in problem.message]


def test_an_answer_behind_the_list_counts_for_the_list() -> None:
    held = passages(read("report.txt", upr_report).documents[0])
    assert held["rec_7-1"].response == "supported"


def test_pages_headings_and_the_annex_leave_the_text() -> None:
    (document,) = read("report.txt", upr_report).documents
    text = " ".join(passage.text for passage in document.passages)
    assert "Page 4" not in text
    assert "VOLUNTARY" not in text
    assert "librarian" not in text
    assert document.passages[-1].path == ("III. VOLUNTARY PLEDGES AND COMMITMENTS",)


def test_text_of_an_old_macintosh_keeps_its_quotation_marks() -> None:
    third = passages(read("report.txt", upr_report).documents[0])["para_3"]
    assert "libraries’ new buildings" in third.text
    assert "“reading rooms”" in third.text


@pytest.mark.parametrize(
    "data",
    [
        b"Report of the Working Group on the Universal Periodic Review A/HRC/8/20 Addendum 1. The Working Group",
        b"A/HRC/8/20 Report of the Working Group on the Universal Periodic Review",
        b"A/HRC/8/20 Report of the Working Group on the Universal Periodic Review 1. The Working Group met.",
    ],
)
def test_a_report_without_its_paragraphs_is_refused(data: bytes) -> None:
    source = Source("x.txt", data)
    if upr_report.recognises(source):
        with pytest.raises(ParseError):
            upr_report.parse(source)


def test_the_table_on_ecuador_gives_356_recommendations_of_its_364_rows() -> None:
    parsed = upr.parse(real("ecuador/upr/upr-info-ecuador-to-session-27.csv.gz"))
    assert [(d.id, len(d.passages)) for d in parsed.documents] == [
        ("upr-ecu-1", 10),
        ("upr-ecu-13", 139),
        ("upr-ecu-27", 207),
    ]
    assert parsed.problems == ()
    assert all(passage.recommended_by and passage.response for d in parsed.documents for passage in d.passages)


@pytest.mark.timeout(60)
def test_the_table_on_all_states_is_read() -> None:
    source = real("upr/upr-info-to-session-27.csv.gz")
    parsed = upr.parse(source)
    assert len({document.states for document in parsed.documents}) == 192
    assert sum(len(document.passages) for document in parsed.documents) > 41_000
    assert len(parsed.problems) < 20
    assert all(code in states() for d in parsed.documents for p in d.passages for code in p.recommended_by)


@pytest.mark.parametrize(
    ("path", "symbol", "paragraphs", "recommendations"),
    [
        ("ecuador/upr/ecuador2008.txt", "A/HRC/8/20", 62, 10),
        ("ecuador/upr/ecuador2012.txt", "A/HRC/21/4", 138, 67),
    ],
)
def test_the_reports_on_ecuador_are_complete(path: str, symbol: str, paragraphs: int, recommendations: int) -> None:
    (document,) = upr_report.parse(real(path)).documents
    kinds = [passage.kind for passage in document.passages]
    assert document.symbol == symbol
    assert document.gaps == ()
    assert kinds.count(PassageKind.PARAGRAPH) == paragraphs
    assert kinds.count(PassageKind.RECOMMENDATION) == recommendations


@pytest.mark.parametrize(
    ("session", "path"), [("1", "ecuador/upr/ecuador2008.txt"), ("13", "ecuador/upr/ecuador2012.txt")]
)
def test_report_and_table_agree_on_words_states_and_answers(session: str, path: str) -> None:
    """Two sources of the same recommendations, made by different hands: 149 of 149."""
    table = upr.parse(real("ecuador/upr/upr-info-ecuador-to-session-27.csv.gz"))
    (document,) = (d for d in table.documents if getattr(d.facts, "session", "") == session)
    printed = [p for p in upr_report.parse(real(path)).documents[0].passages if p.recommended_by]
    for passage in document.passages:
        words = set(re.findall(r"\w{3,}", passage.text.lower()))
        shared = [len(words & set(re.findall(r"\w{3,}", p.text.lower()))) / len(words) for p in printed]
        nearest = printed[shared.index(max(shared))]
        assert max(shared) > 0.85
        assert set(passage.recommended_by) <= set(nearest.recommended_by)
        assert passage.response == nearest.response


def test_a_packed_table_is_unpacked_by_its_bytes() -> None:
    packed = gzip.compress((DATA / "recommendations.csv").read_bytes())
    assert upr.recognises(unpack(Source("x.csv", packed)))
