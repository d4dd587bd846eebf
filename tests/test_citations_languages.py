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
