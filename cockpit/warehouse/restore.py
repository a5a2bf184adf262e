"""A backup put in place: checked before anything is touched, the old warehouse kept aside."""

from __future__ import annotations

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import duckdb
from sqlalchemy.engine import make_url

from cockpit.i18n import gettext as _
from cockpit.settings import Settings
from cockpit.warehouse import archive, verify
from cockpit.warehouse.archive import DATABASE, BackupRefused, Manifest
from cockpit.warehouse.engine import WarehouseBusy, is_held, open_engine
from cockpit.warehouse.originals import Originals, sync_folder
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
    database = _database(settings)
    if database.exists() and not replace:
        raise _standing(database)
    database.parent.mkdir(parents=True, exist_ok=True)
    with _unpacked(file, database.parent) as (manifest, folder, found):
        # Originals are named by their content: those of the old warehouse stay where they are.
        originals = Originals(settings.home / "originals")
        for path in Originals(folder / "originals").files():
            originals.keep(path.read_bytes())
        aside = _exchange(database, folder / DATABASE)
    return Restored(manifest=manifest, findings=found, aside=aside)


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
            found = tuple(verify.findings(engine, Originals(folder / "originals")))
        finally:
            engine.dispose()
        yield manifest, folder, found


def _rows(database: Path) -> dict[str, int]:
    """Rows of each table before the database is upgraded, should it be of an earlier release."""
    with duckdb.connect(database, read_only=True) as opened:
        names = opened.sql("select table_name from duckdb_tables()").fetchall()
        return {name: len(opened.table(name)) for (name,) in names}


def _exchange(database: Path, new: Path) -> Path | None:
    """Put the new database in place; returns the folder that the old one was put aside in."""
    if not database.exists():
        _link(new, database)
        return None
    log = database.with_name(database.name + ".wal")
    _write_out(database)
    with _locked(database):
        moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = Path(mkdtemp(prefix=f"replaced-{moment}-", dir=database.parent))
        (aside / database.name).hardlink_to(database)
        if log.exists():
            log.rename(aside / log.name)
        new.replace(database)
        sync_folder(database.parent)
    return aside


def _link(new: Path, database: Path) -> None:
    """Give the database its name unless another process was quicker."""
    try:
        database.hardlink_to(new)
    except FileExistsError as error:
        raise _standing(database) from error
    sync_folder(database.parent)


def _write_out(database: Path) -> None:
    """Have the old database's log written into it; one too damaged for that is kept with its log.

    Raises WarehouseBusy where another process holds it.
    """
    try:
        duckdb.connect(database).close()
    except duckdb.ConnectionException as error:  # open in this very process
        raise _busy(database) from error
    except duckdb.Error as error:
        if is_held(error):
            raise _busy(database) from error


@contextmanager
def _locked(database: Path) -> Generator[None]:
    """Hold the lock by which DuckDB keeps other processes out."""
    with database.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _busy(database) from error
        yield


def _database(settings: Settings) -> Path:
    url = make_url(settings.database)
    if url.get_backend_name() != "duckdb" or not url.database or ":" in url.database:
        raise BackupRefused(
            _("A backup is restored into a DuckDB file; COCKPIT_WAREHOUSE names %(url)s.", url=url)
        )
    return Path(url.database)


def _standing(database: Path) -> BackupRefused:
    text = _("%(file)s is there already; --replace puts it aside first.", file=database)
    return BackupRefused(text)


def _busy(database: Path) -> WarehouseBusy:
    text = _("The warehouse %(file)s is in use; stop the server first.", file=database)
    return WarehouseBusy(text)
