"""`make bench-wall`: fifteen panels in a real Chromium, cold and warm, and a hundred walls polling.

The same figures stand on the wall, on an ordinary Dash page and on an ordinary Streamlit page
(its environment: `.venv-streamlit`). Times are medians in milliseconds from the start of navigation
to the frame after the last panel stands; other hosts are out of reach.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from statistics import median
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.wall.figures import read
from benchmarks.wall.polling import poll

HERE = Path(__file__).parent
STREAMLIT = HERE.parents[1] / ".venv-streamlit" / "bin" / "streamlit"
TURNS = 3
PATIENCE = 600
SCREEN = {"width": 1920, "height": 1080}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--enable-precise-memory-info",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
STANDS = {
    "wall": "document.querySelectorAll('.figure > svg').length === 9"
    " && document.querySelector('.map [data-drawn]')",
    "dash": "document.querySelectorAll('.js-plotly-plot .trace').length >= 9",
    "streamlit": "document.querySelectorAll('.js-plotly-plot .trace').length >= 9"
    " && document.querySelectorAll('[data-testid=stMetric]').length === 6",
}
FIRST = {
    "wall": ".card .large",
    "dash": ".js-plotly-plot .trace",
    "streamlit": "[data-testid=stMetric]",
}
WATCH = """
const look = () => {
  const note = (name) => requestAnimationFrame(() => { window[name] ??= performance.now(); });
  if (!window.first && document.querySelector(%s)) note("first");
  if (%s) note("last");
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


@dataclass
class Load:
    """One load: milliseconds, bytes over the wire, requests, heap in megabytes."""

    first: float
    last: float
    bytes: int
    requests: int
    heap: float


def main() -> None:
    """Print a line a page, and one for polling."""
    with TemporaryDirectory() as folder, ExitStack() as servers:
        wall = servers.enter_context(_wall(Path(folder) / "home"))
        held = Path(folder) / "figures.json"
        held.write_text(json.dumps(read(wall)), encoding="utf-8")
        pages = {"wall": f"{wall}/wall/compared?distance=near&rotate=off"}
        pages["dash"] = servers.enter_context(_dash(held))
        if STREAMLIT.exists():
            pages["streamlit"] = servers.enter_context(_streamlit(held))
        _loads(pages)
        poll(wall)


def _loads(pages: dict[str, str]) -> None:
    heads = ("first", "cold", "warm", "KB cold", "KB warm", "asked", "heap MB")
    print(f"{'15 panels':<12}" + "".join(f"{head:>9}" for head in heads))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        taken: dict[str, list[tuple[Load, Load]]] = {name: [] for name in pages}
        # Turn by turn, so that the machine's mood falls on all.
        for _turn in range(TURNS):
            for name, url in pages.items():
                taken[name].append(_cold_and_warm(browser, name, url))
        for name, loads in taken.items():
            print(_line(name, loads))


def _line(name: str, loads: list[tuple[Load, Load]]) -> str:
    def middle(of: Callable[[tuple[Load, Load]], float]) -> float:
        return median(map(of, loads))

    return (
        f"{name:<12}{middle(lambda p: p[0].first):9.0f}{middle(lambda p: p[0].last):9.0f}"
        f"{middle(lambda p: p[1].last):9.0f}{middle(lambda p: p[0].bytes / 1024):9.0f}"
        f"{middle(lambda p: p[1].bytes / 1024):9.0f}{middle(lambda p: p[0].requests):9.0f}"
        f"{middle(lambda p: p[0].heap):9.1f}"
    )


def _cold_and_warm(browser: Browser, name: str, url: str) -> tuple[Load, Load]:
    context = browser.new_context(viewport=SCREEN)
    loads = _load(context, name, url), _load(context, name, url)
    context.close()
    return loads


def _load(context: BrowserContext, name: str, url: str) -> Load:
    page = context.new_page()
    page.add_init_script(WATCH % (json.dumps(FIRST[name]), STANDS[name]))
    counted = _counting(page)
    page.goto(url, wait_until="commit")
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


def _counting(page: Page) -> list[int]:
    """Bytes on the wire of every answer, headers included."""
    session, counted = page.context.new_cdp_session(page), []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: counted.append(event["encodedDataLength"]))
    return counted


@contextmanager
def _wall(home: Path) -> Iterator[str]:
    more = {"COCKPIT_HOME": str(home), "COCKPIT_SCENES": str(HERE / "scenes")}
    with _served([sys.executable, "-m", "cockpit", "demo", "--port", "0"], more) as process:
        lines = iter(process.stdout.readline, "")
        yield next(found[0] for line in lines if (found := re.search(r"http://\S+[^/\s]", line)))


@contextmanager
def _dash(held: Path) -> Iterator[str]:
    port = _free()
    with _served([sys.executable, "-m", "benchmarks.wall.dash_page", str(held), port], {}):
        yield _answering(f"http://127.0.0.1:{port}")


@contextmanager
def _streamlit(held: Path) -> Iterator[str]:
    port = _free()
    quiet = ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.port", port]
    page = str(HERE / "streamlit_page.py")
    with _served([str(STREAMLIT), "run", page, *quiet], {"FIGURES": str(held)}):
        yield _answering(f"http://127.0.0.1:{port}")


def _free() -> str:
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])


@contextmanager
def _served(command: list[str], more: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    given = os.environ | more
    with subprocess.Popen(command, env=given, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def _answering(url: str) -> str:
    for _turn in range(120):
        try:
            urlopen(url).close()
        except OSError:
            time.sleep(0.5)
        else:
            return url
    raise TimeoutError(url)


if __name__ == "__main__":
    main()
