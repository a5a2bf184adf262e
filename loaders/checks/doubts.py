"""Which records the checks cast doubt on, and why: fixed English, translated where shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cockpit.observation import Observation
from loaders.checks.findings import Findings
from loaders.long.records import LongRecords

TWICE = "the same figure stands elsewhere in the file with another value"
TAKEN = "another figure of the file has the same name, and only one of them can be kept"
SWAPPED = "the month is more than the year to date: the columns may be swapped"
GROWTH_APART = "growth and the two levels beside it disagree: a column or a unit may be misread"
OTHER_UNIT = "the figure is out by a thousand or ten thousand: the unit may be misread"
NO_GROWTH = "the growth column looks like an index or a fraction"
POINTS = "the growth of a rate is printed in %; it may be in percentage points"
NO_SHARE = "the share lies outside what is possible"
NO_PLACE = "a rank is a whole number: the column may be misread"
NO_INDEX = "the index lies far from 100"

REASONS: Mapping[str, str] = {
    "P09": OTHER_UNIT,
    "P10": TWICE,
    "P27": TWICE,
    "P29": TAKEN,
    "R01": NO_SHARE,
    "R04": NO_INDEX,
    "R05": NO_GROWTH,
    "R09": NO_PLACE,
    "C01": SWAPPED,
    "C02": GROWTH_APART,
    "C03": OTHER_UNIT,
    "C04": OTHER_UNIT,
    "C06": POINTS,
}
"""Rules whose failure says that the sheet was misread rather than that a figure is unusual."""


def with_doubts(records: Sequence[Observation], found: Findings) -> Sequence[Observation]:
    """Records that a check says may have been misread are for a person to look at."""
    doubts: dict[int, str] = {}
    for rule, number in found.broken(REASONS):
        doubts.setdefault(number, REASONS[rule])
    if not doubts:
        return records
    return records.with_doubts(doubts) if isinstance(records, LongRecords) else _of(records, doubts)


def _of(records: Sequence[Observation], doubts: Mapping[int, str]) -> tuple[Observation, ...]:
    doubted = [*records]
    for number, reason in doubts.items():
        doubted[number] = doubted[number].doubted(reason)
    return tuple(doubted)
