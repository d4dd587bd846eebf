"""Passages cited in the styles lawyers use, in Spanish and in English."""

# ruff: noqa: E501 (a table of citations reads best unbroken)

import pytest

from rights_search.citations import STYLES, cite
from rights_search.model import PassageKind, SearchHit, SourceKind, Standing


def passage(eid: str, num: str, **facts: object) -> SearchHit:
    defaults = {"id": f"x#{eid}", "document": "x", "kind": PassageKind.PARAGRAPH}
    return SearchHit(eid=eid, num=num, **(defaults | facts))  # type: ignore[arg-type]


def observations(language: str, **facts: object) -> SearchHit:
    titles = {
        "es": "Observaciones finales sobre el sexto informe periódico del Ecuador",
        "en": "Concluding observations on the sixth periodic report of Ecuador",
    }
    given = {"eid": "para_12", "num": "12", "date": "2016-07-11", "body": "ccpr", "symbol": "CCPR/C/ECU/CO/6"} | facts
    return passage(source=SourceKind.CONCLUDING_OBSERVATIONS, title=titles[language], **given)  # type: ignore[arg-type]


def judgment(language: str, eid: str = "para_173", num: str = "173", **facts: object) -> SearchHit:
    titles = {"es": "Caso Gonzales Lluy y otros Vs. Ecuador", "en": "Case of Gonzales Lluy et al. v. Ecuador"}
    given = {"date": "2015-09-01", "body": "iacthr", "symbol": "Serie C No. 298", "title": titles[language]} | facts
    return passage(eid, num, source=SourceKind.JUDGMENT, **given)


def article(eid: str, num: str, source: SourceKind, title: str, date: str) -> SearchHit:
    return passage(eid, num, source=source, title=title, date=date, kind=PassageKind.PROVISION)


CONSTITUTION = {"es": "Constitución de la República del Ecuador", "en": "Constitution of the Republic of Ecuador"}
COVENANT = {
    "es": "Pacto Internacional de Derechos Civiles y Políticos",
    "en": "International Covenant on Civil and Political Rights",
}
REVIEW = {
    "es": "Informe del Grupo de Trabajo sobre el Examen Periódico Universal: Ecuador",
    "en": "Report of the Working Group on the Universal Periodic Review: Ecuador",
}


def numeral(language: str) -> SearchHit:
    return article("art_66__num_3", "66.3", SourceKind.CONSTITUTION, CONSTITUTION[language], "2008-09-28")


def covenant(language: str) -> SearchHit:
    return article("art_9", "9", SourceKind.TREATY, COVENANT[language], "1966-12-16")


def recommendation(language: str, symbol: str = "A/HRC/36/4") -> SearchHit:
    return passage(
        "rec_118-12",
        "118.12",
        source=SourceKind.UPR,
        title=REVIEW[language],
        symbol=symbol,
        body="upr",
        date="2017-07-10",
        recommended_by=("CAN", "MEX"),
    )


STYLED = [
    (observations, "es", "un", "Comité de Derechos Humanos, Observaciones finales sobre el sexto informe periódico del Ecuador, CCPR/C/ECU/CO/6 (11 de julio de 2016), párr. 12."),
    (observations, "en", "un", "Human Rights Committee, Concluding observations on the sixth periodic report of Ecuador, CCPR/C/ECU/CO/6 (11 July 2016), para. 12."),
    (observations, "es", "corteidh", "ONU. Comité de Derechos Humanos. Observaciones finales sobre el sexto informe periódico del Ecuador. CCPR/C/ECU/CO/6, 11 de julio de 2016, párr. 12."),
    (observations, "en", "oscola", "UN Human Rights Committee, ‘Concluding observations on the sixth periodic report of Ecuador’ (11 July 2016) UN Doc CCPR/C/ECU/CO/6, para 12"),
    (observations, "es", "apa", "Comité de Derechos Humanos. (11 de julio de 2016). Observaciones finales sobre el sexto informe periódico del Ecuador (CCPR/C/ECU/CO/6), párr. 12."),
    (observations, "en", "apa", "Human Rights Committee. (2016, July 11). Concluding observations on the sixth periodic report of Ecuador (CCPR/C/ECU/CO/6), para. 12."),
    (judgment, "es", "un", "Corte Interamericana de Derechos Humanos, Caso Gonzales Lluy y otros Vs. Ecuador, sentencia de 1 de septiembre de 2015, Serie C No. 298, párr. 173."),
    (judgment, "en", "un", "Inter-American Court of Human Rights, Case of Gonzales Lluy et al. v. Ecuador, judgment of 1 September 2015, Series C No. 298, para. 173."),
    (judgment, "es", "corteidh", "Corte IDH. Caso Gonzales Lluy y otros Vs. Ecuador. Sentencia de 1 de septiembre de 2015. Serie C No. 298, párr. 173."),
    (judgment, "en", "corteidh", "I/A Court H.R. Case of Gonzales Lluy et al. v. Ecuador. Judgment of September 1, 2015. Series C No. 298, para. 173."),
    (judgment, "en", "oscola", "Gonzales Lluy et al v Ecuador, Inter-American Court of Human Rights Series C No 298 (1 September 2015), para 173"),
    (judgment, "es", "oscola", "Gonzales Lluy y otros v Ecuador, Corte Interamericana de Derechos Humanos Serie C No 298 (1 de septiembre de 2015), párr 173"),
    (judgment, "en", "apa", "Gonzales Lluy et al. v. Ecuador, Series C No. 298, Inter-American Court of Human Rights (2015), para. 173."),
    (judgment, "es", "apa", "Corte Interamericana de Derechos Humanos. (2015). Caso Gonzales Lluy y otros Vs. Ecuador. Sentencia de 1 de septiembre de 2015, Serie C No. 298, párr. 173."),
    (numeral, "es", "un", "Constitución de la República del Ecuador (2008), art. 66.3."),
    (numeral, "en", "un", "Constitution of the Republic of Ecuador (2008), art. 66 (3)."),
    (numeral, "es", "corteidh", "Constitución de la República del Ecuador, artículo 66.3."),
    (numeral, "en", "oscola", "Constitution of the Republic of Ecuador 2008, art 66(3)"),
    (numeral, "es", "apa", "Constitución de la República del Ecuador, art. 66.3, 28 de septiembre de 2008."),
    (covenant, "es", "un", "Pacto Internacional de Derechos Civiles y Políticos (adoptado el 16 de diciembre de 1966), art. 9."),
    (covenant, "en", "un", "International Covenant on Civil and Political Rights (adopted 16 December 1966), art. 9."),
    (covenant, "en", "corteidh", "International Covenant on Civil and Political Rights, Article 9."),
    (covenant, "en", "oscola", "International Covenant on Civil and Political Rights (adopted 16 December 1966) art 9"),
    (covenant, "en", "apa", "International Covenant on Civil and Political Rights, art. 9, December 16, 1966."),
    (recommendation, "es", "un", "Consejo de Derechos Humanos, 36.º período de sesiones, Informe del Grupo de Trabajo sobre el Examen Periódico Universal: Ecuador, A/HRC/36/4 (10 de julio de 2017), recomendación 118.12 (Canadá; México)."),
    (recommendation, "en", "un", "Human Rights Council, 36th session, Report of the Working Group on the Universal Periodic Review: Ecuador, A/HRC/36/4 (10 July 2017), recommendation 118.12 (Canada; Mexico)."),
    (recommendation, "en", "oscola", "UN Human Rights Council, ‘Report of the Working Group on the Universal Periodic Review: Ecuador’ (10 July 2017) UN Doc A/HRC/36/4, recommendation 118.12 (Canada; Mexico)"),
    (recommendation, "en", "apa", "Human Rights Council. (2017, July 10). Report of the Working Group on the Universal Periodic Review: Ecuador (A/HRC/36/4), recommendation 118.12 (Canada; Mexico)."),
]  # fmt: skip


@pytest.mark.parametrize(("make", "language", "style", "expected"), STYLED)
def test_each_kind_of_passage_in_each_style(make: object, language: str, style: str, expected: str) -> None:
    assert callable(make)
    assert cite(make(language), style, language) == expected


def test_an_operative_point_is_never_called_a_paragraph() -> None:
    point = {language: judgment(language, "oper_3", "3", kind=PassageKind.OPERATIVE) for language in ("es", "en")}
    for style in STYLES:
        assert "punto resolutivo 3" in cite(point["es"], style, "es")
        assert "párr" not in cite(point["es"], style, "es")
        assert "operative para" in cite(point["en"], style, "en")


def test_a_separate_opinion_is_named() -> None:
    vote = judgment("es", "opinion_1__para_4", "4", kind=PassageKind.OPINION, path=("Voto concurrente de la Jueza A",))
    assert cite(vote, "corteidh", "es").endswith("Serie C No. 298, Voto concurrente de la Jueza A, párr. 4.")


def test_the_court_prints_the_stages_of_the_case() -> None:
    types = ("preliminary objections", "merits", "reparations")
    assert ". Excepciones Preliminares, Fondo, Reparaciones y Costas. Sentencia" in cite(
        judgment("es"), "corteidh", "es", types
    )
    assert ". Merits. Judgment of" in cite(judgment("en"), "corteidh", "en", ("merits",))


def test_an_advisory_opinion_is_no_judgment() -> None:
    opinion = judgment("es", title="Derechos del Niño. Opinión Consultiva OC-17/02", symbol="Serie A No. 17")
    printed = cite(opinion, "corteidh", "es")
    assert printed == (
        "Corte IDH. Derechos del Niño. Opinión Consultiva OC-17/02 de 1 de septiembre de 2015. Serie A No. 17, párr. 173."
    )
    assert all("sentencia" not in cite(opinion, style, "es").lower() for style in STYLES)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2016-07-11", "(11 July 2016)"), ("2016-07", "(July 2016)"), ("2016", "(2016)"), ("", "CCPR/C/ECU/CO/6,")],
)
def test_a_date_is_printed_as_precisely_as_it_is_known(date: str, expected: str) -> None:
    assert expected in cite(observations("en", date=date), "un", "en")


def test_without_a_date_apa_says_so() -> None:
    assert "(n.d.)" in cite(observations("en", date=""), "apa", "en")
    assert "(s. f.)" in cite(observations("es", date=""), "apa", "es")


def test_a_passage_without_a_number_is_cited_as_the_document() -> None:
    assert cite(observations("en", eid="sec_1", num=""), "un", "en").endswith("CCPR/C/ECU/CO/6 (11 July 2016).")


def test_a_digest_is_cited_as_the_official_document() -> None:
    for style in STYLES:
        digest = cite(observations("en", standing=Standing.DIGEST), style, "en")
        assert digest == cite(observations("en"), style, "en")


@pytest.mark.parametrize(
    ("eid", "num", "spanish", "english"),
    [
        ("art_9__para_1", "9.1", "art. 9.1", "art. 9 (1)"),
        ("art_9__para_1__point_a", "9.1.a", "art. 9.1.a", "art. 9 (1) (a)"),
        ("art_57__inc_2", "57.inc2", "art. 57, inc. 2", "art. 57, inc. 2"),
        ("transitional_3", "3", "disposición transitoria 3", "transitional provision 3"),
        ("para_7-3", "7.3", "párr. 7.3", "para. 7.3"),
        ("para_12-2", "12", "párr. 12", "para. 12"),
    ],
)
def test_places_within_a_document(eid: str, num: str, spanish: str, english: str) -> None:
    assert cite(observations("es", eid=eid, num=num), "un", "es").endswith(f", {spanish}.")
    assert cite(observations("en", eid=eid, num=num), "un", "en").endswith(f", {english}.")


def test_a_convention_is_feminine_in_spanish() -> None:
    convention = article("art_8", "8", SourceKind.TREATY, "Convención Americana sobre Derechos Humanos", "1969-11-22")
    assert "(adoptada el 22 de noviembre de 1969)" in cite(convention, "un", "es")


def test_a_speaker_named_in_the_title_is_not_repeated() -> None:
    report = observations("en", body="sr-health")
    report = passage(
        "para_3",
        "3",
        source=SourceKind.SPECIAL_PROCEDURE,
        title="Report of the Special Rapporteur on the right to health",
        symbol="A/HRC/29/33",
        body="sr-health",
        date="2015",
    )
    assert cite(report, "un", "en") == (
        "Report of the Special Rapporteur on the right to health, A/HRC/29/33 (2015), para. 3."
    )
    assert cite(report, "oscola", "en").startswith("‘Report of")
    assert cite(report, "apa", "en").startswith("Report of")


def test_apa_gives_the_address() -> None:
    held = observations("en", url="https://docs.un.org/en/CCPR/C/ECU/CO/6")
    assert cite(held, "apa", "en").endswith("para. 12. https://docs.un.org/en/CCPR/C/ECU/CO/6")


def test_an_unknown_style_is_an_error() -> None:
    with pytest.raises(KeyError):
        cite(observations("en"), "bluebook", "en")
