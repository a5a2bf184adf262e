"""`memory` and `forget`: what was confirmed about each kind of file."""

from __future__ import annotations

import getpass

import click

from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.i18n import gettext as _
from cockpit.memory import Answer

Json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
Person = click.option("--person", default=getpass.getuser, help="Who does it.")


@click.command()
@click.option("--family", default=None, help="Only what is known of this kind of file.")
@Json
@pass_cockpit
def memory(cockpit: Cockpit, family: str | None, as_json: bool) -> None:
    """List what was confirmed, oldest first."""
    found = cockpit.warehouse.answers(family)
    for answer in found:
        _print(answer, as_json)
    if not found and not as_json:
        click.echo(_("No answer is remembered."))


@click.command()
@click.argument("answer", type=int)
@Person
@Json
@pass_cockpit
def forget(cockpit: Cockpit, answer: int, person: str, as_json: bool) -> None:
    """Take the ANSWER of this number back; the next file is asked about again."""
    _print(cockpit.warehouse.forget(answer, person), as_json)


def _print(answer: Answer, as_json: bool) -> None:
    import orjson

    if as_json:
        click.echo(orjson.dumps(answer.to_dict()).decode())
        return
    facts = answer.to_dict()
    facts["meaning"] = " ".join(f"{name}={value}" for name, value in answer.meaning.items())
    click.echo(
        _(
            "%(id)s. %(family)s: %(subject)s “%(printed)s” = %(meaning)s (%(person)s, %(at)s)",
            **facts,
        )
    )
