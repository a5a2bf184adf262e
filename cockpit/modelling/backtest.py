"""How far a method was off when it was asked before the figures were known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

from cockpit.modelling.forecast import Method, Step
from cockpit.modelling.regular import Regular

HORIZON = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """A rolling-origin test: at each of `origins`, the `horizon` steps after it were projected.

    `error` is the mean absolute error, in per cent of the figure for amounts and in percentage
    points for rates. `inside` of `tried` figures fell within the 80 % interval.
    """

    method: str
    origins: int
    horizon: int
    error: float
    inside: int
    tried: int


def backtest(
    name: str, estimate: Callable[[Regular], Method], figures: Regular, *, relative: bool
) -> Backtest:
    """Ask a method at each step of the last year, estimated on what came before all of them."""
    origins = range(len(figures) - figures.steps - HORIZON + 1, len(figures) - HORIZON + 1)
    method = estimate(figures.until(origins[0]))
    asked = [
        (step, figures.values[origin + ahead])
        for origin in origins
        for ahead, step in enumerate(method(figures.until(origin), HORIZON))
    ]
    return Backtest(
        method=name,
        origins=len(origins),
        horizon=HORIZON,
        error=fmean(_error(step, value, relative) for step, value in asked),
        inside=sum(step.low80 <= value <= step.high80 for step, value in asked),
        tried=len(asked),
    )


def best(tests: Sequence[Backtest]) -> Backtest:
    """The method with the smallest error."""
    return min(tests, key=lambda test: test.error)


def _error(step: Step, value: float, relative: bool) -> float:
    off = abs(step.value - value)
    return off / abs(value) * 100 if relative else off
