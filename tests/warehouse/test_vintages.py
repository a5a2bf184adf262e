"""What was published first, what stands, and why it was revised in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.vintage import usual_reason
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]

GDP = Selection(indicator="gdp", area="120000")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("20 分省年度数据 地区生产总值 第四次经济普查前.csv", "regular"),
        ("22 分省年度数据 地区生产总值 第四次经济普查修订.xls", "census"),
        ("2024年10月月报(更正).xlsx", "correction"),
        ("普查修订数据更正.xlsx", "correction"),
        ("2024年10月月报.xlsx", "regular"),
    ],
)
def test_the_name_of_a_file_says_why_where_nobody_does(name: str, reason: str) -> None:
    assert usual_reason(name) == reason


def test_the_triangle_of_tianjin(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    later = tianjin._replace(time_period="2018", value=13362.92)
    blank = tianjin._replace(value=None, status="M")
    fifth = revised._replace(unit="万元", value=124682000.0)
    brought = [
        ("初步核算.csv", [tianjin], None),
        ("第四次经济普查修订.xls", [revised, later], None),
        ("空.csv", [blank], None),
        ("第五次.csv", [fifth], "correction"),
    ]
    for name, records, reason in brought:
        batch = stage(*records, name=name).batch.id
        warehouse.publish(batch, "李", revision=reason, reason="as told" if reason else "")
    found = warehouse.triangle(GDP)
    assert found is not None
    assert [c.reason for c in found.columns] == ["regular", "census", "correction"]
    assert {str(row.period): found.cells(row) for row in found.rows} == {
        "2017-01:12": [18549.19, 12450.56, 12468.2],
        "2018-01:12": [None, 13362.92, 13362.92],
    }
    first, latest = found.rows[0].first, found.rows[0].latest
    assert (first.value, latest.value, latest.remark) == (18549.19, 12468.2, "as told")
    assert found.rows[0].change == pytest.approx(12468.2 - 18549.19)
    history = found.to_dict()["periods"][0]["history"]
    assert [one["reason"] for one in history] == [None, "census", "correction"]
    then = warehouse.triangle(GDP, as_of=found.columns[1].at)
    assert then is not None
    assert [row.latest.value for row in then.rows] == [12450.56, 13362.92]


def test_what_was_withdrawn_is_no_vintage_but_stays_known_as_of(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, revised: Observation
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    gone = warehouse.publish(stage(revised, name="b.xls").batch.id, "李")
    warehouse.withdraw(gone.id, "李", "wrong file")
    now, then = warehouse.triangle(GDP), warehouse.triangle(GDP, as_of=gone.published_at)
    assert now is not None
    assert then is not None
    assert (len(now.columns), len(then.columns)) == (1, 2)
    assert [b.state for b in warehouse.batches(gone.published_at)] == ["published", "published"]
