"""What the parts of a wall have read, kept for one another while the warehouse stands still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cockpit.series import Selection, Series
from layouts.explore.reading import Line

MOST_PLACES = 32


@dataclass(frozen=True, slots=True)
class Shelf:
    """Series of one place in one language, under one version of the warehouse."""

    lines: dict[Selection, Line] = field(default_factory=dict)
    across: dict[tuple[Selection, tuple[str, ...]], Mapping[str, Series]] = field(
        default_factory=dict
    )


class Shelves:
    """A shelf for each place; all are given up as soon as the version changes."""

    def __init__(self) -> None:
        self._version = ""
        self._held: dict[tuple[str, str], Shelf] = {}

    def of(self, version: str, area: str, locale: str) -> Shelf:
        """The shelf of a place as the warehouse stands now."""
        if version != self._version or len(self._held) >= MOST_PLACES:
            self._version, self._held = version, {}
        return self._held.setdefault((area, locale), Shelf())
