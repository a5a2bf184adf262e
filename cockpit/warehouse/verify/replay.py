"""What readers see against a replay of the batches, figure by figure, in plain Python.

Written from the rule in words and sharing nothing with the queries it checks: of the figures of a
series and span that stand published, the one published last stands; a missing marker never
replaces a figure; a doubtful figure counts only where the last publisher accepted it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.warehouse import batches, held, schema
from cockpit.warehouse.verify.finding import Finding

_SERIES_AT_ONCE = 20_000
_TOLD = 20
"""Contradictions told one by one; a fault of the rule itself concerns every figure."""


class Step(NamedTuple):
    """One event of a batch."""

    seq: int
    batch: int
    action: str
    at: datetime
    accepts: bool


class Held(NamedTuple):
    """One figure as it was brought."""

    series: int
    start: int
    months: int
    id: int
    batch: int
    empty: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A published batch: its place among the publications, and whether doubts were accepted."""

    place: int
    accepts: bool


Place = tuple[int, int, int]


def findings(connection: Connection) -> Iterator[Finding]:
    """Where readers see another figure than the replay gives: now, and as of earlier moments."""
    steps = _steps(connection)
    moments = {as_of: _published(steps, as_of) for as_of in _moments(steps)}
    told = 0
    for first in range(1, _last_series(connection) + 1, _SERIES_AT_ONCE):
        held = _held(connection, first)
        for as_of, published in moments.items():
            seen = _seen(connection, first, as_of)
            for place, expected, found in _differences(_standing(held, published), seen):
                told += 1
                if told <= _TOLD:
                    yield _contradiction(place, expected, found, as_of)
    if told > _TOLD:
        yield Finding(_("%(count)s more figures contradict the batches.", count=told - _TOLD))


def _published(steps: list[Step], as_of: datetime | None) -> Mapping[int, Shown]:
    """Follow the events up to a moment."""
    first: dict[int, int] = {}
    shown: dict[int, Shown] = {}
    for step in steps:
        if as_of is not None and step.at > as_of:
            continue
        if step.action == "published":
            place = first.setdefault(step.batch, step.seq)
            shown[step.batch] = Shown(place, step.accepts)
        else:
            shown.pop(step.batch, None)
    return shown


def _standing(held: list[Held], published: Mapping[int, Shown]) -> dict[Place, int]:
    """The observation that stands for each series and span."""
    best: dict[Place, tuple[bool, int, int]] = {}
    for figure in held:
        batch = published.get(figure.batch)
        if batch is None or (figure.doubtful and not batch.accepts):
            continue
        place = (figure.series, figure.start, figure.months)
        rank = (not figure.empty, batch.place, figure.id)
        if place not in best or rank > best[place]:
            best[place] = rank
    return {place: rank[2] for place, rank in best.items()}


def _differences(
    expected: Mapping[Place, int], found: Mapping[Place, int]
) -> Iterator[tuple[Place, int | None, int | None]]:
    if expected == found:
        return
    for place in sorted(expected.keys() | found.keys()):
        if expected.get(place) != found.get(place):
            yield place, expected.get(place), found.get(place)


def _contradiction(
    place: Place, expected: int | None, found: int | None, as_of: datetime | None
) -> Finding:
    series, start, months = place
    return Finding(
        _(
            "Series %(series)s, %(period)s, as of %(moment)s: readers see figure %(found)s, "
            "by the batches it is %(expected)s.",
            series=series,
            period=Period(start, months),
            moment=as_of or _("now"),
            found=found or _("none"),
            expected=expected or _("none"),
        )
    )


def _steps(connection: Connection) -> list[Step]:
    e = schema.event.c
    query = select(e.seq, e.batch, e.action, e.at, e.accepts_doubtful).order_by(e.seq)
    return [Step(*row) for row in connection.execute(query)]


def _moments(steps: list[Step]) -> list[datetime | None]:
    """Now, and three moments of the past spread over the events."""
    times = sorted({step.at for step in steps})
    earlier = {times[len(times) * quarter // 4] for quarter in (1, 2, 3)} if times else set()
    return [None, *sorted(earlier)]


def _last_series(connection: Connection) -> int:
    return connection.execute(select(func.coalesce(func.max(schema.series.c.id), 0))).scalar_one()


def _held(connection: Connection, first: int) -> list[Held]:
    o = schema.observation.c
    columns = (o.series, o.start, o.months, o.id, o.batch, o.value.is_(None), o.needs_review)
    query = select(*columns).where(o.series.between(first, first + _SERIES_AT_ONCE - 1))
    return [Held(*row) for row in connection.execute(query)]


def _seen(connection: Connection, first: int, as_of: datetime | None) -> dict[Place, int]:
    """What the reader's own query picks."""
    f, s = schema.figure.c, schema.series.c
    stood = held.stood(int(batches.version(connection, as_of)))
    query = (
        select(s.id, f.start, f.months, f.observation)
        .join_from(schema.figure, schema.series, (s.measure == f.measure) & (s.place == f.place))
        .where(stood, s.id.between(first, first + _SERIES_AT_ONCE - 1))
    )
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(query)}
