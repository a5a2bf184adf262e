"""English column names in programmers' style: `rd_expenditure_100m`, `rd_intensity_2023_pct`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cockpit.observation import Status

_SHAPE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = {
    "100m": ("亿元", True),
    "100million": ("亿元", True),
    "10k": ("万元", True),
    "yuan": ("元", False),
    "pct": ("%", False),
    "percent": ("%", False),
    "permille": ("‰", False),
    "10kpersons": ("万人", False),
}
_ESTIMATED = frozenset({"estimated", "est"})


@dataclass(frozen=True, slots=True)
class Snake:
    """Such a name taken apart; `completed` marks a unit that names no currency of its own."""

    label: str
    name: str
    unit: str = ""
    completed: bool = False
    year: str = ""
    status: Status = "A"


def read_snake(text: str) -> Snake | None:
    """Take a name apart, or None where it is not written that way."""
    if not _SHAPE.fullmatch(text):
        return None
    words = text.split("_")
    unit, completed = _UNITS.get(words[-1], ("", False))
    words = words[:-1] if unit else words
    year = next((word for word in words if _YEAR.fullmatch(word)), "")
    kept = [word for word in words if word != year]
    estimated = kept[0] in _ESTIMATED
    name = " ".join(kept[1:] if estimated else kept)
    return Snake("_".join(kept), name, unit, completed, year, "E" if estimated else "A")
