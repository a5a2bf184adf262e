"""The shapes most formulas have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cockpit.indicator import Lookup
from cockpit.period import Period
from cockpit.series import Breakdown
from cockpit.statistics import share

Compute = Callable[[Lookup], float | None]

YEAR_ENDS = "(pop_resident + pop_resident (a year earlier)) ÷ 2"
"""The mean of the residents at the two ends of a year, in the words of a formula."""


def quotient(part: float | None, whole: float | None) -> float | None:
    """A part over its whole; None where either is missing or the whole not positive."""
    return None if part is None or whole is None or whole <= 0 else part / whole


def percent_of(part: str, whole: str) -> Compute:
    """The formula "part ÷ whole × 100" of two indicators with the same span."""
    return lambda look: share(look(part), look(whole))


def difference_of(first: str, second: str) -> Compute:
    """The formula "first − second" of two indicators with the same span."""

    def difference(look: Lookup) -> float | None:
        a, b = look(first), look(second)
        return None if a is None or b is None else a - b

    return difference


def each(part: str, part_unit: str, whole: str, whole_unit: str) -> Compute:
    """The formula "part ÷ whole" of two indicators in the units named."""
    return lambda look: quotient(look(part, unit=part_unit), look(whole, unit=whole_unit))


def per_head(indicator: str, unit: str) -> Compute:
    """A year's total over the mean of the residents at the two ends of the year."""

    def per_person(look: Lookup) -> float | None:
        return quotient(look(indicator, unit=unit), mean_residents(look))

    return per_person


def mean_residents(look: Lookup) -> float | None:
    """The mean of the residents at the end of a year and of the one before, in persons."""
    now = look("pop_resident", accumulation="stock", unit="人")
    before = look("pop_resident", accumulation="stock", unit="人", months_earlier=12)
    return None if now is None or before is None else (now + before) / 2


def of_plan(indicator: str, unit: str) -> Compute:
    """What is published as done of the year's plan, else year to date over the plan."""

    def done(look: Lookup) -> float | None:
        return plan_done(look, indicator, unit, look.breakdown)

    return done


def plan_done(look: Lookup, indicator: str, unit: str, part: Breakdown) -> float | None:
    """What is done of the year's plan of a part, in per cent; the plan is its target."""
    so_far = look(indicator, unit=unit, breakdown=part)
    published = look(indicator, transformation="progress", breakdown=part)
    if published is not None:
        return published
    plan = look(
        indicator,
        transformation="target",
        freq="A",
        accumulation="period",
        unit=unit,
        breakdown=part,
    )
    return share(so_far, plan)


def part_of(look: Lookup, dimension: str) -> tuple[str, Breakdown]:
    """The code being calculated in a dimension, empty for none, and the other dimensions."""
    chosen = dict(look.breakdown).get(dimension, "")
    return chosen, tuple(pair for pair in look.breakdown if pair[0] != dimension)


def whole_years(spans: Sequence[Period]) -> Iterable[Period]:
    """The calendar years at whose ends a first input stands."""
    return (Period(span.year * 12, 12) for span in spans)
