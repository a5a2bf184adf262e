"""How fresh a series is, measured against its release calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from cockpit.i18n import current_locale, translate
from cockpit.period import MONTHS, Period

if TYPE_CHECKING:
    from cockpit.catalog import Indicator

FreshnessState = Literal["current", "not_due", "overdue", "missing"]


@dataclass(frozen=True, slots=True)
class Freshness:
    """Where a series stands; `days` are days late, or days left until `due`."""

    state: FreshnessState
    days: int = 0
    due: date | None = None

    def words(self, locale: str | None = None) -> str:
        """Say it in the reader's language: 当期, 未到期, 逾期12天, 缺."""
        message = {
            "current": "up to date",
            "not_due": "not yet due",
            "overdue": "%(days)s days late",
            "missing": "missing",
        }[self.state]
        return translate(locale or current_locale.get(), message, days=self.days)


def freshness(indicator: Indicator, freq: str, latest: Period | None, today: date) -> Freshness:
    """Judge a series by the release of the period that follows its latest figure.

    Current: the last period that has ended is held. Not due: a later period has ended,
    and its release, `lag_days` after the end, is still to come. Overdue: it has passed.
    """
    if latest is None:
        return Freshness("missing")
    following = _following(indicator, freq, latest.end)
    ended = _last_day(following)
    due = ended + timedelta(days=indicator.lag_days)
    if today > due:
        return Freshness("overdue", (today - due).days, due)
    return Freshness("not_due" if today > ended else "current", (due - today).days, due)


def _following(indicator: Indicator, freq: str, month: int) -> int:
    following = month + MONTHS[freq]
    if freq == "M" and indicator.merged_january and following % 12 == 0:
        return following + 1
    return following


def _last_day(month: int) -> date:
    year, index = divmod(month, 12)
    return date(year, index + 1, monthrange(year, index + 1)[1])
