"""One opened cockpit: catalogue, warehouse and formulas, and the one door figures come in by."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from cockpit.aggregation import Request, aggregate
from cockpit.aggregation.request import sha256
from cockpit.alarm import load_thresholds
from cockpit.alarm.office import Office
from cockpit.batch import OPEN, Batch, Staged
from cockpit.catalog import Catalog, load_catalog
from cockpit.correction import load_corrections
from cockpit.effect import Effect
from cockpit.errors import BatchRefused, FileRefused
from cockpit.i18n import gettext as _
from cockpit.indicator import Calculator, Formula
from cockpit.meeting.office import Meetings
from cockpit.memory import NOTHING, Answer, Memory, bureau_of
from cockpit.memory.check import check_answer
from cockpit.memory.questions import Question, questions, with_excerpts
from cockpit.modelling import Workshop
from cockpit.position import Targets, load_targets
from cockpit.reading import Reading, SheetWindow
from cockpit.release import ReleaseCalendar
from cockpit.rooms import Rooms
from cockpit.schedule import Schedule
from cockpit.scoring import Schemes, load_schemes
from cockpit.settings import Settings
from cockpit.signals import Rules, load_rules
from cockpit.wall.office import Walls

if TYPE_CHECKING:
    from cockpit.indicator.panels import Panels
    from cockpit.warehouse import Warehouse
    from cockpit.warehouse.parquet import Engine
    from cockpit.warehouse.reader import Reader

_log = logging.getLogger("cockpit")


class Cockpit:
    """Everything a command or a server works with; parts are opened when first used."""

    def __init__(self, settings: Settings, rooms: Rooms) -> None:
        self.settings = settings
        self._rooms = rooms
        self.key = token_urlsafe()
        """What a command on this machine shows a server to be let do an operator's work."""

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue, checked as a whole."""
        return load_catalog(self.settings.catalog)

    @cached_property
    def warehouse(self) -> Warehouse:
        """The warehouse, held by this process until closed."""
        # Reading a file needs no database, and the database's libraries take longest to load.
        from cockpit.warehouse import Warehouse

        return Warehouse(self.settings, self.catalog)

    @cached_property
    def formulas(self) -> Mapping[str, Formula]:
        """How derived indicators are computed."""
        return self._rooms.formulas()

    @cached_property
    def targets(self) -> Targets:
        """What areas mean to reach in a year, checked as a whole."""
        return load_targets(self.settings.targets, self.catalog)

    @cached_property
    def alarms(self) -> Office:
        """Thresholds and alarms over the figures that stand."""
        thresholds = load_thresholds(self.settings.thresholds, self.catalog)
        rows = self.warehouse.alarms
        about = (self.catalog, self.formulas, thresholds)
        return Office(rows, lambda at: self.warehouse.reader(at, "staff"), *about, asked=self.door)

    @cached_property
    def walls(self) -> Walls:
        """Walls that may look without an account."""
        return Walls(self.warehouse.walls, self._scenes, self.catalog.areas)

    @cached_property
    def meetings(self) -> Meetings:
        """Figures frozen under a name."""
        corrections = load_corrections(self.settings.corrections, self.catalog)
        return Meetings(self.warehouse.meetings, lambda as_of: corrections.by(as_of).digest)

    @property
    def releases(self) -> ReleaseCalendar:
        """When figures become public."""
        return self.warehouse.releases

    def door(self, as_of: datetime | None = None) -> Reader:
        """The reading door, as of now or as of a UTC time, for whoever asks."""
        return self.warehouse.reader(as_of)

    def calculator(self, as_of: datetime | None = None) -> Calculator:
        """Published and derived series, read through the door."""
        return Calculator(self.door(as_of), self.catalog, self.formulas)

    @cached_property
    def rules(self) -> Rules:
        """The rules of signals, checked as a whole."""
        return load_rules(self.settings.signals, self.catalog)

    @cached_property
    def schemes(self) -> Schemes:
        """The schemes of assessment, checked as a whole."""
        return load_schemes(self.settings.scores, self.catalog)

    @cached_property
    def models(self) -> Workshop:
        """Seasonal adjustment and projection, kept until what a reader may see changes."""
        return Workshop(self.calculator, lambda moment: self.door(moment).version(), self.catalog)

    def panels(self, as_of: datetime | None = None) -> Panels:
        """Growth and single periods of many indicators and areas at once."""
        from cockpit.indicator.panels import Panels

        return Panels(self.door(as_of), self.catalog)

    def read(self, path: Path, name: str | None = None, memory: Memory = NOTHING) -> Reading:
        """Read a file in a process of its own; raises FileRefused where that is impossible."""
        return self._rooms.extract(path, name or path.name, self.settings.catalog, memory)

    def serve(self, host: str, port: int) -> None:
        """Serve the web application until the process is told to stop."""
        self._rooms.serve(self, host, port)

    def backups(self) -> Schedule | None:
        """When the server backs up of its own accord; None where no folder is set."""
        chosen = self.settings
        if chosen.backup_folder is None:
            return None
        return Schedule(
            chosen.backup_folder,
            timedelta(hours=chosen.backup_every_hours),
            timedelta(days=chosen.backup_keep_days),
            lambda path: self.warehouse.backup(path, "schedule"),
        )

    def bring(self, content: bytes, file_name: str, person: str, source: str = "") -> Staged:
        """Read a file in a process of its own, check it and stage what was understood.

        Raises FileRefused, and keeps nothing, where the file cannot be read at all.
        """
        with TemporaryDirectory() as folder:
            path = Path(folder) / "upload"
            path.write_bytes(content)
            reading = self.read(path, file_name, self.warehouse.memory(file_name, source))
        return self._stage(content, replace(_dated(reading), file=file_name), person, source)

    def aggregate(
        self, asked: Request, engine: Engine, person: str, work: Path | None = None
    ) -> Staged:
        """Add up what single units reported, and stage the totals; the units' rows stay outside.

        Raises FileRefused, and keeps nothing, where the rows do not add up. `work` is the folder
        for what the engine writes on the way.
        """
        content, reading = aggregate(asked, self.catalog, engine, work)
        odd = self._rooms.check(reading, self.catalog)
        staged = self._stage(content, replace(reading, issues=(*reading.issues, *odd)), person)
        read = {file.name: sha256(file) for file in asked.files}
        detail = {"engine": str(engine), "area": asked.area, "files": read}
        self.warehouse.note(person, "aggregate", f"batch {staged.batch.id}", detail)
        return staged

    def answer(self, batch: int, answers: Sequence[Answer], person: str) -> Staged:
        """Remember answers about a batch's kind of file, and read the file again with them.

        The batch that was asked about is discarded in favour of the new one. Raises NotInCatalogue
        for an answer that names what is not there, BatchRefused for a batch that is not staged.
        """
        found = self.warehouse.staged(batch).batch
        if found.state not in OPEN:
            raise BatchRefused(_("Batch %(id)s no longer waits for a decision.", id=batch))
        if not found.family:
            raise BatchRefused(_("Neither name nor title say what kind of file this is."))
        self.remember([replace(one, family=found.family) for one in answers], person)
        again = self.bring(self._original(found), found.file_name, person, bureau_of(found.family))
        reason = _("read again as batch %(id)s", id=again.batch.id)
        self.withdraw(batch, person, reason)
        return again

    def remember(self, answers: Sequence[Answer], person: str) -> None:
        """Remember answers; raises NotInCatalogue where one names what the catalogue has not."""
        for answer in answers:
            check_answer(answer, self.catalog)
        self.warehouse.remember(answers, person)

    def publish(self, batch: int, person: str, accept_doubtful: bool = False, **how: Any) -> Batch:  # noqa: ANN401 - as the warehouse takes it
        """Publish a batch like `Warehouse.publish`, and judge the alarms by what stands then."""
        published = self.warehouse.publish(batch, person, accept_doubtful, **how)
        self._judge()
        return published

    def withdraw(self, batch: int, person: str, reason: str) -> Batch:
        """Withdraw or discard a batch like `Warehouse.withdraw`, and judge the alarms."""
        withdrawn = self.warehouse.withdraw(batch, person, reason)
        self._judge()
        return withdrawn

    def effect(self, batch: int, *, accept_doubtful: bool = False) -> Effect:
        """What publishing a batch would do; raises BatchRefused where it waits for no decision."""
        return self.warehouse.effect(batch, self.formulas, accept_doubtful=accept_doubtful)

    def questions(self, batch: int) -> Sequence[Question]:
        """What there is to ask about a staged batch, with the cells around each question."""
        staged = self.warehouse.staged(batch)
        found = self.warehouse.original(staged.batch.sha256)
        if staged.batch.state not in OPEN or found is None:
            return ()
        asked = questions(staged.observations, self.warehouse.answers(staged.batch.family))
        places = [(one.first.sheet, one.first.cell) for one in asked]
        return with_excerpts(asked, self._rooms.look(found[0], places)) if asked else ()

    def show(self, batch: int, at: tuple[str, int, int]) -> SheetWindow:
        """The part of a staged batch's sheet that begins at sheet, row and column.

        The file is read again, in a process of its own, for what says what its figures are.
        Raises BatchRefused for a batch that is not staged.
        """
        found = self.warehouse.staged(batch).batch
        kept = self.warehouse.original(found.sha256)
        if found.state not in OPEN or kept is None:
            raise BatchRefused(_("Batch %(id)s no longer waits for a decision.", id=batch))
        memory = self.warehouse.memory(found.file_name, bureau_of(found.family))
        return self._rooms.show(kept[0], found.file_name, self.settings.catalog, memory, at)

    def _scenes(self) -> list[str]:
        return [path.stem for path in self.settings.scenes.glob("*.toml")]

    def _judge(self) -> None:
        """The publication stands whatever comes of this; who asks for alarms next judges again."""
        try:
            self.alarms.judge()
        except Exception:  # noqa: BLE001 - whatever it was, the publication has landed
            _log.exception("The alarms were not judged")

    def _stage(self, content: bytes, reading: Reading, person: str, source: str = "") -> Staged:
        """Stage what was understood, with what is odd about it beside the figures that stand."""
        beside = self._rooms.check_against(reading, self.door(), self.catalog)
        return self.warehouse.stage(
            content,
            file_name=reading.file,
            source=source or reading.source,
            person=person,
            observations=reading.observations,
            issues=(*reading.issues, *beside),
            family=reading.family,
        )

    def _original(self, batch: Batch) -> bytes:
        found = self.warehouse.original(batch.sha256)
        if found is None:
            raise BatchRefused(_("The file of batch %(id)s is no longer kept.", id=batch.id))
        return found[0].read_bytes()


def _dated(reading: Reading) -> Reading:
    """What can be kept: a figure of no known period cannot; raises FileRefused if none has one."""
    dated = tuple(record for record in reading.observations if record.time_period)
    if not dated:
        undated = [issue for issue in reading.issues if issue.issue == "P06"]
        raise FileRefused(_("No figure of this file has a period."), undated)
    return replace(reading, observations=dated)
