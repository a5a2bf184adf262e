"""What is said about figures in one place: in their row, their column, a title, the file's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from cockpit.observation import Status, Transformation
from cockpit.period import Freq
from loaders.heading import Heading, Measure, Part, Relative, Time
from loaders.heading.kinds import OF_A_TARGET
from loaders.places import PlaceName

Evidence = tuple[tuple[str, str], ...]

_TOTAL = re.compile(
    r"(?:合|总|小)\s*计(?:数|值)?|全部|全行业|(?:全部|所有|各)行业|total", re.IGNORECASE
)
_GROWTH = ("yoy", "mom")
_A_PAIR = 2
_STRENGTH: dict[Transformation, int] = {
    "level": 0,
    "yoy": 1,
    "mom": 1,
    "share": 1,
    "change": 2,
    "contribution": 2,
    "progress": 2,
    "target": 2,
    "yoy_pp": 3,
    "rank": 4,
}


class Facets(NamedTuple):
    """Everything said in one place; None or empty where nothing is.

    `names` are indicator and group words, outermost first; `label` the last of them as printed.
    `beside` is the known indicator in a row above, `noun` a word for what is counted that is its
    unit where no other is printed, or tells that it is money. `evidence` pairs each attribute of
    the record with the cell that says it.
    """

    names: tuple[str, ...] = ()
    label: str = ""
    beside: str = ""
    place: PlaceName | None = None
    time: Time | None = None
    part: Part | None = None
    relative: Relative | None = None
    measure: Measure | None = None
    unit: str | None = None
    freq: Freq | None = None
    status: Status | None = None
    doubts: tuple[str, ...] = ()
    evidence: Evidence = ()
    noun: str = ""

    def under(self, nearer: Facets) -> Facets:
        """These, where what stands nearer to the figure says nothing else."""
        if self is NOTHING or nearer is NOTHING:
            return nearer if self is NOTHING else self
        far, near = self, nearer
        relative, measure = near.relative, near.measure
        if far.relative is not None:
            relative = combined_relative(far.relative, relative)
        if far.measure is not None:
            measure = _counted(_combined(far, measure), near)
        fields = (
            joined(far.names, near.names) if far.names and near.names else far.names or near.names,
            near.label or far.label,
            near.beside or far.beside,
            far.place if near.place is None else near.place,
            far.time if near.time is None else near.time,
            far.part if near.part is None else near.part,
            relative,
            measure,
            far.unit if near.unit is None else near.unit,
            far.freq if near.freq is None else near.freq,
            far.status if near.status is None else near.status,
            far.doubts + near.doubts,
            far.evidence + near.evidence,
            near.noun or far.noun,
        )
        return tuple.__new__(Facets, fields)

    @property
    def is_region(self) -> bool:
        """A region is named, and nothing else."""
        return self.place is not None and not (self.names or self.unit or self.says_when)

    @property
    def says_when(self) -> bool:
        """Something is said about the period."""
        return bool(self.time or self.part or self.relative)

    @property
    def what(self) -> tuple[object, ...]:
        """What is said, wherever it stands, and of whichever region and period."""
        said = (self.names, self.label, self.beside, self.measure, self.unit)
        return *said, self.noun, self.status, self.doubts

    @property
    def when(self) -> tuple[object, ...]:
        """What is said of the period."""
        return self.time, self.part, self.relative, self.freq

    def when_and_where(self) -> Facets:
        """The period and the region alone."""
        kept = tuple(entry for entry in self.evidence if entry[0] in ("time_period", "area"))
        return Facets(place=self.place, time=self.time, part=self.part, evidence=kept)

    def below(self, indicator: str) -> Facets:
        """The same in a row below a known indicator."""
        return tuple.__new__(Facets, (*self[:2], indicator, *self[3:])) if indicator else self

    @property
    def alone(self) -> Facets:
        """The same without the rows above."""
        if not self.beside and len(self.names) < _A_PAIR:
            return self
        return tuple.__new__(Facets, (self.names[-1:], self.label, "", *self[3:]))

    def without_names(self) -> Facets:
        """The same, naming nothing."""
        return self._replace(names=(), label="")


NOTHING = Facets()


def facets_of(heading: Heading, at: str) -> Facets:
    """What one printed heading says, with its cell as evidence."""
    said = [
        ("indicator", heading.name),
        ("time_period", heading.time or heading.part or heading.relative),
        ("accumulation", _accumulates(heading)),
        ("transformation", heading.measure),
        ("unit", heading.unit),
    ]
    return Facets(
        names=(heading.name,) if heading.name else (),
        label=heading.label if heading.name else "",
        time=heading.time,
        part=heading.part,
        relative=heading.relative,
        measure=heading.measure,
        unit=heading.unit or None,
        status=heading.status,
        evidence=tuple((attribute, at) for attribute, value in said if value),
    )


def _accumulates(heading: Heading) -> bool:
    sources = (heading.time, heading.part, heading.relative, heading.measure)
    return any(source is not None and source.accumulation for source in sources)


def joined(outer: Sequence[str], inner: Sequence[str]) -> tuple[str, ...]:
    """Two paths of names as one; a name that is repeated stands once."""
    if outer and inner and outer[-1] == inner[0]:
        return (*outer, *inner[1:])
    return (*outer, *inner)


def combined_measure(outer: Measure | None, inner: Measure | None) -> Measure | None:
    """The more telling way of counting: 位次 under 同比增长 is a rank, 总量 under 累计 a level.

    比例 under 比上年增减 is how much in %, though a share by itself, and 增减% under 比上月 is
    growth over that month.
    """
    if outer is None or inner is None:
        return inner or outer
    if outer.amount and inner.transformation == "level" and not inner.unit:
        return outer.in_amounts()
    if outer.transformation in _GROWTH and inner.transformation == "share" and inner.bare:
        return outer.counted_in(inner.unit)
    if outer.transformation in _GROWTH and inner.transformation == "yoy" and inner.bare:
        inner = inner._replace(transformation=outer.transformation, bare=outer.bare)
    stronger = _STRENGTH[inner.transformation] >= _STRENGTH[outer.transformation]
    kept, other = (inner, outer) if stronger else (outer, inner)
    if outer.transformation == "target" and inner.transformation == "change":
        kept = kept._replace(doubt=OF_A_TARGET)
    return kept._replace(
        accumulation=kept.accumulation or other.accumulation, since=kept.since or other.since
    )


def _combined(far: Facets, nearer: Measure | None) -> Measure | None:
    """比去年同期±% over 数量 and 金额 is growth of both."""
    outer = far.measure
    if outer and outer.amount and nearer == Measure("level") and "%" in (far.unit or ""):
        return outer
    return combined_measure(outer, nearer)


def _counted(measure: Measure | None, nearer: Facets) -> Measure | None:
    """增减 over a heading that is nothing but a unit is counted in that."""
    if measure is None or nearer.measure or not nearer.unit or nearer.names:
        return measure
    return measure.counted_in(nearer.unit) if measure.amount else measure


def combined_relative(outer: Relative | None, inner: Relative | None) -> Relative | None:
    """上年同期 under 累计 is last year's cumulative figure."""
    if outer is None or inner is None:
        return inner or outer
    return Relative(
        back=inner.back or outer.back,
        accumulation=inner.accumulation or outer.accumulation,
        year_end=inner.year_end or outer.year_end,
        whole_year=inner.whole_year or outer.whole_year,
    )


def is_total(name: str) -> bool:
    """Whether a name only says that everything is counted: 合计, 全部, Total."""
    return bool(_TOTAL.fullmatch(name))
