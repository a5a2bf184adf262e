"""Time as statistics counts it: a start month and a number of months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Freq = Literal["M", "Q", "A"]
Accumulation = Literal["period", "ytd", "stock"]

MONTHS: dict[str, int] = {"M": 1, "Q": 3, "A": 12}
_TIME = re.compile(r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?", re.ASCII)


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A span of months; `start` counts months from year 0 (2024-06 is 2024 × 12 + 5).

    June is one month, January to June six, a year twelve: "cumulative" is a span, not a flag.
    Two figures compare only where their spans agree.
    """

    start: int
    months: int

    @classmethod
    def parse(cls, freq: str, time_period: str, accumulation: str = "period") -> Period:
        """Read an SDMX-like TIME_PERIOD (`2024-10`, `2024-Q3`, `2024`).

        Raises ValueError where the text does not fit the frequency.
        """
        last = _last_month(freq, time_period)
        if accumulation == "ytd":
            return cls(last - last % 12, last % 12 + 1)
        months = 1 if accumulation == "stock" else MONTHS[freq]
        return cls(last - months + 1, months)

    @property
    def end(self) -> int:
        """The last month of the span, counted like `start`."""
        return self.start + self.months - 1

    @property
    def year(self) -> int:
        """The calendar year of the last month."""
        return self.end // 12

    @property
    def month(self) -> int:
        """The calendar month (1 to 12) of the last month."""
        return self.end % 12 + 1

    def time_period(self, freq: str) -> str:
        """Write the span's end in a frequency: `2024-10`, `2024-Q3`, `2024`."""
        if freq == "A":
            return f"{self.year:04d}"
        if freq == "Q":
            return f"{self.year:04d}-Q{(self.month + 2) // 3}"
        return f"{self.year:04d}-{self.month:02d}"

    def shift(self, months: int) -> Period:
        """The same span, `months` later (earlier where negative)."""
        return Period(self.start + months, self.months)

    def __str__(self) -> str:
        return f"{self.start // 12:04d}-{self.start % 12 + 1:02d}:{self.months}"


def _last_month(freq: str, text: str) -> int:
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, quarter, month = int(match["year"]), match["quarter"], match["month"]
    if (freq == "Q") != bool(quarter) or (freq == "M") != bool(month):
        raise ValueError(text)
    within = int(quarter) * 3 if quarter else int(month) if month else 12
    return year * 12 + within - 1
