"""A region as printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A region as printed, and its code where the catalogue knows whom the name means."""

    text: str
    code: str | None
