"""`ranks` and `targets`: where areas stand, and how far the year's targets are reached."""

from __future__ import annotations

from datetime import datetime

import click

from cockpit import figures
from cockpit.cli.opening import pass_cockpit
from cockpit.cli.printing import Form, print_rows
from cockpit.cli.selecting import Area, AsOf, selecting
from cockpit.cockpit import Cockpit
from cockpit.position import targets_met
from cockpit.position.told import PLACES, TARGETS, target_rows
from cockpit.position.told import ranked as rows
from cockpit.series import Selection


@click.command()
@selecting("accumulation", "transformation", "breakdown")
@click.option("--period", default=None, help="2024, 2024-Q3 or 2024-10; by default the latest.")
@Form
def ranks(
    cockpit: Cockpit, chosen: Selection, moment: datetime | None, period: str | None, form: str
) -> None:
    """Print the places in INDICATOR of the areas below one, and how they have changed."""
    found = rows(cockpit.calculator(moment), cockpit.catalog, chosen, period)
    print_rows(found, PLACES, form)


@click.command()
@Area
@click.option("--year", type=int, default=None, help="By default the last that has targets.")
@AsOf
@Form
@pass_cockpit
def targets(
    cockpit: Cockpit, area: str, year: int | None, moment: datetime | None, form: str
) -> None:
    """Print an area's targets of a year, how far they are reached and what is still needed."""
    calculator, day = cockpit.calculator(moment), moment.date() if moment else None
    place = figures.place(cockpit.catalog, area)
    met = targets_met(calculator, cockpit.catalog, cockpit.targets, place, year, day)
    print_rows(target_rows(met, cockpit.catalog), TARGETS, form)
