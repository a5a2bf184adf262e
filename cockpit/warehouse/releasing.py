"""What of the figures that stand is not yet public, so that readers outside are not given it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from sqlalchemy import Connection, Engine, select

from cockpit.period import Period
from cockpit.release import NO_CALENDAR, ReleaseCalendar
from cockpit.series import SeriesKey
from cockpit.warehouse import schema
from cockpit.warehouse.held import stood
from cockpit.warehouse.snapshot import Snapshot

_F, _M, _P = schema.figure.c, schema.measure.c, schema.place.c
_S, _O = schema.series.c, schema.observation.c


@dataclass(frozen=True, slots=True)
class Gate:
    """What is public by a UTC time; with None everything is let through: staff ask."""

    calendar: ReleaseCalendar = NO_CALENDAR
    moment: datetime | None = None

    def shows(self, indicator: str, area: str, freq: str, period: Period) -> bool:
        """Whether a figure may be handed out."""
        if self.moment is None:
            return True
        return self.calendar.shows(indicator, area, freq, period.end, self.moment)

    def lets(self, key: SeriesKey, period: Period) -> bool:
        """The same of a figure of a series."""
        return self.shows(key.indicator, key.area, key.freq, period)


OPEN = Gate()


class Public:
    """What the public sees: the snapshot that staff see, less what is not released.

    It is worked out anew when other figures stand or when a release passes, and kept until then.
    """

    def __init__(self, engine: Engine, calendar: ReleaseCalendar) -> None:
        self._engine = engine
        self._calendar = calendar
        self._lock = Lock()
        self._now: Snapshot | None = None

    def gate(self, as_of: datetime | None) -> Gate:
        """The gate now, or as it stood at a UTC time that has passed."""
        now = datetime.now(UTC).replace(tzinfo=None)
        return Gate(self._calendar, min(as_of, now) if as_of else now)

    def seen(self, base: Snapshot, gate: Gate, *, kept: bool) -> Snapshot:
        """What stands behind the gate; `kept` for the snapshot of now."""
        version = self._version(base, gate)
        with self._lock:
            if kept and self._now and self._now.version == version:
                return self._now
        with self._engine.connect() as connection:
            hidden = withheld(connection, base.step, gate)
            if not kept:
                hidden |= _suppressed_since(connection, base.step)
        found = Snapshot(version, base.step, withheld=hidden)
        if kept:
            with self._lock:
                self._now = found
        return found

    def _version(self, base: Snapshot, gate: Gate) -> str:
        passed = self._calendar.released(gate.moment) if gate.moment else 0
        return f"{base.version}-public-{self._calendar.digest}.{passed}"


def withheld(connection: Connection, step: int, gate: Gate) -> frozenset[int]:
    """The observations that stand at a step and are not public."""
    if gate.moment is None:
        return frozenset()
    pending = gate.calendar.pending(gate.moment)
    query = select(_F.observation, _M.indicator, _P.area, _M.freq, _F.start, _F.months).where(
        stood(step),
        _M.id == _F.measure,
        _P.id == _F.place,
        _M.indicator.in_({what.indicator for what in pending}),
    )
    ends = {what.end for what in pending}
    if None not in ends:
        query = query.where((_F.start + _F.months - 1).in_(ends))
    rows = connection.execute(query) if pending else ()
    return frozenset(number for number, *what in rows if not _shown(gate, *what))


def _suppressed_since(connection: Connection, step: int) -> frozenset[int]:
    """The observations that stood at an earlier step and are suppressed for confidentiality now."""
    now, then = schema.figure.alias(), _F
    same = (now.c[name] == then[name] for name in ("measure", "place", "start", "months"))
    query = select(then.observation).where(
        stood(step), *same, now.c.status == "Q", now.c.until == schema.EVER
    )
    return frozenset(connection.execute(query).scalars())


def lets_all(connection: Connection, batches: Collection[int], gate: Gate) -> bool:
    """Whether every figure that was read for some batches is public, superseded ones too."""
    if gate.moment is None:
        return True
    held = {what.indicator for what in gate.calendar.pending(gate.moment)}
    query = (
        select(_S.indicator, _S.area, _S.freq, _O.start, _O.months)
        .join_from(schema.observation, schema.series, _S.id == _O.series)
        .where(_O.batch.in_(batches), _S.indicator.in_(held))
    )
    return all(_shown(gate, *what) for what in connection.execute(query))


def _shown(gate: Gate, indicator: str, area: str, freq: str, start: int, months: int) -> bool:
    return gate.shows(indicator, area, freq, Period(start, months))
