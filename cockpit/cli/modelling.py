"""`adjust` and `project`: estimates by models, which are no statistics."""

from __future__ import annotations

from datetime import datetime

import click
import orjson

from cockpit.cli.printing import Form, print_rows
from cockpit.cli.selecting import selecting
from cockpit.cockpit import Cockpit
from cockpit.modelling import told
from cockpit.modelling.wording import error_words, method_words
from cockpit.series import Selection


@click.command()
@selecting("transformation", "breakdown", "unit")
@click.option("--revisions", is_flag=True, help="How the last estimates were revised; json only.")
@Form
def adjust(
    cockpit: Cockpit, chosen: Selection, moment: datetime | None, revisions: bool, form: str
) -> None:
    """Print INDICATOR seasonally adjusted, the Spring Festival taken out."""
    found = cockpit.models.adjusted(chosen, moment)
    click.echo(method_words(found), err=True)
    if form == "json":
        history = cockpit.models.revised(chosen, moment) if revisions else ()
        _print(told.adjusted_told(found, history))
    else:
        print_rows(told.adjusted_rows(found), told.ADJUSTED, form)


@click.command()
@selecting("transformation", "breakdown", "unit")
@Form
def project(cockpit: Cockpit, chosen: Selection, moment: datetime | None, form: str) -> None:
    """Print where INDICATOR goes if nothing changes, with intervals and the back-test."""
    found = cockpit.models.projected(chosen, moment)
    click.echo(error_words(found), err=True)
    if form == "json":
        _print(told.projected_told(found))
    else:
        print_rows(told.projected_rows(found), told.PROJECTED, form)


def _print(value: object) -> None:
    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2).decode())
