"""Rows as people's and programs' tools read them: csv or json."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
import orjson

Form = click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")


def print_rows(rows: Iterable[dict[str, Any]], columns: Sequence[str], form: str) -> None:
    """Print rows as they come; csv with its header also where there are none."""
    if form == "json":
        click.echo(orjson.dumps(list(rows), option=orjson.OPT_INDENT_2).decode())
        return
    writer = csv.DictWriter(sys.stdout, columns)
    writer.writeheader()
    writer.writerows(rows)
