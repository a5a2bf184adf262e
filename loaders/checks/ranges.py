"""R01 to R04: figures outside what is possible or usual; `ranges.csv` holds the ratios'."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import inf

from cockpit.observation import Issue
from loaders.checks.figures import Figures, Measure
from loaders.checks.located import about, between
from loaders.checks.rules import limit

Range = tuple[str, float, float]
"""A rule with the lowest and the highest value it lets pass."""

_FIXED_BASE = re.compile(r"\d{4}年=100")


def check_ranges(figures: Figures) -> Iterator[Issue]:
    """One issue a figure."""
    for measure in figures:
        limits = _range(measure)
        if limits:
            yield from _outside(measure, *limits)


def _outside(measure: Measure, rule: str, low: float, high: float) -> Iterator[Issue]:
    for column in measure.columns.values():
        for record in column.values():
            value = record.value
            if value is not None and not low <= value <= high:
                yield about(rule, record, expected=between(low, high))


def _range(measure: Measure) -> Range | None:
    transformation, unit = measure.kind[2:]
    if transformation == "share":
        return _declared("R01")
    if transformation in ("yoy", "mom") and unit == "%":
        return _declared("R02")
    return _level_range(measure, unit) if transformation == "level" else None


def _level_range(measure: Measure, unit: str) -> Range | None:
    if unit == "%":
        return _ratios().get(measure.indicator.id) if measure.indicator else None
    if unit.endswith("=100"):
        # An index on a fixed year may stand anywhere.
        return None if _FIXED_BASE.fullmatch(unit) else _declared("R04")
    if measure.indicator is None or measure.has_rule("S"):
        return None
    return "R03", limit("R03", "low"), inf


@cache
def _declared(rule: str) -> Range:
    return rule, limit(rule, "low"), limit(rule, "high")


@cache
def _ratios() -> Mapping[str, Range]:
    text = files("loaders.checks").joinpath("ranges.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["indicator"]: ("R01", float(row["low"]), float(row["high"])) for row in rows}
