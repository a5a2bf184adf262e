"""What publishing a batch would do to the figures that stand now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Literal

from cockpit.observation import Observation
from cockpit.series import Point, ReadingDoor, Selection

Verdict = Literal["new", "changed", "same", "unknown", "empty"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure brought, beside the value that stands now in the same unit.

    An `empty` cell carries no value and replaces nothing; an `unknown` figure's indicator or
    area is not in the catalogue, so it is kept as printed and shown nowhere yet.
    """

    observation: Observation
    verdict: Verdict
    before: float | None = None


def effect(observations: Iterable[Observation], door: ReadingDoor) -> list[Judged]:
    """Judge figures by what stands, one query a series over all its areas."""
    kinds: dict[Selection, list[Observation]] = defaultdict(list)
    for observation in observations:
        kinds[_selection(observation)].append(observation)
    return [one for kind, group in kinds.items() for one in _judge(kind, group, door)]


def _judge(kind: Selection, group: Sequence[Observation], door: ReadingDoor) -> Iterator[Judged]:
    stands = _standing(kind, group, door)
    for one in group:
        point = stands.get((one.area or "", str(one.period)))
        before = point.value if point else None
        yield Judged(one, _verdict(one, before), before)


def _verdict(one: Observation, before: float | None) -> Verdict:
    if one.value is None:
        return "empty"
    if one.indicator is None or one.area is None:
        return "unknown"
    if before is None:
        return "new"
    return "same" if isclose(one.value, before, rel_tol=1e-9) else "changed"


def _standing(
    kind: Selection, group: Sequence[Observation], door: ReadingDoor
) -> Mapping[tuple[str, str], Point]:
    areas = sorted({one.area for one in group if one.area})
    if not areas or not kind.indicator:
        return {}
    return {
        (area, str(point.period)): point
        for area, series in door.across(kind, areas).items()
        for point in series.points
    }


def _selection(observation: Observation) -> Selection:
    """The series of an observation, without its area."""
    return Selection(
        indicator=observation.indicator or "",
        area="",
        freq=observation.freq,
        accumulation=observation.accumulation,
        transformation=observation.transformation,
        breakdown=tuple(sorted(observation.breakdown.items())),
        unit=observation.unit,
    )
