"""Everything an address asks for, settled and read once: the page and its files are made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cockpit.catalog import Catalog, Indicator
from cockpit.indicator import Calculator
from cockpit.indicator.offer import FIRST, measures, parts
from cockpit.observation import Transformation
from cockpit.series import Breakdown, ReadingDoor, Selection, SeriesKey
from layouts.explore.address import Exploration
from layouts.explore.reading import Line, line, lines, within

_BESIDE: Mapping[Transformation, Transformation] = {
    "yoy_levels": "yoy",
    "yoy_average": "yoy",
    "contribution_rate": "contribution",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An exploration and its figures; `whole` is the first area's line over all time."""

    exploration: Exploration
    keys: Sequence[SeriesKey]
    parts: Sequence[Breakdown]
    measure: Transformation
    second: Transformation
    whole: Line
    main: tuple[Line, ...]
    beside: tuple[Line, ...]

    @property
    def selections(self) -> list[Selection]:
        """What was read, settled, for all areas and both measures."""
        held = (line for line in (*self.main, *self.beside) if line.key)
        return [_selection(self.exploration, line).settled(line.series) for line in held]


def picture(
    asked: Exploration,
    indicator: Indicator,
    catalog: Catalog,
    calculator: Calculator,
    door: ReadingDoor,
) -> Picture:
    """Read the chosen measure of all areas, and in the same frequency and basis the second."""
    keys = door.keys(indicator.id, asked.areas[0])
    choices = parts(keys, indicator, catalog)
    if not keys and len(choices) > 1:
        ways = (way for part in choices for way in _ways(asked, part, FIRST))
        given = (way.breakdown for way in ways if _given(way, calculator))
        choices = list(dict.fromkeys(given)) or [()]
    exploration = _settled(asked, keys, choices, indicator, calculator)
    measure = exploration.transformation or "level"
    second = companion(indicator, measure)
    main = lines(calculator, exploration.select(measure), asked.areas)
    beside = lines(calculator, _like(exploration.select(second), main[0]), asked.areas)
    return Picture(
        exploration=exploration,
        keys=keys,
        parts=choices,
        measure=measure,
        second=second,
        whole=main[0],
        main=within(main, asked),
        beside=within(beside, asked),
    )


def _settled(
    asked: Exploration,
    keys: Sequence[SeriesKey],
    choices: Sequence[Breakdown],
    indicator: Indicator,
    calculator: Calculator,
) -> Exploration:
    """What is open, settled by what is published, else by the first that can be calculated."""
    wanted = [asked.breakdown] if asked.breakdown else choices
    ways = [way for part in wanted for way in _ways(asked, part, measures(keys, indicator, part))]
    held = {(key.breakdown, key.transformation) for key in keys}
    first = sorted(ways, key=lambda way: (way.breakdown, way.transformation) not in held)
    return next((way for way in first if _given(way, calculator)), ways[0])


def _ways(
    asked: Exploration, part: Breakdown, order: Sequence[Transformation]
) -> list[Exploration]:
    measures = [asked.transformation] if asked.transformation else order
    return [replace(asked, breakdown=part, transformation=measure) for measure in measures]


def _given(way: Exploration, calculator: Calculator) -> bool:
    return line(calculator, way.select(way.transformation or "level")).series.latest is not None


def companion(indicator: Indicator, measure: Transformation) -> Transformation:
    """What stands below the chosen measure: change below levels, levels below anything else."""
    if measure in _BESIDE:
        return _BESIDE[measure]
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
