"""The registers of a warehouse."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Engine

from cockpit.warehouse.alarms import AlarmRows
from cockpit.warehouse.meetings import MeetingRows
from cockpit.warehouse.register import Change
from cockpit.warehouse.walls import WallRows


class Registers(NamedTuple):
    """Alarms, meetings and walls."""

    alarms: AlarmRows
    meetings: MeetingRows
    walls: WallRows


def registers(engine: Engine, change: Change, after: float | None) -> Registers:
    """Every register, over one way to change them; others' changes are seen `after` seconds."""
    alarms = AlarmRows(engine, change, after)
    return Registers(alarms, MeetingRows(engine, change), WallRows(engine, change))
