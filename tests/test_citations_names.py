"""Laws by the names texts give them: titles in four languages, short names, initials, protocols by their treaty."""

import pytest

from rights_search.citations import Context, find
from rights_search.model import SourceKind
from rights_search.vocabulary import instruments

STRASBOURG = Context(language="fr", body="ecthr", instrument="echr", kind=SourceKind.JUDGMENT)
COURT = Context(language="pt", body="iacthr", instrument="achr", kind=SourceKind.JUDGMENT)
COMMITTEE = Context(language="fr", body="ccpr", instrument="iccpr", kind=SourceKind.GENERAL_COMMENT)
SPAIN = Context(language="es", kind=SourceKind.REPORT, constitution="spain-constitution")
NOWHERE = Context()


def targets(text: str, context: Context = NOWHERE) -> list[str]:
    return [citation.target for citation in find(text, context)]


TITLES = [(title, id_) for id_, row in instruments().items() for title in (row.es, row.en, row.fr, row.pt) if title]


@pytest.mark.parametrize(("title", "id_"), TITLES, ids=[f"{id_}-{number}" for number, (_, id_) in enumerate(TITLES)])
def test_a_title_in_any_of_four_languages_names_its_instrument(title: str, id_: str) -> None:
    number = "II" if id_ in ("adrdm", "genocide", "ia-disappearance", "non-applicability-1968") else "2"
    assert targets(f"{title}, art. {number}") == [f"{id_}#2"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # by its treaty's name
        ("First Optional Protocol to the International Covenant on Civil and Political Rights", "iccpr-op1"),
        ("Optional Protocol to the ICCPR", "iccpr-op1"),
        ("Second Optional Protocol to the ICCPR", "iccpr-op2"),
        ("Segundo Protocolo Facultativo al Pacto Internacional de Derechos Civiles y Políticos", "iccpr-op2"),
        ("Protocolo Facultativo de la CEDAW", "cedaw-op"),
        ("Optional Protocol to the CRC on the involvement of children in armed conflict", "crc-opac"),
        ("Protocolo Facultativo de la CDN relativo a un procedimiento de comunicaciones", "crc-opic"),
        ("Optional Protocol to the CRC", ""),  # it has three
        ("Protocole facultatif à la CEDAW", "cedaw-op"),
        ("Protocolo de San Salvador de la Convención Americana sobre Derechos Humanos", "san-salvador"),
        ("1967 Protocol relating to the Status of Refugees", "refugee-protocol-1967"),
        ("First Additional Protocol to the Geneva Conventions", "geneva-ap1"),
        # by other words than its title's
        ("Convention internationale relative aux droits de l'enfant", "crc"),
        ("Convenção Internacional sobre os Direitos da Criança", "crc"),
        ("Convention européenne de sauvegarde des droits de l'homme", "echr"),
        ("1951 Geneva Convention relating to the Status of Refugees", "refugee-1951"),
        ("UNESCO Convention against Discrimination in Education", "unesco-1960"),
        ("Convención Interamericana de Derechos Humanos", "achr"),
        ("Estatuto de la Corte Penal Internacional", "rome-statute"),
        ("Convention against Racial Discrimination", "icerd"),
        ("Revised European Social Charter", "european-social-charter-revised"),
        ("Carta Africana", "african-charter"),
        ("UNCRPD", "crpd"),
        ("VCLT", "vienna-treaties"),
        ("CIEDR", "icerd"),
    ],
)
def test_a_name_that_texts_use(name: str, expected: str) -> None:
    found = targets(f"{name}, art. 2") + targets(f"article 2 of the {name}")
    assert found == [f"{expected}#2" if expected else ""] * 2


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("l'article premier de la Convention contre la torture", NOWHERE, ["cat#1"]),
        ("l'article 3-1 de la Convention relative aux droits de l'enfant", NOWHERE, ["crc#3.1"]),
        ("art. 3 par. 1 let. b de la Convention relative aux droits de l'enfant", NOWHERE, ["crc#3.1.b"]),
        ("art. 8 al. 2 CEDH", NOWHERE, ["echr#8.2"]),
        ("le paragraphe 3 de l'article 2 du Pacte", COMMITTEE, ["iccpr#2.3"]),
        ("l'alinéa b) du paragraphe 2 de l'article 5 du Protocole facultatif", COMMITTEE, ["iccpr-op1#5.2.b"]),
        ("l'article 1 du premier Protocole additionnel à la Convention", STRASBOURG, ["echr-p1#1"]),
        ("l'article 2 du Protocole n° 4", STRASBOURG, ["echr-p4#2"]),
        ("Article 2 of the First Protocol", STRASBOURG, ["echr-p1#2"]),
        ("l'article 66 de la Constitution française", NOWHERE, ["france-constitution#66"]),
        ("l'article 1er de la Constitution de la République de Madagascar", NOWHERE, ["madagascar-constitution#1"]),
    ],
)
def test_french(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("o artigo 4 da Convenção, em relação ao artigo 1.1 do mesmo instrumento", COURT, ["achr#4", "achr#1.1"]),
        ("artigo 7º, item 5, da Convenção Americana", NOWHERE, ["achr#7.5"]),
        ("art. 7º, 5, da Convenção Americana", NOWHERE, ["achr#7.5"]),
        ("art. 8º, 2, h, da Convenção Americana", NOWHERE, ["achr#8.2.h"]),
        ("artigo 6.º, n.º 1, da Convenção Europeia dos Direitos do Homem", NOWHERE, ["echr#6.1"]),
        ("alínea d) do n.º 1 do artigo 5.º da CEDH", NOWHERE, ["echr#5.1.d"]),
        ("artigo 227 da Constituição Federal", NOWHERE, ["brazil-constitution#227"]),
        ("artigo 16.º, n.º 2, da Constituição da República Portuguesa", NOWHERE, ["portugal-constitution#16.2"]),
    ],
)
def test_portuguese(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Articles 7 & 8 of the UDHR", NOWHERE, ["udhr#7", "udhr#8"]),
        ("Article 5 § 1 (c) and § 3 of the ECHR", NOWHERE, ["echr#5.1.c", "echr#5.3"]),
        ("article 5, paragraph 1, and paragraph 3 of article 14 of the ICCPR", NOWHERE, ["iccpr#5.1", "iccpr#14.3"]),
        ("Article 8(2)(b)(xxvi) of the Rome Statute", NOWHERE, ["rome-statute#8.2.b.xxvi"]),
        ("artículo 27, fracción VII, de la Constitución mexicana", NOWHERE, ["mexico-constitution#27.vii"]),
        (
            "artículos 1o. y 14 de la Constitución mexicana",
            NOWHERE,
            ["mexico-constitution#1", "mexico-constitution#14"],
        ),
        ("artículo 19 N° 3 de la Constitución chilena", NOWHERE, ["chile-constitution#19.3"]),
        ("en su punto resolutivo N° 1, del artículo 26 de la CADH", NOWHERE, ["achr#26"]),
        ("artículo 14 bis de la Constitución argentina", NOWHERE, ["argentina-constitution#14bis"]),
        ("el art. 10.2 CE", SPAIN, ["spain-constitution#10.2"]),
        ("el art. 10.2 CE", NOWHERE, [""]),
    ],
)
def test_parts_and_initials_of_other_legal_cultures(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        # a law named just before, its initials in brackets, and another one before that
        (
            "La DUDH, en su artículo 27.1, lo dice. Además, el Pacto Internacional (PIDCP) prevé en su artículo 27 que",
            COURT,
            ["udhr#27.1", "iccpr#27"],
        ),
        (
            "se violó el artículo 9 de la Convención Americana, en relación con el 2 y el 4. En efecto",
            COURT,
            ["achr#9", "achr#2", "achr#4"],
        ),
        ("consagrados en los artículos, 5.1 y 8 de la Convención Americana", COURT, ["achr#5.1", "achr#8"]),
        ("the rules (articles 21 on sport; 40 on books; and 41 on religion)", NOWHERE, ["", "", ""]),
        ("el numeral 3º del artículo 4º del Protocolo II", NOWHERE, ["geneva-ap2#4.3"]),
        ("el artículo 20.IX de la Constitución mexicana", NOWHERE, ["mexico-constitution#20.ix"]),
        (
            "Article 1 of the Optional Protocol to the Convention on the Right of the Child on armed conflict",
            NOWHERE,
            ["crc-opac#1"],
        ),
        (
            "La Convención contra la Desaparición Forzada rige. El artículo 3 de la Convención supramencionada dice",
            COURT,
            ["ced#3"],
        ),
        # headings of articles that are quoted cite nothing
        ("En efecto, tal precepto señala:\nArtículo 30 “Los Estados acuerdan ayudarse”", COURT, []),
        (
            "El proyecto decía:\nArtículo 25.\n1. Los Estados lo garantizan. Artículo 26. Los Estados informarán.",
            COURT,
            [],
        ),
    ],
)
def test_what_real_texts_have_besides(text: str, context: Context, expected: list[str]) -> None:
    assert targets(text, context) == expected
