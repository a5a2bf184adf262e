"""R01, R03 and R04: figures outside what is possible or usual."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cockpit.catalog import Catalog
from cockpit.observation import Issue, Observation
from cockpit.reading import Reading
from loaders.checks.rules import raise_issue

_FIXED_BASE = re.compile(r"\d{4}年=100")
_LOWEST_INDEX, _HIGHEST_INDEX = 80.0, 130.0
_WHOLE = 100.0


def check_ranges(reading: Reading, catalog: Catalog) -> Iterator[Issue]:
    """One issue a figure; missing ones are passed over."""
    for record in reading.observations:
        if record.value is not None:
            yield from _out_of_range(record, record.value, catalog)


def _out_of_range(record: Observation, value: float, catalog: Catalog) -> Iterator[Issue]:
    at, words = (record.sheet, record.cell), {"label": record.label, "found": value}
    if record.transformation == "share" and not 0 <= value <= _WHOLE:
        yield raise_issue("R01", at, **words)
    if value < 0 and _cannot_be_negative(record, catalog):
        yield raise_issue("R03", at, **words)
    if _is_chained(record.unit) and not _LOWEST_INDEX <= value <= _HIGHEST_INDEX:
        usual = f"{_LOWEST_INDEX:g}–{_HIGHEST_INDEX:g}"
        yield raise_issue("R04", at, expected=usual, **words)


def _cannot_be_negative(record: Observation, catalog: Catalog) -> bool:
    """Levels of indicators whose sign carries no meaning (profits and balances have rule S)."""
    indicator = catalog.indicators.get(record.indicator or "")
    is_level = record.transformation == "level" and record.unit != "%"
    return indicator is not None and is_level and "S" not in indicator.growth_rule


def _is_chained(unit: str) -> bool:
    """An index on the month or year before; one on a fixed year may stand anywhere."""
    return unit.endswith("=100") and not _FIXED_BASE.fullmatch(unit)
