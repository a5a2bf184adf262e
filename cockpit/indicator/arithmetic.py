"""The arithmetic that statistics allows on any indicator.

R (constant prices) and C (comparable scope) grow only as published; P and L may be computed
from two levels of equal span; D differs in percentage points; I is an index less 100;
S has a sign and no growth rate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from cockpit.catalog import Indicator
from cockpit.indicator import refusals
from cockpit.indicator.formula import Formula, Lookup
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Selection
from cockpit.wording import rounded, sign_words

PERCENT = "%"
POINTS = "百分点"

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


def method(indicator: Indicator, wanted: Selection) -> Formula | None:
    """How a request is computed from the indicator's own levels; None where there is no way.

    Raises ArithmeticRefused where the indicator's growth rule forbids it.
    """
    methods: dict[Transformation, Callable[[Indicator, Selection], Formula | None]] = {
        "level": _single_periods,
        "yoy": _year_on_year,
        "yoy_pp": _points_on_year,
        "mom": _on_previous,
        "change": _since_new_year,
    }
    found = methods.get(wanted.transformation)
    return found(indicator, wanted) if found else None


def restated(indicator: Indicator, transformation: Transformation, index_unit: str) -> Formula:
    """A published index as the rate it states: 105.2 is +5.2 %."""

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


def _single_periods(indicator: Indicator, wanted: Selection) -> Formula | None:
    if wanted.accumulation != "period" or wanted.freq == "A":
        return None
    refusals.unless_differences_mean_something(indicator)
    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s (year to date) − %(it)s (year to date, until the figure before)",
        reference=indicator.reference,
        compute=lambda look: _difference(look, indicator),
        note="difference of two cumulative figures",
        spans=_between,
    )


def _difference(look: Lookup, indicator: Indicator) -> float | None:
    span = look.period
    january = span.start - span.start % 12
    now = look(indicator.id, accumulation="ytd", period=Period(january, span.end - january + 1))
    if span.start == january or now is None:
        return now
    before = look(indicator.id, accumulation="ytd", period=Period(january, span.start - january))
    if before is None:
        return None
    if now < before and "S" not in indicator.growth_rule:
        look.remark(refusals.earlier_months_revised())
        return None
    return now - before


def _between(spans: Sequence[Period]) -> Iterable[Period]:
    """The spans between cumulative figures of one year; a missing figure makes a longer one."""
    reached = -1
    for span in sorted(spans, key=lambda span: span.end):
        begin = max(span.start, reached + 1)
        yield Period(begin, span.end - begin + 1)
        reached = span.end


def _year_on_year(indicator: Indicator, _wanted: Selection) -> Formula | None:
    refusals.unless_levels_compare(indicator)
    text = "%(it)s ÷ %(it)s (a year earlier) × 100 − 100"
    return _growth(indicator, "yoy", text, lambda _span: 12)


def _on_previous(indicator: Indicator, wanted: Selection) -> Formula | None:
    refusals.unless_levels_compare(indicator)
    refusals.unless_single_periods(indicator, wanted)
    text = "%(it)s ÷ %(it)s (the period before) × 100 − 100"
    previous = _growth(indicator, "mom", text, lambda span: span.months)
    return previous and replace(previous, accumulation="period")


def _growth(
    indicator: Indicator,
    transformation: Transformation,
    text: str,
    months_earlier: Callable[[Period], int],
) -> Formula | None:
    if not indicator.growth_may_be_computed:
        return None

    unit = indicator.unit if "D" in indicator.growth_rule else None

    def growth(look: Lookup) -> float | None:
        now = look(indicator.id, unit=unit)
        before = look(indicator.id, unit=unit, months_earlier=months_earlier(look.period))
        if now is None or before is None:
            return None
        if before <= 0:
            look.remark(sign_words(now, before))
            return None
        return (now / before - 1) * 100

    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text=text,
        reference=indicator.reference,
        compute=growth,
        unit=PERCENT,
        transformation=transformation,
        note="computed from published levels, not a published growth rate",
    )


def _points_on_year(indicator: Indicator, _wanted: Selection) -> Formula | None:
    refusals.unless_ratio(indicator)

    def points(look: Lookup) -> float | None:
        now = look(indicator.id, unit=PERCENT)
        before = look(indicator.id, unit=PERCENT, months_earlier=12)
        if now is None or before is None:
            return None
        if not indicator.derived:
            return now - before
        return float(rounded(now, indicator.decimals) - rounded(before, indicator.decimals))

    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s − %(it)s (a year earlier)",
        reference=indicator.reference,
        compute=points,
        unit=POINTS,
        transformation="yoy_pp",
        note="difference of the figures as they are shown, in percentage points",
    )


def _since_new_year(indicator: Indicator, _wanted: Selection) -> Formula | None:
    if "s" not in indicator.kinds or not indicator.growth_may_be_computed:
        return None

    def increase(look: Lookup) -> float | None:
        now = look(indicator.id)
        december = look.period.end - look.period.end % 12 - 1
        before = look(indicator.id, period=Period(december, 1))
        return None if now is None or before is None else now - before

    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s − %(it)s (end of last year)",
        reference=indicator.reference,
        compute=increase,
        transformation="change",
        accumulation="stock",
        note="change since the end of last year",
    )
