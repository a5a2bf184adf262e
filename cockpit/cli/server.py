"""`serve` and `demo`: the web application."""

from __future__ import annotations

import click

from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.demo import fill
from cockpit.i18n import gettext as _

Host = click.option("--host", default="127.0.0.1", show_default=True)
Port = click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True)


@click.command()
@Host
@Port
@pass_cockpit
def serve(cockpit: Cockpit, host: str, port: int) -> None:
    """Serve the cockpit."""
    cockpit.serve(host, port)


@click.command()
@Host
@Port
@pass_cockpit
def demo(cockpit: Cockpit, host: str, port: int) -> None:
    """Fill an empty warehouse with the real figures of `data/samples`, and serve it."""
    for name, figures in fill(cockpit):
        click.echo(_("Loaded %(file)s: %(count)s figures", file=name, count=figures))
    cockpit.serve(host, port)
