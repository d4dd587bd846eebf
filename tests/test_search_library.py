"""The library: long-lived, shared by threads, and it notices by itself what happens to the index."""

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import search_miniature as miniature
from rights_search.errors import IndexMissingError, NotFoundError, RightsSearchError
from rights_search.index import build
from rights_search.model import SearchQuery
from rights_search.search import Library


def found(library: Library, text: str) -> int:
    return library.search(SearchQuery(text=text)).total


def test_a_new_generation_is_noticed_at_once(tmp_path: Path) -> None:
    library = miniature.library(tmp_path, miniature.texts("agua"))
    assert (found(library, "agua"), found(library, "pesca")) == (1, 0)
    build(miniature.store_of(tmp_path / "store", miniature.texts("pesca")), tmp_path / "indexes", miniature.register())
    result = library.search(SearchQuery(text="pesca"))
    assert (result.total, result.generation) == (1, "gen-000002")
    assert found(library, "agua") == 0


def test_a_library_may_be_there_before_its_index(tmp_path: Path) -> None:
    library = Library(tmp_path / "indexes", miniature.register(), "ECU")
    with pytest.raises(IndexMissingError, match="rights-search ingest"):
        found(library, "agua")
    with pytest.raises(IndexMissingError):
        library.catalogue()
    build(miniature.store_of(tmp_path / "store", miniature.documents()), tmp_path / "indexes", miniature.register())
    assert found(library, "agua")


def test_an_index_deleted_while_serving_is_missed_in_words_and_comes_back_by_itself(tmp_path: Path) -> None:
    library = miniature.library(tmp_path)
    assert found(library, "agua")
    shutil.rmtree(tmp_path / "indexes")
    for ask in (lambda: found(library, "agua"), lambda: library.holding("achr"), lambda: library.right("12", "es")):
        with pytest.raises(IndexMissingError):
            ask()
    build(miniature.store_of(tmp_path / "store", miniature.documents()), tmp_path / "indexes", miniature.register())
    assert found(library, "agua")
    assert library.holding("achr").id == "achr"


def test_documents_deleted_behind_its_back_are_missed_in_words(tmp_path: Path) -> None:
    library = miniature.library(tmp_path)
    assert found(library, "agua")
    shutil.rmtree(tmp_path / "indexes" / "generations")
    with pytest.raises(RightsSearchError, match="index --rebuild"):
        library.holding("achr")


def test_threads_share_it_while_generations_change(tmp_path: Path) -> None:
    library = miniature.library(tmp_path)
    store, stop, wrong = miniature.store_of(tmp_path / "store", miniature.documents()), threading.Event(), []
    queries = {"agua": 4, "prision*": 4, '"consulta previa"': 1, "right:66 -tortura": 4, "viviemda": 0}
    assert {text: found(library, text) for text in queries} == queries

    def ask() -> int:
        asked = 0
        while not stop.is_set():
            for text, total in queries.items():
                result = library.search(SearchQuery(text=text))
                if result.total != total or len(result.hits) != total:
                    wrong.append((text, result.total, len(result.hits)))
                asked += 1
        return asked

    with ThreadPoolExecutor(4) as pool:
        threads = [pool.submit(ask) for _ in range(4)]
        for _ in range(2):
            build(store, tmp_path / "indexes", miniature.register(), rebuild=True)
        stop.set()
        assert all(thread.result() > 0 for thread in threads)
    assert wrong == []


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("library"))


def test_a_document_is_given_whole(library: Library) -> None:
    holding = library.holding("ccpr-c-ecu-co-6")
    assert [passage.eid for passage in holding.passages] == ["para_11", "para_12"]
    assert holding.passages[0].digests["es"].startswith("El Comité lamenta")
    assert library.holding("ccpr-c-ecu-co-6") is holding  # kept decoded
    assert library.holding("CCPR/C/ECU/CO/6") is holding  # by its symbol
    with pytest.raises(NotFoundError, match="There is no document “nothing”"):
        library.holding("nothing")


@pytest.mark.parametrize(
    ("id_", "eid"),
    [
        ("achr#art_26", "art_26"),
        ("achr#26", "art_26"),
        ("achr#26.1", "art_26"),  # as a concordance has it: the paragraph lies in the article
        ("ecuador-constitution#66.3", "art_66__num_3"),
        ("iacthr-c-901#para_173", "para_173"),
    ],
)
def test_a_passage_is_found_by_its_id_and_as_a_concordance_has_it(library: Library, id_: str, eid: str) -> None:
    assert library.passage(id_).eid == eid


@pytest.mark.parametrize("id_", ["achr#art_99", "#", "", "nothing#art_1", "achr#99", "achr#.", "achr#1.2.3"])
def test_a_passage_that_does_not_exist_is_told_in_words(library: Library, id_: str) -> None:
    with pytest.raises(NotFoundError, match="There is no"):
        library.passage(id_)


@pytest.mark.parametrize("id_", ["achr", "achr#"])
def test_whoever_names_a_document_for_a_passage_is_shown_how(library: Library, id_: str) -> None:
    with pytest.raises(NotFoundError, match="achr is a document: name one of its passages, as achr#art_"):
        library.passage(id_)


def test_the_catalogue_is_in_the_order_of_authority_then_of_date(library: Library) -> None:
    catalogue = library.catalogue()
    assert [entry.kind for entry in catalogue][:4] == ["constitution", "treaty", "judgment", "judgment"]
    assert [entry.id for entry in catalogue][2:4] == ["iacthr-c-901", "iacthr-c-902"]
    assert sum(entry.passages for entry in catalogue) == 16


def test_every_right_is_counted_even_with_nothing(library: Library) -> None:
    counts = library.right_counts()
    assert list(counts) == [right.number for right in miniature.register()]
    assert counts["71"] == {}
    assert counts["66"]["constitution"] == 2
    for number, by_source in counts.items():
        assert library.search(SearchQuery(rights=(number,))).total == sum(by_source.values())


def test_the_answer_names_its_index_and_its_time(library: Library) -> None:
    result = library.search(SearchQuery(text="agua"))
    assert result.generation == "gen-000001"
    assert 0 < result.seconds < 2
