"""`table`: growth or single periods of many indicators and areas at once."""

from __future__ import annotations

import csv
import sys

import click

from cockpit.cockpit import Cockpit
from cockpit.moment import as_of
from cockpit.series import CHINA


@click.command()
@click.argument("indicators", nargs=-1)
@click.option("--area", default=CHINA, show_default=True, help="Six-digit area code.")
@click.option("--areas", default="", help="Several areas: codes, or “below”.")
@click.option("--as", "measure", type=click.Choice(["yoy", "level"]), default="yoy")
@click.option("--from", "first", default=None, help="First period: 2024, 2024-Q3 or 2024-10.")
@click.option("--as-of", "known", default=None, help="As known on this date or time.")
@click.pass_obj
def table(
    cockpit: Cockpit,
    indicators: tuple[str, ...],
    area: str,
    areas: str,
    measure: str,
    first: str | None,
    known: str | None,
) -> None:
    """Print growth (yoy) or single periods (level) of INDICATORS, of all where none is named."""
    from cockpit import table as tables

    panels = cockpit.panels(as_of(known))
    rows = tables.table(panels, cockpit.catalog, indicators, area, areas, measure, first)
    writer = csv.writer(sys.stdout)
    writer.writerow(tables.HEADER)
    writer.writerows(rows)
