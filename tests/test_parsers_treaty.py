"""Treaties: each article once and in order, and nothing in it that is not its own."""

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser_goldens import READERS, TEXTS, accounted, examples, expectation, outline_of, read, source_of
from rights_search.errors import ParseError
from rights_search.model import Declaration, Document, Source, SourceKind, Standing
from rights_search.parsers.articles.heads import Number, division_of, eid_of, head_of, num_of, worded_of
from rights_search.parsers.articles.numbers import ordinal, roman
from rights_search.parsers.articles.text import anchors_of, compose, cut_short, plain, tidy, wrap_width
from rights_search.parsers.base import visible
from rights_search.parsers.treaties import text as treaty
from rights_search.parsers.treaties.names import known, misspelt, slug_of
from rights_search.vocabulary import instruments

TREATIES = TEXTS / "treaties"
needs_texts = pytest.mark.skipif(not TREATIES.is_dir(), reason=f"the real treaties are not in {TREATIES}")
EXAMPLES = examples("treaty")


def parse(text: str, **declared: object) -> list[Document]:
    return list(treaty.parse(Source("treaty.txt", text.encode(), Declaration(**declared))).documents)  # type: ignore[arg-type]


def articles(document: Document) -> list[str]:
    return [passage.eid for passage in document.passages if passage.eid.startswith("art_")]


# The examples


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_each_example_reads_as_expected(path: Path) -> None:
    assert outline_of(source_of(path)) == expectation(path)


@pytest.mark.parametrize("path", [p for p in EXAMPLES if p.suffix in (".md", ".txt")], ids=lambda path: path.name)
def test_every_character_of_an_example_is_in_a_passage_or_under_a_rule(path: Path) -> None:
    try:
        documents = read(source_of(path)).documents
    except ParseError:
        return
    assert accounted(documents) == visible(path.read_text("utf-8"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_what_an_example_is_does_not_depend_on_its_name(path: Path) -> None:
    renamed = Source("a", path.read_bytes())
    first = [name for name, recognises, _ in READERS if recognises(renamed)][:1]
    assert first == [expectation(path)["reader"]]


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("Adopted at Rocas on 5 June 2033", "2033-06-05"),
        ("(Hecho en Rocas, el 5 de junio de 2033)", "2033-06-05"),
        ("Signée à Rocas le 5 juin 2033", "2033-06-05"),
        ("Adopted at Rocas", ""),
        ("Printed on 5 June 2033", ""),
    ],
)
def test_a_treaty_we_do_not_know_has_the_date_that_its_title_page_gives(said: str, date: str) -> None:
    words = "The wells stay open to all who live beside them, in every season."
    text = f"CONVENTION ON WELLS AND THOSE WHO DIG THEM\n\n{said}\n\nPREAMBLE\n\nThe States Parties to the present"
    text += " Convention,\n\nHave agreed as follows:\n\n"
    text += "".join(f"Article {number}\n\n{words}\n\n" for number in (1, 2, 3))
    (document,) = parse(text, kind=SourceKind.TREATY)
    assert (document.date, document.facts.adopted) == (date, date)  # type: ignore[union-attr]


# What begins an article


@pytest.mark.parametrize(
    ("line", "eid", "num"),
    [
        ("Artículo 9.", "art_9", "9"),
        ("Articulo 9. Derecho a la vida.", "art_9", "9"),
        ("ARTCULO 1º - Apruébanse los pactos", "art_1", "1"),
        ("Art. 6º- Personal calificado", "art_6", "6"),
        ("Artículo 14 bis. El trabajo", "art_14-bis", "14 bis"),
        ("Article 3bis", "art_3-bis", "3 bis"),
        ("Article 91a", "art_91a", "91a"),
        ("Artículo 2-A.- Los pozos", "art_2a", "2-A"),
        ("Artigo 3.º-A", "art_3a", "3-A"),
        ("Artículo 22A. Los pozos", "art_22a", "22A"),
        ("Article 91a. The wells", "art_91a", "91a"),
        ("Article. 70.", "art_70", "70"),
        ("Article 7.1", "art_7-1", "7.1"),
        ("ARTICLE XII", "art_12", "12"),
        ("Article premier", "art_1", "1"),
        ("ARTICULO UNICO.- Apruébase", "art_1", "1"),
        ("Article 1. (The Republic)", "art_1", "1"),
        ("Art. 30.- las personas tienen derecho", "art_30", "30"),
    ],
)
def test_a_line_may_begin_an_article(line: str, eid: str, num: str) -> None:
    head = head_of(line)
    assert head is not None
    assert (eid_of(head.readings[0]), num_of(head.readings[0], head.printed)) == (eid, num)


@pytest.mark.parametrize(
    "line",
    [
        "Artículo 8, párrafo 2",
        "Artículo 8 (2) (e) (iii), líneas 5 y 6:",
        "artículo 8, a ninguno de los Estados",
        "Artículo 1 no estuvieren ya garantizados",
        "Articulo 23 por lo que la Delegación",
        "artículo 75 inciso 22",
        "Article 5 of the Covenant",
        "Arte y cultura",
        "article a State",
        "Section 3",
    ],
)
def test_a_reference_begins_none(line: str) -> None:
    assert head_of(line) is None


def test_a_roman_one_may_also_be_the_letter() -> None:
    head = head_of("Artículo I. Aplicación")
    assert head is not None
    assert [eid_of(number) for number in head.readings] == ["art_1", "art_i"]


def test_bis_comes_between_two_numbers() -> None:
    assert Number("number", 14, "bis").follows(Number("number", 14))
    assert Number("number", 15).follows(Number("number", 14, "bis"))
    assert not Number("number", 14).follows(Number("number", 14, "bis"))


@pytest.mark.parametrize(
    ("words", "number"),
    [("PRIMERA.- La ley", 1), ("Disposición transitoria segunda.", 2), ("TWENTY-ONE", 21), ("Decimosexta. Esta", 16)],
)
def test_a_provision_may_be_numbered_in_words(words: str, number: int) -> None:
    head = worded_of(words)
    assert head is not None
    assert head.readings[0].value == number


@pytest.mark.parametrize(("words", "number"), [("XLIV", 44), ("IIX", None), ("mix", None), ("xciv", 94), ("", None)])
def test_roman_numerals(words: str, number: int | None) -> None:
    assert roman(words) == number


@pytest.mark.parametrize(
    ("words", "number"), [("Vigésima tercera", 23), ("DECIMOCTAVA", 18), ("Second", 2), ("derechos", None), ("", None)]
)
def test_ordinals(words: str, number: int | None) -> None:
    assert ordinal(words) == number


@pytest.mark.parametrize(
    "line",
    [
        "PARTE I",
        "Capítulo Primero",
        "PRIMERA PARTE",
        "Sección 1.ª De los derechos",
        "TITLE III. GUARANTEES",
        "DISPOSICIONES FINALES",
    ],
)
def test_a_line_may_head_articles(line: str) -> None:
    assert division_of(line, heading=False)


@pytest.mark.parametrize(
    "line", ["Parte contratante en", "Parte II del presente Pacto", "Sección A precedente", "Part of the"]
)
def test_a_sentence_heads_none(line: str) -> None:
    assert division_of(line, heading=False) is None


# The order of the numbers decides


THREE = "CONVENCIÓN DE PRUEBA\n\n{}Artículo 1.\n\nUno.\n\nArtículo 2.\n\nDos.\n\nArtículo 3.\n\nTres.\n"


def test_a_reference_that_stands_alone_on_a_line_does_not_break_the_order() -> None:
    text = THREE.format("").replace("Dos.", "Dos, según lo dispuesto en el\n\nArtículo 3.\n\nde la prueba.")
    (document,) = parse(text)
    assert articles(document) == ["art_1", "art_2", "art_3"]
    assert "Artículo 3. de la prueba" in document.passages[-2].text


def test_a_missing_article_is_a_gap_and_no_guess() -> None:
    text = THREE.format("").replace("Artículo 2.\n\nDos.\n\n", "") + "\n\nArtículo 4.\n\nCuatro.\n"
    parsed = treaty.parse(Source("t", text.encode()))
    assert parsed.documents[0].gaps == ("art_2",)
    assert any("art_2" in problem.message for problem in parsed.problems)


def excerpt(*numbers: str, head: str = "Artículo {}. ", words: str = "Toda persona tiene derecho al pozo {}.") -> str:
    return "\n\n".join(f"{head}{words}".replace("{}", number) for number in numbers)


def test_an_excerpt_may_leave_out_many_articles_which_are_gaps() -> None:
    text = THREE.format("") + "\n\n" + excerpt("14", "14 bis", "15", head="Artículo {}.\n\n")
    parsed = treaty.parse(Source("t", text.encode()))
    (document,) = parsed.documents
    assert articles(document) == ["art_1", "art_2", "art_3", "art_14", "art_14-bis", "art_15"]
    assert document.gaps == tuple(f"art_{number}" for number in range(4, 14))
    assert "the numbering says that art_4 to art_13 are missing" in [problem.message for problem in parsed.problems]


def test_a_lone_article_far_ahead_stays_where_it_is_and_is_named() -> None:
    text = THREE.format("") + "\n\n" + excerpt("14", head="Artículo {}.\n\n")
    parsed = treaty.parse(Source("t", text.encode()))
    assert articles(parsed.documents[0])[-1] == "art_3"
    assert any("begins as art_14 does" in problem.message for problem in parsed.problems)


def test_articles_are_titled_in_square_brackets_and_stand_below_numbered_headings() -> None:
    text = "CONVENCIÓN DE PRUEBA\n\n" + "\n\n".join(
        f"## {'I' * ((n + 1) // 2)}. De los pozos\n\nArtículo {n}\n\n[El pozo {n}]\n\nEl pozo número {n} es de todos."
        for n in (1, 3, 5)
    ).replace("Artículo 3", "Artículo 2").replace("Artículo 5", "Artículo 3")
    (document,) = parse(text)
    assert [(p.heading, p.path) for p in document.passages][1] == ("El pozo 3", ("II. De los pozos",))


@pytest.mark.parametrize(
    "quoted",
    [
        excerpt("14", "15", "16", head="Artículo {}. "),  # another form than the run's
        excerpt("14", "15", head="Artículo {}.\n\n"),  # too few to be the text going on
        excerpt("14", "16", "18", head="Artículo {}.\n\n"),  # not one by one
        excerpt("14", "15", "16", "4", "5", head="Artículo {}.\n\n"),  # its own next one comes behind them
        "Hecho en Prueba, hoy.\n\n" + excerpt("14", "15", "16", head="Artículo {}.\n\n"),
    ],
)
def test_articles_that_are_quoted_are_not_the_text_going_on(quoted: str) -> None:
    (document,) = parse(THREE.format("") + "\n\n" + quoted)
    assert not {"art_14", "art_15", "art_16"} & set(articles(document))
    assert document.gaps == ()


def test_provisions_that_name_themselves_need_no_heading_about_them() -> None:
    last = "DISPOSICIONES FINALES\n\nDisposición final primera. Se cuida.\n\nDisposición final segunda. Se mide."
    (document,) = parse(THREE.format("") + "\n\n" + last)
    assert [(p.eid, p.text) for p in document.passages[-2:]] == [
        ("sec_final-1", "Se cuida."),
        ("sec_final-2", "Se mide."),
    ]


def test_letters_may_follow_numbers() -> None:
    text = THREE.format("") + "".join(f"\nArtículo {letter}.\n\nTexto.\n" for letter in "ABCDEFGHIJ")
    (document,) = parse(text)
    assert articles(document)[-2:] == ["art_i", "art_j"]


def test_numbers_that_begin_again_under_a_title_are_another_instrument() -> None:
    second = THREE.format("").replace("CONVENCIÓN DE PRUEBA", "PROTOCOLO DE PRUEBA")
    first, protocol = parse(THREE.format("") + "\nHecho en Prueba, hoy.\n\n" + second)
    assert (first.id, protocol.id) == ("convencion-de-prueba", "protocolo-de-prueba")
    assert all("Hecho" not in passage.text for passage in first.passages)


def test_numbers_that_begin_again_in_an_annex_stay_in_the_instrument() -> None:
    annex = THREE.format("").replace("CONVENCIÓN DE PRUEBA", "ANEXO I\n\nREGLAMENTO DE PRUEBA")
    (document,) = parse(THREE.format("") + "\n" + annex)
    assert [p.eid for p in document.passages if p.eid.startswith("annex_")] == [
        "annex_1__art_1",
        "annex_1__art_2",
        "annex_1__art_3",
    ]


def test_a_table_of_contents_is_left_out() -> None:
    contents = "ÍNDICE\n\n" + "".join(f"Artículo {n}\n\nTema {n}\n\n12{n}\n\n" for n in range(1, 9))
    body = "".join(
        f"Artículo {n}\n\nEl texto del artículo es una frase entera, como debe ser.\n\n" for n in range(1, 9)
    )
    (document,) = parse(f"PROTOCOLO DE PRUEBA\n\n{contents}PREÁMBULO\n\nLos Estados,\n\n{body}")
    assert articles(document) == [f"art_{n}" for n in range(1, 9)]
    assert "table of contents" in {item.rule for item in document.left_out}


def test_a_law_that_goes_on_after_the_treaty_is_left_out_again() -> None:
    law = "LEY DE PRUEBA\n\nARTICULO 1º.- Apruébase la convención de prueba.\n\n"
    after = "\n##### ARTICULO 2º.- Publíquese en el boletín.\n\n##### ARTICULO 3º.- Comuníquese.\n"
    (document,) = parse(law + THREE.format("") + after)
    assert articles(document) == ["art_1", "art_2", "art_3"]
    assert all("Publíquese" not in passage.text for passage in document.passages)


def test_rubrics_are_told_from_text_by_the_habit_of_the_whole() -> None:
    with_rubrics = (
        THREE.format("").replace("Artículo 1.", "Artículo 1. Objeto.").replace("Artículo 2.", "Artículo 2. Fin.")
    )
    (document,) = parse(with_rubrics.replace("Artículo 3.", "Artículo 3. Cierre."))
    assert [p.heading for p in document.passages if p.num] == ["Objeto", "Fin", "Cierre"]
    (document,) = parse(re.sub(r"\.\n\n(Uno|Dos|Tres)", r". \1", THREE.format("")))
    assert [(p.heading, p.text) for p in document.passages if p.num] == [("", "Uno."), ("", "Dos."), ("", "Tres.")]


def test_headings_above_an_article_are_its_path() -> None:
    text = THREE.format("PARTE I\n\nDISPOSICIONES DE PRUEBA\n\nCAPÍTULO I. Uno\n\n").replace(
        "Artículo 3.", "CAPÍTULO II\n\nOTRO\n\nArtículo 3."
    )
    (document,) = parse(text)
    assert document.passages[-1].path == ("PARTE I. DISPOSICIONES DE PRUEBA", "CAPÍTULO II. OTRO")


def test_a_law_without_its_annex_is_refused_with_what_to_do() -> None:
    with pytest.raises(ParseError, match="approves a treaty but holds no treaty text"):
        parse("LEY\n\nARTICULO 1º.- Apruébase la convención.\n\nARTICULO 2º.- Comuníquese.\n")


def test_a_treaty_in_dutch_only_is_refused() -> None:
    with pytest.raises(ParseError, match="Dutch only"):
        parse("##Verdrag inzake het voorbeeld\n\n### Artikel 1\n\nHet doel van het voorbeeld is een test.\n")


def test_a_text_without_articles_is_refused_and_says_how_they_must_look() -> None:
    with pytest.raises(ParseError, match="Artículo 1"):
        parse("Nada que leer aquí.")


def test_what_is_declared_goes_before_what_is_guessed() -> None:
    (document,) = parse(THREE.format(""), title="Convenio 169", language="es", url="https://example.org/169")
    assert (document.id, document.url, document.standing) == ("ilo-169", "https://example.org/169", Standing.OFFICIAL)


def test_a_treaty_that_is_declared_needs_no_other_sign() -> None:
    text = "Texto suelto\n\nArtículo 1.\n\nUno.\n"
    assert not treaty.recognises(Source("t", text.encode()))
    assert treaty.recognises(Source("t", text.encode(), Declaration(kind=SourceKind.TREATY)))


def test_a_judgment_that_quotes_articles_is_no_treaty() -> None:
    quotes = "CASO DE PRUEBA VS. ESTADO. SENTENCIA\n\nLa Convención Americana dispone:\n\n" + THREE.format("")
    assert not treaty.recognises(Source("t", (quotes + "párrafo de la sentencia " * 2000).encode()))


# Words


def test_hard_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    lines = [
        "Los Estados de la prueba se comprometen a unir",
        "las líneas que alguien cortó.",
        "Otro párrafo.",
        "a) una",
        "letra;",
        "b) otra.",
    ]
    composed = compose(lines, wrap_width(lines) or 46)
    assert composed.text.split("\n") == [
        "Los Estados de la prueba se comprometen a unir las líneas que alguien cortó.",
        "Otro párrafo.",
        "a) una letra;",
        "b) otra.",
    ]


def test_a_mark_counts_only_where_it_goes_on_with_a_list() -> None:
    composed = compose(
        ["1. Uno según el inciso", "b) de la prueba;", "2. dos:", "a) letra; y", "b) letra.", "7. no sigue."]
    )
    assert [a.eid for a in anchors_of("art_9", composed)] == [
        "art_9__para_1",
        "art_9__para_2",
        "art_9__para_2__point_a",
        "art_9__para_2__point_b",
    ]


def test_marks_may_be_nested_doubled_and_mixed() -> None:
    composed = compose(["1. a) Uno:", "i) primero;", "(ii) segundo.", "b) Otro.", "2. Dos."])
    assert [a.eid.removeprefix("art_8__") for a in anchors_of("art_8", composed)] == [
        "para_1",
        "para_1__point_a",
        "para_1__point_a__point_i",
        "para_1__point_a__point_ii",
        "para_1__point_b",
        "para_2",
    ]


def test_a_first_paragraph_that_lost_its_number_is_the_first() -> None:
    composed = compose(["Sin número.", "2. Con número."])
    assert [(a.eid, a.start) for a in anchors_of("art_1", composed)] == [("art_1__para_1", 0), ("art_1__para_2", 12)]


def test_an_anchor_is_where_its_words_begin() -> None:
    composed = compose(["Lista:", "1.Pegado", "2. Suelto"])
    assert composed.text == "Lista:\n1. Pegado\n2. Suelto"
    assert [composed.text[a.start : a.start + 4] for a in anchors_of("art_1", composed)] == ["1. P", "2. S"]


@pytest.mark.parametrize(
    ("line", "text", "lead"),
    [
        ("**Artículo 5. Derecho a la Integridad****Personal.**", "Artículo 5. Derecho a la Integridad Personal.", 45),
        ("*Por cuanto*el día 28", "Por cuanto el día 28", 10),
        ("**ARTICULO 2º**- Reconócese", "ARTICULO 2º- Reconócese", 11),
        ("[art. 5](../x/y.md) of *x*", "art. 5 of x", 0),
        ("Artículo\u00a09.\u200b", "Artículo 9.", 0),
    ],
)
def test_markup_is_taken_off_a_line(line: str, text: str, lead: int) -> None:
    assert plain(line) == (text, lead)


# Names


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("PACTO INTERNACIONAL DE DERECHOS CIVILES Y POLITICOS", "iccpr"),
        ("Instrumento de Ratificación del Convenio número 135 de la Organización Internacional del Trabajo", "ilo-135"),
        (
            "Protocolo número 7 al Convenio para la protección de los derechos humanos y libertades fundamentales",
            "echr-p7",
        ),
        ("Abolition of Forced Labour Convention, 1957", "ilo-105"),
    ],
)
def test_an_instrument_is_known_by_its_longest_name(title: str, id_: str) -> None:
    row = known([title])
    assert row is not None
    assert row.id == id_


def test_a_protocol_is_not_the_convention_it_adds_to() -> None:
    assert known(["Protocolo número 99 al Convenio Europeo de Derechos Humanos"]) is None
    assert known(["Convenio Europeo de Derechos Humanos"]) is not None


def test_a_slip_in_a_title_is_forgiven_a_number_is_not() -> None:
    row = misspelt("Protocol relating to the States of Refugees")
    assert row is not None
    assert row.id == "refugee-protocol-1967"
    assert misspelt(instruments()["geneva-ap1"].es.replace("internacionales", "internacionalez II")) is None


def test_a_treaty_without_a_title_is_named_after_its_file_and_said_to_be() -> None:
    text = "\n\n".join(f"Article {n}\n\nThe parties shall keep well {n} open." for n in range(1, 6))
    parsed = treaty.parse(Source("old wells.txt", text.encode(), Declaration(kind=SourceKind.TREATY)))
    assert parsed.documents[0].id == "old-wells"
    assert "Declare its kind and its title" in parsed.problems[0].message


def test_an_unknown_instrument_is_named_after_its_title_and_said_to_be() -> None:
    parsed = treaty.parse(Source("t", THREE.format("").encode()))
    assert parsed.documents[0].id == "convencion-de-prueba"
    assert any("instruments.toml" in problem.message for problem in parsed.problems)
    assert len(slug_of("Tratado " * 40)) <= 60


# Hostile input


HOSTILE = {
    "stars": "*" * 40_000,
    "brackets": "[a" * 20_000,
    "links": "](" * 20_000,
    "marks": "1." * 20_000,
    "letters": "(a" * 20_000,
    "articles": "Artículo 1. " * 3_300,
    "spaces": "Artículo 1" + " " * 40_000,
    "digits": "Artículo " + "1" * 40_000,
    "dashes": "Art. 1" + ". - " * 10_000,
    "divisions": "título preliminar " * 2_300,
    "provisions": "final and " * 4_000,
    "romans": "xvi" * 13_300,
}


@pytest.mark.timeout(30)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("look", [head_of, worded_of, cut_short, tidy, lambda t: division_of(t, heading=True)])
def test_no_line_is_looked_at_for_ever(text: str, look: Callable[[str], object]) -> None:
    look(text)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_is_refused_or_read_but_never_hangs(text: str) -> None:
    with suppress(ParseError):
        treaty.parse(Source("t", f"CONVENCIÓN\n\nArtículo 1.\n\n{text}\n\nArtículo 2.\n\n{text}".encode()))


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"\x00\x01\x02" * 500, b"%PDF-1.7", b"\xff\xfe\x00", b"---\n", b"---\ntitle: x\n---\n"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    source = Source("t", data)
    assert not treaty.recognises(source)
    with pytest.raises(ParseError):
        treaty.parse(source)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_truncated_example_is_refused_or_read(path: Path) -> None:
    data = path.read_bytes()
    for size in range(0, len(data), max(1, len(data) // 40)):
        source = Source("t", data[:size])
        for _, recognises, parse_ in READERS:
            if recognises(source):
                with suppress(ParseError):
                    parse_(source)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Artículo 123.IVab)(*#-\n—ºPARTEcap", max_size=400))
def test_any_text_keeps_its_characters(text: str) -> None:
    whole = f"CONVENCIÓN DE PRUEBA\n\nArtículo 1.\n\nUno.\n\n{text}"
    try:
        documents = treaty.parse(Source("t", whole.encode())).documents
    except ParseError:
        return
    assert accounted(documents) == visible(whole)


# Real documents


#: Every article of these, once and in order: the file, and how many articles each of its instruments has.
REAL = {
    "es-boe/BOE-A-1977-10733.md": {"iccpr": 53},
    "es-boe/BOE-A-1977-10734.md": {"icescr": 31},
    "es-boe/BOE-A-1984-6749.md": {"cedaw": 30},
    "es-boe/BOE-A-2001-15664.md": {"cedaw-op": 21},
    "es-boe/BOE-A-2008-6963.md": {"crpd": 50},
    "es-boe/BOE-A-2013-2081.md": {"icescr-op": 22},
    "es-boe/BOE-A-2002-10139.md": {"rome-statute": 128},
    "es-boe/BOE-A-1978-26331.md": {"refugee-1951": 46, "refugee-protocol-1967": 11},
    "es-boe/BOE-A-1990-27553.md": {"un-charter": 111, "icj-statute": 70},
    "es-boe/BOE-A-1999-10148.md": {
        "echr": 59,
        "echr-p1": 6,
        "echr-p4": 7,
        "echr-p6": 9,
        "echr-p7": 10,
        "echr-p12": 6,
        "echr-p13": 8,
        "echr-p16": 11,
    },
    "es-ar/LEY-23054.md": {"achr": 82},
    "es-ar/LEY-23313.md": {"icescr": 31, "iccpr": 53, "iccpr-op1": 14},
    "es-ar/LEY-23338.md": {"cat": 33},
    "es-ar/LEY-23849.md": {"crc": 54},
    "es-ar/LEY-17722.md": {"icerd": 25},
    "es-ar/LEY-24071.md": {"ilo-169": 44},
    "es-ar/LEY-26378.md": {"crpd": 50, "crpd-op": 18},
    "es-ar/LEY-23379.md": {"geneva-ap1": 102, "geneva-ap2": 28},
    "es-ar/LEY-26202.md": {"cmw": 93},
    "es-ar/LEY-26298.md": {"ced": 45},
    "es-ar/LEY-24632.md": {"belem-do-para": 25},
    "es-plain/cadh_es.txt": {"achr": 82},
    "en/ICCPR.md": {"iccpr": 53, "iccpr-op1": 14},
    "en/Geneva-IV-1949.md": {"geneva-4": 159},
}
#: What stands around treaties and must be in no article.
FOREIGN = re.compile(
    r"apru[eé]base|comuníquese al poder|en fe de lo cual|en testimonio de lo cual|in (?:witness|faith) whereof"
    r"|\bartikel\b|\bverdrag\b|dada en la sala",
    re.IGNORECASE,
)


def main_numbers(document: Document) -> list[int]:
    found = [re.match(r"art_(\d+)", eid) for eid in articles(document)]
    return list(dict.fromkeys(int(match[1]) for match in found if match))


@needs_texts
@pytest.mark.parametrize(("name", "expected"), REAL.items(), ids=REAL.keys())
def test_real_treaties_have_each_article_once_and_in_order(name: str, expected: dict[str, int]) -> None:
    documents = read(source_of(TREATIES / name)).documents
    assert {document.id: main_numbers(document) for document in documents} == {
        id_: list(range(1, count + 1)) for id_, count in expected.items()
    }
    assert all(not document.gaps for document in documents)


@needs_texts
@pytest.mark.parametrize("path", sorted(TREATIES.glob("e[ns]*/*")), ids=lambda path: path.name)
def test_real_treaties_hold_nothing_foreign_and_lose_nothing(path: Path) -> None:
    source = source_of(path)
    try:
        documents = read(source).documents
    except ParseError as error:
        assert "holds no treaty text" in str(error)  # noqa: PT017  (most files are read)
        return
    for document in documents:
        names = articles(document)
        assert len(names) == len(set(names))
        row = instruments().get(document.id)
        if row and row.articles and document.kind is SourceKind.TREATY:
            assert len({re.sub(r"-(?:bis|ter)$", "", name) for name in names}) == row.articles
        foreign = [p.eid for p in document.passages if p.eid.startswith("art_") and FOREIGN.search(p.text)]
        assert not foreign
    assert accounted(documents) >= 0.99 * visible(source.data.decode("utf-8"))


@needs_texts
def test_four_argentine_laws_are_refused_for_they_hold_no_treaty() -> None:
    refused = []
    for path in sorted((TREATIES / "es-ar").glob("*.md")):
        try:
            read(source_of(path))
        except ParseError:
            refused.append(path.stem)
    assert refused == ["LEY-24820", "LEY-27044", "LEY-27360", "LEY-27700"]


@needs_texts
@pytest.mark.parametrize("path", sorted(TREATIES.glob("udhr-html/*.html")), ids=lambda path: path.name)
def test_the_universal_declaration_in_every_language(path: Path) -> None:
    (document,) = read(source_of(path)).documents
    assert (document.id, articles(document)) == ("udhr", [f"art_{n}" for n in range(1, 31)])
    assert len(document.language) in (2, 3)


@needs_texts
def test_a_treaty_is_numbered_the_same_in_its_languages() -> None:
    """The numbered parts of two languages differ only where one source lost a number."""
    spanish = read(source_of(TREATIES / "es-boe/BOE-A-1977-10733.md")).documents[0]
    english = read(source_of(TREATIES / "en/ICCPR.md")).documents[0]
    parts = [{p.eid: [a.eid for a in p.anchors] for p in d.passages if p.num} for d in (spanish, english)]
    assert [eid for eid in parts[0] if parts[0][eid] != parts[1][eid]] in ([], ["art_14"])
