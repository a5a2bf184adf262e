"""Which cells the checks cast doubt on as read, and why: fixed English, translated where shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cockpit.observation import Issue, Observation

TWICE = "the same figure stands elsewhere in the file with another value"
TAKEN = "another figure of the file has the same name, and only one of them can be kept"
SWAPPED = "the month is more than the year to date: the columns may be swapped"
GROWTH_APART = "growth and the two levels beside it disagree: a column or a unit may be misread"
OTHER_UNIT = "the figure is out by a thousand or ten thousand: the unit may be misread"
NO_GROWTH = "the growth column looks like an index or a fraction"
NO_SHARE = "the share lies outside what is possible"
NO_INDEX = "the index lies far from 100"

REASONS: Mapping[str, str] = {
    "P09": OTHER_UNIT,
    "P10": TWICE,
    "P27": TWICE,
    "P29": TAKEN,
    "R01": NO_SHARE,
    "R04": NO_INDEX,
    "R05": NO_GROWTH,
    "C01": SWAPPED,
    "C02": GROWTH_APART,
    "C03": OTHER_UNIT,
    "C04": OTHER_UNIT,
}
"""Rules whose failure says that the sheet was misread rather than that a figure is unusual."""


def doubtful_cells(
    broken: Iterable[tuple[str, Observation | Issue]],
) -> dict[tuple[str, str], str]:
    """The reason to look again at each cell where such a rule is broken; the first one counts."""
    found: dict[tuple[str, str], str] = {}
    for rule, at in broken:
        if at.cell:
            found.setdefault((at.sheet, at.cell), REASONS[rule])
    return found
