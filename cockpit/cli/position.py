"""`ranks` and `targets`: where areas stand, and how far the year's targets are reached."""

from __future__ import annotations

import click

from cockpit import figures
from cockpit.cli.figures import Area, AsOf, Breakdown, Measure, Spans
from cockpit.cli.printing import Form, print_rows
from cockpit.cockpit import Cockpit
from cockpit.moment import as_of
from cockpit.position import targets_met
from cockpit.position.told import PLACES, TARGETS, target_rows
from cockpit.position.told import ranked as rows


@click.command()
@click.argument("indicator")
@Area
@click.option("--period", default=None, help="2024, 2024-Q3 or 2024-10; by default the latest.")
@Spans
@Measure
@Breakdown
@AsOf
@Form
@click.pass_obj
def ranks(
    cockpit: Cockpit,
    indicator: str,
    area: str,
    period: str | None,
    accumulation: str | None,
    transformation: str | None,
    breakdown: str,
    known: str | None,
    form: str,
) -> None:
    """Print the places in INDICATOR of the areas below one, and how they have changed."""
    chosen = figures.selection(
        cockpit.catalog,
        indicator,
        area,
        accumulation=accumulation,
        transformation=transformation,
        breakdown=breakdown,
    )
    found = rows(cockpit.calculator(as_of(known)), cockpit.catalog, chosen, period)
    print_rows(found, PLACES, form)


@click.command()
@Area
@click.option("--year", type=int, default=None, help="By default the last that has targets.")
@AsOf
@Form
@click.pass_obj
def targets(cockpit: Cockpit, area: str, year: int | None, known: str | None, form: str) -> None:
    """Print an area's targets of a year, how far they are reached and what is still needed."""
    moment = as_of(known)
    calculator, day = cockpit.calculator(moment), moment.date() if moment else None
    place = figures.place(cockpit.catalog, area)
    met = targets_met(calculator, cockpit.catalog, cockpit.targets, place, year, day)
    print_rows(target_rows(met, cockpit.catalog), TARGETS, form)
