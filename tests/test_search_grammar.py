"""The query language: what is typed, and how it is read back."""

import pytest

import search_miniature as miniature
from rights_search.errors import QueryError
from rights_search.search.grammar import CLAUSES, DEPTH, Reading, read
from rights_search.search.lexer import CHARACTERS
from rights_search.search.nodes import shown


def reading(text: str) -> Reading:
    return read(text, miniature.register())


def readback(text: str) -> str:
    return shown(reading(text).root)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("vivienda adecuada", "vivienda adecuada"),
        ("vivienda AND adecuada", "vivienda adecuada"),
        ("agua OR saneamiento", "agua OR saneamiento"),
        ("agua OR saneamiento vivienda", "agua OR (saneamiento vivienda)"),
        ("(agua OR saneamiento) vivienda", "(agua OR saneamiento) vivienda"),
        ("agua NOT riego", "agua -riego"),
        ("agua NO riego", "agua -riego"),
        ("agua -riego", "agua -riego"),
        ("agua −riego", "agua -riego"),
        ("agua -(riego OR minas)", "agua -(riego OR minas)"),
        ("NOT NOT agua", "agua"),
        ("-agua", "-agua"),
        ('"consulta  previa"', '"consulta previa"'),
        ("“consulta previa”", '"consulta previa"'),
        ("«consulta previa»", '"consulta previa"'),
        ("agua agua AGUA", "agua AGUA"),
        ("viv*", "viv*"),
        ("Latin - American", "Latin American"),
        ("agua, saneamiento; ¿vivienda?", "agua saneamiento vivienda"),
        ("CCPR/C/ECU/CO/6", "CCPR/C/ECU/CO/6"),
        ("ccpr / c / ecu / co / 6.", "CCPR/C/ECU/CO/6"),
        ("serie c nº 298", "Serie C No. 298"),
        ("non-discrimination", "non-discrimination"),
        ("art. 66.3", "art 66.3"),
        ("hombres/mujeres", "hombres/mujeres"),
        ("住房权", "住房权"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_what_is_typed_is_read_back(typed: str, understood: str) -> None:
    assert readback(typed) == understood
    assert not reading(typed).literal


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("right:66", "right:66"),
        ("derecho:66.3", "right:66.3"),
        ("derecho:66.5", "right:66.4"),  # the entry that covers it
        ("right:water", "right:12"),
        ("derecho:agua", "right:12"),
        ("right:12,32", "right:12,32"),
        ("organo:ccpr", "body:ccpr"),
        ("órgano:CCPR", "body:ccpr"),
        ('body:"Comité de Derechos Humanos"', "body:ccpr"),
        ("fuente:sentencia", "source:judgment"),
        ("source:judgments", "source:judgment"),
        ('fuente:"observaciones finales"', "source:concluding-observations"),
        ("source:concluding-observations", "source:concluding-observations"),
        ("tipo:recomendaciones", "kind:recommendation"),
        ("estado:Ecuador", "state:ECU"),
        ("state:ecu", "state:ECU"),
        ("estado: Perú", "state:PER"),
        ("idioma:español", "lang:es"),
        ("lang:en", "lang:en"),
        ("symbol:CCPR/C/ECU", "symbol:CCPR/C/ECU"),
        ("document:achr", "document:achr"),
        ("year:2016", "year:2016"),
        ("año:2010-2020", "year:2010..2020"),
        ("anio:2010..2020", "year:2010..2020"),
        ("year:2010..", "year:2010.."),
        ("year:..2014", "year:..2014"),
        ("agua -source:upr", "agua -source:upr"),
        ("(source:upr OR source:judgment) agua", "(source:upr OR source:judgment) agua"),
    ],
)
def test_fields_are_known_in_both_languages_by_id_and_by_name(typed: str, understood: str) -> None:
    assert readback(typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("right:999", "right 999"),
        ("body:nobody", "body nobody"),
        ("year:soon", "year soon"),
        ('"agua', "agua"),
        ("(agua", "agua"),
        ("agua)", "agua"),
        ("agua AND", "agua"),
        ("OR agua", "agua"),
        ("agua NOT", "agua not"),
        ("agua () riego", "agua riego"),
        ("viv*da", "viv-da"),
        ("!!!", ""),
        ("AND OR", "and OR or"),
        ('""', ""),
    ],
)
def test_what_the_grammar_cannot_read_is_searched_as_it_stands(typed: str, understood: str) -> None:
    assert readback(typed) == understood
    if "()" not in typed:
        assert reading(typed).literal


@pytest.mark.parametrize(
    ("typed", "understood", "ignored"),
    [
        ("derecho a la vivienda", "derecho vivienda", ("a", "la")),
        ("the right to water", "right water", ("the", "to")),
        ("hombres y/o mujeres", "hombres mujeres", ("y/o",)),
        ("de la", "de la", ()),  # nothing else is asked
        ('"derecho a la vivienda"', '"derecho a la vivienda"', ()),
        ("art. 5 a", "art 5 a", ()),  # the letter of an article
        ("para 12", "para 12", ()),  # a paragraph, not "for"
        ("agua -de", "agua -de", ()),
        ("no devolución", "no devolución", ()),
        ("WHO guidelines", "WHO guidelines", ()),
    ],
)
def test_words_that_only_join_others_are_left_out_and_named(
    typed: str, understood: str, ignored: tuple[str, ...]
) -> None:
    assert readback(typed) == understood
    assert reading(typed).ignored == ignored


def test_capitals_throughout_are_words_and_no_operators_in_spanish() -> None:
    assert readback("DERECHO A NO SER TORTURADO").startswith("DERECHO no")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("x" * (CHARACTERS + 1), f"at most {CHARACTERS} characters"),
        ("palabra " * 1000, "at most"),
        ("a" * 2_000_000, "at most"),
        (" ".join(f"palabra{n}" for n in range(CLAUSES + 1)), f"at most {CLAUSES} words"),
        ("(" * (DEPTH + 1) + "agua" + ")" * (DEPTH + 1), f"at most {DEPTH} deep"),
        ("ab*", "at least 3 letters"),
        ("a*", "at least 3 letters"),
    ],
)
def test_limits_are_named_in_words(typed: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        reading(typed)


def test_a_word_repeated_counts_once() -> None:
    assert reading("agua " * (CLAUSES + 10)).root is not None


@pytest.mark.parametrize("typed", ["*", "**", "* * *", "5 * 3", "%*.*s", "***"])
def test_a_star_by_itself_is_punctuation(typed: str) -> None:
    reading(typed)
