"""The pages that everybody passes through: home, register, documents, about; two languages; what is not there."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from rights_search.index import build
from rights_search.model import Outcome, Receipt
from rights_search.store import Record, Store
from rights_search.vocabulary import load_register
from rights_search.web import create_app
from web_archive import DATA, application, indexed, page, small_workspace, words


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return application(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("en-GB,en;q=0.9", "en"), ("es-EC", "es"), ("fr", "es"), ("", "es"), ("qu,en;q=0.5", "en")],
)
def test_the_root_leads_to_the_language_the_browser_prefers(client: FlaskClient, accepted: str, language: str) -> None:
    response = client.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response.location) == (302, f"/{language}/")
    assert "Accept-Language" in response.headers["Vary"]


def test_an_address_without_a_language_keeps_its_query(client: FlaskClient) -> None:
    response = client.get("/search?q=agua&right=12", headers={"Accept-Language": "en"})
    assert response.location == "/en/search?q=agua&right=12"
    assert client.get("/nothing/here").status_code == 404


@pytest.mark.parametrize(
    "address", ["/es/search?q=agua&lang=es&from=2010", "/es/rights/12", "/es/documents/iacthr-c-900"]
)
def test_the_language_switch_keeps_page_and_query(client: FlaskClient, address: str) -> None:
    switch = page(client, address).select_one("a.language-switch")
    assert switch is not None
    assert switch["href"] == address.replace("/es/", "/en/", 1)
    assert page(client, str(switch["href"])).html["lang"] == "en"  # type: ignore[index]


def test_home_offers_search_tasks_register_and_holdings(client: FlaskClient) -> None:
    home = page(client, "/es/")
    assert home.h1 is not None
    assert home.h1.text == "Qué obliga al Ecuador, derecho por derecho"
    assert {option["value"] for option in home.select("#right option")} == {"", "12", "32", "66"}
    assert len(home.select(".tasks a")) == 4
    assert [heading.text for heading in home.select(".chapter h3")] == [
        "Derechos del buen vivir",
        "Derechos de libertad",
    ]
    rows = {row.th.get_text(" ", strip=True): row for row in home.select(".holdings tbody tr") if row.th}
    assert "PE Procedimientos especiales" in rows, "a source that has nothing keeps its row"
    assert "Todo" in rows["PE Procedimientos especiales"].get_text(" ")


def test_six_spines_say_in_words_what_they_show(client: FlaskClient) -> None:
    register = page(client, "/es/rights/")
    for row in register.select(".rights-list li"):
        assert len(row.select(".spines i")) == 6
        assert row.select_one(".visually-hidden") is not None
    water = register.select_one(".rights-list li")
    assert water is not None
    assert "sin: " in water.get_text() or "con las seis fuentes" in water.get_text()


def test_documents_are_listed_with_their_standing_and_gaps(client: FlaskClient) -> None:
    text = words(page(client, "/es/documents/"))
    for part in ("Texto oficial", "Solo digesto", "Extractos", "faltan 2 números", "solo en inglés", "Serie C No. 950"):
        assert part in text
    narrowed = page(client, "/es/documents/?title=pozo&status=digest")
    assert [link.text for link in narrowed.select(".document-table a")] == ["Caso Pozo Seco Vs. Ecuador"]
    assert "Ningún documento cumple." in words(page(client, "/es/documents/?title=nada+igual"))
    assert page(client, "/es/documents/?body=nobody&status=none").select(".document-table")


def test_about_tells_of_the_files_that_were_refused(tmp_path: Path) -> None:
    workspace = indexed(small_workspace(DATA, tmp_path / "root"))
    store = Store(workspace.indexes / "store")
    receipt = Receipt(
        path="/folders/of/somebody/scan.pdf", outcome=Outcome.REFUSED, reason="needs OCR", code="needs-ocr"
    )
    store.put(Record(path=receipt.path, fingerprint="", receipt=receipt))
    build(store, workspace.indexes, load_register(workspace.state / "rights.toml"))
    text = words(page(create_app(workspace).test_client(), "/en/about"))
    assert "1 was refused" in text
    assert "scan.pdf Refused needs OCR" in text
    assert "somebody" not in text


def test_about_tells_files_of_one_name_apart_by_their_folders(tmp_path: Path) -> None:
    workspace = indexed(small_workspace(DATA, tmp_path / "root"))
    store = Store(workspace.indexes / "store")
    for path in (
        "corpus/first/report.pdf",
        "corpus/second/report.pdf",
        "/folders/of/somebody/2019/report.pdf",
        "/folders/of/somebody/2020/report.pdf",
    ):
        receipt = Receipt(path=path, outcome=Outcome.REFUSED, reason="needs OCR", code="needs-ocr")
        store.put(Record(path=path, fingerprint="", receipt=receipt))
    build(store, workspace.indexes, load_register(workspace.state / "rights.toml"))
    text = words(page(create_app(workspace).test_client(), "/en/about"))
    for name in ("first/report.pdf", "second/report.pdf", "2019/report.pdf", "2020/report.pdf"):
        assert f"{name} Refused" in text
    assert "somebody" not in text


def test_about_tells_what_is_held_of_each_body(client: FlaskClient) -> None:
    text = words(page(client, "/en/about"))
    assert "Committee on Economic, Social and Cultural Rights (CESCR)" in text
    assert "CC BY 4.0" in text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/es/rights/99", "No hay un derecho «99». El registro va del artículo 12 al artículo 66."),
        ("/es/documents/iacthr-c-990", "No hay ningún documento con el identificador «iacthr-c-990»."),
        ("/es/nada", "Pidió /es/nada. No hay tal página."),
        ("/en/nothing", "You asked for /en/nothing. There is no such page."),
    ],
)
def test_what_is_not_there_is_said_in_words(client: FlaskClient, address: str, said: str) -> None:
    assert said in words(page(client, address, 404))


def test_a_document_asked_for_by_a_near_name_is_suggested(client: FlaskClient) -> None:
    links = [link["href"] for link in page(client, "/es/documents/IACTHR-C-90", 404).select(".linked-list a")]
    assert "/es/documents/iacthr-c-900" in links


@pytest.mark.parametrize("name", ["A/HRC/99/4", "a_hrc_99_4", "A-HRC-99-4"])
def test_a_symbol_as_printed_leads_to_its_document(client: FlaskClient, name: str) -> None:
    response = client.get(f"/en/documents/{name}?q=agua")
    assert (response.status_code, response.location) == (301, "/en/documents/a-hrc-99-4?q=agua")


def test_a_damaged_index_is_told_in_words(tmp_path: Path) -> None:
    workspace = indexed(small_workspace(DATA, tmp_path / "root"))
    for manifest in workspace.indexes.rglob("manifest.json"):
        manifest.write_bytes(manifest.read_bytes()[:20])
    response = create_app(workspace).test_client().get("/es/")
    assert response.status_code == 500
    assert "Algo falló de nuestro lado." in response.text


def test_a_head_request_has_the_headers_of_the_page(client: FlaskClient) -> None:
    response = client.head("/es/")
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client: FlaskClient, method: str) -> None:
    response = getattr(client, method)("/es/")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize("address", ["/es/", "/en/search?q=water", "/es/rights/12", "/es/documents/", "/api/v1/search"])
def test_without_an_index_every_page_says_so_and_search_is_disabled(tmp_path: Path, address: str) -> None:
    app = create_app(small_workspace(DATA, tmp_path / "root"))
    response = app.test_client().get(address)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"
    if not address.startswith("/api/"):
        soup = BeautifulSoup(response.text, "lxml")
        box = soup.select_one("#q")
        assert box is not None
        assert box.has_attr("disabled")
        assert "rights-search ingest" in words(soup)


def test_every_page_is_whole_without_scripts_and_styles_of_its_own(client: FlaskClient) -> None:
    for address in ("/es/", "/es/search?q=agua", "/es/rights/12", "/es/documents/iacthr-c-950?q=hospital&hit=1"):
        soup = page(client, address)
        assert len(soup.select("h1")) == 1
        assert not soup.select("[style], style, script:not([src]), [onclick], [onload]")
        ids = [tag["id"] for tag in soup.select("[id]")]
        assert len(ids) == len(set(ids)), "an id stands once"
        for described in soup.select("[aria-labelledby]"):
            assert set(str(described["aria-labelledby"]).split()) <= set(ids)


def test_no_link_of_a_page_is_dead(client: FlaskClient) -> None:
    seen: set[str] = set()
    queue = ["/es/"]
    while queue and len(seen) < 150:
        address = queue.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        if response.mimetype != "text/html":
            continue
        links = BeautifulSoup(response.text, "lxml").select("a[href^='/'], link[href^='/'], script[src^='/']")
        queue.extend(str(link.get("href") or link.get("src")).partition("#")[0] for link in links)
