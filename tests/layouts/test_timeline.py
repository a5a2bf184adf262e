import plotly.graph_objects as go

from layouts.figures.marks import Curve, Mark
from layouts.figures.timeline import Ramps, in_step, timeline
from layouts.theme import DESK


def marks(*months: int) -> tuple[Mark, ...]:
    return tuple(
        Mark(month, float(month), f"{month}", "gdp|000000|M|ytd|level||2024-01") for month in months
    )


def test_cumulative_figures_begin_anew_every_year():
    december = 2023 * 12 + 11
    ramp = timeline([Ramps("", marks(december - 1, december, december + 1, december + 2))], DESK)
    line = timeline([Curve("", marks(december - 1, december, december + 1, december + 2))], DESK)
    assert ramp["data"][0]["x"] == [december - 1, december, None, december + 1, december + 2]
    assert None not in line["data"][0]["x"]


def test_a_figure_without_neighbours_is_seen():
    figure = timeline([Curve("", marks(24_000, 24_010, 24_020, 24_021))], DESK)
    assert figure["data"][0]["x"] == [24_000, None, 24_010, None, 24_020, 24_021]
    assert figure["data"][0]["marker"]["opacity"] == [1, 0, 1, 0, 0, 1]


def test_two_charts_above_one_another_show_the_same_months():
    long = timeline([Curve("", marks(*range(24_000, 24_060)))], DESK)
    short = timeline([Curve("", marks(*range(24_030, 24_065)))], DESK)
    in_step([long, short])
    assert long["layout"]["xaxis"] == short["layout"]["xaxis"]
    assert long["layout"]["xaxis"]["range"] == [23_999.4, 24_064.6]
    assert long["layout"]["margin"]["l"] == short["layout"]["margin"]["l"]
    assert go.Figure(long).data[0].customdata[0] == "gdp|000000|M|ytd|level||2024-01"
