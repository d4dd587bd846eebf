"""Snippets: the text in the right language, where it matched, marked as it was found."""

from pathlib import Path

import pytest
from msgspec.structs import replace

import search_miniature as miniature
from rights_search.citations import Context, find
from rights_search.model import Note, SearchHit, SearchQuery, Standing
from rights_search.search import Library
from rights_search.search.snippets import WHOLE


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("snippets"))


def hit(library: Library, text: str, reader: str = "es", document: str = "") -> SearchHit:
    documents = (document,) if document else ()
    return library.search(SearchQuery(text=text, reader=reader, documents=documents)).hits[0]


def marked(found: SearchHit) -> list[str]:
    return [run.text for run in found.snippet if run.marked]


def joined(found: SearchHit) -> str:
    return "".join(run.text for run in found.snippet)


def test_a_plural_marks_the_singular(library: Library) -> None:
    assert marked(hit(library, "viviendas", document="a-hrc-41-4")) == ["vivienda"]
    assert marked(hit(library, "PRISION", document="iacthr-c-902")) == ["prisión"]
    assert marked(hit(library, "child", "en", document="crc-c-gc-99")) == ["children"]


def test_a_phrase_is_marked_as_a_whole_and_its_words_alone_are_not(library: Library) -> None:
    found = hit(library, '"consulta previa"')
    assert marked(found) == ["consulta previa", "consulta previa"]


def test_the_beginning_of_a_word_marks_the_word(library: Library) -> None:
    assert marked(hit(library, "carpint*")) == ["carpinteros"]


def test_a_number_is_marked_only_where_it_is_meant(library: Library) -> None:
    assert marked(hit(library, "artículo 26", document="iacthr-c-901")) == ["artículo", "26"]


def test_the_readers_language_is_shown_where_the_query_stands_in_it(library: Library) -> None:
    spanish, english = hit(library, "agua", "es", "a-res-64-292"), hit(library, "water", "en", "a-res-64-292")
    assert (spanish.language, marked(spanish)) == ("es", ["agua"])
    assert (english.language, marked(english)) == ("en", ["water"])
    assert english.title == "The human right to water and sanitation"


def test_else_the_language_in_which_it_stands(library: Library) -> None:
    found = hit(library, "water", "es", "a-res-64-292")
    assert (found.language, marked(found)) == ("en", ["water"])
    assert found.text.startswith("Recognizes")
    forest = hit(library, "enfants", "en")
    assert (forest.language, marked(forest)) == ("fr", ["enfants"])


def test_a_digest_that_matched_is_shown_as_a_digest(library: Library) -> None:
    found = hit(library, "carcelarios")
    assert (found.standing, marked(found)) == (Standing.DIGEST, ["carcelarios"])
    assert hit(library, "reclusos").standing is Standing.OFFICIAL


def test_a_note_that_matched_is_shown(library: Library) -> None:
    found = hit(library, "Quispe")
    assert joined(found).startswith("12 Cfr.")
    assert found.text.startswith("Los carpinteros")


def test_a_short_passage_is_shown_whole(library: Library) -> None:
    found = hit(library, "saneamiento")
    assert joined(found) == found.text
    assert len(found.text) <= WHOLE


def test_a_long_passage_is_cut_around_the_densest_place(library: Library) -> None:
    found = hit(library, "plano aprobado oficina", document="iacthr-c-901")
    assert 200 < len(joined(found)) < 340
    assert {"plano", "aprobado", "oficina"} <= set(marked(found))
    assert joined(found).startswith("… ")
    assert joined(found).strip("… ").replace("\n", " ") in found.text.replace("\n", " ")


def test_the_end_of_a_long_passage_has_no_ellipsis_after_it(library: Library) -> None:
    assert joined(hit(library, "consentimiento")).endswith("un pueblo.")


def test_line_ends_become_spaces(library: Library) -> None:
    assert "\n" not in joined(hit(library, "celda"))


def test_title_and_heading_are_marked_when_the_query_stands_there(library: Library) -> None:
    found = hit(library, "laguna larga", document="iacthr-c-901")
    assert [run.text for run in found.title_marked if run.marked] == ["Laguna", "Larga"]
    article = hit(library, "desarrollo", document="achr")
    assert [run.text for run in article.heading_marked if run.marked] == ["Desarrollo"]
    assert hit(library, "celda").title_marked == ()


def test_without_words_nothing_is_marked(library: Library) -> None:
    assert marked(hit(library, "", document="achr")) == []


@pytest.fixture(scope="module")
def citing(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two paragraphs: one cites in its words, far behind, the other in a note."""
    long = "El agua es de todos. " * 40 + "Así lo dice el artículo 26 de la CADH."
    (lines,) = miniature.texts(long, "Lo mismo vale.")
    first, second = lines.passages
    context = Context(language="es")
    note = "Véase el artículo 26.1 de la CADH."
    passages = (
        replace(first, cites=tuple(find(first.text, context))),
        replace(second, notes=(Note("3", "Ídem."), Note("4", note, tuple(find(note, context))))),
    )
    return miniature.library(tmp_path_factory.mktemp("citing"), [replace(lines, passages=passages)])


def test_what_cites_is_shown_where_it_does(citing: Library) -> None:
    words, note = citing.search(SearchQuery(cites=("achr#26",))).hits
    assert marked(words) == ["artículo 26 de la CADH"]
    assert joined(words).startswith("… ")
    assert joined(note) == "4 Véase el artículo 26.1 de la CADH."
    assert marked(note) == ["artículo 26.1 de la CADH"]
    assert note.text == "Lo mismo vale."
    assert [marked(found) for found in citing.search(SearchQuery(text="cites:achr#26.1")).hits] == [
        ["artículo 26.1 de la CADH"]
    ]


def test_words_that_are_sought_come_before_what_cites(citing: Library) -> None:
    (found,) = citing.search(SearchQuery(text="vale", cites=("achr",))).hits
    assert (marked(found), joined(found)) == (["vale"], "Lo mismo vale.")


def test_hostile_text_comes_out_as_it_is_in_plain_runs(tmp_path: Path) -> None:
    text = '<script>alert("agua")</script> & <b>agua</b> \u202eagua'
    library = miniature.library(tmp_path, miniature.texts(text))
    found = hit(library, "agua")
    assert joined(found) == text
    assert marked(found) == ["agua", "agua", "agua"]


def test_one_endless_word_is_cut_nowhere_wrong(tmp_path: Path) -> None:
    library = miniature.library(tmp_path, miniature.texts("x" * 5000 + " agua " + "y" * 5000))
    found = hit(library, "agua")
    assert marked(found) == ["agua"]
    assert len(joined(found)) < 400
