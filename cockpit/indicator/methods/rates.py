"""Growth from two levels of equal span, in per cent, in percentage points, and in amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from cockpit.catalog import Catalog, Indicator
from cockpit.indicator import refusals
from cockpit.indicator.formula import Formula, Lookup
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Selection
from cockpit.statistics import growth as rate_of
from cockpit.statistics import points_between
from cockpit.statistics.digits import less
from cockpit.wording import sign_words

PERCENT = "%"
POINTS = "百分点"
PRICE, CONSTANT = "price", "constant"
"""The breakdown that marks levels at constant prices, which compare from year to year."""

_INDICES: dict[Transformation, tuple[tuple[str, Freq, Accumulation], ...]] = {
    "yoy": (
        ("上年同月=100", "M", "period"),
        ("上年同期=100", "M", "ytd"),
        ("上年同期=100", "Q", "ytd"),
        ("上年同期=100", "Q", "period"),
        ("上年=100", "A", "period"),
    ),
    "mom": (("上月=100", "M", "period"), ("上季=100", "Q", "period")),
}


def index_units(wanted: Selection) -> list[str]:
    """Units of the indices that state the rate asked for."""
    fitting = [
        unit
        for unit, freq, accumulation in _INDICES.get(wanted.transformation, ())
        if wanted.freq in (None, freq) and wanted.accumulation in (None, accumulation)
    ]
    return list(dict.fromkeys(fitting))


def at_constant_prices(wanted: Selection) -> bool:
    """Whether levels at constant prices are asked for, whose ratio is growth."""
    return dict(wanted.breakdown).get(PRICE) == CONSTANT


def restated_index(indicator: Indicator, wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """A published index as the rate it states: 105.2 is +5.2 %."""
    for unit in index_units(wanted):
        yield _restated(indicator, wanted.transformation, unit)


def _restated(indicator: Indicator, transformation: Transformation, index_unit: str) -> Formula:
    def less_100(look: Lookup) -> float | None:
        index = look(indicator.id, unit=index_unit)
        return None if index is None else index - 100

    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text=f"%(it)s ({index_unit}) − 100",
        reference=indicator.reference,
        compute=less_100,
        unit=PERCENT,
        transformation=transformation,
        restates=True,
    )


def year_on_year(indicator: Indicator, wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """Growth on the same span a year earlier, where levels compare."""
    if not (constant := at_constant_prices(wanted)):
        refusals.unless_levels_compare(indicator)
    if not constant and not indicator.growth_may_be_computed:
        return
    text = "%(it)s ÷ %(it)s (a year earlier) × 100 − 100"
    yield from _growth(indicator, "yoy", text, lambda _span: 12)


def on_previous(indicator: Indicator, wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """Growth on the period before, for figures of single periods."""
    refusals.unless_levels_compare(indicator)
    refusals.unless_single_periods(indicator, wanted)
    if not indicator.growth_may_be_computed:
        return
    text = "%(it)s ÷ %(it)s (the period before) × 100 − 100"
    for formula in _growth(indicator, "mom", text, lambda span: span.months):
        yield replace(formula, accumulation="period")


def _growth(
    indicator: Indicator,
    transformation: Transformation,
    text: str,
    months_earlier: Callable[[Period], int],
) -> Iterator[Formula]:
    unit = indicator.unit if "D" in indicator.growth_rule else None

    def growth(look: Lookup) -> float | None:
        now = look(indicator.id, unit=unit)
        before = look(indicator.id, unit=unit, months_earlier=months_earlier(look.period))
        if now is not None and before is not None and (before <= 0 or now < 0):
            look.remark(sign_words(now, before))
        return rate_of(now, before)

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text=text,
        reference=indicator.reference,
        compute=growth,
        unit=PERCENT,
        transformation=transformation,
        note="computed from published levels, not a published growth rate",
    )


def points_on_year(
    indicator: Indicator, _wanted: Selection, _catalog: Catalog
) -> Iterator[Formula]:
    """The change of a ratio, in percentage points."""
    refusals.unless_ratio(indicator)

    def points(look: Lookup) -> float | None:
        now = look(indicator.id, unit=PERCENT)
        before = look(indicator.id, unit=PERCENT, months_earlier=12)
        if now is None or before is None:
            return None
        if not indicator.derived:
            return less(now, before)
        return points_between(now, before, indicator.decimals)

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s − %(it)s (a year earlier)",
        reference=indicator.reference,
        compute=points,
        unit=POINTS,
        transformation="yoy_pp",
        note="difference of the figures as they are shown, in percentage points",
    )


def since_new_year(
    indicator: Indicator, _wanted: Selection, _catalog: Catalog
) -> Iterator[Formula]:
    """What a stock has risen by since the end of last year (比年初)."""
    if "s" not in indicator.kinds or not indicator.growth_may_be_computed:
        return

    def increase(look: Lookup) -> float | None:
        now = look(indicator.id)
        december = look.period.end - look.period.end % 12 - 1
        before = look(indicator.id, period=Period(december, 1))
        return None if now is None or before is None else less(now, before)

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s − %(it)s (end of last year)",
        reference=indicator.reference,
        compute=increase,
        transformation="change",
        accumulation="stock",
        note="change since the end of last year",
    )
