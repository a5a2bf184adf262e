"""Where a figure stands: among others, beside the level above, on the way to the year's target."""

from cockpit.position.board import beside, followed, places, targets_met
from cockpit.position.common import common_period
from cockpit.position.comparison import Comparison, compare
from cockpit.position.pace import Progress, TargetLight, progress
from cockpit.position.place import Place, Standings, standings
from cockpit.position.targets import Target, Targets, load_targets

__all__ = [
    "Comparison",
    "Place",
    "Progress",
    "Standings",
    "Target",
    "TargetLight",
    "Targets",
    "beside",
    "common_period",
    "compare",
    "followed",
    "load_targets",
    "places",
    "progress",
    "standings",
    "targets_met",
]
