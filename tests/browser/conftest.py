"""A real server on the sample figures, and Debian's Chromium cut off from every other host."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route

HERE = Path(__file__).parent
MEASURE, PAINTED = (
    (HERE / name).read_text(encoding="utf-8") for name in ("measure.js", "painted.js")
)
WORDLESS = (
    "* { -webkit-text-fill-color: transparent !important; }"
    " svg text, svg tspan { fill: transparent !important; }"
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict:
    chromium = shutil.which("chromium")
    assert chromium, "the browser tests need Debian's chromium (make browser)"
    return {"executable_path": chromium, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args() -> dict:
    return {"viewport": {"width": 1920, "height": 1080}, "locale": "zh-CN"}


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("home")
    command = [sys.executable, "-m", "cockpit", "demo", "--port", "0"]
    environment = os.environ | {"COCKPIT_HOME": str(home), "COCKPIT_LOCALE": "zh_CN"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield _address(process)
        finally:
            process.kill()


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return found[0].rstrip("/")
    raise AssertionError("the server ended before it gave its address")


@contextmanager
def watching(page: Page, url: str) -> Iterator[None]:
    """Let a page ask nobody but one server, and hear every complaint on its console."""
    strangers: list[str] = []
    complaints: list[str] = []

    def only_ours(route: Route, request: Request) -> None:
        if request.url.startswith((url, "data:", "blob:")):
            route.continue_()
        else:
            strangers.append(request.url)
            route.abort()

    page.route("**/*", only_ours)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    yield
    assert strangers == []
    assert complaints == []


@pytest.fixture
def page(page: Page, url: str) -> Iterator[Page]:
    """A page that may ask nobody but our own server, and must not complain on its console."""
    with watching(page, url):
        yield page


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Callable[[str], Page]]:
    """A page watched in the same way, for a test with a server of its own."""
    with ExitStack() as pages:

        def opened(url: str) -> Page:
            page = context.new_page()
            pages.enter_context(watching(page, url))
            return page

        yield opened


@pytest.fixture
def shot(page: Page, request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep a picture of the page where a folder for them is named."""
    yield
    if folder := os.environ.get("COCKPIT_PICTURES"):
        page.screenshot(path=Path(folder) / f"{request.node.name}.png")


@pytest.fixture(scope="session")
def unreadable() -> Callable[..., list[str]]:
    """What cannot be read on a page of a scene where `floor` pixels are the least size of type.

    With `painted` the contrast is taken from pictures, with the words and without them.
    """

    def measure(page: Page, floor: float, number: int = 0, *, painted: bool = False) -> list[str]:
        measured = page.evaluate(MEASURE, [floor, number])
        if not painted:
            return measured["found"]
        pictures = [
            base64.b64encode(page.screenshot(style=style)).decode() for style in ("", WORDLESS)
        ]
        return measured["found"] + page.evaluate(PAINTED, [measured["inks"], *pictures])

    return measure
