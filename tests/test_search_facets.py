"""Facets: counted over the whole result, each as if it were not filtered by."""

import pytest

import search_miniature as miniature
from rights_search.model import SearchQuery
from rights_search.search import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("facets"))


def test_facets_count_what_was_found_and_not_only_the_page(library: Library) -> None:
    facets = library.search(SearchQuery(text="", per_page=1)).facets
    assert set(facets) == {"source", "body", "right", "year", "state", "lang", "kind", "group", "goal"}
    assert dict(facets["source"])["judgment"] == 3
    assert sum(count for _, count in facets["source"]) == 16


def test_rights_are_counted_as_articles(library: Library) -> None:
    assert library.search(SearchQuery()).facets["right"][0] == ("66", 7)
    assert all("." not in right for right, _ in library.search(SearchQuery()).facets["right"])


def test_the_most_frequent_comes_first_then_the_name_and_years_in_their_order(library: Library) -> None:
    facets = library.search(SearchQuery()).facets
    for name in ("source", "body", "right", "state", "lang", "kind"):
        assert list(facets[name]) == sorted(facets[name], key=lambda item: (-item[1], item[0]))
    years = [year for year, _ in facets["year"]]
    assert years == sorted(years)


def test_every_count_is_what_choosing_it_finds(library: Library) -> None:
    for text in ("", "agua", "Ecuador"):
        facets = library.search(SearchQuery(text=text)).facets
        for value, count in facets["source"]:
            assert library.search(SearchQuery(text=text, sources=(value,))).total == count
        for value, count in facets["right"]:
            assert library.search(SearchQuery(text=text, rights=(value,))).total == count
        for value, count in facets["year"]:
            assert library.search(SearchQuery(text=text, year_from=int(value), year_to=int(value))).total == count


def test_a_facet_in_use_still_shows_its_alternatives(library: Library) -> None:
    result = library.search(SearchQuery(text="agua", sources=("judgment",)))
    assert result.total == 1
    assert len(result.facets["source"]) == 4
    assert dict(result.facets["right"]) == {"12": 1, "57": 1}
    by_year = library.search(SearchQuery(text="agua", year_from=2012, year_to=2012))
    assert len(by_year.facets["year"]) == 4


def test_facets_respect_phrases(library: Library) -> None:
    assert dict(library.search(SearchQuery(text='"consulta previa"')).facets["source"]) == {"judgment": 1}
