"""The record a loader emits, and the issue it raises beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One statistic read from one cell; the fields are those of the public record.

    `evidence` names, for each attribute, the cell that says it, or `sheet` or `file`.
    """

    sheet: str
    cell: str
    label: str
    parents: tuple[str, ...] = ()
    indicator: str | None
    ref_area: str
    area: str | None
    breakdown: Mapping[str, str] = field(default_factory=dict)
    freq: Freq
    time_period: str
    accumulation: Accumulation
    transformation: Transformation
    unit: str
    value: float | None
    status: Status = "A"
    raw: str
    needs_review: bool = False
    reasons: tuple[str, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def period(self) -> Period:
        """The span of months the figure covers."""
        return Period.parse(self.freq, self.time_period, self.accumulation)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values, in the order of the public contract."""
        values = {name: getattr(self, name) for name in NAMES}
        return values | {"breakdown": dict(self.breakdown), "evidence": dict(self.evidence)}


NAMES = tuple(field.name for field in fields(Observation))
# A frozen class's own constructor takes three times as long as its slots filled one by one.
_FILL = tuple(getattr(Observation, name).__set__ for name in NAMES)


def observation_of(values: Iterable[Any]) -> Observation:
    """A record of its values in the order of its fields."""
    made = object.__new__(Observation)
    for fill, value in zip(_FILL, values, strict=True):
        fill(made, value)
    return made


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
