"""Take the README's pictures: `make screenshots`.

Serves the sample warehouse from an empty folder and photographs it with Debian's Chromium.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent
SIZE = {"width": 1920, "height": 1080}
SETTLED = 4000
PICTURES = {
    "wall": "/",
    "explore": "/explore/gdp?area=120000",
    "upload": "/upload",
}
BROUGHT = HERE.parents[1] / "data/samples/70 2023年国民经济主要指标.xlsx"
"""The file on the desk."""


def main() -> None:
    """Write one picture a page beside this file."""
    with TemporaryDirectory() as home:
        environment = os.environ | {"COCKPIT_HOME": home, "COCKPIT_LOCALE": "zh_CN"}
        command = [sys.executable, "-m", "cockpit", "demo", "--port", "0"]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True
        ) as server:
            try:
                photograph(address(server))
            finally:
                server.kill()


def address(server: subprocess.Popen[str]) -> str:
    """The address the server prints when it is ready."""
    lines = server.stdout or ()
    return next(found[0] for line in lines if (found := re.search(r"http://\S+[^/\s]", line)))


def photograph(url: str) -> None:
    """Open every page and keep its picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page: Page = browser.new_page(viewport=SIZE)
        for name, path in PICTURES.items():
            page.goto(url + path)
            if name == "upload":
                bring(page)
            page.wait_for_timeout(SETTLED)
            page.screenshot(path=HERE / f"{name}.png")


def bring(page: Page) -> None:
    """Drop a file on the desk, and show what one of its figures was understood to be."""
    page.locator("#upload-person").fill("李华")
    page.locator("#upload-files input[type=file]").set_input_files(BROUGHT)
    page.locator(".leaf td.pointed").first.wait_for()
    page.locator(".review").scroll_into_view_if_needed()


if __name__ == "__main__":
    main()
