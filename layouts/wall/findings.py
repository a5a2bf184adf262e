"""Findings by rule, in official idiom; no word is chosen by taste."""

from __future__ import annotations

from cockpit.i18n import gettext as _
from cockpit.period import Period
from cockpit.series import Point, SeriesKey
from cockpit.wording import change_words, growth_words, period_words, points_words, rounded
from layouts.explore.reading import Line
from layouts.wall.amounts import amount
from layouts.wall.view import View

PRICES = "N"
"""The catalogue's category whose figures rise (上涨) instead of growing (增长)."""


def when(key: SeriesKey, period: Period) -> str:
    """The period in words."""
    return period_words(period, key.freq, key.accumulation)


def told_when(view: View, line: Line, withheld: Point | None = None) -> str:
    """The period of a line's latest figure, and whether that was computed; or of one withheld."""
    point, key = withheld or line.series.latest, line.key
    if point is None or key is None:
        return ""
    words = when(key, point.period)
    return f"{words} · {_('computed')}" if not withheld and view.computed(line) else words


def finding(view: View, name: str, line: Line) -> str:
    """What the latest figure of a line says, whatever it measures."""
    latest, key = line.series.latest, line.key
    if latest is None or key is None:
        return _("%(name)s: no figure", name=name)
    if key.transformation == "yoy":
        price = view.catalog.indicators[key.indicator].category == PRICES
        return growth(name, line, price=price)
    text, unit = amount(view, line, latest.value or 0.0)
    told = _(
        "%(name)s was %(value)s %(unit)s in %(period)s",
        name=name,
        value=text,
        unit=unit,
        period=when(key, latest.period),
    )
    moved = compared(line, latest) if line.series.unit == "%" else ""
    return _("%(finding)s, %(change)s", finding=told, change=moved) if moved else told


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
    moved = compared(line, latest)
    return _("%(finding)s, %(change)s", finding=told, change=moved) if moved else told


def change(line: Line, point: Point) -> str:
    """The change against the figure before, in 个百分点; empty where there is none before."""
    before = line.series.before(point)
    if before is None or point.value is None or before.value is None:
        return ""
    if line.key is None or line.key.transformation != "yoy":
        return _moved(line, point.value, before.value)
    earlier = line.series.before(before)
    return change_words(point.value, before.value, earlier=earlier.value if earlier else None)


def _moved(line: Line, now: float, before: float) -> str:
    """The change of a ratio in 个百分点; levels have a growth rate, not a distance, to tell."""
    ratio = line.series.unit == "%"
    return points_words(float(rounded(now, 1) - rounded(before, 1))) if ratio else ""


def compared(line: Line, point: Point) -> str:
    """The change with what it is measured from: 比1—11月加快0.1个百分点."""
    words, before, key = change(line, point), line.series.before(point), line.key
    if before is None or key is None or not _moves(point, before):
        return words
    return _("%(change)s than in %(before)s", change=words, before=_nearby(key, before, point))


def _nearby(key: SeriesKey, before: Point, point: Point) -> str:
    """The earlier period in words, without its year where that is the later one's too."""
    words = when(key, before.period)
    if before.period.year != point.period.year or key.freq == "A":
        return words
    return words.replace(_(" %(year)s", year=before.period.year), "", 1)


def _moves(point: Point, before: Point) -> bool:
    """Whether the words name a distance, which wants to be told from what it is measured."""
    new, old = rounded(point.value or 0.0, 1), rounded(before.value or 0.0, 1)
    return new != old and new * old > 0
