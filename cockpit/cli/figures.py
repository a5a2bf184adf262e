"""`query` and `explain`: figures, and where they come from."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

import click
import orjson

from cockpit import figures
from cockpit.cli.printing import Form, print_rows
from cockpit.cockpit import Cockpit
from cockpit.moment import as_of
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq
from cockpit.series import CHINA
from cockpit.terms import freq_of

COLUMNS = [field.name for field in fields(figures.Row)]
Area = click.option("--area", default=CHINA, show_default=True, help="Six-digit area code.")
Spans = click.option("--accumulation", type=click.Choice(get_args(Accumulation)))
Measure = click.option(
    "--transformation",
    "--as",
    "transformation",
    type=click.Choice(get_args(Transformation)),
    help="What to give: as published, or as worked out from it.",
)
Breakdown = click.option("--breakdown", default="", help="For example sector=2.")
Unit = click.option("--unit", default=None, help="For example 亿美元.")
Members = click.option(
    "--members", default="", help="Areas to put it together from: codes, or “below”."
)
AsOf = click.option("--as-of", "known", default=None, help="As known on this date or time.")


@click.command()
@click.argument("indicator")
@Area
@click.option("--from", "first", default=None, help="First period: 2024, 2024-Q3 or 2024-10.")
@click.option("--to", "last", default=None, help="Last period.")
@Spans
@Measure
@Breakdown
@Unit
@Members
@click.option("--freq", type=click.Choice(get_args(Freq)))
@AsOf
@Form
@click.pass_obj
def query(
    cockpit: Cockpit,
    indicator: str,
    area: str,
    first: str | None,
    last: str | None,
    accumulation: str | None,
    transformation: str | None,
    breakdown: str,
    unit: str | None,
    members: str,
    freq: str | None,
    known: str | None,
    form: str,
) -> None:
    """Print the series of INDICATOR with its provenance."""
    chosen = figures.selection(
        cockpit.catalog,
        indicator,
        area,
        accumulation=accumulation,
        transformation=transformation,
        freq=freq,
        breakdown=breakdown,
        unit=unit,
        members=members,
    )
    moment = as_of(known)
    found = figures.rows(cockpit.calculator(moment), cockpit.door(moment), chosen, first, last)
    print_rows((row.to_dict() for row in found), COLUMNS, form)


@click.command()
@click.argument("indicator")
@Area
@click.option("--period", required=True, help="2024, 2024-Q3 or 2024-10.")
@Spans
@Measure
@Breakdown
@Members
@AsOf
@click.pass_obj
def explain(
    cockpit: Cockpit,
    indicator: str,
    area: str,
    period: str,
    accumulation: str | None,
    transformation: str | None,
    breakdown: str,
    members: str,
    known: str | None,
) -> None:
    """Print where the figure of INDICATOR for a period comes from, down to the cells."""
    chosen = figures.selection(
        cockpit.catalog,
        indicator,
        area,
        accumulation=accumulation,
        transformation=transformation,
        freq=freq_of(period),
        breakdown=breakdown,
        members=members,
    )
    trace = figures.explain(cockpit.calculator(as_of(known)), chosen, period)
    click.echo(orjson.dumps(trace.to_dict(), option=orjson.OPT_INDENT_2).decode())
