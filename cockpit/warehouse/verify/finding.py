"""What a check of the warehouse says."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence; `harmless` where nothing is lost and nothing has to be done."""

    message: str
    harmless: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        return asdict(self)
