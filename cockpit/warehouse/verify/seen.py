"""The tables that readers are answered from, compared with the replay of all batches."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from operator import itemgetter

from sqlalchemy import Connection, and_, func, select

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.warehouse import schema
from cockpit.warehouse.schema import EVER
from cockpit.warehouse.verify import replay
from cockpit.warehouse.verify.finding import Finding
from cockpit.warehouse.verify.replay import Brought, Head, Step, Stood

_AT_ONCE = 20_000
"""Series replayed at once, so that memory stays small however many there are."""
_MOST = 20
"""Contradictions told one by one; a fault of the rule itself would concern every figure."""

_S, _F, _L = schema.series.c, schema.figure.c, schema.latest.c


def findings(connection: Connection) -> Iterator[Finding]:
    """Where readers see, or saw at any step, another figure than the replay gives."""
    found = _contradictions(connection)
    yield from islice(found, _MOST)
    if more := sum(1 for _finding in found):
        yield Finding(_("%(count)s more figures contradict the batches.", count=more))


def _contradictions(connection: Connection) -> Iterator[Finding]:
    steps = schema.event.c
    query = select(steps.seq, steps.batch, steps.action, steps.accepts_doubtful)
    lives = replay.lives(Step(*row) for row in connection.execute(query.order_by(steps.seq)))
    last = connection.execute(select(func.coalesce(func.max(_S.id), 0))).scalar_one()
    figures = heads = 0
    for first in range(1, last + 1, _AT_ONCE):
        expected = set(replay.stood(_brought(connection, first), lives))
        seen, ends = _seen(connection, first), _heads(connection, first)
        figures, heads = figures + len(seen), heads + len(ends)
        # Compared up to the observation's number: a value may be missing.
        yield from map(_unlike, sorted(expected ^ {*seen}, key=itemgetter(slice(6))))
        last_ones = {*replay.heads(expected).values()} ^ {*ends}
        yield from map(_unlike_end, sorted(last_ones, key=itemgetter(0)))
    yield from _strays(connection, figures, heads)


def _strays(connection: Connection, figures: int, heads: int) -> Iterator[Finding]:
    """Rows that belong to no series."""
    for table, expected in ((schema.figure, figures), (schema.latest, heads)):
        held = connection.execute(select(func.count()).select_from(table)).scalar_one()
        if held != expected:
            facts = {"table": table.name, "held": held, "expected": expected}
            yield Finding(
                _("Table %(table)s holds %(held)s rows instead of %(expected)s.", **facts)
            )


def _brought(connection: Connection, first: int) -> Iterator[Brought]:
    o = schema.observation.c
    names = ("series", "start", "months", "id", "batch", "needs_review", "value", "unit", "status")
    query = select(*(o[name] for name in names))
    rows = connection.execute(query.where(o.series.between(first, first + _AT_ONCE - 1)))
    return map(Brought._make, rows)


def _seen(connection: Connection, first: int) -> list[Stood]:
    names = ("start", "months", "since", "until", "observation", "value", "unit", "status")
    query = (
        select(_S.id, *(_F[name] for name in names))
        .join_from(
            schema.series, schema.figure, and_(_S.measure == _F.measure, _S.place == _F.place)
        )
        .where(_S.id.between(first, first + _AT_ONCE - 1))
    )
    return [Stood._make(row) for row in connection.execute(query)]


def _heads(connection: Connection, first: int) -> list[Head]:
    query = (
        select(_S.id, _L.observation, _L.value, _L.points)
        .join_from(
            schema.series, schema.latest, and_(_S.measure == _L.measure, _S.place == _L.place)
        )
        .where(_S.id.between(first, first + _AT_ONCE - 1))
    )
    return [Head._make(row) for row in connection.execute(query)]


def _unlike(stood: Stood) -> Finding:
    return Finding(
        _(
            "Series %(series)s, %(period)s, steps %(since)s to %(until)s: what readers see is not "
            "what follows from the batches (figure %(figure)s).",
            series=stood.series,
            period=Period(stood.start, stood.months),
            since=stood.since,
            until=_("now") if stood.until == EVER else stood.until,
            figure=stood.observation,
        )
    )


def _unlike_end(head: Head) -> Finding:
    return Finding(
        _(
            "Series %(series)s: the last figure that readers see is not what follows from the "
            "batches (figure %(figure)s, %(points)s in all).",
            series=head.series,
            figure=head.observation or _("none"),
            points=head.points,
        )
    )
