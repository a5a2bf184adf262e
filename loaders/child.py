"""The child process that opens files: `python -m loaders.child`.

It reads one JSON job a line (`path`, `name`, `catalog`, `memory`, and what the `lines` are to call
the file or where a window to `show` begins; or `path` and the places to `look` at) and answers
each. What the workbook libraries print goes nowhere, so nothing but answers reaches the parent.
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
from loaders.children import COMMAND, send
from loaders.containers import check_size, open_workbook
from loaders.printed import printed_lines
from loaders.refusal import refusal
from loaders.undisturbed import undisturbed
from loaders.wire import (
    excerpts_line,
    fault_line,
    reading_line,
    refusal_line,
    window_line,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cockpit.catalog import Catalog
    from cockpit.memory import Memory
    from cockpit.reading import Reading

MEMORY_BYTES = 1 << 30
_LINE = 128
_MUCH = MEMORY_BYTES // 3
"""What is remembered of the files before must leave room for the next."""


def main() -> None:
    """Answer jobs until the parent closes the pipe."""
    answers = _private_stdout()
    _limit_memory()
    for line in sys.stdin.buffer:
        job = json.loads(line)
        _limit_cpu(job["seconds"])
        send(_answer(job), answers)
        if _taken() > _MUCH:
            _start_anew(answers)


def _answer(job: dict[str, Any]) -> bytes:
    try:
        check_size(Path(job["path"]).stat().st_size)
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
    if "show" in job:
        return _window
    return _printed if "lines" in job else _understood


def _understood(job: dict[str, Any]) -> bytes:
    return reading_line(_reading(job))


def _printed(job: dict[str, Any]) -> bytes:
    return printed_lines(_reading(job), job["lines"])


def _reading(job: dict[str, Any]) -> Reading:
    with undisturbed():
        from loaders.registry import read

        catalog = _catalog(job["catalog"])
    return read(Path(job["path"]), job["name"], catalog, _memory(job))


def _excerpts(job: dict[str, Any]) -> bytes:
    from loaders.memory import look

    workbook = open_workbook(Path(job["path"]).read_bytes())
    return excerpts_line(look(workbook, [(sheet, cell) for sheet, cell in job["look"]]))


def _window(job: dict[str, Any]) -> bytes:
    from loaders.registry import read_workbook
    from loaders.window import Place, window

    with undisturbed():
        workbook = open_workbook(Path(job["path"]).read_bytes())
        reading = read_workbook(workbook, job["name"], _catalog(job["catalog"]), _memory(job))
        return window_line(window(workbook, reading, Place(*job["show"])))


def _memory(job: dict[str, Any]) -> Memory:
    from cockpit.memory import NOTHING, Memory

    return Memory.from_dict(job["memory"]) if job["memory"] else NOTHING


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
        statistics = _statistics()
        pages = os.pread(statistics, _LINE, 0).split()[0]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


@cache
def _statistics() -> int:
    """What the system tells of this process, opened once: it is asked after every file."""
    return os.open("/proc/self/statm", os.O_RDONLY)


def _start_anew(answers: BinaryIO) -> None:
    """Become a child that remembers nothing; the parent's pipes stay as they are."""
    os.dup2(answers.fileno(), 1)
    os.execv(sys.executable, COMMAND)  # noqa: S606


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
