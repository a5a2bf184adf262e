"""The Spring Festival as a regressor: how much of its window falls in each span of months.

Production and trade are disturbed from about four days before the first day to fifteen after it;
the share of these twenty days in a span, less what that span has on average, is what moves
figures between January, February and March from year to year.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from statistics import fmean

from cockpit.catalog.sheet import Folder
from cockpit.errors import ArithmeticRefused, CatalogueFault
from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.settings import DATA

DAYS_BEFORE, DAYS_AFTER = 4, 15


class Festivals:
    """The first day of each lunar year by calendar year."""

    def __init__(self, days: Mapping[int, date]) -> None:
        self._shares = {year: _shares(first) for year, first in days.items()}
        self._means: dict[tuple[int, int], float] = {}

    def shares(self, year: int) -> Mapping[int, float]:
        """The share of the window in each month (1 to 12) in which any of it falls.

        Raises ArithmeticRefused for a year whose date is not known.
        """
        if year not in self._shares:
            raise ArithmeticRefused(
                _("The date of the Spring Festival of %(year)s is not known.", year=year)
            )
        return self._shares[year]

    def regressor(self, spans: Sequence[Period]) -> list[float]:
        """Each span's share of the window, less the mean share of that span over all years."""
        return [self._share(span) - self._mean(span) for span in spans]

    def _share(self, span: Period) -> float:
        shares, first = self.shares(span.year), span.start % 12 + 1
        return sum(shares.get(first + month, 0.0) for month in range(span.months))

    def _mean(self, span: Period) -> float:
        of_year = (span.start % 12, span.months)
        if of_year not in self._means:
            whole = [Period(year * 12 + of_year[0], span.months) for year in self._shares]
            self._means[of_year] = fmean(map(self._share, whole))
        return self._means[of_year]


def _shares(first: date) -> Mapping[int, float]:
    window = [first + timedelta(days) for days in range(-DAYS_BEFORE, DAYS_AFTER + 1)]
    months = [day.month for day in window]
    return {month: months.count(month) / len(window) for month in sorted(set(months))}


@cache
def festivals(path: Path = DATA / "calendar") -> Festivals:
    """The dates kept in `data/calendar`; raises CatalogueFault naming faults with their line."""
    folder = Folder(path, [])
    rows = folder.table("spring_festival.csv", "year date source", "year", lambda row: row)
    days = {row.integer("year"): row.day("date") for row, _same in rows.values()}
    for row, _same in rows.values():
        if not row.text("source") or row.day("date").year != row.integer("year"):
            row.fault("the date is not of its year, or has no source")
    if folder.faults:
        raise CatalogueFault("\n".join(folder.faults))
    return Festivals(days)
