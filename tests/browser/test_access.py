"""Nothing that axe-core calls serious, on any scene of the wall and on the pages beside it."""

from __future__ import annotations

import os

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from cockpit.settings import DATA

GRAVE = ("serious", "critical")
SCENES = sorted(path.stem for path in (DATA / "scenes").glob("*.toml"))
LOOKS = ["theme=dark", "theme=light&lang=en", "distance=elder&theme=light", "theme=dark&lang=en"]
LONG = os.environ.get("COCKPIT_SOAK") == "1"
WALLS = [
    f"/wall/{scene}?rotate=off&{look}"
    for n, scene in enumerate(SCENES)
    for look in (LOOKS if LONG else [LOOKS[n % len(LOOKS)]])
]
DESK = {
    "/upload": "#upload-files input",
    "/batches": ".sheet",
    "/explore": "#explore-indicator",
    "/explore/gdp?area=120000": "#explore-level .js-plotly-plot",
    "/alarms": ".sheet",
    "/meetings": "#meeting-name",
    "/admin": "#token-name",
    "/admin/walls": ".walls",
}
SHORT = ("/upload", "/alarms", "/admin/walls")
FORWARDED = ".dash-dropdown-focus-target"
"""The components' dropdown hands the focus of this field on to its button at once."""

pytestmark = pytest.mark.browser


def grave(page: Page) -> list[str]:
    """What axe finds, one line an element."""
    asked = {"exclude": [[FORWARDED]]} if page.locator(FORWARDED).count() else None
    found = Axe().run(page, context=asked, options={"resultTypes": ["violations"]})
    return [
        f"{one['id']}: {node['html'][:200]} {node['failureSummary']}"
        for one in found.response["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("address", WALLS)
def test_a_scene_is_open_to_everybody(page: Page, url: str, address: str) -> None:
    page.goto(url + address)
    for drawing in page.locator(".map .figure").all():
        expect(drawing).to_have_attribute("data-drawn", "yes")
    assert grave(page) == []


@pytest.mark.parametrize("address", DESK if LONG else SHORT)
def test_a_desk_is_open_to_everybody(page: Page, url: str, address: str) -> None:
    page.goto(url + address)
    expect(page.locator(DESK[address]).first).to_be_attached()
    assert grave(page) == []


def test_the_walls_menu_and_drawer_are_open_to_everybody(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/overview?rotate=off")
    page.locator(".settings > summary").click()
    assert grave(page) == []
    page.keyboard.press("Escape")
    page.locator(".card .large .number").first.click()
    expect(page.locator("dialog#trail")).to_contain_text("单元格")
    assert grave(page) == []


def test_a_page_that_is_closed_to_some_is_found(page: Page, url: str) -> None:
    page.goto(f"{url}/wall/gdp?rotate=off")
    page.evaluate("() => document.querySelector('[data-turn]').removeAttribute('aria-label')")
    page.evaluate("() => document.querySelector('[data-turn]').removeAttribute('title')")
    page.evaluate("() => document.querySelector('[data-turn]').replaceChildren()")
    assert any(line.startswith("button-name") for line in grave(page))
