"""What a loader understood of one file."""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.observation import Issue, Observation


@dataclass(frozen=True, slots=True)
class Reading:
    """The records and issues of one file; `source` names the reader that recognised it."""

    file: str
    source: str
    observations: tuple[Observation, ...]
    issues: tuple[Issue, ...]
