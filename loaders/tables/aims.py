"""Growth right of a budget or a target that follows what was reached before: 比上年增长%."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.facets import Facets
from loaders.heading.kinds import OF_A_TARGET
from loaders.tables.counts import is_earlier, is_level, is_target, when_said
from loaders.timing import year_of

_COMPARED = ("yoy", "change")


def grown_to_targets(columns: Sequence[Facets], found: Sequence[Facets]) -> list[Facets]:
    """Columns as completed; 增长% behind 2023年执行数 and 2024年预算数 is asked about.

    It tells how much the budget of 2024 is more than what was reached in 2023.
    """
    if not any(map(is_target, columns)):
        return list(found)
    return [
        _of_target(completed, target)
        if (target := _aim(columns, number)) and _is_compared(facets, target)
        else completed
        for number, (facets, completed) in enumerate(zip(columns, found, strict=True))
    ]


def _of_target(facets: Facets, target: Facets) -> Facets:
    dated = facets._replace(time=target.time, part=target.part, relative=target.relative)
    return dated._replace(doubts=(*facets.doubts, OF_A_TARGET))


def _is_compared(facets: Facets, target: Facets) -> bool:
    """Growth, or an index on the year before, that names no other period than the target."""
    measure = facets.measure
    if measure is None or measure.accumulation:
        return False
    if facets.says_when and when_said(facets) != when_said(target):
        return False
    return measure.transformation in _COMPARED or _is_index(facets)


def _is_index(facets: Facets) -> bool:
    return facets.measure is not None and facets.measure.unit.endswith("=100")


def _aim(columns: Sequence[Facets], number: int) -> Facets | None:
    """The target left of a growth where all that was reached lies in the years before it.

    Right of a target alone, of no growth itself, growth is the target's too.
    """
    left = _amounts(columns[:number], columns[number])
    if not left or not is_target(left[-1]) or left[-1].unit == "%":
        return None
    reached = [one for one in left if not is_target(one)]
    if not reached:
        reached = [one for one in _amounts(columns, columns[number]) if not is_target(one)]
    return left[-1] if all(_is_before(one, left[-1]) for one in reached) else None


def _amounts(columns: Sequence[Facets], beside: Facets) -> list[Facets]:
    """Amounts and targets of what another column counts."""
    amounts = [one for one in columns if is_level(one) and not _is_index(one)]
    return [one for one in amounts if not (one.names and beside.names) or one.names == beside.names]


def _is_before(reached: Facets, target: Facets) -> bool:
    """上年执行数, and 2023年 before a target of 2024."""
    if reached.time is None or target.time is None:
        return reached.time is None and is_earlier(reached)
    return year_of(reached.time) < year_of(target.time)
