"""Nothing that stands in a document, a query or an address does anything but stand there."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from web_archive import HOSTILE, application

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
ADDRESSES = ("/es/", "/es/search?q=agua", "/es/documents/iacthr-c-900", "/es/nada", "/static/style.css", "/api/v1/")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return application(tmp_path_factory.mktemp("security"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def limited(app: Flask) -> Iterator[FlaskClient]:
    app.config["SEARCHES_PER_MINUTE"] = 3
    app.extensions["rights-search-limiter"].reset()
    yield app.test_client()
    app.config["SEARCHES_PER_MINUTE"] = 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_response_carries_its_headers(client: FlaskClient, address: str) -> None:
    response = client.get(address)
    assert response.headers["Content-Security-Policy"] == POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "address",
    [
        "/es/documents/hostile",
        "/es/documents/hostile?q=ataque&hit=1",
        "/es/search?q=ataque",
        "/es/documents/",
        "/es/rights/32",
    ],
)
def test_a_hostile_document_stays_text(client: FlaskClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "lxml")
    assert soup.title is not None
    assert soup.title.text != "broken"
    assert not soup.select("img, iframe, object, embed, form[action^='http'], [onerror], script:not([src^='/static/'])")
    assert not [
        link for link in soup.select("[href]") if str(link["href"]).lower().startswith(("javascript:", "data:"))
    ]
    assert "49" not in [text.strip() for text in soup.stripped_strings if text.strip() == "49"]


@pytest.mark.parametrize("bad", HOSTILE)
@pytest.mark.parametrize(
    "address",
    [
        "/es/search?q={}", "/es/search?q=agua&right={}", "/es/search?q=agua&from={}", "/es/search?q=agua&sort={}",
        "/es/documents/?title={}", "/es/documents/{}", "/es/rights/{}", "/es/{}", "/es/documents/iacthr-c-900?q={}",
        "/es/documents/iacthr-c-900?q=agua&hit={}",
    ],
)  # fmt: skip
def test_hostile_words_in_an_address_stay_text(client: FlaskClient, address: str, bad: str) -> None:
    from urllib.parse import quote

    response = client.get(address.format(quote(bad, safe="")))
    assert response.status_code in (200, 400, 404)
    if response.mimetype == "text/html":
        soup = BeautifulSoup(response.text, "lxml")
        assert not soup.select("img, iframe, [onerror], script:not([src^='/static/'])")


def test_more_searches_than_a_reader_makes_are_refused_for_a_while(limited: FlaskClient) -> None:
    for _ in range(3):
        assert limited.get("/es/search?q=agua").status_code == 200
    refused = limited.get("/es/search?q=agua")
    assert refused.status_code == 429
    assert 1 <= int(refused.headers["Retry-After"]) <= 61
    assert "Demasiadas búsquedas" in refused.text
    assert limited.get("/api/v1/search?q=agua").status_code == 429
    assert limited.get("/es/documents/iacthr-c-900?q=agua").status_code == 429
    assert limited.get("/es/documents/iacthr-c-900").status_code == 200, "reading is not searching"
    assert limited.get("/es/rights/12").status_code == 200


def test_an_unchanged_page_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/es/rights/12")
    again = client.get("/es/rights/12", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_static_files_are_kept_by_the_browser_and_change_their_address(client: FlaskClient) -> None:
    soup = BeautifulSoup(client.get("/es/").text, "lxml")
    sheet = soup.select_one("link[rel=stylesheet]")
    assert sheet is not None
    assert "?v=" in str(sheet["href"])
    response = client.get(str(sheet["href"]), headers={"Accept-Encoding": "gzip"})
    assert response.cache_control.max_age
    assert response.headers["Content-Encoding"] == "gzip"


def test_a_large_body_is_refused(client: FlaskClient) -> None:
    assert client.post("/es/search", data={"q": "x" * 100_000}).status_code in (405, 413)


@pytest.mark.parametrize(
    "address", ["/static/../pyproject.toml", "/static/%2e%2e/templates/base.html", "/es/documents/..%2F"]
)
def test_no_address_leaves_its_folder(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code in (404, 308, 302)
