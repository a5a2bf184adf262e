"""Where the name of an area stands on a map: in its widest place, near its middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cockpit.boundaries import Place

LINES = 12
_OFF_MIDDLE = 0.5
"""How much narrower a place in the middle may be than one at the edge."""

Rings = Sequence[Sequence[Place]]


def spot(rings: Rings) -> list[int]:
    """The middle of the widest place of a shape on a plane, and its width and height there."""
    x, y, width = max(_stretches(rings), key=_worth, default=(0.0, 0.0, 0.0, 0.0))[:3]
    upright = [[(b, a) for a, b in ring] for ring in rings]
    heights = [end - start for start, end in _inside(upright, x) if start <= y <= end]
    return [round(one) for one in (x, y, width, max(heights, default=0.0))]


def _stretches(rings: Rings) -> Iterator[tuple[float, float, float, float]]:
    """What lies inside on lines across: middle, line, width, how far the line is off the centre."""
    heights = [y for ring in rings for _x, y in ring]
    top, tall = min(heights), max(heights) - min(heights)
    for number in range(1, LINES):
        y = top + tall * number / LINES
        for start, end in _inside(rings, y):
            yield (start + end) / 2, y, end - start, abs(2 * number / LINES - 1)


def _worth(stretch: tuple[float, float, float, float]) -> float:
    _x, _y, width, off = stretch
    return width * (1 - _OFF_MIDDLE * off)


def _inside(rings: Rings, y: float) -> list[tuple[float, float]]:
    """Where a level line runs inside, by the even-odd rule."""
    crossed = sorted(
        a + (y - b) * (c - a) / (d - b)
        for ring in rings
        for (a, b), (c, d) in pairwise(ring)
        if (b <= y) != (d <= y)
    )
    return list(zip(crossed[::2], crossed[1::2], strict=True))
