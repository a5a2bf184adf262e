"""A10: what the sectors add to growth adds up to it."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.measure import Measure
from loaders.checks.precision import agree, tidy
from loaders.checks.relations import Columns, Relation, matched, relations_in
from loaders.checks.rules import limit

_POINTS, _WHOLE = "百分点", 100.0
_PULLS = {"what": "各项拉动", "what_en": "The contributions to growth"}
_RATES = {"what": "各项贡献率", "what_en": "The rates of contribution"}


def check_contributions(figures: Figures) -> Iterator[Finding]:
    """One issue a sum that misses the growth, in points, or a hundred per cent."""
    if "contribution" in figures.layout.transformations:
        for relation in relations_in(figures.layout, "sum"):
            yield from _checked(figures, relation)


def _checked(figures: Figures, relation: Relation) -> Iterator[Finding]:
    first = relation.terms[0]
    for part in figures.layout.of(first.indicator, first.breakdown):
        if part.kind[2] == "contribution":
            columns = relation.columns(figures.layout, part.kind)[1:]
            if part.kind[3] == _POINTS:
                yield from _pulls(figures, relation, part, columns)
            else:
                yield from _rates(figures, part, columns)


def _pulls(
    figures: Figures, relation: Relation, part: Measure, columns: Columns
) -> Iterator[Finding]:
    freq, accumulation = part.kind[:2]
    growth = figures.layout.get(relation.figure, (), (freq, accumulation, "yoy", "%"))
    if growth is None:
        return
    for number, parts in matched(growth, [part.columns, *columns]):
        pulls, grown = [figures.values[one] for one in parts], figures.values[number]
        slack = 0.1 * len(pulls) + 1e-9
        if abs(sum(pulls) - grown) > slack and not agree(sum(pulls), grown, [*pulls, grown]):
            yield Finding("A10", number, grown, tidy(sum(pulls)), words=_PULLS)


def _rates(figures: Figures, part: Measure, columns: Columns) -> Iterator[Finding]:
    for number, others in matched(part, columns):
        total = tidy(figures.values[number] + figures.sum_of(others))
        if abs(total - _WHOLE) > limit("A10", "points") + 1e-9:
            yield Finding("A10", number, _WHOLE, total, words=_RATES)
