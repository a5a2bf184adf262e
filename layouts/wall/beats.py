"""Heartbeats: which walls are open, what they show, and whether they are well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

from cockpit.errors import InputError
from cockpit.i18n import gettext as _

MOST = 1000
FORGOTTEN = timedelta(days=7)
SILENT = timedelta(seconds=30)
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What a wall last said of itself; `memory` in bytes, `up` in seconds since it was opened."""

    wall: str
    scene: str
    area: str
    state: str
    build: str
    memory: int
    up: int
    size: str
    address: str
    at: datetime

    def silent(self, now: datetime) -> bool:
        """Whether the wall has not spoken for longer than a lost poll explains."""
        return now - self.at > SILENT


class Beats:
    """The last heartbeat of each wall, kept in memory: after a restart the walls speak again."""

    def __init__(self) -> None:
        self._kept: dict[str, Beat] = {}
        self._lock = Lock()

    def take(self, given: Mapping[str, Any], address: str) -> Beat:
        """Note a heartbeat; raises InputError where it is none."""
        beat = _beat(given, address)
        with self._lock:
            if beat.wall not in self._kept and len(self._kept) >= MOST:
                del self._kept[min(self._kept.values(), key=lambda one: one.at).wall]
            self._kept[beat.wall] = beat
        return beat

    def all(self) -> list[Beat]:
        """Every wall heard of within a week, the last heard of first."""
        since = datetime.now(UTC) - FORGOTTEN
        with self._lock:
            self._kept = {wall: one for wall, one in self._kept.items() if one.at > since}
            return sorted(self._kept.values(), key=lambda one: one.at, reverse=True)


def _beat(given: Mapping[str, Any], address: str) -> Beat:
    texts = {name: given.get(name) for name in ("wall", "scene", "area", "state", "build", "size")}
    counts = {name: given.get(name) for name in ("memory", "up")}
    sound = all(isinstance(text, str) and len(text) <= _LONGEST for text in texts.values())
    whole = all(type(count) is int and 0 <= count < 2**53 for count in counts.values())
    if not (sound and whole and texts["wall"]):
        raise InputError(_("This is no heartbeat of a wall."))
    return Beat(**texts, **counts, address=address, at=datetime.now(UTC))  # ty: ignore[invalid-argument-type]
