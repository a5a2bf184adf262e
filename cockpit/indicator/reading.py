"""The reading door as a calculation uses it: each series is read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cockpit.period import Period
from cockpit.series import ReadingDoor, Selection, Series, SeriesKey, Source


class Holdings:
    """What is published, each series read once; with `areas`, for all of them in one query.

    Series read together come in one frequency, accumulation and unit, so that they compare.
    """

    def __init__(self, door: ReadingDoor, areas: Sequence[str] = ()) -> None:
        self._door = door
        group = Group(areas)
        self._groups = dict.fromkeys(areas, group)
        self._one: dict[Selection, Series] = {}

    def series(self, selection: Selection) -> Series:
        """One published series; empty where nothing is held."""
        if group := self._groups.get(selection.area):
            held = self._together(selection, group).get(selection.area)
            return held or Series(None, selection.unit or "", ())
        if selection not in self._one:
            self._one[selection] = self._door.series(selection)
        return self._one[selection]

    def anywhere(self, selection: Selection) -> bool:
        """Whether any of the areas that are read together has figures."""
        group = self._groups.get(selection.area)
        return bool(group and self._together(selection, group))

    def together(self, areas: Sequence[str]) -> None:
        """Read these areas in one query from now on, unless they already are."""
        group = Group(areas)
        for area in areas:
            self._groups.setdefault(area, group)

    def source(self, observation: int) -> Source | None:
        """The cell behind an observation, or None where the reader may not see it."""
        return self._door.sources([observation]).get(observation)

    def history(self, key: SeriesKey, period: Period) -> Sequence[Source]:
        """Every published value of one figure, latest publication first."""
        return self._door.history(key, period)

    def _together(self, selection: Selection, group: Group) -> Mapping[str, Series]:
        asked = selection.of("")
        if asked not in group.known:
            group.known[asked] = self._door.across(selection, group.areas)
        return group.known[asked]


class Group:
    """Areas that are read together, and what was read of them."""

    def __init__(self, areas: Sequence[str]) -> None:
        self.areas = tuple(areas)
        self.known: dict[Selection, Mapping[str, Series]] = {}
