"""What is asked of the children that open files, and how long each file may take."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from loaders.children import idle
from loaders.refusal import refusal
from loaders.wire import printed, seen, understood, windowed

if TYPE_CHECKING:
    from cockpit.memory import Memory
    from cockpit.reading import Excerpt, Reading, SheetWindow

Answer = TypeVar("Answer")

SECONDS = 18.0
"""For a file of up to a megabyte; one that needs longer is taken for a trap."""
_SMALL = 1 << 20
_MOST = 3.0


def extract(path: Path, name: str, catalog: Path, memory: Memory | None = None) -> Reading:
    """Read a file in a child process; raises FileRefused where that is impossible.

    `name` is what the file was called where it came from, `catalog` the catalogue's folder,
    `memory` what staff confirmed about files like it.
    """
    return _asked(_job(path, name, catalog, memory), understood)


def lines(path: Path, named: str | None, catalog: Path) -> bytes:
    """A file's records, then its issues, one JSON object a line; raises as `extract` does.

    `named` is what each line calls the file, where it is to call it anything.
    """
    return _asked({**_job(path, path.name, catalog), "lines": named}, printed)


def look(path: Path, places: Sequence[tuple[str, str]]) -> list[Excerpt]:
    """The printed surroundings of cells (sheet, address), read in a child process."""
    return _asked({"path": str(path.absolute()), "look": places}, seen)


def show(
    path: Path, name: str, catalog: Path, memory: Memory, at: tuple[str, int, int]
) -> SheetWindow:
    """The window of a file that begins at sheet, row and column, read in a child process.

    The other arguments are those of `extract`: the file is read as it was when it was staged.
    """
    return _asked({**_job(path, name, catalog, memory), "show": at}, windowed)


def _job(path: Path, name: str, catalog: Path, memory: Memory | None = None) -> dict[str, object]:
    places = {"path": str(path.absolute()), "catalog": str(catalog.resolve())}
    return {**places, "name": name, "memory": memory and memory.to_dict()}


def _asked(job: Mapping[str, object], read: Callable[[bytes], Answer]) -> Answer:
    """A child's answer; one that answered well is kept a moment for the next file."""
    seconds = allowed(Path(str(job["path"])).stat().st_size)
    child = idle.take()
    answer = child.ask(json.dumps({**job, "seconds": seconds}).encode(), seconds)
    if not answer:
        child.end()
        raise refusal("F06")
    idle.put_back(child)
    return read(answer)


def allowed(size: int) -> float:
    """How many seconds a file of so many bytes may take: large ones up to three times as many."""
    return SECONDS * min(1 + max(size - _SMALL, 0) / (3 * _SMALL), _MOST)
