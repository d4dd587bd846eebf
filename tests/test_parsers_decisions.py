"""Decisions of bodies of the United Nations: which of two days is theirs, whom they address, what they are about."""

import html

import pytest

from rights_search.model import Document, Parsed, Source, SourceKind
from rights_search.parsers import parse

BODY = "\n\n".join(f"{number}. The well of the village has been dry since spring." for number in range(1, 5))


def read(text: str) -> Document:
    (document,) = parse(Source("file.txt", text.encode())).documents
    return document


ENGLISH = """CCPR/C/128/D/2710/2015

International Covenant on Civil and Political Rights

Distr.: General

4 May 2020

Human Rights Committee

Views adopted by the Committee, concerning communication No. 2710/2015

Communication submitted by:{gap}A. Well

State party:{gap}Kazakhstan

Date of communication:{gap}12 June 2015 (initial submission)

Document references:{gap}Decision taken and sent to the State party on 21 December 2016

Date of adoption of Views:{gap}11 March 2020

Subject matter:{gap}A dry well

"""
FRENCH = """CCPR/C/128/D/2710/2015

Pacte international relatif aux droits civils et politiques

Distr. générale

4 mai 2020

Comité des droits de l’homme

Constatations adoptées par le Comité, concernant la communication no 2710/2015

Communication présentée par :{gap}A. Puits

État partie :{gap}Bélarus

Date de la communication :{gap}12 juin 2015 (lettre initiale)

Références :{gap}Décision communiquée à l’État partie le 21 décembre 2016

Date des constatations :{gap}11 mars 2020

Objet :{gap}Un puits à sec

"""
SPANISH = """CCPR/C/128/D/2710/2015

Pacto Internacional de Derechos Civiles y Políticos

Distr. general

4 de mayo de 2020

Comité de Derechos Humanos

Dictamen aprobado por el Comité respecto de la comunicación núm. 2710/2015

Comunicación presentada por:{gap}A. Pozo

Estado parte:{gap}España

Fecha de la comunicación:{gap}12 de junio de 2015 (presentación inicial)

Referencias:{gap}Decisión transmitida al Estado parte el 21 de diciembre de 2016

Fecha de aprobación del dictamen:{gap}11 de marzo de 2020

Asunto:{gap}Un pozo seco

"""


@pytest.mark.parametrize("gap", [" ", "\t", "\n\n"], ids=["space", "tab", "own line"])
@pytest.mark.parametrize(
    ("page", "state", "title"),
    [
        (ENGLISH, "KAZ", "Views adopted by the Committee, concerning communication No. 2710/2015"),
        (FRENCH, "BLR", "Constatations adoptées par le Comité, concernant la communication no 2710/2015"),
        (SPANISH, "ESP", "Dictamen aprobado por el Comité respecto de la comunicación núm. 2710/2015"),
    ],
    ids=["en", "fr", "es"],
)
def test_views_have_the_day_of_their_adoption_and_not_that_of_the_communication(
    page: str, state: str, title: str, gap: str
) -> None:
    parsed = parse(Source("views.txt", (page.format(gap=gap) + BODY).encode()))
    (document,) = parsed.documents
    assert (document.kind, document.body, document.date) == (SourceKind.COMMUNICATION, "ccpr", "2020-03-11")
    assert (document.states, document.title) == ((state,), title)
    assert not parsed.problems


@pytest.mark.parametrize(
    ("page", "label", "other"),
    [
        (ENGLISH, "Date of adoption of Views", "Date of decision"),
        (ENGLISH, "Date of adoption of Views", "Date of adoption of decision"),
        (ENGLISH, "Date of adoption of Views", "Date of the present decision"),
        (ENGLISH, "Date of adoption of Views", "Date of decision on admissibility: 3 July 2017\n\nDate of Views"),
        (FRENCH, "Date des constatations", "Date de la décision"),
        (FRENCH, "Date des constatations", "Date de l’adoption de la décision"),
        (FRENCH, "Date des constatations", "Date de s constatations"),
        (SPANISH, "Fecha de aprobación del dictamen", "Fecha de la decisión"),
        (SPANISH, "Fecha de aprobación del dictamen", "Fecha de aprobación\n\ndel dictamen"),
        (SPANISH, "Fecha de aprobación del dictamen", "Fecha de adopción de la decisión"),
    ],
)
def test_the_day_of_a_decision_goes_by_many_labels(page: str, label: str, other: str) -> None:
    assert read(page.format(gap=" ").replace(label, other) + BODY).date == "2020-03-11"


@pytest.mark.parametrize(
    ("page", "label", "met"),
    [
        (ENGLISH, "Date of adoption of Views: 11 March 2020", "Meeting on 11 March 2020,"),
        (FRENCH, "Date des constatations : 11 mars 2020", "Réuni le 11 mars 2020,"),
        (SPANISH, "Fecha de aprobación del dictamen: 11 de marzo de 2020", "Reunido el 11 de marzo de 2020,"),
    ],
    ids=["en", "fr", "es"],
)
def test_older_views_say_when_the_committee_met(page: str, label: str, met: str) -> None:
    assert read(page.format(gap=" ").replace(label, met) + BODY).date == "2020-03-11"


@pytest.mark.parametrize("sent", ["communication", "complaint", "initial submission"])
def test_views_that_name_no_day_of_their_own_have_that_of_their_issue(sent: str) -> None:
    page = ENGLISH.format(gap=" ").replace("Date of adoption of Views: 11 March 2020", "")
    page = page.replace("Date of communication", f"Date of {sent}")
    assert read(page + BODY).date == "2020-05-04"


OPINIONS = {
    "en": (
        "Advance edited version\n\nUnited Nations\n\nA/HRC/WGAD/2021/45\n\nGeneral Assembly\n\n8 November 2021\n\n"
        "Human Rights Council\n\nWorking Group on Arbitrary Detention\n\nOpinions adopted by the Working Group on"
        " Arbitrary Detention at its ninety-first session, 6–10 September 2021\n\n",
        "Opinion No. 45/2021 concerning Jordan Well (Viet Nam)",
        "[Adopted on 8 September 2021]",
    ),
    "es": (
        "Naciones Unidas\n\nA/HRC/WGAD/2021/45\n\nAsamblea General\n\n8 de noviembre de 2021\n\nConsejo de Derechos"
        " Humanos\n\nGrupo de Trabajo sobre la Detención Arbitraria\n\nOpiniones aprobadas por el Grupo de Trabajo"
        " sobre la Detención Arbitraria en su 91er período de sesiones (6 a 10 de septiembre de 2021)\n\n",
        "Opinión núm. 45/2021, relativa a Jordan Pozo (Viet Nam)",
        "[Aprobada el 8 de septiembre de 2021]",
    ),
    "fr": (
        "Nations Unies\n\nA/HRC/WGAD/2021/45\n\nAssemblée générale\n\n8 novembre 2021\n\nConseil des droits de"
        " l’homme\n\nGroupe de travail sur la détention arbitraire\n\nAvis adoptés par le Groupe de travail sur la"
        " détention arbitraire à sa quatre-vingt-onzième session (6-10 septembre 2021)\n\n",
        "Avis no 45/2021, concernant Jordan Puits (Viet Nam)",
        "[Adopté le 8 septembre 2021]",
    ),
}


def opinion(language: str, title: str = "") -> Parsed:
    head, printed, end = OPINIONS[language]
    return parse(Source("opinion.txt", f"{head}{title or printed}\n\n{BODY}\n\n{end}\n".encode()))


@pytest.mark.parametrize("language", OPINIONS)
def test_an_opinion_of_a_working_group_is_told_by_its_symbol_and_dated_by_its_end(language: str) -> None:
    parsed = opinion(language)
    (document,) = parsed.documents
    assert (document.kind, document.body) == (SourceKind.SPECIAL_PROCEDURE, "wg-arbitrary-detention")
    assert (document.symbol, document.title) == ("A/HRC/WGAD/2021/45", OPINIONS[language][1])
    assert (document.states, document.date) == (("VNM",), "2021-09-08")
    assert not parsed.problems


@pytest.mark.parametrize("brackets", ["Viet Nam and Thailand", "Viet Nam, Thailand"])
def test_of_an_opinion_against_several_the_first_is_its_state(brackets: str) -> None:
    (document,) = opinion("en", f"Opinion No. 45/2021 concerning A. Well ({brackets})*").documents
    assert document.states == ("VNM",)


def test_an_opinion_that_names_no_state_says_so() -> None:
    parsed = opinion("en", "Opinion No. 45/2021 concerning A. Well (the Lake)")
    assert parsed.documents[0].states == ()
    assert [problem.message.partition(";")[0] for problem in parsed.problems] == ["names no State as the one addressed"]


RESOLUTION = """A/RES/76/300

1 August 2022

Resolution adopted by the General Assembly on 28 July 2022

[without reference to a Main Committee (A/76/L.75)]

76/300. The human right to a well that is
not dry

The General Assembly,

Recalling its earlier words on wells,

1. Recognizes the right to a well;

2. Invites States to dig;

3. Thanks the frogs.
"""


@pytest.mark.parametrize(
    ("adopted", "organ"),
    [
        ("Resolution adopted by the General Assembly on 28 July 2022", "The General Assembly,"),
        ("Resolución aprobada por la Asamblea General el 28 de julio de 2022", "La Asamblea General,"),
        ("Résolution adoptée par l’Assemblée générale le 28 juillet 2022", "L’Assemblée générale,"),
    ],
    ids=["en", "es", "fr"],
)
def test_a_resolution_is_titled_by_its_subject(adopted: str, organ: str) -> None:
    text = RESOLUTION.replace("Resolution adopted by the General Assembly on 28 July 2022", adopted)
    document = read(text.replace("The General Assembly,", organ))
    assert (document.kind, document.date) == (SourceKind.RESOLUTION, "2022-07-28")
    assert document.title == "76/300. The human right to a well that is not dry"


def test_a_resolution_on_the_work_of_another_organ_is_of_the_organ_that_adopted_it() -> None:
    text = RESOLUTION.replace("right to a well that is", "universal periodic review that is")
    assert (read(text).body, read(text).title[:11]) == ("ga", "76/300. The")


def test_a_resolution_without_a_subject_keeps_the_title_it_has() -> None:
    text = RESOLUTION.replace("76/300. The human right to a well that is\nnot dry", "")
    assert read(text).title == "Resolution adopted by the General Assembly on 28 July 2022"


def test_a_page_saved_from_a_browser_has_the_same_day() -> None:
    lines = (ENGLISH.format(gap=" ") + BODY).split("\n")
    page = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
    (document,) = parse(Source("views.html", f"<html><body>{page}</body></html>".encode())).documents
    assert (document.date, document.states) == ("2020-03-11", ("KAZ",))
