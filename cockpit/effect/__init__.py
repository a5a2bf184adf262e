"""What publishing a batch would do, before anybody does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown

Verdict = Literal["new", "filled", "changed", "same", "empty", "unknown"]
"""Beside what stands: nothing, a missing marker, another value, the same one.

An `empty` cell replaces nothing; an `unknown` figure's indicator or area is not in the catalogue,
so it is kept as printed and shown nowhere yet.
"""
VERDICTS: tuple[Verdict, ...] = ("new", "filled", "changed", "same", "empty", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which figure is meant: everything that names it but its value."""

    indicator: str
    area: str
    freq: Freq
    accumulation: Accumulation
    transformation: Transformation
    breakdown: Breakdown
    period: Period

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can carry."""
        return asdict(self) | {
            "breakdown": dict(self.breakdown),
            "period": self.period.time_period(self.freq),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure that would stand in another's stead, or where none stood; both in `unit`."""

    place: Place
    before: float | None
    after: float | None
    unit: str
    doubtful: bool = False
    cell: str = ""
    """Sheet and cell of a figure read from the file; empty where it is derived."""

    @property
    def size(self) -> float:
        """How large the change is: relative for amounts, in hundredths of a point for rates."""
        if self.before is None or self.after is None:
            return 0.0
        base = 100.0 if self.unit in ("%", "百分点") else abs(self.before)
        return abs(self.after - self.before) / base if base else float("inf")

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can carry."""
        told = {"before": self.before, "after": self.after, "unit": self.unit}
        read = {"doubtful": self.doubtful, "cell": self.cell} if self.cell else {}
        return self.place.to_dict() | told | read


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMove:
    """A place among the areas of the same level and the same parent that another takes."""

    place: Place
    before: int
    after: int
    of: int

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can carry."""
        return self.place.to_dict() | {"before": self.before, "after": self.after, "of": self.of}


Counts = Mapping[Verdict, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """Everything that would change; `version` is that of the figures it was judged against.

    `derived` and `ranks` are those of the latest period of each series that the batch touches;
    doubtful figures move them only where they are `accepted`.
    """

    batch: int
    version: str
    accepted: bool
    certain: Counts
    doubtful: Counts
    changes: tuple[Change, ...]
    """Figures that would be replaced, the largest change first."""
    derived: tuple[Change, ...]
    ranks: tuple[RankMove, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can carry."""
        lists = ("changes", "derived", "ranks")
        return {
            "batch": self.batch,
            "version": self.version,
            "accepted": self.accepted,
            "certain": dict(self.certain),
            "doubtful": dict(self.doubtful),
            **{name: [one.to_dict() for one in getattr(self, name)] for name in lists},
        }
