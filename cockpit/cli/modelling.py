"""`adjust` and `project`: estimates by models, which are no statistics."""

from __future__ import annotations

import click
import orjson

from cockpit import figures
from cockpit.cli.figures import Area, AsOf, Breakdown, Measure, Unit
from cockpit.cli.printing import Form, print_rows
from cockpit.cockpit import Cockpit
from cockpit.modelling import told
from cockpit.modelling.wording import error_words, method_words
from cockpit.moment import as_of


@click.command()
@click.argument("indicator")
@Area
@Measure
@Breakdown
@Unit
@AsOf
@click.option("--revisions", is_flag=True, help="How the last estimates were revised; json only.")
@Form
@click.pass_obj
def adjust(
    cockpit: Cockpit,
    indicator: str,
    area: str,
    transformation: str | None,
    breakdown: str,
    unit: str | None,
    known: str | None,
    revisions: bool,
    form: str,
) -> None:
    """Print INDICATOR seasonally adjusted, the Spring Festival taken out."""
    chosen = figures.selection(
        cockpit.catalog,
        indicator,
        area,
        transformation=transformation,
        breakdown=breakdown,
        unit=unit,
    )
    moment = as_of(known)
    found = cockpit.models.adjusted(chosen, moment)
    click.echo(method_words(found), err=True)
    if form == "json":
        history = cockpit.models.revised(chosen, moment) if revisions else ()
        _print(told.adjusted_told(found, history))
    else:
        print_rows(told.adjusted_rows(found), told.ADJUSTED, form)


@click.command()
@click.argument("indicator")
@Area
@Measure
@Breakdown
@Unit
@AsOf
@Form
@click.pass_obj
def project(
    cockpit: Cockpit,
    indicator: str,
    area: str,
    transformation: str | None,
    breakdown: str,
    unit: str | None,
    known: str | None,
    form: str,
) -> None:
    """Print where INDICATOR goes if nothing changes, with intervals and the back-test."""
    chosen = figures.selection(
        cockpit.catalog,
        indicator,
        area,
        transformation=transformation,
        breakdown=breakdown,
        unit=unit,
    )
    found = cockpit.models.projected(chosen, as_of(known))
    click.echo(error_words(found), err=True)
    if form == "json":
        _print(told.projected_told(found))
    else:
        print_rows(told.projected_rows(found), told.PROJECTED, form)


def _print(value: object) -> None:
    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
