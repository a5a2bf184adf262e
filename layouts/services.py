"""What the screens are given: the only doors out of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from cockpit.alarm import AlarmState, Thresholds
from cockpit.alarm.office import Told
from cockpit.batch import Batch, Staged
from cockpit.boundaries import Boundaries
from cockpit.catalog import Catalog
from cockpit.effect import Effect
from cockpit.indicator import Calculator
from cockpit.meeting import Meeting
from cockpit.memory import Answer
from cockpit.memory.questions import Question
from cockpit.modelling import Workshop
from cockpit.period import Period
from cockpit.position import Targets
from cockpit.reading import SheetWindow
from cockpit.release import ReleaseCalendar
from cockpit.series import ReadingDoor
from cockpit.signals.rules import Rules
from cockpit.vintage import Reason
from cockpit.wall import Wall


class Alarms(Protocol):
    """What the screens ask about alarms."""

    @property
    def thresholds(self) -> Thresholds:
        """The rules by which figures are judged."""
        ...

    def version(self) -> int:
        """Changes whenever an alarm is raised or taken a step further."""
        ...

    def listed(self, as_of: datetime | None = None) -> Sequence[Told]:
        """Every alarm, newest first, now or at a UTC time."""
        ...

    def one(self, alarm: int) -> Told:
        """One alarm; raises AlarmRefused where there is none of this number."""
        ...

    def standing(
        self,
        indicator: str,
        area: str,
        period: Period | None = None,
        as_of: datetime | None = None,
    ) -> Sequence[Told]:
        """The alarms that a figure stands under and on which something is still to be done."""
        ...


class Meetings(Protocol):
    """What the screens ask about meetings."""

    def listed(self) -> Sequence[Meeting]:
        """Every meeting, newest first."""
        ...

    def one(self, meeting: int | str) -> Meeting:
        """The meeting of a number; raises MeetingRefused where there is none."""
        ...

    def doubts(self, meeting: Meeting) -> Sequence[str]:
        """Why what is shown may not be what was shown then; nothing where it is the same."""
        ...


class OpenDoor(Protocol):
    """How the reading door is opened."""

    def __call__(self, as_of: datetime | None = None) -> ReadingDoor:
        """The door as of now or as of a UTC time."""
        ...


class OpenCalculator(Protocol):
    """How a calculator is had."""

    def __call__(self, as_of: datetime | None = None) -> Calculator:
        """A calculator over the reading door, as of now or as of a UTC time."""
        ...


class Publish(Protocol):
    """How a batch is published."""

    def __call__(
        self,
        batch: int,
        person: str,
        accept_doubtful: bool = False,
        *,
        reason: str = "",
        revision: Reason | None = None,
        seen: str | None = None,
    ) -> Batch:
        """The published batch; `seen` is the version it was judged under. Raises BatchRefused."""
        ...


class Foretell(Protocol):
    """How it is known what publishing would change."""

    def __call__(self, batch: int, *, accept_doubtful: bool = False) -> Effect:
        """The effect of a batch that waits; raises BatchRefused where it waits no longer."""
        ...


Cell = str | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Functions and facts that `app.py` hands to the layouts."""

    catalog: Catalog
    door: OpenDoor
    calculator: OpenCalculator
    models: Workshop
    """Seasonal adjustment and projection of what the door shows."""
    targets: Callable[[], Targets]
    """What areas mean to reach in a year."""
    may_change: Callable[[], None]
    """Raises InputError where whoever asks may not change figures; asked before work begins."""
    stage: Callable[[bytes, str, str], Staged]
    """Content, file name, person → the staged batch with what was read; raises InputError."""
    staged: Callable[[int], Staged]
    submit: Callable[[int, str, str], Batch]
    """Batch, person, reason → the batch handed to its reviewer; raises BatchRefused."""
    review: Callable[[int, str, str], Batch]
    """Batch, person, reason → the batch that may be published; raises BatchRefused."""
    publish: Publish
    effect: Foretell
    withdraw: Callable[[int, str, str], Batch]
    """Batch, person, reason → the batch taken back or discarded; raises BatchRefused."""
    batches: Callable[[], Sequence[Batch]]
    alarms: Alarms
    alarm_step: Callable[[int, AlarmState, str, str], Told]
    """Alarm, state, person, text → the alarm after the step; raises AlarmRefused."""
    answer: Callable[[int, Sequence[Answer], str], Staged]
    """Batch, answers, person → the same file read again with them; raises InputError."""
    questions: Callable[[int], Sequence[Question]]
    """Batch → what there is to ask about it, with the cells around; raises InputError."""
    show: Callable[[int, tuple[str, int, int]], SheetWindow]
    """Batch, and sheet, row and column from 0 → what is printed there; raises InputError."""
    export_xlsx: Callable[[Sequence[str], Iterable[Sequence[Cell]]], bytes]
    """Column heads, rows → a workbook of one sheet in which nothing is a formula."""
    told: Callable[[str, str, int], None]
    """Action, what, rows: written into the audit trail where another machine takes them away."""
    meetings: Meetings
    freeze: Callable[[str, str, datetime | None], Meeting]
    """Name, person, UTC time or now → the meeting; raises MeetingRefused."""
    walls: Callable[[], Sequence[Wall]]
    """The walls with a token; raises InputError where they are not for whoever asks."""
    make_wall: Callable[[str, Sequence[str], Sequence[str], str, int, bool], tuple[Wall, str]]
    """Name, scenes, areas, person, days, for visitors → wall and token; raises WallRefused."""
    revoke_wall: Callable[[int, str, str], Wall]
    """Wall, person, reason → the wall without access; raises WallRefused."""
    wall_shown: Callable[[], Wall | None]
    """The wall with a token that asks; None where a person does."""
    home_area: str
    """The place the wall shows."""
    scenes: Path
    """The folder of the wall's scenes."""
    boundaries: Boundaries
    """Where areas lie."""
    releases: ReleaseCalendar
    """When figures become public."""
    rules: Rules
    """What lights are lit by."""
