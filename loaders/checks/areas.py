"""A03 and A13: an area beside all those that make it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cockpit.catalog import Areas
from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout
from loaders.checks.located import between
from loaders.checks.measure import Measure
from loaders.checks.precision import agree, tidy
from loaders.checks.rules import limit

Divided = tuple[str, Sequence[str]]
"""An area's code with those of all areas directly below it."""
_FEWEST = 2


def check_areas(figures: Figures) -> Iterator[Finding]:
    """One issue an area whose parts do not make it up, where every part is in the file."""
    for number, parts, is_tied in figures.layout.ask(_sums):
        yield from _sum(figures, number, parts, is_tied=is_tied)
    for number, parts in figures.layout.ask(_growths):
        yield from _growth(figures, number, parts)


def _sums(layout: Layout) -> Iterator[tuple[int, list[int], bool]]:
    divided = _divided(layout)
    for measure in layout.levels() if divided else ():
        known = measure.indicator
        if known is not None and measure.adds_up:
            for number, parts in _complete(measure, divided):
                yield number, parts, known.aggregation == "sum"


def _growths(layout: Layout) -> Iterator[tuple[int, list[int]]]:
    divided = _divided(layout)
    for measure in layout.of_transformation("yoy") if divided else ():
        if measure.kind[3] == "%" and measure.indicator is not None and not measure.has_rule("S"):
            yield from _complete(measure, divided)


def _divided(layout: Layout) -> list[Divided]:
    """Areas below the country; the nation's accounts are not the sum of its provinces'."""
    areas = layout.catalog.areas
    held = set(layout.areas)
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


def _complete(measure: Measure, divided: list[Divided]) -> Iterator[tuple[int, list[int]]]:
    for column in measure.columns.values():
        for code, children in divided:
            if code in column and all(child in column for child in children):
                yield column[code], [column[child] for child in children]


def _sum(figures: Figures, whole: int, numbers: list[int], *, is_tied: bool) -> Iterator[Finding]:
    percent = limit("A03", "tied" if is_tied else "untied")
    parts, value = [figures.values[number] for number in numbers], figures.values[whole]
    total = sum(parts)
    # What a city raises or spends itself is in the city's figure and in no county's.
    apart = total - value if is_tied else abs(total - value)
    if apart > abs(value) * percent / 100 and not agree(total, value, [*parts, value]):
        yield Finding("A03", whole, value, tidy(total))


def _growth(figures: Figures, whole: int, numbers: list[int]) -> Iterator[Finding]:
    parts, slack = [figures.values[number] for number in numbers], limit("A13", "points") + 1e-9
    low, high = min(parts), max(parts)
    if not low - slack <= figures.values[whole] <= high + slack:
        yield Finding("A13", whole, between(low, high))
