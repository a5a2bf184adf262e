"""How fresh a series is, measured against its release calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from cockpit.i18n import current_locale, translate
from cockpit.period import MONTHS, Period
from cockpit.release.calendar import NO_CALENDAR, Release, ReleaseCalendar

if TYPE_CHECKING:
    from cockpit.catalog import Indicator

FreshnessState = Literal["current", "not_due", "overdue", "missing"]
_WORDS: Mapping[FreshnessState, str] = {
    "current": "up to date",
    "not_due": "not yet due",
    "overdue": "%(days)s days late",
    "missing": "missing",
}


@dataclass(frozen=True, slots=True)
class Freshness:
    """Where a series stands; `days` are days late, or days left until `due`.

    `release` is the row of the calendar that sets the day; without one a rule does.
    `early` says that the figure shown is not yet public.
    """

    state: FreshnessState
    days: int = 0
    due: date | None = None
    release: Release | None = None
    early: bool = False

    def words(self, locale: str | None = None) -> str:
        """Say it in the reader's language: 当期, 未到期, 逾期12天, 缺."""
        message = _WORDS[self.state]
        return translate(locale or current_locale.get(), message, days=self.days)

    def when(self, locale: str | None = None) -> str:
        """The day the next figure is due, with its hour where the calendar has it.

        A day by rule is said to be one.
        """
        if self.release is not None:
            return self.release.words()
        if self.due is None:
            return ""
        message = "%(date)s by rule"
        return translate(locale or current_locale.get(), message, date=self.due.isoformat())


@dataclass(frozen=True, slots=True)
class Ages:
    """How late series are on a day, by the calendar of releases.

    `moment` is the UTC time of it; figures that are not public then are said to be early.
    """

    today: date
    calendar: ReleaseCalendar = NO_CALENDAR
    moment: datetime | None = None

    def of(self, indicator: Indicator, area: str, freq: str, latest: Period | None) -> Freshness:
        """The freshness of a series whose last figure is of this span."""
        found = freshness(indicator, freq, latest, self.today, self.calendar, area)
        if latest is None or self.moment is None:
            return found
        what = (indicator.id, area, freq, latest.end)
        return replace(found, early=not self.calendar.shows(*what, self.moment))

    @classmethod
    def at(cls, moment: datetime | None, calendar: ReleaseCalendar) -> Ages:
        """Now, or at a UTC time; the day is the one of this machine."""
        then = (moment or datetime.now(UTC)).replace(tzinfo=UTC)
        return cls(then.astimezone().date(), calendar, then.replace(tzinfo=None))


def freshness(
    indicator: Indicator,
    freq: str,
    latest: Period | None,
    today: date,
    calendar: ReleaseCalendar = NO_CALENDAR,
    area: str = "",
) -> Freshness:
    """Judge a series by the release of the period that follows its latest figure.

    The day is the one the calendar gives for the area, otherwise `lag_days` after the period has
    ended. Current: the last period that has ended is held. Not due: a later period has ended and
    its release is still to come, or is held back. Overdue: it has passed.
    """
    if latest is None:
        return Freshness("missing")
    following = _following(indicator, freq, latest.end)
    ended = _last_day(following)
    release = calendar.of(indicator.id, area, freq, following)
    due = release.day if release else ended + timedelta(days=indicator.lag_days)
    state: FreshnessState = "not_due" if today > ended else "current"
    if due is None:
        return Freshness(state, 0, None, release)
    if today > due:
        return Freshness("overdue", (today - due).days, due, release)
    return Freshness(state, (due - today).days, due, release)


def _following(indicator: Indicator, freq: str, month: int) -> int:
    following = month + MONTHS[freq]
    if freq == "M" and indicator.merged_january and following % 12 == 0:
        return following + 1
    return following


def _last_day(month: int) -> date:
    year, index = divmod(month, 12)
    return date(year, index + 1, monthrange(year, index + 1)[1])
