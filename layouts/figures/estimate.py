"""A model's estimate beside the figures it is made from: dashed, in the band it may err in."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.figures.axes import Figure
from layouts.figures.marks import Curve
from layouts.figures.timeline import timeline
from layouts.theme import Style

_BAND = "rgba(255, 194, 77, 0.22)"
"""The second colour of lines, so thin that the line within stands out."""


def estimated(
    actual: Curve, estimate: Curve, band: Sequence[Curve], said: str, style: Style
) -> Figure:
    """Draw figures as they are, the estimate dashed, and between two curves of `band` its bounds.

    `said` stands within the picture, so that none is taken away without it.
    """
    figure = timeline([actual, estimate, *band], style)
    line, layout = figure["data"][1], figure["layout"]
    line["line"] = {**line["line"], "dash": "dash"}
    line["marker"] = {**line["marker"], "opacity": 0}
    for bound in figure["data"][2:]:
        bound |= {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
        bound.pop("hovertemplate")
    if band:
        figure["data"][3] |= {"fill": "tonexty", "fillcolor": _BAND}
        figure["data"] = [*figure["data"][2:], *figure["data"][:2]]
    layout["annotations"] = [*layout["annotations"][:2], _said(said, style)]
    layout["margin"]["r"] = max(style.em(c.name) for c in (actual, estimate)) + style.label
    return figure


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
