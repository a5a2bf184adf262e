"""`load` and `batches`: what is brought, and what became of it."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Any

import click

from cockpit.batch import OPEN, Batch, Staged
from cockpit.cli.effect import effect_lines, life_lines
from cockpit.cli.files import Files
from cockpit.cli.opening import pass_cockpit
from cockpit.cli.words import fault_line, issue_line, refusal_lines
from cockpit.cockpit import Cockpit
from cockpit.errors import InputError, ReadingFault
from cockpit.i18n import gettext as _
from cockpit.moment import as_of

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
@pass_cockpit
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
            status = max(status, 1)
        except ReadingFault as fault:
            click.echo(fault_line(path.name, fault), err=True)
            status = 3
        else:
            _report(batch, staged, as_json)
            status = max(status, 1 if batch.errors else 0)
    if show:
        cockpit.alarms.judge()
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
    print_batch(batch, as_json)
    if batch.doubtful and not as_json:
        click.echo(
            _(
                "Doubtful figures are shown to nobody until they are accepted: econ-cockpit "
                "publish %(id)s --accept-doubtful",
                id=batch.id,
            ),
            err=True,
        )


@click.group(invoke_without_command=True)
@Json
@click.option("--as-of", "known", default=None, help="As they stood on this date or time.")
@click.pass_context
def batches(context: click.Context, as_json: bool, known: str | None) -> None:
    """List the batches, newest first; `show ID` tells of one."""
    if context.invoked_subcommand is None:
        for batch in context.obj.cockpit.warehouse.batches(as_of(known)):
            print_batch(batch, as_json)


@batches.command()
@click.argument("batch", type=int)
@Accept
@Json
@pass_cockpit
def show(cockpit: Cockpit, batch: int, accept_doubtful: bool, as_json: bool) -> None:
    """Tell the life of BATCH, and what publishing it would change."""
    import orjson

    found = cockpit.warehouse.staged(batch).batch
    effect = cockpit.effect(batch, accept_doubtful=accept_doubtful) if found.state in OPEN else None
    if as_json:
        told = {"batch": found.to_dict(), "effect": effect and effect.to_dict()}
        click.echo(orjson.dumps(told).decode())
        return
    print_batch(found, as_json=False)
    for line in (*life_lines(found), *(effect_lines(effect, cockpit.catalog) if effect else ())):
        click.echo(line)


def print_batch(batch: Batch, as_json: bool) -> None:
    """One line a batch."""
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
