"""Columns over time: one series, zero at the foot, words on the columns that matter."""

from __future__ import annotations

from collections.abc import Sequence

from cockpit.wording import number, on_screen
from layouts.figures.axes import Figure, layout, left_margin, value_axis
from layouts.figures.marks import Curve, Mark, month_axis
from layouts.theme import Style

MOST_DIGITS = 4
FEWEST = 4
"""Fewer columns than these stand as if there were room for the rest, not as broad blocks."""


def columns(curve: Curve, style: Style, decimals: int) -> Figure:
    """Draw a column a mark; the last is bright, the last, highest and lowest carry figures."""
    marks = curve.marks
    last = style.em(number(marks[-1].value, decimals))
    vertical = value_axis([0.0, *_with_headroom([mark.value for mark in marks])], style)
    return {
        "data": [_trace(curve, style, decimals)],
        "layout": {
            **layout(
                style, left=left_margin(vertical, style), below=style.label * 1.5, right=last / 3
            ),
            "xaxis": _axis(curve, style),
            "yaxis": vertical,
            "bargap": 0.35,
        },
    }


def spoken(marks: Sequence[Mark], decimals: int) -> set[int]:
    """The indices whose figures are written: last, highest, lowest; long figures only the last."""
    values = [mark.value for mark in marks]
    if len(number(max(values, key=abs), decimals)) > MOST_DIGITS:
        return {len(values) - 1}
    return {len(values) - 1, values.index(max(values)), values.index(min(values))}


def _trace(curve: Curve, style: Style, decimals: int) -> Figure:
    marks, told, palette = curve.marks, spoken(curve.marks, decimals), style.palette
    last = len(marks) - 1
    texts = [
        on_screen(number(mark.value, decimals)) if i in told else "" for i, mark in enumerate(marks)
    ]
    return {
        "type": "bar",
        "name": curve.name,
        "x": [mark.month for mark in marks],
        "y": [mark.value for mark in marks],
        "width": curve.step * 0.64,
        "text": texts,
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"color": palette.text, "size": style.label},
        "hovertext": [mark.words for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [mark.trail for mark in marks],
        "marker": {
            "color": [
                palette.series[0] if i == last else palette.sequence[1] for i in range(last + 1)
            ],
            "cornerradius": 2,
        },
    }


def _axis(curve: Curve, style: Style) -> Figure:
    months = [mark.month for mark in curve.marks]
    axis = month_axis(months, style)
    half = curve.step * 0.6
    first = min(months[0], months[-1] - (FEWEST - 1) * curve.step)
    axis["range"] = [first - half, months[-1] + half]
    if curve.step == 12:
        every = max(1, -(-len(months) // 6))
        named = months[::-1][::every][::-1]
        axis |= {"tickvals": named, "ticktext": [str(month // 12) for month in named]}
    return axis


def _with_headroom(values: Sequence[float]) -> list[float]:
    span = max([*values, 0.0]) - min([*values, 0.0])
    return [value + span * 0.22 * (1 if value >= 0 else -1) for value in values]
