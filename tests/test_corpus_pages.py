"""The project's own corpus as a reader meets it: taken in, indexed, and every right's page whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from rights_search.index import build
from rights_search.ingest import ingest
from rights_search.model import SourceKind
from rights_search.search import Library
from rights_search.store import Store
from rights_search.vocabulary import load_register
from rights_search.web import create_app
from rights_search.workspace import Workspace

ROOT = Path(__file__).parents[1]

# One worker takes the corpus in once for all of these.
pytestmark = pytest.mark.xdist_group("corpus-pages")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace(ROOT / "corpus", tmp_path_factory.mktemp("corpus") / "indexes", ROOT / "web")
    store = Store(workspace.indexes / "store")
    assert [receipt.path for receipt in ingest(workspace, (), store=store).troubled] == []
    build(store, workspace.indexes, load_register(workspace.state / "rights.toml"))
    return workspace


@pytest.fixture(scope="module")
def library(served: Workspace) -> Library:
    return Library(served.indexes, load_register(served.state / "rights.toml"), "ECU", frozenset())


@pytest.fixture(scope="module")
def client(served: Workspace) -> FlaskClient:
    app = create_app(served)
    app.config.update(TESTING=True, SEARCHES_PER_MINUTE=0)
    return app.test_client()


def sections(page: BeautifulSoup) -> Iterator[Tag]:
    for section in page.select("section.block"):
        heading = section.find("h2")
        if heading is not None:
            heading.extract()
        yield section


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_section_of_a_right_s_page_is_empty_without_a_word_of_why(
    served: Workspace, client: FlaskClient, language: str
) -> None:
    for right in load_register(served.state / "rights.toml").articles:
        response = client.get(f"/{language}/rights/{right.number}")
        assert response.status_code == 200, right.number
        empty = [s["id"] for s in sections(BeautifulSoup(response.text, "lxml")) if len(s.get_text().split()) < 3]
        assert empty == [], right.number


def test_every_right_has_its_own_article_and_something_from_abroad(library: Library) -> None:
    for number, counts in library.right_counts().items():
        if "." not in number:
            assert counts.get(SourceKind.CONSTITUTION), number
            assert sum(counts.values()) > counts[SourceKind.CONSTITUTION], number


def test_every_document_can_be_read_in_both_languages(library: Library, client: FlaskClient) -> None:
    for entry in library.catalogue():
        assert {"es", "en"} <= set(entry.standings), entry.id
        assert client.get(f"/es/documents/{entry.id}").status_code == 200, entry.id
