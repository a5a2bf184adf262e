"""T01 and T09: figures that fall where they should not, within one file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cockpit.catalog import Catalog
from cockpit.observation import Issue, Observation
from cockpit.reading import Reading
from loaders.checks.duplicates import Key, series_of
from loaders.checks.rules import raise_issue

_FALL = 20
"""Output of no province ever fell so much in a year; revisions and changed scopes did."""
_OUTPUT = "gdp"


def check_histories(reading: Reading, catalog: Catalog) -> Iterator[Issue]:
    """At most one issue a figure."""
    for series in _series(reading):
        for earlier, later in pairwise(series):
            if _falls_within_year(earlier, later, catalog):
                yield _fallen("T01", earlier, later)
            elif _is_spliced(earlier, later):
                yield _fallen("T09", earlier, later, fall=_FALL)


def _series(reading: Reading) -> Iterator[list[Observation]]:
    found: dict[Key, dict[str, Observation]] = {}
    for record in reading.observations:
        if record.value is not None and record.transformation == "level":
            found.setdefault(series_of(record), {})[record.time_period] = record
    for by_time in found.values():
        yield [by_time[time] for time in sorted(by_time)]


def _falls_within_year(earlier: Observation, later: Observation, catalog: Catalog) -> bool:
    """A cumulative flow grows through the year; profits and balances (rule S) need not."""
    indicator = catalog.indicators.get(later.indicator or "")
    if later.accumulation != "ytd" or later.unit.endswith("=100"):
        return False
    if indicator is None or "S" in indicator.growth_rule:
        return False
    return later.period.year == earlier.period.year and _value(later) < _value(earlier)


def _is_spliced(earlier: Observation, later: Observation) -> bool:
    if later.indicator != _OUTPUT or later.freq != "A" or later.unit.endswith("=100"):
        return False
    consecutive = later.period.year == earlier.period.year + 1
    return consecutive and _value(later) < _value(earlier) * (100 - _FALL) / 100


def _value(record: Observation) -> float:
    assert record.value is not None  # noqa: S101 - series hold figures only
    return record.value


def _fallen(rule: str, earlier: Observation, later: Observation, **more: object) -> Issue:
    return raise_issue(
        rule,
        (later.sheet, later.cell),
        label=later.label,
        area=later.ref_area,
        period=later.time_period,
        expected=earlier.value,
        found=later.value,
        **more,
    )
