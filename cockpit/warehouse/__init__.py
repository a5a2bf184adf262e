"""The warehouse: what was brought, by whom, from which cell, and what stands published.

One process owns a warehouse file; in it many threads read while one writes.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

from cockpit.batch import Batch, BatchState, Staged
from cockpit.catalog import Catalog
from cockpit.errors import BatchRefused
from cockpit.i18n import gettext as _
from cockpit.memory import Answer, Memory
from cockpit.observation import Issue, Observation
from cockpit.settings import Settings
from cockpit.warehouse import batches, remembered
from cockpit.warehouse.engine import open_engine
from cockpit.warehouse.originals import Originals
from cockpit.warehouse.reader import Reader
from cockpit.warehouse.snapshot import Snapshot


class Warehouse:
    """Batches in, series out; every change is one transaction that a power cut cannot split."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._engine = open_engine(settings.database, settings.home / "copies")
        self._catalog = catalog
        self._originals = Originals(settings.home / "originals")
        self._writing = Lock()
        self._now = self._snapshot()

    def stage(
        self,
        content: bytes,
        *,
        file_name: str,
        source: str,
        person: str,
        observations: Sequence[Observation],
        issues: Sequence[Issue],
        family: str = "",
    ) -> Staged:
        """Keep the file and what was read from it; nothing of it is visible to readers yet."""
        digest = self._originals.keep(content)
        with self._writing, self._engine.begin() as connection:
            duplicate = batches.published_copy(connection, digest)
            batch = batches.add(
                connection,
                self._catalog,
                file_name=file_name,
                sha256=digest,
                source=source,
                person=person,
                observations=observations,
                issues=issues,
                family=family,
            )
            staged = batches.one(connection, batch)
        return Staged(
            batch=staged,
            observations=tuple(observations),
            issues=tuple(issues),
            duplicate_of=duplicate,
        )

    def staged(self, batch: int) -> Staged:
        """A batch of any state with everything that was read from its file."""
        with self._engine.connect() as connection:
            found = batches.one(connection, batch)
            duplicate = batches.published_copy(connection, found.sha256)
            return Staged(
                batch=found,
                observations=batches.observations(connection, batch),
                issues=batches.issues(connection, batch),
                duplicate_of=None if duplicate == batch else duplicate,
            )

    def publish(self, batch: int, person: str, accept_doubtful: bool = False) -> Batch:
        """Show a staged batch to every reader; raises BatchRefused where it must not be.

        Figures marked `needs_review` stay hidden unless the person accepts them, now or by
        publishing the batch again.
        """
        with self._changing() as connection:
            found = batches.one(connection, batch)
            _may_publish(found, batches.published_copy(connection, found.sha256), accept_doubtful)
            batches.record(connection, batch, "published", person, accepts_doubtful=accept_doubtful)
            return batches.one(connection, batch)

    def withdraw(self, batch: int, person: str, reason: str) -> Batch:
        """Take a published batch back: what stood before stands again. Discard a staged one.

        Raises BatchRefused where the batch was taken back before.
        """
        with self._changing() as connection:
            state = batches.one(connection, batch).state
            if state not in _TAKEN_BACK:
                raise BatchRefused(_("Batch %(id)s has been taken back before.", id=batch))
            batches.record(connection, batch, _TAKEN_BACK[state], person, reason=reason)
            return batches.one(connection, batch)

    def batches(self) -> list[Batch]:
        """Every batch, newest first."""
        with self._engine.connect() as connection:
            return batches.listed(connection)

    def original(self, sha256: str, *, staged_too: bool = True) -> tuple[Path, str] | None:
        """Where a file that somebody brought is kept, and the name it came with."""
        path = self._originals.path(sha256)
        brought = (b for b in self.batches() if b.sha256 == sha256)
        named = next((b.file_name for b in brought if staged_too or b.state == "published"), None)
        return (path, named) if path and named else None

    def reader(self, as_of: datetime | None = None) -> Reader:
        """The reading door, as of now or as of a UTC time."""
        seen = self._now if as_of is None else self._snapshot(as_of)
        return Reader(self._engine, self._catalog, seen, as_of)

    def memory(self, file_name: str, bureau: str = "") -> Memory:
        """What may help to read a file of this name."""
        with self._engine.connect() as connection:
            return remembered.memory(connection, file_name, bureau)

    def answers(self, family: str | None = None) -> list[Answer]:
        """What was confirmed and not taken back, of one family or of all."""
        with self._engine.connect() as connection:
            return remembered.standing(connection, family)

    def remember(self, answers: Sequence[Answer], person: str) -> None:
        """Keep answers; the last one about a text counts, an empty one takes it back."""
        with self._writing, self._engine.begin() as connection:
            remembered.add(connection, answers, person)

    def forget(self, answer: int, person: str) -> Answer:
        """Take a standing answer back; raises NotInCatalogue where there is none of this number."""
        with self._writing, self._engine.begin() as connection:
            return remembered.take_back(connection, answer, person)

    def close(self) -> None:
        """Let go of the file so that another process may open it."""
        self._engine.dispose()

    @contextmanager
    def _changing(self) -> Generator[Connection]:
        """One transaction that readers are told of when it stands, and not before."""
        with self._writing:
            with self._engine.begin() as connection:
                yield connection
            self._now = self._snapshot()

    def _snapshot(self, as_of: datetime | None = None) -> Snapshot:
        with self._engine.connect() as connection:
            return Snapshot(batches.version(connection, as_of))


_TAKEN_BACK: Mapping[BatchState, BatchState] = {"staged": "discarded", "published": "withdrawn"}


def _may_publish(batch: Batch, copy: int | None, accept_doubtful: bool) -> None:
    if batch.state == "published" and accept_doubtful and batch.doubtful:
        return
    if batch.state == "discarded":
        raise BatchRefused(_("Batch %(id)s was discarded; load its file again.", id=batch.id))
    if batch.state != "staged":
        raise BatchRefused(_("Batch %(id)s has been published before.", id=batch.id))
    if batch.errors:
        raise BatchRefused(
            _(
                "Batch %(id)s has %(count)s errors; mend the file and load it again.",
                id=batch.id,
                count=batch.errors,
            )
        )
    if copy is not None:
        raise BatchRefused(_("This very file stands published already, as batch %(id)s.", id=copy))
