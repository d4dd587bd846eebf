"""The stages of tagging, each on a small register of its own."""

from pathlib import Path

import pytest

from rights_search.model import Right, SourceKind, TagBasis
from rights_search.tagging.concordance import Concordance, covers
from rights_search.tagging.decision import MOST, decide, totals
from rights_search.tagging.families import FAMILIES, Families
from rights_search.tagging.findings import Finding, Subject
from rights_search.tagging.lexicon import Lexicon, Use
from rights_search.tagging.provisions import narrowed, of_citations, of_provision
from rights_search.tagging.roles import Role, reparation_in, role_of
from rights_search.tagging.setting import ELSEWHERE, OF_THE_CHAPTER, Setting, setting_of, weighed
from rights_search.tagging.terms import weigh
from rights_search.vocabulary import Register, load_register

ECUADOR = load_register(Path(__file__).parents[1] / "corpus" / "ecuador" / "rights.toml")


def right(number: str, **facts: object) -> Right:
    parent = number.rpartition(".")[0]
    return Right(number=number, key=f"r{number}", title={"es": number, "en": number}, parent=parent, **facts)  # type: ignore[arg-type]


REGISTER = Register(
    (
        right(
            "32",
            terms={"es": ("salud", "salud mental"), "en": ("health",)},
            hints={"es": ("hospital", "médico"), "en": ("hospital",)},
            masks={"es": ("salud financiera",)},
            provisions=("icescr#12", "crc#24.1"),
            leading=("icescr#12",),
        ),
        right("43", terms={"es": ("salud",)}, provisions=("icescr#12.2", "crc#24.2")),
        right("75", provisions=("achr#25", "achr#8.1"), leading=("achr#25",)),
        right("76", provisions=("achr#8",), leading=("achr#8",)),
        right("76.7", provisions=("achr#8.2",)),
        right("11", provisions=("achr#1", "achr#2")),
    )
)


def hits(text: str, language: str = "es") -> list[tuple[str, Use, str]]:
    return [(hit.right, hit.use, hit.printed) for hit in Lexicon(REGISTER, language).find(text)]


def test_terms_and_hints_are_found_as_printed() -> None:
    assert hits("Un HOSPITAL de Salud mental") == [
        ("32", Use.HINT, "HOSPITAL"),
        ("32", Use.TERM, "Salud mental"),
    ]


def test_several_rights_may_claim_a_phrase() -> None:
    assert [number for number, _, _ in hits("salud")] == ["32", "43"]


def test_a_mask_blanks_a_phrase_out_for_its_right_only() -> None:
    assert [number for number, _, _ in hits("La salud financiera del banco")] == ["43"]


@pytest.mark.parametrize(
    "text",
    [
        "El Comité sobre los Derechos de las Personas con Discapacidad se reunió.",
        "The Special Rapporteur on the right to health spoke.",
    ],
)
def test_the_name_of_a_body_or_treaty_is_no_evidence(text: str) -> None:
    register = Register(
        (right("47", terms={"es": ("personas con discapacidad",)}), right("32", terms={"en": ("right to health",)}))
    )
    assert Lexicon(register, "es" if text.startswith("El") else "en").find(text) == []


def weights(text: str, company: frozenset[str] = frozenset()) -> dict[str, float]:
    return {finding.right: finding.weight for finding in weigh(Lexicon(REGISTER, "es").find(text), company)}


def test_a_hint_counts_only_in_company() -> None:
    assert weights("El hospital abrió.") == {}
    assert weights("El hospital abrió.", frozenset({"32"})).keys() == {"32"}
    assert weights("El médico del hospital.").keys() == {"32"}
    assert weights("El hospital de salud mental.")["32"] > weights("La salud mental.")["32"]


def test_repeats_and_overlaps_add_little() -> None:
    once, twice = weights("la salud mental")["32"], weights("la salud mental y la salud mental")["32"]
    assert once < twice < once + 0.2


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("achr#8", "achr#8.1", True),
        ("achr#8.2", "achr#8.2.b", True),
        ("achr#8.1", "achr#8", True),
        ("achr#8.1", "achr#8.2", False),
        ("achr#8", "achr#80", False),
        ("achr#8", "iccpr#8", False),
    ],
)
def test_an_article_covers_its_paragraphs_and_a_paragraph_counts_for_its_article(
    one: str, other: str, expected: bool
) -> None:
    assert covers(one, other) is expected


def test_an_article_has_the_rights_linked_with_it_the_leading_ones_first() -> None:
    found = {finding.right: finding for finding in of_provision(Concordance(REGISTER), "icescr#12")}
    assert found.keys() == {"32", "43"}
    assert found["32"].weight > found["43"].weight
    assert found["32"].evidence == ("icescr#12",)
    assert found["32"].basis is TagBasis.CONCORDANCE
    assert of_provision(Concordance(REGISTER), "icescr#30") == []


def cited(*cites: str, kind: str = SourceKind.JUDGMENT) -> dict[str, tuple[str, ...]]:
    findings = of_citations(Concordance(REGISTER), Subject(text="", kind=kind, cites=cites))
    return {finding.right: finding.evidence for finding in findings}


def test_cited_provisions_give_their_rights_with_the_citations_as_evidence() -> None:
    assert cited("achr#25.1") == {"75": ("achr#25.1",)}
    assert cited("achr#8.1", "achr#25") == {"75": ("achr#8.1", "achr#25"), "76": ("achr#8.1",)}


def test_an_article_cited_as_a_whole_is_not_one_paragraph_of_it() -> None:
    assert set(cited("crc#24.2")) == {"43"}
    assert set(cited("icescr#12")) == {"32"}
    assert set(cited("icescr#12.2.a")) == {"32", "43"}


def test_articles_1_1_and_2_of_the_american_convention_accompany_every_finding() -> None:
    assert "11" not in cited("achr#5", "achr#1.1", "achr#2")
    assert "11" in cited("achr#2", kind=SourceKind.CONCLUDING_OBSERVATIONS)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("El Comité examinó el sexto informe periódico del Estado en su sesión 100ª.", Role.FORMULA),
        ("The Committee invites the State party to submit its next periodic report by 2030.", Role.FORMULA),
        ("The Committee welcomes the submission of the report and the dialogue with the delegation.", Role.FORMULA),
        ("La Corte fija 10.000 dólares por concepto de costas y gastos.", Role.COSTS),
        ("El Tribunal admite los documentos remitidos como prueba por las partes.", Role.PROCEDURE),
        ("El 4 de mayo de 1998 el juez notificó el auto.", Role.CHRONOLOGY),
        ("La Corte concluye que se violó el derecho a la salud del paciente.", Role.SUBSTANCE),
        (
            "Los representantes alegaron, en su escrito de solicitudes, que se violó el derecho a la vida.",
            Role.SUBSTANCE,
        ),
    ],
)
def test_the_gate_looks_at_what_is_discussed(text: str, role: Role) -> None:
    kind = SourceKind.JUDGMENT if "Corte" in text or "Tribunal" in text else SourceKind.CONCLUDING_OBSERVATIONS
    assert role_of(text, kind) is role


def test_comments_have_no_gate() -> None:
    text = "La Corte fija 10.000 dólares por concepto de costas y gastos."
    assert role_of(text, SourceKind.GENERAL_COMMENT) is Role.SUBSTANCE


@pytest.mark.parametrize(
    "text",
    [
        "The Committee shall elect its officers for a term of two years.",
        "For the purposes of this Convention, “health service” means any service under a licence.",
        "El presente Protocolo entrará en vigor al mes de la quinta ratificación.",
    ],
)
def test_a_treatys_own_machinery_is_a_formula(text: str) -> None:
    assert role_of(text, SourceKind.TREATY) is Role.FORMULA
    assert role_of("Everyone shall have access to health services.", SourceKind.TREATY) is Role.SUBSTANCE


def test_siblings_that_only_share_words_go() -> None:
    families = Families(ECUADOR)
    assert families.arbitrate({"26": 2.0, "28": 1.0, "32": 0.8}) == {"26": 2.0, "32": 0.8}
    assert families.arbitrate({"26": 2.0, "28": 1.5}) == {"26": 2.0, "28": 1.5}


def test_siblings_are_told_by_what_they_are_and_not_by_their_number() -> None:
    other = Register(
        (right("26"), right("28"), right("67", like=("education",)), right("68", like=("freedom-of-teaching",)))
    )
    families = Families(other)
    assert families.arbitrate({"26": 2.0, "28": 1.0}) == {"26": 2.0, "28": 1.0}
    assert families.arbitrate({"67": 2.0, "68": 1.0}) == {"67": 2.0}


def test_every_family_is_of_rights_that_the_register_has() -> None:
    keys = {right.key for right in ECUADOR}
    assert {key for family in FAMILIES for key in family} <= keys
    assert all(len(family) > 1 for family in FAMILIES)


def decided(**found: float) -> list[tuple[str, str]]:
    findings = [Finding(number.strip("_").replace("_", "."), TagBasis.TERM, w, ("x",)) for number, w in found.items()]
    return [(tag.right, tag.grade) for tag in decide(findings, totals(findings), Families(REGISTER))]


def test_little_evidence_is_no_tag_and_less_than_the_best_only_touches() -> None:
    assert decided(_32=1.5, _61=0.9, _12=0.6) == [("32", "about"), ("61", "touches")]
    assert decided(_32=4.0, _61=1.0) == [("32", "about")]


def test_there_are_at_most_four() -> None:
    assert len(decided(_12=1.0, _26=1.0, _33=1.0, _51=1.0, _61=1.0, _67=1.0)) == MOST == 4


def test_where_five_are_enough_a_sibling_gives_way_to_another_matter() -> None:
    weights = {"46": 1.5, "45": 1.4, "26": 1.3, "32": 1.2, "47": 1.1}
    findings = [Finding(number, TagBasis.TERM, weight) for number, weight in weights.items()]
    assert [tag.right for tag in decide(findings, weights, Families(ECUADOR))] == ["46", "26", "32", "47"]


def test_a_numeral_stands_for_its_article() -> None:
    assert decided(_66=1.0, _66_3=1.2) == [("66.3", "about")]
    assert decided(_66=1.0, _66_3=0.3) == [("66", "about")]


def test_of_a_cited_article_about_many_rights_those_the_words_speak_of_count() -> None:
    cited = [Finding(number, TagBasis.CITATION, 1.3, ("icescr#11",)) for number in ("12", "13", "30")]
    terms = [Finding("13", TagBasis.TERM, 1.0, ("hunger",))]
    assert [finding.weight >= 1 for finding in narrowed(cited, terms)] == [False, True, False]
    assert narrowed(cited, []) == cited


def test_a_right_cited_by_another_article_too_is_not_narrowed() -> None:
    cited = [
        Finding("12", TagBasis.CITATION, 1.3, ("icescr#11", "icescr#12")),
        Finding("13", TagBasis.CITATION, 1.3, ("icescr#11",)),
    ]
    assert narrowed(cited, [Finding("13", TagBasis.TERM, 1.0, ("hunger",))]) == cited


def test_the_sides_of_a_term_far_apart_say_less_than_those_side_by_side() -> None:
    register = Register((right("12", terms={"en": ("water & clean",)}),))
    near = weigh(Lexicon(register, "en").find("clean the water"), frozenset())
    far = weigh(Lexicon(register, "en").find("clean " + "and again " * 12 + "the water"), frozenset())
    assert near[0].weight > far[0].weight > 0


def test_of_several_places_the_sides_closest_together_are_taken() -> None:
    register = Register((right("12", terms={"en": ("water & clean",)}),))
    (hit,) = Lexicon(register, "en").find("clean " + "again " * 12 + "the water, clean")
    assert hit.printed == "water … clean"


def test_a_word_of_an_article_and_of_its_own_numeral_is_not_shared() -> None:
    register = Register((right("66", terms={"en": ("torture",)}), right("66.3", terms={"en": ("torture",)})))
    assert {hit.shared for hit in Lexicon(register, "en").find("torture")} == {1}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("This Convention shall enter into force on the thirtieth day after the tenth deposit.", Role.FORMULA),
        ("El presente Convenio quedará abierto a la firma de todos los Estados.", Role.FORMULA),
        ("Las ratificaciones formales serán comunicadas al Director General.", Role.FORMULA),
        ("Everyone has the right to recognition as a person before the law.", Role.SUBSTANCE),
        (
            "Should the Conference adopt a new Convention revising this one, its ratification denounces this",
            Role.FORMULA,
        ),
        ("Privilegios e inmunidades de los miembros del Grupo", Role.FORMULA),
    ],
)
def test_a_treaty_says_of_itself_how_it_is_joined_and_left(text: str, role: Role) -> None:
    assert role_of(text, SourceKind.TREATY) is role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("IV COMPETENCIA", Role.PROCEDURE),
        ("VI PRUEBA", Role.PROCEDURE),
        ("II PROCEDIMIENTO ANTE LA CORTE", Role.PROCEDURE),
        ("V EXCEPCIONES PRELIMINARES", Role.PROCEDURE),
        ("VIII FONDO", Role.SUBSTANCE),
        ("Derecho a la salud", Role.SUBSTANCE),
    ],
)
def test_the_chapter_of_a_judgment_tells_whether_a_right_is_weighed(heading: str, role: Role) -> None:
    text = "La atención de salud en el hospital fue negligente."
    assert role_of(text, SourceKind.JUDGMENT, (heading, "B. Consideraciones de la Corte")) is role


REPARATIONS = ("IX REPARACIONES", "C. Medidas de satisfacción")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El Estado debe publicar este fallo, una sola vez, en el boletín judicial de la provincia.", "publicar"),
        ("La Corte dispone que se brinde tratamiento psicológico a las hermanas.", "tratamiento psicológico"),
        ("Las representantes pidieron que se investiguen las amenazas contra los vecinos.", "investiguen"),
        ("The Court orders the State to hold a public act in the village square.", "public act"),
    ],
)
def test_a_measure_ordered_or_asked_for_is_named_by_its_words(text: str, words: str) -> None:
    assert reparation_in(text, REPARATIONS) == (words, True)


def test_without_a_measure_the_chapter_on_reparation_is_named() -> None:
    text = "Las hermanas viven en el pueblo desde hace treinta años."
    assert reparation_in(text, ("IX. CONSIDERACIONES", *REPARATIONS)) == (REPARATIONS[0], False)


@pytest.mark.parametrize(
    ("path", "text", "role"),
    [
        (REPARATIONS, "Las hermanas viven en el pueblo desde hace treinta años.", Role.REPARATION),
        (REPARATIONS, "El Estado dijo, en sus alegatos finales escritos, que no hubo daño.", Role.REPARATION),
        ((*REPARATIONS[:1], "G. Costas y gastos"), "El Estado dijo que no hubo daño.", Role.PROCEDURE),
        (
            (*REPARATIONS[:1], "H. Modalidad de cumplimiento de los pagos"),
            "El pago se hará en efectivo.",
            Role.PROCEDURE,
        ),
        (("X PUNTOS RESOLUTIVOS", "Y DISPONE:"), "El Estado cuidará el pozo.", Role.REPARATION),
        (("X PUNTOS RESOLUTIVOS", "Y DISPONE:"), "El Estado rendirá al Tribunal un informe.", Role.PROCEDURE),
        (("X PUNTOS RESOLUTIVOS", "DECLARA:"), "El Estado es responsable por el daño al pozo.", Role.SUBSTANCE),
        (("X PUNTOS RESOLUTIVOS",), "No cumplió el deber de investigar, ni el de adecuar sus leyes.", Role.SUBSTANCE),
        (("X PUNTOS RESOLUTIVOS",), "Debe restituirse al fondo de asistencia legal lo gastado.", Role.COSTS),
        (("VIII FONDO Y REPARACIONES",), "El pozo se secó en el verano.", Role.SUBSTANCE),
    ],
)
def test_what_stands_in_the_chapter_on_reparation_is_about_it(path: tuple[str, ...], text: str, role: Role) -> None:
    assert role_of(text, SourceKind.JUDGMENT, path) is role


def test_a_brief_is_only_spoken_of_where_a_right_is_weighed() -> None:
    text = "El Estado señaló, en su escrito de contestación, que el abogado estuvo presente."
    assert role_of(text, SourceKind.JUDGMENT, ("I. INTRODUCCIÓN DE LA CAUSA",)) is Role.PROCEDURE
    assert role_of(text, SourceKind.JUDGMENT, ("VII. FONDO", "A. El derecho a la defensa")) is Role.SUBSTANCE


def test_a_chapter_on_rights_below_one_on_evidence_lost_its_own_heading() -> None:
    text = "La víctima fue hallada en el campo."
    assert role_of(text, SourceKind.JUDGMENT, ("VI PRUEBA", "A. Prueba documental")) is Role.PROCEDURE
    assert role_of(text, SourceKind.JUDGMENT, ("VI PRUEBA", "ARTÍCULO 4 (DERECHO A LA VIDA)")) is Role.SUBSTANCE


def test_a_right_with_enough_of_its_own_stays_beside_a_much_heavier_one() -> None:
    weights = {"32": 5.0, "75": 1.2, "76": 1.1}
    findings = [Finding(number, TagBasis.TERM, weight) for number, weight in weights.items()]
    assert [tag.right for tag in decide(findings, weights, Families(REGISTER))] == ["32", "75"]


def test_outside_the_chapters_on_reparation_an_order_is_none() -> None:
    text = "El juez dispuso publicar el edicto."
    assert reparation_in(text, ("VI HECHOS",)) == ("", False)
    assert role_of(text, SourceKind.JUDGMENT, ("VI HECHOS",)) is Role.SUBSTANCE


def test_what_is_paid_for_damage_is_reparation_and_what_is_paid_for_lawyers_is_not() -> None:
    points = ("X PUNTOS RESOLUTIVOS",)
    both = "El Estado pagará las sumas fijadas por daño inmaterial y el reintegro de costas y gastos."
    assert role_of(both, SourceKind.JUDGMENT, points) is Role.REPARATION
    assert role_of("El Estado pagará las costas y gastos.", SourceKind.JUDGMENT, points) is Role.COSTS


def test_the_chapter_and_the_operative_part_tell_what_a_judgment_is_about() -> None:
    subject = Subject(
        text="",
        kind="judgment",
        path=("VII. EL HOSPITAL Y LA SALUD",),
        chapter=("achr#8",),
        decided=("achr#25", "achr#1"),
    )
    found = setting_of(subject, Concordance(REGISTER), Lexicon(REGISTER, "es"))
    assert found == Setting(chapter=frozenset({"32", "43", "75", "76"}), decided=frozenset({"75"}))


def test_words_for_a_right_of_the_chapter_say_more_and_for_one_left_aside_less() -> None:
    said = [Finding(number, TagBasis.TERM, 1.0) for number in ("32", "75", "43")]
    setting = Setting(chapter=frozenset({"32"}), decided=frozenset({"75"}))
    assert [finding.weight for finding in weighed(said, setting)] == [OF_THE_CHAPTER, 1.0, ELSEWHERE]


def test_a_judgment_that_decides_nothing_leaves_nothing_aside() -> None:
    said = [Finding("32", TagBasis.TERM, 1.0)]
    assert weighed(said, Setting()) == said
