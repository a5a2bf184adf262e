"""A figure withheld for confidentiality is neither zero nor one that nobody has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cockpit.audience import current_audience
from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]

GDP = Selection(indicator="gdp", area="120000")
Y2017 = Period.parse("A", "2017")


@pytest.fixture
def withheld(tianjin: Observation) -> Observation:
    """The same figure in a later file, as a loader reads it."""
    return tianjin._replace(value=None, status="M", raw="***", cell="C6")


def seen(warehouse: Warehouse) -> list[tuple[float | None, str]]:
    return [(p.value, p.status) for p in warehouse.reader().series(GDP).points]


@pytest.mark.parametrize("raw", ["x", "Ｘ", "***", "保密", " 保密 "])
def test_the_word_for_it_is_known(
    warehouse: Warehouse, stage: Stage, withheld: Observation, raw: str
) -> None:
    warehouse.publish(stage(withheld._replace(raw=raw)).batch.id, "李")
    assert seen(warehouse) == [(None, "Q")]
    point = warehouse.reader().series(GDP).withheld
    assert point is not None
    assert point.period == Y2017


def test_what_is_withheld_later_stands_no_longer(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, withheld: Observation
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    staged = stage(withheld, name="later.csv").batch.id
    (change,) = warehouse.effect(staged, {}).changes
    assert (change.before, change.after) == (18549.19, None)
    warehouse.publish(staged, "李")
    assert seen(warehouse) == [(None, "Q")]
    blank = withheld._replace(raw="—", cell="D6")
    warehouse.publish(stage(blank, name="short.csv").batch.id, "李")
    assert seen(warehouse) == [(None, "Q")]
    assert warehouse.verify() == []
    warehouse.withdraw(staged, "李", "wrong")
    assert seen(warehouse) == [(18549.19, "A")]


def test_the_public_is_not_told_what_was_printed_before(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, withheld: Observation
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    before = warehouse.publish(stage(tianjin, name="again.csv").batch.id, "李").published_at
    warehouse.publish(stage(withheld, name="later.csv").batch.id, "李")
    key = warehouse.reader().series(GDP).key
    assert key is not None
    assert [one.value for one in warehouse.reader().history(key, Y2017)] == [
        None,
        18549.19,
        18549.19,
    ]
    asking = current_audience.set("public")
    try:
        assert [one.value for one in warehouse.reader().history(key, Y2017)] == [None]
        told = warehouse.triangle(GDP)
    finally:
        current_audience.reset(asking)
    assert told is not None
    assert told.rows == ()
    assert [p.value for p in warehouse.reader(before).series(GDP).points] == [18549.19]
    assert warehouse.reader(before, "public").series(GDP).points == ()
