"""`meetings`: figures frozen under a name, to be looked at again exactly."""

from __future__ import annotations

import click

from cockpit.cli.batches import Json, Person
from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _
from cockpit.meeting import Meeting
from cockpit.moment import as_of


@click.group(invoke_without_command=True)
@Json
@click.pass_context
def meetings(context: click.Context, as_json: bool) -> None:
    """List the meetings, newest first."""
    if context.invoked_subcommand is not None:
        return
    found = context.obj.cockpit.meetings.listed()
    for meeting in found:
        _print(context.obj.cockpit, meeting, as_json)
    if not found and not as_json:
        click.echo(_("No meeting has been frozen."))


@meetings.command()
@click.argument("name")
@click.option("--as-of", "known", default=None, help="A date or time that has passed; else now.")
@Person
@Json
@pass_cockpit
def freeze(cockpit: Cockpit, name: str, known: str | None, person: str, as_json: bool) -> None:
    """Freeze the figures under the NAME of a meeting."""
    _print(cockpit, cockpit.meetings.freeze(name, person, as_of(known)), as_json)


def _print(cockpit: Cockpit, meeting: Meeting, as_json: bool) -> None:
    import orjson

    facts, doubts = meeting.to_dict(), cockpit.meetings.doubts(meeting)
    if as_json:
        click.echo(orjson.dumps(facts | {"doubts": doubts}).decode())
        return
    text = _("Meeting %(id)s: %(name)s, figures as of %(as_of)s (%(person)s)", **facts)
    click.echo("  ".join((text, *doubts)))
