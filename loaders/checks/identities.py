"""A01 to A09 and C03: wholes that are the sum of their parts, rounding allowed for."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.observation import Issue
from loaders.checks.figures import Figures
from loaders.checks.located import about
from loaders.checks.precision import agree, power_apart, tidy
from loaders.checks.relations import Relation, matched, relations
from loaders.checks.rules import limit


def check_identities(figures: Figures) -> Iterator[Issue]:
    """One issue a sum that does not come out."""
    for relation in relations("sum"):
        for whole in figures.amounts(relation.figure):
            parts = relation.columns(figures, whole.kind)
            for number, found in matched(whole, parts):
                yield from _sum(figures, relation, number, found)


def _sum(figures: Figures, relation: Relation, whole: int, parts: list[int]) -> Iterator[Issue]:
    value, values = figures.values[whole], [figures.values[part] for part in parts]
    total = sum(term.sign * one for term, one in zip(relation.terms, values, strict=True))
    if agree(total, value, (value, *values)):
        return
    record = figures.record(whole)
    power = power_apart(total, value, 1 + limit("C03", "percent") / 100)
    if power:
        yield about("C03", record, expected=tidy(total), power=power)
    else:
        yield about(relation.rule, record, expected=value, found=tidy(total))
