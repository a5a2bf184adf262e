"""Which indicators are parts of which, and which parts together make the whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cockpit.catalog.sheet import Folder, Row, entries

COLUMNS = "part whole split"


@dataclass(frozen=True, slots=True)
class Part:
    """An indicator inside another; the parts of one `split` together make the whole.

    An empty `split` is an "of which" (其中), which leaves a rest that nobody has named.
    """

    part: str
    whole: str
    split: str


def read_wholes(folder: Folder, indicators: Collection[str]) -> Mapping[str, Part]:
    """Read wholes.csv: each part by its indicator."""

    def make(row: Row) -> Part:
        return Part(
            row.one_of("part", indicators, "indicators.csv"),
            row.one_of("whole", indicators, "indicators.csv"),
            row.optional("split"),
        )

    return entries(folder.table("wholes.csv", COLUMNS, "part", make))
