"""How widely something spreads: diffusion indices between 0 and 100, 50 being no change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PMI_WEIGHTS: Mapping[str, float] = {
    "new_orders": 0.30,
    "output": 0.25,
    "employment": 0.20,
    "deliveries": 0.15,
    "stocks": 0.10,
}
"""国家统计局《采购经理调查统计报表制度》; suppliers' deliveries count turned round."""


def diffusion(up: float, same: float) -> float:
    """The share that rises and half of what stays the same, both in per cent."""
    return up + same / 2


def business_climate(up: float, down: float) -> float:
    """企业景气指数: 100 and the balance of rises and falls, between 0 and 200."""
    return 100 + up - down


def purchasing_managers(parts: Mapping[str, float]) -> float | None:
    """The index of its five parts; None where one is missing."""
    if not PMI_WEIGHTS.keys() <= parts.keys():
        return None
    turned = {**parts, "deliveries": 100 - parts["deliveries"]}
    return sum(weight * turned[name] for name, weight in PMI_WEIGHTS.items())


@dataclass(frozen=True, slots=True)
class Spread:
    """How many of those with a figure rise, stay the same and fall."""

    up: int
    same: int
    down: int

    @property
    def of(self) -> int:
        """How many have a figure."""
        return self.up + self.same + self.down

    @property
    def index(self) -> float | None:
        """The diffusion index, None where nobody has a figure."""
        if not self.of:
            return None
        return diffusion(self.up / self.of * 100, self.same / self.of * 100)


def spread(changes: Iterable[float | None]) -> Spread:
    """Count changes by their sign; a missing one is neither."""
    known = [change for change in changes if change is not None]
    up, down = sum(change > 0 for change in known), sum(change < 0 for change in known)
    return Spread(up, len(known) - up - down, down)
