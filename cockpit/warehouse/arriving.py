"""Figures as they arrive: handed to the database as one Arrow table, and written by statements."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import Any

import duckdb
from sqlalchemy import Connection

from cockpit.warehouse.statements import run

ADDING = ("add_measures", "add_places", "number_incoming", "add_series", "add_observations")
"""The statements that write the relation `incoming`, in turn."""


def add(connection: Connection, incoming: list[dict[str, Any]]) -> None:
    """Write records as `rows.incoming` tells them; what they name is numbered where it is new."""
    if not incoming:
        return
    import pyarrow as pa

    driver: Any = connection.connection.driver_connection
    driver.register("incoming", pa.Table.from_pylist(incoming, schema=_arrow_schema()))
    try:
        run(connection, *ADDING)
    finally:
        with suppress(duckdb.Error):  # what the connection has lost is gone with it
            driver.unregister("incoming")


@cache
def _arrow_schema() -> Any:  # noqa: ANN401 - pyarrow is imported only where figures are written
    import pyarrow as pa

    numbers = {
        "batch": pa.int32(),
        "position": pa.int64(),
        "start": pa.int32(),
        "months": pa.int16(),
        "value": pa.float64(),
        "needs_review": pa.bool_(),
    }
    texts = (
        "indicator series_label area series_ref_area freq accumulation transformation base_unit "
        "breakdown unit status sheet cell raw label parents ref_area reasons"
    )
    return pa.schema([*numbers.items(), *((name, pa.string()) for name in texts.split())])
