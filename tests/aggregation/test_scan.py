"""Published growth beside the ratio of levels: only where both spans agree."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.observation import Observation
from cockpit.scan import scan
from cockpit.warehouse import Warehouse
from cockpit.warehouse.parquet import DuckDB

BEFORE = Observation(
    sheet="",
    cell="B2",
    label="一般公共预算收入",
    indicator="budget_revenue",
    ref_area="枣庄市",
    area="370400",
    freq="M",
    time_period="2023-10",
    accumulation="ytd",
    transformation="level",
    unit="万元",
    value=1000000.0,
    raw="1000000",
)
AFTER = BEFORE._replace(cell="B3", time_period="2024-10", unit="亿元", value=105.0)
GROWTH = AFTER._replace(cell="B4", transformation="yoy", unit="%", value=6.2)


@pytest.fixture
def found(
    warehouse: Warehouse, catalog: Catalog, stage: Callable[..., Staged], tmp_path: Path
) -> Callable[..., list[dict[str, Any]]]:
    def ask(*records: Observation, beyond: float = 0.1) -> list[dict[str, Any]]:
        warehouse.publish(stage(*records).batch.id, "李")
        target = tmp_path / "figures.parquet"
        assert warehouse.reader().export(target) == len(records)
        return list(scan(target, catalog, DuckDB(), beyond))

    return ask


def test_a_growth_rate_that_the_levels_do_not_bear_out(found: Callable[..., list]) -> None:
    (row,) = found(BEFORE, AFTER, GROWTH)
    assert row["ratio_of_levels"] == 5.0
    assert row["difference"] == -1.2
    assert (row["published"], row["growth_rule"], row["unit"]) == (6.2, "P", "元")
    assert (row["time_period"], row["level_before"], row["level"]) == ("2024-10", 1e10, 1.05e10)


def test_nothing_within_the_tolerance(found: Callable[..., list]) -> None:
    assert found(BEFORE, AFTER, GROWTH, beyond=1.2) == []


@pytest.mark.parametrize(
    "records",
    [
        (BEFORE, AFTER),
        (BEFORE._replace(time_period="2023-09"), AFTER, GROWTH),
        (BEFORE._replace(accumulation="period"), AFTER, GROWTH),
        (BEFORE._replace(value=None, status="M", raw="—"), AFTER, GROWTH),
        (BEFORE._replace(value=-3.0, raw="-3"), AFTER, GROWTH),
        (BEFORE, AFTER, AFTER._replace(cell="B5", unit="亿美元", value=14.0), GROWTH),
    ],
)
def test_no_ratio_where_two_figures_do_not_compare(
    found: Callable[..., list], records: tuple[Observation, ...]
) -> None:
    assert found(*records) == []
