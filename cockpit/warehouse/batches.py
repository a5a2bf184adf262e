"""Batches as rows: what was read of a file, and the steps of its life, only ever added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, func, insert, select

from cockpit.batch import Batch, BatchState, Step
from cockpit.catalog import Catalog
from cockpit.errors import BatchRefused
from cockpit.i18n import gettext as _
from cockpit.observation import Issue, Observation
from cockpit.vintage import Reason, usual_reason
from cockpit.warehouse import arriving, audit, rows, schema, settling
from cockpit.warehouse.digest import digests
from cockpit.warehouse.register import next_number
from cockpit.warehouse.visible import SEEN


def add(
    connection: Connection,
    catalog: Catalog,
    *,
    file_name: str,
    sha256: str,
    source: str,
    person: str,
    observations: Sequence[Observation],
    issues: Sequence[Issue],
    family: str = "",
) -> int:
    """Write a staged batch with its figures and issues; returns its id."""
    batch = next_number(connection, schema.batch.c.id)
    named = {"id": batch, "file_name": file_name, "sha256": sha256, "source": source}
    connection.execute(insert(schema.batch).values(**named, **_counts(observations, issues)))
    if family:
        connection.execute(insert(schema.family).values(batch=batch, family=family))
    arriving.add(connection, list(rows.incoming(batch, observations, catalog)))
    _add_issues(connection, batch, issues)
    brought = {"file": file_name, "sha256": sha256, "figures": len(observations)}
    brought |= {"records": digests(connection, batch).get(batch, "")}
    record(connection, batch, "staged", person, detail=brought)
    return batch


def record(
    connection: Connection,
    batch: int,
    state: BatchState,
    person: str,
    *,
    reason: str = "",
    accepts_doubtful: bool = False,
    revision: Reason | None = None,
    usual: Reason | None = None,
    detail: Mapping[str, Any] | None = None,
    action: str = "",
) -> None:
    """Add a step to the life of a batch and tell it in the audit trail; nothing is rewritten.

    `revision` is what a person calls a publication, `usual` what it is where figures are replaced.
    """
    seq = next_number(connection, schema.event.c.seq)
    now = datetime.now(UTC).replace(tzinfo=None)
    said = {"reason": reason, "accepts_doubtful": accepts_doubtful}
    step = {"seq": seq, "batch": batch, "action": state, "person": person, "at": now}
    connection.execute(insert(schema.event).values(**step, **said))
    replaced = state in SEEN and settling.settle(connection, batch, seq)
    revises = revision or (usual if replaced else None)
    if state == "published":
        connection.execute(insert(schema.revision).values(event=seq, reason=revises or ""))
    told = {"step": seq, "state": state, "at": now.isoformat(), "reason": reason, **(detail or {})}
    told |= {"accepts_doubtful": True} if accepts_doubtful else {}
    told |= {"revision": revises} if revises else {}
    audit.append(connection, person, action or _ACTIONS[state], f"batch {batch}", told)


def _counts(observations: Sequence[Observation], issues: Sequence[Issue]) -> Mapping[str, int]:
    return {
        "observations": len(observations),
        "doubtful": sum(record.needs_review for record in observations),
        "errors": sum(issue.severity == "error" for issue in issues),
        "warnings": sum(issue.severity == "warning" for issue in issues),
    }


_ACTIONS: Mapping[BatchState, str] = {
    "staged": "stage",
    "submitted": "submit",
    "reviewed": "review",
    "published": "publish",
    "withdrawn": "withdraw",
    "discarded": "discard",
}


def listed(
    connection: Connection, only: int | None = None, as_of: datetime | None = None
) -> list[Batch]:
    """Batches with what became of them, newest first; with `as_of`, what had by that UTC time."""
    of_kind = schema.family.c
    query = (
        select(schema.batch, func.coalesce(of_kind.family, "").label("family"))
        .outerjoin(schema.family, of_kind.batch == schema.batch.c.id)
        .order_by(schema.batch.c.id.desc())
    )
    why = schema.revision.c
    steps = (
        select(schema.event, why.reason.label("revision"))
        .outerjoin(schema.revision, why.event == schema.event.c.seq)
        .order_by(schema.event.c.seq)
    )
    if as_of is not None:
        steps = steps.where(schema.event.c.at <= as_of)
    if only is not None:
        query = query.where(schema.batch.c.id == only)
        steps = steps.where(schema.event.c.batch == only)
    lives: dict[int, list[Any]] = {}
    for step in connection.execute(steps):
        lives.setdefault(step.batch, []).append(step)
    found = connection.execute(query)
    return [_batch(row._mapping, lives[row.id]) for row in found if row.id in lives]


def one(connection: Connection, batch: int) -> Batch:
    """One batch; raises BatchRefused where there is none of this number."""
    found = listed(connection, batch)
    if not found:
        raise BatchRefused(_("There is no batch %(id)s.", id=batch))
    return found[0]


def published_copy(connection: Connection, sha256: str) -> int | None:
    """The batch by which this very file is published now, if any."""
    last = (
        select(
            schema.event.c.batch,
            func.arg_max(schema.event.c.action, schema.event.c.seq).label("action"),
        )
        .group_by(schema.event.c.batch)
        .subquery()
    )
    query = (
        select(func.max(schema.batch.c.id))
        .join(last, last.c.batch == schema.batch.c.id)
        .where(schema.batch.c.sha256 == sha256, last.c.action == "published")
    )
    return connection.execute(query).scalar_one()


def version(connection: Connection, as_of: datetime | None = None) -> str:
    """The number of the last publication or withdrawal, now or as of a UTC time."""
    step = schema.event.c
    query = select(func.coalesce(func.max(step.seq), 0)).where(step.action.in_(SEEN))
    if as_of is not None:
        query = query.where(step.at <= as_of)
    return str(connection.execute(query).scalar_one())


def seq_of(version: str) -> int:
    """The step that a version names; raises BatchRefused where it is none."""
    number = version.partition("-")[0]
    if not (number.isascii() and number.isdecimal()):
        raise BatchRefused(_("%(text)s is no version of the figures.", text=version))
    return int(number)


def observations(connection: Connection, batch: int) -> tuple[Observation, ...]:
    """The records of a batch in the order they were read."""
    s, o = schema.series.c, schema.observation.c
    named = [s.indicator, s.area, s.freq, s.accumulation, s.transformation, s.breakdown]
    query = (
        select(schema.observation, *named)
        .join(schema.series, s.id == o.series)
        .where(o.batch == batch)
        .order_by(o.id)
    )
    return tuple(rows.observation(row) for row in connection.execute(query).mappings())


def issues(connection: Connection, batch: int) -> tuple[Issue, ...]:
    """The issues of a batch in the order they were raised."""
    columns = schema.issue.c
    query = select(schema.issue).where(columns.batch == batch).order_by(columns.position)
    return tuple(rows.issue(row) for row in connection.execute(query).mappings())


def _batch(row: Any, steps: Sequence[Any]) -> Batch:  # noqa: ANN401 - database rows
    times = {step.action: step for step in reversed(steps)}
    published = times.get("published")
    withdrawn = times.get("withdrawn") or times.get("discarded")
    return Batch(
        **row,
        state=steps[-1].action,
        person=steps[0].person,
        staged_at=steps[0].at,
        published_at=published.at if published else None,
        withdrawn_at=withdrawn.at if withdrawn else None,
        withdrawn_by=withdrawn.person if withdrawn else None,
        reason=withdrawn.reason if withdrawn else None,
        steps=tuple(_step(step, row["file_name"]) for step in steps),
    )


def _step(row: Any, file_name: str) -> Step:  # noqa: ANN401 - a database row
    return Step(
        seq=row.seq,
        state=row.action,
        person=row.person,
        at=row.at,
        reason=row.reason,
        accepts_doubtful=row.accepts_doubtful,
        revision=_revision(row.revision, row.action, file_name),
    )


def _revision(kept: str | None, state: BatchState, file_name: str) -> Reason | None:
    """Earlier layouts kept none: there the file's name tells."""
    if kept is None and state == "published":
        return usual_reason(file_name)
    return cast("Reason", kept) if kept else None


def _add_issues(connection: Connection, batch: int, issues: Sequence[Issue]) -> None:
    if issues:
        noted = [rows.issue_row(batch, number, issue) for number, issue in enumerate(issues)]
        connection.execute(insert(schema.issue), noted)
