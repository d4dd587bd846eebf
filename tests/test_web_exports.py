"""Rows for a spreadsheet and data for a program: the same as on the page, and no cell that acts."""

import csv
import io
import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from rights_search.web.exports import COLUMNS, safe
from web_archive import application


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return application(tmp_path_factory.mktemp("exports"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def rows(client: FlaskClient, address: str) -> list[list[str]]:
    response = client.get(address)
    assert response.mimetype == "text/csv"
    assert "attachment" in response.headers["Content-Disposition"]
    return list(csv.reader(io.StringIO(response.data.decode("utf-8-sig"))))


def test_a_search_as_rows_with_whole_links_and_the_search_that_made_them(client: FlaskClient) -> None:
    made = rows(client, "/es/search.csv?q=hospital&from=2015&to=2015")
    assert tuple(made[0]) == COLUMNS
    assert len(made) == 1 + 100 + 1
    first = dict(zip(COLUMNS, made[1], strict=True))
    assert first["id"].startswith("iacthr-c-950#")
    assert first["force"] == "obliga al Ecuador"
    assert first["rights"] == "32"
    assert first["reasons"] == "32: por «hospital»"
    assert first["address"].startswith("http://localhost/es/documents/iacthr-c-950#para_")
    assert "Serie C No. 950" in first["citation"]
    assert made[-1][0].endswith("http://localhost/es/search?q=hospital&from=2015&to=2015")


def test_no_cell_begins_like_a_formula(client: FlaskClient) -> None:
    made = rows(client, "/es/search.csv?q=ataque")
    texts = [row[COLUMNS.index("text")] for row in made[1:-1]]
    assert any(text.startswith("'=HYPERLINK") for text in texts)
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in made for cell in row)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_formula_signs_are_disarmed(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


def test_harmless_cells_stay_as_they_are() -> None:
    assert safe("agua = vida") == "agua = vida"


def test_the_same_search_for_a_program(client: FlaskClient) -> None:
    answer = json.loads(client.get("/api/v1/search?q=agua&right=12&from=abc&reader=en").text)
    assert answer["result"]["total"] >= 1
    assert answer["remarks"] == ["Not applied: “abc” is not a year of four digits."]
    assert {hit["document"] for hit in answer["result"]["hits"]}


def test_rights_for_a_program(client: FlaskClient) -> None:
    register = json.loads(client.get("/api/v1/rights").text)
    assert [right["number"] for right in register] == ["12", "32", "66", "66.3"]
    water = json.loads(client.get("/api/v1/rights/12").text)
    assert water["right"]["title"] == {"es": "Agua", "en": "Water"}
    assert water["page"]["total"] == sum(section["total"] for section in water["page"]["sections"])


def test_what_a_program_asks_wrongly_is_answered_as_json(client: FlaskClient) -> None:
    response = client.get("/api/v1/rights/99", headers={"Accept-Language": "en"})
    assert response.status_code == 404
    assert json.loads(response.text)["error"]["message"].startswith("There is no right “99”.")
    assert json.loads(client.get("/api/v1/nothing").text)["error"]["code"] == 404
    described = json.loads(client.get("/api/v1/").text)
    assert described["search"]["address"] == "/api/v1/search"
