"""One figure out of many areas, by the indicator's rule of aggregation; every area is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator import refusals
from cockpit.indicator.formula import Formula, Lookup
from cockpit.indicator.methods.rates import PERCENT
from cockpit.period import Accumulation, Period
from cockpit.series import Selection
from cockpit.statistics import growth, implied_base, summed, weighted

Figure = Callable[[Lookup, str], float | None]

_WEIGHTS = {"常住人口": "pop_resident", "上年增加值": "va_industry"}
"""Weights that are indicators of the catalogue themselves; both are of the year before."""
_REGION = "各地区按指标的汇总规则合成"


def together(indicator: Indicator, wanted: Selection, catalog: Catalog) -> Iterator[Formula]:
    """Amounts are added, means weighted; ratios are left to their formula over all areas.

    Raises ArithmeticRefused where nothing adds up or the weights are not in the catalogue.
    """
    if wanted.transformation not in ("level", "yoy"):
        return
    rule, members = indicator.aggregation, wanted.members
    if rule == "none" or (rule == "recompute" and wanted.transformation == "yoy"):
        raise refusals.not_additive(indicator)
    if rule == "weighted":
        yield _weighted(indicator, wanted, catalog)
    elif indicator.additive and wanted.transformation == "level":
        yield _sum(indicator, members, catalog)
    elif indicator.additive and "R" in indicator.growth_rule:
        yield _growth_by_weight(indicator, members, catalog)
    elif indicator.additive and "S" not in indicator.growth_rule:
        yield _growth_on_bases(indicator, members, catalog)


def _sum(indicator: Indicator, members: Sequence[str], catalog: Catalog) -> Formula:
    def compute(look: Lookup) -> float | None:
        values = [look(indicator.id, area=area) for area in members]
        _name_missing(look, members, values, catalog)
        return summed(values)

    untied = indicator.aggregation == "sum_untied"
    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s, added over the areas",
        reference=indicator.reference,
        compute=compute,
        note="the sum of areas need not equal the figure of the whole" if untied else "",
        estimate=untied,
    )


def _growth_by_weight(indicator: Indicator, members: Sequence[str], catalog: Catalog) -> Formula:
    def compute(look: Lookup) -> float | None:
        rates = [look(indicator.id, area=area, transformation="yoy") for area in members]
        weights = [
            look(indicator.id, area=area, months_earlier=12, unit=indicator.unit)
            for area in members
        ]
        _name_missing(look, members, rates, catalog)
        return weighted(rates, weights)

    return _rates(indicator, compute, "weights are levels a year earlier, at current prices")


def _growth_on_bases(indicator: Indicator, members: Sequence[str], catalog: Catalog) -> Formula:
    def compute(look: Lookup) -> float | None:
        rates = [look(indicator.id, area=area, transformation="yoy") for area in members]
        levels = [look(indicator.id, area=area, unit=indicator.unit) for area in members]
        _name_missing(look, members, rates, catalog)
        bases = [implied_base(level, rate) for level, rate in zip(levels, rates, strict=True)]
        now, base = summed(levels), summed([one.value if one else None for one in bases])
        return growth(now, base)

    return _rates(
        indicator, compute, "weights are the bases implied by each area's level and growth"
    )


def _rates(
    indicator: Indicator, compute: Callable[[Lookup], float | None], weights: str
) -> Formula:
    return Formula(
        indicator=indicator.id,
        inputs=(f"{indicator.id}/yoy", indicator.id),
        text="%(it)s (growth) of the areas, weighted",
        reference=_REGION,
        compute=compute,
        unit=PERCENT,
        transformation="yoy",
        note=weights,
        estimate=True,
    )


def _weighted(indicator: Indicator, wanted: Selection, catalog: Catalog) -> Formula:
    if indicator.weight not in _WEIGHTS:
        raise refusals.no_weights(indicator)
    weight, measure = _WEIGHTS[indicator.weight], wanted.transformation
    unit = catalog.indicators[weight].unit
    stock = "s" in catalog.indicators[weight].kinds

    def compute(look: Lookup) -> float | None:
        values = [look(indicator.id, area=area, transformation=measure) for area in wanted.members]
        year = look.period.start - look.period.start % 12 - 12
        span = Period(year + 11, 1) if stock else Period(year, 12)
        how: Accumulation = "stock" if stock else "period"
        weights = [
            look(weight, area=area, freq="A", accumulation=how, period=span, unit=unit)
            for area in wanted.members
        ]
        _name_missing(look, wanted.members, values, catalog)
        return weighted(values, weights)

    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id, f"{indicator.id}/yoy", weight),
        text="%(it)s of the areas, weighted by %(weight)s of the year before",
        words={"weight": weight},
        reference=_REGION,
        compute=compute,
        transformation=measure,
        estimate=True,
    )


def _name_missing(
    look: Lookup, members: Sequence[str], values: Sequence[float | None], catalog: Catalog
) -> None:
    missing = [area for area, value in zip(members, values, strict=True) if value is None]
    if missing:
        named = (catalog.areas.get(code) for code in missing)
        names = "、".join(one.name(current_locale.get()) for one in named if one)
        look.remark(_("No figure for: %(names)s.", names=names))
