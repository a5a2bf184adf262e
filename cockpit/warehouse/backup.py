"""One file with everything, made while others read and write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
from sqlalchemy import Engine

from cockpit.errors import CockpitError
from cockpit.i18n import gettext as _
from cockpit.warehouse import archive, schema
from cockpit.warehouse.archive import DATABASE, Manifest
from cockpit.warehouse.away import away_by
from cockpit.warehouse.originals import Originals
from cockpit.warehouse.room import room_on


class BackupFailed(CockpitError):
    """The surroundings did not let a backup be made; no file was left behind."""


def write(engine: Engine, originals: Originals, copies: Path, target: Path) -> Manifest:
    """Write a backup and read it back before it takes its name.

    The figures are those of one moment. Originals are only ever added, and before the batch that
    names them, so whatever the copy of that moment names is there. Raises BackupRefused where
    `target` exists, OutOfRoom where a disk is full, BackupFailed; nothing is left behind then.
    """
    copies.mkdir(parents=True, exist_ok=True)
    with (
        archive.unfinished(target) as path,
        TemporaryDirectory(prefix="backup-", dir=copies) as folder,
    ):
        copy = Path(folder) / DATABASE
        rows, digests = copy_database(engine, copy)
        with room_on(target.parent):
            _pack(path, copy, originals, rows, digests)
        return archive.check(path)


def copy_database(engine: Engine, target: Path) -> tuple[Mapping[str, int], list[str]]:
    """Copy the database as of one moment; returns the rows of each table, and every original.

    DuckDB's own copy reads one snapshot, so nobody waits for it and it waits for nobody; a lake is
    copied in the same way. Raises BackupFailed, OutOfRoom, WarehouseAway.
    """
    pooled = engine.raw_connection()
    try:
        return _attached(pooled.driver_connection, target)
    except duckdb.Error as error:
        raise away_by(engine, error) or _not_copied(error) from error
    finally:
        pooled.close()


def _not_copied(error: duckdb.Error) -> BackupFailed:
    return BackupFailed(_("The database was not copied: %(error)s", error=error))


def _attached(driver: Any, target: Path) -> tuple[Mapping[str, int], list[str]]:  # noqa: ANN401
    path = str(target.absolute()).replace("'", "''")
    with room_on(target.parent.parent):
        driver.execute(f"attach '{path}' as backup_copy")
        try:
            return _copied(driver)
        finally:
            driver.execute("detach backup_copy")


def _copied(driver: Any) -> tuple[Mapping[str, int], list[str]]:  # noqa: ANN401 - DuckDB's own
    (name,) = driver.execute("select current_database()").fetchone()
    driver.execute("begin")
    try:
        expected = _rows(driver, name)
        driver.execute(f'copy from database "{name}" to backup_copy')
        found = _rows(driver, "backup_copy")
        digests = driver.execute("select distinct sha256 from backup_copy.batch order by 1")
        named = [digest for (digest,) in digests.fetchall()]
        driver.execute("commit")
    except duckdb.Error:
        with suppress(duckdb.Error):  # a commit that failed has ended the transaction itself
            driver.execute("rollback")
        raise
    if found != expected:
        raise BackupFailed(_("The copy of the database is not like it; nothing was written."))
    return found, named


def _rows(driver: Any, database: str) -> dict[str, int]:  # noqa: ANN401 - DuckDB's own
    """Rows of each table."""
    query = "select table_name from duckdb_tables() where database_name = ? order by 1"
    names = [name for (name,) in driver.execute(query, [database]).fetchall()]
    count = 'select count(*) from "{}"."{}"'
    return {name: driver.execute(count.format(database, name)).fetchone()[0] for name in names}


def _pack(
    target: Path,
    database: Path,
    originals: Originals,
    rows: Mapping[str, int],
    digests: Iterable[str],
) -> None:
    lacking = {digest: fault for digest in digests if (fault := originals.fault(digest))}
    writing = archive.Writing(target)
    try:
        writing.add(DATABASE, database)
        for digest in sorted({*digests} - lacking.keys()):
            if path := originals.path(digest):
                writing.add(archive.original(digest), path)
        manifest = Manifest(
            format=archive.FORMAT,
            layout=schema.VERSION,
            made_at=datetime.now(UTC).isoformat(timespec="seconds"),
            rows=rows,
            parts=writing.parts,
            lacking=lacking,
        )
        writing.finish(manifest)
    finally:
        writing.abandon()
