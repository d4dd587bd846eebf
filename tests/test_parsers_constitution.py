"""Constitutions: every article once and in order, under its headings, numerals apart where the register wants it."""

import json
import re
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from parser_goldens import READERS, TEXTS, accounted, examples, expectation, outline_of, read, source_of
from rights_search.errors import CorpusError, ParseError
from rights_search.model import Declaration, Document, Passage, PassageKind, Source, SourceKind, Standing, hold
from rights_search.model.reach import pinpoint
from rights_search.parsers import parse
from rights_search.parsers.articles.layout import lent, place, split_numerals
from rights_search.parsers.articles.numbers import ordinal
from rights_search.parsers.base import visible
from rights_search.parsers.constitutions import document as constitution
from rights_search.parsers.constitutions import json_records as constitution_json
from rights_search.parsers.constitutions import mdx_pages as constitution_mdx
from rights_search.parsers.constitutions import outline as constitution_outline
from rights_search.parsers.constitutions import sql_dump as constitution_sql
from rights_search.parsers.constitutions.headings import outline_of as page_of
from rights_search.parsers.constitutions.sql_rows import rows_of
from rights_search.parsers.constitutions.title_page import title_alone
from rights_search.parsers.structure import Structure, load_structure, structure_of
from rights_search.vocabulary import constitution_id

EXAMPLES = examples("constitution")
ECUADOR = TEXTS / "ecuador" / "constitution"
CONSTITUTE = TEXTS / "constitutions" / "en-constitute"
COLOMBIA = TEXTS / "constitutions" / "es-co"
CORPUS = Path(__file__).parents[1] / "corpus" / "ecuador"
NUMERALS = {"11": 9, "57": 21, "66": 29, "76": 7, "77": 14}
needs_texts = pytest.mark.skipif(not ECUADOR.is_dir(), reason=f"the real constitutions are not in {ECUADOR}")
needs_structure = pytest.mark.skipif(
    not (CORPUS / "structure.toml").is_file(), reason="the corpus has no structure.toml"
)


def one(path: Path) -> Document:
    (document,) = read(source_of(path)).documents
    return document


def articles(document: Document) -> list[str]:
    return [passage.eid for passage in document.passages if passage.eid.startswith("art_")]


ARTICLES = "\n".join(
    f"Article {n}\n\nThe wells of the republic are open on day {n} of each month.\n" for n in range(1, 9)
)


@pytest.mark.parametrize(
    "title",
    [
        "Ecuador's Constitution of 2044 with Amendments through 2051",
        "TEXT OF THE CONSTITUTION OF THE REPUBLIC OF ECUADOR, PUT IN ORDER",
        "Fija el texto ordenado de la Constitución Política de la República del Ecuador",
    ],
)
def test_a_text_whose_title_says_so_is_a_constitution_without_being_told(title: str) -> None:
    text = f"PDF made on a Monday\n\n{title}\n\nTITLE I. WATERS\n\n{ARTICLES}"
    (document,) = parse(Source("x.txt", text.encode())).documents
    assert (document.kind, document.id, document.states) == ("constitution", "ecuador-constitution", ("ECU",))
    assert document.date == ("2044" if "2044" in title else "")


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("CONSTITUCIÓN DE LA REPÚBLICA DEL ECUADOR", "ECU"),
        ("CONSTITUCIÓN POLÍTICA\nDE LA REPÚBLICA DE CHILE", "CHL"),
        ("Constitución Política de la República de Guatemala (reformada)", "GTM"),
        ("Constitución Política de los Estados Unidos Mexicanos", "MEX"),
        ("Constitución española", "ESP"),
        ("CONSTITUTION OF THE\nREPUBLIC OF KENYA\n2044", "KEN"),
        ("The Constitution of the Democratic Republic of the Congo", "COD"),
        ("Constituição da República Portuguesa", "PRT"),
        ("CONSTITUIÇÃO DA REPÚBLICA FEDERATIVA DO BRASIL DE 2044", "BRA"),
        ("Constituição da República de Moçambique", "MOZ"),
        ("Constitution de la République du Tchad du 4 mai 2044", "TCD"),
        ("Constitution de la République française", "FRA"),
    ],
)
@pytest.mark.parametrize("article", ["Artículo {}.- ", "Article {}\n", "Artigo {}.º\n"])
def test_a_title_that_stands_alone_above_articles_makes_a_constitution(title: str, state: str, article: str) -> None:
    judged = "The judgment on the wells was a sentencia against the applicant."
    body = "\n\n".join(f"{article.format(n)}The wells of the republic are open on day {n}." for n in (1, 2))
    (document,) = parse(Source("x.txt", f"{title}\n\nTITLE I. WATERS\n\n{body}\n\n{judged}".encode())).documents
    assert (document.kind, document.states) == ("constitution", (state,))
    assert articles(document) == ["art_1", "art_2"]


@pytest.mark.parametrize(
    "lines",
    [
        ("Constitution of the Postal League of Rivers",),
        ("On the Constitution of Norway",),
        ("We read the Constitution of Norway.",),
        ("Constitution of Norway and of Sweden",),
        ("Comments on the draft", "Constitution of Norway"),
        ("LEY DE POZOS", "CONSTITUCIÓN DE LA REPÚBLICA DEL ECUADOR"),
        ("Constitución de la República",),
    ],
)
def test_a_title_that_says_more_than_whose_constitution_it_is_does_not_stand_alone(lines: tuple[str, ...]) -> None:
    assert title_alone(lines) == ("", 0)


def test_a_line_about_a_constitution_is_no_title_of_one() -> None:
    lines = ("The King of Spain, under article 94 of the Constitution", "Agreement on the Constitution of Norway")
    assert not constitution.title_among(lines)
    assert not constitution.title_among(["It was read in the light of the Constitution of Norway."])


# Portuguese and French

BRAZILIAN = """CONSTITUIÇÃO DA REPÚBLICA FEDERATIVA DO BRASIL

PREÂMBULO

Nós, que cuidamos dos poços, escrevemos este texto inventado.

TÍTULO I
DOS POÇOS

Art. 1º Os poços da aldeia são de todos e têm como regras:

I - a água limpa;

II - a água perto.

Parágrafo único. Quem fecha um poço abre outro.

CAPÍTULO II
DOS GUARDAS

Seção I
Da eleição

Art. 2º Cada aldeia guarda os seus poços, nestes termos:

I - o poço fica aberto de dia;

II - o guarda do poço:

a) tem uma chave;

b) tem uma lanterna;

III - ninguém paga a água.

§ 1º O guarda é eleito por um ano e deve:

I - saber nadar;

II - não ter medo do escuro.

§ 2º A eleição é pública.

Art. 2º-A. A lanterna é de cobre.

Art. 3º O museu é gratuito.

DISPOSIÇÕES CONSTITUCIONAIS TRANSITÓRIAS

Art. 1º Os poços antigos ficam abertos.

Art. 2º O primeiro guarda é eleito no verão.
"""

PORTUGUESE = """CONSTITUIÇÃO DA REPÚBLICA PORTUGUESA

PARTE I
Dos poços

Artigo 1.º
(Poços)

Os poços são de todos.

Artigo 2.º
(Guardas)

1. Cada poço tem um guarda.

2. O guarda tem:

a) Uma chave;

b) Uma lanterna.

SECÇÃO II
Das chaves

Artigo 3.º
(Chaves)

As chaves são de cobre.

Artigo 3.º-A
(Cópias)

As cópias são de ferro.

DISPOSIÇÕES FINAIS E TRANSITÓRIAS

Artigo 4.º
(Entrada em vigor)

O texto vale desde o verão.
"""

FRENCH = """CONSTITUTION DE LA RÉPUBLIQUE DU TCHAD

TITRE PREMIER
DES PUITS

Article premier. Les puits sont à tous et le village les garde ; nul ne les ferme.

Le village en ouvre d’autres.

CHAPITRE DEUXIÈME
DES GARDIENS

Article 2. Le gardien porte :

a) une clef ;

b) une lanterne.

Article 2-1. La clef est en cuivre et la lanterne en fer ; le village les paie.

DISPOSITIONS TRANSITOIRES ET FINALES

Article 3. Le texte vaut dès l’été ; le village le lit.
"""


def laid_out(text: str) -> dict[str, tuple[str, tuple[str, ...], list[str]]]:
    """The heading, the path and the parts of each passage."""
    (document,) = parse(Source("x.txt", text.encode())).documents
    return {p.eid: (p.heading, p.path, [a.eid.partition("__")[2] for a in p.anchors]) for p in document.passages}


def test_a_brazilian_constitution_has_incisos_and_alineas_and_paragraphs_beside_them() -> None:
    first, second = ("TÍTULO I. DOS POÇOS",), ("TÍTULO I. DOS POÇOS", "CAPÍTULO II. DOS GUARDAS", "Seção I. Da eleição")
    inside = ["point_i", "point_ii", "point_ii__point_a", "point_ii__point_b", "point_iii"]
    inside += ["num_1", "num_1__point_i", "num_1__point_ii", "num_2"]
    later = ("DISPOSIÇÕES CONSTITUCIONAIS TRANSITÓRIAS",)
    assert laid_out(BRAZILIAN) == {
        "sec_preamble": ("Preâmbulo", (), []),
        "art_1": ("", first, ["point_i", "point_ii", "num_unico"]),
        "art_2": ("", second, inside),
        "art_2a": ("", second, []),
        "art_3": ("", second, []),
        "transitional_1": ("", later, []),
        "transitional_2": ("", later, []),
    }
    # … so that a citation of it hits: “art. 2º, § 1º, inciso II, da Constituição Federal” is #2.1.ii.
    assert [pinpoint(f"art_2__{part}") for part in inside][3::3] == ["2.ii.b", "2.1.i"]


def test_a_portuguese_constitution_titles_its_articles_in_brackets() -> None:
    path = ("PARTE I. Dos poços",)
    assert laid_out(PORTUGUESE) == {
        "art_1": ("Poços", path, []),
        "art_2": ("Guardas", path, ["num_1", "num_2", "num_2__point_a", "num_2__point_b"]),
        "art_3": ("Chaves", (*path, "SECÇÃO II. Das chaves"), []),
        "art_3a": ("Cópias", (*path, "SECÇÃO II. Das chaves"), []),
        "art_4": ("Entrada em vigor", ("DISPOSIÇÕES FINAIS E TRANSITÓRIAS",), []),
    }


def test_a_french_constitution_begins_with_its_first_article_in_a_word() -> None:
    path = ("TITRE PREMIER. DES PUITS",)
    below = (*path, "CHAPITRE DEUXIÈME. DES GARDIENS")
    assert laid_out(FRENCH) == {
        "art_1": ("", path, []),
        "art_2": ("", below, ["point_a", "point_b"]),
        "art_2-1": ("", below, []),
        "art_3": ("", ("DISPOSITIONS TRANSITOIRES ET FINALES",), []),
    }


@pytest.mark.parametrize(("words", "number"), [("primeira", 1), ("oitavo", 8), ("deuxième", 2), ("non", None)])
def test_ordinals_are_read_in_portuguese_and_french(words: str, number: int | None) -> None:
    assert ordinal(words) == number


# The examples


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_each_example_reads_as_expected(path: Path) -> None:
    assert outline_of(source_of(path)) == expectation(path)


@pytest.mark.parametrize("path", [p for p in EXAMPLES if p.suffix != ".json"], ids=lambda path: path.name)
def test_every_character_of_an_example_is_in_a_passage_or_under_a_rule(path: Path) -> None:
    source = source_of(path)
    assert accounted(read(source).documents) == visible(source.data.decode())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_truncated_example_is_refused_or_read(path: Path) -> None:
    data = path.read_bytes()
    for size in range(0, len(data), max(1, len(data) // 40)):
        source = Source("t", data[:size])
        for _, recognises, parse_one in READERS:
            if recognises(source):
                with suppress(ParseError):
                    parse_one(source)


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"[1, 2]", b'{"articles": []}', b"\x00" * 100, b"INSERT INTO", b"Share\n" * 9]
)
def test_what_is_no_constitution_is_not_taken_for_one(data: bytes) -> None:
    assert [name for name, recognises, _ in READERS if recognises(Source("t", data))] == []


# Whose constitution it is


@pytest.mark.parametrize(
    ("title", "declared", "code", "id_"),
    [
        ("Ecuador 2008", "", "ECU", "ecuador-constitution"),
        ("Constitución de la República del Ecuador", "", "ECU", "ecuador-constitution"),
        ("Dominican Republic 2010", "", "DOM", "dominican-republic-constitution"),
        ("Un título cualquiera", "PER", "PER", "peru-constitution"),
        ("Constitution of the Republic of Nowhereland 1999", "", "", "nowhereland-constitution"),
    ],
)
def test_a_state_is_declared_or_named_in_the_title(title: str, declared: str, code: str, id_: str) -> None:
    found, name = constitution.state_of([title], [], declared)
    assert (found, constitution_id(name)) == (code, id_)


def test_a_state_without_a_title_is_the_one_the_text_speaks_of() -> None:
    texts = ["El Ecuador es un Estado.", "El territorio del Ecuador.", "Nada.", "El Ecuador y el Perú."]
    assert constitution.state_of([], texts)[0] == "ECU"
    assert constitution.state_of([], ["Nada que ver."]) == ("", "")


# Records


def records(*contents: tuple[int, str]) -> Source:
    data = {"name": "Constitución de prueba", "articles": [{"number": n, "content": text} for n, text in contents]}
    return Source("t", json.dumps(data).encode())


def test_the_first_record_in_order_is_the_article_and_the_rest_are_left_out() -> None:
    source = records((1, "Uno."), (3, "cita del fallo"), (2, "Dos."), (1, "otro fallo"), (3, "Tres."), (4, "Cuatro."))
    (document,) = constitution_json.parse(source).documents
    assert [(p.num, p.text) for p in document.passages] == [
        ("1", "Uno."),
        ("2", "Dos."),
        ("3", "Tres."),
        ("4", "Cuatro."),
    ]
    assert document.left_out[0].characters == visible("cita del fallo" + "otro fallo")


def test_a_note_stands_beside_its_article_and_a_heading_above_the_next() -> None:
    source = records(
        (1, "Uno.\nNota: Reformado.\nNota: Y otra vez."), (2, "Dos.\nSección segunda\nDe prueba"), (3, "Tres.")
    )
    (document,) = constitution_json.parse(source).documents
    assert [note.text for note in document.passages[0].notes] == ["Nota: Reformado.", "Nota: Y otra vez."]
    assert [p.text for p in document.passages] == ["Uno.", "Dos.", "Tres."]
    assert [p.path for p in document.passages] == [(), (), ("Sección segunda. De prueba",)]


def test_json_that_is_broken_or_deep_is_refused() -> None:
    for data in (b'{"number": 1, "content": "constitucion"', b"[" * 100_000):
        with pytest.raises(ParseError):
            constitution_json.parse(Source("t", data))


# SQL


def test_strings_may_hold_anything() -> None:
    dump = r"""INSERT INTO `t` (`a`, `b`) VALUES ('it''s \'quoted\'\r\nand ), (2', "x"), (NULL, 7); junk 'INSERT"""
    assert [row.values for row in rows_of(dump)] == [
        {"a": "it's 'quoted'\r\nand ), (2", "b": "x"},
        {"a": "", "b": "7"},
    ]


@pytest.mark.parametrize("cut", range(0, 80, 7))
def test_a_dump_cut_short_gives_the_rows_it_has(cut: int) -> None:
    dump = "INSERT INTO `t` (`a`, `b`) VALUES ('uno', 'dos'), ('tres', 'cuatro'), ('cinco"
    rows = list(rows_of(dump[:cut]))
    assert len(rows) <= 2


def test_a_dump_without_articles_is_refused() -> None:
    with pytest.raises(ParseError, match="no table of articles"):
        constitution_sql.parse(Source("t", b"INSERT INTO `x` (`y`) VALUES (1); -- constitucion art"))


# Outlines


def test_headings_of_pages_are_told_by_the_button_and_the_blank_lines() -> None:
    page = page_of(
        "Ecuador 2031\n\nTitle I. One\n\nCHAPTER 1. Two\n\nArticle 1\nShare\n\nWords.\n\n\n\nArticle 2\nShare\n\nMore."
    )
    assert [unit.heading for unit in page.units] == ["Title I. One", "CHAPTER 1. Two", "Article 1", "Article 2"]


def outline(*units: tuple[str, str]) -> Document:
    body = "".join(f"{heading}\nShare\n\n{words}\n\n\n\n" for heading, words in units)
    return constitution_outline.parse(Source("t", f"Ecuador 2031\n\n{body}".encode())).documents[0]


def test_numbers_that_begin_again_in_every_chapter_belong_to_it() -> None:
    units = [
        (f"Chapter {c}. Sample" if not n else f"Art {n}", f"Words {c}.{n}.") for c in range(1, 7) for n in range(4)
    ]
    document = outline(*((heading, words) for heading, words in units))
    names = [p.eid for p in document.passages if "__art_" in p.eid]
    assert names[:4] == ["sec_1__art_1", "sec_1__art_2", "sec_1__art_3", "sec_2__art_1"]
    assert not document.gaps


def test_articles_may_hold_sections() -> None:
    document = outline(
        ("ARTICLE I. ONE", "x."),
        ("Section 1", "a."),
        ("Section 2", "b."),
        ("ARTICLE II. TWO", "y."),
        ("Section 1", "c."),
    )
    assert [p.eid for p in document.passages] == ["art_1", "art_1__sec_1", "art_1__sec_2", "art_2", "art_2__sec_1"]


def test_articles_may_be_bare_numbers_and_several_at_once() -> None:
    document = outline(
        ("1. One", "a."), ("2. Two", "b."), ("3 and 4", "repealed."), ("5A. Five", "c."), ("6. Six", "d.")
    )
    assert [(p.eid, p.num, p.heading) for p in document.passages] == [
        ("art_1", "1", "One"),
        ("art_2", "2", "Two"),
        ("art_3", "3 and 4", ""),
        ("art_5a", "5A", "Five"),
        ("art_6", "6", "Six"),
    ]


# Pages


def test_pages_are_parts_that_are_joined_where_they_are_held() -> None:
    front = '---\ntitle: "Artículo {0}"\ndescription: "Artículo {0} de la Constitución Política de Colombia"\n---'
    page = front + "\n\nTexto {0}.\n"
    documents = [constitution_mdx.parse(Source(f"{n}.mdx", page.format(n).encode())).documents[0] for n in (10, 2, 1)]
    assert {document.standing for document in documents} == {Standing.EXCERPT}
    (holding,), problems = hold(documents)
    assert [p.eid for p in holding.passages] == ["art_1", "art_2", "art_10"]
    assert problems == ()


def test_a_page_that_does_not_say_whose_it_is_needs_a_declaration() -> None:
    data = b'---\ntitle: "Articulo Transitorio 3"\ndescription: "Disposiciones transitorias"\n---\n\nTexto.\n'
    with pytest.raises(ParseError, match="declare its state"):
        constitution_mdx.parse(Source("t", data))
    (document,) = constitution_mdx.parse(Source("t", data, Declaration(state="COL"))).documents
    assert (document.id, document.passages[0].eid) == ("colombia-constitution", "transitional_3")


# Laying out


STRUCTURE = """
[[part]]
from = 1
to = 2
title = { es = "Título", en = "Title" }
chapter = { es = "Capítulo", en = "Chapter" }

[[part]]
from = 3
to = 3
title = { es = "Otro", en = "Other" }

[[closing]]
article = 2
begins = { es = "Cierre del artículo" }
"""


def of_articles(count: int, path: tuple[str, ...] = (), printed: int = 0) -> Document:
    """A constitution of so many articles, the first of which stand under a printed heading."""
    return Document(
        id="x",
        kind=SourceKind.CONSTITUTION,
        title="X",
        language="es",
        standing=Standing.OFFICIAL,
        passages=tuple(
            Passage(
                eid=f"art_{n}",
                kind=PassageKind.PROVISION,
                text=f"El pozo {n} está abierto.",
                path=path if n <= printed else (),
            )
            for n in range(1, count + 1)
        ),
    )


def test_a_structure_lays_headings_above_the_articles_of_a_text_that_lost_them() -> None:
    document = of_articles(3)
    laid = place(document, structure_of(STRUCTURE))
    assert [p.path for p in laid.passages] == [("Título", "Capítulo"), ("Título", "Capítulo"), ("Otro",)]
    assert lent(document, laid) == 3
    assert place(document, Structure()) == document


def test_where_one_heading_was_left_it_stays_and_the_others_are_found() -> None:
    laid = place(of_articles(3, ("TÍTULO",), printed=1), structure_of(STRUCTURE))
    assert [p.path for p in laid.passages] == [("Título", "Capítulo"), ("Título", "Capítulo"), ("Otro",)]


@pytest.mark.parametrize(
    "document",
    [
        of_articles(3, ("De los pozos",), printed=3),  # an amended text, with headings of its own
        of_articles(3, ("TÍTULO", "De los pozos"), printed=2),
        of_articles(3, ("De los pozos",), printed=1),
        of_articles(4),  # another constitution of the same State, without headings
        of_articles(2),
    ],
)
def test_a_text_that_is_not_the_one_the_structure_is_of_keeps_the_headings_it_prints(document: Document) -> None:
    laid = place(document, structure_of(STRUCTURE))
    assert [p.path for p in laid.passages] == [p.path for p in document.passages]
    assert lent(document, laid) == 0


def test_headings_that_say_the_same_words_have_the_levels_of_the_structure() -> None:
    document = of_articles(2, ("TÍTULO · CAPÍTULO",), printed=2)
    laid = place(document, structure_of(STRUCTURE))
    assert {p.path for p in laid.passages} == {("Título", "Capítulo")}
    assert lent(document, laid) == 0


def test_numerals_of_named_articles_become_passages() -> None:
    document = one(next(path for path in EXAMPLES if path.name == "records.json"))
    split = split_numerals(place(document, structure_of(STRUCTURE)), frozenset({"2"}))
    parts = [(p.eid, p.num, p.text.partition("\n")[0]) for p in split.passages]
    assert parts == [
        ("art_1", "1", document.passages[0].text),
        ("art_2", "2", "Los numerales de muestra son tres:"),
        ("art_2__num_1", "2.1", "El primero dice una cosa inventada y ocupa dos líneas."),
        ("art_2__num_2", "2.2", "El segundo incluye:"),
        ("art_2__num_3", "2.3", "El tercero cierra la lista."),
        ("art_2__inc_2", "2.inc2", "Cierre del artículo entero, que no pertenece al numeral."),
        ("art_3", "3", document.passages[2].text),
        ("art_4", "4", document.passages[3].text),
    ]
    letters = split.passages[3]
    assert [(a.eid, letters.text[a.start : a.start + 2]) for a in letters.anchors] == [
        ("art_2__num_2__point_a", "a)"),
        ("art_2__num_2__point_b", "b)"),
    ]
    assert {p.path for p in split.passages[1:6]} == {("DERECHOS",)}


def test_articles_that_are_not_named_stay_whole() -> None:
    document = one(next(path for path in EXAMPLES if path.name == "records.json"))
    assert split_numerals(document, frozenset()) == document
    assert split_numerals(document, frozenset({"1", "9"})) == document


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[part]]\nfrom = 2\nto = 1\ntitle = { es = 'x' }", "whole numbers"),
        ("[[part]]\nfrom = 1\nto = 2", "must be texts"),
        ("[[part]]\nfrom = 1\nto = 2\ntitel = 3\ntitle = { es = 'x' }", "unknown field “titel”"),
        (
            "[[part]]\nfrom = 1\nto = 2\ntitle = { es = 'x' }\n[[part]]\nfrom = 2\nto = 3\ntitle = { es = 'x' }",
            "before the part",
        ),
        ("[[closing]]\narticle = 1", "begins"),
        ("[[part", "not valid TOML"),
    ],
)
def test_a_structure_that_does_not_hold_together_says_why(text: str, says: str) -> None:
    with pytest.raises(CorpusError, match=says):
        structure_of(text)


def test_a_state_without_a_structure_has_none(tmp_path: Path) -> None:
    assert load_structure(tmp_path / "structure.toml") == Structure()


@needs_structure
def test_ecuadors_structure_covers_every_article_in_both_languages() -> None:
    structure = load_structure(CORPUS / "structure.toml")
    for number in range(1, 445):
        assert len(structure.path_of(number, "es")) == len(structure.path_of(number, "en")) >= 2
    assert structure.path_of(35, "es")[1] == "Derechos de las personas y grupos de atención prioritaria"
    assert structure.path_of(445, "es") == ()


def titled(articles: int, without_title: int = 0) -> bytes:
    """A constitution whose articles are a number and a title, and whose clauses begin anew."""
    text = ["Ruritania's Constitution of 1999", "", "CHAPTER 1. THE REPUBLIC", ""]
    for number in range(1, articles + 1):
        title = "" if number == without_title else f" On the well number {number}"
        text += [f"{number}.{title}".rstrip(".") if not title else f"{number}.{title}", ""]
        text += ["1. The well belongs to the people.", "", "2. The State shall mend it, and nobody pays.", ""]
    return "\n".join(text).encode()


def test_articles_may_be_a_number_and_a_title() -> None:
    (document,) = parse(Source("ruritania.txt", titled(24))).documents
    assert [passage.eid for passage in document.passages] == [f"art_{number}" for number in range(1, 25)]
    first = document.passages[0]
    assert first.heading == "On the well number 1"
    assert first.path == ("CHAPTER 1. THE REPUBLIC",)
    assert first.text.splitlines() == [
        "1. The well belongs to the people.",
        "2. The State shall mend it, and nobody pays.",
    ]
    assert document.kind == "constitution"


def test_one_of_them_may_lack_its_title() -> None:
    (document,) = parse(Source("ruritania.txt", titled(24, without_title=9))).documents
    assert [passage.num for passage in document.passages][8:10] == ["9", "10"]


def test_a_few_numbered_lines_are_no_constitution() -> None:
    with pytest.raises(ParseError):
        parse(Source("ruritania.txt", titled(6)))


def unnamed(head: str, title: str = "CONSTITUTION OF THE REPUBLIC OF ESTONIA", articles: int = 7) -> str:
    """A constitution whose articles are only numbered, in two chapters, with clauses and letters in our own words."""
    text = [title, "We keep the wells, and so that nobody forgets it we write this down."]
    for number in range(1, articles + 1):
        if number in (1, 4):
            text.append(f"Chapter {1 + number // 4}. Of Waters")
        words = f"The well number {number} belongs to all who live beside it and drink of it, whoever they are."
        text.append(head.format(number) + words)
        text += [
            "(1) Nobody shall sell its water.",
            "(a) Neither by day;",
            "(b) nor by night.",
            "(2) All shall mend it.",
        ]
    return "\n\n".join(text)


@pytest.mark.parametrize(
    "head", ["§ {}. ", "§{} ", "§ {}\n", "**§ {}.** ", "Section {}. ", "## Section {}\n", "{}. ", "**{}.** "]
)
@pytest.mark.parametrize("declared", [True, False])
def test_articles_may_be_a_sign_or_a_number_with_clauses(head: str, declared: bool) -> None:
    text = unnamed(head) if not declared else unnamed(head, "The Fundamental Order of the Wells")
    declaration = Declaration(kind=SourceKind.CONSTITUTION if declared else None)
    (document,) = parse(Source("x.txt", text.encode(), declaration)).documents
    assert [passage.eid for passage in document.passages] == ["sec_preamble", *(f"art_{n}" for n in range(1, 8))]
    assert document.passages[5].path == ("Chapter 2. Of Waters",)
    assert document.passages[5].text.startswith("The well number 5 belongs")
    assert [anchor.eid for anchor in document.passages[5].anchors] == [
        "art_5__num_1", "art_5__num_1__point_a", "art_5__num_1__point_b", "art_5__num_2",
    ]  # fmt: skip
    assert accounted([document]) == visible(text)


def test_such_a_constitution_may_be_a_web_page_and_have_schedules() -> None:
    lines = [*unnamed("{}. ").split("\n\n"), "Schedule 1 The Flag", "1. It is blue.", "2. It hangs by the well."]
    page = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    (document,) = parse(Source("x.html", page.encode())).documents
    assert [passage.eid for passage in document.passages][-3:] == ["art_7", "annex_1__art_1", "annex_1__art_2"]


def test_an_article_put_in_between_has_its_letter_and_one_left_out_is_a_gap() -> None:
    text = (
        unnamed("§ {}. ")
        .replace("§ 5.", "§ 4a.")
        .replace("§ 6.", "§ 7.", 1)
        .replace("§ 7. The well number 7", "§ 8. The")
    )
    (document,) = parse(Source("x.txt", text.encode())).documents
    assert articles(document) == ["art_1", "art_2", "art_3", "art_4", "art_4a", "art_7", "art_8"]
    assert document.gaps == ("art_5", "art_6")


@pytest.mark.parametrize(
    "text",
    [
        unnamed("{}. ", "Report on the constitution of the wells"),
        unnamed("§ {}. ", "Report on the constitution of the wells"),
        unnamed("{}. ").replace("(1)", "1.").replace("(2)", "2."),  # no clause tells it from a list
    ],
)
def test_numbers_alone_make_no_constitution_where_nothing_says_that_it_is_one(text: str) -> None:
    with pytest.raises(ParseError):
        parse(Source("x.txt", text.encode()))


def test_paragraphs_with_the_sign_stay_within_articles_that_are_called_so() -> None:
    text = "CONSTITUIÇÃO DA REPÚBLICA FEDERATIVA DO BRASIL\n\n" + "\n\n".join(
        f"Art. {n}º O poço número {n} é de todos.\n\n§ 1º Ninguém vende a sua água.\n\n§ 2º Todos o conservam."
        for n in range(1, 7)
    )
    (document,) = parse(Source("x.txt", text.encode())).documents
    assert articles(document) == [f"art_{n}" for n in range(1, 7)]


def test_a_row_of_a_dump_with_other_columns_is_passed_over() -> None:
    dump = (
        "-- constitucion\nINSERT INTO articulo (cod_art, texto) VALUES ('art1', 'El agua es de todos.');\n"
        "INSERT INTO articulo (cod, texto) VALUES ('art2', 'El pozo se cuida.');\n"
        "INSERT INTO articulo (cod_art, texto) VALUES ('art3', 'Nadie paga por beber.');\n"
    )
    (document,) = parse(Source("dump.sql", dump.encode())).documents
    assert [passage.num for passage in document.passages] == ["1", "3"]


# Real documents


@needs_texts
@pytest.mark.parametrize(
    "name", ["constitucion-2021-lexis.json", "constitucion-2008.mysql.sql", "Ecuador_2008.constitute.en.txt"]
)
def test_ecuador_has_its_444_articles_once_and_in_order_from_every_source(name: str) -> None:
    document = one(ECUADOR / name)
    assert document.id == "ecuador-constitution"
    assert document.states == ("ECU",)
    assert articles(document) == [f"art_{number}" for number in range(1, 445)]
    held = {p.eid: p for p in document.passages}
    for number, count in NUMERALS.items():
        anchors = [a.eid for a in held[f"art_{number}"].anchors if a.eid.count("__") == 1]
        assert anchors == [f"art_{number}__num_{n}" for n in range(1, count + 1)]


@needs_texts
@needs_structure
@pytest.mark.parametrize(
    "name", ["constitucion-2021-lexis.json", "constitucion-2008.mysql.sql", "Ecuador_2008.constitute.en.txt"]
)
def test_ecuadors_numerals_are_passages_under_title_and_chapter(name: str) -> None:
    document = split_numerals(
        place(one(ECUADOR / name), load_structure(CORPUS / "structure.toml")), frozenset(NUMERALS)
    )
    held = {p.eid: p for p in document.passages}
    assert len(held) == len(document.passages)
    for number, count in NUMERALS.items():
        assert sum(eid.startswith(f"art_{number}__num_") for eid in held) == count
        assert not held[f"art_{number}"].anchors
    assert held["art_57__inc_2"].text.count("\n") <= 1
    assert "aislamiento" in held["art_57__inc_2"].text or "isolation" in held["art_57__inc_2"].text
    assert all(len(held[f"art_{number}"].path) >= 2 for number in range(10, 84))


@needs_texts
def test_ecuadors_compilation_keeps_notes_and_rulings_out_of_its_articles() -> None:
    source = source_of(ECUADOR / "constitucion-2021-lexis.json")
    (document,) = read(source).documents
    for passage in document.passages:
        assert not any(words in passage.text for words in ("Nota:", "SENTENCIA INTERPRETATIVA", "\f"))
        assert not re.search(r"^(?:Secci[oó]n|Cap[ií]tulo|T[ií]tulo) \w+$", passage.text, re.MULTILINE)
    contents = sum(visible(record["content"]) for record in json.loads(source.data)["articles"])
    left = sum(item.characters for item in document.left_out if "concordances" not in item.rule)
    notes = sum(visible(note.text) for p in document.passages for note in p.notes)
    assert sum(visible(p.text) for p in document.passages) + notes + left == contents
    assert {item.rule for item in document.left_out} >= {"rulings and other records that are no article"}


@needs_texts
def test_ecuador_in_english_has_its_transitory_provisions_and_its_transition() -> None:
    document = one(ECUADOR / "Ecuador_2008.constitute.en.txt")
    counts = Counter(p.eid.partition("_")[0] for p in document.passages)
    assert (counts["transitional"], counts["annex"]) == (30, 30)


#: How many articles each has; Seychelles and Malta number theirs in other ways, Sweden by chapter, Palau by section.
ENGLISH = {
    "Algeria_2008": 184,
    "Angola_2010": 244,
    "Bulgaria_2007": 172,
    "Croatia_2001": 147,
    "Kosovo_2008": 162,
    "Latvia_2007": 116,
    "Mali_1992": 122,
    "Malta_2011": 128,
    "Mexico_2007": 136,
    "Nicaragua_2005": 202,
    "Panama_2004": 328,
    "Peru_2009": 206,
    "Seychelles_2011": 176,
}


@needs_texts
@pytest.mark.parametrize("path", sorted(CONSTITUTE.glob("*.gz")), ids=lambda path: path.name)
def test_every_english_constitution_has_a_sensible_chain_and_loses_nothing(path: Path) -> None:
    source = source_of(path)
    (document,) = read(source).documents
    assert document.gaps == ()
    assert accounted([document]) >= 0.999 * visible(source.data.decode())
    name = path.name.removesuffix(".txt.gz")
    if name in ENGLISH:
        assert len(articles(document)) == ENGLISH[name]
    assert len(document.passages) >= 50


@needs_texts
def test_spain_and_argentina_come_from_gazettes() -> None:
    spain = one(TEXTS / "treaties" / "es-boe" / "BOE-A-1978-31229.md")
    assert (spain.id, spain.states) == ("spain-constitution", ("ESP",))
    assert articles(spain) == [f"art_{number}" for number in range(1, 170)]
    assert [p.eid for p in spain.passages if p.eid.startswith("transitional_")] == [
        f"transitional_{n}" for n in range(1, 10)
    ]
    argentina = one(TEXTS / "treaties" / "es-ar" / "LEY-24430.md")
    assert argentina.id == "argentina-constitution"
    assert [eid for eid in articles(argentina) if eid != "art_14-bis"] == [f"art_{number}" for number in range(1, 130)]
    assert len([p for p in argentina.passages if p.eid.startswith("transitional_")]) == 17


@needs_texts
def test_colombias_pages_make_one_constitution() -> None:
    documents: list[Document] = []
    for path in sorted(COLOMBIA.rglob("articulo_[0-9]*.mdx")):
        with suppress(ParseError):  # an article that was repealed has no words
            documents.extend(read(source_of(path)).documents)
    (holding,), problems = hold(documents)
    assert holding.id == "colombia-constitution"
    numbers = {p.eid for p in holding.passages}
    assert [n for n in range(1, 381) if f"art_{n}" not in numbers] == [76]
    assert problems == ()


# Articles of sections, as in the constitution of the United States


def sectioned(article: str = "Article {}", section: str = "Section {}\n", amendment: str = "Amendment {}\n") -> str:
    """Two articles of two sections each, and one without, behind it two amendments, all of them our own words."""
    return "\n\n".join(
        (
            "CONSTITUTION OF THE REPUBLIC OF LIBERIA",
            "We keep the wells, and write this down so that nobody forgets it.",
            article.format("I"),
            f"{section.format(1)}The wells of the land belong to all who live beside them.",
            f"{section.format(2)}Nobody shall sell the water of a well that others have dug.",
            article.format("II"),
            f"{section.format(1)}A keeper of the wells shall be chosen every fourth year by all.",
            f"{section.format(2)}The keeper may close a well that makes people ill, as Section 1 says.",
            article.format("III"),
            "This law may be changed by two thirds of those who keep the wells.",
            f"{amendment.format('I')}Rivers shall be kept as wells are, and springs as rivers are.",
            f"{amendment.format('II')}\n{section.format(1)}Rain belongs to nobody before it has fallen to the ground.",
        )
    )


def read_sections(text: str) -> Document:
    (document,) = parse(Source("x.txt", text.encode())).documents
    return document


SECTIONS = [
    "sec_preamble", "art_1__sec_1", "art_1__sec_2", "art_2__sec_1", "art_2__sec_2", "art_3", "sec_amendment-1",
    "sec_amendment-2__sec_1",
]  # fmt: skip


@pytest.mark.parametrize(
    ("article", "section", "amendment"),
    [
        ("Article {}", "Section {}\n", "Amendment {}\n"),
        ("ARTICLE {}", "SECTION {}. ", "AMENDMENT {}\n\n"),
        ("Article. {}.", "Section. {}.\n\n", "Amendment {}.\n"),
        ("Artículo {}", "Sección {}. ", "Enmienda {}\n"),
        ("## Article {}", "### Section {}\n", "## Amendment {}\n"),
    ],
)
def test_the_sections_of_articles_are_their_parts_and_amendments_are_of_their_own(
    article: str, section: str, amendment: str
) -> None:
    document = read_sections(sectioned(article, section, amendment))
    assert [passage.eid for passage in document.passages] == SECTIONS
    assert [passage.num for passage in document.passages] == ["", "1", "2", "1", "2", "3", "", "1"]
    assert document.passages[3].path == (article.format("II").strip("# ."),)
    assert document.passages[3].text == "A keeper of the wells shall be chosen every fourth year by all."
    assert document.passages[-1].path == (amendment.format("II").strip("# .\n"),)
    assert document.gaps == ()


def test_the_title_of_an_article_of_sections_is_in_their_path() -> None:
    for article in ("Article {}. Of the wells", "Article {}\n\nOF THE WELLS", "ARTICLE {}.\nOf the wells"):
        document = read_sections(sectioned(article))
        assert [passage.eid for passage in document.passages] == SECTIONS
        assert document.passages[1].path[0].lower() == "article i. of the wells"


def test_sections_may_be_counted_through_all_articles() -> None:
    text = sectioned().replace("Section 2\nThe keeper", "Section 4\nThe keeper").replace("Section 1\nA", "Section 3\nA")
    assert [passage.eid for passage in read_sections(text).passages][3:5] == ["art_2__sec_3", "art_2__sec_4"]


def test_sections_that_stand_above_articles_are_no_parts_of_them() -> None:
    text = "CONSTITUTION OF THE REPUBLIC OF LIBERIA\n\n" + "\n\n".join(
        f"Section {2 - n % 2}. Of wells\n\nArticle {n}\n\nThe well number {n} stays open to all {'who thirst ' * 12}."
        for n in range(1, 7)
    )
    assert [passage.eid for passage in read_sections(text).passages] == [f"art_{n}" for n in range(1, 7)]


def test_every_character_of_an_article_of_sections_is_kept_or_counted() -> None:
    for text in (sectioned(), sectioned("Article {}. Of the wells"), sectioned("Article {}\n\nOF THE WELLS")):
        assert accounted([read_sections(text)]) == visible(text)
