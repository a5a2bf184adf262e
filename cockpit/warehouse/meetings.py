"""Meetings as rows, only ever added, each told in the audit trail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from cockpit.i18n import gettext as _
from cockpit.meeting import Basis, Meeting, MeetingRefused
from cockpit.warehouse import audit, batches, schema
from cockpit.warehouse.register import Register, next_number

_M = schema.meeting.c


class MeetingRows(Register):
    """The meetings of a warehouse."""

    def listed(self) -> list[Meeting]:
        """Every meeting, newest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.meeting).order_by(_M.id.desc())).mappings()
            return [Meeting(**row) for row in rows]

    def step(self, as_of: datetime) -> int:
        """The last publication or withdrawal by a UTC time."""
        with self._engine.connect() as connection:
            return int(batches.version(connection, as_of))

    def freeze(
        self,
        name: str,
        person: str,
        as_of: datetime | None,
        basis: Callable[[datetime, int], Basis],
    ) -> Meeting:
        """Write a meeting as of a time or of now; `basis` is told of the moment and its step.

        The moment is taken within the change, of which no two cross: what is published after it
        has a later time. Raises MeetingRefused for a time that has not come.
        """

        def add(connection: Connection) -> Meeting:
            now = datetime.now(UTC).replace(tzinfo=None)
            moment = as_of or now
            if moment > now:
                raise MeetingRefused(_("This time has not come yet; later figures may change it."))
            told = basis(moment, int(batches.version(connection, moment)))
            number = next_number(connection, _M.id)
            made = Meeting(
                id=number, name=name, as_of=moment, person=person, at=now, **asdict(told)
            )
            connection.execute(insert(schema.meeting).values(**asdict(made)))
            times = {"as_of": moment.isoformat(), "at": now.isoformat()}
            facts = {**asdict(told), "name": name, **times, "meeting": number}
            audit.append(connection, person, "freeze", f"meeting {number}", facts)
            return made

        return self._change(add)
