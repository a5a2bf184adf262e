"""A reading, or a refusal, as JSON between two processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from cockpit.errors import FileRefused, ReadingFault
from cockpit.evidence import Evidence
from cockpit.observation import NAMES, Issue, Observation
from cockpit.reading import Excerpt, Reading, SheetWindow
from loaders.refusal import refused_by

_PARENTS, _REASONS = NAMES.index("parents"), NAMES.index("reasons")


def reading_line(reading: Reading) -> bytes:
    """What was understood of a file; records are lists of their fields, in the class's order."""
    return orjson.dumps(
        {
            "file": reading.file,
            "source": reading.source,
            "family": reading.family,
            "observations": [*map(tuple, reading.observations)],
            "issues": [*reading.issues],
        },
        default=plain,
    )


def plain(value: Mapping[str, str]) -> dict[str, str] | orjson.Fragment:
    """A mapping as JSON may have it."""
    return orjson.Fragment(value.to_json()) if isinstance(value, Evidence) else dict(value)


def excerpts_line(excerpts: Sequence[Excerpt]) -> bytes:
    """What is printed around some places of a file."""
    return orjson.dumps({"excerpts": excerpts})


def window_line(window: SheetWindow) -> bytes:
    """A part of a sheet."""
    return orjson.dumps({"window": window}, default=dict)


def refusal_line(refused: FileRefused) -> bytes:
    """Why a file was refused."""
    return orjson.dumps({"refused": refused.issues})


def fault_line(trace: str) -> bytes:
    """What went wrong in our own code."""
    return orjson.dumps({"fault": trace})


def understood(line: bytes) -> Reading:
    """The reading of a line; raises FileRefused, or ReadingFault for a fault of our own."""
    message = _message(line)
    return Reading(
        file=message["file"],
        source=message["source"],
        family=message["family"],
        observations=tuple(map(_observation, message["observations"])),
        issues=tuple(Issue(**issue) for issue in message["issues"]),
    )


def printed(answer: bytes) -> bytes:
    """The lines below a message; raises as `understood` does."""
    message, _, lines = answer.partition(b"\n")
    _message(message)
    return lines


def seen(line: bytes) -> list[Excerpt]:
    """The excerpts of a line; raises as `understood` does."""
    return [_excerpt(fields) for fields in _message(line)["excerpts"]]


def windowed(line: bytes) -> SheetWindow:
    """The window of a line; raises as `understood` does."""
    given = _message(line)["window"]
    given["sheets"] = tuple(given["sheets"])
    for name in ("texts", "merges"):
        given[name] = tuple(map(tuple, given[name]))
    return SheetWindow(**given)


def _message(line: bytes) -> dict[str, Any]:
    message: dict[str, Any] = orjson.loads(line)
    if "fault" in message:
        raise ReadingFault(message["fault"])
    if "refused" in message:
        raise refused_by([Issue(**issue) for issue in message["refused"]])
    return message


def _excerpt(given: dict[str, Any]) -> Excerpt:
    return Excerpt(
        sheet=given["sheet"],
        cell=given["cell"],
        heading=given["heading"],
        rows=tuple(given["rows"]),
        columns=tuple(given["columns"]),
        texts=tuple(map(tuple, given["texts"])),
    )


def _observation(row: list[Any]) -> Observation:
    row[_PARENTS], row[_REASONS] = tuple(row[_PARENTS]), tuple(row[_REASONS])
    return Observation._make(row)
