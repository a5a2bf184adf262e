"""A database poured into a lake, in one transaction; what the lake held is kept aside as a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

from sqlalchemy import Connection, Engine, delete, func, select, text

from cockpit.i18n import gettext as _
from cockpit.warehouse import backup, schema
from cockpit.warehouse.archive import DATABASE
from cockpit.warehouse.changing import in_one
from cockpit.warehouse.engine import WarehouseBusy
from cockpit.warehouse.exchanging import standing
from cockpit.warehouse.lake import Lake
from cockpit.warehouse.originals import sync_folder
from cockpit.warehouse.statements import statement


def refuse(engine: Engine, lake: Lake, *, replace: bool) -> None:
    """Raise BackupRefused where the lake holds anything, WarehouseBusy where others work on it."""
    with engine.connect() as connection:
        others = set(connection.execute(statement("others_on_lake")).scalars()) - {lake.name}
        held = connection.execute(select(func.count()).select_from(schema.audit)).scalar_one()
    if others:
        names = ", ".join(sorted(others))
        raise WarehouseBusy(_("The lake is in use by %(names)s; stop them first.", names=names))
    if held and not replace:
        raise standing(lake.folder)


def put_aside(engine: Engine, room: Path, home: Path) -> Path:
    """Write what the lake holds into a DuckDB file in a new folder of `home`."""
    copy = room / DATABASE
    backup.copy_database(engine, copy)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside = Path(mkdtemp(prefix=f"replaced-{moment}-", dir=home))
    copy.rename(aside / DATABASE)
    sync_folder(aside)
    return aside


def pour(engine: Engine, lake: Lake, database: Path) -> None:
    """Put the rows of a database in the place of the lake's, all of them or none."""
    pooled = engine.raw_connection()
    path = str(database.absolute()).replace("'", "''")
    try:
        pooled.cursor().execute(f"attach '{path}' as poured (read_only)")
        in_one(engine, _exchange, lake.folder, shared=True)
        pooled.cursor().execute("detach poured")
    finally:
        pooled.close()


def _exchange(connection: Connection) -> None:
    for table in schema.metadata.sorted_tables:
        connection.execute(delete(table))
        # Tables are named by the schema, not by anybody's input.
        insert = f"insert into {table.name} by name from poured.{table.name}"
        connection.execute(text(insert))
