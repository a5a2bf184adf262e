"""Periods, under their former address."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.period import Accumulation
from loaders.heading.cells import LONGEST, cell_time, printed
from loaders.heading.kinds import Part as PartOfYear
from loaders.heading.kinds import Time
from loaders.heading.periods import find_period, read_time, whole_period

__all__ = ["LONGEST", "Part", "Time", "cell_time", "find_time", "printed", "read_part", "read_time"]


@dataclass(frozen=True, slots=True)
class Part:
    """Months of a year that is named elsewhere: `10月`, `1-10月`."""

    month: int
    accumulation: Accumulation | None

    def within(self, year: Time) -> Time:
        """The period, in the year of another."""
        return Time("M", f"{year.time_period[:4]}-{self.month:02d}", self.accumulation)


def read_part(text: str) -> Part | None:
    """The months that a text names without a year, or None."""
    part = whole_period(text)
    if isinstance(part, PartOfYear) and part.freq == "M" and "月" in text:
        return Part(part.number, part.accumulation)
    return None


def find_time(text: str) -> Time | None:
    """The first period inside a longer text such as a title."""
    period = find_period(text)
    return period if isinstance(period, Time) else None
