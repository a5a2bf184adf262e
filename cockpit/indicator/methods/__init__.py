"""The ways statistics allows to any indicator: what its growth rule makes of its own figures.

R (constant prices) and C (comparable scope) grow only as published; P and L may be computed
from two levels of equal span; D differs in percentage points; I is an index less 100;
S has a sign and no growth rate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from cockpit.catalog import Catalog, Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.indicator.formula import Formula
from cockpit.indicator.methods import beside, chaining, levels, parts, rates, regions
from cockpit.observation import Transformation
from cockpit.series import Breakdown, Selection

Method = Callable[[Indicator, Selection, Catalog], Iterable[Formula]]

_METHODS: Mapping[Transformation, tuple[Method, ...]] = {
    "level": (levels.single_periods, chaining.linked),
    "yoy": (rates.restated_index, rates.year_on_year),
    "yoy_pp": (rates.points_on_year,),
    "mom": (rates.restated_index, rates.on_previous),
    "change": (rates.since_new_year,),
    "share": (parts.share,),
    "contribution": (parts.pull,),
    "contribution_rate": (parts.contribution_rate,),
    "yoy_levels": (beside.ratio_of_levels,),
    "base_implied": (beside.implied_base,),
    "yoy_single": (beside.single_period_growth,),
    "yoy_average": (beside.two_year_average,),
    "chained": (chaining.on_december,),
}


def methods(indicator: Indicator, wanted: Selection, catalog: Catalog) -> Iterator[Formula]:
    """How a request may be computed from the indicator's own figures, the best way first.

    Raises ArithmeticRefused, once every way is told, where the growth rule forbids one.
    """
    refused: ArithmeticRefused | None = None
    for method in (*_over_areas(wanted), *_METHODS.get(wanted.transformation, ())):
        try:
            yield from method(indicator, wanted, catalog)
        except ArithmeticRefused as refusal:
            refused = refused or refusal
    if refused:
        raise refused


WORKED_OUT: tuple[Transformation, ...] = (
    *("share", "contribution", "contribution_rate"),
    *("yoy_average", "yoy_single", "yoy_levels", "base_implied", "chained"),
)
"""What may be offered for an indicator whether or not anybody publishes it."""


def offered(indicator: Indicator, breakdown: Breakdown, catalog: Catalog) -> list[Transformation]:
    """What the rules allow to be worked out of an indicator's figures."""
    return [one for one in WORKED_OUT if _allowed(indicator, one, breakdown, catalog)]


def _allowed(
    indicator: Indicator, measure: Transformation, breakdown: Breakdown, catalog: Catalog
) -> bool:
    wanted = Selection(indicator=indicator.id, transformation=measure, breakdown=breakdown)
    try:
        return any(True for _formula in methods(indicator, wanted, catalog))
    except ArithmeticRefused:
        return False


def conversions(indicator: Indicator, wanted: Selection, catalog: Catalog) -> Iterator[Formula]:
    """How a request follows from the same figures counted otherwise, or in a finer frequency."""
    yield from levels.coarser(indicator, wanted, catalog)
    yield from levels.to_date(indicator, wanted, catalog)


def _over_areas(wanted: Selection) -> tuple[Method, ...]:
    return (regions.together,) if wanted.members else ()
