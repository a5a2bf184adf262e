"""`token`: walls that may look without an account."""

from __future__ import annotations

import click

from cockpit.cli.batches import Json, Person
from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _
from cockpit.wall import DAYS, Wall
from cockpit.wall.office import now


@click.group(invoke_without_command=True)
@Json
@click.pass_context
def token(context: click.Context, as_json: bool) -> None:
    """List the walls with a token, newest first."""
    if context.invoked_subcommand is not None:
        return
    found = context.obj.cockpit.walls.listed()
    for wall in found:
        _print(wall, as_json)
    if not found and not as_json:
        click.echo(_("No wall has a token."))


@token.command()
@click.argument("name")
@click.option("--scene", "scenes", multiple=True, required=True, help="A scene it may show.")
@click.option("--area", "areas", multiple=True, required=True, help="An area, with all in it.")
@click.option("--days", type=int, default=DAYS, show_default=True)
@click.option("--visitor", is_flag=True, help="Never what is not released, whatever is asked.")
@Person
@Json
@pass_cockpit
def make(
    cockpit: Cockpit,
    name: str,
    scenes: tuple[str, ...],
    areas: tuple[str, ...],
    days: int,
    visitor: bool,
    person: str,
    as_json: bool,
) -> None:
    """Make a token for the wall called NAME, and print the link that opens it, this once."""
    import orjson

    wall, text = cockpit.walls.make(name, scenes, areas, person, days, visitor)
    if as_json:
        told = {"wall": wall.to_dict(now()), "token": text, "link": f"/open-wall#{text}"}
        click.echo(orjson.dumps(told).decode())
        return
    _print(wall, as_json=False)
    click.echo(_("Open this once on the wall; it is shown only now: %(link)s", link=_link(text)))


@token.command()
@click.argument("wall", type=int)
@click.option("--reason", default="", help="Why, in a person's words.")
@Person
@Json
@pass_cockpit
def revoke(cockpit: Cockpit, wall: int, reason: str, person: str, as_json: bool) -> None:
    """Take the token of WALL back; the wall goes dark at its next refresh."""
    _print(cockpit.walls.revoke(wall, person, reason), as_json)


def _link(text: str) -> str:
    return f"http://…/open-wall#{text}"


def _print(wall: Wall, as_json: bool) -> None:
    import orjson

    facts = wall.to_dict(now())
    if as_json:
        click.echo(orjson.dumps(facts).decode())
        return
    state = _("revoked") if wall.state == "revoked" else _("in use")
    if wall.state == "made" and not facts["stands"]:
        state = _("expired")
    if wall.visitor:
        state = _("%(state)s, for visitors", state=state)
    told = {"scenes": " ".join(wall.scenes), "areas": " ".join(wall.areas)}
    until = wall.expires.date().isoformat()
    click.echo(
        _(
            "Wall %(id)s, %(state)s: %(name)s, scenes %(scenes)s, areas %(areas)s, until %(until)s",
            id=wall.id,
            state=state,
            name=wall.name,
            until=until,
            **told,
        )
    )
