"""A01 to A09 and C03: wholes that are the sum of their parts, rounding allowed for."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.precision import agree, power_apart, tidy
from loaders.checks.relations import Relation, matched, relations_in
from loaders.checks.rules import limit


def check_identities(figures: Figures) -> Iterator[Finding]:
    """One issue a sum that does not come out."""
    for relation, number, found in figures.layout.ask(_sums):
        yield from _sum(figures, relation, number, found)


def _sums(layout: Layout) -> Iterator[tuple[Relation, int, list[int]]]:
    for relation in relations_in(layout, "sum"):
        for whole in layout.amounts(relation.figure):
            for number, found in matched(whole, relation.columns(layout, whole.kind)):
                yield relation, number, found


def _sum(figures: Figures, relation: Relation, whole: int, parts: list[int]) -> Iterator[Finding]:
    value, values = figures.values[whole], [figures.values[part] for part in parts]
    total = sum(term.sign * one for term, one in zip(relation.terms, values, strict=True))
    if agree(total, value, (value, *values)):
        return
    power = power_apart(total, value, 1 + limit("C03", "percent") / 100)
    if power:
        yield Finding("C03", whole, tidy(total), words={"power": power})
    else:
        yield Finding(relation.rule, whole, value, tidy(total))
