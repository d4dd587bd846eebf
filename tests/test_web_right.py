"""The page of a right: every source in its section, each passage with its citation and the reason it stands there."""

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient

from web_archive import application, words


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return application(tmp_path_factory.mktemp("right"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def water(client: FlaskClient) -> BeautifulSoup:
    return BeautifulSoup(client.get("/es/rights/12").text, "lxml")


def section(soup: BeautifulSoup, name: str) -> Tag:
    found = soup.select_one(f"section#{name}")
    assert found is not None, name
    return found


def test_sections_stand_in_the_order_of_authority(water: BeautifulSoup) -> None:
    order = [block["id"] for block in water.select("section.block")]
    expected = ["constitution", "treaties", "interpretation", "judgments", "recommendations", "development", "related"]
    assert order == [*expected, "gaps"]


def test_the_article_stands_first_with_its_authority_and_as_a_digest(water: BeautifulSoup) -> None:
    own = words(section(water, "constitution"))
    assert "norma suprema" in own
    assert "Digesto, no es el texto oficial." in own


def test_a_treaty_says_how_it_is_linked_and_since_when_it_binds(client: FlaskClient) -> None:
    health = BeautifulSoup(client.get("/es/rights/32").text, "lxml")
    text = words(section(health, "treaties"))
    assert "por la concordancia" in text
    assert "Protocolo de San Salvador" in text


def test_judgments_against_other_states_are_folded_and_only_interpret(water: BeautifulSoup) -> None:
    folded = section(water, "judgments").select_one("details.disclosure:not(.citing)")
    assert folded is not None
    assert "Caso Ribera Vs. Argentina" in folded.get_text()
    assert "interpreta" in folded.get_text()


def test_recommendations_stand_by_mechanism_and_year(water: BeautifulSoup) -> None:
    told = section(water, "recommendations")
    assert "2022" in words(told)
    cells = told.select(".mechanism-years td a")
    assert any("source=upr" in str(cell["href"]) and "from=2022" in str(cell["href"]) for cell in cells)
    text = words(told)
    assert "apoyada por el Estado" in text
    assert "anotada por el Estado" in text
    assert "de Azerbaiyán" in text


def test_a_section_without_passages_stays_with_one_sentence(client: FlaskClient) -> None:
    freedoms = BeautifulSoup(client.get("/es/rights/66").text, "lxml")
    assert "El archivo no tiene ninguna observación general sobre este derecho." in words(freedoms)
    assert section(freedoms, "interpretation").a is not None


def test_numerals_are_listed_and_have_pages_of_their_own(client: FlaskClient) -> None:
    freedoms = BeautifulSoup(client.get("/en/rights/66").text, "lxml")
    assert "66.3 Personal integrity" in words(section(freedoms, "numerals"))
    integrity = BeautifulSoup(client.get("/en/rights/66.3").text, "lxml")
    assert integrity.h1 is not None
    assert integrity.h1.text == "Personal integrity"
    assert "Article 66, numeral 3" in words(integrity)
    assert integrity.select_one(".breadcrumb a[href='/en/rights/66']") is not None


def test_every_passage_can_be_cited_in_four_styles(water: BeautifulSoup) -> None:
    menus = water.select("details.citing")
    assert menus
    for menu in menus:
        assert len(menu.select("dt")) == 4
        for button in menu.select("button"):
            assert button.has_attr("hidden"), "shown by the script where copying works"
            assert water.find(id=str(button["data-copy"])) is not None


def test_neighbours_related_rights_and_goals_are_linked(water: BeautifulSoup) -> None:
    assert water.select_one("a[rel=next][href='/es/rights/32']") is not None
    assert water.select_one("a[rel=prev]") is None
    assert "32 Salud" in words(section(water, "related"))
    assert "Agua limpia y saneamiento" in words(section(water, "development"))


def test_what_is_missing_is_told(client: FlaskClient) -> None:
    health = BeautifulSoup(client.get("/es/rights/32").text, "lxml")
    told = words(section(health, "gaps"))
    assert "art. 7 PIDESC; art. 25 DUDH" in told, "linked, binding or spoken to all, and not held"
    assert "CADH" not in told, "this State is no party to it"
