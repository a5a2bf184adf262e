"""`load`, `batches`, `publish`, `withdraw`: the life of a batch."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Any

import click

from cockpit.batch import Batch, Staged
from cockpit.cli.files import Files
from cockpit.cli.words import issue_line, refusal_lines
from cockpit.cockpit import Cockpit
from cockpit.errors import InputError
from cockpit.i18n import gettext as _

Json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
Person = click.option("--person", default=getpass.getuser, help="Who does it.")
Accept = click.option("--accept-doubtful", is_flag=True, help="Publish doubtful figures too.")


@click.command()
@Files
@click.option("--source", default="", help="The publisher's id, where the file does not say it.")
@click.option("--publish", "show", is_flag=True, help="Publish at once.")
@Accept
@Person
@Json
@click.pass_obj
def load(
    cockpit: Cockpit,
    files: tuple[Path, ...],
    source: str,
    show: bool,
    accept_doubtful: bool,
    person: str,
    as_json: bool,
) -> int:
    """Check FILES and stage each as a batch."""
    status = 0
    for path in files:
        try:
            staged = cockpit.bring(path.read_bytes(), path.name, person, source)
            batch = _shown(cockpit, staged, person, accept_doubtful) if show else staged.batch
        except InputError as refusal:
            click.echo(refusal_lines(path.name, refusal), err=True)
            status = 1
        else:
            _report(batch, staged, as_json)
            status = max(status, 1 if batch.errors else 0)
    return status


def _shown(cockpit: Cockpit, staged: Staged, person: str, accept_doubtful: bool) -> Batch:
    """Publish, except what stands published already and what must not be."""
    if staged.duplicate_of is not None:
        return cockpit.warehouse.staged(staged.duplicate_of).batch
    if staged.batch.errors:
        return staged.batch
    return cockpit.warehouse.publish(staged.batch.id, person, accept_doubtful=accept_doubtful)


def _report(batch: Batch, staged: Staged, as_json: bool) -> None:
    for issue in staged.issues:
        if issue.severity == "error" or not as_json:
            click.echo(issue_line(batch.file_name, issue), err=True)
    _print(batch, as_json)
    if batch.doubtful and not as_json:
        click.echo(
            _(
                "Doubtful figures are shown to nobody until they are accepted: econ-cockpit "
                "publish %(id)s --accept-doubtful",
                id=batch.id,
            ),
            err=True,
        )


@click.command()
@Json
@click.pass_obj
def batches(cockpit: Cockpit, as_json: bool) -> None:
    """List the batches, newest first."""
    for batch in cockpit.warehouse.batches():
        _print(batch, as_json)


@click.command()
@click.argument("batch", type=int)
@Accept
@Person
@Json
@click.pass_obj
def publish(
    cockpit: Cockpit, batch: int, accept_doubtful: bool, person: str, as_json: bool
) -> None:
    """Publish a staged BATCH."""
    _print(cockpit.warehouse.publish(batch, person, accept_doubtful=accept_doubtful), as_json)


@click.command()
@click.argument("batch", type=int)
@click.option("--reason", default="", help="Why it is taken back.")
@Person
@Json
@click.pass_obj
def withdraw(cockpit: Cockpit, batch: int, reason: str, person: str, as_json: bool) -> None:
    """Take a published BATCH back, so that what stood before stands again; discard a staged one."""
    _print(cockpit.warehouse.withdraw(batch, person, reason), as_json)


def _print(batch: Batch, as_json: bool) -> None:
    import orjson

    if as_json:
        click.echo(orjson.dumps(batch.to_dict()).decode())
    else:
        click.echo(_sentence(batch))


def _sentence(batch: Batch) -> str:
    facts: dict[str, Any] = batch.to_dict()
    facts["state"] = _(batch.state)
    return _(
        "Batch %(id)s, %(state)s: %(file_name)s, %(observations)s figures, "
        "%(doubtful)s doubtful, %(errors)s errors, %(warnings)s warnings",
        **facts,
    )
