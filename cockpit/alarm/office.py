"""The alarms of a cockpit: judged anew whenever other figures stand, closed by people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any, Protocol

from cockpit.alarm.episode import Episode
from cockpit.alarm.life import OPEN, Alarm, AlarmRefused, AlarmState
from cockpit.alarm.threshold import Thresholds
from cockpit.alarm.watch import Found, watch
from cockpit.audience import current_audience
from cockpit.catalog import Catalog
from cockpit.effect.moves import inputs
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator, Formula
from cockpit.indicator.formula import formula_name
from cockpit.period import Period
from cockpit.series import Point, ReadingDoor, Selection

LONGEST = 2000
"""Characters of a measure, a reply or a reason."""


class Kept(Protocol):
    """Where alarms are kept."""

    def listed(self, as_of: datetime | None = None) -> list[Alarm]:
        """Every alarm, newest first."""
        ...

    def last(self) -> int:
        """The number of the last step."""
        ...

    def settle(self, found: Found, version: str) -> bool:
        """Raise and void; False where other figures stand by now."""
        ...

    def step(self, alarm: int, wanted: AlarmState, person: str, text: str) -> Alarm:
        """Take one step of the life; raises AlarmRefused."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """An alarm beside the figures: the episode it belongs to, None where they say nothing more."""

    alarm: Alarm
    episode: Episode | None

    @property
    def released(self) -> Point | None:
        """The figure that came back, if any has."""
        return self.episode.released if self.episode else None

    def concerns(self, period: Period | None) -> bool:
        """Whether the alarm stands at a figure; None is the latest."""
        if self.alarm.state not in OPEN:
            return False
        if period is None or self.episode is None:
            return period is None and self.released is None
        after = period.end >= self.alarm.period.end
        return after and (self.released is None or period.end < self.released.period.end)

    def to_dict(self) -> dict[str, Any]:
        """Plain values: the alarm, its latest figure, and the period in which it was released."""
        freq = self.alarm.selection.freq or "M"
        back = self.released.period.time_period(freq) if self.released else None
        if self.episode is None:
            return self.alarm.to_dict() | {"latest": None, "released": back}
        latest = self.episode.latest
        told = {"time_period": latest.period.time_period(freq), "value": latest.value}
        return self.alarm.to_dict() | {"latest": told, "released": back}


class Office:
    """Lists alarms, tells which stand at a figure, and lets people take their steps."""

    def __init__(
        self,
        kept: Kept,
        door: Callable[[datetime | None], ReadingDoor],
        catalog: Catalog,
        formulas: Mapping[str, Formula],
        thresholds: Thresholds,
        asked: Callable[[datetime | None], ReadingDoor] | None = None,
    ) -> None:
        """`door` shows all that is published, for alarms are judged by all; `asked` what may be."""
        self.thresholds = thresholds
        self._kept = kept
        self._door = door
        self._asked = asked or door
        self._catalog = catalog
        self._formulas = formulas
        self._lock = Lock()
        self._judged: tuple[str, Found] | None = None
        self._public: tuple[tuple[str, datetime | None], Found] | None = None

    def judge(self) -> Found:
        """Bring the alarms up to the figures that stand; nothing to do where it was done before."""
        while True:
            door = self._door(None)
            version, judged = door.version(), self._judged
            if judged and judged[0] == version:
                return judged[1]
            with self._lock:
                found = self._watch(door, self.thresholds)
                if self._kept.settle(found, version):
                    self._judged = (version, found)

    def version(self) -> int:
        """Changes whenever an alarm is raised or taken a step further."""
        self.judge()
        return self._kept.last()

    def listed(self, as_of: datetime | None = None) -> list[Told]:
        """Every alarm, newest first, as it stands now or stood at a UTC time.

        The public is told of those whose figure is released, and what later ones say.
        """
        found = self.judge() if as_of is None else self._found(as_of)
        alarms = self._kept.listed(as_of)
        if current_audience.get() == "public":
            found = self._released(as_of)
            alarms = [alarm for alarm in alarms if _seen(alarm, found)]
        return [_told(alarm, found) for alarm in alarms]

    def one(self, alarm: int) -> Told:
        """One alarm; raises AlarmRefused where there is none of this number."""
        for told in self.listed():
            if told.alarm.id == alarm:
                return told
        raise AlarmRefused(_("There is no alarm %(id)s.", id=alarm))

    def standing(
        self,
        indicator: str,
        area: str,
        period: Period | None = None,
        as_of: datetime | None = None,
    ) -> list[Told]:
        """The alarms that a figure of an area stands under; without a period, the latest figure.

        Only those on which something is still to be done.
        """
        return [
            told
            for told in self.listed(as_of)
            if (told.alarm.selection.indicator, told.alarm.selection.area) == (indicator, area)
            and told.concerns(period)
        ]

    def step(self, alarm: int, wanted: AlarmState, person: str, text: str) -> Told:
        """Take one step; raises AlarmRefused where it must not be taken or says too little."""
        who, words = person.strip(), text.strip()
        if not who:
            raise AlarmRefused(_("Who takes this step? Please fill in the name."))
        if not words:
            raise AlarmRefused(_("Please say what was done."))
        if len(words) > LONGEST:
            raise AlarmRefused(_("At most %(most)s characters, please.", most=LONGEST))
        found = self.judge()
        return _told(self._kept.step(alarm, wanted, who, words), found)

    def _found(self, as_of: datetime) -> Found:
        return self._watch(self._door(as_of), self.thresholds.known(as_of.date()))

    def _released(self, as_of: datetime | None) -> Found:
        door = self._asked(as_of)
        version = door.version()
        known = self._public
        if known is None or known[0] != (version, as_of):
            rules = self.thresholds.known(as_of.date()) if as_of else self.thresholds
            self._public = known = ((version, as_of), self._watch(door, rules))
        return known[1]

    def _watch(self, door: ReadingDoor, thresholds: Thresholds) -> Found:
        calculator = Calculator(door, self._catalog, self._formulas)

        def holders(selection: Selection) -> Collection[str]:
            return {key.area for name in self._read(selection) for key in door.keys(name)}

        return watch(thresholds, calculator.across, holders, self._catalog)

    def _read(self, selection: Selection) -> Sequence[str]:
        """The indicators that a series may be made of, itself among them."""
        formula = self._formulas.get(formula_name(selection.indicator, selection.transformation))
        read = inputs([formula], self._formulas) if formula else ()
        return sorted({selection.indicator, *read})


def _seen(alarm: Alarm, found: Found) -> bool:
    """Whether the figure that set an alarm is among those found."""
    watched = found.get((alarm.threshold, alarm.selection.area))
    point = watched.series.at(alarm.period) if watched else None
    return point is not None and point.value is not None


def _told(alarm: Alarm, found: Found) -> Told:
    watched = found.get((alarm.threshold, alarm.selection.area))
    return Told(alarm, watched.spanning(alarm.period) if watched else None)
