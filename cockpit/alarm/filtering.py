"""Some of the alarms: of a state, an area, an indicator."""

from __future__ import annotations

from collections.abc import Iterable

from cockpit.alarm.life import Alarm
from cockpit.alarm.office import Told


def chosen(
    alarms: Iterable[Told], state: str = "", area: str = "", indicator: str = ""
) -> list[Told]:
    """Those that fit whatever is given."""
    return [told for told in alarms if _fits(told.alarm, state, area, indicator)]


def _fits(alarm: Alarm, state: str, area: str, indicator: str) -> bool:
    selection = alarm.selection
    asked = ((state, alarm.state), (area, selection.area), (indicator, selection.indicator))
    return all(wanted in ("", found) for wanted, found in asked)
