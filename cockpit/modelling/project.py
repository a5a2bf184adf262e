"""Projection: what the coming steps bring if nothing changes, and how far off such guesses were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cockpit.catalog import Indicator
from cockpit.modelling import refusals
from cockpit.modelling.backtest import Backtest, backtest, best
from cockpit.modelling.festival import Festivals, festivals
from cockpit.modelling.forecast import Method, Step, seasonal_naive, unchanged
from cockpit.modelling.regular import Regular, regular
from cockpit.modelling.smoothing import smoothing
from cockpit.period import Period
from cockpit.series import Series

YEARS = 3
"""Before the year that the back-test covers there must be two whole ones."""
SMOOTHING_YEARS = 4
"""Smoothing needs three years to estimate from, before those the back-test covers."""
LEAST_STEPS = 6

ETS, NAIVE, LAST = "ETS(A,Ad,A)", "seasonal naive", "latest figure"
_RATE_ETS = "ETS(A,Ad,N)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """Steps ahead with intervals: a model's estimate, not a statistic.

    `test` is of the method used, `others` of those that did worse. `relative` says that errors are
    in per cent, else in points. `whole_year` is the sum over `year`, None for what is no sum.
    """

    figures: Regular
    spans: tuple[Period, ...]
    steps: tuple[Step, ...]
    test: Backtest
    others: tuple[Backtest, ...]
    relative: bool
    whole_year: float | None

    @property
    def year(self) -> int:
        """The year of the first figure ahead."""
        return self.spans[0].year


def projected(series: Series, to_date: Series, indicator: Indicator) -> Projected:
    """Project a series of single months, quarters or ends of months to the end of the year or on.

    Raises ArithmeticRefused for cumulative figures, for amounts of what grows at constant prices,
    and for runs of less than three years.
    """
    key = refusals.unless_held(series, indicator)
    refusals.unless_single(key, indicator)
    refusals.unless_amount_compares(key, indicator)
    figures = regular(series, to_date, indicator, YEARS)
    flow = key.transformation == "level" and indicator.aggregation in ("sum", "sum_untied")
    return project(figures, festivals(), to_date if flow and key.accumulation == "period" else None)


def project(figures: Regular, known: Festivals, to_date: Series | None = None) -> Projected:
    """Try the methods there are on the last year, and use the one that was least off."""
    relative = _is_amount(figures)
    ways = _methods(figures, known, relative)
    tests = [backtest(n, way, figures, relative=relative) for n, way in ways.items()]
    chosen = best(tests)
    ahead = max(figures.left_in_year or figures.steps, LEAST_STEPS)
    steps = tuple(ways[chosen.method](figures)(figures, ahead))
    return Projected(
        figures=figures,
        spans=figures.following(ahead),
        steps=steps,
        test=chosen,
        others=tuple(test for test in tests if test is not chosen),
        relative=relative,
        whole_year=None if to_date is None else whole_year(figures, to_date, steps),
    )


def whole_year(figures: Regular, to_date: Series, steps: tuple[Step, ...]) -> float | None:
    """What the year has brought, as published, and what is projected for the rest of it.

    After the last figure of a year, the whole of the next.
    """
    last, left = figures.spans[-1], figures.left_in_year
    begun = to_date.at(Period(last.year * 12, last.month))
    if not left:
        return sum(step.value for step in steps[: figures.steps])
    if begun is None or begun.value is None:
        return None
    return begun.value + sum(step.value for step in steps[:left])


def _is_amount(figures: Regular) -> bool:
    """Whether errors and intervals are in per cent: amounts above zero, not rates or indices."""
    rate = figures.key.transformation != "level" or figures.unit == "%" or "=" in figures.unit
    return not rate and min(figures.values) > 0


def _methods(
    figures: Regular, known: Festivals, relative: bool
) -> Mapping[str, Callable[[Regular], Method]]:
    def smoothed(run: Regular) -> Method:
        return smoothing(run, known, logarithmic=relative).ahead

    def simple(_run: Regular) -> Method:
        return seasonal_naive if relative else unchanged

    found: dict[str, Callable[[Regular], Method]] = {NAIVE if relative else LAST: simple}
    if len(figures) >= SMOOTHING_YEARS * figures.steps:
        found[ETS if relative else _RATE_ETS] = smoothed
    return found
