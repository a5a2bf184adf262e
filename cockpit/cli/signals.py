"""`lights`, `matching`, `outliers`, `scores`, `disclosure`: what figures say about each other."""

from __future__ import annotations

from datetime import datetime

import click
import orjson

from cockpit import figures
from cockpit.cli.opening import pass_cockpit
from cockpit.cli.printing import Form, print_rows
from cockpit.cli.selecting import Area, AsOf, selecting
from cockpit.cockpit import Cockpit
from cockpit.disclosure import LEAST
from cockpit.disclosure import disclosure as judge
from cockpit.errors import InputError
from cockpit.scoring import board
from cockpit.series import Selection
from cockpit.signals import lights as lit
from cockpit.signals import matching as matched
from cockpit.signals import outliers as far
from cockpit.signals import told

Months = click.option("--last", type=click.IntRange(1, 600), default=13, show_default=True)


@click.command()
@Area
@click.option("--set", "name", default="climate", show_default=True, help="Which set of lights.")
@Months
@AsOf
@Form
@pass_cockpit
def lights(
    cockpit: Cockpit, area: str, name: str, last: int, moment: datetime | None, form: str
) -> None:
    """Print the five lights of each component by month, and the composite index."""
    place = figures.place(cockpit.catalog, area)
    found = lit(cockpit.calculator(moment), cockpit.rules, place, name, last)
    rows = told.light_rows(found, cockpit.rules.zones, cockpit.catalog)
    print_rows(rows, told.LIGHTS, form)


@click.command()
@Area
@Months
@AsOf
@Form
@pass_cockpit
def matching(cockpit: Cockpit, area: str, last: int, moment: datetime | None, form: str) -> None:
    """Print where figures of two bureaus part company in the last periods: questions to ask."""
    place = figures.place(cockpit.catalog, area)
    found = matched(cockpit.calculator(moment), cockpit.rules, place, last)
    print_rows(told.matching_rows(found, cockpit.catalog), told.MATCHING, form)


@click.command()
@selecting("accumulation", "transformation", "breakdown")
@Form
def outliers(cockpit: Cockpit, chosen: Selection, moment: datetime | None, form: str) -> None:
    """Print the figures of INDICATOR that are far from their own past: questions to ask."""
    found = far(cockpit.calculator(moment).series(chosen))
    print_rows(told.outlier_rows(found), told.OUTLIERS, form)


@click.command()
@click.argument("scheme")
@Area
@click.option("--year", type=int, default=None, help="By default the scheme's last.")
@click.option("--period", default=None, help="Within the year, for example 2024-10.")
@AsOf
@Form
@pass_cockpit
def scores(
    cockpit: Cockpit,
    scheme: str,
    area: str,
    year: int | None,
    period: str | None,
    moment: datetime | None,
    form: str,
) -> None:
    """Print the scores by SCHEME of the areas below one, and how firm their places are."""
    chosen = cockpit.schemes.of(scheme, year)
    place = figures.place(cockpit.catalog, area)
    areas = [one.code for one in cockpit.catalog.areas.children(place)]
    found = board.assessed(cockpit.calculator(moment), chosen, areas, period)
    if form == "json":
        answer = board.score_told(found, cockpit.catalog)
        click.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode())
    else:
        print_rows(board.score_rows(found, cockpit.catalog), board.SCORES, form)


@click.command()
@click.argument("values", nargs=-1, required=True, type=float)
@click.option("--least", type=click.IntRange(2), default=LEAST, show_default=True)
def disclosure(values: tuple[float, ...], least: int) -> None:
    """Say whether a sum of units' VALUES may be published; ends with 1 where it may not."""
    try:
        found = judge(values, least=least)
    except ValueError as wrong:
        raise InputError(str(wrong)) from wrong
    if found.reasons:
        raise InputError("\n".join(found.reasons))
