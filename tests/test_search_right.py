"""A right's page: every source in the order of authority, what binds first."""

import pytest

import search_miniature as miniature
from rights_search.errors import NotFoundError
from rights_search.model import SearchQuery
from rights_search.search import Library


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return miniature.library(tmp_path_factory.mktemp("right"))


def test_sections_stand_in_the_order_of_authority(library: Library) -> None:
    page = library.right("12", "es")
    assert [section.source for section in page.sections] == [
        "constitution",
        "treaty",
        "judgment",
        "general-comment",
        "resolution",
    ]
    assert page.total == sum(section.total for section in page.sections) == 5
    assert page.documents == 5


def test_judgments_against_the_state_come_first_and_what_only_touches_last(library: Library) -> None:
    judgments = next(section for section in library.right("57", "es").sections if section.source == "judgment")
    assert [hit.document for hit in judgments.hits] == ["iacthr-c-901", "iacthr-c-901", "iacthr-c-902"]
    assert (judgments.total, judgments.documents) == (3, 2)


def test_without_a_state_the_newest_judgment_comes_first(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("stateless")
    miniature.library(folder)
    library = Library(folder / "indexes", miniature.register())
    judgments = next(section for section in library.right("57", "es").sections if section.source == "judgment")
    assert judgments.hits[0].document == "iacthr-c-902"


def test_a_section_is_cut_but_says_how_many_there_are(library: Library) -> None:
    page = library.right("66", "es", per_section=1)
    observations = next(one for one in page.sections if one.source == "concluding-observations")
    assert (len(observations.hits), observations.total) == (1, 2)


def test_passages_come_in_the_readers_language_with_how_they_begin(library: Library) -> None:
    hit = library.right("12", "en").sections[0].hits[0]
    assert hit.language == "en"
    assert "".join(run.text for run in hit.snippet).startswith("The water of rivers")
    assert not any(run.marked for run in hit.snippet)


def test_years_are_counted_the_oldest_first(library: Library) -> None:
    assert library.right("12", "es").years == ((1969, 1), (2008, 1), (2010, 1), (2012, 1), (2015, 1))


def test_the_page_holds_what_the_filter_finds(library: Library) -> None:
    for number in ("12", "30", "57", "66", "66.3", "71"):
        page = library.right(number, "es", per_section=100)
        found = library.search(SearchQuery(rights=(number,), per_page=100))
        assert {hit.id for section in page.sections for hit in section.hits} == {hit.id for hit in found.hits}
        assert page.total == found.total


def test_a_right_without_passages_is_an_empty_page_and_an_unknown_one_is_not_found(library: Library) -> None:
    assert library.right("71", "es").sections == ()
    with pytest.raises(NotFoundError, match="There is no right “999”"):
        library.right("999", "es")
