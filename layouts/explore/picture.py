"""Everything an address asks for, settled and read once: the page and its files are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cockpit.catalog import Indicator
from cockpit.indicator import Calculator
from cockpit.observation import Transformation
from cockpit.series import Breakdown, ReadingDoor, Selection, SeriesKey
from layouts.explore.address import Exploration
from layouts.explore.reading import Line, lines, settled, within


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An exploration and its figures; `whole` is the first area's line over all time."""

    exploration: Exploration
    keys: Sequence[SeriesKey]
    measure: Transformation
    second: Transformation
    whole: Line
    main: tuple[Line, ...]
    beside: tuple[Line, ...]

    @property
    def selections(self) -> list[Selection]:
        """What was read, settled, for all areas and both measures."""
        held = (line for line in (*self.main, *self.beside) if line.key)
        return [settled(_selection(self.exploration, line), line.series) for line in held]


def picture(
    asked: Exploration, indicator: Indicator, calculator: Calculator, door: ReadingDoor
) -> Picture:
    """Read the chosen measure of all areas, and in the same frequency and basis the second."""
    keys = door.keys(indicator.id, asked.areas[0])
    exploration = replace(asked, breakdown=part_held(keys, asked.breakdown))
    measure = asked.transformation or measure_held(keys, exploration.breakdown)
    second = companion(indicator, measure)
    main = lines(calculator, exploration.select(measure), asked.areas)
    beside = lines(calculator, _like(exploration.select(second), main[0]), asked.areas)
    return Picture(
        exploration=replace(exploration, transformation=measure),
        keys=keys,
        measure=measure,
        second=second,
        whole=main[0],
        main=within(main, asked),
        beside=within(beside, asked),
    )


def measure_held(keys: Sequence[SeriesKey], part: Breakdown) -> Transformation:
    """The measure to begin with: the level, or growth where only growth is published."""
    held = {key.transformation for key in keys if key.breakdown == part}
    return "yoy" if "yoy" in held and "level" not in held else "level"


def part_held(keys: Sequence[SeriesKey], asked: Breakdown) -> Breakdown:
    """The part asked for; where the whole is asked for and only parts are held, the first."""
    held = {key.breakdown for key in keys}
    return asked if asked or not held or () in held else min(held)


def companion(indicator: Indicator, measure: Transformation) -> Transformation:
    """What stands below the chosen measure: change below levels, levels below anything else."""
    if measure != "level":
        return "level"
    return "yoy_pp" if "D" in indicator.growth_rule else "yoy"


def _like(selection: Selection, line: Line) -> Selection:
    if line.key is None:
        return selection
    return replace(selection, freq=line.key.freq, accumulation=line.key.accumulation)


def _selection(exploration: Exploration, line: Line) -> Selection:
    transformation = line.key.transformation if line.key else "level"
    return exploration.select(transformation).of(line.area)
