"""The warehouse as a whole: audited, backed up, sorted, checked."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection

from cockpit.audit import Entry
from cockpit.catalog import Catalog
from cockpit.settings import Settings
from cockpit.warehouse import audit, backup, settling, tidying, verify
from cockpit.warehouse.archive import Manifest
from cockpit.warehouse.opened import Opened, change
from cockpit.warehouse.reopening import Incident, incidents
from cockpit.warehouse.verify import Finding


class Keeping(Opened):
    """What an operator asks of a warehouse."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        super().__init__(settings, catalog)
        self._backing_up = Lock()

    def note(self, person: str, action: str, what: str, detail: Mapping[str, Any]) -> None:
        """Write an action that changes no figures into the audit trail."""
        self._change(change(audit.append, person, action, what, detail))

    def audit(self, last: int | None = None) -> list[Entry]:
        """The audit trail in its order; of a long one, the `last` so many entries."""
        with self._engine.connect() as connection:
            return list(audit.entries(connection, last))

    def backup(self, target: Path, person: str) -> Manifest:
        """Write everything as of one moment to a file, while others read and write.

        Raises BackupRefused, BackupFailed or OSError, and leaves no file then.
        """
        with self._backing_up:
            made = backup.write(self._engine, self._originals, self.copies, target)
        self.note(person, "backup", target.name, {"at": made.made_at})
        return made

    def compact(self, person: str) -> None:
        """Sort what stands, so that a series is read from one place; readers go on meanwhile."""
        if self._lake:
            tidying.tidy(self._engine, self._lake)

        def sort(connection: Connection) -> None:
            if not self._lake:
                settling.compact(connection)
            audit.append(connection, person, "compact", "figure")

        self._change(sort)

    def incidents(self) -> list[Incident]:
        """Fatal errors of the engine after which it was opened again, latest first."""
        with self._engine.connect() as connection:
            return incidents(connection)

    def verify(self) -> list[Finding]:
        """Check everything against everything; empty where nothing is wrong."""
        # One transaction, so that nobody's publication looks like a contradiction.
        with self._engine.connect() as connection:
            return list(verify.findings(connection, self._originals))
