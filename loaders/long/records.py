"""The records of a long sheet, each made when asked for, after the record of its case."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from math import isnan
from operator import attrgetter
from sys import intern
from typing import NamedTuple, cast, overload

from cockpit.evidence import Evidence
from cockpit.observation import Observation, Transformation
from cockpit.period import Accumulation, Freq, Period
from loaders.grid import letters
from loaders.long.plan import Plan
from loaders.places import PlaceName

Case = Sequence[Observation | None]
"""The records of a row that stands for others, figure by figure; None where there is none."""

_YEAR = 4
_OWN = 5
"""How many facts of a glimpse are its own; the others are those of its case."""


class Glimpse(NamedTuple):
    """A record of a long sheet as checks see it: what is its own, and what its case says."""

    cell: str
    ref_area: str
    area: str | None
    time_period: str
    value: float
    sheet: str
    label: str
    indicator: str | None
    freq: Freq
    accumulation: Accumulation
    transformation: Transformation
    unit: str
    reasons: tuple[str, ...]

    @property
    def period(self) -> Period:
        """The span of months the figure covers."""
        return Period.parse(self.freq, self.time_period, self.accumulation)


@dataclass(frozen=True)
class LongRecords(Sequence[Observation]):
    """Records by number, row by row; `places` are those of their figures, where some are left out.

    A place counts figures from the body's first on. `doubted` are reasons to look again.
    """

    plan: Plan
    cases: Sequence[Case]
    places: Sequence[int]
    doubted: Mapping[int, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, number: int) -> Observation: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Observation, ...]: ...
    def __getitem__(self, number: int | slice) -> Observation | tuple[Observation, ...]:
        if isinstance(number, slice):
            return tuple(map(self._made, range(*number.indices(len(self)))))
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        return self._made(number % len(self))

    def __iter__(self) -> Iterator[Observation]:
        return map(self._made, range(len(self)))

    @cached_property
    def width(self) -> int:
        """How many figures a row has."""
        return len(self.plan.values)

    @cached_property
    def _letters(self) -> list[str]:
        return [letters(one.column) for one in self.plan.values]

    def with_doubts(self, reasons: Mapping[int, str]) -> LongRecords:
        """The same, with reasons to look again at records by number."""
        return replace(self, doubted=reasons)

    def case(self, place: int) -> Observation:
        """The record after which the one of a place is made."""
        row, value = divmod(place, self.width)
        return cast("Observation", self.cases[self.plan.cases[row]][value])

    def cell(self, place: int) -> str:
        """The address of a place."""
        row, value = divmod(place, self.width)
        return f"{self._letters[value]}{self.plan.body.top + row + 1}"

    def regions(self) -> Sequence[int]:
        """A number for the region of each row, the same for the same one."""
        names = self.plan.places
        if names is None:
            return bytes(len(self.plan.cases))
        same: dict[object, int] = {}
        alike = {code: same.setdefault(place, code) for code, place in names.own.items()}
        return array("i", map(alike.__getitem__, names.axis.codes))

    def times(self, value: int) -> list[str]:
        """The period of each row's figure: its own year, where it names one, in that of its case.

        Equal ones are one object, for there are many.
        """
        years, rests = self._years, self._rests[value]
        said = partial(zip, self._codes_of_times, self.plan.cases, strict=True)
        times = {(code, case): intern(years[code] + rests[case]) for code, case in set(said())}
        return [*map(times.__getitem__, said())]

    def time(self, row: int, value: int) -> str:
        """The period of one row's figure."""
        return self._years[self._codes_of_times[row]] + self._rests[value][self.plan.cases[row]]

    def region(self, row: int, case: Observation) -> PlaceName:
        """The region of one row that is of a case."""
        names = self.plan.places
        if names is None:
            return PlaceName(case.ref_area, case.area)
        return cast("PlaceName", names.own[names.axis.codes[row]])

    def areas(self, value: int) -> list[str]:
        """The region of each row's figure: its code, or its name where none is known."""
        others = [
            (case.area or case.ref_area) if (case := row[value]) else "" for row in self.cases
        ]
        names = self.plan.places
        if names is None:
            return [*map(others.__getitem__, self.plan.cases)]
        own = cast("Mapping[int, PlaceName]", names.own)
        areas = {code: place.code or place.text for code, place in own.items()}
        rows = zip(names.axis.codes, self.plan.cases, strict=True)
        return [areas[code] or others[case] for code, case in rows]

    def glimpse(self, place: int) -> Glimpse:
        """What checks ask of the record of a place."""
        row, value = divmod(place, self.width)
        case = self.plan.cases[row]
        region = self.region(row, cast("Observation", self.cases[case][value]))
        own = (
            f"{self._letters[value]}{self.plan.body.top + row + 1}",
            region.text,
            region.code,
            self._years[self._codes_of_times[row]] + self._rests[value][case],
            self.plan.values[value].figures[row],
        )
        return Glimpse._make(own + self._said[value][case])

    @cached_property
    def _said(self) -> list[list[tuple[object, ...]]]:
        """What the cases of each column say to checks."""
        said = attrgetter(*Glimpse._fields[_OWN:])
        columns = zip(*self.cases, strict=True)
        return [[said(case) if case else () for case in column] for column in columns]

    @cached_property
    def _years(self) -> Mapping[int, str]:
        times = self.plan.times
        return cast("Mapping[int, str]", times.own) if times else {0: ""}

    @cached_property
    def _codes_of_times(self) -> Sequence[int]:
        times = self.plan.times
        return times.axis.codes if times else bytes(len(self.plan.cases))

    @cached_property
    def _rests(self) -> list[list[str]]:
        """What follows the year, or all of a period that is no row's own, by column and case."""
        rows = [row - self.plan.body.top for _, row in sorted(self.plan.firsts.items())]
        own = [bool(self._years[self._codes_of_times[row]]) for row in rows]
        pairs = list(zip(own, self.cases, strict=True))
        return [
            [
                case.time_period[_YEAR if is_own else 0 :] if (case := cases[n]) else ""
                for is_own, cases in pairs
            ]
            for n in range(self.width)
        ]

    def _made(self, number: int) -> Observation:
        return self.made(self.places[number], self.doubted.get(number))

    def made(self, place: int, reason: str | None = None) -> Observation:
        """The record of a place, perhaps with a reason to look again."""
        row, value = divmod(place, self.width)
        case = self.case(place)
        own, region = self.plan.values[value], self.region(row, case)
        figure, line = own.figures[row], self.plan.body.top + row
        return Observation._make(
            (
                case.sheet,
                self.cell(place),
                case.label,
                case.parents,
                case.indicator,
                region.text,
                region.code,
                case.breakdown,
                case.freq,
                self.time(row, value),
                case.accumulation,
                case.transformation,
                case.unit,
                None if isnan(figure) else figure,
                case.status,
                self.plan.body.columns[own.column][line].raw,
                case.needs_review or reason is not None,
                case.reasons if reason is None else (*case.reasons, reason),
                cast("Evidence", case.evidence).at_row(str(line + 1)),
            )
        )
