"""HTML attributes that are no arguments of the components' constructors."""

from __future__ import annotations

from typing import Any


def attributes(**named: str) -> dict[str, Any]:
    """Spell `aria_live`, `data_trail` the way HTML does, to be handed on with `**`."""
    return {name.replace("_", "-"): text for name, text in named.items()}
