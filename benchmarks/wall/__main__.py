"""`make bench-wall`: fifteen panels in a real Chromium, cold and warm, and a hundred walls polling.

The same figures stand on the wall, on an ordinary Dash page, on an ordinary Streamlit page (its
environment: `.venv-streamlit`) and on the pages in between (`steps.py`). Times are medians in
milliseconds from the start of navigation to the frame after the last panel stands; other hosts are
out of reach.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from socket import socket
from statistics import median
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import urlopen

from playwright.sync_api import Browser, sync_playwright

from benchmarks.serving import Server
from benchmarks.wall.figures import read
from benchmarks.wall.loading import FLAGS, Load, Subject, cold_and_warm
from benchmarks.wall.polling import poll
from benchmarks.wall.refreshing import refresh
from benchmarks.wall.steps import STANDS, STEPS

HERE = Path(__file__).parent
STREAMLIT = HERE.parents[1] / ".venv-streamlit" / "bin" / "streamlit"
TURNS = int(os.environ.get("TURNS", "3"))
DRAWN = "document.querySelectorAll('.js-plotly-plot .trace').length >= 9"
METRICS = "document.querySelectorAll('[data-testid=stMetric]').length === 6"
WALL = (
    "document.querySelectorAll('.figure > svg').length === 9"
    " && document.querySelector('.map [data-drawn]')"
)


def main() -> None:
    """Print a line a page, one for a publication, and one for polling."""
    with TemporaryDirectory() as folder, ExitStack() as servers:
        wall = Server(Path(folder) / "home", "demo", COCKPIT_SCENES=str(HERE / "scenes"))
        servers.callback(wall.kill)
        held = Path(folder) / "figures.json"
        held.write_text(json.dumps(read(wall.url)), encoding="utf-8")
        shown = f"{wall.url}/wall/compared?distance=near&rotate=off"
        with sync_playwright() as playwright:
            chromium = shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            _loads(browser, dict(_subjects(servers, held)) | {"the wall": _wall(shown)})
            refresh(browser, wall, shown)
        poll(wall.url)


def _wall(url: str) -> Subject:
    return Subject(url, ".card .large", WALL)


def _subjects(servers: ExitStack, held: Path) -> Iterator[tuple[str, Subject]]:
    """The pages compared, from what is ordinary to the wall."""
    if STREAMLIT.exists():
        url = servers.enter_context(_streamlit(held))
        yield "Streamlit", Subject(url, "[data-testid=stMetric]", f"{DRAWN} && {METRICS}")
    dash = servers.enter_context(_served("benchmarks.wall.dash_page", held))
    yield "Dash, a callback a panel", Subject(dash, ".js-plotly-plot .trace", DRAWN)
    steps = servers.enter_context(_served("benchmarks.wall.steps", held))
    for name, step in STEPS.items():
        yield f"+ {step.words}", Subject(f"{steps}/{name}/", ".card h1", STANDS[name])


def _loads(browser: Browser, pages: dict[str, Subject]) -> None:
    heads = ("first", "cold", "warm", "KB cold", "KB warm", "asked", "heap MB")
    print(f"{'15 panels':<28}" + "".join(f"{head:>9}" for head in heads))
    taken: dict[str, list[tuple[Load, Load]]] = {name: [] for name in pages}
    # Turn by turn, so that the machine's mood falls on all.
    for _turn in range(TURNS):
        for name, subject in pages.items():
            taken[name].append(cold_and_warm(browser, subject))
    for name, loads in taken.items():
        print(_line(name, loads))
    cold = {name: median(first.last for first, _second in loads) for name, loads in taken.items()}
    for name in list(pages)[:-1]:
        print(f"cold, {name} / the wall: {cold[name] / cold['the wall']:.1f} ×")


def _line(name: str, loads: list[tuple[Load, Load]]) -> str:
    def middle(of: Callable[[tuple[Load, Load]], float]) -> float:
        return median(map(of, loads))

    return (
        f"{name:<28}{middle(lambda p: p[0].first):9.0f}{middle(lambda p: p[0].last):9.0f}"
        f"{middle(lambda p: p[1].last):9.0f}{middle(lambda p: p[0].bytes / 1024):9.0f}"
        f"{middle(lambda p: p[1].bytes / 1024):9.0f}{middle(lambda p: p[0].requests):9.0f}"
        f"{middle(lambda p: p[0].heap):9.1f}"
    )


@contextmanager
def _served(module: str, held: Path) -> Iterator[str]:
    port = _free()
    with _running([sys.executable, "-m", module, str(held), port], {}):
        yield _answering(f"http://127.0.0.1:{port}")


@contextmanager
def _streamlit(held: Path) -> Iterator[str]:
    port = _free()
    quiet = ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.port", port]
    page = str(HERE / "streamlit_page.py")
    with _running([str(STREAMLIT), "run", page, *quiet], {"FIGURES": str(held)}):
        yield _answering(f"http://127.0.0.1:{port}")


def _free() -> str:
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        return str(found.getsockname()[1])


@contextmanager
def _running(command: list[str], more: dict[str, str]) -> Iterator[None]:
    given = os.environ | more
    with subprocess.Popen(command, env=given, stdout=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.kill()


def _answering(url: str) -> str:
    for _turn in range(120):
        try:
            urlopen(url).close()
        except HTTPError:
            return url
        except OSError:
            time.sleep(0.5)
        else:
            return url
    raise TimeoutError(url)


if __name__ == "__main__":
    main()
