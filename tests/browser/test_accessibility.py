"""Every page against axe's rules (WCAG 2.2 AA and its best practices), light and dark, wide and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = (
    "/es/",
    "/en/rights/",
    "/es/rights/12",
    "/en/rights/66.3",
    "/es/search",
    "/es/search?q=agua",
    "/es/search?q=hospital&right=32&page=2",
    "/es/search?q=salobre",
    "/es/search?q=agua+xyzzyq&right=12&from=abc",
    "/es/documents/",
    "/es/documents/?title=nada+igual",
    "/es/documents/e-c-12-ecu-9",
    "/es/reviews/",
    "/es/documents/iacthr-c-900?q=agua&hit=1",
    "/en/documents/a-hrc-99-4",
    "/es/documents/hostile",
    "/en/about",
    "/es/rights/99",
)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_has_a_violation(chromium: Browser, site: str, width: int, scheme: str) -> None:
    context = chromium.new_context(
        base_url=site,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    for address in PAGES:
        page.goto(address)
        assert violations(page) == [], address
        page.evaluate("document.querySelectorAll('details').forEach(menu => { menu.open = true })")
        assert violations(page) == [], f"{address} with everything open"
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1600])
def test_no_page_scrolls_sideways(chromium: Browser, site: str, width: int) -> None:
    context = chromium.new_context(base_url=site, viewport={"width": width, "height": 800})
    page = context.new_page()
    for address in PAGES:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(menu => { menu.open = true })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_pages_are_whole_without_scripts(chromium: Browser, site: str) -> None:
    context = chromium.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/es/rights/12")
    page.locator("summary", has_text="Citar").first.click()
    assert page.locator(".citations").first.is_visible()
    assert not page.locator("[data-copy]").first.is_visible()
    context.close()
