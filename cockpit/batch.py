"""A batch: one file, one person, one time, and the steps of its life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from cockpit.observation import Issue, Observation
from cockpit.vintage import Reason

BatchState = Literal["staged", "submitted", "reviewed", "published", "withdrawn", "discarded"]
"""A batch withdrawn was published before, one discarded never was."""

NEXT: Mapping[BatchState, tuple[BatchState, ...]] = {
    "staged": ("submitted", "discarded"),
    "submitted": ("reviewed", "discarded"),
    "reviewed": ("published", "discarded"),
    "published": ("withdrawn",),
    "withdrawn": (),
    "discarded": (),
}
"""The only steps there are."""

OPEN: frozenset[BatchState] = frozenset({"staged", "submitted", "reviewed"})
"""The states in which a batch waits for a decision."""

_FORWARD: tuple[BatchState, ...] = ("staged", "submitted", "reviewed", "published")


def up_to(state: BatchState, wanted: BatchState) -> tuple[BatchState, ...]:
    """The steps that lead forward to a state, those in between first; empty where none do."""
    if state not in _FORWARD or wanted not in _FORWARD:
        return ()
    return _FORWARD[_FORWARD.index(state) + 1 : _FORWARD.index(wanted) + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a batch's life, as it was taken; `at` is UTC."""

    seq: int
    state: BatchState
    person: str
    at: datetime
    reason: str = ""
    accepts_doubtful: bool = False
    revision: Reason | None = None
    """Why figures that stood before are published anew; None where none were replaced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A file's figures on their way into the warehouse; times are UTC."""

    id: int
    state: BatchState
    file_name: str
    sha256: str
    source: str
    person: str
    observations: int
    doubtful: int
    errors: int
    warnings: int
    staged_at: datetime
    published_at: datetime | None = None
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None
    reason: str | None = None
    family: str = ""
    """The kind of file it is, month after month; empty where nothing says so."""
    steps: tuple[Step, ...] = ()

    @property
    def ways(self) -> tuple[BatchState, ...]:
        """The states a person may bring it to now; publishing takes the steps in between."""
        if self.state not in OPEN:
            return NEXT[self.state]
        short = (*NEXT[self.state], "published") if self.state != "reviewed" else NEXT["reviewed"]
        return tuple(state for state in short if not self.errors or state == "discarded")

    def to_dict(self) -> dict[str, Any]:
        """Plain values; times carry their offset so that they can be handed back as `as_of`."""
        steps = [_plain(asdict(step)) for step in self.steps]
        return _plain(asdict(self)) | {"steps": steps, "next": list(self.ways)}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    times = {name: t.replace(tzinfo=UTC) for name, t in values.items() if isinstance(t, datetime)}
    return values | {name: time.isoformat() for name, time in times.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A batch with everything that was read from its file."""

    batch: Batch
    observations: tuple[Observation, ...]
    issues: tuple[Issue, ...]
    duplicate_of: int | None = None
    """An earlier batch of the very same file that is still published."""
