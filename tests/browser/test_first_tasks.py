"""The first task of each of the four people the archive serves, as they would do it."""

import re

from click.testing import CliRunner
from playwright.sync_api import Page, expect

from rights_search.cli import main
from rights_search.workspace import Workspace

DIGEST = """\
+++
id = "cat-c-ecu-co-77"
kind = "concluding-observations"
title.es = "Observaciones finales sobre el informe de prueba"
title.en = "Concluding observations on the test report"
symbol = "CAT/C/ECU/CO/77"
body = "cat"
states = ["ECU"]
date = "2024-05-10"
checked = "2026-11-23"
against = "Invented for the tests."
+++

## para_20
kind: recommendation
es: Abrir un dispensario nuevo en la isla y dotarlo de un hospital flotante.
en: Open a new dispensary on the island and give it a floating hospital.
"""


def test_a_lawyer_opens_a_right_and_copies_a_citation(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_url(re.compile("/es/$"))
    page.get_by_role("link", name="Busco el párrafo exacto y su cita").click()
    page.get_by_role("link", name="Agua", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Agua")
    own = page.locator("#constitution")
    own.get_by_text("Citar").first.click()
    own.get_by_role("button", name="Copiar Corte IDH").first.click()
    expect(page.locator("#status")).to_have_text("Cita copiada")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Constitución")
    assert "12" in copied


def test_a_journalist_searches_a_word_and_narrows_it_by_year(page: Page) -> None:
    page.goto("/es/")
    page.get_by_label("Palabras, símbolo o artículo").fill("agua")
    page.get_by_role("button", name="Buscar").click()
    heading = page.get_by_role("heading", level=1)
    before = heading.inner_text()
    page.get_by_label("Desde").fill("2019")
    page.get_by_role("button", name="Aplicar").click()
    expect(page.get_by_role("link", name=re.compile("Desde 2019"))).to_be_visible()
    expect(heading).not_to_have_text(before)
    page.get_by_role("link", name="Más antiguo").click()
    years = [int(text.split("·")[-1]) for text in page.locator(".result__symbol").all_inner_texts()]
    assert years == sorted(years)
    assert years[0] >= 2019
    page.get_by_text("Exportar").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename == "rights-search.csv"


def test_an_administrator_adds_a_document_and_finds_it(page: Page, workspace: Workspace) -> None:
    page.goto("/es/search?q=dispensario")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ningún pasaje la tiene")
    folder = workspace.state / "concluding-observations"
    folder.mkdir(exist_ok=True)
    (folder / "cat-c-ecu-co-77.md").write_text(DIGEST, "utf-8")
    root = str(workspace.corpus.parent)
    receipt = CliRunner().invoke(main, ["--root", root, "ingest", str(folder)])
    assert receipt.exit_code == 0, receipt.output
    assert "cat-c-ecu-co-77" in receipt.output
    page.reload()  # the same server, still running
    expect(page.get_by_role("heading", level=1)).to_have_text("1 pasaje en 1 documento")
    page.get_by_role("link", name="Párrafo 20").click()
    expect(page.locator("#para_20")).to_contain_text("dispensario")
    expect(page.locator(".notice--warn")).to_contain_text("Digesto, no es el texto oficial.")
    page.get_by_role("link", name="Documentos").first.click()
    expect(page.get_by_role("link", name="Observaciones finales sobre el informe de prueba")).to_be_visible()


def test_a_public_servant_finds_the_standards_for_a_right_in_the_other_language(page: Page) -> None:
    page.goto("/es/rights/")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Register of the 3 rights")
    page.get_by_label("Filter the register").fill("heal")
    expect(page.locator(".rights-list li:visible")).to_have_count(1)
    page.get_by_role("link", name="Health", exact=True).click()
    contents = page.get_by_role("navigation", name="On this page")
    contents.get_by_role("link", name=re.compile("^Treaties")).click()
    treaties = page.locator("#treaties")
    expect(treaties).to_contain_text("International Covenant on Economic, Social and Cultural Rights")
    expect(treaties).to_contain_text("binds Ecuador since 1969")
    expect(page.locator("#recommendations")).to_contain_text("Recommendations to Ecuador")


def test_a_hit_is_read_in_its_document_and_the_way_leads_back(page: Page) -> None:
    page.goto("/es/search?q=hospital&sort=oldest")
    page.locator(".passage__place a").first.click()
    expect(page.locator("mark").first).to_be_visible()
    bar = page.get_by_role("navigation", name="Resultados de su búsqueda")
    bar.get_by_role("link", name=re.compile("^Siguiente")).click()
    expect(bar).to_contain_text("pasaje 2 de")
    bar.get_by_role("link", name=re.compile("^Volver a los")).click()
    expect(page).to_have_url(re.compile("q=hospital&sort=oldest"))


def test_everything_can_be_done_with_the_keyboard(page: Page) -> None:
    page.goto("/es/search?q=agua")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Saltar al contenido")
    page.keyboard.press("Enter")
    menu = page.locator("details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(page.locator(":focus")).to_have_text("Exportar")
