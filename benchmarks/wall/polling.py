"""A hundred walls asking every second and a half: how long an answer takes, and what it costs."""

from __future__ import annotations

import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from statistics import quantiles
from threading import Barrier

import psutil

WALLS, EVERY, ROUNDS = 100, 1.5, 14


def poll(url: str) -> None:
    """Print the 95th percentile and the share of one core."""
    host = url.removeprefix("http://")
    server = _owner(int(re.sub(r".*:", "", host)))
    ready = Barrier(WALLS + 1)
    with ThreadPoolExecutor(WALLS) as walls:
        asked = [walls.submit(_wall, host, number, ready) for number in range(WALLS)]
        ready.wait()
        before, started = server.cpu_times(), time.perf_counter()
        taken = [one for wall in asked for one in wall.result()]
        lasted, after = time.perf_counter() - started, server.cpu_times()
    busy = (after.user + after.system - before.user - before.system) / lasted
    late = quantiles(taken, n=20)[18] * 1000
    print(f"{WALLS} walls polling: p95 {late:.0f} ms, {busy:.0%} of one core")


def _wall(host: str, number: int, ready: Barrier) -> list[float]:
    beat = {"wall": str(number), "scene": "compared", "area": "000000", "state": "", "build": ""}
    body = json.dumps(beat | {"size": "1920×1080", "memory": 0, "up": 0, "as_of": ""}).encode()
    connection, taken = HTTPConnection(host), []
    ready.wait()
    # Walls are opened at different times.
    time.sleep(EVERY * number / WALLS)
    for _round in range(ROUNDS):
        began = time.perf_counter()
        connection.request("POST", "/wall/-/pulse", body, {"Content-Type": "application/json"})
        connection.getresponse().read()
        taken.append(time.perf_counter() - began)
        time.sleep(max(EVERY - taken[-1], 0))
    return taken


def _owner(port: int) -> psutil.Process:
    """The process that listens on a port."""
    listening = (one for one in psutil.net_connections("tcp") if one.status == "LISTEN")
    return next(psutil.Process(one.pid) for one in listening if one.laddr.port == port)
