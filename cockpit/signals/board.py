"""Signals read through the calculator: lights by month, and where bureaus part company."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cockpit.errors import ArithmeticRefused, InputError
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator
from cockpit.indicator.formula import formula_name
from cockpit.period import MONTHS, Freq
from cockpit.series import Point, Selection, Series, SeriesKey
from cockpit.signals.five_lights import Climate, Light, climate, own_history
from cockpit.signals.pairs import Divergence, divergences
from cockpit.signals.rules import Component, Rules
from cockpit.signals.spreading import Spread, spread

YEARS = 5
LEAST = 3
"""A history of less than three years gives no cut-offs."""
YEARLY: Mapping[Freq, int] = {"M": 11, "Q": 4, "A": 1}
"""Figures a year: many monthly ones are not published for January."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """One column of the matrix: lights, their index, and how many components rise.

    `month` counts like a period's `end`.
    """

    month: int
    climate: Climate
    values: dict[str, float | None]
    spread: Spread


@dataclass(frozen=True, slots=True)
class _Held:
    """A component with its figures."""

    component: Component
    series: Series

    @property
    def freq(self) -> Freq:
        return self.component.asked.freq or "M"

    def at(self, month: int) -> Point | None:
        """The figure of a month; a quarter's is known at its end and stands for two months more."""
        near = (p for p in self.series.points if month - MONTHS[self.freq] < p.period.end <= month)
        return next((p for p in reversed(tuple(near)) if p.value is not None), None)

    def light(self, point: Point | None) -> Light | None:
        """By the cut-offs that are written down, else by the five years before the figure."""
        if point is None or point.value is None:
            return None
        sign = -1 if self.component.inverse else 1
        cutoffs = self.component.cutoffs
        if cutoffs is None:
            past = [sign * value for value in self._past(point.period.end)]
            if len(past) < YEARLY[self.freq] * LEAST:
                return None
            cutoffs = own_history(past)
        return cutoffs.light(sign * point.value)

    def change(self, point: Point | None) -> float | None:
        """The figure less the one before it."""
        before = self.series.before(point) if point else None
        if point is None or before is None or point.value is None or before.value is None:
            return None
        return point.value - before.value

    def _past(self, month: int) -> list[float]:
        """The values of the five years before a month."""
        begin = month - YEARS * 12
        inside = (p for p in self.series.points if begin <= p.period.end < month)
        return [point.value for point in inside if point.value is not None]


def lights(
    calculator: Calculator, rules: Rules, area: str, name: str, months: int = 13
) -> tuple[Month, ...]:
    """The latest months of a set of lights, oldest first; up to the latest figure of any.

    Components are named as formulas name them: `fai/yoy`. Raises InputError for an unknown set.
    """
    held = {
        formula_name(one.asked.indicator, one.asked.transformation): _Held(
            one, _read(calculator, one.asked.of(area))
        )
        for one in _components(rules, name)
    }
    latest = [one.series.latest.period.end for one in held.values() if one.series.latest]
    if not latest:
        raise InputError(
            _("No component of %(name)s has a figure for %(area)s.", name=name, area=area)
        )
    first = max(latest) - months + 1
    return tuple(_month(held, rules, month) for month in range(first, max(latest) + 1))


def latest_light(rules: Rules, name: str, series: Series) -> Light | None:
    """The light of a series' latest figure; None where it is none of the set's components."""
    own = (one for one in _components(rules, name) if series.key and _about(one.asked, series.key))
    component = next(own, None)
    return _Held(component, series).light(series.latest) if component else None


def matching(
    calculator: Calculator, rules: Rules, area: str, last: int = 12
) -> tuple[Divergence, ...]:
    """Where two bureaus' rates part company in the last months that both have."""
    found: list[Divergence] = []
    for pair in rules.pairs:
        first, second = (_read(calculator, one.of(area)) for one in (pair.first, pair.second))
        spans = {p.period for p in second.points}
        both = [p for p in first.points if p.period in spans][-last:]
        found += divergences(pair, Series(first.key, first.unit, tuple(both)), second)
    return tuple(found)


def _components(rules: Rules, name: str) -> tuple[Component, ...]:
    if name not in rules.components:
        known = ", ".join(rules.components)
        raise InputError(
            _("There is no set of lights %(name)s; known are: %(known)s.", name=name, known=known)
        )
    return rules.components[name]


def _about(asked: Selection, key: SeriesKey) -> bool:
    """Whether a series is what a component asks for, of whatever area."""
    same = (asked.indicator, asked.transformation) == (key.indicator, key.transformation)
    span = (asked.freq, asked.accumulation) == (key.freq, key.accumulation)
    return same and span and asked.breakdown == key.breakdown


def _month(held: Mapping[str, _Held], rules: Rules, month: int) -> Month:
    points = {name: one.at(month) for name, one in held.items()}
    return Month(
        month=month,
        climate=climate({name: held[name].light(p) for name, p in points.items()}, rules.zones),
        values={name: point.value if point else None for name, point in points.items()},
        spread=spread(held[name].change(point) for name, point in points.items()),
    )


def _read(calculator: Calculator, selection: Selection) -> Series:
    try:
        return calculator.series(selection)
    except ArithmeticRefused:
        return Series(None, "", ())
