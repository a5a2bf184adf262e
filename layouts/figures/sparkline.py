"""A sparkline as a picture of its own: no axis, no script, sharp at any size."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from layouts.theme import Palette

WIDTH, HEIGHT, EDGE = 120, 48, 5


def sparkline(values: Sequence[float | None], palette: Palette) -> str:
    """Draw values at even steps as an SVG data address; None is a gap, the last value a dot."""
    places = _places(values)
    drawn = "".join(
        _step(before, place) for before, place in zip((None, *places), places, strict=False)
    )
    last = next((place for place in reversed(places) if place), None)
    dot = f'<circle cx="{last[0]}" cy="{last[1]}" r="4.5" fill="{palette.text}"/>' if last else ""
    line = f'<path d="{drawn}" fill="none" stroke="{palette.series[0]}" stroke-width="3" '
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'{line}stroke-linejoin="round" stroke-linecap="round"/>{dot}</svg>'
    )
    return f"data:image/svg+xml,{quote(svg)}"


def _places(values: Sequence[float | None]) -> list[tuple[float, float] | None]:
    known = [value for value in values if value is not None]
    if not known:
        return []
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    tall = HEIGHT - 2 * EDGE
    return [
        None
        if value is None
        else (round(EDGE + index * step, 1), round(HEIGHT - EDGE - (value - low) / span * tall, 1))
        for index, value in enumerate(values)
    ]


def _step(before: tuple[float, float] | None, place: tuple[float, float] | None) -> str:
    return "" if place is None else f"{'L' if before else 'M'}{place[0]} {place[1]}"
