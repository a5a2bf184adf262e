"""Signals: lights of the warning system, diffusion, outliers, and bureaus beside each other."""

from cockpit.signals.board import Month, latest_light, lights, matching
from cockpit.signals.deviation import Deviation, outliers, robust_z
from cockpit.signals.five_lights import Climate, Cutoffs, Light, Zone, climate, own_history
from cockpit.signals.pairs import Divergence, divergences
from cockpit.signals.rules import Component, Pair, Rules, load_rules
from cockpit.signals.shortfall import Shortfall, ShortfallRule, Stand, shortfalls
from cockpit.signals.spreading import (
    Spread,
    business_climate,
    diffusion,
    purchasing_managers,
    spread,
)

__all__ = [
    "Climate",
    "Component",
    "Cutoffs",
    "Deviation",
    "Divergence",
    "Light",
    "Month",
    "Pair",
    "Rules",
    "Shortfall",
    "ShortfallRule",
    "Spread",
    "Stand",
    "Zone",
    "business_climate",
    "climate",
    "diffusion",
    "divergences",
    "latest_light",
    "lights",
    "load_rules",
    "matching",
    "outliers",
    "own_history",
    "purchasing_managers",
    "robust_z",
    "shortfalls",
    "spread",
]
