"""A batch: one file, one person, one time."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from cockpit.observation import Issue, Observation

BatchState = Literal["staged", "published", "withdrawn", "discarded"]
"""A batch withdrawn was published before, one discarded never was."""


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

    def to_dict(self) -> dict[str, Any]:
        """Plain values; times carry their offset so that they can be handed back as `as_of`."""
        values = asdict(self)
        times = {
            name: t.replace(tzinfo=UTC) for name, t in values.items() if isinstance(t, datetime)
        }
        return values | {name: time.isoformat() for name, time in times.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A batch with everything that was read from its file."""

    batch: Batch
    observations: tuple[Observation, ...]
    issues: tuple[Issue, ...]
    duplicate_of: int | None = None
    """An earlier batch of the very same file that is still published."""
