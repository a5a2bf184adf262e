"""`table`: growth or single periods of many indicators and areas at once."""

from __future__ import annotations

import csv
import sys
from datetime import datetime

import click

from cockpit.cli.opening import pass_cockpit
from cockpit.cli.selecting import Area, AsOf
from cockpit.cockpit import Cockpit


@click.command()
@click.argument("indicators", nargs=-1)
@Area
@click.option("--areas", default="", help="Several areas: codes, or “below”.")
@click.option("--as", "measure", type=click.Choice(["yoy", "level"]), default="yoy")
@click.option("--from", "first", default=None, help="First period: 2024, 2024-Q3 or 2024-10.")
@AsOf
@pass_cockpit
def table(
    cockpit: Cockpit,
    indicators: tuple[str, ...],
    area: str,
    areas: str,
    measure: str,
    first: str | None,
    moment: datetime | None,
) -> None:
    """Print growth (yoy) or single periods (level) of INDICATORS, of all where none is named."""
    from cockpit import table as tables

    panels = cockpit.panels(moment)
    rows = tables.table(panels, cockpit.catalog, indicators, area, areas, measure, first)
    writer = csv.writer(sys.stdout)
    writer.writerow(tables.HEADER)
    writer.writerows(rows)
