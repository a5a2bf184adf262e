"""What row, column and report state of a figure: all of a record but its number and region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation, Freq
from loaders import reasons
from loaders.accumulating import accumulation_of
from loaders.claims import Claim, Claims, Pace, Said, once
from loaders.facets import Facets
from loaders.heading import Time
from loaders.knowledge import Knowledge
from loaders.publishing import at_frequency, of_the_year, within_quarters
from loaders.report import Report
from loaders.timing import Timing, timing_of

_INDEX_OF: dict[Transformation, str] = {"yoy": "上年同月=100", "mom": "上月=100"}
_UNTOLD = Timing(Time("A", ""), None, (reasons.NO_PERIOD,))


class Manner(NamedTuple):
    """What is counted and how: all of a statement but its period, the same from month to month.

    `belongs` is false where a blank cell lacks nothing: a quarterly figure in a month. `assumed`
    marks that nobody says whether it is cumulative; `is_clear` that there is nothing to ask.
    `as_index` is what is stated of a price index where a figure near 100 stands for its growth.
    """

    label: str
    parents: tuple[str, ...]
    indicator: str | None
    breakdown: Mapping[str, str]
    freq: Freq
    accumulation: Accumulation
    transformation: Transformation
    unit: str
    status: Status
    doubts: tuple[str, ...]
    belongs: bool
    assumed: bool
    is_clear: bool
    as_index: Manner | None = None

    def below(self, names: tuple[str, ...]) -> Manner:
        """The same in a row below others."""
        index = self.as_index.below(names) if self.as_index else None
        return tuple.__new__(Manner, (self.label, names, *self[2:-1], index))


Statement = tuple[Manner, str, Pace]
"""A manner with its period, as the record writes it, and what bears on that."""
Times = tuple[tuple[int, ...], Sequence[str]]
"""Several periods, and for each a number for all that is told of it but the period itself."""


class Stating:
    """Puts together what is said in different places of one table."""

    def __init__(self, known: Knowledge, report: Report) -> None:
        self._claims = Claims(known, report)
        self._report = report
        self._timings: dict[tuple[int, int, Pace], tuple[Timing, int, str]] = {}
        self._number = known.number
        self._manners = known.manners
        self.lines = self._claims.lines

    def of(self, row: Said, column: Said, cell_unit: str) -> Statement:
        """The statement for a crossing; a period that nobody names is empty and in doubt."""
        key, claim, above = self._claims.of(row, column, cell_unit)
        timing, number, time_period = self._timing(row, column, claim.pace)
        found = self._manners.get((key, number))
        if found is None:
            found = self._manners.keep((key, number), _manner(claim, timing))
        stated = found.below(above) if above else found
        return stated, time_period, claim.pace

    def times(self, row: Said, columns: Iterable[Said], paces: Iterable[Pace]) -> Times:
        """The periods of a row's crossings."""
        told = [self._timing(row, *one) for one in zip(columns, paces, strict=True)]
        return tuple([number for _, number, _ in told]), [time_period for *_, time_period in told]

    def _timing(self, row: Said, column: Said, pace: Pace) -> tuple[Timing, int, str]:
        """A timing without its period, the number of what it says, and the period."""
        key = (row.when, column.when, pace)
        found = self._timings.get(key)
        if found is None:
            timing = self._paced(row.facets, column.facets, pace)
            alike = timing._replace(time=Time(timing.time.freq, ""))
            found = self._timings[key] = alike, self._number(alike), timing.time.time_period
        return found

    def _paced(self, row: Facets, column: Facets, pace: Pace) -> Timing:
        if pace.year:
            timing = Timing(Time("A", pace.year), None)
        else:
            timing = timing_of(row, column, self._report, apart=pace.apart) or _UNTOLD
        if pace.is_target:
            timing = of_the_year(timing)
        if freq := column.freq or row.freq:
            timing = at_frequency(timing, freq)
        return within_quarters(timing) if pace.quarterly else timing


def _manner(claim: Claim, timing: Timing) -> Manner:
    kind, about_kind, assumed = accumulation_of(claim, timing)
    doubts = claim.doubts
    # 三季度 is the third quarter or the first three, unless 当季 or 累计 tells; both end alike.
    open_period = (reasons.OPEN_PERIOD,) if timing.is_open and kind != "stock" else ()
    if timing.doubts or about_kind or open_period:
        doubts = once(doubts, timing.doubts, open_period, about_kind)
    made = Manner(
        label=claim.sense.label,
        parents=claim.sense.parents,
        indicator=claim.sense.indicator,
        breakdown=claim.sense.breakdown,
        freq=timing.time.freq,
        accumulation=kind,
        transformation=claim.transformation,
        unit=claim.unit,
        status=claim.status or "A",
        doubts=doubts,
        belongs=timing.belongs,
        assumed=assumed,
        is_clear=claim.is_clear and not doubts,
    )
    index = _as_index(made, claim.base)
    return made._replace(as_index=index) if index else made


def _as_index(stated: Manner, base: str) -> Manner | None:
    measure = stated.transformation
    if measure not in _INDEX_OF or not base.endswith("=100"):
        return None
    cumulative = stated.accumulation == "ytd" and measure == "yoy"
    unit = "上年同期=100" if cumulative else _INDEX_OF[measure]
    return stated._replace(transformation="level", unit=unit)
