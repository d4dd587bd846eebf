"""Passages tagged with Ecuador's rights, each with its reason."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from rights_search.model import (
    Citation,
    CitationKind,
    Document,
    Grade,
    Judgment,
    Note,
    Passage,
    PassageKind,
    SourceKind,
    Standing,
    Tag,
    TagBasis,
)
from rights_search.tagging import Tagger
from rights_search.tagging.roles import Role
from rights_search.vocabulary import load_register

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger(load_register(ROOT / "corpus" / "ecuador" / "rights.toml"), "ecuador-constitution")


def document(kind: SourceKind, id_: str, passage: Passage, language: str = "es", body: str = "") -> Document:
    return Document(
        id=id_,
        kind=kind,
        title="A document",
        language=language,
        standing=Standing.OFFICIAL,
        passages=(passage,),
        body=body,
    )


def article(eid: str, text: str, heading: str = "") -> Passage:
    return Passage(eid=eid, kind=PassageKind.PROVISION, text=text, heading=heading)


def paragraph(text: str, **facts: object) -> Passage:
    return Passage(eid="para_1", kind=PassageKind.PARAGRAPH, text=text, **facts)  # type: ignore[arg-type]


def numbers(tags: tuple[Tag, ...]) -> set[str]:
    return {tag.right for tag in tags}


def test_an_article_of_the_states_own_constitution_is_the_right_of_that_number(tagger: Tagger) -> None:
    passage = article("art_12", "Sobre la escuela y nada más.")
    tags = tagger.tag(passage, document(SourceKind.CONSTITUTION, "ecuador-constitution", passage))
    assert tags == (Tag("12", TagBasis.DECLARED, Grade.ABOUT, ()),)


@pytest.mark.parametrize(
    ("eid", "expected"),
    [
        ("art_66__num_3", {"66.3", "66"}),
        ("art_57__num_5", {"57.4", "57"}),
        ("art_57__inc_2", {"57.inc2", "57"}),
        ("art_76__num_7", {"76.7", "76"}),
        ("art_66", {"66"}),
    ],
)
def test_a_numeral_is_its_articles_too(tagger: Tagger, eid: str, expected: set[str]) -> None:
    passage = article(eid, "Texto.")
    held = document(SourceKind.CONSTITUTION, "ecuador-constitution", passage)
    assert numbers(tagger.tag(passage, held)) == expected


def test_other_articles_and_other_constitutions_are_read_like_any_text(tagger: Tagger) -> None:
    beyond = article("art_318", "El agua potable es patrimonio de todos; se prohíbe su privatización.")
    own = tagger.tag(beyond, document(SourceKind.CONSTITUTION, "ecuador-constitution", beyond))
    other = article("art_12", "Nadie será sometido a desaparición forzada ni a torturas.")
    foreign = tagger.tag(other, document(SourceKind.CONSTITUTION, "colombia-constitution", other))
    assert numbers(own) == {"12"}
    assert {tag.basis for tag in own} == {TagBasis.TERM}
    assert numbers(foreign) == {"66.3"}


def test_a_treaty_article_has_the_rights_of_the_concordance(tagger: Tagger) -> None:
    passage = article("art_9", "Nadie podrá ser detenido arbitrariamente.")
    tags = tagger.tag(passage, document(SourceKind.TREATY, "iccpr", passage))
    assert tags[0].right == "77"
    assert tags[0].basis is TagBasis.CONCORDANCE
    assert "iccpr#9" in tags[0].evidence
    assert {tag.basis for tag in tags} == {TagBasis.CONCORDANCE}


def test_an_article_keeps_every_right_that_the_table_links_it_with(tagger: Tagger) -> None:
    """A person wrote each link: that an article speaks of health above all takes nothing from the right to water."""
    passage = article("art_24", "Los niños tienen derecho a la salud y a servicios médicos, y a agua potable.")
    tags = {tag.right: tag for tag in tagger.tag(passage, document(SourceKind.TREATY, "crc", passage))}
    assert tags["32"].grade is Grade.ABOUT
    assert tags["12"].basis is TagBasis.CONCORDANCE
    assert tags["12"].evidence == ("crc#24.2.c",)


def test_an_article_that_leads_for_a_right_is_about_it(tagger: Tagger) -> None:
    passage = article("art_11", "Vivienda, vivienda digna, hambre, alimentación, alimentos y un nivel de vida digno.")
    tags = {tag.right: tag for tag in tagger.tag(passage, document(SourceKind.TREATY, "icescr", passage))}
    assert tags["12"].grade is Grade.ABOUT


def test_a_known_treatys_article_without_an_entry_has_none(tagger: Tagger) -> None:
    passage = article("art_40", "Los informes tratarán de la salud, la educación y el agua potable.")
    assert tagger.tag(passage, document(SourceKind.TREATY, "iccpr", passage)) == ()


def test_a_preamble_may_be_about_what_its_whole_treaty_is_but_no_article_without_an_entry(tagger: Tagger) -> None:
    text = "Wishing that every refugee find asylum and health care, and recalling the Secretary-General's work"
    for eid, expected in (("sec_preamble", {"41"}), ("art_6", set())):
        passage = article(eid, text)
        held = document(SourceKind.TREATY, "refugee-protocol-1967", passage, language="en")
        assert numbers(tagger.tag(passage, held)) == expected


def test_an_unknown_treaty_is_read_by_its_words(tagger: Tagger) -> None:
    passage = article("art_3", "Everyone has the right to health care of good quality.")
    assert "32" in numbers(tagger.tag(passage, document(SourceKind.TREATY, "oviedo", passage, language="en")))


def test_tags_people_gave_come_first_and_stay(tagger: Tagger) -> None:
    given = (Tag("61", TagBasis.PERSON, Grade.ABOUT, ("ana",)), Tag("32", TagBasis.DECLARED, Grade.ABOUT))
    passage = paragraph("Preocupa la falta de agua potable y el derecho a la salud.", tags=given)
    tags = tagger.tag(passage, document(SourceKind.CONCLUDING_OBSERVATIONS, "x", passage, body="cescr"))
    assert tags[:2] == given
    assert numbers(tags) == {"61", "32", "12"}
    assert len(tags) == 3


def test_tagging_again_does_not_heap_up_automatic_tags(tagger: Tagger) -> None:
    once = paragraph("Preocupa la falta de agua potable.")
    held = document(SourceKind.CONCLUDING_OBSERVATIONS, "x", once, body="cescr")
    tags = tagger.tag(once, held)
    again = paragraph(once.text, tags=tags)
    assert tagger.tag(again, held) == tags


def test_a_term_gives_the_words_as_printed(tagger: Tagger) -> None:
    (tag,) = tagger.tag_text("Ampliar la red de AGUA  Potable.", lang="es", kind="upr")
    assert tag == Tag("12", TagBasis.TERM, Grade.ABOUT, tag.evidence)
    assert "AGUA  Potable" in tag.evidence


def test_a_citation_gives_the_provisions(tagger: Tagger) -> None:
    tags = tagger.tag_text(
        "La Corte declara que se violaron los artículos 21.1 y 1.1 de la Convención.",
        lang="es",
        kind="judgment",
        body="iacthr",
    )
    assert [(tag.right, tag.basis, tag.evidence) for tag in tags] == [
        ("66.26", TagBasis.CITATION, ("achr#21.1",)),
    ]


def test_what_a_digest_cites_counts(tagger: Tagger) -> None:
    cite = Citation("achr#21", "achr#21", CitationKind.PROVISION, 0, 0)
    passage = paragraph("La Corte halló una violación.", cites=(cite,))
    tags = tagger.tag(passage, document(SourceKind.JUDGMENT, "iacthr-c-1", passage, body="iacthr"))
    assert numbers(tags) == {"66.26"}


def test_notes_are_no_evidence_and_headings_are(tagger: Tagger) -> None:
    noted = paragraph("Sobre este punto no hay más que decir.", notes=(Note("1", "Ley de agua potable."),))
    headed = paragraph("Se insta a mejorarla.", heading="Agua potable")
    held = document(SourceKind.SPECIAL_PROCEDURE, "x", noted)
    assert tagger.tag(noted, held) == ()
    assert numbers(tagger.tag(headed, held)) == {"12"}


@pytest.mark.parametrize(
    "text",
    [
        "El Estado deberá reintegrar los gastos de salud y educación al Fondo de Asistencia Legal de Víctimas.",
        "Se admite la prueba documental sobre la salud presentada por las partes.",
    ],
)
def test_costs_and_procedure_of_a_judgment_carry_no_right(tagger: Tagger, text: str) -> None:
    assert tagger.tag_text(text, lang="es", kind="judgment", body="iacthr") == ()


@pytest.mark.parametrize(
    ("instrument", "item"), [("iccpr", "9"), ("ICCPR", "Article 9"), ("PIDCP", "art. 9.1"), ("iccpr", "art_9")]
)
def test_a_bare_text_may_name_its_treaty_as_people_do(tagger: Tagger, instrument: str, item: str) -> None:
    tags = tagger.tag_text("No one shall …", lang="en", kind="treaty", instrument=instrument, article=item)
    assert tags[0].right == "77"


def test_a_bare_article_may_begin_with_its_heading(tagger: Tagger) -> None:
    tags = tagger.tag_text("Article 9. No one shall …", lang="en", kind="treaty", instrument="iccpr")
    assert tags[0].right == "77"


def test_the_language_may_be_left_out(tagger: Tagger) -> None:
    assert numbers(tagger.tag_text("Ampliar la red de agua potable de los barrios.")) == {"12"}
    assert "12" in numbers(tagger.tag_text("Extend the supply of drinking water to the villages."))


def test_a_language_without_terms_is_tagged_by_its_citations_only(tagger: Tagger) -> None:
    tags = tagger.tag_text("L'eau potable; article 12 de la Convention américaine.", lang="fr", kind="report")
    assert [(tag.right, tag.basis) for tag in tags] == [("66.8", TagBasis.CITATION)]


def test_no_more_than_four_rights(tagger: Tagger) -> None:
    text = (
        "Preocupan la falta de agua potable, la desnutrición crónica, los desalojos forzosos, la tortura, el trabajo"
        " infantil, la trata de personas, la corrupción y la falta de viviendas dignas."
    )
    assert len(tagger.tag_text(text, lang="es")) == 4


def test_explain_shows_every_stage(tagger: Tagger) -> None:
    passage = paragraph("La atención médica fue negligente, en violación del artículo 5 de la Convención.")
    shown = tagger.explain(passage, document(SourceKind.JUDGMENT, "iacthr-c-1", passage, body="iacthr"))
    assert shown.role is Role.SUBSTANCE
    assert "66.3" in {finding.right for finding in shown.citations}
    assert "32" in {finding.right for finding in shown.terms}
    assert shown.weights["66.3"] > 0
    assert numbers(shown.tags) <= shown.weights.keys()


@pytest.mark.parametrize("text", ["", " ", "\x00", "🏔" * 100, "́" * 50, "a" * 10_000])
def test_text_without_words_has_no_rights(tagger: Tagger, text: str) -> None:
    assert tagger.tag_text(text) == ()


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "unit", ["niños ", "agua & ", "derecho a la ", "mujer golpe ", "Convención sobre los Derechos del Niño ", ". ", "("]
)
def test_hostile_text_is_tagged_to_its_end_with_four_rights_at_most(tagger: Tagger, unit: str) -> None:
    assert len(tagger.tag_text(unit * (40_000 // len(unit)), lang="es", kind="judgment")) <= 4


def test_a_text_of_which_only_the_body_is_known_is_what_that_body_mostly_writes(tagger: Tagger) -> None:
    tags = tagger.tag_text("The prohibition admits no exception (art. 7).", lang="en", body="Human Rights Committee")
    assert [(tag.right, tag.evidence) for tag in tags] == [("66.3", ("iccpr#7",))]


def test_a_treatys_preamble_has_no_right_by_its_words(tagger: Tagger) -> None:
    preamble = Passage(eid="sec_preamble", kind=PassageKind.PROVISION, text="Contra la miseria y la tortura se firma.")
    assert tagger.tag(preamble, document(SourceKind.TREATY, "iccpr", preamble)) == ()


def test_aid_is_not_aids(tagger: Tagger) -> None:
    assert "32" not in numbers(tagger.tag_text("Legal aid and food aid reached three districts.", lang="en"))
    assert "32" in numbers(tagger.tag_text("Care for persons who live with AIDS.", lang="en"))


def test_the_articles_that_a_report_was_to_cover_are_its_frame(tagger: Tagger) -> None:
    text = "El Comité examinó el segundo informe periódico de Ruritania, que trata de los artículos 1, 2 y 3 del Pacto."
    assert tagger.tag_text(text, lang="es", kind="concluding-observations", body="cescr") == ()


def test_a_measure_that_a_court_orders_is_about_reparation(tagger: Tagger) -> None:
    passage = paragraph("El Estado debe publicar este fallo en su boletín.", path=("X PUNTOS RESOLUTIVOS",))
    found = tagger.explain(passage, document(SourceKind.JUDGMENT, "iacthr-c-900", passage))
    assert found.role is Role.REPARATION
    assert found.tags == (Tag("78", TagBasis.TERM, Grade.ABOUT, ("publicar",)),)


def test_of_what_the_words_may_mean_the_chapter_of_a_judgment_chooses(tagger: Tagger) -> None:
    text = "Los niños fueron maltratados y su padre fue detenido sin orden de un juez."
    chapter = ("VIII. DERECHOS DEL NIÑO (ARTÍCULO 19 DE LA CONVENCIÓN AMERICANA)",)

    def weights(path: tuple[str, ...]) -> dict[str, float]:
        passage = paragraph(text, path=path)
        return tagger.explain(passage, document(SourceKind.JUDGMENT, "iacthr-c-900", passage)).weights

    within, outside = weights(chapter), weights(())
    assert within.keys() == outside.keys()  # the chapter gives no right
    assert any(within[right] > outside[right] for right in ("44", "45", "46") if right in outside)


def test_a_paragraph_on_reparation_without_a_measure_is_so_by_its_chapter(tagger: Tagger) -> None:
    passage = paragraph("Las hermanas viven en el pueblo.", path=("IX. REPARACIONES", "B. Las beneficiarias"))
    (tag,) = tagger.tag(passage, document(SourceKind.JUDGMENT, "iacthr-c-900", passage))
    assert tag == Tag("78", TagBasis.CONTEXT, Grade.ABOUT, ("IX. REPARACIONES",))


def test_whatever_a_court_finds_violated_it_may_order_reparation(tagger: Tagger) -> None:
    passage = paragraph("En un acto el Estado pedirá disculpas públicas.")
    judgment = replace(document(SourceKind.JUDGMENT, "iacthr-c-900", passage), facts=Judgment(violated=("achr#13",)))
    (tag,) = tagger.tag(passage, judgment)
    assert tag == Tag("78", TagBasis.TERM, Grade.ABOUT, ("disculpas públicas",))
