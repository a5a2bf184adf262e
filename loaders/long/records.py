"""The records of a long sheet, each made when asked for, after the record of its case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isnan
from typing import cast, overload

from cockpit.evidence import Evidence
from cockpit.observation import Observation, observation_of
from loaders.grid import letters
from loaders.long.plan import Plan
from loaders.memory.heading import place_of
from loaders.places import PlaceName

Case = Sequence[Observation | None]
"""The records of a row that stands for others, figure by figure; None where there is none."""

_YEAR = 4


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

    @property
    def width(self) -> int:
        """How many figures a row has."""
        return len(self.plan.values)

    def with_doubts(self, reasons: Mapping[tuple[str, str], str]) -> LongRecords:
        """The same, with reasons to look again at figures of a sheet and cell."""
        first = next(iter(self))
        columns = {one.column: n for n, one in enumerate(self.plan.values)}
        numbers = dict(zip(self.places, range(len(self)), strict=True))
        found: dict[int, str] = {}
        for (sheet, cell), reason in reasons.items():
            row, column = place_of(cell)
            if sheet == first.sheet:
                at = (row - self.plan.body.top) * self.width + columns[column]
                found[numbers[at]] = reason
        return replace(self, doubted=found)

    def case(self, place: int) -> Observation:
        """The record after which the one of a place is made."""
        row, value = divmod(place, self.width)
        return cast("Observation", self.cases[self.plan.cases[row]][value])

    def time_of(self, case: Observation, row: int) -> str:
        """The period of a row that is of a case: its own year, where it names one."""
        times = self.plan.times
        year = times.own[times.axis.codes[row]] if times else ""
        return f"{year}{case.time_period[_YEAR:]}" if year else case.time_period

    def place_of(self, case: Observation, row: int) -> PlaceName:
        """The region of a row that is of a case."""
        regions = self.plan.places
        if regions is None:
            return PlaceName(case.ref_area, case.area)
        return cast("PlaceName", regions.own[regions.axis.codes[row]])

    def _made(self, number: int) -> Observation:
        place = self.places[number]
        row, value = divmod(place, self.width)
        case = self.case(place)
        own, region = self.plan.values[value], self.place_of(case, row)
        figure, line = own.figures[row], self.plan.body.top + row
        reason = self.doubted.get(number)
        return observation_of(
            (
                case.sheet,
                f"{letters(own.column)}{line + 1}",
                case.label,
                case.parents,
                case.indicator,
                region.text,
                region.code,
                case.breakdown,
                case.freq,
                self.time_of(case, row),
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
