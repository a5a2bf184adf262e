"""The child process that opens files: `python -m loaders.child`.

It reads one JSON job a line (`path`, `name`, `catalog`, `memory`, and where a window to `show`
begins; or `path` and the places to `look` at) and answers each with one line. What the workbook
libraries print goes nowhere, so nothing but answers reaches the parent.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from cockpit.errors import FileRefused
from loaders.refusal import refusal
from loaders.wire import excerpts_line, fault_line, reading_line, refusal_line, window_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from cockpit.catalog import Catalog

MEMORY_BYTES = 1 << 30
_MUCH = MEMORY_BYTES // 3
"""What is remembered of the files before must leave room for the next."""


def main() -> None:
    """Answer jobs until the parent closes the pipe."""
    answers = _private_stdout()
    _limit_memory()
    for line in sys.stdin.buffer:
        job = json.loads(line)
        _limit_cpu(job["seconds"])
        answers.write(_answer(job) + b"\n")
        answers.flush()
        if _taken() > _MUCH:
            _start_anew(answers)


def _answer(job: dict[str, Any]) -> bytes:
    try:
        return _answers(job)(job)
    except FileRefused as refused:
        return refusal_line(refused)
    except MemoryError:
        return refusal_line(refusal("F06"))
    except Exception:  # noqa: BLE001 - the parent reports the fault as the program's own
        return fault_line(traceback.format_exc())


def _answers(job: dict[str, Any]) -> Callable[[dict[str, Any]], bytes]:
    if "look" in job:
        return _excerpts
    return _window if "show" in job else _reading


def _reading(job: dict[str, Any]) -> bytes:
    from cockpit.memory import Memory
    from loaders.registry import read

    memory = Memory.from_dict(job["memory"])
    return reading_line(read(Path(job["path"]), job["name"], _catalog(job["catalog"]), memory))


def _excerpts(job: dict[str, Any]) -> bytes:
    from loaders.containers import open_workbook
    from loaders.memory import look

    workbook = open_workbook(Path(job["path"]).read_bytes())
    return excerpts_line(look(workbook, [(sheet, cell) for sheet, cell in job["look"]]))


def _window(job: dict[str, Any]) -> bytes:
    from cockpit.memory import Memory
    from loaders.containers import open_workbook
    from loaders.registry import read_workbook
    from loaders.undisturbed import undisturbed
    from loaders.window import Place, window

    memory = Memory.from_dict(job["memory"])
    with undisturbed():
        workbook = open_workbook(Path(job["path"]).read_bytes())
        reading = read_workbook(workbook, job["name"], _catalog(job["catalog"]), memory)
        return window_line(window(workbook, reading, Place(*job["show"])))


@cache
def _catalog(path: str) -> Catalog:
    from cockpit.catalog import load_catalog

    return load_catalog(Path(path))


def _private_stdout() -> BinaryIO:
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _taken() -> int:
    """The bytes of memory this process has asked for, where the system tells."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _start_anew(answers: BinaryIO) -> None:
    """Become a child that remembers nothing; the parent's pipes stay as they are."""
    os.dup2(answers.fileno(), 1)
    os.execv(sys.executable, [sys.executable, "-m", "loaders.child"])  # noqa: S606


def _limit_memory() -> None:
    """Systems without resource limits still have the parent's timeout."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu(seconds: float) -> None:
    """Give every file its own share of processor time."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
