"""Lines that differ in their month alone tell the same of what a table is about."""

from __future__ import annotations

import pytest

from loaders.undated import undated


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024年1—10月全市主要经济指标", "2025年1—3月全市主要经济指标"),
        ("03 用电情况_202410", "12 用电情况_202502"),
        ("截至 2024年 10 月末", "截至 2023年 9 月末"),
    ],
)
def test_the_month_is_taken_out(one: str, other: str) -> None:
    assert undated(one) == undated(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12345热线", "12315热线"),
        ("2024年1—10月用电情况", "2024年1—10月用水情况"),
        ("1月止累计", "1季度止累计"),
        ("5A级景区", "4A级景区"),
    ],
)
def test_what_is_counted_stays(one: str, other: str) -> None:
    assert undated(one) != undated(other)
