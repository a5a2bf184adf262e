"""What is shown of an indicator where nobody has said which part or measure of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cockpit.catalog import Catalog, Indicator
from cockpit.errors import ArithmeticRefused
from cockpit.indicator.calculator import Calculator
from cockpit.observation import Transformation
from cockpit.series import Breakdown, Selection, Series, SeriesKey

FIRST: tuple[Transformation, ...] = ("level", "yoy")
"""The measures that are tried before any other."""

NOTHING = Series(None, "", ())


def parts(keys: Sequence[SeriesKey], indicator: Indicator, catalog: Catalog) -> list[Breakdown]:
    """The parts published; of a derived indicator the whole and every code of its dimensions."""
    held = sorted({key.breakdown for key in keys})
    if held or not indicator.derived:
        return held or [()]
    codes = [pair for pair in catalog.codes if pair[0] in indicator.dims]
    return [(), *((pair,) for pair in codes)]


def measures(
    keys: Sequence[SeriesKey], indicator: Indicator, part: Breakdown
) -> list[Transformation]:
    """Levels before growth, unless only growth is published in the indicator's own frequency."""
    of_part = [key for key in keys if key.breakdown == part]
    usual = {key.transformation for key in of_part if key.freq in indicator.freq}
    others = sorted({key.transformation for key in of_part} - set(FIRST))
    return [*sorted(FIRST, key=lambda measure: measure not in usual), *others]


def offered(
    indicator: Indicator,
    area: str,
    keys: Sequence[SeriesKey],
    catalog: Catalog,
    calculator: Calculator,
) -> Series:
    """The series to show of an indicator: published before calculated, the whole before parts.

    `keys` are the series held of it in the area. Empty where neither holds a figure.
    """
    ways = list(_ways(indicator, area, keys, catalog))
    held = {(key.breakdown, key.transformation) for key in keys}
    first = sorted(ways, key=lambda way: (way.breakdown, way.transformation) not in held)
    found = (given(way, calculator) for way in first)
    return next((series for series in found if series.latest), NOTHING)


def given(selection: Selection, calculator: Calculator) -> Series:
    """A series, empty also where arithmetic is refused."""
    try:
        return calculator.series(selection)
    except ArithmeticRefused:
        return NOTHING


def _ways(
    indicator: Indicator, area: str, keys: Sequence[SeriesKey], catalog: Catalog
) -> Iterator[Selection]:
    whole = Selection(indicator=indicator.id, area=area)
    for part in parts(keys, indicator, catalog):
        for measure in measures(keys, indicator, part):
            yield replace(whole, breakdown=part, transformation=measure)
