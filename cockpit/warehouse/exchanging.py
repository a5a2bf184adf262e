"""A database put in the place of a warehouse's file; the old one kept aside with its log."""

from __future__ import annotations

import fcntl
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

import duckdb
from sqlalchemy.engine import make_url

from cockpit.i18n import gettext as _
from cockpit.warehouse.archive import BackupRefused
from cockpit.warehouse.engine import WarehouseBusy, is_held
from cockpit.warehouse.originals import sync_folder


def place(url: str) -> Path:
    """The file that the settings name; raises BackupRefused where they name none."""
    named = make_url(url)
    if named.get_backend_name() != "duckdb" or not named.database or ":" in named.database:
        raise BackupRefused(
            _(
                "A backup is restored into a DuckDB file or a lake; COCKPIT_WAREHOUSE names "
                "%(url)s.",
                url=named,
            )
        )
    return Path(named.database)


def exchange(database: Path, new: Path) -> Path | None:
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
        raise standing(database) from error
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


def standing(place: object) -> BackupRefused:
    """The refusal to restore over a warehouse."""
    text = _("%(file)s is there already; --replace puts it aside first.", file=place)
    return BackupRefused(text)


def _busy(database: Path) -> WarehouseBusy:
    text = _("The warehouse %(file)s is in use; stop the server first.", file=database)
    return WarehouseBusy(text)
