"""The life of a batch: whole or not at all, and everything earlier can be asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cockpit.batch import Staged
from cockpit.errors import BatchRefused
from cockpit.observation import Issue, Observation
from cockpit.period import Period
from cockpit.series import Selection
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]

GDP = Selection(indicator="gdp", area="120000")
Y2017 = Period.parse("A", "2017")
FAULT = Issue(issue="P10", severity="error", cell="B6", message_zh="重复", message_en="twice")


def value(warehouse: Warehouse, selection: Selection = GDP) -> float | None:
    point = warehouse.reader().series(selection).latest
    return point and point.value


def test_staged_figures_are_seen_by_nobody(warehouse: Warehouse, stage: Stage, tianjin) -> None:
    before = warehouse.reader().version()
    stage(tianjin)
    assert value(warehouse) is None
    assert warehouse.reader().version() == before


def test_both_vintages_are_kept_and_the_later_stands(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    first = warehouse.publish(stage(tianjin).batch.id, "李")
    warehouse.publish(stage(revised, name="revised.xls").batch.id, "王")
    assert value(warehouse) == 12450.56
    assert warehouse.reader(first.published_at).series(GDP).points[0].value == 18549.19
    key = warehouse.reader().series(GDP).key
    assert key is not None
    told = [(s.file_name, s.cell, s.value) for s in warehouse.reader().history(key, Y2017)]
    assert told == [("revised.xls", "J6", 12450.56), ("gdp.csv", "B6", 18549.19)]


def test_withdrawing_restores_what_stood_before_also_in_the_middle(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    chain = [tianjin, revised, revised._replace(value=12460.0, raw="12460.00")]
    ids = [stage(record, name=f"{n}.csv").batch.id for n, record in enumerate(chain)]
    for batch in ids:
        warehouse.publish(batch, "李")
    warehouse.withdraw(ids[1], "李", "wrong file")
    assert value(warehouse) == 12460.0
    warehouse.withdraw(ids[2], "李", "wrong file")
    assert value(warehouse) == 18549.19
    with pytest.raises(BatchRefused):
        warehouse.withdraw(ids[2], "李", "again")


def test_a_missing_marker_never_replaces_a_figure_nor_becomes_zero(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    blank = tianjin._replace(value=None, raw="", status="M")
    later = blank._replace(time_period="2018", cell="A6")
    warehouse.publish(stage(tianjin).batch.id, "李")
    warehouse.publish(stage(blank, later, name="later.csv").batch.id, "李")
    points = warehouse.reader().series(GDP).points
    assert [(p.value, p.status) for p in points] == [(18549.19, "A"), (None, "M")]


def test_doubtful_figures_stay_hidden_until_a_person_accepts_them(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    doubtful = tianjin._replace(needs_review=True, reasons=("no period in title",))
    warehouse.publish(stage(doubtful).batch.id, "李")
    assert value(warehouse) is None
    accepted = stage(doubtful, name="again.csv").batch.id
    warehouse.publish(accepted, "李", accept_doubtful=True)
    assert value(warehouse) == 18549.19


def test_doubt_accepted_later_does_not_lift_a_batch_above_later_ones(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    doubtful = tianjin._replace(time_period="2018", needs_review=True, reasons=("no unit",))
    first = warehouse.publish(stage(tianjin, doubtful).batch.id, "李")
    warehouse.publish(stage(revised, name="revised.xls").batch.id, "王")
    again = warehouse.publish(first.id, "李", accept_doubtful=True)
    points = warehouse.reader().series(GDP).points
    assert [(p.period.year, p.value) for p in points] == [(2017, 12450.56), (2018, 18549.19)]
    assert again.published_at == first.published_at


def test_a_batch_with_errors_is_not_published(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    batch = stage(tianjin, issues=(FAULT,)).batch.id
    with pytest.raises(BatchRefused):
        warehouse.publish(batch, "李")
    assert warehouse.staged(batch).issues == (FAULT,)


def test_the_same_file_is_recognised_and_published_once(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    first = stage(tianjin).batch.id
    warehouse.publish(first, "李")
    again = stage(tianjin)
    assert again.duplicate_of == first
    with pytest.raises(BatchRefused):
        warehouse.publish(again.batch.id, "李")


def test_figures_in_different_units_are_one_series(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    small = tianjin._replace(time_period="2018", unit="万元", value=133629200.0, raw="133629200")
    warehouse.publish(stage(tianjin, small).batch.id, "李")
    series = warehouse.reader().series(GDP)
    assert (series.unit, [p.value for p in series.points]) == ("亿元", [18549.19, 13362.92])


def test_a_record_comes_back_as_it_was_staged(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    odd = tianjin._replace(
        indicator=None,
        area=None,
        parents=("甲", "乙"),
        breakdown={"industry": "C26", "product": "钢"},
        needs_review=True,
        reasons=("a", "b"),
    )
    batch = stage(tianjin, odd).batch.id
    assert warehouse.staged(batch).observations == (tianjin, odd)


def test_the_original_is_kept_under_its_name(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    batch = stage(tianjin, name="天津.csv").batch
    found = warehouse.original(batch.sha256)
    assert found is not None
    assert found[1] == "天津.csv"
    assert found[0].read_bytes() == repr(("天津.csv", (tianjin,))).encode()
    assert warehouse.original("../" * 21 + "x") is None
