"""The same figures as one plain Parquet file, sorted, named in words: what a hand would query."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from sqlalchemy import Engine

_ALL = """
select measure.indicator, measure.transformation, measure.freq, place.area, start, months, value,
    shown.at as published, gone.at as superseded
from figure
join measure on measure.id = figure.measure
join place on place.id = figure.place
join event as shown on shown.seq = figure.since
left join event as gone on gone.seq = figure.until
order by figure.measure, figure.place, start, months
"""


def write(engine: Engine, target: Path) -> None:
    """Every figure that ever stood, and from when until when."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("set preserve_insertion_order = true")
        parts = driver.execute(_ALL).to_arrow_reader(1_000_000)
        with pq.ParquetWriter(target, parts.schema, compression="zstd") as writer:
            for part in parts:
                writer.write_batch(part)
