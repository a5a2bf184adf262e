"""Indices to a fixed base: multiplied up from December, and carried on by a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod

from cockpit.catalog import Catalog, Indicator
from cockpit.indicator.formula import Formula, Lookup
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.statistics import linked as carried_on

LAST_MONTH = "上月=100"
SAME_MONTH = "上年同月=100"
LAST_DECEMBER = "上年12月=100"
_FIXED = re.compile(r"\d{4}年=100")


def on_december(indicator: Indicator, _wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """The months' indices on the month before, multiplied up since December."""
    if "I" not in indicator.growth_rule:
        return

    def chain(look: Lookup) -> float | None:
        january = look.period.end - look.period.end % 12
        whole = Period(january, look.period.end - january + 1)
        links = look.filling(whole, indicator.id, unit=LAST_MONTH, accumulation="period")
        return 100 * prod(value / 100 for _months, value in links) if links else None

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s (%(index)s) ÷ 100, multiplied up since January, × 100",
        words={"index": LAST_MONTH},
        reference=indicator.reference,
        compute=chain,
        unit=LAST_DECEMBER,
        transformation="chained",
        accumulation="period",
        freq="M",
    )


def linked(indicator: Indicator, wanted: Selection, _catalog: Catalog) -> Iterator[Formula]:
    """A fixed-base index carried on by a year: last year's × (same month last year = 100)."""
    base = wanted.unit or ""
    if "I" not in indicator.growth_rule or not _FIXED.fullmatch(base):
        return

    def carry(look: Lookup) -> float | None:
        index = look(indicator.id, unit=SAME_MONTH)
        return carried_on(look(indicator.id, unit=base, months_earlier=12), index)

    yield Formula(
        indicator=indicator.id,
        inputs=(indicator.id,),
        text="%(it)s (%(base)s, a year earlier) × %(it)s (%(index)s) ÷ 100",
        words={"base": base, "index": SAME_MONTH},
        reference=indicator.reference,
        compute=carry,
        unit=base,
        accumulation="period",
        freq="M",
        direct=True,
    )
