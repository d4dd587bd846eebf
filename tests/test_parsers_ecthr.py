"""Judgments of the European Court as JSON lines: findings from the record, numbers from the paragraphs."""

import html
import json
import textwrap
from pathlib import Path

import msgspec
import pytest

from rights_search.errors import ParseError
from rights_search.model import Judgment, PassageKind, Source
from rights_search.parsers import parse
from rights_search.parsers.base import unpack
from rights_search.parsers.judgments import strasbourg as ecthr

EXAMPLE = Path(__file__).parent / "data" / "judgment" / "drywell.jsonl"
PRINTED = EXAMPLE.with_name("stillwater.txt")
REAL = sorted((Path(__file__).parents[2] / "shared" / "texts" / "judgments-ecthr").glob("*.gz"))


def test_the_golden_example_is_read_as_expected() -> None:
    (document,) = ecthr.parse(Source(EXAMPLE.name, EXAMPLE.read_bytes())).documents
    expected = json.loads(EXAMPLE.with_name(EXAMPLE.name + ".expected.json").read_text("utf-8"))
    assert msgspec.json.decode(msgspec.json.encode(document)) == expected


def test_findings_and_orders_are_told_from_the_reasons() -> None:
    (document,) = ecthr.parse(Source(EXAMPLE.name, EXAMPLE.read_bytes())).documents
    assert (document.id, document.states, document.date) == ("echr-12345-19", ("ALB",), "2024-05-14")
    assert isinstance(document.facts, Judgment)
    assert document.facts.violated == ("echr#8", "echr#8.1")
    assert document.facts.not_violated == ("echr#3",)
    operative = [passage.eid for passage in document.passages if passage.kind is PassageKind.OPERATIVE]
    assert operative == ["oper_1"]


def test_a_judgment_as_printed_is_read_as_expected() -> None:
    (document,) = parse(Source(PRINTED.name, PRINTED.read_bytes())).documents
    expected = json.loads(PRINTED.with_name(PRINTED.name + ".expected.json").read_text("utf-8"))
    assert msgspec.json.decode(msgspec.json.encode(document)) == expected


def test_a_judgment_saved_from_a_browser_is_read_as_the_printed_one() -> None:
    lines = PRINTED.read_text("utf-8").split("\n")
    page = (
        "<html><body>" + "".join(f"<p>{html.escape(line)}</p>\n" for line in lines if line.strip()) + "</body></html>"
    )
    (saved,) = parse(Source("stillwater.html", page.encode())).documents
    (printed,) = parse(Source(PRINTED.name, PRINTED.read_bytes())).documents
    assert (saved.id, saved.kind, saved.facts) == (printed.id, printed.kind, printed.facts)
    assert [passage.eid for passage in saved.passages] == [passage.eid for passage in printed.passages]


def test_a_page_that_names_the_court_where_nobody_sees_it_is_no_judgment() -> None:
    page = "<html><head><title>European Court of Human Rights: applications</title></head><body></body></html>"
    with pytest.raises(ParseError):
        parse(Source("empty.html", page.encode()))


def test_endnotes_of_a_word_file_are_tied_as_its_footnotes_are() -> None:
    printed = PRINTED.read_text("utf-8")
    (document,) = parse(Source(PRINTED.name, printed.replace("[^1]", "[^e1]").encode())).documents
    noted = [(passage.eid, note.mark, note.text) for passage in document.passages for note in passage.notes]
    assert noted == [("para_1", "e1", "There were eleven of them.")]
    assert "[" not in "".join(passage.text for passage in document.passages)


def test_the_operative_part_of_a_printed_judgment_gives_the_findings() -> None:
    (document,) = parse(Source(PRINTED.name, PRINTED.read_bytes())).documents
    assert (document.id, document.title, document.date) == (
        "echr-54321-18",
        "Case of Stillwater v. Albania",
        "2024-04-09",
    )
    assert isinstance(document.facts, Judgment)
    assert document.facts.violated == ("echr#8",)
    assert document.facts.not_violated == ("echr-p1#1",)
    assert [p.num for p in document.passages if p.kind is PassageKind.OPERATIVE] == ["1", "2", "3"]
    assert [p.path for p in document.passages if p.num == "3" and p.eid == "para_3"] == [("THE LAW",)]


def test_a_point_stands_below_the_formula_that_says_how_the_court_voted() -> None:
    printed = PRINTED.read_text("utf-8").replace("REASONS, THE COURT", "REASONS, THE COURT,\n\nUNANIMOUSLY,")
    (document,) = parse(Source(PRINTED.name, printed.encode())).documents
    points = [(p.num, p.path) for p in document.passages if p.kind is PassageKind.OPERATIVE]
    assert points == [(num, ("FOR THESE REASONS, THE COURT, UNANIMOUSLY,",)) for num in "123"]


FRENCH = """DEUXIÈME SECTION

AFFAIRE RUISSEAU ET AUTRES c. BELGIQUE

(Requête n{o} 41207/19)

ARRÊT

STRASBOURG

1er mars 2023

Ce texte peut encore changer.

En l’affaire Ruisseau et autres c. Belgique,

La Cour européenne des droits de l’homme (deuxième section), siégeant en une chambre composée de :

Anne Source, présidente,

Après en avoir parlé le 21 février 2023,

Rend l’arrêt que voici :

PROCÉDURE

1. Le requérant garde des canards.

EN FAIT

I. LES CANARDS

2. Ils nagent depuis 2008.

EN DROIT

I. SUR L’ARTICLE 8 DE LA CONVENTION

A. Sur le fond

3. Un étang est un domicile.

PAR CES MOTIFS, LA COUR, À L’UNANIMITÉ,

1. Dit qu’il y a eu violation de l’article 8 de la Convention ;

2. Dit qu’il n’y a pas eu violation de l’article 14 de la Convention combiné avec l’article 3 ;

3. Dit

a) que l’État doit rendre les canards ;

b) qu’il le fera en trois mois.

Fait en français, puis envoyé le 1er mars 2023.

Paul Rive Anne Source

Greffier Présidente

OPINION PARTIELLEMENT DISSIDENTE DE Mme LA JUGE BRUME

1. J’aurais entendu les canards.

2. Ils savent nager.

ANNEXE

Liste des canards
"""


@pytest.mark.parametrize("sign", ["º", "o", "°", "o."])
@pytest.mark.parametrize("apostrophe", ["’", "'"])
def test_a_judgment_in_french_is_read_as_one_in_english(sign: str, apostrophe: str) -> None:
    text = FRENCH.format(o=sign).replace("’", apostrophe)
    parsed = parse(Source("ruisseau.txt", text.encode()))
    (document,) = parsed.documents
    assert not parsed.problems
    assert (document.title, document.language) == ("Affaire Ruisseau et autres c. Belgique", "fr")
    assert (document.symbol, document.body, document.states, document.date) == (
        "41207/19",
        "ecthr",
        ("BEL",),
        "2023-03-01",
    )
    facts = document.facts
    assert isinstance(facts, Judgment)
    assert (facts.violated, facts.not_violated) == (("echr#8",), ("echr#14",))
    found = {passage.eid: (passage.kind, passage.path) for passage in document.passages}
    section = f"I. SUR L{apostrophe}ARTICLE 8 DE LA CONVENTION"
    formula = f"PAR CES MOTIFS, LA COUR, À L{apostrophe}UNANIMITÉ,"
    assert found == {
        "sec_1": (PassageKind.PARAGRAPH, ()),
        "para_1": (PassageKind.PARAGRAPH, ("PROCÉDURE",)),
        "para_2": (PassageKind.PARAGRAPH, ("EN FAIT", "I. LES CANARDS")),
        "para_3": (PassageKind.PARAGRAPH, ("EN DROIT", section, "A. Sur le fond")),
        "oper_1": (PassageKind.OPERATIVE, (formula,)),
        "oper_2": (PassageKind.OPERATIVE, (formula,)),
        "oper_3": (PassageKind.OPERATIVE, (formula,)),
        "opinion_1__para_1": (PassageKind.OPINION, ("OPINION PARTIELLEMENT DISSIDENTE DE Mme LA JUGE BRUME",)),
        "opinion_1__para_2": (PassageKind.OPINION, ("OPINION PARTIELLEMENT DISSIDENTE DE Mme LA JUGE BRUME",)),
        "annex_1": (PassageKind.PARAGRAPH, ("ANNEXE",)),
    }


DECISION = """FIFTH SECTION

DECISION

Applications nos. 31207/20 and 31208/20
Marek DUCK and Others
against the Netherlands

The European Court of Human Rights (Fifth Section), sitting on 4 May 2023 as a Committee composed of:
Nora Spring, President,
With regard to the application of 2 July 2020,
Decides as follows:

THE FACTS

1. The applicant keeps ducks.

2. They left.

THE LAW

3. The Court sees no fault of the Government.

For these reasons, the Court, unanimously,

{points}

Done in English and sent out on 25 May 2023.

Nora Spring
President
"""


@pytest.mark.parametrize(
    ("points", "eids"),
    [
        ("Declares the applications inadmissible.", ["oper_1"]),
        ("1. Decides to join the applications;\n\n2. Declares them inadmissible.", ["oper_1", "oper_2"]),
    ],
)
def test_a_decision_is_named_by_applicant_and_state_and_dated_by_its_sitting(points: str, eids: list[str]) -> None:
    (document,) = parse(Source("duck.txt", DECISION.format(points=points).encode())).documents
    assert (document.title, document.states) == ("Marek Duck and others v. Netherlands", ("NLD",))
    assert (document.symbol, document.date) == ("31207/20, 31208/20", "2023-05-04")
    operative = [p for p in document.passages if p.kind is PassageKind.OPERATIVE]
    assert [p.eid for p in operative] == eids
    assert {p.path for p in operative} == {("For these reasons, the Court, unanimously,",)}


def test_a_decision_in_french_is_read_as_well() -> None:
    text = (
        FRENCH.format(o="o")
        .replace("AFFAIRE RUISSEAU ET AUTRES c. BELGIQUE\n\n(", "DÉCISION\n\n")
        .replace("41207/19)", "41207/19\nJean RUISSEAU\ncontre la Belgique")
        .replace("ARRÊT\n\nSTRASBOURG\n\n1er mars 2023\n\n", "")
        .replace("siégeant en une chambre", "siégeant le 1er mars 2023 en une chambre")
        .replace("PAR CES MOTIFS, LA COUR, À L’UNANIMITÉ,", "Par ces motifs, la Cour, à l’unanimité,")
    )
    (document,) = parse(Source("ruisseau.txt", text.encode())).documents
    assert (document.title, document.states, document.date) == ("Jean Ruisseau c. Belgique", ("BEL",), "2023-03-01")
    assert [p.num for p in document.passages if p.kind is PassageKind.OPERATIVE] == ["1", "2", "3"]


def test_a_judgment_without_a_day_says_so() -> None:
    undated = PRINTED.read_text("utf-8").replace("STRASBOURG\n\n9 April 2024", "STRASBOURG")
    parsed = parse(Source(PRINTED.name, undated.encode()))
    assert parsed.documents[0].date == ""
    assert [problem.message for problem in parsed.problems] == ["no date found"]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("BOSNIA AND HERZEGOVINA", ("BIH",)),
        ("MOLDOVA AND RUSSIA", ("MDA", "RUS")),
        ("TURKEY (No. 2)", ("TUR",)),
        ("THE UNITED KINGDOM", ("GBR",)),
    ],
)
def test_the_respondents_are_told_however_many_words_they_have(printed: str, codes: tuple[str, ...]) -> None:
    text = PRINTED.read_text("utf-8").replace("STILLWATER v. ALBANIA", f"STILLWATER v. {printed}")
    (document,) = parse(Source(PRINTED.name, text.encode())).documents
    assert document.states == codes


def test_a_damaged_line_is_a_problem_and_the_rest_goes_on() -> None:
    data = EXAMPLE.read_bytes() + b'{"case_no": "1/20", "paragraphs"\n'
    parsed = ecthr.parse(Source("x.jsonl", data))
    assert len(parsed.documents) == 1
    assert [problem.locator for problem in parsed.problems] == ["line 2"]


def test_lines_of_which_none_is_a_judgment_are_refused() -> None:
    with pytest.raises(ParseError, match="none of its lines"):
        ecthr.parse(Source("x.jsonl", b'{"case_no": 1, "paragraphs": [], "violation": []}\n'))


@pytest.mark.skipif(not REAL, reason="the real judgments are not beside the project")
def test_every_real_line_becomes_a_judgment_against_a_state() -> None:
    documents = ecthr.parse(unpack(Source(REAL[0].name, REAL[0].read_bytes()))).documents
    assert len(documents) == 25
    assert all(document.states and len(document.date) == 10 and document.passages for document in documents)


def paths(text: str) -> dict[str, tuple[str, ...]]:
    (document,) = parse(Source("pond.txt", text.encode())).documents
    return {passage.eid: passage.path for passage in document.passages if passage.kind is PassageKind.PARAGRAPH}


def test_the_great_titles_stand_above_the_roman_numbers() -> None:
    titled = PRINTED.read_text("utf-8").replace("## THE LAW", "THE FACTS\n\nI. THE DUCKS\n\nA. The pond")
    titled = titled.replace("3. The Court", "3. They swim.\n\nTHE LAW\n\nI. ARTICLE 8\n\n4. The Court")
    found = paths(titled)
    assert found["para_2"] == ("PROCEDURE",)
    assert found["para_3"] == ("THE FACTS", "I. THE DUCKS", "A. The pond")
    assert found["para_4"] == ("THE LAW", "I. ARTICLE 8")


@pytest.mark.parametrize("width", [40, 72])
def test_a_text_whose_lines_end_at_a_width_is_read_as_its_paragraphs(width: int) -> None:
    text = PRINTED.read_text("utf-8")
    wrapped = "\n\n".join(textwrap.fill(block, width) for block in text.split("\n\n"))
    (expected,) = parse(Source(PRINTED.name, text.encode())).documents
    (document,) = parse(Source(PRINTED.name, wrapped.encode())).documents
    assert (document.id, document.facts, document.date) == (expected.id, expected.facts, expected.date)
    read = [(p.eid, p.text, p.path, p.notes) for p in document.passages if p.kind is not PassageKind.PARAGRAPH or p.num]
    assert read == [(p.eid, p.text, p.path, p.notes) for p in expected.passages if p.eid != "sec_1"]
