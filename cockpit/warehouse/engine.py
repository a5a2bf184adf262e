"""The database engine: opened once a process, hardened, with the tables in place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import QueuePool

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.warehouse import audit, schema
from cockpit.warehouse.upgrade import upgrade

# Without these DuckDB would try to fetch extensions from the internet.
_CONFIG = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    # Beyond this the engine sorts and joins by way of files beside its own.
    "memory_limit": "2GB",
    # A few thousand numbers known from a join still tell which parts of a sorted table to skip.
    "dynamic_or_filter_threshold": "5000",
}


class WarehouseBusy(CockpitError):
    """Another process holds the warehouse's file."""


class WarehouseTooNew(CockpitError):
    """The warehouse was written by a later release."""


def open_engine(url: str, copies: Path) -> Engine:
    """Open (or make) the warehouse; raises WarehouseBusy where another process holds it.

    `copies` is the one folder that the database may write to beside its own file.
    """
    database = make_url(url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=8, max_overflow=24, connect_args={"config": _CONFIG}
    )
    event.listen(engine, "connect", lambda connection, _record: _harden(connection, copies))
    try:
        _prepare(engine)
    except OperationalError as error:
        if "lock" not in str(error).lower():
            raise
        raise WarehouseBusy(_busy(str(database))) from error
    return engine


def _busy(database: str) -> str:
    return _(
        "The warehouse %(file)s is in use by another process (is the server running?). "
        "Use the upload page, or stop the other process first.",
        file=database,
    )


def _harden(connection: Any, copies: Path) -> None:  # noqa: ANN401 - the driver's own type
    # A second connection of the process finds the setting made and locked by the first.
    locked = connection.execute("select current_setting('enable_external_access')").fetchone()
    if locked[0]:
        folder = str(copies.absolute()).replace("'", "''")
        connection.execute(f"set allowed_directories = ['{folder}/']")
        connection.execute("set enable_external_access = false")


def _prepare(engine: Engine) -> None:
    with engine.begin() as connection:
        fresh = not inspect(connection).has_table("layout")
        if fresh:
            schema.layout.create(connection)
            connection.execute(insert(schema.layout).values(version=schema.VERSION))
        found = connection.execute(select(schema.layout.c.version)).scalar_one()
        if found > schema.VERSION:
            raise WarehouseTooNew(
                _("The warehouse was written by a later release (layout %(found)s).", found=found)
            )
        if fresh:
            schema.metadata.create_all(connection)
            audit.begin(connection)
        elif found < schema.VERSION:
            upgrade(connection, found)
