"""The tables among themselves: every row can be read, is there once, and names what exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, func, select
from sqlalchemy.exc import DBAPIError

from cockpit.i18n import gettext as _
from cockpit.warehouse import schema
from cockpit.warehouse.digest import NAMING
from cockpit.warehouse.verify.finding import Finding

_B, _E, _S, _O = (t.c for t in (schema.batch, schema.event, schema.series, schema.observation))
_I, _F = schema.issue.c, schema.family.c
_M, _P = schema.measure.c, schema.place.c
_A, _AS = schema.alarm.c, schema.alarm_step.c
_W, _WS = schema.wall.c, schema.wall_step.c

_ONCE: tuple[tuple[Column[Any], ...], ...] = (
    (_B.id,),
    (_E.seq,),
    (_S.id,),
    NAMING,
    (_O.id,),
    (_F.batch,),
    (_I.batch, _I.position),
    (schema.answer.c.id,),
    (_M.id,),
    (_P.id,),
    (_A.id,),
    (_AS.seq,),
    (_W.id,),
    (_WS.seq,),
    (schema.meeting.c.id,),
)
_NAMES: tuple[tuple[Column[Any], Column[Any]], ...] = (
    (_E.batch, _B.id),
    (_B.id, _E.batch),
    (_O.batch, _B.id),
    (_O.series, _S.id),
    (_I.batch, _B.id),
    (_F.batch, _B.id),
    (_S.measure, _M.id),
    (_S.place, _P.id),
    (_AS.alarm, _A.id),
    (_A.id, _AS.alarm),
    (_WS.wall, _W.id),
    (_W.id, _WS.wall),
)
_NUMBERED: tuple[Column[Any], ...] = (
    *(_B.id, _E.seq, _S.id, _O.id, schema.answer.c.id),
    *(_A.id, _AS.seq, _W.id, _WS.seq, schema.meeting.c.id),
)
_COUNTS: tuple[tuple[Column[Any], Column[Any], ColumnElement[int]], ...] = (
    (_B.observations, _O.batch, func.count()),
    (_B.doubtful, _O.batch, func.count().filter(_O.needs_review)),
    (_B.errors, _I.batch, func.count().filter(_I.severity == "error")),
    (_B.warnings, _I.batch, func.count().filter(_I.severity == "warning")),
)

_TOLD = 20


def unreadable(connection: Connection) -> Iterator[Finding]:
    """Tables of which a block does not agree with its checksum."""
    for table in schema.metadata.sorted_tables:
        # Only what is used of every value makes the database read every block.
        query = select(func.bit_xor(func.hash(*table.c)))
        try:
            connection.execute(query).all()
        except DBAPIError as error:
            facts = {"table": table.name, "error": error.orig}
            yield Finding(_("Table %(table)s cannot be read: %(error)s", **facts))
            return


def findings(connection: Connection) -> Iterator[Finding]:
    """Rows that are double, that name what is not there, or that are missing."""
    yield from (found for columns in _ONCE if (found := _twice(connection, columns)))
    yield from (found for pair in _NAMES if (found := _nowhere(connection, *pair)))
    yield from (found for column in _NUMBERED if (found := _gaps(connection, column)))
    for counted in _COUNTS:
        yield from _miscounted(connection, *counted)
    yield from _misnamed(connection)


def _twice(connection: Connection, columns: Sequence[Column[Any]]) -> Finding | None:
    query = select(*columns).group_by(*columns).having(func.count() > 1)
    held = connection.execute(query.limit(1)).first()
    if held is None:
        return None
    return Finding(
        _(
            "Table %(table)s holds a row twice: %(columns)s = %(values)s.",
            table=columns[0].table.name,
            columns=", ".join(column.name for column in columns),
            values=", ".join(map(str, held)),
        )
    )


def _nowhere(connection: Connection, names: Column[Any], named: Column[Any]) -> Finding | None:
    query = select(names).where(names.not_in(select(named)))
    held = connection.execute(query.limit(1)).first()
    if held is None:
        return None
    return Finding(
        _(
            "%(column)s %(value)s is nowhere in %(named)s.",
            column=names,
            value=held[0],
            named=named,
        )
    )


def _gaps(connection: Connection, column: Column[Any]) -> Finding | None:
    """Numbers are given out one after the other in the transaction that uses them."""
    count, last = connection.execute(select(func.count(), func.max(column))).one()
    if count == (last or 0):
        return None
    return Finding(
        _(
            "Table %(table)s holds %(count)s rows, but they are numbered up to %(last)s.",
            table=column.table.name,
            count=count,
            last=last,
        )
    )


def _miscounted(
    connection: Connection, told: Column[Any], batch: Column[Any], count: ColumnElement[int]
) -> Iterator[Finding]:
    counts = select(batch, count.label("found")).group_by(batch).subquery()
    found = func.coalesce(counts.c.found, 0)
    query = (
        select(_B.id, told, found)
        .outerjoin(counts, counts.c.batch == _B.id)
        .where(found != told)
        .order_by(_B.id)
    )
    for number, expected, held in connection.execute(query):
        yield Finding(
            _(
                "Batch %(batch)s was brought with %(expected)s %(what)s and holds %(found)s.",
                batch=number,
                expected=expected,
                found=held,
                what=told.name,
            )
        )


def _misnamed(connection: Connection) -> Iterator[Finding]:
    """Series whose numbers for what is measured and where say something else than they do."""
    alike = [_S[column.name] == column for column in (*_M, *_P) if column.name != "id"]
    query = (
        select(_S.id)
        .join_from(schema.series, schema.measure, _S.measure == _M.id)
        .join(schema.place, _S.place == _P.id)
        .where(~and_(*alike))
        .order_by(_S.id)
    )
    for (series,) in connection.execute(query.limit(_TOLD)):
        yield Finding(_("Series %(series)s is found under another name.", series=series))
