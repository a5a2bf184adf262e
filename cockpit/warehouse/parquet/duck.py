"""DuckDB on this machine, in a database of its own that ends with the task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from cockpit.i18n import gettext as _
from cockpit.warehouse.parquet.task import EngineFailed, Task, statement

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True, kw_only=True)
class DuckDB:
    """The engine at hand: as many threads as there are cores; beyond `memory` it uses the disk."""

    memory: str = "2GB"

    def run(self, task: Task, folder: Path) -> Mapping[str, pa.Table]:
        """The answer to each statement; raises EngineFailed with DuckDB's own words."""
        try:
            with duckdb.connect(":memory:", config=self._limits(folder)) as connection:
                for name, files in task.relations.items():
                    connection.read_parquet([str(file) for file in files]).create_view(name)
                return {name: _answer(connection, name) for name in task.statements}
        except duckdb.Error as error:
            raise EngineFailed(_("DuckDB has failed: %(reason)s", reason=error)) from error

    def _limits(self, folder: Path) -> dict[str, Any]:
        return {
            "memory_limit": self.memory,
            "temp_directory": str(folder),
            "autoinstall_known_extensions": "false",
        }


def _answer(connection: duckdb.DuckDBPyConnection, name: str) -> pa.Table:
    return connection.execute(statement(name)).to_arrow_table()
