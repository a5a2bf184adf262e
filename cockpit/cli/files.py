"""`extract`: what a file says, printed and not kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

import click

from cockpit.cli.words import refusal_lines
from cockpit.cockpit import Cockpit
from cockpit.errors import FileRefused
from cockpit.reading import Reading

Files = click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)


@click.command()
@Files
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
@click.pass_obj
def extract(cockpit: Cockpit, files: tuple[Path, ...], form: str) -> int:  # noqa: ARG001
    """Print the records of FILES, then their issues, one JSON object a line."""
    status = 0
    for path, outcome in _readings(cockpit, files):
        if isinstance(outcome, FileRefused):
            click.echo(refusal_lines(path.name, outcome), err=True)
            status = 1
        else:
            _print(outcome, named=str(path) if len(files) > 1 else None)
    return status


def _readings(
    cockpit: Cockpit, files: tuple[Path, ...]
) -> Iterator[tuple[Path, Reading | FileRefused]]:
    """Files in their order, read by as many processes as there are cores."""

    def attempt(path: Path) -> Reading | FileRefused:
        try:
            return cockpit.read(path)
        except FileRefused as refusal:
            return refusal

    with ThreadPoolExecutor(min(len(files), os.cpu_count() or 1)) as pool:
        yield from zip(files, pool.map(attempt, files), strict=True)


def _print(reading: Reading, named: str | None) -> None:
    import orjson

    begin = orjson.dumps({"file": named})[:-1] + b"," if named else b"{"
    records = (record.to_dict() for record in reading.observations)
    rows = chain(records, reading.issues)
    sys.stdout.buffer.writelines(begin + orjson.dumps(row)[1:] + b"\n" for row in rows)
    sys.stdout.buffer.flush()
