"""A reading door over figures written down in a test, and how such figures are written.

One figure a line, in columns an economist can read:

    gdp_structure[sector=2]   A period   2023   38.3 %
    fai/yoy                   M ytd      2024-10  3.4 %
    budget_tax                M ytd      2024-10  …   亿元
    budget_revenue            M ytd      2024-10  112.40 亿元 P

The last column is the status where it is not normal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from cockpit.catalog import Catalog
from cockpit.indicator import Calculator
from cockpit.observation import Status
from cockpit.period import Period
from cockpit.series import Breakdown, Point, Selection, Series, SeriesKey, Source
from cockpit.warehouse.choice import Figure, choose, series_of
from indicators import FORMULAS

HOME = "370400"


@dataclass(frozen=True)
class Line:
    """One written figure."""

    selection: Selection
    period: Period
    value: float | None
    status: Status
    decimals: int
    unit: str


def read_line(text: str, area: str = HOME) -> Line:
    name, freq, accumulation, time, value, *rest = text.split()
    name, _, parts = name.removesuffix("]").partition("[")
    indicator, _, transformation = name.partition("/")
    selection = Selection(
        indicator=indicator,
        area=area,
        freq=cast(Any, freq),
        accumulation=cast(Any, accumulation),
        transformation=cast(Any, transformation or "level"),
        breakdown=_pairs(parts),
    )
    return Line(
        selection,
        Period.parse(freq, time, accumulation),
        None if value == "…" else float(value),
        cast(Status, "M" if value == "…" else rest[1] if rest[1:] else "A"),
        len(value.partition(".")[2]),
        rest[0] if rest else "",
    )


def _pairs(text: str) -> Breakdown:
    return tuple((name, code) for name, code in (p.split("=") for p in text.split(";") if p))


class WrittenDoor:
    """A `ReadingDoor` over written figures; it counts the questions it is asked."""

    def __init__(self, catalog: Catalog, lines: Iterable[Line]) -> None:
        self.questions: list[Selection] = []
        self._catalog = catalog
        self._figures = [self._figure(line, number) for number, line in enumerate(lines, 1)]

    def series(self, selection: Selection) -> Series:
        held = self.across(selection, [selection.area])
        return held.get(selection.area) or Series(None, selection.unit or "", ())

    def across(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        self.questions.append(selection)
        asked = (selection.indicator, selection.transformation, selection.breakdown)
        figures = [
            f
            for f in self._figures
            if (f.key.indicator, f.key.transformation, f.key.breakdown) == asked
            and f.key.area in areas
        ]
        figures.sort(key=lambda f: f.period)
        chosen = choose(figures, selection, self._catalog)
        return series_of(chosen, selection, self._catalog)

    def keys(self, indicator: str, area: str | None = None) -> Sequence[SeriesKey]:
        found = {f.key for f in self._figures if f.key.indicator == indicator}
        return [key for key in found if area in (None, key.area)]

    def sources(self, observations: Sequence[int]) -> Mapping[int, Source]:
        return {f.observation: _source(f) for f in self._figures if f.observation in observations}

    def history(self, key: SeriesKey, period: Period) -> Sequence[Source]:
        held = [f for f in self._figures if f.key == key and f.period == period]
        return [_source(f) for f in reversed(held)]

    def version(self) -> str:
        return "1"

    def _figure(self, line: Line, number: int) -> Figure:
        unit = self._catalog.units.parse(line.unit)
        assert unit, f"{line.unit} is not in the unit table"
        wanted = line.selection
        key = SeriesKey(
            indicator=wanted.indicator,
            area=wanted.area,
            freq=cast(Any, wanted.freq),
            accumulation=cast(Any, wanted.accumulation),
            transformation=wanted.transformation,
            unit=unit.dimension,
            breakdown=wanted.breakdown,
        )
        return Figure(key, number, line.period, line.value, line.unit, line.status)


def _source(figure: Figure) -> Source:
    return Source(
        observation=figure.observation,
        value=figure.value,
        unit=figure.unit,
        status=figure.status,
        file_name="月报.xlsx",
        sheet="表1",
        cell=f"C{figure.observation}",
        sha256="0" * 64,
        raw=str(figure.value),
        label=figure.key.indicator,
        ref_area="本市",
        batch=1,
        person="李",
        brought_by="李",
        published_at=datetime(2024, 11, 20, 2, 0, tzinfo=UTC),
        needs_review=False,
        reasons=(),
    )


Written = Callable[..., tuple[Calculator, WrittenDoor]]


@pytest.fixture
def written(catalog: Catalog) -> Written:
    """Make a calculator over written figures; keywords hold those of further areas."""

    def make(text: str, **areas: str) -> tuple[Calculator, WrittenDoor]:
        lines = [read_line(line) for line in text.strip().splitlines()]
        for area, more in areas.items():
            lines += [read_line(line, area.lstrip("_")) for line in more.strip().splitlines()]
        door = WrittenDoor(catalog, lines)
        return Calculator(door, catalog, FORMULAS), door

    return make


@pytest.fixture
def ask() -> Callable[[str], Selection]:
    """Read a request such as `gdp/yoy Q ytd`."""

    def read(text: str) -> Selection:
        name, *kind = text.split()
        line = read_line(f"{name} A period 2000 0")
        freq, accumulation = kind or (None, None)
        return replace(line.selection, freq=cast(Any, freq), accumulation=cast(Any, accumulation))

    return read


@pytest.fixture
def line() -> Callable[[str], Line]:
    """Read one written figure."""
    return read_line


@pytest.fixture
def point() -> Callable[[Calculator, Selection, str], Point]:
    """The figure of a series for a period written `2024-10`; fails where there is none."""

    def find(calculator: Calculator, selection: Selection, time: str) -> Point:
        series = calculator.series(selection)
        assert series.key is not None, selection
        found = series.at(Period.parse(series.key.freq, time, series.key.accumulation))
        assert found is not None, [str(p.period) for p in series.points]
        return found

    return find
