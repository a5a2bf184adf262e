"""A fatal error of the engine costs the query that met it, and nothing else.

DuckDB declares its whole instance void after such an error (a checkpoint that could not be written
is one) and answers no query of any thread until it is opened again. An instance lives as long as
its last connection; so all of them are let go, and the next query opens the file anew.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.engine import ExceptionContext

from cockpit.warehouse import schema
from cockpit.warehouse.dialect import VOIDING

_RECORD = 'insert into incident ("at", message) values (?, ?)'


class Incident(NamedTuple):
    """A fatal error: when (UTC), and in the engine's words."""

    at: datetime
    message: str


def incidents(connection: Connection) -> list[Incident]:
    """What was recorded, latest first."""
    rows = connection.execute(select(schema.incident).order_by(schema.incident.c.at.desc()))
    return [Incident(*row) for row in rows]


def reopen_after_fatal_errors(engine: Engine) -> None:
    """Let go of a void instance, and write into the next one what happened to it."""
    untold: list[Incident] = []

    def let_go(context: ExceptionContext) -> None:
        error = context.original_exception
        if not isinstance(error, VOIDING):
            return
        if "has been invalidated" not in str(error):
            message = _without_trace(error)
            logging.getLogger("cockpit").critical("The engine is opened again: %s", message)
            untold.append(Incident(datetime.now(UTC).replace(tzinfo=None), message))
        context.is_disconnect = True
        engine.dispose()

    def tell(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own type
        while untold:
            connection.execute(_RECORD, untold[0])
            untold.pop(0)

    event.listen(engine, "handle_error", let_go)
    event.listen(engine, "connect", tell)


def _without_trace(error: BaseException) -> str:
    return str(error).partition("\n\nStack Trace:")[0]
