"""What is only listed has a page, a row and a place among the reviews, and never passes for what is held."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web_archive import application, page, words


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return application(tmp_path_factory.mktemp("known"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def test_a_listed_document_has_its_facts_its_reason_and_its_official_address(client: FlaskClient) -> None:
    known = page(client, "/es/documents/e-c-12-ecu-9")
    assert "Solo en la lista. El archivo conoce este documento" in words(known)
    assert "El informe del Estado no se resume." in words(known)
    assert [link["href"] for link in known.select(".title-block__actions a")] == [
        "https://docs.un.org/es/E/C.12/ECU/9",
        "https://docs.un.org/en/E/C.12/ECU/9",
    ]
    assert "Qué es Informe del Estado" in words(known)


def test_a_listed_judgment_says_what_it_found_and_how_it_was_carried_out(client: FlaskClient) -> None:
    known = words(page(client, "/en/documents/iacthr-c-901"))
    assert "Series C No. 901" in known
    assert "Violations found art. 5.1 ACHR" in known
    assert "Compliance Closed in 2005." in known


def test_a_symbol_as_printed_leads_to_the_listed_document(client: FlaskClient) -> None:
    assert client.get("/es/documents/E/C.12/ECU/9").location == "/es/documents/e-c-12-ecu-9"


def test_the_number_that_texts_cite_a_comment_by_leads_to_it(client: FlaskClient) -> None:
    assert client.get("/es/documents/cescr-gc-99?q=agua").location == "/es/documents/e-c-12-2099-1?q=agua"


def test_a_listed_document_says_what_cites_it(client: FlaskClient) -> None:
    listed = page(client, "/es/documents/e-c-12-ecu-9")
    assert "Citado aquí por 1 pasaje" in words(listed)
    (link,) = listed.select('a[href*="cites="]')
    found = words(page(client, str(link["href"])))
    assert "Cita: Noveno informe del Estado" in found
    assert "States shall test the well water every year." in found


def test_the_list_of_documents_tells_held_from_listed(client: FlaskClient) -> None:
    listed = page(client, "/es/documents/?status=listed")
    rows = [words(row) for row in listed.select("tbody tr")]
    assert len(rows) == 2
    assert all("Solo en la lista" in row for row in rows)
    assert len(listed.select("tr.missing")) == 2
    assert "2 más solo están en la lista" in words(page(client, "/es/documents/"))
    assert not page(client, "/es/documents/?status=digest").select("tr.missing")


def test_what_is_missing_counts_what_is_only_listed(client: FlaskClient) -> None:
    assert "Texto y digesto de 1 documento que solo está en la lista" in words(page(client, "/es/about"))


def test_each_body_has_its_reviews_with_their_papers_in_order(client: FlaskClient) -> None:
    reviews = page(client, "/es/reviews/")
    committee = reviews.select_one("section#cescr")
    assert committee is not None
    (row,) = committee.select("tbody tr")
    cells = [words(cell) for cell in row.select("th, td")]
    assert cells[0] == "9"
    assert cells[2].startswith("E/C.12/ECU/9 1 de febrero de 2019 · solo en la lista")
    assert cells[3].startswith("E/C.12/ECU/CO/9 5 de marzo de 2021")
    periodic = reviews.select_one("section#upr")
    assert periodic is not None
    assert "A/HRC/99/4" in words(periodic)


def test_the_reviews_are_there_in_english_too(client: FlaskClient) -> None:
    assert "Concluding observations" in words(page(client, "/en/reviews/"))
