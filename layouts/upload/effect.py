"""What publishing a batch would do to the figures that stand now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isclose

from cockpit.observation import Observation
from cockpit.series import Breakdown, Point, ReadingDoor, Selection


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that stands, and the one that would stand in its place, in the same unit."""

    observation: Observation
    before: float


@dataclass(frozen=True, slots=True)
class Effect:
    """Counts of figures; `empty` cells carry no value and replace nothing."""

    new: int
    unchanged: int
    changed: tuple[Change, ...]
    empty: int


def effect(observations: Iterable[Observation], door: ReadingDoor) -> Effect:
    """Compare observations with what stands, one query a series over all its areas."""
    new, unchanged, empty, changed = 0, 0, 0, []
    for observation, stands in _beside(observations, door):
        if observation.value is None:
            empty += 1
        elif stands is None or stands.value is None:
            new += 1
        elif isclose(observation.value, stands.value, rel_tol=1e-9):
            unchanged += 1
        else:
            changed.append(Change(observation, stands.value))
    return Effect(new, unchanged, tuple(changed), empty)


def _beside(
    observations: Iterable[Observation], door: ReadingDoor
) -> Iterable[tuple[Observation, Point | None]]:
    kinds: dict[Selection, list[Observation]] = defaultdict(list)
    for observation in observations:
        kinds[_selection(observation)].append(observation)
    for selection, group in kinds.items():
        stands = _standing(selection, group, door)
        for one in group:
            yield one, stands.get((one.area or "", str(one.period)))


def _standing(
    selection: Selection, group: Sequence[Observation], door: ReadingDoor
) -> Mapping[tuple[str, str], Point]:
    areas = sorted({one.area for one in group if one.area})
    if not areas or not selection.indicator:
        return {}
    held = door.across(selection, areas)
    return {
        (area, str(point.period)): point for area, series in held.items() for point in series.points
    }


def _selection(observation: Observation) -> Selection:
    """The series of an observation, without its area."""
    breakdown: Breakdown = tuple(sorted(observation.breakdown.items()))
    return Selection(
        indicator=observation.indicator or "",
        area="",
        freq=observation.freq,
        accumulation=observation.accumulation,
        transformation=observation.transformation,
        breakdown=breakdown,
        unit=observation.unit,
    )
