"""Judgments of the African Court: told by their title page in three languages, read to the point and the vote."""

import html
import json
from pathlib import Path

import msgspec
import pytest

from rights_search.errors import ParseError
from rights_search.model import Declaration, Document, Judgment, PassageKind, Source, SourceKind
from rights_search.parsers import parse

HEAD = """AFRICAN UNION

UNION AFRICAINE

AFRICAN COURT ON HUMAN AND PEOPLES’ RIGHTS

COUR AFRICAINE DES DROITS DE L’HOMME ET DES PEUPLES

"""
EXAMPLE = Path(__file__).parent / "data" / "judgment" / "duck-pond.txt"
ENGLISH = EXAMPLE.read_text("utf-8")
FRENCH = (
    HEAD
    + """AFFAIRE

SALIF CANARD

C.

RÉPUBLIQUE DU MALI

REQUÊTE N° 014/2017

ARRÊT

1er DÉCEMBRE 2022

La Cour, composée de : Anne PUITS, Présidente.

I. LES PARTIES

1. M. Canard garde des canards.

2. Ils nagent.

II. DISPOSITIF

3. Par ces motifs,

LA COUR,

À l’unanimité,

Sur le fond

i. Dit que l’État défendeur n’a pas violé l’article 3 de la Charte ;

ii. Dit que l’État défendeur a violé l’article 7(1)(c) de la Charte.

Fait à Arusha, un beau jour.
"""
)
PORTUGUESE = (
    HEAD.replace("COUR AFRICAINE DES DROITS DE L’HOMME", "TRIBUNAL AFRICANO DOS DIREITOS DO HOMEM").replace(
        "ET DES PEUPLES", "E DOS POVOS"
    )
    + """PROCESSO QUE ENVOLVE

JOÃO PATO

CONTRA

REPÚBLICA DE MOÇAMBIQUE

PETIÇÃO N.º 014/2017

ACÓRDÃO

22 DE SETEMBRO DE 2022

O Tribunal, constituído por: Ana POÇO, Presidente.

I. AS PARTES

1. O senhor Pato tem patos.

2. Eles nadam.

II. PARTE DISPOSITIVA

Pelas razões expostas,

O TRIBUNAL,

Por unanimidade,

i. Declara que o Estado Demandado violou o artigo 7.º da Carta;

ii. Ordena que os patos sejam devolvidos.

Feito em Arusha, num belo dia.
"""
)


def read(text: str) -> Document:
    (document,) = parse(Source("file.txt", text.encode())).documents
    return document


def test_the_golden_example_is_read_as_expected() -> None:
    (document,) = parse(Source(EXAMPLE.name, EXAMPLE.read_bytes())).documents
    expected = json.loads(EXAMPLE.with_name(EXAMPLE.name + ".expected.json").read_text("utf-8"))
    assert msgspec.json.decode(msgspec.json.encode(document)) == expected


@pytest.mark.parametrize(
    ("text", "title", "number", "state", "date", "language"),
    [
        (
            ENGLISH,
            "Juma Duck and others v. United Republic of Tanzania",
            "009/2011, 011/2011",
            "TZA",
            "2022-09-22",
            "en",
        ),
        (FRENCH, "Salif Canard c. République du Mali", "014/2017", "MLI", "2022-12-01", "fr"),
        (PORTUGUESE, "João Pato c. República de Moçambique", "014/2017", "MOZ", "2022-09-22", "pt"),
    ],
    ids=["en", "fr", "pt"],
)
def test_a_judgment_is_told_by_its_title_page(
    text: str, title: str, number: str, state: str, date: str, language: str
) -> None:
    document = read(text)
    assert (document.kind, document.body, document.language) == (SourceKind.JUDGMENT, "achpr", language)
    assert (document.title, document.symbol, document.states, document.date) == (title, number, (state,), date)


def test_a_judgment_goes_by_the_id_under_which_others_cite_it() -> None:
    assert (read(ENGLISH).id, read(ENGLISH).aliases) == ("afchpr-009-2011", ("afchpr-011-2011",))


@pytest.mark.parametrize(
    ("printed", "id_"),
    [
        ("JUDGMENT ON REPARATIONS", "afchpr-009-2011-reparations"),
        ("ORDER", "afchpr-009-2011-order-2022-09-22"),
    ],
)
def test_later_decisions_on_the_same_application_have_ids_of_their_own(printed: str, id_: str) -> None:
    assert read(ENGLISH.replace("\nJUDGMENT\n", f"\n{printed}\n")).id == id_


def test_each_point_stands_below_the_vote_and_the_subject_it_was_decided_under() -> None:
    majority = "By a majority of nine (9) for, and one (1) against, Justice Pond dissenting,"
    found = {p.num: (p.path, p.text) for p in read(ENGLISH).passages if p.kind is PassageKind.OPERATIVE}
    assert list(found) == ["i", "ii", "iii", "iv"]
    assert found["i"] == (("II. OPERATIVE PART", majority, "On jurisdiction"), "Dismisses the objection;")
    assert found["ii"][1] == "Declares that it has jurisdiction:\na. over ducks;\nb. over ponds;"
    assert found["iii"][0] == ("II. OPERATIVE PART", "Unanimously,", "On the merits")


@pytest.mark.parametrize(
    ("text", "violated", "spared"),
    [
        (ENGLISH, ("african-charter#7.1.c",), ("african-charter#3.2",)),
        (FRENCH, ("african-charter#7.1.c",), ("african-charter#3",)),
        (PORTUGUESE, ("african-charter#7",), ()),
    ],
    ids=["en", "fr", "pt"],
)
def test_the_points_say_what_was_violated(text: str, violated: tuple[str, ...], spared: tuple[str, ...]) -> None:
    facts = read(text).facts
    assert isinstance(facts, Judgment)
    assert (facts.violated, facts.not_violated) == (violated, spared)


def test_paragraphs_notes_and_opinions_are_parted() -> None:
    found = {passage.eid: passage for passage in read(ENGLISH).passages}
    assert found["para_1"].path == ("I. THE PARTIES", "A. The applicant")
    assert [(note.mark, note.text) for note in found["para_1"].notes] == [("1", "Eleven of them.")]
    assert found["para_3"].text == "For these reasons:"
    assert found["opinion_1__para_2"].kind is PassageKind.OPINION
    assert found["opinion_1__para_2"].path == ("Dissenting Opinion of Justice Pond",)


def test_a_formula_without_a_number_stands_above_the_points() -> None:
    points = [p.path for p in read(PORTUGUESE).passages if p.kind is PassageKind.OPERATIVE]
    assert points == [("II. PARTE DISPOSITIVA", "Pelas razões expostas,", "Por unanimidade,")] * 2


def test_a_page_saved_from_a_browser_is_read_as_the_printed_one() -> None:
    lines = "".join(f"<p>{html.escape(line)}</p>" for line in FRENCH.split("\n") if line)
    (saved,) = parse(Source("page.html", f"<html><body>{lines}</body></html>".encode())).documents
    assert [(p.eid, p.text, p.path) for p in saved.passages] == [(p.eid, p.text, p.path) for p in read(FRENCH).passages]


@pytest.mark.parametrize(
    ("done", "day"),
    [
        ("Done at Arusha, this Twenty-Second Day of September in the year Two Thousand and Twenty-Two.", "2022-09-22"),
        ("Done in Arusha this fifth day of December in the year two thousand and fourteen.", "2014-12-05"),
        ("Done at Arusha, this 24th Day of March 2022.", "2022-03-24"),
        ("Fait à Arusha, ce premier jour du mois de décembre de l’an deux mille dix-sept.", "2017-12-01"),
        ("Fait à Arusha, ce trente et unième jour du mois de mai deux mille vingt-quatre.", "2024-05-31"),
        ("Feito em Arusha, aos vinte e dois dias do mês de Setembro do ano de dois mil e vinte e dois.", "2022-09-22"),
        ("Done at Arusha, this thirty-first day of February two thousand and ten.", ""),
    ],
)
def test_a_judgment_without_a_day_on_its_title_page_has_that_of_its_closing_words(done: str, day: str) -> None:
    text = FRENCH.replace("1er DÉCEMBRE 2022", "").replace("Fait à Arusha, un beau jour.", done)
    assert read(text).date == day


def test_what_a_judgment_lacks_is_said() -> None:
    text = FRENCH.replace("RÉPUBLIQUE DU MALI", "LE LAC").replace("1er DÉCEMBRE 2022", "").replace("Par ces", "Sans")
    messages = [problem.message for problem in parse(Source("x.txt", text.encode())).problems]
    assert messages == [
        "no date found",
        "the State is not told by “Salif Canard c. Le Lac”",
        "not found: no points, no findings",
    ]


def test_a_report_that_speaks_of_the_court_is_none_of_its_judgments() -> None:
    text = "African Court on Human and Peoples’ Rights\n\nPending cases\n\nApplication No. 014/2017\n\nIt goes on.\n"
    with pytest.raises(ParseError, match="cannot be told"):
        parse(Source("list.txt", text.encode(), Declaration()))
