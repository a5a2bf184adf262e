"""The record a loader emits, and the issue it raises beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, Self
from unicodedata import normalize

from cockpit.period import Accumulation, Freq, Period

Published = Literal[
    "level",
    "yoy",
    "yoy_pp",
    "mom",
    "change",
    "share",
    "contribution",
    "rank",
    "target",
    "progress",
]
"""What a publisher may print of an indicator."""

Transformation = Literal[
    Published,
    "yoy_levels",
    "yoy_single",
    "yoy_average",
    "base_implied",
    "contribution_rate",
    "chained",
]
"""What may be asked of an indicator: what is printed, and what only a calculation gives."""
Status = Literal["A", "M", "P", "E", "Q"]
"""As SDMX has it; a loader gives the first four, the warehouse knows what is withheld (`Q`)."""

SUPPRESSED = ("x", "xx", "***", "保密", "×")
"""What publishers print where a figure is withheld for confidentiality."""
Severity = Literal["error", "warning", "info"]


NOTHING: Mapping[str, str] = MappingProxyType({})


class _Fields(NamedTuple):
    sheet: str
    cell: str
    label: str
    parents: tuple[str, ...]
    indicator: str | None
    ref_area: str
    area: str | None
    breakdown: Mapping[str, str]
    freq: Freq
    time_period: str
    accumulation: Accumulation
    transformation: Transformation
    unit: str
    value: float | None
    status: Status
    raw: str
    needs_review: bool
    reasons: tuple[str, ...]
    evidence: Mapping[str, str]


class Observation(_Fields):
    """One statistic read from one cell; the fields are those of the public record.

    `evidence` names, for each attribute, the cell that says it, or `sheet` or `file`; records
    that differ in nothing else are equal.
    """

    # A tuple, because a file may hold a hundred thousand and nothing else is made as quickly.
    __slots__ = ()

    def __new__(
        cls,
        *,
        sheet: str,
        cell: str,
        label: str,
        parents: tuple[str, ...] = (),
        indicator: str | None,
        ref_area: str,
        area: str | None,
        breakdown: Mapping[str, str] = NOTHING,
        freq: Freq,
        time_period: str,
        accumulation: Accumulation,
        transformation: Transformation,
        unit: str,
        value: float | None,
        status: Status = "A",
        raw: str,
        needs_review: bool = False,
        reasons: tuple[str, ...] = (),
        evidence: Mapping[str, str] = NOTHING,
    ) -> Self:
        """A record of its fields, each by its name."""
        where = sheet, cell, label, parents, indicator, ref_area, area, breakdown
        how = freq, time_period, accumulation, transformation, unit
        what = value, status, raw, needs_review, reasons, evidence
        return cls._make((*where, *how, *what))

    def __eq__(self, other: object) -> bool:
        """Whether everything is the same but who says it."""
        return isinstance(other, Observation) and self[:-1] == other[:-1]

    def __ne__(self, other: object) -> bool:
        """A tuple's own would look at the evidence too."""
        return not self == other

    def doubted(self, reason: str) -> Self:
        """The same, for a person to look at, with one more reason to do so."""
        *facts, _needs_review, reasons, evidence = self
        return self._make((*facts, True, (*reasons, reason), evidence))

    @property
    def period(self) -> Period:
        """The span of months the figure covers."""
        return Period.parse(self.freq, self.time_period, self.accumulation)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, in the order of the public contract."""
        plain = {"breakdown": dict(self.breakdown), "evidence": dict(self.evidence.items())}
        return self._asdict() | plain


NAMES = Observation._fields


def withheld(raw: str) -> bool:
    """Whether a cell says that its figure is withheld for confidentiality."""
    return normalize("NFKC", raw).strip().lower() in SUPPRESSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Something about a file that a person should know, located by cell."""

    issue: str
    severity: Severity
    sheet: str = ""
    cell: str | None = None
    message_zh: str
    message_en: str
    expected: str | None = None
    found: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The issue as plain values, in the order of the public contract."""
        return asdict(self)
