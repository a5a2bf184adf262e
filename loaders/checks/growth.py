"""R05, T05, T06, T07, T15 and C02: growth columns, alone and beside their levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cockpit.observation import Observation
from loaders import reasons
from loaders.checks.figures import Figures, follows
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.levels import beside_levels
from loaders.checks.located import between
from loaders.checks.measure import Measure
from loaders.checks.precision import growth_range, half_unit
from loaders.checks.rules import limit

_GROWTH = ("yoy", "%")
_WHOLE = 100.0
_ROUNDING = 0.05 + 1e-9
_LEAST = 0.5
"""A base below this may be nothing but rounding."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A published growth beside the one that its levels give.

    `apart` counts the percentage points between them that rounding does not explain; `base` is the
    level of a year before.
    """

    number: int
    base: int
    published: float
    computed: float
    apart: float


def check_growth(figures: Figures) -> Iterator[Finding]:
    """At most one issue a figure."""
    if "yoy" in figures.layout.transformations and _may_hold_another_thing(figures):
        yield from _columns(figures)
    for measure in figures.layout.of_transformation("yoy") if len(figures.times) > 1 else ():
        if measure.kind[3] == "%":
            yield from _beside_levels(figures, measure)
            yield from _between_growths(figures, measure)


def _may_hold_another_thing(figures: Figures) -> bool:
    """Whether all growth in a column is near 100 or below one, as indices and fractions are."""
    numbers = [*figures.layout.ask(_growing)]
    around, fraction, values = limit("R05", "around"), limit("R05", "fraction"), figures.values
    low, high = _WHOLE - around, _WHOLE + around
    odd = {n for n in numbers if -fraction < values[n] < fraction or low <= values[n] <= high}
    if len(odd) < limit("R05", "figures"):
        return False
    columns = {_column(figures.record(n)) for n in odd}
    counted = odd | {number for _, number in figures.layout.repeated}
    for n in numbers:
        if n not in counted:
            columns.discard(_column(figures.record(n)))
            if not columns:
                return False
    return True


def _growing(layout: Layout) -> Iterator[int]:
    """Every figure of growth over a year."""
    return layout.figures_of(*_GROWTH)


def _column(record: Observation) -> tuple[str, str]:
    """The sheet and the letters of a column."""
    return record.sheet, record.cell.rstrip("0123456789")


def _columns(figures: Figures) -> Iterator[Finding]:
    """Columns of a sheet that hold something else in place of growth."""
    columns: dict[tuple[str, str], list[int]] = {}
    for measure in figures.layout.of_transformation("yoy"):
        if measure.kind[3] == "%":
            for number in measure.numbers():
                columns.setdefault(_column(figures.record(number)), []).append(number)
    for numbers in columns.values():
        if kind := _mistaken([figures.values[number] for number in numbers]):
            yield from (Finding("R05", number, words=kind) for number in numbers)


def _mistaken(values: Sequence[float]) -> dict[str, str] | None:
    """What a whole growth column holds in place of growth, in both languages."""
    if len(values) < limit("R05", "figures"):
        return None
    if max(abs(value - _WHOLE) for value in values) <= limit("R05", "around"):
        return {"kind": "指数（约100）", "kind_en": "an index around 100"}
    small = max(map(abs, values)) < limit("R05", "fraction")
    # Published growth has one decimal; 0.053 is 5.3 %.
    if small and sum(half_unit(value) < 0.01 for value in values) * 2 > len(values):
        return {"kind": "小数（0.05即5%）", "kind_en": "a fraction (0.05 for 5 %)"}
    return None


def _beside_levels(figures: Figures, measure: Measure) -> Iterator[Finding]:
    levels = figures.layout.levels_of(measure)
    if levels is None or len(levels.columns) == 1 or measure.has_rule("S"):
        return
    found = list(_compared(figures, measure, levels))
    gross = [one for one in found if _is_gross(one) and not _is_open(figures.record(one.base))]
    for one in gross:
        yield Finding("C02", one.number, round(one.computed, 1))
    if not gross and found:
        yield from _by_rule(measure, found)


def _compared(figures: Figures, measure: Measure, levels: Measure) -> Iterator[Compared]:
    for number, pair in beside_levels(measure, levels):
        if pair:
            yield from _comparison(figures, number, *pair)


def _comparison(figures: Figures, number: int, level: int, base: int) -> Iterator[Compared]:
    published, now, before = (figures.values[one] for one in (number, level, base))
    if now > 0 and before > _LEAST:
        computed = (now / before - 1) * 100
        apart = _apart(published, computed, now, before)
        yield Compared(number, base, published, computed, apart)


def _apart(published: float, computed: float, now: float, before: float) -> float:
    """Levels printed exactly enough leave nothing open, so most figures need no closer look."""
    rough = abs(published - computed)
    if rough <= limit("T05", "points"):
        return 0 if rough <= _ROUNDING else rough
    low, high = growth_range(now, before)
    slack = half_unit(published)
    return max(low - published, published - high, slack) - slack


def _is_open(record: Observation) -> bool:
    """A figure that may be of another period, which is asked about anyhow, proves nothing."""
    return reasons.OPEN_PERIOD in record.reasons


def _is_gross(one: Compared) -> bool:
    """Constant prices, revised bases and changed scopes move growth, but not so far."""
    band = max(limit("C02", "points"), abs(one.published) * limit("C02", "percent") / 100)
    return one.apart > band


def _by_rule(measure: Measure, found: list[Compared]) -> Iterator[Finding]:
    if measure.has_rule("R"):
        yield from _computed(found)
    elif measure.has_rule("C"):
        yield from _revised(found)
    elif measure.has_rule("P"):
        yield from _differing(found)


def _differing(found: list[Compared]) -> Iterator[Finding]:
    """The widest gap, and how many there are."""
    differing = [one for one in found if one.apart > limit("T05", "points")]
    if differing:
        most = max(differing, key=lambda one: one.apart)
        count = {"count": len(differing)}
        yield Finding("T05", most.number, round(most.computed, 1), words=count)


def _computed(found: list[Compared]) -> Iterator[Finding]:
    """Growth at constant prices that is the ratio of levels to the last decimal, all over."""
    if len(found) < limit("T07", "figures") or any(one.apart for one in found):
        return
    if all(half_unit(one.published) <= _ROUNDING for one in found):
        yield from (Finding("T07", one.number) for one in found)


def _revised(found: list[Compared]) -> Iterator[Finding]:
    revised = [one for one in found if one.apart > limit("T06", "points")]
    if revised:
        most = max(revised, key=lambda one: one.apart)
        base = ((_WHOLE + most.computed) / (_WHOLE + most.published) - 1) * _WHOLE
        yield Finding("T06", most.number, None, round(base, 1), words={"count": len(revised)})


def _between_growths(figures: Figures, measure: Measure) -> Iterator[Finding]:
    """Cumulative growth moves from that of the month before towards the month's own."""
    freq, accumulation, transformation, unit = measure.kind
    if accumulation != "ytd":
        return
    own = figures.layout.get(
        measure.name, measure.breakdown, (freq, "period", transformation, unit)
    )
    times = measure.times if own is not None and not measure.has_rule("S") else []
    for earlier, later in pairwise(times):
        if own is not None and earlier[:4] == later[:4] and follows(earlier, later):
            for area, number in measure.columns[later].items():
                before = measure.columns[earlier].get(area)
                single = own.columns.get(later, {}).get(area)
                if before is not None and single is not None:
                    yield from _outside(figures, number, before, single)


def _outside(figures: Figures, number: int, one: int, other: int) -> Iterator[Finding]:
    low, high = sorted((figures.values[one], figures.values[other]))
    slack = limit("T15", "points")
    if not low - slack <= figures.values[number] <= high + slack:
        yield Finding("T15", number, between(low, high))
