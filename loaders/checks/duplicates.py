"""P10 and P11: the same figure twice in one file."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.catalog import Catalog
from cockpit.observation import Issue, Observation
from cockpit.reading import Reading
from loaders.checks.rules import raise_issue

Key = tuple[object, ...]


def series_of(record: Observation) -> Key:
    """What makes two records one series; without an indicator, its words and its sheet do."""
    named = record.indicator or (record.sheet, record.parents, record.label)
    breakdown = tuple(sorted(record.breakdown.items()))
    area = record.area or record.ref_area
    return (
        named,
        area,
        breakdown,
        record.freq,
        record.accumulation,
        record.transformation,
        record.unit,
    )


def check_duplicates(reading: Reading, catalog: Catalog) -> Iterator[Issue]:  # noqa: ARG001
    """One issue a contradiction, and one that counts harmless repetitions."""
    first: dict[Key, Observation] = {}
    repeated = 0
    for record in reading.observations:
        if record.value is None:
            continue
        other = first.setdefault((*series_of(record), record.time_period), record)
        if other.value != record.value:
            yield _contradiction(other, record)
        elif other is not record:
            repeated += 1
    if repeated:
        yield raise_issue("P11", found=repeated)


def _contradiction(first: Observation, second: Observation) -> Issue:
    return raise_issue(
        "P10",
        (second.sheet, second.cell),
        label=second.label,
        area=second.ref_area,
        period=second.time_period,
        expected=first.value,
        found=second.value,
    )
