"""What stands as one Parquet file, now and as of a time, whatever keeps the warehouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pyarrow import parquet

from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.warehouse import Warehouse


def test_what_stands_is_exported_and_nothing_else(
    warehouse: Warehouse,
    stage: Callable[..., Staged],
    tianjin: Observation,
    revised: Observation,
    tmp_path: Path,
) -> None:
    unknown = tianjin._replace(indicator=None, label="其他")
    warehouse.publish(stage(tianjin, unknown, name="first").batch.id, "李")
    known = warehouse.batches()[0].published_at
    second = warehouse.publish(stage(revised._replace(unit="万元"), name="second").batch.id, "李")
    target = tmp_path / "figures.parquet"
    told = ("indicator", "area", "start", "months", "value", "unit", "dimension", "factor")
    assert warehouse.reader().export(target) == 1
    (row,) = parquet.read_table(target).select(told).to_pylist()
    assert tuple(row.values()) == ("gdp", "120000", 24204, 12, 12450.56, "万元", "cny", 10000.0)
    assert warehouse.reader(known).export(target) == 1
    assert parquet.read_table(target)["value"].to_pylist() == [18549.19]
    warehouse.withdraw(second.id, "李", "wrong file")
    warehouse.reader().export(target)
    assert parquet.read_table(target)["value"].to_pylist() == [18549.19]
