"""Whether figures are cumulative, told by their size where no word tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from cockpit.observation import Observation
from cockpit.period import Accumulation
from loaders import reasons

_FEWEST = 3
_FIRST_MONTHS = 3
_MUCH_LONGER = 3
_NEARLY = 0.8
_YEAR = 4

Subject = tuple[object, str]
"""What is counted alike in a table, whichever region and year, and how often."""
Point = tuple[str, float]
"""A period and its figure."""


class Told(NamedTuple):
    """What the size of figures tells of subjects, and those of which it tells nothing."""

    found: Mapping[Subject, Accumulation]
    asked: Collection[Subject]

    def of(self, record: Observation) -> Observation:
        """A record of which no word told it."""
        subject = subject_of(record)
        said = self.found.get(subject)
        if said is not None and record.accumulation not in ("stock", said):
            record = record._replace(accumulation=said)
        return _asked(record) if record.accumulation == "ytd" and subject in self.asked else record


def settled(records: Sequence[Observation], open_cells: Collection[str]) -> list[Observation]:
    """Records of a table; those of `open_cells` cumulative if they grow as sums do."""
    if not open_cells:
        return list(records)
    series: dict[object, tuple[Subject, list[Point]]] = {}
    for record in records:
        if record.cell in open_cells and (kind := series_of(record)):
            own = series.setdefault((kind, record.area, record.ref_area), (kind[0], []))
            own[1].append((record.time_period, record.value or 0))
    found = told(series.values())
    return [found.of(record) if record.cell in open_cells else record for record in records]


def told(series: Iterable[tuple[Subject, Sequence[Point]]]) -> Told:
    """What is told by levels of one region through time, of several subjects.

    Quarters that grow as sums do beside as many that do not are asked about: a harvest does so.
    """
    found: dict[Subject, Accumulation] = {}
    quarters: set[Subject] = set()
    untold: set[Subject] = set()
    for subject, points in series:
        if subject[1] == "Q" and len(points) >= _FEWEST:
            quarters.add(subject)
        if said := _told_by(points):
            found[subject] = said
        elif subject[1] == "M" and _has_months_of_a_year(points):
            untold.add(subject)
    sums = {subject for subject in quarters if found.get(subject) == "ytd"}
    lone = sums if len(sums) * 2 <= len(quarters) else set()
    return Told(found, untold - found.keys() | lone)


def series_of(record: Observation) -> tuple[Subject, object] | None:
    """The series of levels that a record belongs to in its region; None for any other record."""
    if record.value is None or record.transformation != "level" or record.freq == "A":
        return None
    return subject_of(record), tuple(record.breakdown.items())


def subject_of(record: Observation) -> Subject:
    """What is counted."""
    return record.indicator or (record.parents, record.label), record.freq


def _has_months_of_a_year(points: Sequence[Point]) -> bool:
    """Months beside each other, each of which may be single or the last of a sum."""
    return len({time[:_YEAR] for time, _ in points}) < len(points)


def _asked(record: Observation) -> Observation:
    doubts = dict.fromkeys((*record.reasons, reasons.OPEN_ACCUMULATION))
    return record._replace(needs_review=True, reasons=tuple(doubts))


def _told_by(points: Sequence[Point]) -> Accumulation | None:
    """Sums grow with the months of every year; a fall within a year is no sum's.

    What falls here and grows there as sums do (a balance, a revised sum) tells nothing.
    """
    ordered = sorted(points, key=itemgetter(0))
    years = [list(year) for _, year in groupby(ordered, key=lambda point: point[0][:_YEAR])]
    long = [year for year in years if len(year) >= _FEWEST]
    grows = bool(long) and all(map(_grows, long))
    if any(map(_falls, years)):
        return None if grows else "period"
    return "ytd" if grows else None


def _falls(year: Sequence[Point]) -> bool:
    return any(later < earlier for (_, earlier), (_, later) in pairwise(year))


def _grows(year: Sequence[Point]) -> bool:
    """From the year's first months on, about as many times as large as there are more months."""
    (first, before), (last, after) = year[0], year[-1]
    times = _months(last) / _months(first)
    if _months(first) > _FIRST_MONTHS or times < _MUCH_LONGER:
        return False
    return after >= _NEARLY * times * before > 0


def _months(time: str) -> int:
    return int(time[5:].lstrip("Q"))
