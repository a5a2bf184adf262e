"""What makes a measure, and the figures of one by period and area."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cockpit.catalog import Indicator
from cockpit.series import Breakdown

Name = str | tuple[object, ...]
"""An indicator's id; where none is known, sheet, enclosing words and label."""
Key = tuple[Name, Breakdown, str, str, str, str]
"""Name, breakdown, frequency, accumulation, transformation and unit: what makes a measure."""
Kind = tuple[str, str, str, str]
"""Frequency, accumulation, transformation, unit."""
Column = dict[str, int]
"""The numbers of one period's figures by area: its code, or its name where none is known."""


class Measure:
    """One indicator counted one way: its figures by period and area."""

    __slots__ = ("breakdown", "columns", "indicator", "kind", "name")

    def __init__(
        self, key: Key, indicator: Indicator | None, columns: Mapping[str, Column]
    ) -> None:
        """`columns` are its figures by period; of those that stand twice the first."""
        self.name = key[0]
        self.breakdown = key[1]
        self.kind: Kind = key[2:]
        self.indicator = indicator
        self.columns = columns

    @property
    def times(self) -> list[str]:
        """Its periods, the earliest first."""
        return sorted(self.columns)

    def numbers(self) -> Iterator[int]:
        """Every figure, period by period in the order read."""
        for column in self.columns.values():
            yield from column.values()

    @property
    def adds_up(self) -> bool:
        """Whether it is an amount of what the catalogue lets regions be added in."""
        unit = self.kind[3]
        is_amount = unit != "%" and not unit.endswith("=100")
        known = self.indicator
        return is_amount and known is not None and known.aggregation.startswith("sum")

    def has_rule(self, letter: str) -> bool:
        """Whether the catalogue gives its indicator a growth rule (R, C, P, L, D, I, S)."""
        return self.indicator is not None and letter in self.indicator.growth_rule
