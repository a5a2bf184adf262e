"""A reading, or a refusal, as one line of JSON between two processes."""

from __future__ import annotations

from typing import Any

import orjson

from cockpit.errors import FileRefused
from cockpit.observation import Issue, Observation
from cockpit.reading import Reading
from loaders.refusal import refused_by


def reading_line(reading: Reading) -> bytes:
    """What was understood of a file."""
    return orjson.dumps({"reading": reading})


def refusal_line(refused: FileRefused) -> bytes:
    """Why a file was refused."""
    return orjson.dumps({"refused": refused.issues})


def fault_line(trace: str) -> bytes:
    """What went wrong in our own code."""
    return orjson.dumps({"fault": trace})


def understood(line: bytes) -> Reading:
    """The reading of a line; raises FileRefused, or RuntimeError for a fault of our own."""
    message: dict[str, Any] = orjson.loads(line)
    if "fault" in message:
        raise RuntimeError(message["fault"])
    if "refused" in message:
        raise refused_by([Issue(**issue) for issue in message["refused"]])
    return _reading(message["reading"])


def _reading(fields: dict[str, Any]) -> Reading:
    return Reading(
        file=fields["file"],
        source=fields["source"],
        observations=tuple(_observation(record) for record in fields["observations"]),
        issues=tuple(Issue(**issue) for issue in fields["issues"]),
    )


def _observation(fields: dict[str, Any]) -> Observation:
    fields["parents"] = tuple(fields["parents"])
    fields["reasons"] = tuple(fields["reasons"])
    return Observation(**fields)
