"""What the numbers of measures and places stand for; learnt once, for they never change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from cockpit.series import SeriesKey
from cockpit.warehouse import rows, schema

Pair = tuple[int, int]
"""A measure and a place by their numbers: a series."""


class Names:
    """Measures and places met so far, by number."""

    def __init__(self) -> None:
        self._measures: dict[int, Mapping[str, Any]] = {}
        self._places: dict[int, str] = {}

    def keys(self, connection: Connection, pairs: Iterable[Pair]) -> dict[Pair, SeriesKey]:
        """The key of every series; numbers not met before are looked up together."""
        met = set(pairs)
        self._meet(connection, {measure for measure, _place in met}, {place for _m, place in met})
        return {pair: self._key(*pair) for pair in met}

    def measures(self, connection: Connection, met: Iterable[int]) -> dict[int, SeriesKey]:
        """The keys of measures, without an area."""
        self._meet(connection, set(met), set())
        return {one: key_of({**self._measures[one], "area": ""}) for one in met}

    def places(
        self, connection: Connection, met: NDArray[Any], areas: Sequence[str]
    ) -> NDArray[np.int64]:
        """For each number of a place where its area stands in a list."""
        self._meet(connection, set(), set(np.unique(met).tolist()))
        numbers = np.full(max(self._places, default=0) + 1, -1)
        for number, area in self._places.items():
            numbers[number] = areas.index(area) if area in areas else -1
        return numbers

    def _key(self, measure: int, place: int) -> SeriesKey:
        return key_of({**self._measures[measure], "area": self._places[place]})

    def _meet(self, connection: Connection, measures: set[int], places: set[int]) -> None:
        if measures - self._measures.keys():
            found = connection.execute(select(schema.measure)).mappings()
            self._measures |= {row["id"]: row for row in found}
        if places - self._places.keys():
            self._places |= {row.id: row.area for row in connection.execute(select(schema.place))}


def key_of(row: Mapping[str, Any]) -> SeriesKey:
    """The key of a row that names its series in words."""
    return SeriesKey(
        indicator=row["indicator"],
        area=row["area"],
        freq=row["freq"],
        accumulation=row["accumulation"],
        transformation=row["transformation"],
        unit=row["unit"],
        breakdown=rows.read_breakdown(row["breakdown"]),
    )
