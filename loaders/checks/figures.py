"""The figures of one file, indexed in one pass that every check shares."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from cockpit.catalog import Catalog
from cockpit.reading import Reading
from loaders.checks.longtable import long_table
from loaders.checks.table import table_of
from loaders.long.records import LongRecords


class Figures:
    """A reading's figures, known by number; `layout` says what they are of.

    `times` are all periods of which there are figures.
    """

    def __init__(self, reading: Reading, catalog: Catalog) -> None:
        self.reading = reading
        self.catalog = catalog
        records = reading.observations
        is_long = isinstance(records, LongRecords)
        table = long_table(records, catalog) if is_long else table_of(records, catalog)
        self.table, self.layout = table, table.layout
        self.values, self.record = table.values, table.record
        self.times = set(table.times if table.layout.times is not None else table.times[:1])

    def spans(self) -> set[tuple[str, str]]:
        """Every frequency and period of which there are figures."""
        kinds = set(self.layout.freqs)
        if len(kinds) == 1 or len(self.times) == 1:
            return {(freq, time) for freq in kinds for time in self.times}
        freqs = map(self.layout.freqs.__getitem__, self.layout.measures)
        return set(zip(freqs, self.table.times, strict=True))

    def sum_of(self, numbers: Iterable[int]) -> float:
        """The sum of figures."""
        return sum(map(self.values.__getitem__, numbers))


@cache
def year_before(time: str) -> str:
    """The same month, quarter or year of the year before."""
    return f"{int(time[:4]) - 1:04d}{time[4:]}"


@cache
def place_in_time(time: str) -> int:
    """A number that rises by one from a period to the next of its frequency."""
    year, rest = int(time[:4]), time[5:]
    if not rest:
        return year
    return year * 4 + int(rest[1]) if rest[0] == "Q" else year * 12 + int(rest)


def follows(earlier: str, later: str) -> bool:
    """Whether a period is the very next one."""
    return place_in_time(later) - place_in_time(earlier) == 1
