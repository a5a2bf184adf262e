"""What may stand beside a published rate, and never in its place: each says why it differs."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.catalog import Catalog, Indicator
from cockpit.i18n import gettext as _
from cockpit.indicator import refusals
from cockpit.indicator.formula import Formula, Lookup
from cockpit.indicator.methods.rates import PERCENT
from cockpit.interval import Interval
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.statistics import average_growth, growth
from cockpit.statistics import implied_base as base_of
from cockpit.statistics import single_period_growth as between
from cockpit.statistics.growth import WIDEST, Estimate, ToDate
from cockpit.statistics.spans import spans_between
from cockpit.wording import number, on_screen, rounded, sign_words, signed

_BASIS = "growth is on the base of a year earlier as it was revised, at comparable scope"


def ratio_of_levels(
    indicator: Indicator, _wanted: Selection, _catalog: Catalog
) -> Iterator[Formula]:
    """The ratio of two levels as published, with the reason why published growth differs."""
    refusals.unless_nominal(indicator)

    def ratio(look: Lookup) -> float | None:
        now = look(indicator.id)
        before = look(indicator.id, months_earlier=12)
        if now is not None and before is not None and (before <= 0 or now < 0):
            look.remark(sign_words(now, before))
        found = growth(now, before)
        _say_why(look, found, before, base_of(now, look(indicator.id, transformation="yoy")))
        return found

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id, f"{indicator.id}/yoy"),
        text="%(it)s ÷ %(it)s (a year earlier) × 100 − 100",
        reference=indicator.reference,
        compute=ratio,
        unit=PERCENT,
        transformation="yoy_levels",
        note="ratio of levels as published a year apart, not a growth rate",
        estimate=True,
    )


def implied_base(indicator: Indicator, _wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """The base that this year's level and its published growth imply, and its interval."""
    refusals.unless_nominal(indicator)

    def base(look: Lookup) -> float | None:
        now, rate = look(indicator.id), look(indicator.id, transformation="yoy")
        before = look(indicator.id, months_earlier=12)
        found = base_of(now, rate)
        if found is None:
            return None
        look.bound(found.bounds)
        _say_revised(look, before, found)
        return found.value

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id, f"{indicator.id}/yoy"),
        text="%(it)s ÷ (1 + %(it)s (growth) ÷ 100)",
        reference=indicator.reference,
        compute=base,
        transformation="base_implied",
        note=_BASIS,
        estimate=True,
    )


def single_period_growth(
    indicator: Indicator, _wanted: Selection, _catalog: Catalog
) -> Iterator[Formula]:
    """Growth of a single period out of cumulative growth, within what rounding leaves open."""
    refusals.unless_nominal(indicator)
    refusals.unless_differences_mean_something(indicator)

    def rate(look: Lookup) -> float | None:
        span = look.period
        january = span.start - span.start % 12
        now = _to_date(look, indicator, Period(january, span.end - january + 1))
        if span.start == january:
            return now.rate if now else None
        before = _to_date(look, indicator, Period(january, span.start - january))
        return _within(look, between(before, now) if now and before else None)

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id, f"{indicator.id}/yoy"),
        text="increase of %(it)s (year to date) ÷ increase of its implied bases × 100 − 100",
        reference=indicator.reference,
        compute=rate,
        unit=PERCENT,
        transformation="yoy_single",
        accumulation="period",
        spans=spans_between,
        note="worked out of cumulative growth, whose rounding leaves it open",
        estimate=True,
    )


def two_year_average(
    indicator: Indicator, _wanted: Selection, _catalog: Catalog
) -> Iterator[Formula]:
    """The mean growth of two years in a row, from the rates of both."""
    if not set(indicator.growth_rule) & set("RCPLI"):
        return

    def average(look: Lookup) -> float | None:
        now = look(indicator.id, transformation="yoy")
        before = look(indicator.id, transformation="yoy", months_earlier=12)
        return average_growth([now, before])

    yield Formula(
        indicator=indicator.id,
        inputs=(f"{indicator.id}/yoy",),
        text="√((1 + %(it)s (growth) ÷ 100) × (1 + %(it)s (growth a year earlier) ÷ 100)) − 1",
        reference=indicator.reference,
        compute=average,
        unit=PERCENT,
        transformation="yoy_average",
        note="mean rate of two years, from rates as printed",
    )


def _to_date(look: Lookup, indicator: Indicator, span: Period) -> ToDate | None:
    level = look(indicator.id, accumulation="ytd", period=span)
    rate = look(indicator.id, accumulation="ytd", transformation="yoy", period=span)
    return None if level is None or rate is None else ToDate(level, rate)


def _within(look: Lookup, found: Estimate | None) -> float | None:
    if found is None:
        return None
    look.bound(found.bounds)
    low, high = found.bounds.low, found.bounds.high
    if found.bounds.width > WIDEST:
        look.remark(
            _(
                "The rate of this period alone lies between %(low)s %% and %(high)s %%: "
                "the published rates are rounded too far to say more.",
                low=_rate(low),
                high=_rate(high),
            )
        )
        return None
    look.remark(_("between %(low)s %% and %(high)s %%", low=_rate(low), high=_rate(high)))
    return found.value


def _say_why(
    look: Lookup, ratio: float | None, before: float | None, base: Estimate | None
) -> None:
    if ratio is None or before is None or base is None:
        return
    if base.bounds.low <= before <= base.bounds.high:
        look.remark(_("Agrees with the published rate."))
    else:
        _say_revised(look, before, base)


def _say_revised(look: Lookup, before: float | None, base: Estimate) -> None:
    """Tell what was published a year ago from what growth is on today."""
    if before is None or before <= 0 or _reaches(base.bounds, before):
        return
    look.remark(
        _(
            "Growth is on a base of %(base)s (%(low)s to %(high)s), "
            "%(percent)s %% beside the %(before)s published then: it was revised.",
            base=number(base.value, 1),
            low=number(base.bounds.low, 1),
            high=number(base.bounds.high, 1),
            before=number(before, 1),
            percent=on_screen(signed((base.value / before - 1) * 100, 2)),
        )
    )


def _reaches(bounds: Interval, value: float) -> bool:
    return rounded(bounds.low, 1) <= rounded(value, 1) <= rounded(bounds.high, 1)


def _rate(value: float) -> str:
    return on_screen(number(value, 1))
