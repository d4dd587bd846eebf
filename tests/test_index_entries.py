"""Everything a passage says is findable, in every language and standing; its fields are as the schema says."""

from pathlib import Path

import pytest

import search_miniature as miniature
from rights_search.index import Generation, build
from rights_search.index.entries import label, with_parent
from rights_search.index.schema import schema
from rights_search.index.symbols import normal, symbol_terms
from rights_search.model import HeldPassage, PassageKind, SearchQuery
from rights_search.search import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("entries"))


def found(library: Library, text: str) -> set[str]:
    return {hit.id for hit in library.search(SearchQuery(text=text, per_page=100)).hits}


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("encierra", "ecuador-constitution#art_12"),
        ("drink", "ecuador-constitution#art_12"),
        ("carcelarios", "ccpr-c-ecu-co-6#para_11"),  # only in the Spanish digest
        ("regrets", "ccpr-c-ecu-co-6#para_11"),  # only in the English digest
        ("inmates", "ccpr-c-ecu-co-6#para_11"),
        ("Quispe", "iacthr-c-902#para_40"),  # only in a note
        ("folio 88", "iacthr-c-902#para_40"),
        ("forêt", "informe-libre#para_1"),  # a language without a field of its own
        ("progresivo", "achr#art_26"),  # its heading
        ("matters concern", "ccpr-c-ecu-co-6#para_11"),  # the heading above it
        ("CADH", "achr#art_26"),  # the acronym of its document
        ("laguna larga", "iacthr-c-901#oper_3"),  # the name of its case
        ("artículo 26", "achr#art_26"),
        ("art. 26", "achr#art_26"),
        ("article 26", "achr#art_26"),
        ("artículo 66 numeral 3", "ecuador-constitution#art_66__num_3"),
        ("art. 66.3", "ecuador-constitution#art_66__num_3"),
        ("art. 5 b", "achr#art_5"),
        ("párr. 173", "iacthr-c-901#para_173"),
        ("para 173", "iacthr-c-901#para_173"),
        ("punto resolutivo 3", "iacthr-c-901#oper_3"),
        ("135.7", "a-hrc-21-4#rec_135-7"),
    ],
)
def test_all_that_is_said_is_findable(library: Library, text: str, passage: str) -> None:
    assert passage in found(library, text)


@pytest.mark.parametrize(
    "typed",
    [
        "CCPR/C/ECU/CO/6",
        "ccpr/c/ecu/co/6",
        "CCPR / C / ECU / CO / 6",
        "CCPR/C/ECU/CO/6.",
        "ccpr-c-ecu-co-6",
        "CCPR/C/ECU",
    ],
)
def test_a_symbol_finds_its_document_however_it_is_typed(library: Library, typed: str) -> None:
    assert found(library, typed) == {"ccpr-c-ecu-co-6#para_11", "ccpr-c-ecu-co-6#para_12"}


@pytest.mark.parametrize(
    "typed", ["Serie C No. 901", "serie c 901", "Series C No. 901", "Serie C, Núm. 901", "Serie C nº 901"]
)
def test_a_judgment_is_found_by_its_number_in_the_series(library: Library, typed: str) -> None:
    assert found(library, typed) == {"iacthr-c-901#para_173", "iacthr-c-901#oper_3"}


def test_a_symbol_also_finds_the_passages_that_cite_it(library: Library) -> None:
    assert found(library, "Serie C No. 900") == {"iacthr-c-901#para_173"}


def test_a_numeral_counts_for_the_right_it_belongs_to(library: Library) -> None:
    register = miniature.register()
    assert with_parent("66.3", register) == ("66.3", "66")
    assert with_parent("12", register) == ("12",)
    assert with_parent("57.inc2", register) == ("57.inc2", "57")


def test_no_phrase_reaches_from_one_part_of_a_passage_into_another(library: Library) -> None:
    assert found(library, '"progresivo artículo"') == set()
    assert found(library, '"aparte 1"') == set()


def test_a_passage_is_called_by_its_kind_and_number() -> None:
    passage = HeldPassage(eid="art_66__num_3", num="66.3", kind=PassageKind.PROVISION, texts={})
    assert label(passage, "es") == ("artículo 66.3", "art. 66.3", "artículo 66 numeral 3")
    assert label(passage, "fr") == ()


def test_an_article_put_in_between_is_called_with_its_hyphen_and_without() -> None:
    passage = HeldPassage(eid="art_2a", num="2-A", kind=PassageKind.PROVISION, texts={})
    assert label(passage, "es") == ("artículo 2-A", "art. 2-A", "artículo 2A", "art. 2A")
    between = HeldPassage(eid="art_3-1", num="3-1", kind=PassageKind.PROVISION, texts={})
    assert label(between, "es") == ("artículo 3-1", "art. 3-1")


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("CCPR/C/ECU/CO/6", "ccpr/c/ecu/co/6"),
        (" E / C.12 /ECU/CO/3.", "e/c.12/ecu/co/3"),
        ("Serie C No. 298", "serie-c-298"),
        ("Series A No. 17", "serie-a-17"),
    ],
)
def test_a_symbol_has_one_normal_form(symbol: str, expected: str) -> None:
    assert normal(symbol) == expected


def test_a_symbol_is_kept_whole_by_its_beginnings_and_by_its_parts() -> None:
    terms = symbol_terms("A/HRC/41/4", "a-hrc-41-4")
    assert {"a/hrc/41/4", "a/hrc", "a/hrc/41", "a", "hrc", "41", "4", "a-hrc-41-4"} <= set(terms)


def test_every_field_is_filled_by_some_passage(tmp_path: Path) -> None:
    build(miniature.store_of(tmp_path / "store", miniature.documents()), tmp_path, miniature.register())
    generation = Generation.open(tmp_path)
    reader = generation.postings.reader
    indexed = set(schema().names()) - {"order"}
    assert {name for name in indexed if any(True for _ in reader.lexicon(name))} == indexed
