"""Findings by rule, in official idiom; no word is chosen by taste."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import Point, SeriesKey
from cockpit.wording import change_words, growth_words, period_words, points_words, rounded
from layouts.explore.reading import Line


def when(key: SeriesKey, period: Period) -> str:
    """The period in words."""
    return period_words(period, key.freq, key.accumulation)


def growth(name: str, line: Line, *, price: bool = False) -> str:
    """`2023年1—12月固定资产投资增长3.0%，比2023年1—11月加快0.1个百分点`; empty without figures."""
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return _("%(name)s: no figure", name=name)
    told = _(
        "%(name)s %(growth)s in %(period)s",
        name=name,
        growth=growth_words(latest.value, price=price),
        period=when(key, latest.period),
    )
    change = compared(line, latest)
    return _("%(finding)s, %(change)s", finding=told, change=change) if change else told


def compared(line: Line, point: Point) -> str:
    """The change against the figure before, in 个百分点; empty where there is none before."""
    before, key = line.series.before(point), line.key
    if before is None or key is None or point.value is None or before.value is None:
        return ""
    earlier = line.series.before(before)
    words = change_words(point.value, before.value, earlier=earlier.value if earlier else None)
    if not _moves(point.value, before.value):
        return words
    return _("%(change)s than in %(before)s", change=words, before=when(key, before.period))


def ratio_change(line: Line, point: Point) -> str:
    """The change of a ratio against the figure before: 比2023年11月提高0.1个百分点."""
    before, key = line.series.before(point), line.key
    if before is None or key is None or point.value is None or before.value is None:
        return ""
    difference = rounded(point.value, 1) - rounded(before.value, 1)
    words = points_words(float(difference))
    if not difference:
        return _("unchanged from %(before)s", before=when(key, before.period))
    return _("%(change)s than in %(before)s", change=words, before=when(key, before.period))


def _moves(now: float, before: float) -> bool:
    """Whether the words name a distance, which wants to be told from what it is measured."""
    new, old = rounded(now, 1), rounded(before, 1)
    return new != old and new * old > 0
