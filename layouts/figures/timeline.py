"""Lines over time for a desk: each named at its end, all figures of one moment read together."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.figures.axes import Figure
from layouts.figures.lines import ends, lines
from layouts.figures.marks import Curve
from layouts.theme import Style


def timeline(curves: Sequence[Curve], style: Style) -> Figure:
    """Draw curves with their names to the right of their last figures."""
    figure = lines(curves, style)
    layout = figure["layout"]
    if len(curves) > 1:
        widest = max(style.em(curve.name) for curve in curves)
        layout["margin"]["r"] = widest + style.label
        layout["annotations"] = _names(curves, figure, style)
    return figure


def _names(curves: Sequence[Curve], figure: Figure, style: Style) -> list[Figure]:
    places = ends(curves, figure, gap=0.09)
    return [
        {
            "text": curve.name,
            "font": {"color": colour, "size": style.label},
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": style.dot,
            "yref": "paper",
            "y": 1 - place,
            "yanchor": "middle",
            "showarrow": False,
        }
        for curve, place, colour in zip(curves, places, style.palette.series, strict=False)
    ]
