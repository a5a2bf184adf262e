"""What is said about a figure, wherever it is said: in its row, its column, the title, the file."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from cockpit.period import Freq
from loaders.timeline import Moment
from loaders.times import Part

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
        said = {f.name: getattr(nearer, f.name) for f in fields(self)}
        kept = {name: value for name, value in said.items() if value not in (None, ())}
        if nearer.indicator is None:
            kept.pop("named_in")
        kept["parents"] = self.parents + nearer.parents
        return replace(self, **kept)

    def dated(self) -> Words:
        """These words with the months of a heading put into the year of the title."""
        if self.part is None or self.time is None:
            return self
        return replace(self, time=replace(self.time, time=self.part.within(self.time.time)))


NOTHING = Words()
