"""P09, R08, T01, T08, T09 and T14: one period of a file beside another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import prod

from loaders.checks.figures import Figures, follows, place_in_time
from loaders.checks.findings import Finding
from loaders.checks.measure import Measure
from loaders.checks.precision import power_apart
from loaders.checks.rules import limit

_OUTPUT = "gdp"
_YEAR = 12

Pair = tuple[int, int]
"""A figure of one period and that of the same area in a later one."""


def check_histories(figures: Figures) -> Iterator[Finding]:
    """At most one issue a figure and rule."""
    if len(figures.times) <= 1:
        return
    for measure in figures.layout.levels():
        unit = measure.kind[3]
        if len(measure.columns) > 1 and unit != "%" and not unit.endswith("=100"):
            yield from _through_time(figures, measure)
    yield from _chained(figures)


def _through_time(figures: Figures, measure: Measure) -> Iterator[Finding]:
    columns, several, values = measure.columns, limit("R08", "figures"), figures.values
    unusual = _falling_or_jumping if _is_watched(measure) else _of_another_unit
    for earlier, later in pairwise(measure.times):
        before, now = columns[earlier], columns[later]
        pairs = [(before[area], number) for area, number in now.items() if area in before]
        for old, number in unusual(values, pairs):
            yield from _pair(figures, measure, old, number)
        if len(now) == len(pairs) >= several and follows(earlier, later):
            yield from _unchanged(figures, measure, pairs)


def _is_watched(measure: Measure) -> bool:
    """Whether falls or jumps of it are asked about, and not only other units."""
    if measure.indicator is None:
        return False
    grows = measure.kind[1] == "ytd" and grows_through_year(measure)
    return grows or measure.name == _OUTPUT or measure.kind[:2] == ("M", "stock")


def _falling_or_jumping(values: Sequence[float], pairs: Sequence[Pair]) -> list[Pair]:
    """Most figures rise a little, and no rule asks about these."""
    return [(old, new) for old, new in pairs if not values[old] <= values[new] <= values[old] * 1.3]


def _of_another_unit(values: Sequence[float], pairs: Sequence[Pair]) -> list[Pair]:
    """Figures less than a hundred times apart are in one unit."""
    return [
        (old, new)
        for old, new in pairs
        if not 0 < values[old] < values[new] * 100 < values[old] * 10_000
    ]


def _pair(figures: Figures, measure: Measure, old: int, number: int) -> Iterator[Finding]:
    before, now = figures.values[old], figures.values[number]
    power = power_apart(before, now, limit("P09", "slack"))
    # Things nobody knows may well be seasonal; a flow or stock of the catalogue is not so much.
    is_known = measure.indicator is not None and not measure.has_rule("S")
    if power and before > 0 and now > 0 and is_known:
        yield Finding("P09", number, before, words={"power": power})
    else:
        yield from _fall(figures, measure, old, number)
        yield from _jump(figures, measure, old, number)


def _fall(figures: Figures, measure: Measure, old: int, number: int) -> Iterator[Finding]:
    before, now = figures.values[old], figures.values[number]
    earlier, later = figures.table.times[old], figures.table.times[number]
    freq, accumulation = measure.kind[:2]
    if now >= before or measure.indicator is None:
        return
    if accumulation == "ytd" and grows_through_year(measure):
        if earlier[:4] == later[:4]:
            yield Finding("T01", number, before)
    elif measure.name == _OUTPUT and freq == "A":
        fallen = now < before * (1 - limit("T09", "fall") / 100)
        if fallen and follows(earlier, later):
            yield Finding("T09", number, before)


def grows_through_year(measure: Measure) -> bool:
    """Whether its cumulative levels only rise: flows do; balances, ratios and profits need not."""
    known = measure.indicator is not None and "y" in measure.indicator.kinds
    return known and adds_up(measure.kind[3]) and not measure.has_rule("S")


def adds_up(unit: str) -> bool:
    """Whether months counted so add up: shares, indices and what is per something do not."""
    return unit != "%" and "/" not in unit and not unit.endswith("=100")


def _jump(figures: Figures, measure: Measure, old: int, number: int) -> Iterator[Finding]:
    """Stocks of one month hardly leave those of the month before."""
    if measure.kind[:2] != ("M", "stock") or measure.indicator is None:
        return
    before, now = figures.values[old], figures.values[number]
    far = abs(now - before) > abs(before) * limit("T08", "percent") / 100
    if far and follows(figures.table.times[old], figures.table.times[number]):
        yield Finding("T08", number, before)


def _unchanged(figures: Figures, measure: Measure, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """A whole column that repeats the one before was hardly brought up to date."""
    values = figures.values
    if measure.kind[0] != "A" and all(values[old] == values[new] for old, new in pairs):
        first = pairs[0][1]
        yield Finding("R08", first, values[first], words={"count": len(pairs)})


def _chained(figures: Figures) -> Iterator[Finding]:
    """Twelve indices on the month before multiply to the one on the year before."""
    for measure in figures.layout.levels():
        freq, accumulation, transformation, unit = measure.kind
        if unit != "上年同月=100" or len(measure.columns) < _YEAR:
            continue
        steps = figures.layout.get(
            measure.name, measure.breakdown, (freq, accumulation, transformation, "上月=100")
        )
        if steps is not None:
            yield from _against_chain(figures, measure, steps)


def _against_chain(figures: Figures, measure: Measure, steps: Measure) -> Iterator[Finding]:
    times = steps.times
    for place in range(_YEAR - 1, len(times)):
        span = times[place - _YEAR + 1 : place + 1]
        whole = place_in_time(span[-1]) - place_in_time(span[0]) == _YEAR - 1
        for area, number in measure.columns.get(span[-1], {}).items() if whole else ():
            links = [steps.columns[time].get(area) for time in span]
            known = [figures.values[link] for link in links if link is not None]
            if len(known) == len(links):
                yield from _chain(figures, number, known)


def _chain(figures: Figures, number: int, links: list[float]) -> Iterator[Finding]:
    expected = prod(link / 100 for link in links) * 100
    if abs(expected - figures.values[number]) > limit("T14", "points"):
        yield Finding("T14", number, round(expected, 1))
