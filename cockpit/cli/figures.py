"""`query` and `explain`: figures, and where they come from."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime

import click
import orjson

from cockpit import figures
from cockpit.cli.printing import Form, print_rows
from cockpit.cli.selecting import selecting
from cockpit.cockpit import Cockpit
from cockpit.series import Selection
from cockpit.terms import freq_of

COLUMNS = [field.name for field in fields(figures.Row)]


@click.command()
@selecting("accumulation", "transformation", "breakdown", "unit", "members", "freq")
@click.option("--from", "first", default=None, help="First period: 2024, 2024-Q3 or 2024-10.")
@click.option("--to", "last", default=None, help="Last period.")
@Form
def query(
    cockpit: Cockpit,
    chosen: Selection,
    moment: datetime | None,
    first: str | None,
    last: str | None,
    form: str,
) -> None:
    """Print the series of INDICATOR with its provenance."""
    found = figures.rows(cockpit.calculator(moment), cockpit.door(moment), chosen, first, last)
    print_rows((row.to_dict() for row in found), COLUMNS, form)


@click.command()
@selecting("accumulation", "transformation", "breakdown", "members")
@click.option("--period", required=True, help="2024, 2024-Q3 or 2024-10.")
def explain(cockpit: Cockpit, chosen: Selection, moment: datetime | None, period: str) -> None:
    """Print where the figure of INDICATOR for a period comes from, down to the cells."""
    chosen = replace(chosen, freq=freq_of(period))
    trace = figures.explain(cockpit.calculator(moment), chosen, period)
    click.echo(orjson.dumps(trace.to_dict(), option=orjson.OPT_INDENT_2).decode())
