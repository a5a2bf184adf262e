"""DuckDB's dialect for a lake: an engine in memory that survives the loss of its catalogue.

After an error of its own DuckDB declares an instance void: it lets no transaction be ended any
more. A connection to a lake that is closed with its transaction open ends it all the same, asks
the void instance for that, and fails where nothing can be caught: the process is aborted. So such
a connection is kept for good, and the next one opens an instance of another name.
"""

from __future__ import annotations

import ctypes
from typing import Any
from uuid import uuid4

import duckdb
from duckdb_sqlalchemy import Dialect
from sqlalchemy.dialects import registry

IN_MEMORY = "duckdb+lake://"
"""The URL of an engine of this dialect."""
VOIDING = (duckdb.FatalException, duckdb.InternalException)
"""Errors after which DuckDB answers no query of the instance."""


class LakeDialect(Dialect):
    """DuckDB in memory; whatever a connection has open is ended before it is closed."""

    supports_statement_cache = True

    def __init__(self, **named: Any) -> None:  # noqa: ANN401 - the dialect's own
        super().__init__(**named)
        self._instance = _new_name()

    def connect(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - the driver's own
        """Connect to the instance at work, which is made where there is none."""
        instance = self._instance
        made = super().connect(*given, **named | {"database": instance})
        made.instance = instance
        return made

    def do_close(self, dbapi_connection: Any) -> None:  # noqa: ANN401 - the driver's own
        """Close a connection, or keep it for good where its transaction cannot be ended."""
        try:
            self.do_rollback(dbapi_connection)
        except VOIDING:
            self._leave(dbapi_connection)
            return
        except duckdb.Error:
            pass  # The server of the catalogue is gone, and the transaction with it.
        super().do_close(dbapi_connection)

    def _leave(self, connection: Any) -> None:  # noqa: ANN401 - the driver's own
        # One reference more than anybody lets go of, also when the process ends.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(connection))
        if connection.instance == self._instance:
            self._instance = _new_name()


def _new_name() -> str:
    return f":memory:lake-{uuid4().hex}"


registry.register("duckdb.lake", __name__, LakeDialect.__name__)
