"""The ways of citing of Brazil, Portugal and the French-speaking States, in sentences of our own."""

import pytest

from rights_search.citations import Context, find
from rights_search.model import SourceKind

BRAZIL = Context(language="pt", kind=SourceKind.JUDGMENT, constitution="brazil-constitution")
PORTUGAL = Context(language="pt", kind=SourceKind.JUDGMENT, constitution="portugal-constitution")
OWN = Context(
    language="pt",
    kind=SourceKind.CONSTITUTION,
    constitution="brazil-constitution",
    instrument="brazil-constitution",
    article="60",
)
FRANCE = Context(language="fr", kind=SourceKind.JUDGMENT, constitution="france-constitution")
BELGIUM = Context(language="fr", kind=SourceKind.JUDGMENT, constitution="belgium-constitution")
COMMITTEE = Context(language="fr", kind=SourceKind.COMMUNICATION, body="ccpr", instrument="iccpr")
NOWHERE = Context(language="fr", kind=SourceKind.REPORT)


def targets(text: str, context: Context) -> list[str]:
    """What the text cites, in its order."""
    return [citation.target for citation in find(text, context)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("viola o art. 37, XVI, da Constituição", ["37.xvi"]),
        ("viola o art. 5º, LIV e LV, da CF", ["5.liv", "5.lv"]),
        ("viola o art. 5º, inciso LXXIV, da CF/88", ["5.lxxiv"]),
        ("viola o art. 102, I, a, da Lei Maior", ["102.i.a"]),
        ("viola o art. 62, § 1º, I, b, da Carta da República", ["62.1.i.b"]),
        ("viola o art. 220, caput e § 2º, da CRFB/88", ["220", "220.2"]),
        ("viola os arts. 205, 206, I, e 207 da Constituição", ["205", "206.i", "207"]),
        ("viola o § 8º do art. 226 da Constituição", ["226.8"]),
        ("viola os §§ 1º e 2º do art. 231 da Constituição", ["231.1", "231.2"]),
        ("viola o inciso LIV do art. 5º da Constituição", ["5.liv"]),
    ],
)
def test_brazil_numbers_its_points_in_roman_figures(text: str, numbers: list[str]) -> None:
    assert targets(text, BRAZIL) == [f"brazil-constitution#{number}" for number in numbers]


def test_roman_numbers_behind_a_list_are_articles_of_another_treaty() -> None:
    cited = targets("los artículos 8, 11, 17, VI, VII y XXV de la Declaración Americana", NOWHERE)
    assert cited[-3:] == ["adrdm#6", "adrdm#7", "adrdm#25"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("o artigo 18.º, n.os 2 e 3, da CRP", ["18.2", "18.3"]),
        ("os artigos 29.º, n.os 1 e 5, 67.º e 72.º da CRP", ["29.1", "29.5", "67", "72"]),
        ("o artigo 35.º da Lei Fundamental", ["35"]),
        ("o n.º 3 do artigo 56.º e o artigo 35.º, ambos da Constituição", ["56.3", "35"]),
    ],
)
def test_portugal(text: str, numbers: list[str]) -> None:
    assert targets(text, PORTUGAL) == [f"portugal-constitution#{number}" for number in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nos termos do § 4º deste artigo", ["brazil-constitution#60.4"]),
        ("os incisos I a III do caput deste artigo", [f"brazil-constitution#60.{n}" for n in ("i", "ii", "iii")]),
        ("o n.º 2 do artigo anterior", ["brazil-constitution#59.2"]),
    ],
)
def test_a_constitution_speaks_of_its_own_articles(text: str, expected: list[str]) -> None:
    assert targets(text, OWN) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A CEDAW, no artigo 2.º, e o PIDCP, no artigo 3.º, obrigam", ["cedaw#2", "iccpr#3"]),
        ("artigo 4.º do Protocolo n.º 7 à CEDH", ["echr-p7#4"]),
        ("o artigo 13 da Convenção nº 169 da OIT", ["ilo-169#13"]),
        ("o artigo 5.º da Convenção de Oviedo", ["oviedo#5"]),
        ("o artigo 147 da Quarta Convenção de Genebra", ["geneva-4#147"]),
        ("os arts. 5º, § 2º, da CF; 29, b, da CADH", ["brazil-constitution#5.2", "achr#29.b"]),
        ("art. 13, n. 3, “a” a “c”, do Protocolo de San Salvador", [f"san-salvador#13.3.{n}" for n in "abc"]),
        ("O Comité dos Direitos da Criança, na Observação Geral n.º 8 (2006)", ["crc-gc-8"]),
    ],
)
def test_treaties_in_portuguese(text: str, expected: list[str]) -> None:
    assert targets(text, BRAZIL) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("violation de l'article 9 (par. 1 à 4) du Pacte", [f"iccpr#9.{n}" for n in "1234"]),
        ("violation de l'article 14, par. 1 et 3 d), du Pacte", ["iccpr#14.1", "iccpr#14.3.d"]),
        ("violation des articles 9 (par. 1 et 3) et 2 du Pacte", ["iccpr#9.1", "iccpr#9.3", "iccpr#2"]),
    ],
)
def test_the_paragraphs_of_a_french_article(text: str, expected: list[str]) -> None:
    assert targets(text, COMMITTEE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La CEDEF, en son article 5, et le PIDCP, en son article 3", ["cedaw#5", "iccpr#3"]),
        ("l'article 4 du Protocole additionnel II", ["geneva-ap2#4"]),
        ("l'article 31 de la Convention de 1951 relative au statut des réfugiés", ["refugee-1951#31"]),
        ("la Charte africaine de la démocratie, article 17", [""]),
        ("art. 7 § 1 g) et 8 § 2 b) du Statut de Rome", ["rome-statute#7.1.g", "rome-statute#8.2.b"]),
        ("les articles 7.1 à 7.3 de la Convention américaine", ["achr#7.1", "achr#7.2", "achr#7.3"]),
    ],
)
def test_treaties_in_french(text: str, expected: list[str]) -> None:
    assert targets(text, NOWHERE) == expected


def test_an_article_inserted_later_is_no_paragraph() -> None:
    assert targets("saisi selon l'article 61-1 de la Constitution", FRANCE) == ["france-constitution#61-1"]
    assert targets("selon l'article 22bis de la Constitution", BELGIUM) == ["belgium-constitution#22bis"]


def test_the_day_of_a_judgment_is_no_paragraph_of_it() -> None:
    cited = targets("Affaire Untel c. France, no 71409/10, § 119, 9 novembre 2018", NOWHERE)
    assert cited == ["echr-71409-10#para_119"]


COURT_OF_BRAZIL = Context(
    language="pt", kind=SourceKind.JUDGMENT, constitution="brazil-constitution", instrument="achr"
)
FINDINGS = Context(language="pt", kind=SourceKind.CONCLUDING_OBSERVATIONS, body="crpd", instrument="crpd")
CONSTATATIONS = Context(language="fr", kind=SourceKind.CONCLUDING_OBSERVATIONS, body="cedaw", instrument="cedaw")
STRASBOURG = Context(language="pt", kind=SourceKind.JUDGMENT, body="ecthr", instrument="echr")
SWITZERLAND = Context(language="fr", kind=SourceKind.JUDGMENT, constitution="switzerland-constitution")
LUSOPHONE = Context(language="pt", kind=SourceKind.REPORT)


def of_brazil(*numbers: str) -> list[str]:
    """Provisions of its constitution."""
    return [f"brazil-constitution#{number}" for number in numbers]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ofende o art. 5º, incisos XXXVI, XL e LXIII, da Constituição Federal", ["5.xxxvi", "5.xl", "5.lxiii"]),
        ("ofende o art. 105, II, “a” e “c”, da Lei Maior", ["105.ii.a", "105.ii.c"]),
        ("ofende o art. 5º, II, XLVI, “d”, XLIX e LII, da Constituição", ["5.ii", "5.xlvi.d", "5.xlix", "5.lii"]),
        ("ofende os incisos II, XLVI, “d”, e LII do art. 5º da CF", ["5.ii", "5.xlvi.d", "5.lii"]),
        ("ofende o art. 14, caput, II e § 3º, da CF", ["14", "14.ii", "14.3"]),
        ("ofende o art. 7º, XVIII e parágrafo único, da Constituição", ["7.xviii", "7"]),
        ("ofende o art. 93, IX, da Constituição Federal, e não o § 1º do mesmo dispositivo", ["93.ix", "93.1"]),
        ("ofende o art. 37 da Carta", ["37"]),
        ("ofende o art. 37 da Carta de 1988", ["37"]),
    ],
)
def test_points_and_letters_of_brazil(text: str, numbers: list[str]) -> None:
    assert targets(text, COURT_OF_BRAZIL) == of_brazil(*numbers)


def test_brazils_charter_is_no_other_charter() -> None:
    assert targets("o art. 17 da Carta Africana", COURT_OF_BRAZIL) == ["african-charter#17"]
    assert targets("o art. 17 da Carta de Banjul", COURT_OF_BRAZIL) == ["african-charter#17"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("o artigo 5, alíneas b, e e f, da CEDAW", ["cedaw#5.b", "cedaw#5.e", "cedaw#5.f"]),
        ("o artigo 14.º, n.º 2, alíneas d) e e), da CEDAW", ["cedaw#14.2.d", "cedaw#14.2.e"]),
        (
            "os artigos 34.c, 45.f e h, e 47 da Carta da OEA",
            [f"oas-charter#{n}" for n in ("34.c", "45.f", "45.h", "47")],
        ),
        ("o artigo 8.º, n.º 2, al. b), subalínea iii), do Estatuto de Roma", ["rome-statute#8.2.b.iii"]),
        ("o artigo 10.º, n.º 1, conjugado com o n.º 2, alínea a), do PIDCP", ["iccpr#10.1", "iccpr#10.2.a"]),
        (
            "a Convenção nº 169 da OIT (arts. 6º, item 1, “b”, e item 2; 15; 16)",
            [f"ilo-169#{n}" for n in ("6.1.b", "6.2", "15", "16")],
        ),
        ("o artigo 7º, 1, “b”, e 3, da Convenção nº 169 da OIT", ["ilo-169#7.1.b", "ilo-169#7.3"]),
        ("os arts. 1º, comum, e 6 do PIDESC", ["icescr#1", "icescr#6"]),
        ("a segunda frase do primeiro parágrafo do artigo 2.º do PIDCP", ["iccpr#2.1"]),
        ("a alínea b) do primeiro parágrafo do artigo 14.º do PIDCP", ["iccpr#14.1.b"]),
        ("o artigo 37.º, al. c), e do artigo 40.º da Convenção sobre os Direitos da Criança", ["crc#37.c", "crc#40"]),
    ],
)
def test_parts_in_portuguese(text: str, expected: list[str]) -> None:
    assert targets(text, LUSOPHONE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "l'article 8 (par. 1 à 3 a)) du Pacte relatif aux droits civils et politiques",
            ["iccpr#8.1", "iccpr#8.2", "iccpr#8.3.a"],
        ),
        ("l'article 11, paragraphe 1, litt. c), de la CEDEF", ["cedaw#11.1.c"]),
        ("l'article 11, al. a) et e), de la CEDEF", ["cedaw#11.a", "cedaw#11.e"]),
        (
            "les articles 7 (al. a), b) et c)), 9 et 12 de la CEDEF",
            [f"cedaw#{n}" for n in ("7.a", "7.b", "7.c", "9", "12")],
        ),
        ("l'article II, b), de la Convention sur le génocide", ["genocide#2.b"]),
        ("le second paragraphe des articles 9 et 10 de la CEDH", ["echr#9.2", "echr#10.2"]),
        ("l'alinéa b) du premier paragraphe de l'article 10 de la CEDEF", ["cedaw#10.1.b"]),
        ("le bénéfice du 2 de l'article 12 de la CEDEF", ["cedaw#12.2"]),
        ("l'article 7, deuxième phrase, du PIDCP", ["iccpr#7"]),
    ],
)
def test_parts_in_french(text: str, expected: list[str]) -> None:
    assert targets(text, NOWHERE) == expected


def test_the_points_of_a_belgian_paragraph_are_no_articles() -> None:
    cited = targets("l'article 23, alinéa 3, 1° et 5°, de la Constitution", BELGIUM)
    assert cited == ["belgium-constitution#23.3.1", "belgium-constitution#23.3.5"]


def test_switzerland() -> None:
    cited = targets(
        "violation des art. 8 al. 2 Cst. et 14 par. 1 CEDH ainsi que de l'art. 26 Pacte ONU II", SWITZERLAND
    )
    assert cited == ["switzerland-constitution#8.2", "echr#14.1", "iccpr#26"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "O Protocolo Facultativo à CEDAW obriga, e os artigos 8.º e 9.º desse Protocolo regem",
            ["cedaw-op#8", "cedaw-op#9"],
        ),
        ("A Convenção sobre os Direitos da Criança vale; o artigo 12.º dessa Convenção", ["crc#12"]),
        ("Vale a DUDH, e o artigo 26.º desta garante a instrução", ["udhr#26"]),
        ("Vale a DUDH; o artigo 26.º dela, porém", ["udhr#26"]),
        ("Vale a Carta Social Europeia; nos termos do artigo 8.º da dita Carta", ["european-social-charter#8"]),
        (
            "A DUDH e a Carta Africana valem: o artigo 5.º da primeira e o artigo 6.º da segunda.",
            ["udhr#5", "african-charter#6"],
        ),
        ("A DUDH, em particular os seus artigos 3.º e 5.º", ["udhr#3", "udhr#5"]),
        ("O n.º 3 do artigo 9.º do PIDCP e o n.º 4 do mesmo artigo", ["iccpr#9.3", "iccpr#9.4"]),
        ("O n.º 3 do artigo 9.º do PIDCP e o n.º 4 desse artigo", ["iccpr#9.3", "iccpr#9.4"]),
        (
            "Vale o artigo 14.º do PIDCP, mormente as alíneas a) e b) do seu n.º 3",
            ["iccpr#14", "iccpr#14.3.a", "iccpr#14.3.b"],
        ),
        (
            "os artigos 9 e 10 do PIDCP, este último em seus parágrafos 1 e 3",
            ["iccpr#9", "iccpr#10", "iccpr#10.1", "iccpr#10.3"],
        ),
    ],
)
def test_what_portuguese_pronouns_stand_for(text: str, expected: list[str]) -> None:
    assert targets(text, LUSOPHONE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Protocole facultatif à la CEDEF prévoit, aux termes de l'article 8 de ce Protocole", ["cedaw-op#8"]),
        ("La CEDEF et le PIDCP valent : l'article 5 de la première et l'article 6 du second.", ["cedaw#5", "iccpr#6"]),
        ("Les droits de la CEDEF, spécialement ses articles 3 et 5", ["cedaw#3", "cedaw#5"]),
        ("l'article 10 du PIDCP et le paragraphe 2 dudit article", ["iccpr#10", "iccpr#10.2"]),
        ("l'article 10 du PIDCP et le second alinéa de ce même article", ["iccpr#10", "iccpr#10.2"]),
        ("l'article 10 du PIDCP, dont le paragraphe 3 dit", ["iccpr#10", "iccpr#10.3"]),
        ("Vu l'Accord d'Escazú ; l'article 5 de l'Accord", ["escazu#5"]),
    ],
)
def test_what_french_pronouns_stand_for(text: str, expected: list[str]) -> None:
    assert targets(text, NOWHERE) == expected


def test_this_law_is_no_pronoun() -> None:
    assert targets("Vale a DUDH, e o artigo 26.º desta Lei", LUSOPHONE) == [""]
    assert targets("Vale a DUDH, e o artigo 66.º do Tratado Revisto da CEDEAO", LUSOPHONE) == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("o art. 4 do Pacto de Nova York", "iccpr#4"),
        ("o artigo 7.º da Carta Africana sobre os Direitos e o Bem-Estar da Criança", "african-charter-child#7"),
        ("l'article 7 de la CADBE", "african-charter-child#7"),
        (
            "o artigo 4.º do Protocolo Facultativo relativo ao envolvimento de crianças em conflitos armados",
            "crc-opac#4",
        ),
        (
            "l'article 4 du Protocole facultatif concernant l'implication d'enfants dans les conflits armés",
            "crc-opac#4",
        ),
        ("o artigo 3.º do Protocolo Facultativo sobre a venda de crianças", "crc-opsc#3"),
        ("l'article 3 du Protocole sur la vente d'enfants", "crc-opsc#3"),
        (
            "o artigo 4.º da Convenção da UNESCO relativa à luta contra a discriminação no campo do ensino",
            "unesco-1960#4",
        ),
        (
            "l'article 4 de la Convention de l'Unesco concernant la lutte contre la discrimination dans le domaine de "
            "l'enseignement",
            "unesco-1960#4",
        ),
        ("o artigo 2.º da Convenção Suplementar sobre a Abolição da Escravatura", "slavery-1956#2"),
        ("l'article 2 de la Convention relative à l'esclavage", "slavery-1926#2"),
        ("o artigo 31.º da Convenção de Genebra relativa ao Estatuto dos Refugiados", "refugee-1951#31"),
        ("l'article 31 de la Convention de Genève de 1951", "refugee-1951#31"),
        ("l'article 3 de la Convention de 1961 sur la réduction des cas d'apatridie", "stateless-1961#3"),
        ("o artigo 3.º da Convenção de 1961 para a Redução dos Casos de Apatridia", "stateless-1961#3"),
        (
            "l'article 4 de la Convention de 1968 sur l'imprescriptibilité des crimes de guerre et des crimes contre "
            "l'humanité",
            "non-applicability-1968#4",
        ),
        ("o artigo 31.º da Convenção de Viena", "vienna-treaties#31"),
        ("l'article 31 de la Convention de Vienne", "vienna-treaties#31"),
        ("l'article 12 de la Charte arabe des droits de l'homme", "arab-charter#12"),
        ("l'article 3 de la Charte de l'OEA", "oas-charter#3"),
        ("l'article 5 du Protocole relatif aux droits de la femme en Afrique", "maputo#5"),
        (
            "o artigo 9 da Convenção Interamericana sobre a Proteção dos Direitos Humanos dos Idosos",
            "ia-older-persons#9",
        ),
    ],
)
def test_names_of_treaties(text: str, expected: str) -> None:
    assert targets(text, NOWHERE) == [expected]


def test_a_committee_means_its_own_treaty_behind_a_bracket_with_a_law_of_a_state() -> None:
    text = "Saúda o novo estatuto (art. 14 da Constituição Federal), mas a lei fere os artigos 9 e 19(b)."
    assert targets(text, FINDINGS)[-2:] == ["crpd#9", "crpd#19.b"]
    text = "Pede a revisão dos artigos 50 e 51 do Código Civil, à luz do artigo 12."
    assert targets(text, FINDINGS)[-1] == "crpd#12"


def test_a_law_that_french_writes_small_is_no_treaty() -> None:
    assert targets("abroger l'alinéa 2 de l'article 4 de la loi du 9 mars 1951", CONSTATATIONS) == [""]
    assert targets("abroger l'article 4 du décret no 51-20", CONSTATATIONS) == [""]


def test_strasbourg_speaks_of_the_constitution_of_the_state_it_names() -> None:
    text = "Portugal invocou o artigo 20.º da Constituição e o artigo 26.º, n.º 1, do mesmo diploma."
    assert targets(text, STRASBOURG) == ["portugal-constitution#20", "portugal-constitution#26.1"]


def test_a_constitution_goes_on_in_its_sentence() -> None:
    text = "A Constituição é clara e garante, no artigo 26.º, n.º 1, a reserva da vida privada."
    assert targets(text, PORTUGAL) == ["portugal-constitution#26.1"]
    assert targets("o artigo 26.º da Constituição de 1976", PORTUGAL) == ["portugal-constitution#26"]
    assert targets("o artigo 26.º da Constituição de 1933", PORTUGAL) == [""]


def test_an_article_and_what_is_read_with_it_share_their_law() -> None:
    cited = targets(
        "em contravenção do artigo 3.º, n.º 1, e do artigo 19.º da Convenção sobre os Direitos da Criança", LUSOPHONE
    )
    assert cited == ["crc#3.1", "crc#19"]
    cited = targets("violation de l'article 11, par. 1, et de l'article 13 de la CEDEF", NOWHERE)
    assert cited == ["cedaw#11.1", "cedaw#13"]


def test_a_word_for_a_letter_may_be_said_again() -> None:
    assert targets("o artigo 11, alínea a e alínea e, da CEDAW", LUSOPHONE) == ["cedaw#11.a", "cedaw#11.e"]
    cited = targets("o art. 37, inciso XVI, alínea “c”, c/c o art. 17 da Constituição", COURT_OF_BRAZIL)
    assert cited[0] == "brazil-constitution#37.xvi.c"


def test_a_letter_that_is_also_a_word_is_a_letter_where_a_bracket_closes_it() -> None:
    spanish = Context(language="es", kind=SourceKind.JUDGMENT, body="iacthr", instrument="achr")
    cited = targets("los artículos 8.2 c), e) y h), y 24 de la Convención", spanish)
    assert cited == ["achr#8.2.c", "achr#8.2.e", "achr#8.2.h", "achr#24"]


def test_a_treaty_by_its_name_is_none_named_before() -> None:
    spanish = Context(language="es", kind=SourceKind.JUDGMENT, body="iacthr", instrument="achr")
    assert targets("La Convención Americana rige, y el artículo 6 del Tratado de Extradición no", spanish) == [""]
    assert targets("La Convención Americana rige, y el artículo 6 del tratado también", spanish) == ["achr#6"]


def test_a_committee_finds_a_violation_of_its_own_treaty_behind_a_law_of_the_state() -> None:
    text = "Le Comité écarte l'ordonnance no 12-03 ; il constate une violation du paragraphe 2 de l'article 9."
    assert targets(text, COMMITTEE) == ["iccpr#9.2"]


def test_strasbourg_means_its_convention_beside_protocols() -> None:
    court = Context(language="fr", kind=SourceKind.JUDGMENT, body="ecthr", instrument="echr")
    text = "violation de l'article 3 du Protocole no 1 et de l'article 13 ; rien sous l'article 4 du Protocole no 7"
    assert targets(text, court) == ["echr-p1#3", "echr#13", "echr-p7#4"]


def test_an_article_of_spanish_that_lost_its_space_is_no_pronoun() -> None:
    spanish = Context(language="es", kind=SourceKind.JUDGMENT, body="iacthr", instrument="achr")
    assert targets("Rige la Convención de Viena; el artículo 29 dela Convención Americana", spanish) == ["achr#29"]
