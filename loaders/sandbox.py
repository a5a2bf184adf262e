"""Opening files in a child process, so that no file can take the program down with it.

Some workbooks abort the process that parses them (calamine allocates a whole grid for one cell at
XFD1048576), some loop, some eat memory: a child with limits turns all of that into a refusal.
The child is spawned, never forked: a fork would copy open database handles.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from cockpit.memory import NOTHING, Memory
from cockpit.reading import Excerpt, Reading, SheetWindow
from loaders.containers import check_size
from loaders.refusal import refusal
from loaders.wire import seen, understood, windowed

Answer = TypeVar("Answer")

SECONDS = 18.0
"""For a file of up to a megabyte; one that needs longer is taken for a trap."""
_SMALL = 1 << 20
_MOST = 3.0
_ROOT = Path(__file__).resolve().parent.parent


def extract(path: Path, name: str, catalog: Path, memory: Memory = NOTHING) -> Reading:
    """Read a file in a child process; raises FileRefused where that is impossible.

    `name` is what the file was called where it came from, `catalog` the catalogue's folder,
    `memory` what staff confirmed about files like it.
    """
    return _asked(_job(path, name, catalog, memory), understood)


def look(path: Path, places: Sequence[tuple[str, str]]) -> list[Excerpt]:
    """The printed surroundings of cells (sheet, address), read in a child process."""
    return _asked({"path": str(path.resolve()), "look": places}, seen)


def show(
    path: Path, name: str, catalog: Path, memory: Memory, at: tuple[str, int, int]
) -> SheetWindow:
    """The window of a file that begins at sheet, row and column, read in a child process.

    The other arguments are those of `extract`: the file is read as it was when it was staged.
    """
    return _asked({**_job(path, name, catalog, memory), "show": at}, windowed)


def _job(path: Path, name: str, catalog: Path, memory: Memory) -> dict[str, object]:
    check_size(path.stat().st_size)
    places = {"path": str(path.resolve()), "catalog": str(catalog.resolve())}
    return {**places, "name": name, "memory": memory.to_dict()}


def _asked(job: Mapping[str, object], read: Callable[[bytes], Answer]) -> Answer:
    """A child's answer; one that answered well is kept a moment for the next file."""
    child = _idle.take()
    seconds = allowed(Path(str(job["path"])).stat().st_size)
    answer = child.ask(json.dumps({**job, "seconds": seconds}).encode(), seconds)
    if not answer:
        child.end()
        raise refusal("F06")
    try:
        found = read(answer)
    except BaseException:
        child.end()
        raise
    _idle.put_back(child)
    return found


def allowed(size: int) -> float:
    """How many seconds a file of so many bytes may take: large ones up to three times as many."""
    return SECONDS * min(1 + max(size - _SMALL, 0) / (3 * _SMALL), _MOST)


class Child:
    """One running child."""

    def __init__(self) -> None:
        paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "loaders.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )

    def ask(self, job: bytes, seconds: float) -> bytes:
        """Its answer to a job; empty where it died or ran out of time."""
        assert self._process.stdin is not None  # noqa: S101
        assert self._process.stdout is not None  # noqa: S101
        timer = threading.Timer(seconds, self._process.kill)
        timer.start()
        try:
            self._process.stdin.write(job + b"\n")
            self._process.stdin.flush()
            return self._process.stdout.readline()
        except BrokenPipeError:
            return b""
        finally:
            timer.cancel()

    def end(self) -> None:
        """Kill it, if it still lives, and let go of its pipes."""
        self._process.kill()
        self._process.communicate()


class Idle:
    """Children that wait for another file, each for a short while only."""

    def __init__(self, seconds: float = 3.0) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._waiting: list[tuple[Child, threading.Timer]] = []

    def take(self) -> Child:
        """A waiting child, or a new one."""
        with self._lock:
            waiting = self._waiting.pop() if self._waiting else None
        if waiting is None:
            return Child()
        waiting[1].cancel()
        return waiting[0]

    def put_back(self, child: Child) -> None:
        """Keep a child for the next file."""
        timer = threading.Timer(self._seconds, self._dismiss, [child])
        timer.daemon = True
        with self._lock:
            self._waiting.append((child, timer))
        timer.start()

    def close(self) -> None:
        """End every child that waits."""
        while True:
            with self._lock:
                if not self._waiting:
                    return
                child, timer = self._waiting.pop()
            timer.cancel()
            child.end()

    def _dismiss(self, child: Child) -> None:
        with self._lock:
            kept = [entry for entry in self._waiting if entry[0] is not child]
            found = len(kept) < len(self._waiting)
            self._waiting = kept
        if found:
            child.end()


_idle = Idle()
atexit.register(_idle.close)
