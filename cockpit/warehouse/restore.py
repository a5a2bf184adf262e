"""A backup put in place: checked before anything is touched, the old warehouse kept aside."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from cockpit.i18n import gettext as _
from cockpit.settings import Settings
from cockpit.warehouse import archive, exchanging, pouring, verify
from cockpit.warehouse.archive import DATABASE, BackupRefused, Manifest
from cockpit.warehouse.copies import Copies
from cockpit.warehouse.engine import open_engine, open_lake
from cockpit.warehouse.lake import Lake
from cockpit.warehouse.originals import Originals
from cockpit.warehouse.verify import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was put in place, what `verify` says of it, and where the old database is kept."""

    manifest: Manifest
    findings: tuple[Finding, ...]
    aside: Path | None


def examine(file: Path, room: Path) -> tuple[Manifest, tuple[Finding, ...]]:
    """Check a backup as `restore` does, in a folder with room for it, and put nothing in place."""
    with _unpacked(file, room) as (manifest, _folder, found):
        return manifest, found


def restore(settings: Settings, file: Path, *, replace: bool) -> Restored:
    """Put a backup in the place of the warehouse.

    Raises BackupRefused where the file is damaged, or a warehouse stands there and `replace` is
    not set; WarehouseBusy where a process holds that. What the backup holds is restored as it was
    saved, faults of its figures included: they are among the findings.
    """
    lake = Lake.of(settings)
    if lake:
        return _into_lake(settings, lake, file, replace=replace)
    database = exchanging.place(settings.database)
    if database.exists() and not replace:
        raise exchanging.standing(database)
    database.parent.mkdir(parents=True, exist_ok=True)
    with _unpacked(file, database.parent) as (manifest, folder, found):
        _keep(settings, folder)
        aside = exchanging.exchange(database, folder / DATABASE)
    return Restored(manifest=manifest, findings=found, aside=aside)


def _into_lake(settings: Settings, lake: Lake, file: Path, *, replace: bool) -> Restored:
    with closing(Copies(settings.home / "copies")) as copies:
        engine = open_lake(lake, copies.path.parent, copies.path / "spill")
        try:
            pouring.refuse(engine, lake, replace=replace)
            with _unpacked(file, copies.path) as (manifest, folder, found):
                _keep(settings, folder)
                aside = pouring.put_aside(engine, copies.path, settings.home) if replace else None
                pouring.pour(engine, lake, folder / DATABASE)
        finally:
            engine.dispose()
    return Restored(manifest=manifest, findings=found, aside=aside)


def _keep(settings: Settings, folder: Path) -> None:
    """Originals are named by their content: those of the old warehouse stay where they are."""
    originals = Originals(settings.store / "originals")
    for path in Originals(folder / "originals").files():
        originals.keep(path.read_bytes())


@contextmanager
def _unpacked(file: Path, room: Path) -> Generator[tuple[Manifest, Path, tuple[Finding, ...]]]:
    """The parts of a backup, checked, in a folder of their own for as long as they are needed."""
    with TemporaryDirectory(prefix="restoring-", dir=room) as name:
        folder = Path(name)
        manifest = archive.unpack(file, folder)
        if _rows(folder / DATABASE) != manifest.rows:
            raise BackupRefused(_("%(file)s does not hold the rows that it names.", file=file))
        engine = open_engine(f"duckdb:///{folder / DATABASE}", folder / "copies")
        try:
            with engine.connect() as connection:
                found = tuple(verify.findings(connection, Originals(folder / "originals")))
        finally:
            engine.dispose()
        yield manifest, folder, found


def _rows(database: Path) -> dict[str, int]:
    """Rows of each table before the database is upgraded, should it be of an earlier release."""
    with duckdb.connect(database, read_only=True) as opened:
        names = opened.sql("select table_name from duckdb_tables()").fetchall()
        return {name: len(opened.table(name)) for (name,) in names}
