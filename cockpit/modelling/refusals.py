"""The sentences in which a model is refused."""

from __future__ import annotations

from cockpit.catalog import Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.i18n import current_locale
from cockpit.i18n import gettext as _
from cockpit.observation import Transformation
from cockpit.series import Series, SeriesKey

MODELLED: frozenset[Transformation] = frozenset({"level", "yoy", "mom", "share"})
"""Measures that publishers state; what is worked out from these is not modelled once more."""
_ADJUSTED_BY_THEIR_PUBLISHER = frozenset({"pmi_mfg", "pmi_nonmfg", "pmi_comp"})
"""The National Bureau of Statistics releases purchasing managers' indices seasonally adjusted."""


def refused(message: str, indicator: Indicator, **values: object) -> ArithmeticRefused:
    """A refusal in the reader's language that names the indicator."""
    return ArithmeticRefused(_(message, name=indicator.name(current_locale.get()), **values))


def unless_held(series: Series, indicator: Indicator) -> SeriesKey:
    """Refuse what is not held, and what comes once a year."""
    if series.key is None or series.latest is None:
        raise refused("%(name)s: no figure is held to make a model of.", indicator)
    if series.key.freq == "A":
        raise refused("%(name)s: yearly figures have no season and are too few.", indicator)
    return series.key


def unless_single(key: SeriesKey, indicator: Indicator) -> None:
    """Refuse cumulative figures, which hold those before them, and what is worked out."""
    if key.transformation not in MODELLED:
        raise refused(
            "%(name)s: a model is made of what is published, not of what is worked out from it.",
            indicator,
        )
    if key.accumulation == "ytd":
        raise refused(
            "%(name)s: cumulative figures, and rates of growth of cumulative figures, each hold "
            "the months before; a model is made of single months or quarters.",
            indicator,
        )


def unless_seasonal(series: Series, key: SeriesKey, indicator: Indicator) -> None:
    """Refuse to adjust what is compared with the same season already, or adjusted already."""
    if key.transformation != "level" or series.unit.startswith("上年"):
        raise refused(
            "%(name)s: a rate is compared with the same season of another year already, there is "
            "no season left in it to adjust for.",
            indicator,
        )
    if indicator.id in _ADJUSTED_BY_THEIR_PUBLISHER:
        raise refused("%(name)s is published seasonally adjusted.", indicator)


def unless_amount_compares(key: SeriesKey, indicator: Indicator) -> None:
    """Refuse to project amounts whose growth is stated at constant prices."""
    if "R" in indicator.growth_rule and key.transformation == "level":
        raise refused(
            "%(name)s: amounts at current prices are not projected, growth at constant prices is.",
            indicator,
        )


def too_few(indicator: Indicator, held: int, least: int, missing: str) -> ArithmeticRefused:
    """A run of figures too short; `missing` names the gap before it, where there is one."""
    if missing:
        return refused(
            "%(name)s: no figure is held for %(missing)s; since then there are %(held)s figures "
            "in a row, and at least %(least)s are needed.",
            indicator,
            held=held,
            least=least,
            missing=missing,
        )
    return refused(
        "%(name)s: %(held)s figures in a row are too few, at least %(least)s are needed.",
        indicator,
        held=held,
        least=least,
    )
