"""`maps`: what an office's own boundaries hold, and what of them is refused."""

from __future__ import annotations

import click

from cockpit.boundaries import Boundaries, Pack, PackRefused
from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _


@click.command
@pass_cockpit
def maps(cockpit: Cockpit) -> None:
    """Read the packs of boundaries as the server does, and say what is drawn and refused."""
    found = Boundaries(cockpit.catalog.areas, cockpit.settings.map_packs)
    for pack in found.packs:
        click.echo(_line(pack))
    if found.refused:
        raise PackRefused("\n".join(found.refused))
    if not found.packs:
        click.echo(_("%(folder)s holds no pack.", folder=str(cockpit.settings.map_packs)))


def _line(pack: Pack) -> str:
    number = pack.approval_number or _("to be entered")
    return _(
        "%(file)s: %(count)s areas · %(source)s · Map approval no.: %(number)s",
        file=pack.name,
        count=len(pack.shapes),
        source=pack.source,
        number=number,
    )
