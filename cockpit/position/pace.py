"""序时进度: how far a year's target is reached, and what the rest of the year has to bring.

Flows are seasonal, so time elapsed is shown beside the pace of last year. Growth on a revised base
or at constant prices is followed in growth: with the share p of the year that last year had reached
by then, p (1 + g) + (1 − p) (1 + needed) = 1 + target.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from cockpit.catalog import Indicator
from cockpit.period import Freq, Period
from cockpit.position.targets import Target
from cockpit.series import Point, Series

TargetLight = Literal["reached", "close", "behind"]
"""绿 达标, 黄 接近, 红 落后: lights of targets, which are not those of the warning system."""

_FULL = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A target and where it stands; percentages unless said otherwise.

    `value` is in the target's unit. `gap` is growth less target for a rate, and completion less
    time elapsed for an amount. What cannot be said is None: `left` for growth at constant prices,
    everything about the way where no amounts are known.
    """

    target: Target
    period: Period | None = None
    freq: Freq | None = None
    value: float | None = None
    gap: float | None = None
    elapsed: float | None = None
    completion: float | None = None
    usual: float | None = None
    """The share of last year that had been reached by the same month."""
    left: float | None = None
    """What is still to come, in the unit of the amounts."""
    needed: float | None = None
    """The growth that the rest of the year has to bring."""
    light: TargetLight | None = None


def progress(
    target: Target, entry: Indicator, level: Series, growth: Series, until: int | None = None
) -> Progress:
    """Follow a target; `level` and `growth` are year to date where the indicator accumulates.

    `level` is in the target's unit where the target is an amount. `until` is the last month
    looked at, counted like a period's `end`, by default the latest that is held.
    """
    own = level if target.measure == "level" else growth
    point = _latest(own, target.year, until)
    if point is None or point.value is None:
        return Progress(target=target)
    freq = own.key.freq if own.key else None
    found = Progress(target=target, period=point.period, freq=freq, value=point.value)
    if target.measure == "yoy":
        found = _as_rate(found, point.value, entry, level, point.period)
    elif entry.accumulations[0] == "ytd":
        found = _as_amount(found, point.value, level, growth, point.period)
    else:
        found = replace(found, gap=_less(point.value, target.value))
    return replace(found, light=_light(found, entry))


def _as_rate(
    found: Progress, value: float, entry: Indicator, level: Series, period: Period
) -> Progress:
    """A target of growth: the gap, and the way where last year's amounts are known."""
    pace = _pace(level, period)
    found = replace(
        found,
        gap=_less(value, found.target.value),
        elapsed=period.month / 12 * _FULL,
        usual=None if pace is None else pace * _FULL,
    )
    return found if pace is None else _towards_rate(found, value, entry, level, pace)


def _as_amount(
    found: Progress, value: float, level: Series, growth: Series, period: Period
) -> Progress:
    """A target of an amount that accumulates: 完成年度目标的百分比, and 序时进度."""
    pace, rate = _pace(level, period), _value(growth, period)
    elapsed, completion = period.month / 12 * _FULL, value / found.target.value * _FULL
    left = _less(found.target.value, value)
    return replace(
        found,
        elapsed=elapsed,
        completion=completion,
        gap=completion - elapsed,
        usual=None if pace is None else pace * _FULL,
        left=left,
        needed=_needed(left, value, rate, pace),
    )


def _needed(left: float, value: float, rate: float | None, pace: float | None) -> float | None:
    """The growth of what is left on what last year still brought, by this year's scope."""
    if pace is None or rate is None or pace >= 1:
        return None
    base = value / (1 + rate / _FULL)
    return (left / (base / pace - base) - 1) * _FULL


def _towards_rate(
    found: Progress, value: float, entry: Indicator, level: Series, pace: float
) -> Progress:
    reached = pace * (1 + value / _FULL)
    whole = 1 + found.target.value / _FULL
    needed = ((whole - reached) / (1 - pace) - 1) * _FULL if pace < 1 else None
    found = replace(found, completion=reached / whole * _FULL, needed=needed)
    amount = _value(level, found.period)
    if amount is None or "R" in entry.growth_rule:
        return found
    return replace(found, left=amount / reached * whole - amount)


def _pace(level: Series, period: Period) -> float | None:
    """The share of last year's amount that had been reached by the same month."""
    reached = _value(level, period.shift(-12))
    whole = _value(level, Period(period.year * 12 - 12, 12))
    if reached is None or whole is None or not 0 < reached <= whole:
        return None
    return reached / whole


def _light(found: Progress, entry: Indicator) -> TargetLight | None:
    """Amounts are judged by last year's pace where that is known, else by time elapsed."""
    target, gap = found.target, found.gap
    if found.completion is not None and target.measure == "level":
        gap = found.completion - (found.usual if found.usual is not None else found.elapsed or 0.0)
    if gap is None:
        return None
    short = _shortfall(gap, target, entry)
    allowed = target.near if target.bound in ("around", "around_at_most") else 0.0
    if short <= allowed + 1e-9:
        return "reached"
    return "close" if short <= allowed + target.near + 1e-9 else "behind"


def _shortfall(gap: float, target: Target, entry: Indicator) -> float:
    if target.bound == "around" and entry.direction == "neutral":
        return abs(gap)
    ceiling = target.bound in ("at_most", "around_at_most")
    less = ceiling or (target.bound == "around" and entry.direction == "down")
    return gap if less else -gap


def _latest(series: Series, year: int, until: int | None) -> Point | None:
    last = year * 12 + 11 if until is None else until
    inside = (p for p in series.points if p.period.year == year and p.period.end <= last)
    return next((p for p in reversed(tuple(inside)) if p.value is not None), None)


def _value(series: Series, period: Period | None) -> float | None:
    point = series.at(period) if period else None
    return point.value if point else None


def _less(value: float, other: float) -> float:
    """A difference of figures as they are written, without the noise of binary fractions."""
    return float(Decimal(repr(value)) - Decimal(repr(other)))
