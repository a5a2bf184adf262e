import copy
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from layouts.figures.axes import ticks
from layouts.figures.lines import ends, lines, spread
from layouts.figures.marks import Curve, Mark
from layouts.theme import DESK
from layouts.wall.classes import cuts

DECEMBER = 2023 * 12 + 11


def curve(*values: float, name: str = "总额", step: int = 1, last: int = DECEMBER) -> Curve:
    first = last - step * (len(values) - 1)
    marks = (Mark(first + n * step, v, f"{v}", f"key{n}") for n, v in enumerate(values))
    return Curve(name, tuple(marks), step)


def at(*months: int, merged: bool = False) -> Curve:
    marks = tuple(Mark(month, 1.0, "", "") for month in months)
    return Curve("", marks, merged_january=merged)


FIGURES = {"lines": lambda: lines([curve(3.0, 2.9, -0.4), curve(1.0, 2.0, 3.0)], DESK)}


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
    trace = lines([at(10, 11, 14)], DESK)["data"][0]
    assert trace["y"] == [1.0, 1.0, None, 1.0]


def test_five_lines_are_refused():
    with pytest.raises(ValueError, match="5 curves"):
        lines([curve(1.0)] * 5, DESK)


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
    middle, top, above = ends(curves, lines(curves, DESK), 0.2)
    assert top < above < middle


@given(st.lists(st.floats(1, 1e6), max_size=40))
def test_classes_are_parted_by_rising_values_within_the_data(values: list[float]):
    found = cuts(values)
    assert found == sorted(set(found))
    assert len(found) <= 4
    assert all(min(values) < cut <= max(values) for cut in found)
