"""The page of results: what was understood, filters as links, groups, pages, and what to do when nothing was found."""

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from web_archive import application, page, words


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return application(tmp_path_factory.mktemp("search"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def heading(soup: BeautifulSoup) -> str:
    assert soup.h1 is not None
    return soup.h1.get_text(strip=True)


def test_the_query_is_read_back_and_its_words_are_marked(client: FlaskClient) -> None:
    found = page(client, "/es/search?q=agua")
    assert "Se buscó agua" in words(found)
    assert {mark.text.lower() for mark in found.select(".passage__text mark")} == {"agua"}


def test_hits_stand_under_their_document_with_authority_and_reasons(client: FlaskClient) -> None:
    found = page(client, "/es/search?q=agua+potable")
    text = words(found)
    assert "Informe del Grupo de Trabajo" in text
    assert "Recomendación 118.1, de Azerbaiyán" in text
    assert "apoyada por el Estado" in text
    assert "12 Agua , vinculado por A. Pérez" in text


def test_filters_are_links_that_add_and_chips_are_links_that_remove(client: FlaskClient) -> None:
    found = page(client, "/es/search?q=agua&right=12&from=2000")
    chips = {chip.get_text(" ", strip=True): chip["href"] for chip in found.select(".filter-chip")}
    assert chips == {
        "Derecho: 12 Agua × , quitar": "/es/search?q=agua&from=2000",
        "Desde 2000 × , quitar": "/es/search?q=agua&right=12",
    }
    options = {option.get_text(" ", strip=True): option["href"] for option in found.select(".facet__option")}
    added = [href for label, href in options.items() if label.startswith("Sentencias")]
    assert added
    assert "source=judgment" in str(added[0])
    assert "right=12" in str(added[0])


def test_a_facet_with_one_value_is_only_shown_where_it_is_active(client: FlaskClient) -> None:
    judgments = page(client, "/es/search?q=agua&source=judgment")
    active = judgments.select("#facet-source ~ ul [aria-current=true]")
    assert len(active) == 1
    assert "filtro activo, quitar" in active[0].get_text()


def test_years_are_a_picture_with_the_same_numbers_in_a_table(client: FlaskClient) -> None:
    found = page(client, "/es/search?q=agua")
    picture = found.select_one("svg[role=img]")
    assert picture is not None
    assert picture.title is not None
    rows = found.select("#facet-year ~ details tbody tr")
    assert len(rows) == len(picture.select("rect"))
    year = rows[0].a
    assert year is not None
    assert f"from={year.text}&to={year.text}" in str(year["href"])


def test_a_single_hit_has_neither_facets_nor_histogram(client: FlaskClient) -> None:
    found = page(client, "/es/search?q=salobre")
    assert heading(found) == "1 pasaje en 1 documento"
    assert not found.select(".facet, svg, .sort, .pagination")


def test_pages_of_results_and_a_page_past_the_end(client: FlaskClient) -> None:
    first = page(client, "/es/search?q=hospital")
    assert first.select_one(".pagination a[rel=next]") is not None
    beyond = page(client, "/es/search?q=hospital&page=99999")
    assert "No hay página 99999: esta es la última" in words(beyond)
    current = beyond.select_one(".pagination a[aria-current=page]")
    assert current is not None
    assert beyond.select(".passage")


def test_a_search_narrowed_to_a_right_begins_with_its_article(client: FlaskClient) -> None:
    for address in ("/es/search?q=pozo&right=12", "/es/search?q=agua"):
        start = page(client, address).select_one(".start-here")
        assert start is not None, address
        assert "Artículo 12" in start.get_text()
        assert "norma suprema" in start.get_text()


@pytest.mark.parametrize("sort", ["relevance", "authority", "newest", "oldest"])
def test_the_order_is_a_link_and_the_present_one_is_told(client: FlaskClient, sort: str) -> None:
    found = page(client, f"/es/search?q=agua&sort={sort}")
    current = found.select(".sort [aria-current]")
    assert len(current) == 1
    years = [int(source.text.split("·")[-1]) for source in found.select(".result__symbol") if source.text.strip()]
    if sort in ("newest", "oldest"):
        assert years == sorted(years, reverse=sort == "newest")


def test_nothing_found_says_why_and_what_to_drop(client: FlaskClient) -> None:
    empty = page(client, "/es/search?q=agua+xyzzyq&right=12")
    text = words(empty)
    assert heading(empty) == "Ningún pasaje cumple todo a la vez"
    assert "La palabra xyzzyq no aparece en ningún documento del archivo." in text
    assert "Qué encuentra cada palabra por separado" in text
    filtered = page(client, "/es/search?q=salobre&from=2021")
    ways = filtered.select(".relaxations a")
    assert ways
    assert all(not way.get_text(" ", strip=True).endswith(" 0 pasajes") for way in ways)


def test_a_misspelt_word_is_corrected_by_a_link(client: FlaskClient) -> None:
    empty = page(client, "/es/search?q=hospitel")
    link = empty.select_one("p.law a")
    assert link is not None
    assert "hospital" in str(link["href"])


def test_the_nearest_spelling_is_offered_with_what_it_would_find(client: FlaskClient) -> None:
    empty = page(client, "/es/search?q=hospitel&source=upr")
    ways = {way.get_text(" ", strip=True): str(way["href"]) for way in empty.select(".relaxations a")}
    wanted = [label for label in ways if label.startswith("Buscar «hospital»; quitar todos los filtros")]
    assert len(wanted) == 1
    total = int(wanted[0].split()[-2])
    assert heading(page(client, ways[wanted[0]])).startswith(f"{total} pasaje")


def test_a_search_for_nothing_offers_the_form(client: FlaskClient) -> None:
    assert heading(page(client, "/es/search")) == "Buscar"
    assert heading(page(client, "/es/search?q=+++")) == "Buscar"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("right=999", "No se aplicó: derecho «999», que no está en la lista."),
        ("source=gossip", "No se aplicó: autoridad «gossip», que no está en la lista."),
        ("body=nobody", "No se aplicó: órgano «nobody», que no está en la lista."),
        ("state=XYZ", "No se aplicó: estado destinatario «XYZ», que no está en la lista."),
        ("kind=poem", "No se aplicó: clase de pasaje «poem», que no está en la lista."),
        ("from=abc", "No se aplicó: «abc» no es un año de cuatro cifras."),
        ("to=-5", "No se aplicó: «-5» no es un año de cuatro cifras."),
        ("from=٢٠٢٠", "No se aplicó: «٢٠٢٠» no es un año de cuatro cifras."),
        ("from=2020&to=2000", "El primer año era posterior al último: se intercambiaron."),
        ("page=0", "No hay página «0»: esta es la primera."),
        ("page=abc", "No hay página «abc»: esta es la primera."),
        ("sort=random", "No se aplicó: no existe el orden «random»."),
    ],
)
def test_what_cannot_be_applied_is_left_out_and_said(client: FlaskClient, query: str, said: str) -> None:
    found = page(client, f"/es/search?q=agua&{query}")
    assert said in words(found)


@pytest.mark.parametrize(
    "query",
    ["(((", '"', "agua AND", "NOT agua", "*", "a*", "^^^", "agua~99", "field:value", "[a TO z]", "\u0000", "'; DROP--"],
)
def test_no_sign_causes_an_error(client: FlaskClient, query: str) -> None:
    response = client.get("/es/search", query_string={"q": query})
    assert response.status_code in (200, 400), response.text
    assert "500" not in response.status


def test_a_query_that_cannot_be_run_is_told_in_words(client: FlaskClient) -> None:
    response = client.get("/es/search", query_string={"q": "agua " * 2000})
    assert response.status_code == 400
    assert "Esta consulta no se puede hacer" in response.text


@pytest.mark.parametrize("digits", ["9" * 5000, "0" * 20, "18", "0", "-1", "٣" * 9])
def test_a_goal_that_is_none_is_said_and_left_out(client: FlaskClient, digits: str) -> None:
    response = client.get("/es/search", query_string={"q": "agua", "goal": digits})
    assert response.status_code == 200
    assert client.get("/es/search", query_string={"q": f"goal:{digits}"}).status_code in (200, 400)
