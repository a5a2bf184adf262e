"""Periods: text and span say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.period import Period

TIMES = st.one_of(
    st.tuples(st.just("A"), st.integers(1949, 2100).map(str)),
    st.tuples(st.just("Q"), st.builds("{}-Q{}".format, st.integers(1949, 2100), st.integers(1, 4))),
    st.tuples(
        st.just("M"), st.builds("{}-{:02d}".format, st.integers(1949, 2100), st.integers(1, 12))
    ),
)


@given(TIMES, st.sampled_from(["period", "ytd", "stock"]))
def test_text_survives_the_span(time: tuple[str, str], accumulation: str) -> None:
    freq, text = time
    assert Period.parse(freq, text, accumulation).time_period(freq) == text


@pytest.mark.parametrize(
    ("freq", "text", "accumulation", "span"),
    [
        ("M", "2024-06", "period", "2024-06:1"),
        ("Q", "2024-Q2", "period", "2024-04:3"),
        ("M", "2024-02", "ytd", "2024-01:2"),
        ("M", "2024-06", "ytd", "2024-01:6"),
        ("Q", "2024-Q2", "ytd", "2024-01:6"),
        ("A", "2024", "period", "2024-01:12"),
        ("A", "2024", "stock", "2024-12:1"),
    ],
)
def test_spans_are_those_of_the_design(freq: str, text: str, accumulation: str, span: str) -> None:
    assert str(Period.parse(freq, text, accumulation)) == span


@pytest.mark.parametrize(("freq", "text"), [("M", "2024"), ("Q", "2024-10"), ("A", "2024-13")])
def test_a_text_of_another_frequency_is_refused(freq: str, text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Period.parse(freq, text)
