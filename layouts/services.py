"""What the screens are given: the only doors out of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from cockpit.batch import Batch, Staged
from cockpit.catalog import Catalog
from cockpit.indicator import Calculator
from cockpit.memory import Answer
from cockpit.memory.questions import Question
from cockpit.reading import SheetWindow
from cockpit.series import ReadingDoor


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


Cell = str | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Functions and facts that `app.py` hands to the layouts."""

    catalog: Catalog
    door: OpenDoor
    calculator: OpenCalculator
    may_change: Callable[[], None]
    """Raises InputError where whoever asks may not change figures; asked before work begins."""
    stage: Callable[[bytes, str, str], Staged]
    """Content, file name, person → the staged batch with what was read; raises InputError."""
    staged: Callable[[int], Staged]
    publish: Callable[[int, str, bool], Batch]
    """Batch, person, doubtful figures accepted → the published batch; raises BatchRefused."""
    withdraw: Callable[[int, str, str], Batch]
    """Batch, person, reason → the batch taken back or discarded; raises BatchRefused."""
    batches: Callable[[], Sequence[Batch]]
    answer: Callable[[int, Sequence[Answer], str], Staged]
    """Batch, answers, person → the same file read again with them; raises InputError."""
    questions: Callable[[int], Sequence[Question]]
    """Batch → what there is to ask about it, with the cells around; raises InputError."""
    show: Callable[[int, tuple[str, int, int]], SheetWindow]
    """Batch, and sheet, row and column from 0 → what is printed there; raises InputError."""
    export_xlsx: Callable[[Sequence[str], Iterable[Sequence[Cell]]], bytes]
    """Column heads, rows → a workbook of one sheet in which nothing is a formula."""
    home_area: str
    """The place the wall shows."""
