"""`compact`: the warehouse sorted, so that it stays fast."""

from __future__ import annotations

import getpass

import click

from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _


@click.command()
@click.option("--person", default=getpass.getuser, help="Who does it.")
@pass_cockpit
def compact(cockpit: Cockpit, person: str) -> None:
    """Sort what stands, so that a series is read from one place; nothing is lost."""
    cockpit.warehouse.compact(person)
    click.echo(_("The warehouse is sorted."))
