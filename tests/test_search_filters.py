"""Filters: alternatives within one, all of them together; unknown values are told in words."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import search_miniature as miniature
from rights_search.errors import QueryError
from rights_search.index import build
from rights_search.model import Citation, CitationKind, SearchQuery, SearchResult, Sort
from rights_search.search import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("filters"))


def search(library: Library, text: str = "", **more: Any) -> SearchResult:
    return library.search(SearchQuery(text=text, **{"per_page": 100, **more}))


def documents(result: SearchResult) -> set[str]:
    return {hit.document for hit in result.hits}


def test_a_right_includes_its_numerals_and_a_numeral_only_itself(library: Library) -> None:
    assert search(library, rights=("66",)).total == 7
    assert search(library, rights=("66.3",)).total == 5
    assert search(library, rights=("66.4",)).total == 2


def test_values_of_one_filter_are_alternatives_and_filters_are_joined(library: Library) -> None:
    assert search(library, rights=("12", "57")).total == 8
    result = search(library, rights=("12", "57"), sources=("judgment",))
    assert documents(result) == {"iacthr-c-901", "iacthr-c-902"}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"bodies": ("ccpr",)}, {"ccpr-c-ecu-co-6"}),
        ({"bodies": ("Comité de Derechos Humanos",)}, {"ccpr-c-ecu-co-6"}),
        ({"states": ("PER",)}, {"iacthr-c-902", "cedaw-c-77-d-5-2010"}),
        ({"states": ("Perú",)}, {"iacthr-c-902", "cedaw-c-77-d-5-2010"}),
        ({"kinds": ("operative",)}, {"iacthr-c-901"}),
        ({"languages": ("fr",)}, {"informe-libre"}),
        ({"documents": ("achr",)}, {"achr"}),
        ({"year_from": 2015, "year_to": 2016}, {"crc-c-gc-99", "ccpr-c-ecu-co-6"}),
        ({"year_to": 1970}, {"achr"}),
        ({"year_from": 2019}, {"iacthr-c-902", "a-hrc-41-4"}),
        ({"groups": ("women",)}, {"ccpr-c-ecu-co-6", "cedaw-c-77-d-5-2010"}),
        ({"groups": ("Personas privadas de libertad",)}, {"ccpr-c-ecu-co-6"}),
        ({"groups": ("mujeres",)}, {"ccpr-c-ecu-co-6", "cedaw-c-77-d-5-2010"}),
        ({"goals": ("6",)}, {"a-hrc-41-4"}),
    ],
)
def test_each_filter_narrows_down(library: Library, filters: dict[str, Any], expected: set[str]) -> None:
    assert documents(search(library, **filters)) == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("achr#26", {"iacthr-c-901#para_173", "iacthr-c-902#para_40"}),
        ("achr#26.1", {"iacthr-c-901#para_173"}),
        ("CADH#26", {"iacthr-c-901#para_173", "iacthr-c-902#para_40"}),
        ("Convención Americana sobre Derechos Humanos#art_26__para_1", {"iacthr-c-901#para_173"}),
        ("achr#5", {"achr#art_26", "ccpr-c-ecu-co-6#para_12"}),
        ("achr", {"iacthr-c-901#para_173", "iacthr-c-902#para_40", "ccpr-c-ecu-co-6#para_12"}),
        ("iacthr-c-901#para_173", {"iacthr-c-902#para_40"}),
        ("IACtHR-C-900", {"iacthr-c-901#para_173"}),
        ("CCPR/C/ECU/CO/6#para_11", {"ccpr-c-ecu-co-6#para_12"}),
        ("ccpr-c-ecu-co-6", set()),
        ("nobody", set()),
    ],
)
def test_what_cites_a_document_or_a_part_of_it(library: Library, cited: str, expected: set[str]) -> None:
    """A document does not cite itself as a whole, but its articles cite each other."""
    assert {hit.id for hit in search(library, cites=(cited,)).hits} == expected
    assert {hit.id for hit in search(library, f'cites:"{cited}"').hits} == expected


def test_a_document_is_asked_for_by_the_number_that_texts_cite_it_by(tmp_path: Path) -> None:
    text = "Véase la observación general núm. 99, párr. 1."
    cite = Citation("observación general núm. 99", "cescr-gc-99#para_1", CitationKind.DOCUMENT, 9, 36)
    comment = replace(
        miniature.texts("El agua es de todos.")[0], id="e-c-12-2099-1", body="cescr", aliases=("cescr-gc-99",)
    )
    report = miniature.texts(text)[0]
    report = replace(report, passages=(replace(report.passages[0], cites=(cite,)),))
    build(miniature.store_of(tmp_path / "store", [comment, report]), tmp_path / "indexes", miniature.register())
    library = Library(tmp_path / "indexes", miniature.register())
    for name in ("cescr-gc-99", "CESCR-GC-99#para_1", "e-c-12-2099-1#para_1"):
        assert {hit.id for hit in search(library, cites=(name,)).hits} == {"lines#para_1"}
        assert {hit.id for hit in search(library, f'cites:"{name}"').hits} == {"lines#para_1"}
    assert documents(search(library, documents=("cescr-gc-99",))) == {"e-c-12-2099-1"}
    assert library.holding("cescr-gc-99").id == "e-c-12-2099-1"


def test_how_often_each_part_of_a_document_is_cited(library: Library) -> None:
    assert library.cited("achr") == {"": 3, "26": 2, "26.1": 1, "5": 2, "5.1": 1, "5.1.b": 1, "5.2": 1}
    assert library.cited("nobody") == {}


def test_the_answer_shows_the_filters_as_identifiers(library: Library) -> None:
    query = search(library, states=("Ecuador",), sources=("sentencia",)).query
    assert (query.states, query.sources) == (("ECU",), ("judgment",))


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        ({"rights": ("999",)}, "There is no right “999”"),
        ({"sources": ("gossip",)}, "There is no source “gossip”: known are constitution"),
        ({"bodies": ("nobody",)}, "There is no body “nobody”"),
        ({"states": ("Atlantis",)}, "There is no state “Atlantis”"),
        ({"kinds": ("poem",)}, "There is no kind of passage “poem”"),
        ({"languages": ("klingon",)}, "There is no language “klingon”"),
        ({"documents": ("nothing",)}, "There is no document “nothing”"),
        ({"year_from": 2020, "year_to": 2010}, "exchange them"),
    ],
)
def test_values_that_do_not_exist_are_told_in_words(library: Library, filters: dict[str, Any], words: str) -> None:
    with pytest.raises(QueryError, match=words):
        search(library, **filters)


def test_the_order_is_by_date_by_authority_or_by_score(library: Library) -> None:
    newest = [hit.date for hit in search(library, sort=Sort.NEWEST).hits]
    assert newest == sorted(newest, reverse=True)
    oldest = [hit.date for hit in search(library, sort=Sort.OLDEST).hits]
    assert oldest[-1] == ""
    assert oldest[:-1] == sorted(oldest[:-1])
    sources = [hit.source for hit in search(library, "agua", sort=Sort.AUTHORITY).hits]
    assert sources == ["constitution", "judgment", "general-comment", "resolution"]
    scores = [hit.score for hit in search(library, "agua").hits]
    assert scores == sorted(scores, reverse=True)


def test_pages_follow_each_other_without_gap_or_repetition(library: Library) -> None:
    whole = [hit.id for hit in search(library, "agua OR prisión OR Ecuador").hits]
    pages = [search(library, "agua OR prisión OR Ecuador", page=page, per_page=3) for page in range(1, 7)]
    assert [hit.id for page in pages for hit in page.hits] == whole
    assert {page.total for page in pages} == {len(whole)}
    assert search(library, "agua", page=99).hits == ()
    assert search(library, "agua", page=0).hits == search(library, "agua", page=1).hits


def test_documents_are_counted_beside_passages(library: Library) -> None:
    result = search(library, rights=("66",))
    assert (result.total, result.documents) == (7, len(documents(result)))
