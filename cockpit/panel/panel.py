"""One measure of many areas: a row a figure, in order of area and span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq
from cockpit.series import Selection

Numbers: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_MONTHS = 5
"""Bits that hold the number of months of a span."""
_SPAN = 20
"""Bits that hold a span: months from year 0, and how many."""
DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Columns of equal length; `place` counts in `areas`, `value` is NaN where none is held.

    `unit` is that of every value. `published` tells what is printed from what is worked out.
    """

    indicator: str
    freq: Freq
    accumulation: Accumulation
    transformation: Transformation
    dimension: str
    unit: str
    areas: Sequence[str]
    place: Whole
    start: Whole
    months: Whole
    value: Numbers
    published: Flags
    keys: Whole = field(init=False)
    """Area and span as one number, by which rows are found and ordered."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", key_of(self.place, self.start, self.months))

    def __len__(self) -> int:
        return len(self.value)

    @property
    def end(self) -> Whole:
        """The last month of each span."""
        return self.start + self.months - 1

    def rows(self, chosen: Flags | Whole) -> Panel:
        """The panel with some rows only, or in another order."""
        columns = ("place", "start", "months", "value", "published")
        return replace(self, **{name: getattr(self, name)[chosen] for name in columns})

    def ordered(self) -> Panel:
        """The rows by area and span."""
        return self.rows(np.argsort(self.keys, kind="stable"))

    def before(self, months: int) -> Numbers:
        """For each row the value of the same area and span so many months earlier, or NaN."""
        wanted = self.keys - (months << _MONTHS)
        at = np.searchsorted(self.keys, wanted).clip(max=len(self) - 1)
        return np.where(self.keys[at] == wanted, self.value[at], np.nan)


class Shelf(Protocol):
    """Everything published of many indicators and areas, read at once."""

    def panel(self, selection: Selection) -> Panel | None:
        """The panel that answers a request, as a series would be chosen; None where none does."""
        ...


class PanelDoor(Protocol):
    """A reading door that hands out whole columns."""

    def shelf(
        self,
        indicators: Sequence[str],
        areas: Sequence[str],
        transformations: Sequence[Transformation],
    ) -> Shelf:
        """What is published of indicators without parts, in one query."""
        ...


def key_of(place: Whole, start: Whole, months: Whole) -> Whole:
    """Area and span as one number."""
    return (place << _SPAN) | (start << _MONTHS) | months


def joined(held: Panel, derived: Panel) -> Panel:
    """Published figures, and derived ones where nothing is published for their months."""
    fresh = ~np.isin(derived.keys, held.keys) & ~np.isnan(derived.value)
    if held.accumulation == "period":
        fresh &= ~_covered(held, derived)
    added = derived.rows(fresh)
    columns = ("place", "start", "months", "value", "published")
    both = {name: np.concatenate((getattr(held, name), getattr(added, name))) for name in columns}
    return replace(held, **both).ordered()


def trimmed(values: Numbers, like: Numbers | None = None) -> Numbers:
    """The values without the noise of binary fractions; `like` are the numbers they come from."""
    size = np.abs(values if like is None else like)
    with np.errstate(divide="ignore", invalid="ignore"):
        scale = 10.0 ** (DIGITS - 1 - np.floor(np.log10(size)))
        return np.where(size > 0, np.rint(values * scale) / scale, values)


def _covered(held: Panel, derived: Panel) -> Flags:
    """Whether any month of a derived figure has a published one."""
    if not len(held) or not len(derived):
        return np.zeros(len(derived), dtype=bool)
    first = min(held.start.min(), derived.start.min())
    last = max(held.end.max(), derived.end.max())
    months = np.zeros((len(held.areas), last - first + 1), dtype=bool)
    valued = held.rows(~np.isnan(held.value))
    for ahead in range(int(held.months.max(initial=0))):
        on = valued.months > ahead
        months[valued.place[on], valued.start[on] - first + ahead] = True
    found = np.zeros(len(derived), dtype=bool)
    for ahead in range(int(derived.months.max(initial=0))):
        on = derived.months > ahead
        found[on] |= months[derived.place[on], derived.start[on] - first + ahead]
    return found
