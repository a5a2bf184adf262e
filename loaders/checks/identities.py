"""A01 to A09 and C03: wholes that are the sum of their parts, rounding allowed for."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.observation import Issue, Observation
from loaders.checks.figures import Figures
from loaders.checks.located import about, value_of
from loaders.checks.precision import agree, power_apart, tidy
from loaders.checks.relations import Relation, levels, matched, relations
from loaders.checks.rules import limit


def check_identities(figures: Figures) -> Iterator[Issue]:
    """One issue a sum that does not come out."""
    for relation in relations("sum"):
        for whole in levels(figures, relation.figure):
            parts = relation.columns(figures, whole.kind)
            for record, found in matched(whole, parts):
                yield from _sum(relation, record, found)


def _sum(relation: Relation, whole: Observation, parts: list[Observation]) -> Iterator[Issue]:
    signed = zip(relation.terms, parts, strict=True)
    total = sum(term.sign * value_of(part) for term, part in signed)
    value = value_of(whole)
    if agree(total, value, map(value_of, (whole, *parts))):
        return
    power = power_apart(total, value, 1 + limit("C03", "percent") / 100)
    if power:
        yield about("C03", whole, expected=tidy(total), power=power)
    else:
        yield about(relation.rule, whole, expected=value, found=tidy(total))
