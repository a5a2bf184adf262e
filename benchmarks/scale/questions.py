"""What is asked of the warehouse, and the same written by hand against plain Parquet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from benchmarks.scale.world import Measure
from cockpit.country import CHINA
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.warehouse import Warehouse
from cockpit.warehouse.reader import Reader

PANELS = 15
LAST = Period.parse("M", "2024-12", "ytd")
AGO = datetime(2024, 6, 30)  # noqa: DTZ001 - UTC, as the warehouse counts


@dataclass(frozen=True)
class Question:
    """A name, the door's way and the hand's way; each way returns as many values."""

    name: str
    ours: Callable[[], int]
    hand: Callable[[], int]


def read(
    warehouse: Warehouse, told: Sequence[Measure], areas: Sequence[str], parquet: Path
) -> Iterator[Question]:
    """Every read, each through a reader that remembers no answer."""
    monthly = [m for m in told if m.freq == "M"]
    first, panels = _selection(monthly[0]), [_selection(m) for m in monthly[:PANELS]]
    by_hand, regions = Hand(parquet), areas[1:32]

    def now() -> Reader:
        return fresh(warehouse)

    def then() -> Reader:
        return fresh(warehouse, AGO)

    wall = {"indicators": [s.indicator for s in panels], "area": CHINA}
    one = {"indicator": first.indicator, "area": areas[5]}
    some = {"indicator": first.indicator, "areas": list(regions)}
    year = {"indicator": first.indicator, "start": LAST.start, "months": LAST.months}
    mine = [first.of(areas[5])]
    asked: list[tuple[str, Callable[[], int], str, dict[str, object]]] = [
        ("wall: latest of 15 panels", lambda: _wall(now(), panels), _WALL, wall),
        ("wall: series of 15 panels", lambda: _series(now(), panels), _WALL_SERIES, wall),
        ("one series of 20 years", lambda: _series(now(), mine), _SERIES, one),
        ("31 regions of one indicator", lambda: _across(now(), first, regions), _REGIONS, some),
        ("year-on-year of 3,000 areas", lambda: _growth(now(), first, areas), _GROWTH, year),
        ("one series as of a year ago", lambda: _series(then(), mine), _KNOWN, one | {"at": AGO}),
        (
            "31 regions as of a year ago",
            lambda: _across(then(), first, regions),
            _REGIONS_KNOWN,
            some | {"at": AGO},
        ),
    ]
    for name, ours, sql, given in asked:
        yield Question(name, ours, by_hand(sql, **given))


class Hand:
    """Queries on the plain file, with two threads like the warehouse's on two cores."""

    def __init__(self, parquet: Path) -> None:
        self._file = f"read_parquet('{parquet}')"
        self._connection = duckdb.connect(config={"threads": "2"})

    def __call__(self, sql: str, **given: object) -> Callable[[], int]:
        """The query as a call that returns how many rows it found."""
        query = sql.format(file=self._file)
        return lambda: len(self._connection.execute(query, given).fetchall())


def fresh(warehouse: Warehouse, as_of: datetime | None = None) -> Reader:
    """A reader that has given no answer yet; nothing is told twice from memory."""
    reader = warehouse.reader(as_of)
    reader._snapshot = replace(reader._snapshot, _answers={})
    return reader


def _selection(measure: Measure) -> Selection:
    return Selection(
        indicator=measure.indicator,
        area=CHINA,
        transformation=measure.transformation,  # ty: ignore[invalid-argument-type]
    )


def _wall(reader: Reader, panels: Sequence[Selection]) -> int:
    return sum(len(series.points) for series in reader.wall(panels))


def _series(reader: Reader, panels: Sequence[Selection]) -> int:
    return sum(len(reader.series(panel).points) for panel in panels)


def _across(reader: Reader, selection: Selection, areas: Sequence[str]) -> int:
    return sum(len(series.points) for series in reader.across(selection, areas).values())


def _growth(reader: Reader, selection: Selection, areas: Sequence[str]) -> int:
    """Growth of every area at the last month that any of them reaches."""
    heads = reader.latest(selection, areas)
    last = max(series.points[0].period for series in heads.values())
    told = reader.at(selection, areas, [last, last.shift(-12)])
    pairs = ((s.at(last), s.at(last.shift(-12))) for s in told.values())
    return len(
        [now.value / then.value for now, then in pairs if now and then and now.value and then.value]
    )


_NOW = "transformation = 'level' and superseded is null"
_WALL = f"""
select indicator, arg_max(value, start * 100 + months) from {{file}}
where indicator = any($indicators) and area = $area and freq = 'M' and {_NOW} group by 1"""
_WALL_SERIES = f"""
select indicator, start, months, value from {{file}}
where indicator = any($indicators) and area = $area and freq = 'M' and {_NOW} order by 1, 2, 3"""
_SERIES = f"""
select start, months, value from {{file}}
where indicator = $indicator and area = $area and freq = 'M' and {_NOW} order by 1, 2"""
_REGIONS = f"""
select area, start, months, value from {{file}}
where indicator = $indicator and area = any($areas) and freq = 'M' and {_NOW} order by 1, 2, 3"""
_GROWTH = f"""
select now.area, now.value / before.value from {{file}} as now join {{file}} as before using (area)
where now.indicator = $indicator and now.freq = 'M' and now.start = $start
    and now.months = $months and now.{_NOW.replace("and ", "and now.")}
    and before.indicator = $indicator and before.freq = 'M' and before.start = $start - 12
    and before.months = $months and before.{_NOW.replace("and ", "and before.")}"""
_THEN = """transformation = 'level' and published <= $at
    and (superseded is null or superseded > $at)"""
_KNOWN = f"""
select start, months, value from {{file}}
where indicator = $indicator and area = $area and freq = 'M' and {_THEN} order by 1, 2"""
_REGIONS_KNOWN = f"""
select area, start, months, value from {{file}}
where indicator = $indicator and area = any($areas) and freq = 'M' and {_THEN} order by 1, 2, 3"""
