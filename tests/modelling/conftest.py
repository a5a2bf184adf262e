"""Runs of figures written down, and the national series as the cockpit reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from app import ROOMS
from cockpit.cockpit import Cockpit
from cockpit.modelling.regular import Regular, Steps
from cockpit.period import Period
from cockpit.series import Point, Series, SeriesKey
from cockpit.settings import DATA, Settings

NATIONAL = ("04 *", "07 *", "08 *", "12 *")


@pytest.fixture(scope="session")
def national(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cockpit]:
    """The samples of power, retail sales, trade and unemployment, published."""
    cockpit = Cockpit(Settings(home=tmp_path_factory.mktemp("home")), ROOMS)
    for pattern in NATIONAL:
        (path,) = (DATA / "samples").glob(pattern)
        staged = cockpit.bring(path.read_bytes(), path.name, "test")
        cockpit.warehouse.publish(staged.batch.id, "test")
    yield cockpit
    cockpit.warehouse.close()


def key(indicator: str = "retail_total", **changed: object) -> SeriesKey:
    given = {"freq": "M", "accumulation": "period", "unit": "cny"} | changed
    return SeriesKey(indicator=indicator, area="370400", **given)  # type: ignore[arg-type]


@pytest.fixture
def months() -> Callable[..., Series]:
    """Single months from January 2015 on; None where none is held."""

    def make(values: Sequence[float | None], unit: str = "亿元", **changed: object) -> Series:
        start = 2015 * 12
        points = [Point(Period(start + i, 1), v, "A") for i, v in enumerate(values)]
        return Series(key(**changed), unit, tuple(points))  # type: ignore[arg-type]

    return make


@pytest.fixture
def run() -> Callable[..., Regular]:
    """A run of figures at equal steps, from the first one of 2015."""

    def make(values: Sequence[float], steps: Steps = 12, unit: str = "亿元") -> Regular:
        first = {12: Period(2015 * 12, 1), 11: Period(2015 * 12, 2), 4: Period(2015 * 12, 3)}[steps]
        empty = Regular(
            key=key(freq="Q" if steps == 4 else "M"),
            unit=unit,
            steps=steps,
            spans=(first,),
            values=(values[0],),
        )
        spans = (first, *empty.following(len(values) - 1))
        return Regular(
            key=empty.key, unit=unit, steps=steps, spans=spans, values=tuple(map(float, values))
        )

    return make
