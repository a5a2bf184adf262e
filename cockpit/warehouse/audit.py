"""The audit trail as rows: one chain, whoever writes, from however many processes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from cockpit.audit import START, Entry, canonical, entry_after, faults
from cockpit.i18n import gettext as _
from cockpit.warehouse import schema

_A = schema.audit.c
_AT_ONCE = 10_000


class Overtaken(Exception):
    """Somebody else has written since this change began; it is to begin again."""


def begin(connection: Connection) -> None:
    """Start the chain where there is none; steps taken before it are named in its first entry."""
    if connection.execute(select(schema.tip)).first() is not None:
        return
    connection.execute(insert(schema.tip).values(seq=0, hash=START))
    before = connection.execute(select(func.max(schema.event.c.seq))).scalar_one()
    if before is not None:
        append(connection, "", "begin", "audit", {"steps_before": before})


def append(
    connection: Connection,
    person: str,
    action: str,
    what: str,
    detail: Mapping[str, Any] | None = None,
) -> Entry:
    """Chain an entry to the last one, in the transaction of what it tells of."""
    tip = connection.execute(select(schema.tip)).one()
    now = datetime.now(UTC).replace(tzinfo=None)
    told = dict(detail or {})
    entry = entry_after(
        tip.seq, tip.hash, at=now, person=person, action=action, what=what, detail=told
    )
    moved = (
        update(schema.tip)
        .where(schema.tip.c.seq == tip.seq, schema.tip.c.hash == tip.hash)
        .values(seq=entry.seq, hash=entry.hash)
    )
    if connection.execute(moved).rowcount == 0:
        raise Overtaken
    connection.execute(insert(schema.audit).values(_row(entry)))
    return entry


def entries(connection: Connection, last: int | None = None) -> Iterator[Entry]:
    """The entries in their order; of many, only the `last` so many."""
    query = select(schema.audit).order_by(_A.seq)
    if last is not None:
        end = connection.execute(select(func.max(_A.seq))).scalar_one() or 0
        query = query.where(_A.seq > end - last)
    for rows in connection.execute(query).mappings().partitions(_AT_ONCE):
        yield from (_entry(row) for row in rows)


def check_chain(connection: Connection) -> Iterator[str]:
    """What is wrong with the audit trail, one sentence a fault; nothing where it is sound.

    Beside the hashes, every step in the life of a batch since the chain began must be told in it
    as it was taken.
    """
    tip = connection.execute(select(schema.tip)).first()
    if tip is None:
        yield _("Audit: the chain has no end.")
        return
    told: dict[int, tuple[Any, ...]] = {}
    yield from faults(_noting(entries(connection), told), tip.seq, tip.hash)
    yield from _unlike(connection, told)


def _noting(chain: Iterator[Entry], told: dict[int, tuple[Any, ...]]) -> Iterator[Entry]:
    """Hand entries on, and note what they tell of steps."""
    for entry in chain:
        step = entry.detail.get("step")
        if isinstance(step, int):
            said = entry.detail
            steps = (said.get("state"), said.get("at"), said.get("reason", ""))
            accepts = bool(said.get("accepts_doubtful"))
            told[step] = (entry.object, entry.person, *steps, accepts)
        if entry.action == "begin":
            told[-1] = (entry.detail.get("steps_before", 0),)
        yield entry


def _unlike(connection: Connection, told: dict[int, tuple[Any, ...]]) -> Iterator[str]:
    (since,) = told.pop(-1, (0,))
    steps = connection.execute(select(schema.event).where(schema.event.c.seq > since))
    taken = {step.seq: _told_of(step) for step in steps}
    for seq in sorted(seq for seq in taken.keys() | told.keys() if taken.get(seq) != told.get(seq)):
        yield _("Audit: step %(seq)s of a batch is not as it was told.", seq=seq)


def _told_of(step: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a database row
    what = (f"batch {step.batch}", step.person)
    return (*what, step.action, step.at.isoformat(), step.reason, step.accepts_doubtful)


def _row(entry: Entry) -> dict[str, Any]:
    fields = {column.name: getattr(entry, column.name) for column in _A}
    return fields | {"detail": canonical(entry.detail)}


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(**{**row, "detail": json.loads(row["detail"])})
