"""What one publication costs an open wall: bytes on the wire, and how soon it is seen."""

from __future__ import annotations

import time

from playwright.sync_api import Browser

from benchmarks.serving import Server
from benchmarks.wall.loading import SCREEN, counting

FILE = "月度数据 固定资产投资.csv"
TEXT = "指标,2023年12月\n固定资产投资额_累计增长(%),{value}\n"
"""Fixed-asset investment of December 2023, 3.0 % as published, put to other values."""
VALUES = ("3.1", "3.2", "3.3", "3.4", "3.5")
STATE = "() => document.getElementById('wall').dataset.state"
KEPT = "() => document.querySelectorAll('[data-digest]:not([data-old])').length"
MARK = "() => document.querySelectorAll('[data-digest]').forEach((one) => { one.dataset.old = 1 })"


def refresh(browser: Browser, server: Server, url: str) -> None:
    """Print the parts drawn anew, bytes and delay of a publication; medians of five."""
    page = browser.new_context(viewport=SCREEN).new_page()
    page.goto(url)
    taken = sorted(_published(page, server, value) for value in VALUES)
    parts, sent, late = taken[len(taken) // 2]
    page.context.close()
    print(f"one publication: {parts} parts, {sent / 1024:.1f} KB, shown after {late * 1000:.0f} ms")


def _published(page, server: Server, value: str) -> tuple[int, int, float]:  # noqa: ANN001
    page.evaluate(MARK)
    before, counted = page.evaluate(STATE), counting(page)
    server.publish(FILE, TEXT.format(value=value))
    began = time.perf_counter()
    while page.evaluate(STATE) == before:
        page.wait_for_timeout(20)
    late = time.perf_counter() - began
    page.wait_for_timeout(100)
    return page.evaluate(KEPT), sum(counted), late
