"""Parts of a whole: shares, pulls and rates of contribution, exact or marked as estimates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import gettext as _
from cockpit.indicator import refusals
from cockpit.indicator.formula import Formula, Lookup
from cockpit.indicator.methods.rates import CONSTANT, PERCENT, POINTS, PRICE, at_constant_prices
from cockpit.series import Breakdown, Selection
from cockpit.statistics import contribution_rate as rate_of
from cockpit.statistics import implied_base
from cockpit.statistics import share as share_of
from cockpit.statistics.digits import less, trimmed

BOOK = "国家统计局《中国统计年鉴》国民经济核算，主要统计指标解释"


class Whole(NamedTuple):
    """What a part is part of: an indicator, and its part where it is one itself."""

    indicator: str
    breakdown: Breakdown


def whole_of(indicator: Indicator, wanted: Selection, catalog: Catalog) -> Whole:
    """The whole of a part; raises ArithmeticRefused where nothing is declared to be one."""
    prices = tuple(pair for pair in wanted.breakdown if pair[0] == PRICE)
    if len(wanted.breakdown) > len(prices):
        return Whole(indicator.id, prices)
    if found := catalog.wholes.get(indicator.id):
        return Whole(found.whole, wanted.breakdown)
    raise refusals.refused(
        "%(name)s is not declared as part of a whole: it has no share and no contribution.",
        indicator,
    )


def share(indicator: Indicator, wanted: Selection, catalog: Catalog) -> Iterator[Formula]:
    """The part in per cent of its whole, same period, scope and prices."""
    refusals.unless_amounts(indicator)
    whole = whole_of(indicator, wanted, catalog)
    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id, whole.indicator),
        text="%(it)s ÷ %(whole)s × 100",
        words=_words(whole, indicator),
        reference=BOOK,
        compute=lambda look: share_of(
            look(indicator.id), look(whole.indicator, breakdown=whole.breakdown)
        ),
        unit=PERCENT,
        transformation="share",
    )


def pull(indicator: Indicator, wanted: Selection, catalog: Catalog) -> Iterator[Formula]:
    """拉动: exact from levels that compare, else by last year's shares or by implied bases."""
    refusals.unless_amounts(indicator)
    whole = whole_of(indicator, wanted, catalog)
    if at_constant_prices(wanted) or indicator.growth_may_be_computed:
        yield _exact(indicator, whole, ())
    elif "R" in indicator.growth_rule:
        yield _exact(indicator, whole, ((PRICE, CONSTANT),))
        yield _by_share(indicator, whole)
    else:
        yield _by_bases(indicator, whole)


def contribution_rate(
    indicator: Indicator, wanted: Selection, catalog: Catalog
) -> Iterator[Formula]:
    """贡献率: the pull in per cent of the growth of the whole."""
    whole = whole_of(indicator, wanted, catalog)

    def rate(look: Lookup) -> float | None:
        own = look(indicator.id, transformation="contribution")
        growth = look(whole.indicator, transformation="yoy", breakdown=whole.breakdown)
        found = rate_of(own, growth)
        if found is None and own is not None and growth is not None:
            look.remark(_("Growth is too small for rates of contribution to say anything."))
        return found

    yield Formula(
        indicator=indicator.id,
        inputs=(f"{indicator.id}/contribution", f"{whole.indicator}/yoy"),
        text="%(it)s (pull) ÷ %(whole)s (growth) × 100",
        words=_words(whole, indicator),
        reference=BOOK,
        compute=rate,
        unit=PERCENT,
        transformation="contribution_rate",
        note="the rates of all parts leave a residual, which is not spread over them",
    )


def _exact(indicator: Indicator, whole: Whole, prices: Breakdown) -> Formula:
    def compute(look: Lookup) -> float | None:
        part = tuple(sorted((*look.breakdown, *prices)))
        total = tuple(sorted((*whole.breakdown, *prices)))
        now = look(indicator.id, breakdown=part)
        before = look(indicator.id, breakdown=part, months_earlier=12)
        base = look(whole.indicator, breakdown=total, months_earlier=12)
        return None if now is None or before is None else share_of(less(now, before), base)

    return Formula(
        indicator=indicator.id,
        inputs=(indicator.id, whole.indicator),
        text="increase of %(it)s ÷ %(whole)s (a year earlier) × 100",
        words=_words(whole, indicator),
        reference=BOOK,
        compute=compute,
        unit=POINTS,
        transformation="contribution",
        note="exact, from levels at constant prices" if prices else "from levels that compare",
    )


def _by_share(indicator: Indicator, whole: Whole) -> Formula:
    def compute(look: Lookup) -> float | None:
        rate = look(indicator.id, transformation="yoy")
        part = look(indicator.id, months_earlier=12, unit=indicator.unit)
        total = look(
            whole.indicator, breakdown=whole.breakdown, months_earlier=12, unit=indicator.unit
        )
        weight = share_of(part, total)
        return None if rate is None or weight is None else trimmed(weight * rate / 100)

    return Formula(
        indicator=indicator.id,
        inputs=(f"{indicator.id}/yoy", indicator.id, whole.indicator),
        text="%(it)s ÷ %(whole)s (both a year earlier) × %(it)s (growth)",
        words=_words(whole, indicator),
        reference=f"{BOOK}；拉动按上年同期现价比重近似",
        compute=compute,
        unit=POINTS,
        transformation="contribution",
        note="weights are current-price shares a year earlier; good to about 0.2 percentage points",
        estimate=True,
    )


def _by_bases(indicator: Indicator, whole: Whole) -> Formula:
    def compute(look: Lookup) -> float | None:
        level, rate = look(indicator.id), look(indicator.id, transformation="yoy")
        base = implied_base(level, rate)
        of_whole = implied_base(
            look(whole.indicator, breakdown=whole.breakdown),
            look(whole.indicator, breakdown=whole.breakdown, transformation="yoy"),
        )
        if level is None or base is None or of_whole is None:
            return None
        return share_of(less(level, base.value), of_whole.value)

    names = (indicator.id, whole.indicator)
    return Formula(
        indicator=indicator.id,
        inputs=(*names, *(f"{name}/yoy" for name in names)),
        text="increase of %(it)s on its implied base ÷ implied base of %(whole)s × 100",
        words=_words(whole, indicator),
        reference=f"{BOOK}；基数由公布的水平与增速推算",
        compute=compute,
        unit=POINTS,
        transformation="contribution",
        note="bases are implied by published levels and growth",
        estimate=True,
    )


def _words(whole: Whole, part: Indicator) -> dict[str, str]:
    same = whole.indicator == part.id
    return {"whole": _("%(it)s (the whole)", it=part.id) if same else whole.indicator}
