"""`alarms`: figures beyond their thresholds, and what is done about them."""

from __future__ import annotations

from typing import Any, get_args

import click

from cockpit.alarm import AlarmState
from cockpit.alarm.filtering import chosen
from cockpit.alarm.life import STEPS
from cockpit.alarm.office import Told
from cockpit.cli.batches import Json, Person
from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _
from cockpit.moment import as_of


@click.group(invoke_without_command=True)
@click.option("--state", type=click.Choice(get_args(AlarmState)), default=None)
@click.option("--area", default="", help="Code of the area.")
@click.option("--indicator", default="", help="Code of the indicator.")
@click.option("--as-of", "known", default=None, help="As they stood on this date or time.")
@Json
@click.pass_context
def alarms(
    context: click.Context,
    state: str | None,
    area: str,
    indicator: str,
    known: str | None,
    as_json: bool,
) -> None:
    """List the alarms, newest first; `show ID` tells of one."""
    if context.invoked_subcommand is not None:
        return
    found = chosen(context.obj.cockpit.alarms.listed(as_of(known)), state or "", area, indicator)
    for told in found:
        _print(told, as_json)
    if not found and not as_json:
        click.echo(_("No alarm."))


@alarms.command()
@click.argument("alarm", type=int)
@Json
@pass_cockpit
def show(cockpit: Cockpit, alarm: int, as_json: bool) -> None:
    """Tell the threshold, the figure and the steps of ALARM."""
    told = cockpit.alarms.one(alarm)
    _print(told, as_json)
    for step in () if as_json else told.to_dict()["steps"]:
        who = step["person"] or _("the cockpit")
        click.echo(f"  {step['at'][:16]}  {_(step['state'])}  {who}  {_(step['text'] or ' ')}")


def _step(name: str, doing: str) -> click.Command:
    @click.command(name, help=doing)
    @click.argument("alarm", type=int)
    @click.option("--text", required=True, help="In a person's words.")
    @Person
    @Json
    @pass_cockpit
    def take(cockpit: Cockpit, alarm: int, text: str, person: str, as_json: bool) -> None:
        _print(cockpit.alarms.step(alarm, STEPS[name], person, text), as_json)

    return take


alarms.add_command(_step("handle", "Say which measure was taken about ALARM."))
alarms.add_command(_step("reply", "Say what came of the measure."))
alarms.add_command(_step("close", "Strike ALARM off, with the reason."))


def _print(told: Told, as_json: bool) -> None:
    import orjson

    facts: dict[str, Any] = told.to_dict()
    if as_json:
        click.echo(orjson.dumps(facts).decode())
        return
    facts["state"] = _(told.alarm.state)
    facts["sign"] = "<" if told.alarm.comparator == "below" else ">"
    text = _(
        "Alarm %(id)s, %(state)s: %(indicator)s %(area)s %(time_period)s %(transformation)s "
        "%(value)s %(unit)s %(sign)s %(level)s (%(threshold)s, %(bureau)s)",
        **facts,
    )
    back = _("; back at the release value in %(period)s", period=facts["released"])
    click.echo(text + (back if facts["released"] else ""))
