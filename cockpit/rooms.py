"""The other rooms as functions, so that the vocabulary imports none of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from cockpit.catalog import Catalog
    from cockpit.cockpit import Cockpit
    from cockpit.indicator import Formula
    from cockpit.memory import Memory
    from cockpit.observation import Issue
    from cockpit.reading import Excerpt, Reading, SheetWindow
    from cockpit.series import ReadingDoor


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What the cockpit is given to work with."""

    extract: Callable[[Path, str, Path, Memory], Reading]
    """File, the name it came with, the catalogue's folder, what is remembered → understood."""
    lines: Callable[[Path, str | None, Path], bytes]
    """File, what each line is to call it, the catalogue's folder → records and issues as JSON."""
    look: Callable[[Path, Sequence[tuple[str, str]]], Sequence[Excerpt]]
    """File, cells by sheet and address → what is printed around them."""
    show: Callable[[Path, str, Path, Memory, tuple[str, int, int]], SheetWindow]
    """What `extract` takes, and sheet, row and column → a part of the sheet, cell by cell."""
    check: Callable[[Reading, Catalog], Iterable[Issue]]
    """Reading, the catalogue → what its records say against each other, seen together."""
    check_against: Callable[[Reading, ReadingDoor, Catalog], Iterable[Issue]]
    """Reading, what stands published, the catalogue → what is odd beside it."""
    formulas: Callable[[], Mapping[str, Formula]]
    serve: Callable[[Cockpit, str, int], None]
    """The opened cockpit, host, port; returns when the server stops."""
