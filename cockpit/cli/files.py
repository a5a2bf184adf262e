"""`extract`: what a file says, printed and not kept."""

from __future__ import annotations

import sys
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
    for path in files:
        try:
            reading = cockpit.read(path)
        except FileRefused as refusal:
            click.echo(refusal_lines(path.name, refusal), err=True)
            status = 1
        else:
            _print(reading, named=str(path) if len(files) > 1 else None)
    return status


def _print(reading: Reading, named: str | None) -> None:
    import orjson

    extra = {"file": named} if named else {}
    for row in (*reading.observations, *reading.issues):
        sys.stdout.buffer.write(orjson.dumps(extra | row.to_dict()) + b"\n")
    sys.stdout.buffer.flush()
