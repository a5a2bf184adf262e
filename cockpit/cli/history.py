"""`revisions`, `corrections`, `audit`: what was published before, what is known to be wrong."""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from typing import Any

import click
import orjson

from cockpit import figures
from cockpit.cli.opening import pass_cockpit
from cockpit.cli.printing import Form
from cockpit.cli.selecting import selecting
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _
from cockpit.series import Selection

Json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


@click.command()
@selecting("accumulation", "transformation", "breakdown", "unit", "freq")
@Form
def revisions(cockpit: Cockpit, chosen: Selection, moment: datetime | None, form: str) -> None:
    """Print the revision triangle of INDICATOR: periods down, vintages across."""
    told = figures.revisions(cockpit.warehouse.triangle(chosen, moment), chosen).to_dict()
    if form == "json":
        click.echo(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())
    else:
        _print_csv(told)


@click.command()
@Json
@pass_cockpit
def corrections(cockpit: Cockpit, as_json: bool) -> None:
    """List the known errors of publishers, and whether each is corrected."""
    for one in cockpit.door().corrected():
        told = one.correction.to_dict() | {"state": one.state, "found": one.found}
        if as_json:
            click.echo(orjson.dumps(told).decode())
        else:
            told |= {"reason": one.correction.reason, "state": _(one.state)}
            told["right"] = _("unknown") if one.correction.right is None else told["right"]
            click.echo(
                _(
                    "%(state)s: %(indicator)s %(area)s %(period)s, %(wrong)s → %(right)s %(unit)s: "
                    "%(reason)s (%(reference)s)",
                    **told,
                )
            )


@click.command()
@click.option("--last", type=click.IntRange(min=1), help="Only the last so many entries.")
@Json
@pass_cockpit
def audit(cockpit: Cockpit, last: int | None, as_json: bool) -> None:
    """Print the audit trail, oldest first; `verify` checks its chain."""
    for entry in cockpit.warehouse.audit(last):
        told = entry.to_dict()
        if as_json:
            click.echo(orjson.dumps(told).decode())
        else:
            detail = orjson.dumps(told["detail"]).decode()
            fields = (told["seq"], told["at"], entry.person or "–", entry.action, entry.object)
            click.echo("  ".join((*map(str, fields), detail, entry.hash[:12])))


def _print_csv(told: dict[str, Any]) -> None:
    """One row a period; each vintage is headed by its day, its reason and its batch."""
    writer = csv.writer(sys.stdout)
    heads = [f"{v['at'][:10]} {v['reason']} #{v['batch']}" for v in told["vintages"]]
    writer.writerow(["time_period", "unit", *heads, "first", "latest", "change"])
    for row in told["periods"]:
        ends = (row["first"], row["latest"], row["change"])
        writer.writerow([row["time_period"], told["unit"], *row["values"], *ends])
