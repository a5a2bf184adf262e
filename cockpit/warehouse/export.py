"""What stands, as one Parquet file that other engines read."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from cockpit.catalog import Catalog
from cockpit.catalog.units import Units
from cockpit.warehouse import schema
from cockpit.warehouse.held import stood

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 1 << 20
"""Figures that are in memory at a time."""

_M, _P, _F = schema.measure.c, schema.place.c, schema.figure.c


def write(
    connection: Connection,
    step: int,
    catalog: Catalog,
    target: Path,
    withheld: Set[int] = frozenset(),
) -> int:
    """Write every figure that stands at a step and bears the catalogue's codes; returns how many.

    Values are as published, before corrections. `factor` makes one of `unit` the base unit of
    `dimension`; `start` and `months` are a Period's.
    """
    import pyarrow as pa
    from pyarrow import parquet

    query = _query(step, withheld).compile(connection, compile_kwargs={"literal_binds": True})
    driver: Any = connection.connection.driver_connection
    batches = driver.execute(str(query)).to_arrow_reader(ROWS)
    columns = batches.schema.append(pa.field("factor", pa.float64()))
    count = 0
    with parquet.ParquetWriter(target, columns) as writer:
        for batch in batches:
            writer.write_table(_with_factors(batch, catalog.units))
            count += batch.num_rows
    return count


def _query(step: int, withheld: Set[int]) -> Any:  # noqa: ANN401 - SQLAlchemy's own generics
    named = (_M.indicator, _P.area, _M.breakdown, _M.freq, _M.accumulation, _M.transformation)
    span = (_F.start, _F.months, _F.value, _F.unit, _F.status)
    return (
        select(*named, _M.unit.label("dimension"), *span)
        .join_from(schema.figure, schema.measure, _M.id == _F.measure)
        .join(schema.place, _P.id == _F.place)
        .where(stood(step, withheld), _M.indicator != "", _P.area != "")
        .order_by(_F.measure, _F.place, _F.start, _F.months)
    )


def _with_factors(batch: pa.RecordBatch, units: Units) -> pa.Table:
    import pyarrow as pa
    from pyarrow import compute

    written = compute.dictionary_encode(batch["unit"])  # ty: ignore[missing-attribute]
    known = [units.parse(unit.as_py()) for unit in written.dictionary]
    factors = pa.array([float(unit.factor) if unit else 1.0 for unit in known], pa.float64())
    table = pa.Table.from_batches([batch])
    return table.append_column("factor", factors.take(written.indices))
