"""One total over reporting units, and what its protection is judged by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

Confidentiality = Literal["F", "A", "O", "D"]
"""SDMX CL_CONF_STATUS: free; confidential for few units; for dominance; to protect another cell."""

FREE: Confidentiality = "F"
REST = "-"
"""Ends the code of what lies in a county and in no town, or in a section and in no division."""


class Measure(NamedTuple):
    """What was added up."""

    indicator: str
    freq: str
    time_period: str
    accumulation: str
    unit: str


class Place(NamedTuple):
    """Where: an area (`370402`) or town (`370402001`), and an industry (`C26`, empty for all)."""

    area: str
    industry: str

    @property
    def is_rest(self) -> bool:
        """Whether it only completes a sum and is told to nobody."""
        return REST in (self.area[-1:], self.industry[-1:])


class Weight(NamedTuple):
    """How many units there are, what they amount to without signs, and the two largest of them."""

    units: int
    magnitude: Decimal
    first: Decimal
    second: Decimal


class Cell(NamedTuple):
    """A total in the measure's unit."""

    place: Place
    measure: Measure
    total: Decimal
    weight: Weight


def cells_of(rows: Iterable[Mapping[str, Any]]) -> Iterator[Cell]:
    """The answer to `unit_cells`, row by row."""
    for row in rows:
        yield Cell(
            Place(row["place"], row["branch"]),
            Measure(*(row[name] for name in Measure._fields)),
            row["total"],
            Weight(row["units"], row["magnitude"], row["first"], row["second"]),
        )
