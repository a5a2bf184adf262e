"""R09: ranks that are no places."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.checks.figures import Figures
from loaders.checks.findings import Finding
from loaders.checks.layout import Layout


def check_ranks(figures: Figures) -> Iterator[Finding]:
    """One issue a rank that is no whole number from one on."""
    for number in figures.layout.ask(_ranked):
        value = figures.values[number]
        if value < 1 or value % 1:
            yield Finding("R09", number)


def _ranked(layout: Layout) -> Iterator[int]:
    for measure in layout.of_transformation("rank"):
        yield from measure.numbers()
