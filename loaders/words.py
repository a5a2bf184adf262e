"""What is said about a figure, wherever it is said: in its row, its column, the title, the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from cockpit.period import Freq
from loaders.timeline import Moment
from loaders.times import Part

T = TypeVar("T")
Origin = Literal["table", "title", "sheet", "file"]


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A region as printed, and its code where the catalogue knows whom the name means."""

    text: str
    code: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything known of a figure besides its number; None where nothing is said.

    `measure` is a column heading that says how an indicator is counted (`同比增长(%)`), `parents`
    the enclosing rows or headers, `named_in` where the indicator's name was found, `reads_like` a
    fuller name of the same thing in the same sheet, `part` months whose year the title names,
    `table_unit` the unit of the whole table.
    """

    indicator: str | None = None
    named_in: Origin = "table"
    place: PlaceName | None = None
    time: Moment | None = None
    freq: Freq | None = None
    part: Part | None = None
    unit: str | None = None
    table_unit: str | None = None
    measure: str | None = None
    parents: tuple[str, ...] = ()
    reads_like: str | None = None

    def under(self, nearer: Words) -> Words:
        """These words, where `nearer` ones to the figure say nothing else."""
        return Words(
            indicator=_nearer(self.indicator, nearer.indicator),
            named_in=self.named_in if nearer.indicator is None else nearer.named_in,
            place=_nearer(self.place, nearer.place),
            time=_nearer(self.time, nearer.time),
            freq=_nearer(self.freq, nearer.freq),
            part=_nearer(self.part, nearer.part),
            unit=_nearer(self.unit, nearer.unit),
            table_unit=_nearer(self.table_unit, nearer.table_unit),
            measure=_nearer(self.measure, nearer.measure),
            parents=self.parents + nearer.parents,
            reads_like=_nearer(self.reads_like, nearer.reads_like),
        )

    def dated(self) -> Words:
        """These words with the months of a heading put into the year of the title."""
        if self.part is None or self.time is None:
            return self
        return replace(self, time=replace(self.time, time=self.part.within(self.time.time)))


def _nearer(far: T | None, near: T | None) -> T | None:
    return far if near is None else near


NOTHING = Words()
