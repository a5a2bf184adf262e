"""Targets of a year: dated data with a source, never one fixed number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from cockpit.catalog import Catalog
from cockpit.catalog.sheet import Folder, Row
from cockpit.errors import CatalogueFault
from cockpit.series import Breakdown

COLUMNS = "year area indicator breakdown measure unit value bound near adopted source"
Bound = Literal["at_least", "at_most", "around", "around_at_most"]
Measure = Literal["level", "yoy"]
What = tuple[int, str, str, Breakdown, Measure]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What an area means to reach in a year: an amount (`level`) or a rate of growth (`yoy`).

    `near` is how far behind still counts as close, in percentage points; a target of `around`
    is reached within it, one of `around_at_most` also anywhere below. `adopted` is since when it
    holds: later rows replace earlier ones.
    """

    year: int
    area: str
    indicator: str
    breakdown: Breakdown
    measure: Measure
    unit: str
    value: float
    bound: Bound
    near: float
    adopted: date
    source: str

    @property
    def what(self) -> What:
        """Which target is meant, whatever its value."""
        return (self.year, self.area, self.indicator, self.breakdown, self.measure)


@dataclass(frozen=True, slots=True)
class Targets:
    """Every target with those it replaced, in the order of their adoption."""

    known: Mapping[What, tuple[Target, ...]] = field(default_factory=dict)

    def of(self, area: str, year: int, as_of: date | None = None) -> tuple[Target, ...]:
        """The targets of an area for a year that hold, or held on a day."""
        found = []
        for (when, where, *_rest), adopted in self.known.items():
            held = [one for one in adopted if as_of is None or one.adopted <= as_of]
            if (when, where) == (year, area) and held:
                found.append(held[-1])
        return tuple(found)

    def latest_year(self, area: str) -> int | None:
        """The last year for which an area has a target."""
        return max((when for when, where, *_rest in self.known if where == area), default=None)


def load_targets(folder: Path, catalog: Catalog) -> Targets:
    """Read every file of the folder; raises CatalogueFault naming each fault with its line."""
    files = Folder(folder, [])
    known: dict[What, list[Target]] = {}
    for path in sorted(folder.glob("*.csv")):
        for row in files.rows(path.name, COLUMNS):
            target = _target(row, catalog)
            beside = known.setdefault(target.what, [])
            if any(one.adopted == target.adopted for one in beside):
                row.fault("another row states this target as of the same day")
            beside.append(target)
    if files.faults:
        raise CatalogueFault("\n".join(files.faults))
    order = {what: sorted(rows, key=lambda one: one.adopted) for what, rows in known.items()}
    return Targets({what: tuple(rows) for what, rows in order.items()})


def _target(row: Row, catalog: Catalog) -> Target:
    if catalog.areas.get(row.text("area")) is None:
        row.fault(f'area "{row.optional("area")}" is not in areas.csv')
    indicator = row.one_of("indicator", catalog.indicators, "indicators.csv")
    measure = cast(Measure, row.one_of("measure", get_args(Measure)))
    return Target(
        year=row.integer("year"),
        area=row.text("area"),
        indicator=indicator,
        breakdown=row.pairs("breakdown"),
        measure=measure,
        unit=_unit(row, indicator, measure, catalog),
        value=_value(row),
        bound=cast(Bound, row.one_of("bound", get_args(Bound))),
        near=row.number("near"),
        adopted=row.day("adopted"),
        source=row.text("source"),
    )


def _unit(row: Row, indicator: str, measure: Measure, catalog: Catalog) -> str:
    """Growth is in per cent; an amount in a unit of what the indicator measures."""
    written = row.text("unit")
    if measure == "yoy" and written != "%":
        row.fault(f'unit "{written}" of a rate of growth is not %')
    unit, entry = catalog.units.parse(written), catalog.indicators.get(indicator)
    if unit is None:
        row.fault(f'unit "{written}" is not in units.csv')
    own = catalog.units.parse(entry.unit) if entry else None
    if measure == "level" and unit and own and own.dimension != unit.dimension:
        row.fault(f'unit "{written}" does not measure {indicator}, which is in {own.symbol}')
    return unit.symbol if unit else written


def _value(row: Row) -> float:
    value = row.number("value")
    if row.optional("measure") == "level" and value <= 0:
        row.fault(f'value "{row.optional("value")}" of an amount is not above 0')
    return value
