"""`extract`: what a file says, printed and not kept."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from cockpit.cli.opening import Opening
from cockpit.cli.words import fault_line, refusal_lines
from cockpit.errors import FileRefused, ReadingFault

READERS = 4
"""Processes that read at once, at most: each may take a gigabyte."""
SHARE = 1 << 18
"""Bytes of files for which one more process is worth its start."""
AHEAD = 3
"""Files a process that are read, at most, before it is their turn to be printed."""

Files = click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)


Outcome = bytes | FileRefused | ReadingFault
"""The lines to print of a file, or why there are none."""


@click.command()
@Files
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
@click.pass_obj
def extract(opening: Opening, files: tuple[Path, ...], form: str) -> int:  # noqa: ARG001
    """Print the records of FILES, then their issues, one JSON object a line."""
    status = 0
    for path, outcome in zip(files, _outcomes(opening, files), strict=True):
        if isinstance(outcome, FileRefused):
            click.echo(refusal_lines(path.name, outcome), err=True)
            status = max(status, 1)
        elif isinstance(outcome, ReadingFault):
            click.echo(fault_line(path.name, outcome), err=True)
            status = 3
        else:
            sys.stdout.buffer.write(outcome)
            sys.stdout.buffer.flush()
    return status


def readers(files: Sequence[Path]) -> int:
    """How many processes read files: one, unless there is enough for more."""
    size = sum(path.stat().st_size for path in files)
    return min(len(files), os.cpu_count() or 1, READERS, 1 + size // SHARE)


def _outcomes(opening: Opening, files: Sequence[Path]) -> Iterator[Outcome]:
    def attempt(path: Path) -> Outcome:
        named = str(path) if len(files) > 1 else None
        try:
            return opening.rooms.lines(path, named, opening.settings.catalog)
        except (FileRefused, ReadingFault) as failure:
            return failure

    at_once = readers(files)
    return map(attempt, files) if at_once == 1 else _ahead(attempt, files, at_once)


def _ahead(
    attempt: Callable[[Path], Outcome], files: Sequence[Path], at_once: int
) -> Iterator[Outcome]:
    """What `map` gives, with some files read before their turn."""
    from concurrent.futures import Future, ThreadPoolExecutor

    waiting: deque[Future[Outcome]] = deque()
    with ThreadPoolExecutor(at_once) as pool:
        for path in files:
            waiting.append(pool.submit(attempt, path))
            if len(waiting) == AHEAD * at_once:
                yield waiting.popleft().result()
        yield from (one.result() for one in waiting)
