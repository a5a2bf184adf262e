"""Figures, periods and changes in the idiom of official releases."""

from __future__ import annotations

import re

import pytest

from cockpit.period import Period
from cockpit.wording import (
    NOTHING,
    change_words,
    growth_words,
    number,
    on_screen,
    period_words,
    points_words,
    rounded,
    sign_words,
    signed,
)

ZH = "zh_CN"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0.25, 1, "0.3"),
        (2.675, 2, "2.68"),
        (-0.25, 1, "-0.3"),
        (-0.04, 1, "0.0"),
        (-0.0, 0, "0"),
        (1e-7, 2, "0.00"),
        (1234567.5, 0, "1234568"),
        (12, 2, "12.00"),
        (None, 1, NOTHING),
    ],
)
def test_figures_are_rounded_half_up_on_their_text(
    value: float | None, decimals: int, text: str
) -> None:
    assert number(value, decimals) == text


def test_a_sign_stands_only_before_what_is_not_zero() -> None:
    assert [signed(v, 1) for v in (3.0, -1.25, 0.04, -0.04, None)] == [
        "+3.0", "-1.3", "0.0", "0.0", NOTHING,
    ]  # fmt: skip
    assert on_screen(signed(-1.25, 1)) == "−1.3"


@pytest.mark.parametrize(
    ("freq", "time", "accumulation", "chinese", "english"),
    [
        ("M", "2023-12", "ytd", "2023年1—12月", "Jan–Dec 2023"),
        ("M", "2024-02", "ytd", "2024年1—2月", "Jan–Feb 2024"),
        ("M", "2024-01", "ytd", "2024年1月", "Jan 2024"),
        ("M", "2024-10", "period", "2024年10月", "Oct 2024"),
        ("M", "2024-10", "stock", "2024年10月末", "end of Oct 2024"),
        ("Q", "2023-Q3", "ytd", "2023年前三季度", "Q1–Q3 2023"),
        ("Q", "2023-Q2", "ytd", "2023年上半年", "H1 2023"),
        ("Q", "2023-Q1", "ytd", "2023年一季度", "Q1 2023"),
        ("Q", "2023-Q4", "ytd", "2023年", "2023"),
        ("Q", "2023-Q3", "period", "2023年三季度", "Q3 2023"),
        ("Q", "2023-Q4", "period", "2023年四季度", "Q4 2023"),
        ("Q", "2023-Q3", "stock", "2023年三季度末", "end of Q3 2023"),
        ("Q", "2023-Q4", "stock", "2023年末", "end of 2023"),
        ("A", "2023", "period", "2023年", "2023"),
        ("A", "2023", "stock", "2023年末", "end of 2023"),
    ],
)
def test_periods_are_named_as_in_releases(
    freq: str, time: str, accumulation: str, chinese: str, english: str
) -> None:
    period = Period.parse(freq, time, accumulation)
    assert period_words(period, freq, accumulation, ZH) == chinese  # type: ignore[arg-type]
    assert period_words(period, freq, accumulation, "en") == english  # type: ignore[arg-type]


def test_a_single_period_that_covers_several_months_shows_them() -> None:
    january_february, second_and_third_quarter = Period(2024 * 12, 2), Period(2024 * 12 + 3, 6)
    assert period_words(january_february, "M", "period", ZH) == "2024年1—2月"
    assert period_words(second_and_third_quarter, "Q", "period", ZH) == "2024年4—9月"


@pytest.mark.parametrize(
    ("value", "words"),
    [(3.0, "增长3.0%"), (-3.2, "下降3.2%"), (-0.04, "持平"), (0.05, "增长0.1%"), (None, NOTHING)],
)
def test_growth_has_its_verb_from_the_rounded_figure(value: float | None, words: str) -> None:
    assert growth_words(value, ZH) == words


def test_prices_rise() -> None:
    assert [growth_words(v, ZH, price=True) for v in (0.2, -0.3)] == ["上涨0.2%", "下降0.3%"]


def test_a_ratio_changes_in_percentage_points() -> None:
    assert [points_words(d, ZH) for d in (0.5, -0.2, 0.0, None)] == [
        "提高0.5个百分点", "下降0.2个百分点", "持平", NOTHING,
    ]  # fmt: skip
    assert points_words(-0.19, ZH, decimals=2) == "下降0.19个百分点"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (5.9, 5.4, "加快0.5个百分点"),
        (5.4, 5.9, "回落0.5个百分点"),
        (5.4, 5.4, "与上期持平"),
        (0.3, 0.0, "加快0.3个百分点"),
        (-2.0, -3.1, "降幅收窄1.1个百分点"),
        (-3.1, -2.0, "降幅扩大1.1个百分点"),
        (0.1, -0.2, "由负转正"),
        (-0.1, 0.2, "由正转负"),
        (0.0, -0.4, "上期为下降0.4%"),
        (0.0, 0.4, "上期为增长0.4%"),
        (-0.4, 0.0, "上期为持平"),
        (None, 0.4, NOTHING),
        (0.4, None, NOTHING),
    ],
)
def test_two_growth_rates_compare_in_words(
    now: float | None, before: float | None, words: str
) -> None:
    assert change_words(now, before, ZH) == words


def test_the_change_is_that_of_the_published_figures() -> None:
    assert change_words(5.449, 5.351, ZH) == "与上期持平"
    assert change_words(5.45, 5.44, ZH) == "加快0.1个百分点"


def test_a_rise_after_a_fall_is_a_recovery() -> None:
    assert change_words(5.2, 4.9, ZH, earlier=5.5) == "回升0.3个百分点"
    assert change_words(5.2, 4.9, ZH, earlier=4.6) == "加快0.3个百分点"


@pytest.mark.parametrize(
    ("now", "base", "words"),
    [
        (3, -2, "由亏转盈"),
        (-3, 2, "由盈转亏"),
        (-3, -2, "增亏50.0%"),
        (-1, -2, "减亏50.0%"),
        (-2, -2, "亏损额持平"),
        (5, 0, "上年同期为0"),
    ],
)
def test_across_zero_there_are_words_and_no_rate(now: float, base: float, words: str) -> None:
    assert sign_words(now, base, ZH) == words


@pytest.mark.parametrize("value", [0.0005, 2.675, 1e16 + 0.5, -123456.785])
def test_rounding_never_moves_a_figure_by_more_than_half(value: float) -> None:
    assert abs(float(rounded(value, 2)) - value) <= 0.005 + abs(value) * 1e-15


def test_english_has_no_chinese_left() -> None:
    said = [change_words(1.0, -1.0, "en"), growth_words(3.0, "en"), sign_words(1, -1, "en")]
    assert not re.search(r"[一-鿿]", "".join(said))
