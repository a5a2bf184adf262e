"""A13, X01 to X04 and R07: indicators beside others that move with them."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.located import between, value_of
from loaders.checks.measure import Measure
from loaders.checks.relations import matched, relations_in
from loaders.checks.rules import limit

_MONTHS = 12


def check_cross(figures: Figures) -> Iterator[Finding]:
    """At most one issue a figure and rule."""
    layout = figures.layout
    if "yoy" in layout.transformations:
        for number, parts in layout.ask(_sectors):
            yield from _outside(figures, "A13", number, parts)
        for number, parts in layout.ask(_industries):
            yield from _outside(figures, "X03", number, parts)
        for rule, number, beside in layout.ask(_apart):
            yield from _diverging(figures, rule, number, beside)
    for number in layout.ask(_progress):
        yield from _beside_months(figures, number)
    for numbers in layout.ask(_population):
        yield from _heads(figures, *numbers)


def _growth(layout: Layout, indicator: str) -> Iterator[Measure]:
    """Published growth, whether kept as the indicator itself or as its transformation."""
    for measure in layout.of(indicator):
        if measure.kind[2] in ("yoy", "level") and measure.kind[3] == "%":
            yield measure


def _sectors(layout: Layout) -> Iterator[tuple[int, list[int]]]:
    """A sum grows no faster than its fastest part, no slower than its slowest."""
    for relation in relations_in(layout, "sum"):
        if all(term.sign > 0 for term in relation.terms):
            for whole in _growth(layout, relation.figure):
                yield from matched(whole, relation.columns(layout, whole.kind))


def _industries(layout: Layout) -> Iterator[tuple[int, list[int]]]:
    for whole in _growth(layout, "gdp"):
        parts = [m for m in layout.named("va_sector") if m.kind == whole.kind]
        for time, column in whole.columns.items() if parts else ():
            for area, number in column.items():
                beside = [p.columns[time][area] for p in parts if area in p.columns.get(time, {})]
                if len(beside) >= limit("X03", "industries"):
                    yield number, beside


def _outside(figures: Figures, rule: str, number: int, parts: list[int]) -> Iterator[Finding]:
    values, slack = [figures.values[part] for part in parts], limit(rule, "points") + 1e-9
    low, high = min(values), max(values)
    if not low - slack <= figures.values[number] <= high + slack:
        yield Finding(rule, number, between(low, high))


def _apart(layout: Layout) -> Iterator[tuple[str, int, int]]:
    """Output is made with power and taxed: their growth does not part company."""
    for rule, one, other in (
        ("X01", "ind_va_growth", "elec_industry"),
        ("X02", "ind_output_value", "tax_total"),
    ):
        for first in _growth(layout, one):
            for second in _growth(layout, other):
                if first.kind[:2] == second.kind[:2]:
                    for number, (beside,) in matched(first, [second.columns]):
                        yield rule, number, beside


def _diverging(figures: Figures, rule: str, number: int, beside: int) -> Iterator[Finding]:
    mine, theirs = figures.values[number], figures.values[beside]
    opposite = rule != "X02" or mine * theirs < 0
    if opposite and abs(mine - theirs) > limit(rule, "points"):
        yield Finding(rule, number, theirs)


def _progress(layout: Layout) -> Iterator[int]:
    for measure in layout.of_transformation("progress"):
        if measure.kind[3] == "%":
            yield from measure.numbers()


def _beside_months(figures: Figures, number: int) -> Iterator[Finding]:
    value = figures.values[number]
    elapsed = figures.record(number).period.month / _MONTHS * 100
    behind = value < elapsed - limit("X04", "behind")
    if behind or value > limit("X04", "high"):
        yield Finding("X04", number, round(elapsed, 1))


def _population(layout: Layout) -> Iterator[tuple[int, ...]]:
    """Output over output per head is the number of heads."""
    for output in layout.amounts("gdp"):
        for per_head in layout.amounts("gdp_per_capita") if output.kind[0] == "A" else ():
            for people in layout.amounts("pop_resident"):
                for number, beside in matched(per_head, [output.columns, people.columns]):
                    yield number, *beside


def _heads(figures: Figures, number: int, *beside: int) -> Iterator[Finding]:
    record, whole, heads = map(figures.record, (number, *beside))
    size = {one.unit: figures.catalog.units.parse(one.unit) for one in (record, whole, heads)}
    factors = [float(unit.factor) for unit in size.values() if unit is not None]
    if len(factors) < len(size) or value_of(record) <= 0:
        return
    factor = dict(zip(size, factors, strict=True))
    implied = value_of(whole) * factor[whole.unit] / (value_of(record) * factor[record.unit])
    known = value_of(heads) * factor[heads.unit]
    if abs(implied - known) > known * limit("R07", "percent") / 100:
        yield Finding("R07", number, round(known / 1e4, 1), round(implied / 1e4, 1))
