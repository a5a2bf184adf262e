"""A file beside what stands published: revisions, jumps, gaps, columns that were not renewed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from cockpit.catalog import Catalog
from cockpit.observation import Issue, Observation
from cockpit.period import MONTHS, Period
from cockpit.reading import Reading
from cockpit.series import ReadingDoor, Selection, Series
from loaders.checks.figures import Figures
from loaders.checks.located import about, value_of
from loaders.checks.measure import Measure
from loaders.checks.precision import power_apart
from loaders.checks.rules import limit

_RATES = frozenset({"yoy", "mom", "yoy_pp", "share", "contribution", "progress"})
_YEAR = 12
# The constant makes the median deviation of a normal sample its standard deviation.
_NORMAL = 0.6745


@dataclass(frozen=True, slots=True)
class History:
    """What stands of one area in the unit of the file, by span."""

    values: Mapping[Period, float]

    def before(self, period: Period) -> tuple[Period, float] | None:
        """The latest figure of an earlier span; of the same length unless cumulative."""
        earlier = [p for p in self.values if p.end < period.end]
        latest = max(earlier, key=lambda p: p.end, default=None)
        return None if latest is None else (latest, self.values[latest])

    def comparable(self, period: Period) -> float | None:
        """The figure a year before, otherwise the latest one."""
        same = self.values.get(period.shift(-_YEAR))
        found = self.before(period)
        return same if same is not None else found[1] if found else None


def check_against(reading: Reading, door: ReadingDoor, catalog: Catalog) -> Iterator[Issue]:
    """The issues that a reading raises beside the published figures; one query a measure."""
    held = door.indicators()
    figures = Figures(reading, catalog)
    for measure in figures.layout:
        if measure.name in held:
            records = list(map(figures.record, measure.numbers()))
            histories = _histories(measure, records, door)
            if histories:
                yield from _beside(measure, records, histories)


def _histories(
    measure: Measure, records: Sequence[Observation], door: ReadingDoor
) -> dict[str, History]:
    known = {r.area for r in records if r.area}
    record = records[0]
    selection = Selection(
        indicator=str(measure.name),
        freq=record.freq,
        accumulation=record.accumulation,
        transformation=record.transformation,
        breakdown=measure.breakdown,
        unit=record.unit,
    )
    return {area: _history(s) for area, s in door.across(selection, sorted(known)).items()}


def _history(series: Series) -> History:
    return History({p.period: p.value for p in series.points if p.value is not None})


def _beside(
    measure: Measure, records: Sequence[Observation], histories: Mapping[str, History]
) -> Iterator[Issue]:
    revised: list[tuple[Observation, float]] = []
    fresh: list[tuple[Observation, Period, History]] = []
    for record in records:
        history, period = histories.get(record.area or ""), record.period
        standing = history.values.get(period) if history else None
        if history is None:
            continue
        if standing is None:
            fresh.append((record, period, history))
        elif standing != record.value:
            revised.append((record, standing))
    yield from _revisions(measure, revised)
    yield from _news(measure, fresh)


def _revisions(measure: Measure, revised: list[tuple[Observation, float]]) -> Iterator[Issue]:
    """The widest revision of a measure, with how many there are; one in another unit is none."""
    units = [(r, old) for r, old in revised if _in_other_unit(measure, value_of(r), old)]
    for record, old in units:
        yield about(
            "P09", record, expected=old, power=_in_other_unit(measure, value_of(record), old)
        )
    others = [pair for pair in revised if pair not in units]
    large = [pair for pair in others if _size(measure, *pair) > 1]
    for rule, pairs in (("T13", large), ("T12", [] if large else others)):
        if pairs:
            record, old = max(pairs, key=lambda pair: _size(measure, *pair))
            yield about(rule, record, expected=old, count=len(pairs))


def _size(measure: Measure, record: Observation, old: float) -> float:
    """A revision in multiples of what is usual: per cent of a level, points of a rate."""
    apart = abs(value_of(record) - old)
    unit = measure.kind[3]
    if measure.kind[2] in _RATES or unit == "%" or unit.endswith("=100"):
        return apart / limit("T13", "points")
    return apart / (abs(old) * limit("T13", "percent") / 100) if old else float(apart > 0) * 2


def _in_other_unit(measure: Measure, value: float, old: float) -> int | None:
    unit = measure.kind[3]
    if measure.kind[2] != "level" or unit == "%" or measure.has_rule("S"):
        return None
    return power_apart(value, old, limit("P09", "slack")) if value > 0 and old > 0 else None


def _news(measure: Measure, fresh: list[tuple[Observation, Period, History]]) -> Iterator[Issue]:
    in_other_unit = 0
    for record, period, history in fresh:
        known = history.comparable(period)
        power = _in_other_unit(measure, value_of(record), known) if known is not None else None
        if power:
            in_other_unit += 1
            yield about("P09", record, expected=known, power=power)
        elif measure.kind[2] == "yoy":
            yield from _unusual(record, period, history)
        else:
            yield from _jumped(measure, record, period, history)
    if fresh and not in_other_unit:
        yield from _stale(measure, fresh)
        yield from _gap(measure, fresh)


def _unusual(record: Observation, period: Period, history: History) -> Iterator[Issue]:
    """Growth far from its own past, by the robust z of the median deviation."""
    past = [value for span, value in history.values.items() if span.end < period.end]
    if len(past) < limit("R02", "points"):
        return
    middle = median(past)
    deviation = median(abs(value - middle) for value in past)
    apart = abs(value_of(record) - middle)
    if apart > limit("R02", "apart") and _NORMAL * apart > limit("R02", "z") * deviation:
        yield about("R02", record, expected=f"{min(past):.15g}…{max(past):.15g}")


def _jumped(
    measure: Measure, record: Observation, period: Period, history: History
) -> Iterator[Issue]:
    found = history.before(period)
    if found is None or found[0].end != period.end - 1 or measure.kind[:2] != ("M", "stock"):
        return
    if abs(value_of(record) - found[1]) > abs(found[1]) * limit("T08", "percent") / 100:
        yield about("T08", record, expected=found[1])


def _stale(measure: Measure, fresh: list[tuple[Observation, Period, History]]) -> Iterator[Issue]:
    """Every new figure equals the last one published."""
    if measure.kind[0] == "A" or measure.kind[2] != "level" or measure.kind[3] == "%":
        return
    if len({period for _record, period, _history in fresh}) > 1:
        return
    latest = [history.before(period) for _record, period, history in fresh]
    same = [old for old, new in zip(latest, fresh, strict=True) if old and old[1] == new[0].value]
    few = len(fresh) < limit("R08", "figures")
    if len(same) == len(fresh) and not (few and _digits(fresh[0][0]) < limit("R08", "digits")):
        first = fresh[0][0]
        yield about("R08", first, expected=first.value, count=len(fresh))


def _digits(record: Observation) -> int:
    return len(f"{abs(value_of(record)):.15g}".replace(".", "").strip("0"))


def _gap(measure: Measure, fresh: list[tuple[Observation, Period, History]]) -> Iterator[Issue]:
    """What is missing between the last figure published and the first new one."""
    record, period, history = min(fresh, key=lambda one: one[1].end)
    found = history.before(period)
    step = MONTHS[measure.kind[0]]
    first = found[0].end + step if found else period.end
    # Investment and industrial accounts have no January, so February may follow December.
    if measure.kind[0] == "M" and first % _YEAR == 0:
        first += 1
    if first < period.end:
        freq = record.freq
        yield about(
            "T11", record, expected=Period(first, 1).time_period(freq), found=record.time_period
        )
