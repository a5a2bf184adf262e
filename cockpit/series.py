"""Series: what the reading door hands out, and how one is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, NamedTuple, Protocol, get_args

from cockpit.country import CHINA
from cockpit.interval import Interval
from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation, Freq, Period

Breakdown = tuple[tuple[str, str], ...]

Stage = Literal["frequency", "unit", "formula"]
"""The order in which figures are worked on, as FRED documents it for its own graphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesKey:
    """What makes two figures the same series.

    `unit` names the dimension, so that 万元 and 亿元 meet while yuan and dollars do not; a unit
    that the catalogue does not know is a dimension of its own.
    """

    indicator: str
    area: str
    freq: Freq
    accumulation: Accumulation
    transformation: Transformation = "level"
    unit: str
    breakdown: Breakdown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A request for one series; whatever is None is settled by what the warehouse holds.

    Among several candidates the one with the latest figure wins, then the finer frequency,
    then the accumulation the catalogue lists first for the indicator.
    `unit` names the unit to hand out, by default the catalogue's display unit where it fits.
    `members` are areas to put the figure together from, by the indicator's rule, in place of what
    is published for the area itself.
    """

    indicator: str
    area: str = CHINA
    freq: Freq | None = None
    accumulation: Accumulation | None = None
    transformation: Transformation = "level"
    breakdown: Breakdown = ()
    unit: str | None = None
    members: tuple[str, ...] = ()

    def of(self, area: str) -> Selection:
        """The same request for another area."""
        return replace(self, area=area)

    def settled(self, found: Series) -> Selection:
        """The request with frequency, accumulation and unit as they were found."""
        if found.key is None:
            return self
        key = found.key
        return replace(self, freq=key.freq, accumulation=key.accumulation, unit=found.unit)


@dataclass(frozen=True, slots=True)
class Point:
    """One figure; `observation` identifies its cell, and is None where the figure is derived.

    `bounds` is where the figure lies, for one that is known no better; `note` is what must be said
    beside it, in the reader's language: 由亏转盈, or why there is no value.
    """

    period: Period
    value: float | None
    status: Status
    observation: int | None = None
    bounds: Interval | None = None
    note: str = ""


class Step(NamedTuple):
    """One thing done to published figures; `text` is in the reader's language."""

    stage: Stage
    text: str


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The steps, each once: frequency and span first, then unit, then formula."""
    stages = get_args(Stage)
    return tuple(sorted(dict.fromkeys(steps), key=lambda step: stages.index(step.stage)))


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one key in rising period order, in `unit`; empty where nothing is held.

    `steps` are what was done to what is published, in their fixed order.
    """

    key: SeriesKey | None
    unit: str
    points: tuple[Point, ...]
    steps: tuple[Step, ...] = ()

    @property
    def latest(self) -> Point | None:
        """The last point that carries a value."""
        return next((p for p in reversed(self.points) if p.value is not None), None)

    @property
    def withheld(self) -> Point | None:
        """The point after the latest whose figure is withheld for confidentiality, if any is."""
        told = (p for p in reversed(self.points) if p.value is not None or p.status == "Q")
        last = next(told, None)
        return last if last and last.status == "Q" else None

    def at(self, period: Period) -> Point | None:
        """The point of exactly this span, or None."""
        return next((p for p in self.points if p.period == period), None)

    def before(self, point: Point) -> Point | None:
        """The nearest earlier point that carries a value."""
        earlier = (p for p in reversed(self.points) if p.period.end < point.period.end)
        return next((p for p in earlier if p.value is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a published figure stands: the answer to 这个数从哪来."""

    observation: int
    value: float | None
    unit: str
    status: Status
    file_name: str
    sha256: str
    sheet: str
    cell: str
    raw: str
    label: str
    ref_area: str
    batch: int
    person: str
    """Who published it."""
    brought_by: str
    published_at: datetime
    needs_review: bool
    reasons: tuple[str, ...]
    correction: str = ""
    """Why another value, or none, is handed out in its place: a known error of the publisher."""


class ReadingDoor(Protocol):
    """Every read of the warehouse: it knows who asks and as of when."""

    def series(self, selection: Selection) -> Series:
        """One series; empty where nothing is held."""
        ...

    def across(self, selection: Selection, areas: Sequence[str]) -> Mapping[str, Series]:
        """The same selection for many areas, in one query; areas without figures are absent."""
        ...

    def keys(self, indicator: str, area: str | None = None) -> Sequence[SeriesKey]:
        """Every series held of an indicator."""
        ...

    def indicators(self) -> Set[str]:
        """Every indicator of which figures are published."""
        ...

    def sources(self, observations: Sequence[int]) -> Mapping[int, Source]:
        """The cells behind observations."""
        ...

    def history(self, key: SeriesKey, period: Period) -> Sequence[Source]:
        """Every published value of one figure, latest publication first."""
        ...

    def version(self) -> str:
        """A text that changes whenever what this reader may see changes."""
        ...
