"""What the screens are given: the only doors out of this room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cockpit.batch import Batch, Staged
from cockpit.catalog import Catalog
from cockpit.indicator import Calculator
from cockpit.series import ReadingDoor


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Functions and facts that `app.py` hands to the layouts."""

    catalog: Catalog
    door: Callable[[], ReadingDoor]
    calculator: Callable[[], Calculator]
    stage: Callable[[bytes, str, str], Staged]
    """Content, file name, person → the staged batch with what was read; raises InputError."""
    staged: Callable[[int], Staged]
    publish: Callable[[int, str, bool], Batch]
    """Batch, person, doubtful figures accepted → the published batch; raises BatchRefused."""
    withdraw: Callable[[int, str, str], Batch]
    """Batch, person, reason → the withdrawn batch; raises BatchRefused."""
    batches: Callable[[], Sequence[Batch]]
    home_area: str
    """The place the wall shows."""
