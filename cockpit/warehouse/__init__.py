"""The warehouse: what was brought, by whom, from which cell, and what stands published.

One process owns a warehouse file; in it many threads read while one writes.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from cockpit.audit import Entry
from cockpit.batch import Batch, Staged
from cockpit.catalog import Catalog
from cockpit.correction import load_corrections
from cockpit.effect import Effect
from cockpit.effect.judging import judge
from cockpit.indicator import Formula
from cockpit.memory import Answer, Memory
from cockpit.observation import Issue, Observation
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.vintage import Reason, Triangle, triangle
from cockpit.warehouse import (
    audit,
    backup,
    batches,
    life,
    remembered,
    schema,
    settling,
    verify,
    vintages,
)
from cockpit.warehouse.archive import Manifest
from cockpit.warehouse.changing import in_one
from cockpit.warehouse.engine import open_engine
from cockpit.warehouse.names import Names
from cockpit.warehouse.originals import Originals
from cockpit.warehouse.overlay import Overlay
from cockpit.warehouse.reader import Reader
from cockpit.warehouse.registers import registers
from cockpit.warehouse.reopening import Incident
from cockpit.warehouse.snapshot import Snapshot
from cockpit.warehouse.verify import Finding
from cockpit.warehouse.weighing import standing, weigh

T = TypeVar("T")


class Warehouse:
    """Batches in, series out; every change is one transaction that a power cut cannot split."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._engine = open_engine(settings.database, settings.home / "copies")
        self.copies = _emptied(settings.home / "copies")
        self._catalog = catalog
        self._names = Names()
        self._corrections = load_corrections(settings.corrections, catalog)
        self._originals = Originals(settings.home / "originals")
        self._writing = Lock()
        self._backing_up = Lock()
        self._now = self._snapshot()
        self.alarms, self.meetings, self.walls = registers(self._engine, self._change)

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
        return self._change(_on(life.step, batch, "submitted", person, reason))

    def review(self, batch: int, person: str, reason: str = "") -> Batch:
        """Say of a submitted batch that it may be published; raises BatchRefused."""
        return self._change(_on(life.step, batch, "reviewed", person, reason))

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
            _on(
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
        return self._change(_on(life.withdraw, batch, person, reason), told=True)

    def batches(self, as_of: datetime | None = None) -> list[Batch]:
        """Every batch, newest first, as it stands now or stood at a UTC time."""
        with self._engine.connect() as connection:
            return batches.listed(connection, as_of=as_of)

    def original(self, sha256: str, *, staged_too: bool = True) -> tuple[Path, str] | None:
        """Where a file that somebody brought is kept, and the name it came with."""
        path = self._originals.path(sha256)
        brought = (b for b in self.batches() if b.sha256 == sha256)
        named = next((b.file_name for b in brought if staged_too or b.state == "published"), None)
        return (path, named) if path and named else None

    def reader(self, as_of: datetime | None = None) -> Reader:
        """The reading door, as of now or as of a UTC time."""
        seen = self._now if as_of is None else self._snapshot(as_of)
        return Reader(self._engine, self._catalog, self._names, seen, as_of, self._corrections)

    def effect(
        self, batch: int, formulas: Mapping[str, Formula], *, accept_doubtful: bool = False
    ) -> Effect:
        """What publishing a batch that waits would do; raises BatchRefused where none waits."""
        with self._engine.connect() as connection:
            life.require_waiting(connection, batch)
            version = batches.version(connection)
            overlay = Overlay(self._corrections, self._catalog)
            return judge(
                batch,
                version,
                weigh(connection, self._names, int(version), batch, self._catalog, overlay),
                partial(standing, connection, self._names, int(version), overlay),
                self._catalog,
                formulas,
                accepted=accept_doubtful,
            )

    def triangle(self, selection: Selection, as_of: datetime | None = None) -> Triangle | None:
        """The revisions of a series, every vintage of it; None where nothing is held."""
        series = self.reader(as_of).series(selection)
        if series.key is None:
            return None
        with self._engine.connect() as connection:
            found = vintages.publications(connection, series.key, series.unit, self._catalog, as_of)
        return triangle(series.key, series.unit, found)

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
        self._change(_on(remembered.add, answers, person))

    def forget(self, answer: int, person: str) -> Answer:
        """Take a standing answer back; raises NotInCatalogue where there is none of this number."""
        return self._change(_on(remembered.take_back, answer, person))

    def note(self, person: str, action: str, what: str, detail: Mapping[str, Any]) -> None:
        """Write an action that changes no figures into the audit trail."""
        self._change(_on(audit.append, person, action, what, detail))

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

        def sort(connection: Connection) -> None:
            settling.compact(connection)
            audit.append(connection, person, "compact", "figure")

        self._change(sort)

    def incidents(self) -> list[Incident]:
        """Fatal errors of the engine after which it was opened again, latest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(schema.incident).order_by(schema.incident.c.at.desc()))
            return [Incident(*row) for row in rows]

    def verify(self) -> list[Finding]:
        """Check everything against everything; empty where nothing is wrong."""
        return list(verify.findings(self._engine, self._originals))

    def close(self) -> None:
        """Let go of the file so that another process may open it."""
        self._engine.dispose()

    def _change(self, work: Callable[[Connection], T], *, told: bool = False) -> T:
        """One transaction, begun again where another process has written since it began.

        Readers are `told` of it when it stands, and not before.
        """
        with self._writing:
            done = in_one(self._engine, work)
            if told:
                self._now = self._snapshot()
            return done

    def _snapshot(self, as_of: datetime | None = None) -> Snapshot:
        with self._engine.connect() as connection:
            digest = self._corrections.digest
            version = batches.version(connection, as_of)
            return Snapshot(f"{version}-{digest}" if digest else version, int(version))


def _emptied(copies: Path) -> Path:
    """The folder for copies, without what a backup that was cut short left in it."""
    shutil.rmtree(copies, ignore_errors=True)
    copies.mkdir(parents=True, exist_ok=True)
    return copies


def _on(work: Callable[..., T], *given: Any, **named: Any) -> Callable[[Connection], T]:  # noqa: ANN401
    """A change that waits for its connection."""
    return lambda connection: work(connection, *given, **named)
