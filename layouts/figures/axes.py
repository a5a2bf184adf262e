"""What every cartesian figure shares: face, margins, a quiet grid and round ticks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import ceil, floor, log10
from typing import Any

from cockpit.wording import number, on_screen
from layouts.theme import FONT, Style

Figure = dict[str, Any]
_STEPS = (1, 2, 2.5, 5, 10)


def ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Round values from at or below `low` to at or above `high`, at most `most` of them."""
    span = high - low or abs(high) or 1.0
    base = 10 ** floor(log10(span / max(most - 1, 1)))
    for step in (base * factor * scale for scale in (1, 10) for factor in _STEPS):
        first, last = floor(low / step), ceil(high / step)
        if last - first + 1 <= most:
            exact = Decimal(repr(step))
            return [float(exact * n) for n in range(first, max(last, first + 1) + 1)]
    return [low, high]


def tick_text(values: Sequence[float]) -> list[str]:
    """Write ticks with as many decimals as their steps need, at most two."""
    decimals = next((d for d in (0, 1) if all(round(v, d) == v for v in values)), 2)
    return [on_screen(number(value, decimals)) for value in values]


def value_axis(values: Sequence[float], style: Style) -> Figure:
    """A vertical axis over these values, without a line of its own."""
    at = ticks(min(values), max(values))
    room = (at[-1] - at[0]) * 0.04
    return {
        "range": [at[0] - room, at[-1] + room],
        "tickvals": at,
        "ticktext": tick_text(at),
        "showline": False,
        "zeroline": at[0] < 0 < at[-1],
        "zerolinecolor": style.palette.zero,
        "zerolinewidth": 1.5,
        "gridcolor": style.palette.grid,
        "gridwidth": 1,
        "ticklabelstandoff": style.label // 3,
        "ticklabeloverflow": "allow",
        "fixedrange": True,
    }


def left_margin(axis: Figure, style: Style) -> float:
    """The room the axis's longest label takes."""
    return max(style.em(text) for text in axis["ticktext"]) + style.label * 0.6


def layout(style: Style, *, left: float, below: float, right: float = 0.0) -> Figure:
    """The common layout; fonts are given once and inherited."""
    palette = style.palette
    return {
        "font": {"family": FONT, "size": style.label, "color": palette.text_3},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": left, "r": max(style.inset, right), "t": style.inset, "b": below, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": palette.raised,
            "bordercolor": palette.zero,
            "font": {"family": FONT, "size": style.label, "color": palette.text},
        },
    }
