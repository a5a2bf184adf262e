"""Unit-level rows as Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

ROW = {
    "reporting_unit": "U1",
    "area": "370402001",
    "industry": "2611",
    "indicator": "ind_revenue",
    "freq": "M",
    "time_period": "2024-10",
    "accumulation": "ytd",
    "unit": "千元",
    "value": Decimal("100.50"),
}
VALUES = pa.decimal128(18, 2)

Write = Callable[..., Path]


@pytest.fixture
def reported(tmp_path: Path) -> Write:
    """Write rows, each given by what differs from `ROW`."""

    def write(
        *rows: Mapping[str, Any], values: pa.DataType = VALUES, name: str = "october.parquet"
    ) -> Path:
        columns = [(key, values if key == "value" else pa.string()) for key in ROW]
        table = pa.Table.from_pylist([ROW | row for row in rows], schema=pa.schema(columns))
        parquet.write_table(table, tmp_path / name)
        return tmp_path / name

    return write
