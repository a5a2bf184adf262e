"""The server of a lake's catalogue is gone, said in a sentence; it is asked anew every time."""

from __future__ import annotations

import logging
import re
from contextlib import suppress
from typing import Any

import duckdb
from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine import ExceptionContext

from cockpit.errors import WarehouseAway
from cockpit.i18n import gettext as _
from cockpit.warehouse.dialect import VOIDING, LakeDialect
from cockpit.warehouse.lake import without_secrets

# As libpq and PostgreSQL word it; DuckDB hands the sentences on. A transaction of which nothing has
# failed is found aborted where DuckLake has lost its own, with the catalogue.
_GONE = re.compile(
    r"unable to connect to postgres|server closed the connection|connection to server|"
    r"no connection to the server|terminating connection|could not (send|receive) data|"
    r"the database system is (starting up|shutting down|in recovery|not yet)|"
    r'failed to execute query "(begin|commit|rollback)|ssl connection has been closed|'
    r"current transaction is aborted|connection (not open|reset by peer|timed out|refused)",
    re.IGNORECASE,
)

_WORDS = re.compile(
    r"(connection to server|server closed|terminating).*?(?=Is the server|This |LINE|$)"
)


def say_when_away(engine: Engine) -> None:
    """Raise WarehouseAway where PostgreSQL is gone, and end the transaction that met it.

    DuckLake connects anew with the next query, so service goes on as soon as the server is back.
    """

    def tell(context: ExceptionContext) -> None:
        away = away_by(engine, context.original_exception)
        if away is None:
            return
        _end(context.connection)
        logging.getLogger("cockpit").info("%s", away)
        raise away from context.original_exception

    event.listen(engine, "handle_error", tell)


def away_by(engine: Engine, error: BaseException) -> WarehouseAway | None:
    """What a person is told of an error by which a lake was lost; None for any other error.

    In the midst of a change DuckLake answers the loss with an error of its own as well.
    """
    if not isinstance(engine.dialect, LakeDialect):
        return None
    if isinstance(error, VOIDING):
        return WarehouseAway(_broken(error))
    return WarehouseAway(_sentence(error)) if _GONE.search(str(error)) else None


def _end(connection: Connection | None) -> None:
    """End a transaction; left to the end of its connection, its failing would abort the process."""
    driver: Any = connection and connection.connection.driver_connection
    if driver:
        with suppress(duckdb.Error):
            driver.execute("rollback")


def _sentence(error: BaseException) -> str:
    text = without_secrets(" ".join(str(error).split()))
    told = _WORDS.search(text)
    return _(
        "The PostgreSQL server of the warehouse does not answer (%(error)s). What was confirmed is "
        "kept; try again when it is back, and look first whether your last step was taken.",
        error=told[0].strip() if told else text,
    )


def _broken(error: BaseException) -> str:
    return _(
        "The database engine was interrupted in the middle of its work on the lake (%(error)s), "
        "and has been opened anew. What was confirmed is kept; try again, and look first whether "
        "your last step was taken.",
        error=without_secrets(str(error).split("\n", maxsplit=1)[0]),
    )
