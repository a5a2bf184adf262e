"""The shape every sample takes before it is written: labelled rows against period columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Cells = Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Export:
    """A table laid out as 国家数据 exports one: head lines, periods across, notes at the foot."""

    stem: str
    head: tuple[str, ...]
    corner: str
    periods: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def lay_out(
    cells: Cells, labels: Iterable[str], periods: Iterable[str]
) -> tuple[tuple[str, ...], ...]:
    """Return one row a label: the label, then its text for each period or a blank."""
    columns = tuple(periods)
    return tuple((label, *(cells.get((label, p), "") for p in columns)) for label in labels)


def filled(cells: Cells, periods: Iterable[str]) -> tuple[str, ...]:
    """Return the periods for which at least one cell holds text."""
    held = {period for (_, period), text in cells.items() if text}
    return tuple(period for period in periods if period in held)


def foot(notes: tuple[str, ...], source: str = "国家统计局") -> tuple[str, ...]:
    """Return note lines as the bureau prints them: numbered, continued behind full-width blanks."""
    last = f"数据来源：{source}"
    if len(notes) < 2:
        return (*(f"注：{note}" for note in notes), last)
    rest = (f"　　　{number}.{note}" for number, note in enumerate(notes[1:], start=2))
    return (f"注：1.{notes[0]}", *rest, last)
