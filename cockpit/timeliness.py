"""How punctual the feeds of a place are, against the release calendar.

Feeds and bureaus are measured, people are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

from cockpit import figures
from cockpit.catalog import Catalog, Indicator
from cockpit.freshness import Freshness, freshness
from cockpit.release import NO_CALENDAR, ReleaseCalendar
from cockpit.series import Series

if TYPE_CHECKING:
    from cockpit.warehouse.reader import Reader


def timeliness(
    door: Reader,
    catalog: Catalog,
    area: str,
    today: date,
    calendar: ReleaseCalendar = NO_CALENDAR,
) -> Iterator[dict[str, Any]]:
    """One row an indicator that somebody publishes: its latest figure, and how late the next is."""
    published = [one for one in catalog.indicators.values() if not one.derived]
    asked = [figures.selection(catalog, one.id, area) for one in published]
    for indicator, series in zip(published, door.wall(asked), strict=True):
        key, latest = series.key, series.latest
        freq = key.freq if key else indicator.freq[0]
        span = latest.period if latest else None
        fresh = freshness(indicator, freq, span, today, calendar, area)
        yield _row(indicator, area, series, freq, fresh)


def _row(
    indicator: Indicator, area: str, series: Series, freq: str, fresh: Freshness
) -> dict[str, Any]:
    key, latest, release = series.key, series.latest, fresh.release
    return {
        "indicator": indicator.id,
        "area": area,
        "bureau": list(indicator.bureau),
        "freq": key.freq if key else None,
        "accumulation": key.accumulation if key else None,
        "transformation": key.transformation if key else None,
        "latest": latest.period.time_period(freq) if latest else None,
        "state": fresh.state,
        "days": fresh.days,
        "due": fresh.due.isoformat() if fresh.due else None,
        "due_at": release.at.replace(tzinfo=UTC).isoformat() if release and release.at else None,
        "due_by": ("calendar" if release else "rule") if latest else None,
        "source": release.source if release else None,
    }
