"""A02, A08, A11, A12, C03 and C05: parts and wholes, shares, and ratios of two figures."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.measure import Measure
from loaders.checks.precision import agree, half_unit, power_apart, tidy
from loaders.checks.relations import Relation, matched, relations_in
from loaders.checks.rules import limit

_WHOLE = 100.0
_FEWEST_TIMES = 50
_RATIO = ("level", "%")


def check_parts(figures: Figures) -> Iterator[Finding]:
    """One issue a figure that is more than what holds it."""
    for rule, number, whole in figures.layout.ask(_parts):
        if figures.values[number] > figures.values[whole]:
            yield from _part(figures, rule, number, whole)


def check_shares(figures: Figures) -> Iterator[Finding]:
    """One issue a set of shares that does not make up a hundred."""
    for number, found in figures.layout.ask(_shares):
        total = tidy(figures.values[number] + figures.sum_of(found))
        if abs(total - _WHOLE) > limit("A02", "points") + 1e-9:
            yield Finding("A02", number, _WHOLE, total)


def check_ratios(figures: Figures) -> Iterator[Finding]:
    """One issue a published ratio that its numerator and denominator do not give."""
    for number, (top, bottom) in figures.layout.ask(_ratios):
        yield from _recomputed(figures, number, top, bottom)


def _parts(layout: Layout) -> Iterator[tuple[str, int, int]]:
    for relation in relations_in(layout, "part"):
        for part in layout.amounts(relation.figure):
            for number, (whole,) in matched(part, relation.columns(layout, part.kind)):
                yield relation.rule, number, whole
    for measure in layout.broken_down():
        if measure.adds_up and not measure.has_rule("S"):
            for whole in _wholes(layout, measure):
                for number, (holding,) in matched(measure, [whole.columns]):
                    yield "C05", number, holding


def _wholes(layout: Layout, part: Measure) -> Iterator[Measure]:
    """What a part is broken out of: the same but for one of its dimensions."""
    for one in part.breakdown:
        rest = tuple(other for other in part.breakdown if other != one)
        if whole := layout.get(part.name, rest, part.kind):
            yield whole


def _shares(layout: Layout) -> Iterator[tuple[int, list[int]]]:
    for relation in relations_in(layout, "shares"):
        first = relation.terms[0]
        for measure in layout.of(first.indicator, first.breakdown):
            if measure.kind[2] == "share" or (first.breakdown and measure.kind[2:] == _RATIO):
                yield from matched(measure, relation.columns(layout, measure.kind)[1:])


def _ratios(layout: Layout) -> Iterator[tuple[int, list[int]]]:
    for relation in relations_in(layout, "ratio"):
        for ratio in layout.of(relation.figure):
            if ratio.kind[2:] == _RATIO:
                yield from _ratio(layout, relation, ratio)


def _part(figures: Figures, rule: str, part: int, whole: int) -> Iterator[Finding]:
    mine, all_of_it = figures.values[part], figures.values[whole]
    if agree(mine, all_of_it, (mine, all_of_it)):
        return
    # A part is no more than the whole, so one many times as great is in another unit.
    power = _unit_apart(mine, all_of_it)
    if power:
        yield Finding("C03", part, all_of_it, words={"power": power})
    else:
        yield Finding(rule, part, other=whole)


def _unit_apart(part: float, whole: float) -> int | None:
    if whole <= 0 or part < whole * _FEWEST_TIMES:
        return None
    return power_apart(part, whole, 2) or (10000 if part < whole * 10000 else None)


def _ratio(layout: Layout, relation: Relation, ratio: Measure) -> Iterator[tuple[int, list[int]]]:
    for numerator in layout.amounts(relation.terms[0].indicator):
        kind = numerator.kind
        if kind[0] == ratio.kind[0] and _accumulate_alike(ratio.kind[1], kind[1]):
            columns = [numerator.columns, *relation.columns(layout, kind)[1:]]
            yield from matched(ratio, columns)


def _accumulate_alike(ratio: str, amount: str) -> bool:
    return ratio == amount or (ratio, amount) == ("period", "stock")


def _recomputed(figures: Figures, ratio: int, top: int, bottom: int) -> Iterator[Finding]:
    value, divisor = figures.values[ratio], figures.values[bottom]
    if divisor <= 0:
        return
    expected = figures.values[top] / divisor * _WHOLE
    if abs(expected - value) > limit("A11", "points") + half_unit(value):
        yield Finding("A11", ratio, round(expected, 1))
