"""What is said before publication is what is seen after it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.errors import BatchRefused
from cockpit.indicator import Calculator
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.warehouse import Warehouse
from indicators import FORMULAS

Stage = Callable[..., Staged]

PROVINCES = {"110000": 41000.0, "120000": 16000.0, "130000": 42000.0, "140000": 25000.0}


def gdp(record: Observation, values: dict[str, float], year: str = "2022") -> list[Observation]:
    return [record._replace(area=a, value=v, time_period=year) for a, v in values.items()]


def seen(warehouse: Warehouse, catalog: Catalog, indicator: str, area: str) -> float | None:
    calculator = Calculator(warehouse.reader(), catalog, FORMULAS)
    point = calculator.series(Selection(indicator=indicator, area=area)).latest
    return point and point.value


def test_every_figure_is_counted_once_and_the_largest_change_comes_first(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    blank = tianjin._replace(time_period="2018", value=None, status="M")
    warehouse.publish(stage(*gdp(tianjin, PROVINCES), blank, name="a").batch.id, "李")
    odd = tianjin._replace(area="140000", time_period="2019", needs_review=True)
    staged = stage(
        *gdp(tianjin, PROVINCES | {"110000": 41001.0, "120000": 17000.0}),
        tianjin._replace(time_period="2018"),
        tianjin._replace(time_period="2018", cell="B7", value=18809.64),
        tianjin._replace(time_period="2020", unit="万元", value=140000000.0),
        blank._replace(time_period="2022"),
        tianjin._replace(indicator=None),
        odd,
        name="b",
    )
    found = warehouse.effect(staged.batch.id, FORMULAS)
    assert {v: n for v, n in found.certain.items() if n} == {
        "new": 1,
        "filled": 1,
        "changed": 2,
        "same": 2,
        "unknown": 1,
    }
    assert sum(found.doubtful.values()) == found.doubtful["new"] == 1
    told = [(c.place.area, c.before, c.after, c.cell) for c in found.changes]
    assert told == [("120000", 16000.0, 17000.0, "B6"), ("110000", 41000.0, 41001.0, "B6")]


def test_other_units_are_compared_in_one(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    same = tianjin._replace(unit="万元", value=185491900.0)
    assert warehouse.effect(stage(same, name="b").batch.id, FORMULAS).certain["same"] == 1


def test_derived_figures_and_ranks_move_as_foretold(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, catalog: Catalog
) -> None:
    people = tianjin._replace(indicator="pop_resident", unit="万人", accumulation="stock")
    base = [*gdp(tianjin, PROVINCES), *gdp(people, dict.fromkeys(PROVINCES, 2000.0))]
    base += gdp(people, dict.fromkeys(PROVINCES, 1900.0), "2021")
    warehouse.publish(stage(*base, name="a").batch.id, "李")
    batch = stage(*gdp(tianjin, {"110000": 43000.0, "140000": 25500.0}), name="b").batch.id
    found = warehouse.effect(batch, FORMULAS)
    moved = {(c.place.indicator, c.place.area): c for c in found.derived}
    assert {"110000", "140000"} == {area for name, area in moved if name == "gdp_per_capita"}
    before = {key: seen(warehouse, catalog, *key) for key in moved}
    assert before == {key: change.before for key, change in moved.items()}
    passed = [(m.place.area, m.before, m.after, m.of) for m in found.ranks]
    assert sorted(passed) == [("110000", 2, 1, 4), ("130000", 1, 2, 4)]
    warehouse.publish(batch, "李", seen=found.version)
    after = {key: seen(warehouse, catalog, *key) for key in moved}
    assert after == {key: change.after for key, change in moved.items()}


def test_doubtful_figures_move_nothing_until_they_are_accepted(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    warehouse.publish(stage(*gdp(tianjin, PROVINCES), name="a").batch.id, "李")
    doubtful = tianjin._replace(area="110000", time_period="2022", value=1.0, needs_review=True)
    batch = stage(doubtful, name="b").batch.id
    assert warehouse.effect(batch, FORMULAS).ranks == ()
    assert len(warehouse.effect(batch, FORMULAS, accept_doubtful=True).ranks) == 3


def test_a_batch_that_waits_for_nothing_has_no_effect(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    batch = warehouse.publish(stage(tianjin).batch.id, "李").id
    with pytest.raises(BatchRefused):
        warehouse.effect(batch, FORMULAS)


def test_a_doubtful_cell_hides_no_certain_one_of_the_same_figure(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    second = tianjin._replace(cell="F4", value=9.0, needs_review=True)
    found = warehouse.effect(stage(tianjin, second).batch.id, FORMULAS)
    assert (found.certain["new"], found.doubtful["new"]) == (1, 1)
