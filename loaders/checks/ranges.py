"""R01 to R04: figures outside what is possible or usual; `ranges.csv` holds the ratios'."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import inf

from cockpit.catalog import Catalog, Indicator
from cockpit.observation import Issue
from loaders.checks.figures import Figures, Measure
from loaders.checks.located import about, between
from loaders.checks.rules import limit
from loaders.checks.table import Key

Range = tuple[str, float, float]
"""A rule with the lowest and the highest value it lets pass."""
_ANY: Range = ("", -inf, inf)

_FIXED_BASE = re.compile(r"\d{4}年=100")


def check_ranges(figures: Figures) -> Iterator[Issue]:
    """One issue a figure."""
    ranges = [_range(key, figures.catalog) for key in figures.keys]
    lows, highs = [low for _, low, _ in ranges], [high for _, _, high in ranges]
    measures = figures.table.measures
    outside = {
        measure
        for measure, value in zip(measures, figures.values, strict=True)
        if not lows[measure] <= value <= highs[measure]
    }
    for measure in sorted(outside):
        yield from _outside(figures, figures.measure(measure), *ranges[measure])


def _outside(
    figures: Figures, measure: Measure, rule: str, low: float, high: float
) -> Iterator[Issue]:
    expected = between(low, high)
    for number in measure.numbers():
        if not low <= figures.values[number] <= high:
            yield about(rule, figures.record(number), expected=expected)


def _range(key: Key, catalog: Catalog) -> Range:
    name, _, _, _, transformation, unit = key
    if transformation == "share":
        return _declared("R01")
    if transformation in ("yoy", "mom") and unit == "%":
        return _declared("R02")
    if transformation != "level":
        return _ANY
    known = catalog.indicators.get(name) if isinstance(name, str) else None
    return _level_range(known, unit)


def _level_range(known: Indicator | None, unit: str) -> Range:
    if unit == "%":
        return _ratios().get(known.id, _ANY) if known else _ANY
    if unit.endswith("=100"):
        # An index on a fixed year may stand anywhere.
        return _ANY if _FIXED_BASE.fullmatch(unit) else _declared("R04")
    return _ANY if known is None or "S" in known.growth_rule else _never_negative()


@cache
def _never_negative() -> Range:
    return "R03", limit("R03", "low"), inf


@cache
def _declared(rule: str) -> Range:
    return rule, limit(rule, "low"), limit(rule, "high")


@cache
def _ratios() -> Mapping[str, Range]:
    text = files("loaders.checks").joinpath("ranges.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["indicator"]: ("R01", float(row["low"]), float(row["high"])) for row in rows}
