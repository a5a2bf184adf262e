"""The registers of a warehouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine

from cockpit.warehouse.alarms import AlarmRows
from cockpit.warehouse.meetings import MeetingRows
from cockpit.warehouse.walls import WallRows


class Registers(NamedTuple):
    """Alarms, meetings and walls."""

    alarms: AlarmRows
    meetings: MeetingRows
    walls: WallRows


def registers(engine: Engine, change: Callable[[Callable[[Connection], Any]], Any]) -> Registers:
    """Every register, over one way to change them."""
    return Registers(
        AlarmRows(engine, change), MeetingRows(engine, change), WallRows(engine, change)
    )
