"""The database engine: opened once a process, hardened, with the tables in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateTable

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.warehouse import audit, schema
from cockpit.warehouse.away import say_when_away
from cockpit.warehouse.changing import in_one
from cockpit.warehouse.dialect import IN_MEMORY
from cockpit.warehouse.lake import NAME, Lake
from cockpit.warehouse.reopening import reopen_after_fatal_errors
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
    """Open (or make) a warehouse in a file; raises WarehouseBusy where another process holds it.

    Raises WarehouseDamaged where the file cannot be opened, WarehouseTooNew where a later release
    wrote it. `copies` is the one folder that the database may write to beside its own file.
    """
    database = make_url(url).database
    if database and database != ":memory:":
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(url, _CONFIG, lambda driver: _harden(driver, copies))
    try:
        in_one(engine, _prepare, database)
    except DBAPIError as error:
        raise _unopened(str(database), error) from error
    reopen_after_fatal_errors(engine)
    return engine


def open_lake(lake: Lake, copies: Path, spill: Path) -> Engine:
    """Open (or make) a warehouse on a lake; raises LakeMisplaced, WarehouseAway, WarehouseTooNew.

    Every process may have its own; `spill` is a folder for this one's large sorts.
    """
    config = _CONFIG | {"temp_directory": str(spill)}
    engine = _engine(IN_MEMORY, config, lambda driver: _enter(driver, lake, copies))
    reopen_after_fatal_errors(engine)
    say_when_away(engine)
    in_one(engine, _prepare, lake.folder, shared=True)
    return engine


def is_held(error: Exception) -> bool:
    """Whether the database was not opened because another process holds it."""
    return "Could not set lock on file" in str(error)


def _engine(url: str, config: Mapping[str, str], begin: Callable[[Any], None]) -> Engine:
    """An engine of which each new connection begins with some settings."""
    engine = create_engine(
        url, poolclass=QueuePool, pool_size=8, max_overflow=24, connect_args={"config": config}
    )
    event.listen(engine, "connect", lambda driver, _record: begin(driver))
    return engine


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


def _enter(driver: Any, lake: Lake, copies: Path) -> None:  # noqa: ANN401 - the driver's own type
    # The first connection of an instance attaches the lake for all.
    with _hardening:
        if _is_open(driver):
            lake.attach(driver)
            _close(driver, lake.folder, copies)
    driver.execute(f"use {NAME}")


def _harden(driver: Any, copies: Path) -> None:  # noqa: ANN401 - the driver's own type
    # A second connection of the process finds the setting made and locked by the first.
    with _hardening:
        if _is_open(driver):
            _close(driver, copies)


def _is_open(driver: Any) -> bool:  # noqa: ANN401 - the driver's own type
    return driver.execute("select current_setting('enable_external_access')").fetchone()[0]


def _close(driver: Any, *folders: Path) -> None:  # noqa: ANN401 - the driver's own type
    """Let the database reach these folders, and nothing else from now on."""
    named = ", ".join("'{}/'".format(str(one.absolute()).replace("'", "''")) for one in folders)
    driver.execute(f"set allowed_directories = [{named}]")
    driver.execute("set enable_external_access = false")


def _prepare(connection: Connection) -> None:
    # Asking a lake which tables it has takes as long as making them.
    connection.execute(CreateTable(schema.layout, if_not_exists=True))
    found = connection.execute(select(schema.layout.c.version)).scalar_one_or_none()
    if found is None:
        others = [table for table in schema.metadata.sorted_tables if table is not schema.layout]
        schema.metadata.create_all(connection, others, checkfirst=False)
        connection.execute(insert(schema.layout).values(version=schema.VERSION))
        audit.begin(connection)
    elif found > schema.VERSION:
        raise WarehouseTooNew(
            _("The warehouse was written by a later release (layout %(found)s).", found=found)
        )
    elif found < schema.VERSION:
        upgrade(connection, found)
