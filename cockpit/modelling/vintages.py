"""How an adjustment revises itself: what it first said of a figure, and what it says now.

Adjusting with every new figure re-estimates the whole history; two vintages are never mixed in
one line. The vintage of any day is had by asking as known on that day.
"""

from __future__ import annotations

from dataclasses import dataclass

from cockpit.modelling.adjust import Adjusted, adjust
from cockpit.modelling.festival import festivals
from cockpit.period import Period

LAST = 12


@dataclass(frozen=True, slots=True)
class Revised:
    """One figure's adjustment when it was the latest, and with all figures known since."""

    span: Period
    first: float
    latest: float


def revised(found: Adjusted, last: int = LAST) -> tuple[Revised, ...]:
    """The latest figures adjusted anew at each step, each with only what was known by then."""
    figures = found.figures
    counts = range(max(len(figures) - last, 3 * figures.steps), len(figures))
    return tuple(
        Revised(
            figures.spans[count - 1],
            adjust(figures.until(count), festivals()).values[-1],
            found.values[count - 1],
        )
        for count in counts
    )
