"""The database engine: opened once a process, hardened, with the tables in place."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.warehouse import audit, schema
from cockpit.warehouse.reopening import reopen_after_fatal_errors
from cockpit.warehouse.room import room_on
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
_hardening = Lock()


class WarehouseBusy(CockpitError):
    """Another process holds the warehouse's file."""


class WarehouseDamaged(CockpitError):
    """A warehouse that the engine cannot open."""


class WarehouseTooNew(CockpitError):
    """The warehouse was written by a later release."""


def open_engine(url: str, copies: Path) -> Engine:
    """Open (or make) the warehouse; raises WarehouseBusy where another process holds it.

    Raises WarehouseDamaged where the file cannot be opened, WarehouseTooNew where a later release
    wrote it. `copies` is the one folder that the database may write to beside its own file.
    """
    database = make_url(url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=8, max_overflow=24, connect_args={"config": _CONFIG}
    )
    event.listen(engine, "connect", lambda connection, _record: _harden(connection, copies))
    try:
        with room_on(database):
            _prepare(engine)
    except DBAPIError as error:
        raise _unopened(str(database), error) from error
    reopen_after_fatal_errors(engine)
    return engine


def is_held(error: Exception) -> bool:
    """Whether the database was not opened because another process holds it."""
    return "Could not set lock on file" in str(error)


def _unopened(database: str, error: DBAPIError) -> CockpitError:
    if is_held(error):
        return WarehouseBusy(_busy(database))
    facts = {"file": database, "error": error.orig}
    text = _("The warehouse %(file)s cannot be opened: %(error)s. Restore a backup.", **facts)
    return WarehouseDamaged(text)


def _busy(database: str) -> str:
    return _(
        "The warehouse %(file)s is in use by another process (is the server running?). "
        "Use the upload page, or stop the other process first.",
        file=database,
    )


def _harden(connection: Any, copies: Path) -> None:  # noqa: ANN401 - the driver's own type
    # A second connection of the process finds the setting made and locked by the first.
    with _hardening:
        open_ = connection.execute("select current_setting('enable_external_access')").fetchone()
        if open_[0]:
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
