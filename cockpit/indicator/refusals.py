"""The sentences in which arithmetic is refused."""

from __future__ import annotations

from cockpit.catalog import Indicator
from cockpit.catalog.indicator import CARRIED_OVER
from cockpit.errors import ArithmeticRefused
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.indicator.formula import Formula
from cockpit.series import Selection


def refused(message: str, indicator: Indicator) -> ArithmeticRefused:
    """A refusal in the reader's language that names the indicator."""
    return ArithmeticRefused(_(message, name=indicator.name(current_locale.get())))


def unless_levels_compare(indicator: Indicator) -> None:
    """Refuse the growth of what grows only as published, of ratios, and of what has a sign."""
    for rule, message in {
        "R": "%(name)s: the ratio of two levels at current prices is not a growth rate; "
        "use the published rate at constant prices.",
        "C": "%(name)s: levels published a year apart are not comparable and their ratio is not "
        "a growth rate; use the published rate.",
        "D": "%(name)s is a ratio: its change is said in percentage points, not in per cent.",
        "S": "%(name)s can be negative and has no growth rate.",
    }.items():
        if rule in indicator.growth_rule and not (rule == "D" and indicator.growth_may_be_computed):
            raise refused(message, indicator)


def unless_ratio(indicator: Indicator) -> None:
    """Refuse percentage points of what is not a ratio."""
    if "D" not in indicator.growth_rule:
        raise refused("%(name)s is not a ratio: its change is said in per cent.", indicator)


def unless_single_periods(indicator: Indicator, wanted: Selection) -> None:
    """Refuse growth on the previous period for cumulative figures and stocks."""
    if wanted.accumulation not in (None, "period"):
        raise refused(
            "%(name)s: only figures of single periods compare with the period before.", indicator
        )


def unless_differences_mean_something(indicator: Indicator) -> None:
    """Refuse single periods of what is at constant prices, not a sum, or a stock by nature."""
    rules, flow = set(indicator.growth_rule), "y" in indicator.kinds
    summed = indicator.additive and indicator.id not in CARRIED_OVER
    if "R" in rules or not rules & {"P", "L", "C", "S"} or not (flow and summed):
        raise refused(
            "%(name)s: cumulative figures of it cannot be taken apart into single periods.",
            indicator,
        )


def unless_nominal(indicator: Indicator) -> None:
    """Refuse ratios and implied bases of levels where growth is at constant prices or undefined."""
    unless_rule_allows = {
        "R": "%(name)s: the ratio of two levels at current prices is not a growth rate; "
        "use the published rate at constant prices.",
        "D": "%(name)s is a ratio: its change is said in percentage points, not in per cent.",
        "I": "%(name)s is an index: growth is the index less 100.",
    }
    for rule, message in unless_rule_allows.items():
        if rule in indicator.growth_rule and not (rule == "D" and indicator.growth_may_be_computed):
            raise refused(message, indicator)
    if "S" in indicator.growth_rule and "C" not in indicator.growth_rule:
        raise refused("%(name)s can be negative and has no growth rate.", indicator)


def unless_amounts(indicator: Indicator) -> None:
    """Refuse shares and contributions of what does not add up."""
    if not indicator.additive and indicator.over_time != "sum":
        raise refused("%(name)s does not add up: it has no share and no contribution.", indicator)


def rates_of_shorter_periods(indicator: Indicator) -> ArithmeticRefused:
    """Why a quarter's or a year's rate is not made of the months' own rates."""
    return refused(
        "%(name)s: rates of single periods neither add up nor average to that of a longer one; "
        "use the rate to date or the published one.",
        indicator,
    )


def not_additive(indicator: Indicator) -> ArithmeticRefused:
    """Why a figure cannot be put together from areas."""
    return refused(
        "%(name)s of several areas cannot be put together: neither sums nor means of it are it.",
        indicator,
    )


def no_weights(indicator: Indicator) -> ArithmeticRefused:
    """Why a mean over areas cannot be weighted."""
    message = "%(name)s of several areas is weighted by %(weight)s, which is not in the catalogue."
    name = indicator.name(current_locale.get())
    return ArithmeticRefused(_(message, name=name, weight=indicator.weight))


def unless_frequency_fits(formula: Formula, indicator: Indicator, wanted: Selection) -> None:
    """Refuse a frequency for which the formula does not hold."""
    if formula.freq == "A" and wanted.freq not in (None, "A"):
        raise refused("%(name)s is worked out for whole years only.", indicator)


def earlier_months_revised() -> str:
    """Why a single period is withheld where a cumulative figure has fallen."""
    return _("The cumulative figure fell: earlier months were revised.")
