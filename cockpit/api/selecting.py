"""The series that a request's parameters name."""

from __future__ import annotations

from cockpit import figures
from cockpit.cockpit import Cockpit
from cockpit.country import CHINA
from cockpit.series import Selection

SERIES = (
    "indicator",
    "area",
    "accumulation",
    "transformation",
    "breakdown",
    "unit",
    "members",
    "as_of",
)


def selection(cockpit: Cockpit, given: dict[str, str], freq: str | None = None) -> Selection:
    """What is asked for; raises NotInCatalogue naming what is unknown."""
    return figures.selection(
        cockpit.catalog,
        given["indicator"],
        given.get("area", CHINA),
        accumulation=given.get("accumulation"),
        transformation=given.get("transformation"),
        freq=freq,
        breakdown=given.get("breakdown", ""),
        unit=given.get("unit"),
        members=given.get("members", ""),
    )
