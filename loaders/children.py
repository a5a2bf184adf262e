"""Child processes that open files, so that no file can take the program down with it.

Some workbooks abort the process that parses them (calamine allocates a whole grid for one cell at
XFD1048576), some loop, some eat memory: a child with limits turns all of that into a refusal.
The child is spawned, never forked: a fork would copy open database handles.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from math import inf
from pathlib import Path
from typing import IO

COMMAND = [sys.executable, "-m", "loaders.child"]
_LENGTH = 8
_TICK = 0.1
_ROOT = Path(__file__).resolve().parent.parent


def send(answer: bytes, stream: IO[bytes]) -> None:
    """Write an answer, its length before it."""
    stream.write(len(answer).to_bytes(_LENGTH))
    stream.write(answer)
    stream.flush()


def received(stream: IO[bytes]) -> bytes:
    """The next answer; empty where it does not arrive as a whole."""
    length = int.from_bytes(stream.read(_LENGTH))
    answer = stream.read(length)
    return answer if len(answer) == length else b""


class Child:
    """One running child, with a thread that watches its time."""

    def __init__(self) -> None:
        paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
        self._due: tuple[float, Callable[[], None]] = inf, self._process.kill
        threading.Thread(target=self._watch, daemon=True).start()

    def ask(self, job: bytes, seconds: float) -> bytes:
        """Its answer to a job; empty where it died or ran out of time."""
        assert self._process.stdin is not None  # noqa: S101
        assert self._process.stdout is not None  # noqa: S101
        self.after(seconds, self._process.kill)
        try:
            self._process.stdin.write(job + b"\n")
            self._process.stdin.flush()
            return received(self._process.stdout)
        except BrokenPipeError:
            return b""

    def after(self, seconds: float, act: Callable[[], None]) -> None:
        """Do something in so many seconds, instead of what was to be done before."""
        self._due = time.monotonic() + seconds, act

    def end(self) -> None:
        """Kill it, if it still lives, and let go of its pipes."""
        self._process.kill()
        self._process.communicate()

    def _watch(self) -> None:
        while self._process.poll() is None:
            moment, act = self._due
            if moment <= time.monotonic():
                act()
            time.sleep(_TICK)


class Idle:
    """Children that wait for another file, each for a short while only."""

    def __init__(self, seconds: float = 3.0) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._waiting: list[Child] = []

    def prepare(self) -> None:
        """Start a child for the next file, unless one waits."""
        if not self._waiting:
            self.put_back(Child())

    def take(self) -> Child:
        """A waiting child, or a new one."""
        with self._lock:
            waiting = self._waiting.pop() if self._waiting else None
        return waiting or Child()

    def put_back(self, child: Child) -> None:
        """Keep a child for the next file."""
        child.after(self._seconds, partial(self._dismiss, child))
        with self._lock:
            self._waiting.append(child)

    def close(self) -> None:
        """End every child that waits."""
        for child in tuple(self._waiting):
            self._dismiss(child)

    def _dismiss(self, child: Child) -> None:
        with self._lock:
            found = child in self._waiting
            if found:
                self._waiting.remove(child)
        if found:
            child.end()


idle = Idle()
"""The children of this process."""
atexit.register(idle.close)
