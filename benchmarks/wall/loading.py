"""One page loaded in a real Chromium: when it stands, what it weighs, what it keeps."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 600
SCREEN = {"width": 1920, "height": 1080}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--enable-precise-memory-info",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
WATCH = """
const look = () => {
  const note = (name) => requestAnimationFrame(() => { window[name] ??= performance.now(); });
  if (!window.first && document.querySelector(%s)) note("first");
  if (%s) note("last");
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """A page: its address, what stands first in it, and what is true when its last panel stands."""

    url: str
    first: str
    stands: str


@dataclass(frozen=True, slots=True)
class Load:
    """One load: milliseconds, bytes over the wire, requests, heap in megabytes."""

    first: float
    last: float
    bytes: int
    requests: int
    heap: float


def cold_and_warm(browser: Browser, subject: Subject) -> tuple[Load, Load]:
    """Load a page in a browser that has never seen it, and again."""
    context = browser.new_context(viewport=SCREEN)
    loads = _load(context, subject), _load(context, subject)
    context.close()
    return loads


def counting(page: Page) -> list[int]:
    """Bytes on the wire of every answer from now on, headers included."""
    session, counted = page.context.new_cdp_session(page), []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: counted.append(event["encodedDataLength"]))
    return counted


def _load(context: BrowserContext, subject: Subject) -> Load:
    page = context.new_page()
    page.add_init_script(WATCH % (json.dumps(subject.first), subject.stands))
    counted = counting(page)
    page.goto(subject.url, wait_until="commit")
    last = _until(page)
    first = page.evaluate("() => window.first")
    heap = page.evaluate("() => performance.memory.usedJSHeapSize") / 2**20
    load = Load(first, last, sum(counted), len(counted), heap)
    page.close()
    return load


def _until(page: Page) -> float:
    """When the last panel stood; asked from outside, for the wall's rules let no text be run."""
    for _turn in range(PATIENCE):
        if last := page.evaluate("() => window.last"):
            return last
        time.sleep(0.1)
    raise TimeoutError(page.url)
