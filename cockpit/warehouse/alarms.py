"""Alarms as rows: raised once, their steps only ever added, each told in the audit trail."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, insert, select

from cockpit.alarm import NEXT, Alarm, AlarmRefused, AlarmState, AlarmStep, Episode
from cockpit.alarm.watch import Found, Watched, weigh
from cockpit.i18n import gettext as _
from cockpit.warehouse import audit, batches, schema
from cockpit.warehouse.register import Change, Register, next_number
from cockpit.warehouse.snapshot import Present

_ACTIONS = {
    "raised": "raise",
    "handled": "handle",
    "replied": "reply",
    "closed": "close",
    "voided": "void",
}


class AlarmRows(Register):
    """The alarms of a warehouse."""

    def __init__(self, engine: Engine, change: Change, after: float | None) -> None:
        super().__init__(engine, change)
        self._last = Present(self._look, after)

    def listed(self, as_of: datetime | None = None) -> list[Alarm]:
        """Every alarm, newest first, as it stands now or stood at a UTC time."""
        with self._engine.connect() as connection:
            return _listed(connection, as_of)

    def one(self, alarm: int) -> Alarm:
        """One alarm; raises AlarmRefused where there is none of this number."""
        with self._engine.connect() as connection:
            return _one(connection, alarm)

    def last(self) -> int:
        """The number of the last step; walls ask for it all the time."""
        return self._last.seen()

    def settle(self, found: Found, version: str) -> bool:
        """Raise what is to be raised and void what has lost its figure, in one transaction.

        Settling the same twice is settling it once, from however many processes. False, and
        nothing is written, where other figures stand by now than those of the `version` judged.
        """
        if not weigh(found, self.listed()):
            return True
        done = self._change(lambda connection: _settle(connection, found, version))
        self._last.renew()
        return done

    def step(self, alarm: int, wanted: AlarmState, person: str, text: str) -> Alarm:
        """Take one step of the life; raises AlarmRefused where it must not be taken."""
        done = self._change(lambda connection: _step(connection, alarm, wanted, person, text))
        self._last.renew()
        return done

    def _look(self) -> int:
        with self._engine.connect() as connection:
            return next_number(connection, schema.alarm_step.c.seq) - 1


def _settle(connection: Connection, found: Found, version: str) -> bool:
    if batches.version(connection) != version.partition("-")[0]:
        return False
    verdict = weigh(found, _listed(connection))
    for number, why in verdict.voided:
        _record(connection, number, "voided", "", why)
    for watched, episode in verdict.raised:
        _raise(connection, watched, episode)
    return True


def _raise(connection: Connection, watched: Watched, episode: Episode) -> None:
    number = next_number(connection, schema.alarm.c.id)
    row = episode.threshold
    facts = {
        "threshold": row.id,
        "figure": watched.figure(episode.begun.period),
        "value": episode.begun.value,
        "unit": watched.series.unit,
        "comparator": row.comparator,
        "level": row.level,
        "release": row.release,
        "consecutive": row.consecutive,
        "bureau": row.bureau,
    }
    connection.execute(insert(schema.alarm).values(id=number, **facts))
    _record(connection, number, "raised", "", "", **facts)


def _step(connection: Connection, alarm: int, wanted: AlarmState, person: str, text: str) -> Alarm:
    found = _one(connection, alarm)
    if wanted not in found.ways:
        raise AlarmRefused(_unfit(found, wanted))
    _record(connection, alarm, wanted, person, text)
    return _one(connection, alarm)


def _unfit(alarm: Alarm, wanted: AlarmState) -> str:
    if not NEXT[alarm.state]:
        return _("Alarm %(id)s is %(state)s; nothing follows.", id=alarm.id, state=_(alarm.state))
    return _(
        "Alarm %(id)s is %(state)s and cannot become %(wanted)s; it can become: %(next)s.",
        id=alarm.id,
        state=_(alarm.state),
        wanted=_(wanted),
        next=" / ".join(_(state) for state in alarm.ways),
    )


def _record(
    connection: Connection, alarm: int, state: AlarmState, person: str, text: str, **facts: object
) -> None:
    seq = next_number(connection, schema.alarm_step.c.seq)
    now = datetime.now(UTC).replace(tzinfo=None)
    row = {"seq": seq, "alarm": alarm, "state": state, "person": person, "at": now, "text": text}
    connection.execute(insert(schema.alarm_step).values(**row))
    told = {"alarm_step": seq, "state": state, "at": now.isoformat(), "text": text, **facts}
    audit.append(connection, person, _ACTIONS[state], f"alarm {alarm}", told)


def _one(connection: Connection, alarm: int) -> Alarm:
    found = next((one for one in _listed(connection) if one.id == alarm), None)
    if found is None:
        raise AlarmRefused(_("There is no alarm %(id)s.", id=alarm))
    return found


def _listed(connection: Connection, as_of: datetime | None = None) -> list[Alarm]:
    step = schema.alarm_step.c
    query = select(schema.alarm_step).order_by(step.seq)
    if as_of is not None:
        query = query.where(step.at <= as_of)
    lives: dict[int, list[AlarmStep]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        told = {name: row[name] for name in ("seq", "state", "person", "at", "text")}
        lives[row["alarm"]].append(AlarmStep(**told))
    alarms = connection.execute(select(schema.alarm).order_by(schema.alarm.c.id.desc())).mappings()
    return [Alarm(**row, steps=tuple(lives[row["id"]])) for row in alarms if row["id"] in lives]
