"""`structure`: a whole and its parts."""

from __future__ import annotations

import click
import orjson

from cockpit import figures
from cockpit.cli.figures import Area, AsOf
from cockpit.cockpit import Cockpit
from cockpit.moment import as_of


@click.command()
@click.argument("indicator")
@Area
@click.option("--period", default=None, help="2024, 2024-Q3 or 2024-10; by default the latest.")
@click.option("--by", default="", help="A dimension, for example sector; else the parts declared.")
@AsOf
@click.pass_obj
def structure(
    cockpit: Cockpit, indicator: str, area: str, period: str | None, by: str, known: str | None
) -> None:
    """Print shares, pulls and rates of contribution of INDICATOR's parts, and the residual."""
    moment = as_of(known)
    chosen = figures.selection(cockpit.catalog, indicator, area, transformation="level")
    found = figures.structured(
        cockpit.calculator(moment), cockpit.door(moment), cockpit.catalog, chosen, period, by
    )
    click.echo(orjson.dumps(found.to_dict(), option=orjson.OPT_INDENT_2).decode())
