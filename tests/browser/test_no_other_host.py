"""No page asks anything of another host: read from the browser's own log of its network.

The log knows what a page's listener does not: lookups of names, sockets, icons, fonts. Hints that
Chromium follows only at leisure (prefetched names and the like) are read from the page.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, Page, expect

OWN = "127.0.0.1"
CHROMIUM = {
    "accounts.google.com",
    "content-autofill.googleapis.com",
    "update.googleapis.com",
    "www.google.com",
    "~notfound",
}
"""What the browser asks on its own account, whatever page it shows, and the answer it gets."""
PAGES = [
    "/wall/regions",
    "/wall/lights",
    "/upload",
    "/explore/gdp",
    "/alarms",
    "/admin",
    "/meetings",
]
HINTS = re.compile(
    r'<(?!a\s)[^>]*\s(?:href|src|srcset|ping|action)="((?:https?:)?//[^"]*)"'
    r'|url\("?((?:https?:)?//[^)"]*)'
)
STYLES = """() => [...document.styleSheets]
  .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join()"""

pytestmark = pytest.mark.browser


@pytest.fixture
def recorded(
    browser_type: BrowserType, browser_type_launch_args: dict, tmp_path: Path
) -> Callable[[], Iterator[tuple[Page, set[str]]]]:
    """A browser that finds no other host, and afterwards the hosts that it was asked for."""

    @contextmanager
    def record() -> Iterator[tuple[Page, set[str]]]:
        log, hosts = tmp_path / "network.json", set()
        flags = [f"--log-net-log={log}", f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {OWN}"]
        given = browser_type_launch_args | {"args": [*browser_type_launch_args["args"], *flags]}
        browser = browser_type.launch(**given)
        yield browser.new_page(viewport={"width": 1920, "height": 1080}), hosts
        browser.close()
        events = json.dumps(json.loads(log.read_text(encoding="utf-8"))["events"])
        asked = re.findall(r'"(?:url|host)": "(?:\w+://)?([^/:"]+)', events)
        hosts.update(set(asked) - CHROMIUM)
        shutil.rmtree(tmp_path)

    return record


def test_only_our_own_server_is_asked(url: str, recorded: Callable) -> None:
    hints: list[str] = []
    with recorded() as (page, hosts):
        for address in PAGES:
            page.goto(url + address)
            expect(page.locator("main, .desk").first).to_be_visible()
            text = page.content() + page.evaluate(STYLES)
            hints += ["".join(one) for one in HINTS.findall(text)]
        page.goto(f"{url}/wall/gdp")
        page.locator(".card .number").first.click()
        expect(page.locator("dialog#trail")).to_contain_text("单元格")
    assert hosts == {OWN}
    assert [one for one in hints if not one.startswith(url)] == []


def test_a_page_that_asks_another_host_is_found(recorded: Callable) -> None:
    with recorded() as (page, hosts):
        page.goto("data:text/html,<img src='http://shown.example/a.png'>")
    assert hosts == {"shown.example"}
