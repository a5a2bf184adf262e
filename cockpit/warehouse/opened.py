"""One opened warehouse: its engine, what readers see of it now, and how it is changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection

from cockpit.audience import Audience, current_audience
from cockpit.catalog import Catalog
from cockpit.correction import load_corrections
from cockpit.release import load_releases
from cockpit.settings import Settings
from cockpit.warehouse import batches
from cockpit.warehouse.changing import in_one
from cockpit.warehouse.copies import Copies
from cockpit.warehouse.engine import open_engine, open_lake
from cockpit.warehouse.lake import Lake
from cockpit.warehouse.names import Names
from cockpit.warehouse.originals import Originals
from cockpit.warehouse.reader import Reader
from cockpit.warehouse.releasing import OPEN, Public, lets_all
from cockpit.warehouse.snapshot import Present, Snapshot

T = TypeVar("T")

_TOLD_AFTER = 0.5
"""Seconds after which readers learn what another process has published on the lake."""


class Opened:
    """What every part of a warehouse works with; `copies` is a folder of its own."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._copies = Copies(settings.home / "copies")
        self.copies = self._copies.path
        try:
            self._open(settings)
        except BaseException:
            self._copies.close()
            raise
        self._catalog = catalog
        self._names = Names()
        self._corrections = load_corrections(settings.corrections, catalog)
        self._originals = Originals(settings.store / "originals")
        self._writing = Lock()
        self._told_after = _TOLD_AFTER if self._lake else None
        self._present = Present(self._snapshot, self._told_after)
        self.releases = load_releases(settings.releases, catalog)
        self._public = Public(self._engine, self.releases)

    def reader(self, as_of: datetime | None = None, audience: Audience | None = None) -> Reader:
        """The reading door, as of now or as of a UTC time, for whoever asks or for an `audience`.

        The public is given what has been released by then, staff everything published.
        """
        seen = self._present.seen() if as_of is None else self._snapshot(as_of)
        gate = OPEN
        if (audience or current_audience.get()) == "public":
            gate = self._public.gate(as_of)
            seen = self._public.seen(seen, gate, kept=as_of is None)
        about = (self._engine, self._catalog, self._names)
        return Reader(*about, seen, as_of, self._corrections, gate)

    def _lets(self, *batches: int) -> bool:
        """Whether whoever asks may see everything that was read from the file of some batches."""
        gate = self.reader().gate
        with self._engine.connect() as connection:
            return lets_all(connection, batches, gate)

    def close(self) -> None:
        """Let go of the file so that another process may open it."""
        self._engine.dispose()
        self._copies.close()

    def _open(self, settings: Settings) -> None:
        self._lake = Lake.of(settings)
        self._place: Path | None = settings.home
        if self._lake:
            self._place = self._lake.folder
            self._engine = open_lake(self._lake, self.copies.parent, self.copies / "spill")
        else:
            self._engine = open_engine(settings.database, self.copies.parent)

    def _change(self, work: Callable[[Connection], T], *, told: bool = False) -> T:
        """One transaction, begun again where another process has written since it began.

        Readers are `told` of it when it stands, and not before.
        """
        with self._writing:
            done = in_one(self._engine, work, self._place, shared=self._lake is not None)
            if told:
                self._present.renew()
            return done

    def _snapshot(self, as_of: datetime | None = None) -> Snapshot:
        with self._engine.connect() as connection:
            digest = self._corrections.digest
            version = batches.version(connection, as_of)
            return Snapshot(f"{version}-{digest}" if digest else version, int(version))


def change(work: Callable[..., T], *given: Any, **named: Any) -> Callable[[Connection], T]:  # noqa: ANN401
    """A change that waits for its connection."""
    return lambda connection: work(connection, *given, **named)
