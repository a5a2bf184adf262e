"""Lines over time for a desk: each named at its end, as many years named as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from layouts.figures.axes import Figure
from layouts.figures.lines import ends, lines
from layouts.figures.marks import Curve
from layouts.theme import Style


def strokes(curves: Sequence[Curve], style: Style) -> Figure:
    """Draw curves without their names, which stand elsewhere."""
    figure = lines(curves, style)
    layout = figure["layout"]
    if all(curve.step == 12 for curve in curves):
        layout |= {"xaxis": layout["xaxis"] | _years(curves), "shapes": []}
        layout["margin"]["r"] = max(style.inset, style.em("2024") / 2)
    _thin_out(layout, style)
    _show_lone_figures(figure)
    return figure


@dataclass(frozen=True, slots=True)
class Ramps(Curve):
    """Cumulative figures: every year begins anew, and no line falls from one to the next."""

    def _follows(self, before: int, month: int) -> bool:
        return before // 12 == month // 12 and Curve._follows(self, before, month)


def timeline(curves: Sequence[Curve], style: Style) -> Figure:
    """Draw curves with their names to the right of their last figures."""
    figure = strokes(curves, style)
    layout = figure["layout"]
    if len(curves) > 1:
        layout["margin"]["r"] = max(style.em(curve.name) for curve in curves) + style.label
        layout["annotations"] = _names(curves, figure, style)
    return figure


def in_step(figures: Sequence[Figure]) -> None:
    """Put figures that stand above one another on the same months, named alike."""
    if not figures:
        return
    axes = [figure["layout"]["xaxis"] for figure in figures]
    longest = max(axes, key=lambda axis: axis["range"][1] - axis["range"][0])
    low = min(axis["range"][0] for axis in axes)
    high = max(axis["range"][1] for axis in axes)
    margins = [figure["layout"]["margin"] for figure in figures]
    sides = {side: max(margin[side] for margin in margins) for side in ("l", "r")}
    shapes = next(f["layout"]["shapes"] for f in figures if f["layout"]["xaxis"] is longest)
    for figure in figures:
        layout = figure["layout"]
        layout["xaxis"] = {**longest, "range": [low, high]}
        layout["margin"] |= sides
        layout["shapes"] = shapes


def _show_lone_figures(figure: Figure) -> None:
    """A figure without neighbours has no line: it stands as a dot."""
    for trace in figure["data"]:
        x = [None, *trace["x"], None]
        lone = [x[i - 1] is None and x[i + 1] is None for i in range(1, len(x) - 1)]
        shown = zip(trace["marker"]["opacity"], lone, strict=True)
        trace["marker"]["opacity"] = [max(opacity, alone) for opacity, alone in shown]


def _years(curves: Sequence[Curve]) -> Figure:
    """Yearly figures stand at a tick of their own, each with a little room beside."""
    months = sorted({mark.month for curve in curves for mark in curve.marks})
    return {
        "range": [months[0] - 5, months[-1] + 5],
        "ticklabeloverflow": "allow",
        "tickvals": months,
        "ticktext": [str(month // 12) for month in months],
    }


def _thin_out(layout: Figure, style: Style) -> None:
    """Name every second or third year where all would not fit; the latest always is."""
    axis = layout["xaxis"]
    every = -(-len(axis["tickvals"]) // style.years)
    if every > 1:
        axis |= {name: axis[name][::-1][::every][::-1] for name in ("tickvals", "ticktext")}
        layout["shapes"] = []


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
