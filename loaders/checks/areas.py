"""A03 and A13: an area beside all those that make it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cockpit.catalog import Areas
from loaders.checks.figures import Figures, Measure
from loaders.checks.findings import Finding
from loaders.checks.located import between
from loaders.checks.precision import agree, tidy
from loaders.checks.rules import limit

Divided = tuple[str, Sequence[str]]
"""An area's code with those of all areas directly below it."""
_FEWEST = 2


def check_areas(figures: Figures) -> Iterator[Finding]:
    """One issue an area whose parts do not make it up, where every part is in the file."""
    divided = _divided(figures)
    if not divided:
        return
    for measure in figures.levels():
        if _adds_up(measure):
            yield from _sums(figures, measure, divided)
    for measure in figures.of_transformation("yoy"):
        if measure.kind[3] == "%" and measure.indicator is not None and not measure.has_rule("S"):
            yield from _growths(figures, measure, divided)


def _divided(figures: Figures) -> list[Divided]:
    """Areas below the country; the nation's accounts are not the sum of its provinces'."""
    areas = figures.catalog.areas
    held = set(figures.table.areas)
    if len(held) <= _FEWEST:
        return []
    parents = {known.parent for known in map(areas.get, held) if known is not None}
    return [
        (code, children)
        for code in sorted(parent for parent in parents & held if parent)
        if (children := _children(areas, code)) and held.issuperset(children)
    ]


def _children(areas: Areas, code: str) -> list[str]:
    area = areas.get(code)
    if area is None or area.level == "country":
        return []
    return [child.code for child in areas.children(code)]


def _adds_up(measure: Measure) -> bool:
    unit = measure.kind[3]
    is_amount = unit != "%" and not unit.endswith("=100")
    known = measure.indicator
    return is_amount and known is not None and known.aggregation.startswith("sum")


def _complete(
    figures: Figures, measure: Measure, divided: list[Divided]
) -> Iterator[tuple[int, list[float]]]:
    for column in measure.columns.values():
        for code, children in divided:
            if code in column and all(child in column for child in children):
                yield column[code], [figures.values[column[child]] for child in children]


def _sums(figures: Figures, measure: Measure, divided: list[Divided]) -> Iterator[Finding]:
    tied = measure.indicator is not None and measure.indicator.aggregation == "sum"
    percent = limit("A03", "tied" if tied else "untied")
    for whole, parts in _complete(figures, measure, divided):
        total, value = sum(parts), figures.values[whole]
        # What a city raises or spends itself is in the city's figure and in no county's.
        apart = total - value if tied else abs(total - value)
        if apart > abs(value) * percent / 100 and not agree(total, value, [*parts, value]):
            yield Finding("A03", whole, value, tidy(total))


def _growths(figures: Figures, measure: Measure, divided: list[Divided]) -> Iterator[Finding]:
    slack = limit("A13", "points") + 1e-9
    for whole, parts in _complete(figures, measure, divided):
        low, high = min(parts), max(parts)
        if not low - slack <= figures.values[whole] <= high + slack:
            yield Finding("A13", whole, between(low, high))
