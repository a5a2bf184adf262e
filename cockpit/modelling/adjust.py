"""Seasonal adjustment, with the Spring Festival taken out: X-13ARIMA-SEATS, else STL."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import Literal

from cockpit.catalog import Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.i18n import gettext as _
from cockpit.modelling import refusals
from cockpit.modelling.effect import festival_effect
from cockpit.modelling.festival import Festivals, festivals
from cockpit.modelling.regular import Regular, regular
from cockpit.modelling.x13 import AHEAD, X13Failed, x13
from cockpit.series import Series

YEARS = 5
"""Fewer than sixty months say too little about a season."""

Method = Literal["X-13ARIMA-SEATS", "STL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """A series without its season: a model's estimate, not a statistic.

    `because` says why STL stands in for X-13. `festival` tells whether an effect of the Spring
    Festival was found and taken out. `q` and `m7` are X-13's own marks, good below 1.
    """

    figures: Regular
    values: tuple[float, ...]
    trend: tuple[float, ...]
    method: Method
    because: str
    multiplicative: bool
    festival: bool
    model: str = ""
    q: float | None = None
    m7: float | None = None

    @property
    def change(self) -> float | None:
        """The latest figure against the step before: per cent, of a ratio percentage points.

        None across spans of unlike length, and where the figure before is not above zero.
        """
        (before, last), (earlier, latest) = self.figures.spans[-2:], self.values[-2:]
        if before.months != last.months:
            return None
        if self.figures.unit == "%":
            return latest - earlier
        return (latest / earlier - 1) * 100 if earlier > 0 else None


def adjusted(series: Series, to_date: Series, indicator: Indicator) -> Adjusted:
    """Adjust a series of single months, quarters or ends of months.

    Raises ArithmeticRefused for rates, cumulative figures, and runs of less than five years.
    """
    key = refusals.unless_held(series, indicator)
    refusals.unless_single(key, indicator)
    refusals.unless_seasonal(series, key, indicator)
    return adjust(regular(series, to_date, indicator, YEARS), festivals())


def adjust(figures: Regular, known: Festivals) -> Adjusted:
    """Adjust a run of figures at equal steps; X-13 knows only months and quarters."""
    if figures.steps == 11:
        return _stl(
            figures, known, _("January and February are published as one, which X-13 cannot take.")
        )
    try:
        regressor = known.regressor([*figures.spans, *figures.following(AHEAD)])
        found = x13(figures, regressor)
    except X13Failed as failure:
        return _stl(figures, known, _("X-13 gave no result: %(told)s", told=failure))
    except ArithmeticRefused as unknown:
        return _stl(figures, known, str(unknown))
    return Adjusted(
        figures=figures,
        values=found.adjusted,
        trend=found.trend,
        method="X-13ARIMA-SEATS",
        because="",
        multiplicative=found.multiplicative,
        festival=found.festival,
        model=found.model,
        q=found.q,
        m7=found.m7,
    )


def _stl(figures: Regular, known: Festivals, because: str) -> Adjusted:
    """Seasonal and trend by loess (Cleveland et al. 1990), robust, on logarithms where it can."""
    multiplicative = min(figures.values) > 0
    scaled = [log(value) if multiplicative else value for value in figures.values]
    regressor = known.regressor(figures.spans)
    effect = festival_effect(scaled, regressor, figures.steps)
    plain = [value - moved for value, moved in zip(scaled, effect.of(regressor), strict=True)]
    seasonal, trend = stl(plain, figures.steps)
    rescale = exp if multiplicative else float
    return Adjusted(
        figures=figures,
        values=tuple(rescale(v - s) for v, s in zip(plain, seasonal, strict=True)),
        trend=tuple(map(rescale, trend)),
        method="STL",
        because=because,
        multiplicative=multiplicative,
        festival=effect.counts,
    )


def stl(figures: list[float], steps: int) -> tuple[list[float], list[float]]:
    """Season and trend of figures with `steps` a year."""
    import numpy as np
    from statsmodels.tsa.seasonal import STL

    found = STL(np.asarray(figures), period=steps, robust=True).fit()
    return list(map(float, found.seasonal)), list(map(float, found.trend))
