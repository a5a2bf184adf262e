"""Where a number comes from: formula, inputs, and at the end of every branch a cell."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC
from typing import Any, Literal

from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One figure and everything it was made from.

    A published figure has its `source`, and in `history` what was published for it earlier;
    a derived one has its `formula` and `inputs`. A published index restated as growth is
    published and has both `formula` and `inputs`. `missing` is an input nobody has delivered.
    `steps` are what was done, in order; `low` and `high` bound a figure known no better; `members`
    are the areas it is put together from. `beside` is what may be worked out next to a published
    rate, with the reason why it differs.
    """

    indicator: str
    area: str
    period: Period
    freq: Freq
    accumulation: Accumulation
    transformation: Transformation
    breakdown: Breakdown
    value: float | None
    unit: str
    kind: Literal["published", "derived", "missing"]
    formula: str = ""
    reference: str = ""
    note: str = ""
    steps: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    members: tuple[str, ...] = ()
    inputs: tuple[Trace, ...] = ()
    beside: tuple[Trace, ...] = ()
    source: Source | None = None
    history: tuple[Source, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The trace as plain values that JSON can carry; times in ISO 8601."""
        own = {name: getattr(self, name) for name in _PLAIN}
        return own | {
            "time_period": self.period.time_period(self.freq),
            "months": self.period.months,
            "breakdown": dict(self.breakdown),
            "inputs": [trace.to_dict() for trace in self.inputs],
            "beside": [trace.to_dict() for trace in self.beside],
            "source": _source(self.source) if self.source else None,
            "history": [_source(source) for source in self.history],
        }


_PLAIN = (
    "indicator",
    "area",
    "freq",
    "accumulation",
    "transformation",
    "value",
    "unit",
    "kind",
    "formula",
    "reference",
    "note",
    "steps",
    "low",
    "high",
    "members",
)


def _source(source: Source) -> dict[str, Any]:
    return asdict(source) | {
        "published_at": source.published_at.replace(tzinfo=UTC).isoformat(),
        "reasons": list(source.reasons),
    }
