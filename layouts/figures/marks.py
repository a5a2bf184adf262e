"""What figures are drawn from: named curves of marks on a common axis of months."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from layouts.figures.axes import Figure
from layouts.theme import Style


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: the month it runs up to, its value, its words and the key of its trail."""

    month: int
    value: float
    words: str
    trail: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One named run of marks; `step` is the number of months from one to the next."""

    name: str
    marks: tuple[Mark, ...]
    step: int = 1
    merged_january: bool = False
    """January and February are one figure: from December to February nothing is missing."""

    def runs(self) -> list[Mark | None]:
        """The marks with None wherever one is missing between two."""
        found: list[Mark | None] = []
        for before, mark in zip((None, *self.marks), self.marks, strict=False):
            if before is not None and not self._follows(before.month, mark.month):
                found.append(None)
            found.append(mark)
        return found

    def _follows(self, before: int, month: int) -> bool:
        return month - before <= self.step or (
            self.merged_january and month - before == 2 and month % 12 == 1
        )


def month_axis(months: Iterable[int], style: Style) -> Figure:
    """A horizontal axis that names each year once, in the middle of its months."""
    span = list(months)
    first, last = min(span), max(span)
    years = [year for year in range(first // 12, last // 12 + 1) if _is_wide(year, first, last)]
    middles = [_middle(year, first, last) for year in years]
    return {
        "range": [first - 0.6, last + 0.6],
        "tickvals": middles,
        "ticktext": [str(year) for year in years],
        "showgrid": False,
        "showline": False,
        "zeroline": False,
        "fixedrange": True,
        "ticklabelstandoff": style.label // 4,
    }


def year_borders(months: Sequence[int], style: Style) -> list[Figure]:
    """Thin lines where one year ends and the next begins."""
    first, last = min(months), max(months)
    januaries = [month for month in range(first + 1, last + 1) if month % 12 == 0]
    line = {"color": style.palette.grid, "width": 1}
    place = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return [{**place, "x0": at - 0.5, "x1": at - 0.5, "line": line} for at in januaries]


def _middle(year: int, first: int, last: int) -> float:
    return (max(year * 12, first) + min(year * 12 + 11, last)) / 2


def _is_wide(year: int, first: int, last: int) -> bool:
    return min(year * 12 + 11, last) - max(year * 12, first) >= min(4, (last - first) // 2)
