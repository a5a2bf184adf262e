"""R01 to R04: figures outside what is possible or usual; `ranges.csv` holds the ratios'."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from importlib.resources import files
from math import inf
from typing import NamedTuple

from cockpit.catalog import Catalog, Indicator
from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.located import between
from loaders.checks.measure import Key
from loaders.checks.rules import limit
from loaders.remembered import Remembered, of_the_last


class Range(NamedTuple):
    """A rule with the lowest and the highest value it lets pass, and these two in words."""

    rule: str
    bounds: tuple[float, float]
    words: str

    @classmethod
    def of(cls, rule: str, low: float, high: float) -> Range:
        """The range between two values."""
        return cls(rule, (low, high), between(low, high))


_ANY = Range.of("", -inf, inf)

_FIXED_BASE = re.compile(r"\d{4}年=100")


def check_ranges(figures: Figures) -> Iterator[Finding]:
    """One issue a figure."""
    layout, values = figures.layout, figures.values
    figured = zip(layout.measures, layout.ask(_bounds), values, strict=True)
    odd = {measure for measure, (low, high), value in figured if not low <= value <= high}
    for measure in sorted(odd):
        rule, (low, high), words = _ranges(layout.catalog)[layout.keys[measure]]
        for number in layout.measure(measure).numbers():
            if not low <= values[number] <= high:
                yield Finding(rule, number, words)


def _bounds(layout: Layout) -> Iterator[tuple[float, float]]:
    """Between which values each figure may be."""
    ranges = map(_ranges(layout.catalog).__getitem__, layout.keys)
    bounds = [one.bounds for one in ranges]
    return map(bounds.__getitem__, layout.measures)


@of_the_last
def _ranges(catalog: Catalog) -> Remembered[Key, Range]:
    """The ranges of a catalogue's measures, most of which come every month."""
    return Remembered(partial(_range_of, catalog))


def _range_of(catalog: Catalog, key: Key) -> Range:
    name, _, _, _, transformation, unit = key
    known = catalog.indicators.get(name) if isinstance(name, str) else None
    return _range(known, transformation, unit)


def _range(known: Indicator | None, transformation: str, unit: str) -> Range:
    if transformation == "share":
        return _declared("R01")
    if transformation in ("yoy", "mom") and unit == "%":
        return _declared("R02")
    return _level_range(known, unit) if transformation == "level" else _ANY


def _level_range(known: Indicator | None, unit: str) -> Range:
    if unit == "%":
        # 100.3 below % is an index, 0.3 is growth that nobody calls so.
        is_index = known is not None and known.unit.endswith("=100")
        own = _declared("R04") if is_index else _ANY
        return _ratios().get(known.id, own) if known else own
    if unit.endswith("=100"):
        # An index on a fixed year may stand anywhere.
        return _ANY if _FIXED_BASE.fullmatch(unit) else _declared("R04")
    return _ANY if known is None or "S" in known.growth_rule else _never_negative()


@cache
def _never_negative() -> Range:
    return Range.of("R03", limit("R03", "low"), inf)


@cache
def _declared(rule: str) -> Range:
    return Range.of(rule, limit(rule, "low"), limit(rule, "high"))


@cache
def _ratios() -> Mapping[str, Range]:
    text = files("loaders.checks").joinpath("ranges.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    pairs = ((row["indicator"], float(row["low"]), float(row["high"])) for row in rows)
    return {indicator: Range.of("R01", low, high) for indicator, low, high in pairs}
