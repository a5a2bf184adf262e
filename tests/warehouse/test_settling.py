"""What is kept sorted beside the figures says what the figures and the events say, always."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.warehouse import Warehouse, settling

Stage = Callable[..., Staged]

AREAS = ("110000", "120000", "130000")
GDP = Selection(indicator="gdp", area="120000")
STEPS = 30


def some(record: Observation, chance: random.Random, number: int) -> list[Observation]:
    """A few figures, some missing, some doubtful, some twice, in three areas and three years."""
    return [
        record._replace(
            area=chance.choice(AREAS),
            time_period=chance.choice(("2016", "2017", "2018")),
            value=None if chance.random() < 0.3 else float(number),
            needs_review=chance.random() < 0.3,
            unit=chance.choice(("亿元", "万元", "亿美元")),
        )
        for _figure in range(chance.randint(1, 6))
    ]


def told(connection: Connection) -> tuple[list, list]:
    return tuple(
        connection.execute(text(f"from {name} order by all")).all() for name in ("figure", "latest")
    )


@pytest.mark.parametrize("seed", range(2))
def test_any_order_of_steps(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, seed: int
) -> None:
    chance, shown = random.Random(seed), list[int]()
    for number in range(STEPS):
        match chance.random():
            case luck if luck < 0.5 or not shown:
                figures = some(tianjin, chance, number)
                shown.append(stage(*figures, name=f"{number}.csv").batch.id)
                warehouse.publish(shown[-1], "李", accept_doubtful=chance.random() < 0.3)
            case luck if luck < 0.75:
                warehouse.withdraw(shown.pop(chance.randrange(len(shown))), "李", "try")
            case _:
                doubtful = [b.id for b in warehouse.batches() if b.id in shown and b.doubtful]
                if doubtful:
                    warehouse.publish(chance.choice(doubtful), "王", accept_doubtful=True)
    assert warehouse.verify() == []
    reader = warehouse.reader()
    whole = reader.across(GDP, AREAS)
    heads = {area: series.latest for area, series in whole.items() if series.latest}
    assert {a: s.latest for a, s in reader.latest(GDP, AREAS).items()} == heads
    wall = [replace(GDP, area=area) for area in AREAS]
    assert [series.latest for series in reader.wall(wall)] == [heads.get(area) for area in AREAS]
    with warehouse._engine.connect() as connection:
        before = told(connection)
        settling.rebuild(connection)
        assert told(connection) == before
        settling.compact(connection)
        assert told(connection) == before


def test_heads_and_single_spans_as_known_earlier(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    later = tianjin._replace(time_period="2018", value=None, raw="", status="M")
    first = warehouse.publish(stage(tianjin, later).batch.id, "李")
    pinned = warehouse.reader()
    newest = revised._replace(time_period="2019")
    warehouse.publish(stage(revised, newest, name="revised.xls").batch.id, "王")
    for door in (pinned, warehouse.reader(first.published_at)):
        assert door.latest(GDP, ["120000"])["120000"].points[0].value == 18549.19
        (point,) = door.at(GDP, ["120000"], [Period.parse("A", "2017")])["120000"].points
        assert point.value == 18549.19
    head = warehouse.reader().latest(GDP, ["120000", "110000"])
    assert {a: (s.points[0].period.year, s.points[0].value) for a, s in head.items()} == {
        "120000": (2019, 12450.56)
    }
