"""What one column counts and of when it is, as far as it says so itself."""

from __future__ import annotations

from cockpit.period import Accumulation
from loaders.facets import Facets
from loaders.heading import Time
from loaders.timing import last_month, year_of

REPORT = 9999
"""A year that stands for the report's own, which no other is after."""
PLAIN = frozenset({"level", "target"})


def accumulation(facets: Facets) -> Accumulation | None:
    """Whether it is cumulative, of a month or a stock; None where it does not say."""
    sources = (facets.measure, facets.relative, facets.part, facets.time)
    return next((s.accumulation for s in sources if s is not None and s.accumulation), None)


def sums(facets: Facets) -> bool:
    """Whether it is cumulative."""
    return accumulation(facets) == "ytd"


def spans(facets: Facets) -> Accumulation | None:
    """What a column counts over: 9月 is a month by itself."""
    when = facets.part or facets.time
    is_month = when is not None and when.freq == "M"
    return accumulation(facets) or ("period" if is_month else None)


def is_now(facets: Facets) -> bool:
    """It says 本月 or 期末, of the report's own period."""
    relative = facets.relative
    if relative is None or relative.whole_year:
        return False
    return relative.accumulation != "ytd" and not is_earlier(facets)


def is_one_month(facets: Facets) -> bool:
    """It names a month alone, and no year."""
    part = facets.part
    return part is not None and part.freq == "M" and part.accumulation != "ytd"


def is_earlier(facets: Facets) -> bool:
    """It lies before the report's own period."""
    return facets.relative is not None and bool(facets.relative.back or facets.relative.year_end)


def when_of(facets: Facets) -> tuple[int, int, int]:
    """Later is larger; what nobody dates is of the report's own period: the latest."""
    time: Time | None = facets.time
    if time is None and not is_earlier(facets):
        return (REPORT, 0, 0)
    back = facets.relative.back if facets.relative else 0
    if facets.relative and facets.relative.year_end:
        back = 12
    return (year_of(time) if time else 0, last_month(time) if time else 0, -back)


def is_level(facets: Facets) -> bool:
    """It holds amounts, or targets of amounts."""
    return facets.measure is None or facets.measure.transformation in PLAIN


def is_target(facets: Facets) -> bool:
    """It holds targets."""
    return facets.measure is not None and facets.measure.transformation == "target"


def is_rank(facets: Facets) -> bool:
    """It holds ranks."""
    return facets.measure is not None and facets.measure.transformation == "rank"


def when_said(facets: Facets) -> tuple[object, ...]:
    """All that it says of when it is."""
    return facets.time, facets.part, facets.relative
