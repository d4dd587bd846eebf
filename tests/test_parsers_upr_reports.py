"""Reports of the UPR's Working Group as lines, pages of HTML and Word files: one reader, one reading."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import pytest

from office_files import docx, p, pdf
from rights_search.errors import ParseError
from rights_search.model import Declaration, Document, Parsed, Passage, Source, SourceKind
from rights_search.parsers import parse

FRONT = ("United Nations", "A/HRC/95/7", "General Assembly", "13 May 2033", "Universal Periodic Review")
TITLE = "Report of the Working Group on the Universal Periodic Review"
OPENING = (
    "1. The Working Group, set up earlier, held its eightieth session from 7 to 18 April 2033. The review of Ecuador"
    " was held on 7 April 2033. It adopted the present report on 9 April 2033."
)
#: Headings by their order, and all else with nought.
REPORT = (
    *((0, words) for words in (*FRONT, TITLE, "Ecuador")),
    (1, "Introduction"),
    (0, OPENING),
    (0, "2. Three papers were issued."),
    (1, "I. Summary of the proceedings of the review process"),
    (2, "A. Presentation by the State under review"),
    (0, "3. The delegation spoke of new libraries."),
    (2, "B. Interactive dialogue and responses by the State under review"),
    (0, "4. The mayors were thanked."),
    (1, "II. Conclusions and/or recommendations"),
    (0, "5. The following recommendations enjoy the support of Ecuador:"),
    (0, "5.1 Open a reading room in every parish (Italy);"),
    (3, "Water and health"),
    (0, "5.2 Mend the fountain (Chile);"),
    (0, "5.3 Publish the quality of its water (Peru);"),
    (3, "A. Rights of the child"),
    (0, "5.4 Print school books (Norway)."),
    (0, "6. The recommendations below did not enjoy the support of Ecuador:"),
    (0, "6.1 Close the museums on Sundays (Chad)."),
    (0, "7. All of them are those of the States that made them."),
    (1, "Annex"),
    (0, "Composition of the delegation"),
    (0, "The delegation was headed by the librarian."),
)
SUMMARY, CONCLUSIONS = REPORT[10][1], REPORT[15][1]
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="H{level}"><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in (1, 2, 3)
)

Lines = Sequence[tuple[int, str]]


def as_html(report: Lines) -> bytes:
    tags = {0: "p", 1: "h1", 2: "h2", 3: "h3"}
    body = "".join(f"<{tags[level]}>{escape(words)}</{tags[level]}>" for level, words in report)
    return f"<!DOCTYPE html><html><head><title></title></head><body>{body}</body></html>".encode()


def as_text(report: Lines) -> bytes:
    return "\n\n".join(words for _, words in report).encode()


def as_word(report: Lines) -> bytes:
    return docx("".join(p(escape(words)) for _, words in report))


def as_styled_word(report: Lines) -> bytes:
    body = "".join(p(escape(words), f'<w:pStyle w:val="H{level}"/>' if level else "") for level, words in report)
    return docx(body, styles=STYLES)


FORMS = {"html": as_html, "text": as_text, "word": as_word, "styles": as_styled_word}


def read(data: bytes, declared: Declaration | None = None) -> Parsed:
    return parse(Source("report", data, declared or Declaration()))


def document(data: bytes) -> Document:
    (only,) = read(data).documents
    return only


def by_number(report: Document) -> dict[str, Passage]:
    return {passage.num: passage for passage in report.passages}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_report_is_read_alike(form: str) -> None:
    report = document(FORMS[form](REPORT))
    assert (report.id, report.states, report.title) == ("a-hrc-95-7", ("ECU",), f"{TITLE}: Ecuador")
    found = by_number(report)
    assert list(found) == ["1", "2", "3", "4", "5", "5.1", "5.2", "5.3", "5.4", "6", "6.1", "7"]
    assert [found[number].response for number in ("5.1", "5.4", "6.1")] == ["supported", "supported", "noted"]
    assert found["5.1"].text == "Open a reading room in every parish (Italy);"
    assert "annex: composition of the delegation" in {rule.rule for rule in report.left_out}


@pytest.mark.parametrize("form", FORMS)
def test_headings_leave_the_text_and_lead_what_follows(form: str) -> None:
    found = by_number(document(FORMS[form](REPORT)))
    assert found["2"].text == "Three papers were issued."
    assert found["2"].path == ("Introduction",)
    assert found["3"].path == (SUMMARY, "A. Presentation by the State under review")
    assert found["5.1"].path == (CONCLUSIONS,)
    assert found["5.3"].path == (CONCLUSIONS, "Water and health")
    assert found["5.4"].path == (CONCLUSIONS, "A. Rights of the child")


def test_headings_of_a_pdf_leave_the_text_as_well() -> None:
    lines = [(72, 800 - 30 * place, 12, words) for place, (_, words) in enumerate(REPORT[6:26])]
    front = [(72, 800 - 30 * place, 12, words) for place, (_, words) in enumerate(REPORT[:6])]
    found = by_number(document(pdf([front, lines])))
    assert found["5.1"].text == "Open a reading room in every parish (Italy);"
    assert found["5.2"].path == (CONCLUSIONS, "Water and health")


def test_a_line_in_bold_within_a_sentence_is_no_heading() -> None:
    """Transcripts of PDF files mark such lines as they mark headings."""
    text = as_text(REPORT).decode().replace("(Chile);", "by the terms of the\n\n## Charter of Springs\n\n(Chile);")
    found = by_number(document(text.replace("I. Summary", "## I. Summary").encode()))
    assert found["5.2"].text == "Mend the fountain by the terms of the Charter of Springs (Chile);"
    assert found["5.2"].recommended_by == ("CHL",)


def test_a_note_on_a_heading_is_kept_with_the_first_paragraph_below() -> None:
    text = as_text(REPORT).decode().replace(CONCLUSIONS, f"{CONCLUSIONS}[^1]") + "\n\n[^1]: Not edited by anyone."
    found = by_number(document(text.encode()))
    assert [(note.mark, note.text) for note in found["5"].notes] == [("1", "Not edited by anyone.")]
    assert found["5.1"].path == (CONCLUSIONS,)


def test_a_second_list_goes_on_with_the_numbers_of_the_first() -> None:
    lists = (
        "5. The recommendations that follow enjoy the support of Ecuador:",
        "1. Buy maps (Italy);",
        "2. Mend roofs (Chile);",
        "6. The recommendations below will be examined by Ecuador, which will answer in due time.",
        "3. Paint doors (Peru);",
        "4. Sweep floors (Norway);",
        "7. No more was said.",
    )
    found = by_number(document(as_text((*REPORT[:16], *((0, words) for words in lists)))))
    assert list(found)[4:] == ["5", "5.1", "5.2", "6", "6.3", "6.4", "7"]
    assert [found[number].response for number in ("5.2", "6.3")] == ["supported", ""]


def test_an_annex_that_is_no_list_of_names_is_a_passage() -> None:
    annexed = (*REPORT[:-2], (0, "The promises of the libraries stand here."))
    last = document(as_html(annexed)).passages[-1]
    assert (last.eid, last.path, last.text) == ("annex_1", ("Annex",), "The promises of the libraries stand here.")


class Words(NamedTuple):
    """A report of a few sentences in one language."""

    front: tuple[str, ...]
    introduction: str
    opening: str
    headings: tuple[str, ...]
    lists: tuple[str, ...]
    annex: str

    def lines(self) -> Lines:
        first, part, conclusions = self.headings
        return (
            *((0, words) for words in self.front),
            (1, self.introduction),
            (0, self.opening),
            *((1, first), (2, part), (0, "2. Aaa bbb."), (0, "3. Ccc ddd."), (1, conclusions)),
            *((0, words) for words in self.lists),
            (1, self.annex),
        )


SPANISH = Words(
    ("A/HRC/95/7", "Asamblea General", "Informe del Grupo de Trabajo sobre el Examen Periódico Universal", "Chile"),
    "Introducción",
    "1. El Grupo de Trabajo sobre el Examen Periódico Universal celebró su 80º período de sesiones en abril de 2033.",
    ("I. Resumen de lo tratado", "A. Exposición del Estado examinado", "II. Conclusiones y/o recomendaciones"),
    (
        "4. Las recomendaciones siguientes cuentan con el apoyo de Chile:",
        "4.1 Abrir la biblioteca (Perú);",
        "5. Las recomendaciones siguientes no cuentan con el apoyo de Chile:",
        "5.1 Cerrar el museo (Italia).",
        "6. Chile examinará las recomendaciones siguientes:",
        "6.1 Pintar las puertas (Noruega).",
    ),
    "Anexo",
)
FRENCH = Words(
    ("A/HRC/95/7", "Assemblée générale", "Rapport du Groupe de travail sur l’Examen périodique universel", "Chili"),
    "Introduction",
    "1. Le Groupe de travail sur l’Examen périodique universel a tenu sa quatre-vingtième session en avril 2033.",
    (
        "I. Résumé des débats au titre du processus d’examen",
        "A. Exposé de l’État examiné",
        "II. Conclusions et/ou recommandations",
    ),
    (
        "4. Les recommandations ci-après ont recueilli l’adhésion du Chili :",
        "4.1 Ouvrir la bibliothèque (Pérou) ;",
        "5. Les recommandations ci-après n’ont pas recueilli l’adhésion du Chili, qui en a pris note :",
        "5.1 Fermer le musée (Italie).",
        "6. Les recommandations ci-après seront examinées par le Chili :",
        "6.1 Peindre les portes (Norvège).",
    ),
    "Annexe",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("words", "language", "name"), [(SPANISH, "es", "Chile"), (FRENCH, "fr", "Chili")])
def test_reports_in_spanish_and_french_are_read_as_those_in_english(
    form: str, words: Words, language: str, name: str
) -> None:
    report = document(FORMS[form](words.lines()))
    found = by_number(report)
    assert (report.language, report.states, report.title) == (language, ("CHL",), f"{words.front[2]}: {name}")
    assert [found[number].response for number in ("4.1", "5.1", "6.1")] == ["supported", "noted", ""]
    assert found["1"].path == (words.introduction,)
    assert found["3"].path == words.headings[:2]
    assert found["6.1"].path == words.headings[2:]
    assert found["6.1"].text.endswith(").")


def test_a_report_may_open_in_other_words() -> None:
    other = [(level, words.replace("The Working Group, set up earlier,", "It")) for level, words in REPORT]
    report = document(as_text(other))
    assert list(by_number(report))[:2] == ["1", "2"]


def test_a_report_without_paragraphs_is_told_what_to_do() -> None:
    with pytest.raises(ParseError, match="give the whole report; if it is another document, declare its kind"):
        read(as_text(REPORT[:8]), Declaration(kind=SourceKind.UPR))


def test_a_page_that_only_speaks_of_a_report_is_none() -> None:
    page = as_html([*REPORT[:7], (0, "Read more about it.")])
    with pytest.raises(ParseError) as refused:
        read(page)
    assert "UPR report" not in str(refused.value)
