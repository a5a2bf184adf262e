"""The steps of a batch's life, each refused in a sentence where it must not be taken."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from cockpit.batch import NEXT, OPEN, Batch, BatchState, up_to
from cockpit.errors import BatchRefused
from cockpit.i18n import gettext as _
from cockpit.vintage import Reason, usual_reason
from cockpit.warehouse import batches, schema


def step(
    connection: Connection, batch: int, wanted: BatchState, person: str, reason: str = ""
) -> Batch:
    """Submit or review: one step and no other; raises BatchRefused."""
    found = batches.one(connection, batch)
    if wanted not in NEXT[found.state]:
        raise BatchRefused(_unfit(found, wanted))
    _refuse_errors(found)
    batches.record(connection, batch, wanted, person, reason=reason)
    return batches.one(connection, batch)


def publish(
    connection: Connection,
    batch: int,
    person: str,
    *,
    accept_doubtful: bool = False,
    reason: str = "",
    revision: Reason | None = None,
    seen: str | None = None,
) -> Batch:
    """Show a batch to every reader, with the steps that are still open before it.

    `seen` is the version under which the person judged it: where figures of this very batch have
    been published or taken back since, it is refused. Raises BatchRefused.
    """
    found = batches.one(connection, batch)
    _may_publish(found, batches.published_copy(connection, found.sha256), accept_doubtful)
    _refuse_overtaken(connection, batch, seen)
    for state in up_to(found.state, "reviewed"):
        batches.record(connection, batch, state, person)
    batches.record(
        connection,
        batch,
        "published",
        person,
        reason=reason,
        accepts_doubtful=accept_doubtful,
        revision=revision,
        usual=usual_reason(found.file_name),
        action="accept" if found.state == "published" else "publish",
    )
    return batches.one(connection, batch)


def withdraw(connection: Connection, batch: int, person: str, reason: str) -> Batch:
    """Take a published batch back, discard one that waits; raises BatchRefused."""
    found = batches.one(connection, batch)
    wanted: BatchState = "discarded" if found.state in OPEN else "withdrawn"
    if wanted not in NEXT[found.state]:
        raise BatchRefused(_("Batch %(id)s has been taken back before.", id=batch))
    batches.record(connection, batch, wanted, person, reason=reason)
    return batches.one(connection, batch)


def require_waiting(connection: Connection, batch: int) -> None:
    """Raise BatchRefused where a batch waits for no decision."""
    if batches.one(connection, batch).state not in OPEN:
        raise BatchRefused(_("Batch %(id)s no longer waits for a decision.", id=batch))


def _may_publish(batch: Batch, copy: int | None, accept_doubtful: bool) -> None:
    if batch.state == "published" and accept_doubtful and batch.doubtful:
        return
    if batch.state == "discarded":
        raise BatchRefused(_("Batch %(id)s was discarded; load its file again.", id=batch.id))
    if batch.state not in OPEN:
        raise BatchRefused(_("Batch %(id)s has been published before.", id=batch.id))
    _refuse_errors(batch)
    if copy is not None:
        raise BatchRefused(_("This very file stands published already, as batch %(id)s.", id=copy))


def _refuse_errors(batch: Batch) -> None:
    if batch.errors:
        raise BatchRefused(
            _(
                "Batch %(id)s has %(count)s errors; mend the file and load it again.",
                id=batch.id,
                count=batch.errors,
            )
        )


def _refuse_overtaken(connection: Connection, batch: int, seen: str | None) -> None:
    """Refuse where another batch with figures of this one was published or withdrawn since."""
    if seen is None:
        return
    other = _changed_since(connection, batch, batches.seq_of(seen))
    if other is not None:
        raise BatchRefused(
            _(
                "Batch %(other)s has changed the same figures since you looked; look at the "
                "effect of batch %(id)s again.",
                other=other,
                id=batch,
            )
        )


def _changed_since(connection: Connection, batch: int, seq: int) -> int | None:
    event, theirs = schema.event.c, schema.observation.alias("theirs").c
    mine = schema.observation.alias("mine").c
    others = (
        select(event.batch)
        .where(event.seq > seq, event.action.in_(batches.SEEN), event.batch != batch)
        .distinct()
    )
    query = (
        select(func.max(theirs.batch))
        .where(theirs.batch.in_(others), mine.batch == batch, mine.series == theirs.series)
        .where(mine.start == theirs.start, mine.months == theirs.months)
    )
    return connection.execute(query).scalar_one()


def _unfit(batch: Batch, wanted: BatchState) -> str:
    if not NEXT[batch.state]:
        return _("Batch %(id)s is %(state)s; nothing follows.", id=batch.id, state=_(batch.state))
    return _(
        "Batch %(id)s is %(state)s and cannot become %(wanted)s; it can become: %(next)s.",
        id=batch.id,
        state=_(batch.state),
        wanted=_(wanted),
        next=" / ".join(_(state) for state in NEXT[batch.state]),
    )
