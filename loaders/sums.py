"""Whether figures are cumulative, told by their size where no word tells it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from operator import attrgetter

from cockpit.observation import Observation
from cockpit.period import Accumulation
from loaders import reasons

_FEWEST = 3
_FIRST_MONTHS = 3
_MUCH_LONGER = 3
_NEARLY = 0.8
_BY_PERIOD = attrgetter("time_period")
_BY_YEAR = attrgetter("period.year")


def settled(records: Sequence[Observation], open_cells: Collection[str]) -> list[Observation]:
    """Records of a table; those of `open_cells` cumulative if they grow as sums do."""
    if not open_cells:
        return list(records)
    found: dict[object, Accumulation] = {}
    untold: set[object] = set()
    for series in _series(record for record in records if record.cell in open_cells):
        if said := _told_by(series):
            found[_subject(series[0])] = said
        elif _has_months_of_a_year(series):
            untold.add(_subject(series[0]))
    settled = [_with(record, found, open_cells) for record in records]
    asked = untold - found.keys()
    return [_asked(one) if _is_guess(one, asked, open_cells) else one for one in settled]


def _has_months_of_a_year(series: Sequence[Observation]) -> bool:
    """Months beside each other, each of which may be single or the last of a sum."""
    years = [record.time_period[:4] for record in series if record.freq == "M"]
    return len(set(years)) < len(years)


def _is_guess(record: Observation, asked: Collection[object], open_cells: Collection[str]) -> bool:
    guessed = record.accumulation == "ytd" and record.cell in open_cells
    return guessed and _subject(record) in asked


def _asked(record: Observation) -> Observation:
    doubts = dict.fromkeys((*record.reasons, reasons.OPEN_ACCUMULATION))
    return replace(record, needs_review=True, reasons=tuple(doubts))


def _subject(record: Observation) -> object:
    """What is counted alike in a table, whichever region and year."""
    return record.indicator or (record.parents, record.label), record.freq


def _series(records: Iterable[Observation]) -> Iterator[list[Observation]]:
    """Levels of one region through time."""
    found: dict[object, list[Observation]] = {}
    for record in records:
        if record.value is not None and record.transformation == "level" and record.freq != "A":
            kind = tuple(record.breakdown.items())
            found.setdefault((_subject(record), record.area, record.ref_area, kind), []).append(
                record
            )
    yield from found.values()


def _told_by(series: Sequence[Observation]) -> Accumulation | None:
    """Sums grow with the months of every year; a fall within a year is no sum's.

    What falls here and grows there as sums do (a balance, a revised sum) tells nothing.
    """
    years = [list(year) for _, year in groupby(sorted(series, key=_BY_PERIOD), key=_BY_YEAR)]
    long = [year for year in years if len(year) >= _FEWEST]
    grows = bool(long) and all(map(_grows, long))
    if any(map(_falls, years)):
        return None if grows else "period"
    return "ytd" if grows else None


def _falls(year: Sequence[Observation]) -> bool:
    values = [record.value or 0 for record in year]
    return any(later < earlier for earlier, later in pairwise(values))


def _grows(year: Sequence[Observation]) -> bool:
    """From the year's first months on, about as many times as large as there are more months."""
    first, last = year[0], year[-1]
    times = _months(last) / _months(first)
    if _months(first) > _FIRST_MONTHS or times < _MUCH_LONGER:
        return False
    return (last.value or 0) >= _NEARLY * times * (first.value or 0) > 0


def _months(record: Observation) -> int:
    return int(record.time_period[5:].lstrip("Q"))


def _with(
    record: Observation, found: dict[object, Accumulation], open_cells: Collection[str]
) -> Observation:
    said = found.get(_subject(record)) if record.cell in open_cells else None
    if said is None or record.accumulation == "stock" or said == record.accumulation:
        return record
    return replace(record, accumulation=said)
