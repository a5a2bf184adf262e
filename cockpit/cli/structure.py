"""`structure`: a whole and its parts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import click
import orjson

from cockpit import figures
from cockpit.cli.selecting import selecting
from cockpit.cockpit import Cockpit
from cockpit.series import Selection


@click.command()
@selecting()
@click.option("--period", default=None, help="2024, 2024-Q3 or 2024-10; by default the latest.")
@click.option("--by", default="", help="A dimension, for example sector; else the parts declared.")
def structure(
    cockpit: Cockpit, chosen: Selection, moment: datetime | None, period: str | None, by: str
) -> None:
    """Print shares, pulls and rates of contribution of INDICATOR's parts, and the residual."""
    chosen = replace(chosen, transformation="level")
    found = figures.structured(
        cockpit.calculator(moment), cockpit.door(moment), cockpit.catalog, chosen, period, by
    )
    click.echo(orjson.dumps(found.to_dict(), option=orjson.OPT_INDENT_2).decode())
