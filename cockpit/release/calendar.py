"""The release calendar: the day and hour a figure becomes public, by its source."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cached_property
from typing import NamedTuple

from cockpit.catalog import Areas
from cockpit.period import Freq

# All of China keeps one time, without summer time since 1992.
BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")


class What(NamedTuple):
    """What a row speaks of: an indicator of an area's code or of a level, in a period.

    `end` is the period's last month (a Period's); None, as `freq`, for every period.
    """

    indicator: str
    where: str
    freq: Freq | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Release:
    """A row of the calendar; `at` is UTC, None where the office holds the figures back."""

    at: datetime | None
    source: str

    @property
    def day(self) -> date | None:
        """The day of release in Beijing."""
        return self._local.date() if self._local else None

    def words(self) -> str:
        """Day and hour in Beijing, `2026-10-19 10:00`; empty where none is set."""
        return self._local.strftime("%Y-%m-%d %H:%M") if self._local else ""

    def passed(self, moment: datetime) -> bool:
        """Whether it is over at a UTC time."""
        return self.at is not None and self.at <= moment

    @property
    def _local(self) -> datetime | None:
        return self.at.replace(tzinfo=UTC).astimezone(BEIJING) if self.at else None


@dataclass(frozen=True)
class ReleaseCalendar:
    """Every dated row; figures without one are public as soon as they are published."""

    areas: Areas | None = None
    rows: Mapping[What, Release] = field(default_factory=dict)

    @cached_property
    def digest(self) -> str:
        """A text that changes whenever a row does; empty where there is none."""
        told = repr(sorted(self.rows.items(), key=repr))
        return hashlib.sha256(told.encode()).hexdigest()[:8] if self.rows else ""

    def of(self, indicator: str, area: str, freq: str, end: int) -> Release | None:
        """The release of a figure; a row of its area or period goes before one of its level or all.

        A month and a quarter that end together say the same: without a row of its own frequency
        a figure waits for the last of the others.
        """
        if indicator not in self._dated:
            return None
        for where in self._places(area):
            found = self.rows.get(What(indicator, where, freq, end))  # ty: ignore[invalid-argument-type]
            beside = (self.rows.get(What(indicator, where, one, end)) for one in ("A", "Q", "M"))
            found = found or max(filter(None, beside), key=_late, default=None)
            found = found or self.rows.get(What(indicator, where, None, None))
            if found:
                return found
        return None

    def shows(self, indicator: str, area: str, freq: str, end: int, moment: datetime) -> bool:
        """Whether a figure is public at a UTC time."""
        found = self.of(indicator, area, freq, end)
        return found is None or found.passed(moment)

    def pending(self, moment: datetime) -> Sequence[What]:
        """What is not public at a UTC time."""
        return [what for what, release in self.rows.items() if not release.passed(moment)]

    def released(self, moment: datetime) -> int:
        """How many releases have passed by a UTC time."""
        return bisect_right(self._moments, moment)

    @cached_property
    def _dated(self) -> frozenset[str]:
        return frozenset(what.indicator for what in self.rows)

    @cached_property
    def _moments(self) -> list[datetime]:
        return sorted(release.at for release in self.rows.values() if release.at)

    def _places(self, area: str) -> Sequence[str]:
        found = self.areas.get(area) if self.areas else None
        return (area, found.level) if found else (area,)


def _late(release: Release) -> tuple[bool, str]:
    return release.at is None, release.words()


NO_CALENDAR = ReleaseCalendar()
