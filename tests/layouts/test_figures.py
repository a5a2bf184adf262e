import copy
from itertools import pairwise
from urllib.parse import unquote

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts import geo
from layouts.figures.axes import ticks
from layouts.figures.choropleth import Shade, choropleth, cuts, scale
from layouts.figures.columns import columns, spoken
from layouts.figures.lines import ends, lines, spread
from layouts.figures.marks import Curve, Mark
from layouts.figures.sparkline import sparkline
from layouts.theme import DARK, DESK, WALL

DECEMBER = 2023 * 12 + 11


def curve(*values: float, name: str = "总额", step: int = 1, last: int = DECEMBER) -> Curve:
    first = last - step * (len(values) - 1)
    marks = (Mark(first + n * step, v, f"{v}", f"key{n}") for n, v in enumerate(values))
    return Curve(name, tuple(marks), step)


def at(*months: int, merged: bool = False) -> Curve:
    marks = tuple(Mark(month, 1.0, "", "") for month in months)
    return Curve("", marks, merged_january=merged)


FIGURES = {
    "lines": lambda: lines([curve(3.0, 2.9, -0.4), curve(1.0, 2.0, 3.0)], WALL),
    "columns": lambda: columns(curve(8.1, 2.5, 5.2, step=3), DESK, 1),
    "choropleth": lambda: choropleth(
        [Shade("110000", 1.0, "北京"), Shade("320000", 9.0, "江苏"), Shade("710000", None, "台湾")],
        [5.0],
        geo.outline(),
        geo.ADDRESS,
        WALL,
        "320000",
    ),
}


@pytest.mark.parametrize("draw", FIGURES.values(), ids=FIGURES)
def test_plotly_accepts_the_figure_and_drawing_is_pure(draw):
    figure = draw()
    before = copy.deepcopy(figure)
    go.Figure(figure)
    assert figure == before == draw()


def test_a_missing_month_is_a_gap():
    assert [m and m.month for m in at(10, 11, 13, 14).runs()] == [10, 11, None, 13, 14]


def test_january_is_not_missing_where_february_covers_it():
    december = 2022 * 12 + 11
    months = (december, december + 2)
    assert [m and m.month for m in at(*months, merged=True).runs()] == list(months)
    assert at(*months).runs()[1] is None
    assert at(december - 2, december, merged=True).runs()[1] is None


def test_a_gap_reaches_the_chart_as_nothing_and_never_as_zero():
    trace = lines([at(10, 11, 14)], WALL)["data"][0]
    assert trace["y"] == [1.0, 1.0, None, 1.0]


def test_five_lines_are_refused():
    with pytest.raises(ValueError, match="5 curves"):
        lines([curve(1.0)] * 5, WALL)


def test_columns_stand_on_zero_and_tell_last_highest_and_lowest():
    figure = columns(curve(8.1, 4.8, 2.5, 3.0, 5.2, step=3), WALL, 1)
    assert figure["layout"]["yaxis"]["range"][0] <= 0
    assert figure["data"][0]["text"] == ["8.1", "", "2.5", "", "5.2"]
    assert spoken(curve(1.0, 1.0).marks, 1) == {0, 1}


MAGNITUDES = st.floats(-1e9, 1e9, allow_subnormal=False)


@given(MAGNITUDES, MAGNITUDES, st.integers(3, 6))
def test_ticks_hold_the_values_between_them(a: float, b: float, most: int):
    low, high = min(a, b), max(a, b)
    found = ticks(low, high, most)
    room = max(abs(low), abs(high), 1e-9) * 1e-9
    assert found == sorted(found)
    assert found[0] <= low + room
    assert found[-1] >= high - room
    assert 2 <= len(found) <= most + 1


@given(st.lists(st.floats(0, 1), min_size=1, max_size=4), st.floats(0.05, 0.3))
def test_names_at_the_ends_of_lines_never_collide(wanted: list[float], gap: float):
    places = spread(sorted(wanted), gap)
    assert all(later - earlier >= gap - 1e-9 for earlier, later in pairwise(places))
    assert max(places) <= 1.0
    assert min(places) >= min(0.0, 1 - gap * (len(places) - 1)) - 1e-9


def test_names_keep_the_order_of_the_last_values():
    curves = [curve(1.0, 3.0), curve(5.0, 5.0), curve(0.0, 3.1)]
    middle, top, above = ends(curves, lines(curves, WALL), 0.2)
    assert top < above < middle


@given(st.lists(st.floats(1, 1e6), max_size=40))
def test_classes_are_parted_by_rising_values_within_the_data(values: list[float]):
    found = cuts(values)
    assert found == sorted(set(found))
    assert len(found) <= 4
    assert all(min(values) < cut <= max(values) for cut in found)


def test_every_class_has_a_colour_of_its_own_lightest_for_most():
    assert scale(5, WALL) == list(DARK.sequence)
    assert scale(2, WALL) == [DARK.sequence[0], DARK.sequence[-1]]


def test_an_area_without_a_figure_is_not_in_the_shaded_trace():
    hatched, shaded = FIGURES["choropleth"]()["data"][:2]
    assert hatched["locations"] == ["710000"]
    assert shaded["locations"] == ["110000", "320000"]
    assert shaded["z"] == [0, 1]


def test_every_area_of_the_map_is_in_the_catalogue(catalog):
    assert set(geo.provinces()) == {area.code for area in catalog.areas.children("000000")}


def test_a_sparkline_lifts_its_pen_where_a_figure_is_missing():
    drawn = unquote(sparkline([1.0, 2.0, None, 3.0, 2.0], DARK))
    assert drawn.count("M") == 2
    assert drawn.count("L") == 2
    assert drawn.count("<circle") == 1
    assert "<circle" not in sparkline([None, None], DARK)
