"""What names mean: indicator, breakdown, how they are counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cockpit.observation import Status, Transformation
from cockpit.period import Accumulation

NO_PARTS: Mapping[str, str] = {}


class Sense(NamedTuple):
    """Names understood; `accumulations` are those the catalogue lists, `doubts` are reasons."""

    label: str = ""
    parents: tuple[str, ...] = ()
    indicator: str | None = None
    breakdown: Mapping[str, str] = NO_PARTS
    transformation: Transformation | None = None
    accumulation: Accumulation | None = None
    accumulations: tuple[Accumulation, ...] = ()
    is_stock: bool = False
    grows_only: bool = False
    """An amount of which the catalogue lists growth alone: 基础设施投资."""
    unit: str = ""
    catalogue_unit: str = ""
    status: Status | None = None
    year: str = ""
    doubts: tuple[str, ...] = ()


NAMELESS = Sense()
