"""`submit`, `review`, `publish`, `withdraw`: the steps of a batch's life."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import click

from cockpit.cli.batches import Accept, Json, Person, print_batch
from cockpit.cli.opening import pass_cockpit
from cockpit.cockpit import Cockpit
from cockpit.vintage import Reason

Batch = click.argument("batch", type=int)
Why = click.option("--reason", default="", help="Why, in a person's words.")
Revision = click.option(
    "--revision",
    type=click.Choice(get_args(Reason)),
    help="Why figures that stand are published anew; by default the file's name tells.",
)


def taking_a_step(command: Callable[..., None]) -> Callable[..., None]:
    """What every step is told: the batch, why, by whom, and how to print what became of it."""
    for option in (pass_cockpit, Json, Person, Why, Batch):
        command = option(command)
    return command


@click.command()
@taking_a_step
def submit(cockpit: Cockpit, batch: int, reason: str, person: str, as_json: bool) -> None:
    """Hand a staged BATCH to whoever reviews it."""
    print_batch(cockpit.warehouse.submit(batch, person, reason), as_json)


@click.command()
@taking_a_step
def review(cockpit: Cockpit, batch: int, reason: str, person: str, as_json: bool) -> None:
    """Say of a submitted BATCH that it may be published."""
    print_batch(cockpit.warehouse.review(batch, person, reason), as_json)


@click.command()
@Accept
@Revision
@taking_a_step
def publish(
    cockpit: Cockpit,
    batch: int,
    accept_doubtful: bool,
    revision: Reason | None,
    reason: str,
    person: str,
    as_json: bool,
) -> None:
    """Publish a BATCH, with the steps that are still open before."""
    published = cockpit.publish(
        batch, person, accept_doubtful=accept_doubtful, reason=reason, revision=revision
    )
    print_batch(published, as_json)


@click.command()
@taking_a_step
def withdraw(cockpit: Cockpit, batch: int, reason: str, person: str, as_json: bool) -> None:
    """Take a published BATCH back: what stood before stands again. Discard one that waits."""
    print_batch(cockpit.withdraw(batch, person, reason), as_json)
