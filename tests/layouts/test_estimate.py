"""An estimate in a picture: dashed, within its band, and never without the words that say so."""

from __future__ import annotations

import plotly.graph_objects as go

from layouts.figures.estimate import estimated
from layouts.figures.marks import Curve, Mark
from layouts.theme import DESK

SAID = "模型测算，非统计数据"


def curve(name: str, first: int, *values: float) -> Curve:
    marks = (Mark(first + i, value, name, "") for i, value in enumerate(values))
    return Curve(name, tuple(marks))


ACTUAL = curve("全国", 24_000, 5.0, 6.0, 7.0)
AHEAD = curve("模型测算", 24_002, 7.0, 8.0, 9.0)
BAND = (curve("", 24_002, 7.0, 6.0, 5.0), curve("", 24_002, 7.0, 10.0, 25.0))


def test_an_estimate_is_dashed_and_labelled():
    figure = estimated(ACTUAL, AHEAD, (), SAID, DESK)
    actual, ahead = go.Figure(figure).data
    assert (actual.line.dash, ahead.line.dash) == (None, "dash")
    assert SAID in [note["text"] for note in figure["layout"]["annotations"]]


def test_a_band_lies_behind_the_lines_and_has_room():
    figure = estimated(ACTUAL, AHEAD, BAND, SAID, DESK)
    band, actual, ahead = go.Figure(figure).data
    assert (band.fill, band.line.width) == ("toself", 0)
    assert band.y == (7.0, 6.0, 5.0, 25.0, 10.0, 7.0, None)
    assert (actual.name, ahead.line.dash) == ("全国", "dash")
    assert figure["layout"]["yaxis"]["range"][1] >= 25
    assert [n["text"] for n in figure["layout"]["annotations"]] == ["全国", "模型测算", SAID]


def test_a_band_is_open_where_a_figure_is():
    """From December the line goes on in March."""
    low, high = (
        Curve("", (*curve("", 24_011, at).marks, *curve("", 24_014, at, at).marks))
        for at in (1.0, 2.0)
    )
    (band, *_lines) = go.Figure(estimated(ACTUAL, AHEAD, (low, high), SAID, DESK)).data
    assert band.x == (24_011, 24_011, None, 24_014, 24_015, 24_015, 24_014, None)
