"""T02, T03 and C01: figures of a month beside those of the year to date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cockpit.observation import Issue, Observation
from loaders.checks.figures import Column, Figures, Measure, follows
from loaders.checks.histories import grows_through_year
from loaders.checks.located import about, address
from loaders.checks.precision import agree, tidy
from loaders.checks.rules import limit


def check_cumulation(figures: Figures) -> Iterator[Issue]:
    """At most one issue a figure."""
    for measure in figures.levels() if len(figures.accumulations) > 1 else ():
        freq, accumulation, transformation, unit = measure.kind
        if accumulation == "period" and freq != "A":
            kind = (freq, "ytd", transformation, unit)
            cumulative = figures.get(measure.name, measure.breakdown, kind)
            if cumulative is not None and _is_flow(figures, measure, cumulative):
                yield from _beside(figures, measure, cumulative)
    if any(time.endswith("-01") for time in figures.times):
        for measure in figures:
            if measure.indicator is not None and measure.indicator.merged_january:
                yield from _january(figures, measure)


def _is_flow(figures: Figures, measure: Measure, cumulative: Measure) -> bool:
    """Flows known as such; of unknown names those that never fall below nothing."""
    if measure.indicator is not None:
        return grows_through_year(measure)
    is_amount = measure.kind[3] not in ("", "%") and not measure.kind[3].endswith("=100")
    numbers = (*measure.numbers(), *cumulative.numbers())
    return is_amount and all(figures.values[number] >= 0 for number in numbers)


def _beside(figures: Figures, measure: Measure, cumulative: Measure) -> Iterator[Issue]:
    for time, column in measure.columns.items():
        for area, number in column.items():
            whole = cumulative.columns.get(time, {}).get(area)
            if whole is not None and _exceeds(figures.values[number], figures.values[whole]):
                yield from _swapped(figures.record(number), figures.record(whole))
    for earlier, later in pairwise(cumulative.times):
        if earlier[:4] == later[:4] and follows(earlier, later) and later in measure.columns:
            before, now = cumulative.columns[earlier], cumulative.columns[later]
            yield from _differences(figures, measure.columns[later], before, now)


def _swapped(record: Observation, total: Observation) -> Iterator[Issue]:
    """Both cells of a month that is more than the year to date."""
    said = {"expected": total.value, "other": address(total)}
    yield about("C01", record, **said)
    yield about("C01", total, found=record.value, **said)


def _exceeds(month: float, total: float) -> bool:
    return month > total and not agree(month, total, (month, total))


def _differences(figures: Figures, column: Column, before: Column, now: Column) -> Iterator[Issue]:
    values = figures.values
    for area, number in column.items():
        if area in before and area in now:
            yield from _difference(figures, number, values[before[area]], values[now[area]])


def _difference(figures: Figures, number: int, before: float, now: float) -> Iterator[Issue]:
    month, difference = figures.values[number], now - before
    if agree(month, difference, (month, before, now)) or not before < now or month > now:
        return
    if abs(month - difference) > max(abs(month), difference) * limit("T02", "percent") / 100:
        yield about("T02", figures.record(number), expected=tidy(difference))


def _january(figures: Figures, measure: Measure) -> Iterator[Issue]:
    """A January of a survey that has had none since 2013; databases do print Februaries."""
    for time, column in measure.columns.items():
        is_single = time.endswith("-01") and measure.kind[1] != "stock"
        if is_single and int(time[:4]) >= limit("T03", "since"):
            yield about("T03", figures.record(next(iter(column.values()))))
