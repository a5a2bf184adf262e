"""P10, P11, P27, P29 and C04: the same figure twice in one file."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_uppercase

from cockpit.observation import Issue, Observation
from loaders import reasons
from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.measure import Measure
from loaders.checks.precision import agree, is_rounded
from loaders.checks.rules import raise_issue
from loaders.heading import kinds

_GROWTH = frozenset({"yoy", "mom"})
"""Levels in tonnes and in tonne-kilometres are two figures; their growth is in % for both."""
_PRICES = 5.0
_OTHER_BASES = frozenset(
    {
        kinds.OTHER_YEAR,
        kinds.TWO_YEARS,
        kinds.SINCE_LAST,
        kinds.SINCE_YEAR_END,
        kinds.OF_THE_GROWTH,
        kinds.OFF_SCHEDULE,
        kinds.OTHER_REGION,
        kinds.RANK_OR_FIGURE,
    }
)
_ASKED_ITSELF = _OTHER_BASES | {reasons.UNKNOWN_QUALIFIER}
_OF_SEVERAL_THINGS = frozenset({"rank", "share", "contribution", "change", "target", "yoy_pp"})
"""A place has a rank by level and one by growth, a budget as set and as revised, a change since
last month and one since last year: these are two figures, and only one of them can be kept."""


def check_duplicates(figures: Figures) -> Iterator[Finding | Issue]:
    """Both cells of a contradiction, and one issue that counts harmless repetitions."""
    same = 0
    for numbers in figures.layout.repeated:
        first, second = map(figures.record, numbers)
        if _are_of_two_bases(first, second):
            continue
        values = figures.values[numbers[0]], figures.values[numbers[1]]
        rounded = is_rounded(*values) and not _may_be_real_and_nominal(first, second)
        if values[0] == values[1] or rounded:
            same += not _are_two_things(first, second)
        elif _are_two_things(first, second):
            yield Finding("P29", numbers[1], other=numbers[0])
        else:
            rule = "P10" if _is_one_thing(first, second) else "P27"
            yield Finding(rule, numbers[0], other=numbers[1])
            yield Finding(rule, numbers[1], other=numbers[0])
    if same:
        yield raise_issue("P11", found=same)


def _are_two_things(first: Observation, second: Observation) -> bool:
    """Figures of one name that need not be equal."""
    if first.transformation in _GROWTH:
        return first.label != second.label
    return first.transformation in _OF_SEVERAL_THINGS


def _may_be_real_and_nominal(first: Observation, second: Observation) -> bool:
    """Growths side by side, no further apart than prices change in a year: both are asked about.

    They may as well be a month's and those of the months together.
    """
    grow = first.transformation in _GROWTH
    beside = first.sheet == second.sheet and _row(first) == _row(second)
    return grow and beside and abs((first.value or 0) - (second.value or 0)) <= _PRICES


def _row(record: Observation) -> str:
    return record.cell.lstrip(ascii_uppercase)


def _are_of_two_bases(first: Observation, second: Observation) -> bool:
    """Growth since last month, or an unknown part, is asked about and contradicts nothing."""
    if first.reasons == second.reasons:
        return False
    one, other = (_ASKED_ITSELF.isdisjoint(record.reasons) for record in (first, second))
    return one != other


def _is_one_thing(first: Observation, second: Observation) -> bool:
    """A known indicator under one name; rows of an unknown name, or of two names, may be two."""
    is_known = second.indicator is not None and first.label == second.label
    return is_known and not _may_be_real_and_nominal(first, second)


def check_units(figures: Figures) -> Iterator[Finding]:
    """The same figure printed in two units of one dimension."""
    for first, other, factor in figures.layout.ask(_in_two_units):
        yield from _compared(figures, first, other, factor)


def _in_two_units(layout: Layout) -> Iterator[tuple[Measure, Measure, float]]:
    """Measures of one thing, and how many times greater the unit of the second one is."""
    units = layout.catalog.units
    for levels in layout.in_several_units():
        mine = units.parse(levels[0].kind[3])
        for other in levels[1:]:
            theirs = units.parse(other.kind[3])
            if mine is not None and theirs is not None and mine.dimension == theirs.dimension:
                yield levels[0], other, float(theirs.factor / mine.factor)


def _compared(figures: Figures, first: Measure, other: Measure, factor: float) -> Iterator[Finding]:
    for time in filter(other.columns.__contains__, first.columns):
        for area, number in other.columns[time].items():
            twin = first.columns[time].get(area)
            if twin is not None and not _same(figures.values[twin], figures.values[number], factor):
                units_ = {"unit": other.kind[3], "other_unit": first.kind[3]}
                yield Finding("C04", number, other=twin, words=units_)


def _same(there: float, here: float, factor: float) -> bool:
    """Whether two printings of a figure agree, each in its own unit, as exactly as printed."""
    in_my_unit = there / factor
    return agree(here, in_my_unit, [here]) or agree(here * factor, there, [there])
