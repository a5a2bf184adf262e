"""A model's estimate beside the figures it is made from: dashed, in the band it may err in."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.figures.axes import Figure
from layouts.figures.marks import Curve, Mark
from layouts.figures.timeline import timeline
from layouts.theme import Style

_BAND = "rgba(255, 194, 77, 0.22)"
"""The second colour of lines, so thin that the line within stands out."""


def estimated(
    actual: Curve, estimate: Curve, band: Sequence[Curve], said: str, style: Style
) -> Figure:
    """Draw figures as they are, the estimate dashed, and its bounds between the curves of `band`.

    `said` stands within the picture, so that none is taken away without it.
    """
    figure = timeline([actual, estimate, *band], style)
    line, layout = figure["data"][1], figure["layout"]
    line["line"] = {**line["line"], "dash": "dash"}
    line["marker"] = {**line["marker"], "opacity": 0}
    figure["data"] = [*([_between(*band)] if band else []), *figure["data"][:2]]
    layout["annotations"] = [*layout["annotations"][:2], _said(said, style)]
    layout["margin"]["r"] = max(style.em(c.name) for c in (actual, estimate)) + style.label
    return figure


def _between(low: Curve, high: Curve) -> Figure:
    """The area between two curves, left open wherever they are."""
    around: list[Mark | None] = []
    for below, above in zip(_pieces(low), _pieces(high), strict=True):
        around += [*below, *reversed(above), None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [mark and mark.month for mark in around],
        "y": [None if mark is None else mark.value for mark in around],
        "line": {"width": 0},
        "fill": "toself",
        "fillcolor": _BAND,
        "hoverinfo": "skip",
    }


def _pieces(curve: Curve) -> list[list[Mark]]:
    """The runs of a curve in which no mark is missing."""
    pieces: list[list[Mark]] = [[]]
    for mark in curve.runs():
        if mark is None:
            pieces.append([])
        else:
            pieces[-1].append(mark)
    return pieces


def _said(text: str, style: Style) -> Figure:
    return {
        "text": text,
        "font": {"color": style.palette.alarm, "size": style.label},
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": style.dot,
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "showarrow": False,
    }
