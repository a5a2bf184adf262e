"""Lines over time, at most four, each named beside its end."""

from __future__ import annotations

from collections.abc import Sequence

from layouts.figures.axes import Figure, layout, left_margin, value_axis
from layouts.figures.marks import Curve, Mark, month_axis, year_borders
from layouts.theme import Style

MOST = 4


def lines(curves: Sequence[Curve], style: Style) -> Figure:
    """Draw curves over months; a missing figure is a gap, the last one a dot."""
    if len(curves) > MOST:
        raise ValueError(f"{len(curves)} curves; at most {MOST} can be told apart")
    marks = [mark for curve in curves for mark in curve.marks]
    months, values = [mark.month for mark in marks], [mark.value for mark in marks]
    vertical = value_axis(values, style)
    return {
        "data": [
            _trace(curve, colour, style)
            for curve, colour in zip(curves, style.palette.series, strict=False)
        ],
        "layout": {
            **layout(style, left=left_margin(vertical, style), below=style.label * 1.5),
            "xaxis": month_axis(months, style),
            "yaxis": vertical,
            "shapes": year_borders(months, style),
        },
    }


def ends(curves: Sequence[Curve], figure: Figure, gap: float) -> list[float]:
    """Where the name of each curve stands: shares of the plotting area from the top down.

    Names keep the order of the curves' last values and `gap` between them.
    """
    low, high = figure["layout"]["yaxis"]["range"]
    wanted = [(high - curve.marks[-1].value) / (high - low) for curve in curves]
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    places = spread([wanted[index] for index in order], gap)
    return [places[order.index(index)] for index in range(len(wanted))]


def spread(wanted: Sequence[float], gap: float) -> list[float]:
    """Move rising places within 0 and 1 apart until `gap` lies between neighbours.

    Where there is no room for that, they are spaced evenly.
    """
    if len(wanted) < 2:
        return list(wanted)
    gap = min(gap, 1 / (len(wanted) - 1))
    places: list[float] = []
    for at in wanted:
        places.append(max(at, places[-1] + gap) if places else at)
    limit = 1.0
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], limit)
        limit = places[index] - gap
    return places


def _trace(curve: Curve, colour: str, style: Style) -> Figure:
    runs = curve.runs()
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": curve.name,
        "x": [_or_none(mark, "month") for mark in runs],
        "y": [_or_none(mark, "value") for mark in runs],
        "text": [mark.words if mark else "" for mark in runs],
        "customdata": [mark.trail if mark else None for mark in runs],
        "hovertemplate": "%{text}<extra></extra>",
        "line": {"color": colour, "width": style.line},
        "marker": {"color": colour, "size": style.dot, "opacity": _only_last(len(runs))},
    }


def _or_none(mark: Mark | None, field: str) -> float | None:
    return None if mark is None else getattr(mark, field)


def _only_last(count: int) -> list[int]:
    return [0] * (count - 1) + [1] * (count > 0)
