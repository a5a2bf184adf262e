"""The life of batches: brought, judged, published, taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from cockpit.batch import Batch, Staged
from cockpit.effect import Effect
from cockpit.effect.judging import judge
from cockpit.indicator import Formula
from cockpit.observation import Issue, Observation
from cockpit.vintage import Reason
from cockpit.warehouse import batches, life
from cockpit.warehouse.opened import Opened, change
from cockpit.warehouse.overlay import Overlay
from cockpit.warehouse.weighing import standing, weigh


class Desk(Opened):
    """Batches in, step by step."""

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

        def add(connection: Connection) -> tuple[Batch, int | None]:
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
            return batches.one(connection, batch), duplicate

        staged, duplicate = self._change(add)
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

    def submit(self, batch: int, person: str, reason: str = "") -> Batch:
        """Hand a staged batch to whoever reviews it; raises BatchRefused."""
        return self._change(change(life.step, batch, "submitted", person, reason))

    def review(self, batch: int, person: str, reason: str = "") -> Batch:
        """Say of a submitted batch that it may be published; raises BatchRefused."""
        return self._change(change(life.step, batch, "reviewed", person, reason))

    def publish(
        self,
        batch: int,
        person: str,
        accept_doubtful: bool = False,
        *,
        reason: str = "",
        revision: Reason | None = None,
        seen: str | None = None,
    ) -> Batch:
        """Show a batch to every reader; raises BatchRefused where it must not be.

        Figures marked `needs_review` stay hidden unless the person accepts them, now or by
        publishing the batch again. Steps still open before are taken by the same person.
        `revision` says why figures that stood are published anew, by default what the file's name
        tells. `seen` is the version under which the effect was judged: refused where the same
        figures have changed since.
        """
        return self._change(
            change(
                life.publish,
                batch,
                person,
                accept_doubtful=accept_doubtful,
                reason=reason,
                revision=revision,
                seen=seen,
            ),
            told=True,
        )

    def withdraw(self, batch: int, person: str, reason: str) -> Batch:
        """Take a published batch back: what stood before stands again. Discard one that waits.

        Raises BatchRefused where the batch was taken back before.
        """
        return self._change(change(life.withdraw, batch, person, reason), told=True)

    def batches(self, as_of: datetime | None = None) -> list[Batch]:
        """Every batch, newest first, as it stands now or stood at a UTC time."""
        with self._engine.connect() as connection:
            return batches.listed(connection, as_of=as_of)

    def original(self, sha256: str, *, staged_too: bool = True) -> tuple[Path, str] | None:
        """Where a file that somebody brought is kept, and the name it came with.

        The public is not told of a file in which any figure is not yet released.
        """
        path = self._originals.path(sha256)
        brought = [b for b in self.batches() if b.sha256 == sha256]
        if not self._lets(*(b.id for b in brought)):
            return None
        named = next((b.file_name for b in brought if staged_too or b.state == "published"), None)
        return (path, named) if path and named else None

    def effect(
        self, batch: int, formulas: Mapping[str, Formula], *, accept_doubtful: bool = False
    ) -> Effect:
        """What publishing a batch that waits would do; raises BatchRefused where none waits."""
        with self._engine.connect() as connection:
            life.require_waiting(connection, batch)
            overlay = Overlay(self._corrections, self._catalog)
            version = batches.version(connection)
            return judge(
                batch,
                version,
                weigh(connection, self._names, int(version), batch, self._catalog, overlay),
                partial(standing, connection, self._names, int(version), overlay),
                self._catalog,
                formulas,
                accepted=accept_doubtful,
            )
