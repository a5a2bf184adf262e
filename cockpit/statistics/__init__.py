"""The arithmetic of statistics, as pure functions on figures and series.

None of them reads anything: `cockpit.indicator.Calculator` does. A missing figure is None and
makes None of whatever it goes into, never zero. Rules and their sources: docs/series-engine.md.
"""

from cockpit.statistics.areas import outside, summed, weighted
from cockpit.statistics.frequency import Method, aggregated
from cockpit.statistics.growth import (
    Estimate,
    average_growth,
    deflator,
    elasticity,
    growth,
    implied_base,
    points_between,
    single_period_growth,
)
from cockpit.statistics.indices import chained, linked, rebased
from cockpit.statistics.spans import single_periods, to_date
from cockpit.statistics.structure import (
    Breakup,
    by_bases,
    by_levels,
    by_shares,
    contribution_rate,
    share,
)

__all__ = [
    "Breakup",
    "Estimate",
    "Method",
    "aggregated",
    "average_growth",
    "by_bases",
    "by_levels",
    "by_shares",
    "chained",
    "contribution_rate",
    "deflator",
    "elasticity",
    "growth",
    "implied_base",
    "linked",
    "outside",
    "points_between",
    "rebased",
    "share",
    "single_period_growth",
    "single_periods",
    "summed",
    "to_date",
    "weighted",
]
