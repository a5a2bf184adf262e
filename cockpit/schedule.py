"""Backups made by the server itself, every so many hours, kept for so many days."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from cockpit.errors import CockpitError

_AGAIN = timedelta(minutes=10)
"""When a backup that failed is tried again."""
_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"cockpit-(\d{8}T\d{6}Z)\.zip")
_UNFINISHED = "cockpit-*.zip.part"

_log = logging.getLogger("cockpit.backup")


class Schedule:
    """When to back up, where to, and what to throw away; nothing before the new one is whole."""

    def __init__(
        self, folder: Path, every: timedelta, keep: timedelta, backup: Callable[[Path], object]
    ) -> None:
        self._folder = folder
        self._every = every
        self._keep = keep
        self._backup = backup

    def wait(self, now: datetime) -> timedelta:
        """How long until the next backup is due; one is due at once where there is none."""
        last = max(self._kept(), default=None)
        return max(last + self._every - now, timedelta()) if last else timedelta()

    def run(self, now: datetime) -> Path:
        """Make one backup, then remove those that are too old; raises what `backup` raises."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for unfinished in self._folder.glob(_UNFINISHED):
            unfinished.unlink()
        made = self._path(now)
        self._backup(made)
        _log.info("Backed up to %s", made)
        for old in (self._path(time) for time in self._kept() if time < now - self._keep):
            old.unlink()
            _log.info("Removed %s, kept for %s", old, self._keep)
        return made

    def attempt(self, now: datetime) -> timedelta:
        """Make a backup if one is due; returns how long to wait until the next attempt."""
        wait = self.wait(now)
        if wait:
            return wait
        try:
            self.run(now)
        except (CockpitError, OSError) as error:
            _log.error("No backup was made in %s: %s", self._folder, error)
            return _AGAIN
        except Exception:  # noqa: BLE001 - whatever it was, the next one is to be tried
            _log.exception("No backup was made in %s", self._folder)
            return _AGAIN
        return self._every

    def _kept(self) -> list[datetime]:
        names = (path.name for path in self._folder.glob("cockpit-*.zip"))
        stamps = (match[1] for name in names if (match := _NAME.fullmatch(name)))
        return [datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC) for stamp in stamps]

    def _path(self, time: datetime) -> Path:
        return self._folder / f"cockpit-{time.strftime(_STAMP)}.zip"


@contextmanager
def running(schedule: Schedule | None) -> Generator[None]:
    """Keep a schedule on a thread of its own; without one, do nothing."""
    over = Event()
    if schedule:
        Thread(target=_keep, args=(schedule, over), name="backup", daemon=True).start()
    try:
        yield
    finally:
        over.set()


def _keep(schedule: Schedule, over: Event) -> None:
    wait = timedelta()
    while not over.wait(wait.total_seconds()):
        wait = schedule.attempt(datetime.now(UTC))
