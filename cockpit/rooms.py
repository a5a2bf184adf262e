"""What the command line and the server are given by the composition in `app.py`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cockpit.cockpit import Cockpit
    from cockpit.indicator import Formula
    from cockpit.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The other rooms as functions, so that the vocabulary imports none of them."""

    extract: Callable[[Path, str, Path], Reading]
    """File, the name it came with, the catalogue's folder → what was understood."""
    formulas: Callable[[], Mapping[str, Formula]]
    serve: Callable[[Cockpit, str, int], None]
    """The opened cockpit, host, port; returns when the server stops."""
