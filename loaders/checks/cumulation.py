"""T02, T03 and C01: figures of a month beside those of the year to date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from loaders.checks.figures import Figures, follows
from loaders.checks.findings import Finding
from loaders.checks.histories import adds_up, grows_through_year
from loaders.checks.layout import Layout
from loaders.checks.measure import Column, Measure
from loaders.checks.precision import agree, tidy
from loaders.checks.rules import limit


def check_cumulation(figures: Figures) -> Iterator[Finding]:
    """At most one issue a figure."""
    for measure, cumulative in figures.layout.ask(_cumulated):
        if _is_flow(figures, measure, cumulative):
            yield from _beside(figures, measure, cumulative)
    if any(time.endswith("-01") for time in figures.times):
        for measure in figures.layout.ask(_merged):
            yield from _january(figures, measure)


def _cumulated(layout: Layout) -> Iterator[tuple[Measure, Measure]]:
    """Single months, each with its year to date."""
    for measure in layout.levels() if len(layout.accumulations) > 1 else ():
        freq, accumulation, transformation, unit = measure.kind
        if accumulation == "period" and freq != "A":
            kind = (freq, "ytd", transformation, unit)
            cumulative = layout.get(measure.name, measure.breakdown, kind)
            if cumulative is not None:
                yield measure, cumulative


def _merged(layout: Layout) -> Iterator[Measure]:
    for measure in layout:
        if measure.indicator is not None and measure.indicator.merged_january:
            yield measure


def _is_flow(figures: Figures, measure: Measure, cumulative: Measure) -> bool:
    """Flows known as such; of unknown names those that never fall below nothing."""
    if measure.indicator is not None:
        return grows_through_year(measure)
    is_amount = bool(measure.kind[3]) and adds_up(measure.kind[3])
    numbers = (*measure.numbers(), *cumulative.numbers())
    return is_amount and all(figures.values[number] >= 0 for number in numbers)


def _beside(figures: Figures, measure: Measure, cumulative: Measure) -> Iterator[Finding]:
    for time, column in measure.columns.items():
        for area, number in column.items():
            whole = cumulative.columns.get(time, {}).get(area)
            if whole is not None and _exceeds(figures.values[number], figures.values[whole]):
                yield from _swapped(figures, number, whole)
    for earlier, later in pairwise(cumulative.times):
        if earlier[:4] == later[:4] and follows(earlier, later) and later in measure.columns:
            before, now = cumulative.columns[earlier], cumulative.columns[later]
            yield from _differences(figures, measure.columns[later], before, now)


def _swapped(figures: Figures, month: int, total: int) -> Iterator[Finding]:
    """Both cells of a month that is more than the year to date."""
    for number in (month, total):
        yield Finding("C01", number, found=figures.values[month], other=total)


def _exceeds(month: float, total: float) -> bool:
    return month > total and not agree(month, total, (month, total))


def _differences(
    figures: Figures, column: Column, before: Column, now: Column
) -> Iterator[Finding]:
    values = figures.values
    for area, number in column.items():
        if area in before and area in now:
            yield from _difference(figures, number, values[before[area]], values[now[area]])


def _difference(figures: Figures, number: int, before: float, now: float) -> Iterator[Finding]:
    month, difference = figures.values[number], now - before
    if agree(month, difference, (month, before, now)) or not before < now or month > now:
        return
    if abs(month - difference) > max(abs(month), difference) * limit("T02", "percent") / 100:
        yield Finding("T02", number, tidy(difference))


def _january(figures: Figures, measure: Measure) -> Iterator[Finding]:
    """A January of a survey that has had none since 2013; databases do print Februaries."""
    for column in measure.columns.values():
        first = next(iter(column.values()))
        time = figures.table.times[first]
        is_single = time.endswith("-01") and measure.kind[1] != "stock"
        if is_single and int(time[:4]) >= limit("T03", "since"):
            yield Finding("T03", first)
