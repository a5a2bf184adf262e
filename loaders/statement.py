"""What row, column and report state of a figure: all of a record but its number and region."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation, Freq
from loaders import reasons
from loaders.accumulating import accumulation_of
from loaders.claims import Claim, Claims, Names, Said, once
from loaders.heading import Time
from loaders.knowledge import Knowledge
from loaders.publishing import at_frequency, of_the_year, within_quarters
from loaders.report import Report
from loaders.timing import Timing, timing_of

_INDEX_OF: dict[Transformation, str] = {"yoy": "上年同月=100", "mom": "上月=100"}
_UNTOLD = Timing(Time("A", ""), None, (reasons.NO_PERIOD,))


Counts = tuple[Mapping[str, str], Freq, str, Accumulation, Transformation, str]
"""Breakdown, frequency, period, accumulation, transformation and unit, as they follow it."""


class Statement(NamedTuple):
    """`belongs` is false where a blank cell lacks nothing: a quarterly figure in a month.

    `assumed` marks that nobody says whether it is cumulative; `is_clear` that there is nothing to
    ask. `index` is what it states of a price index where a figure near 100 stands for its growth.
    """

    names: Names
    counts: Counts
    status: Status | None
    doubts: tuple[str, ...]
    belongs: bool
    assumed: bool
    is_clear: bool
    index: Statement | None = None

    @property
    def transformation(self) -> Transformation:
        """What is printed of the indicator."""
        return self.counts[-2]

    @property
    def unit(self) -> str:
        """What it is counted in."""
        return self.counts[-1]


class Stating:
    """Puts together what is said in different places of one table."""

    def __init__(self, known: Knowledge, report: Report) -> None:
        self._claims = Claims(known, report)
        self._report = report
        self._timings: dict[tuple[int, int, bool], Timing] = {}

    def of(self, row: Said, column: Said, cell_unit: str) -> Statement:
        """The statement for a crossing; a period that nobody names is empty and in doubt."""
        claim = self._claims.of(row, column, cell_unit)
        timing = self._timing(row, column, claim)
        kind, about_kind, assumed = accumulation_of(claim, timing)
        doubts = claim.doubts
        if timing.doubts or about_kind:
            doubts = once(doubts, timing.doubts, about_kind)
        time, measure, is_clear = timing.time, claim.transformation, claim.is_clear and not doubts
        counts = (claim.sense.breakdown, time.freq, time.time_period, kind, measure, claim.unit)
        seen = claim.names, counts, claim.status, doubts
        stated = Statement(*seen, timing.belongs, assumed, is_clear)
        index = _as_index(stated, claim.base) if measure in _INDEX_OF else None
        return stated._replace(index=index) if index else stated

    def _timing(self, row: Said, column: Said, claim: Claim) -> Timing:
        if claim.sense.year:
            timing = Timing(Time("A", claim.sense.year), None)
        else:
            timing = self._printed_timing(row, column, claim.apart)
        if claim.transformation == "target":
            timing = of_the_year(timing)
        if freq := column.facets.freq or row.facets.freq:
            timing = at_frequency(timing, freq)
        return within_quarters(timing) if claim.quarterly else timing

    def _printed_timing(self, row: Said, column: Said, apart: bool) -> Timing:
        key = (row.when, column.when, apart)
        found = self._timings.get(key)
        if found is None:
            found = timing_of(row.facets, column.facets, self._report, apart=apart) or _UNTOLD
            self._timings[key] = found
        return found


def _as_index(stated: Statement, base: str) -> Statement | None:
    if not base.endswith("=100"):
        return None
    breakdown, freq, time_period, kind, measure, _unit = stated.counts
    cumulative = kind == "ytd" and measure == "yoy"
    unit = "上年同期=100" if cumulative else _INDEX_OF[measure]
    return stated._replace(counts=(breakdown, freq, time_period, kind, "level", unit))
