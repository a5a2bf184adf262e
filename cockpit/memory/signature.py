"""How a family's file is laid out, told by its records alone: what stands in which column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from cockpit.memory.family import timeless
from cockpit.observation import Observation

_COLUMN = re.compile(r"[A-Z]+")


class Trait(NamedTuple):
    """One way in which figures of a column are counted; periods and regions are left out."""

    sheet: str
    column: str
    name: str
    accumulation: str
    transformation: str
    unit: str
    area: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Every trait of a file, once each."""

    traits: tuple[Trait, ...]


def signature(observations: Iterable[Observation]) -> Signature:
    """The signature of a file's records, in the order of the sheet."""
    return Signature(tuple(dict.fromkeys(trait_of(one) for one in observations)))


def trait_of(one: Observation) -> Trait:
    """What a record says of its column; `name` is the indicator, or the label as printed."""
    return Trait(
        sheet=timeless(one.sheet),
        column=column_of(one.cell),
        name=one.indicator or one.label,
        accumulation=one.accumulation,
        transformation=one.transformation,
        unit=one.unit,
        area=one.area or one.ref_area,
    )


def column_of(cell: str) -> str:
    """The letters of an A1 address."""
    found = _COLUMN.match(cell)
    return found.group() if found else ""
