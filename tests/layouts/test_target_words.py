"""Targets of a year as the wall says them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cockpit.catalog import Catalog
from cockpit.position import Progress, Target
from layouts.wall import target_words

TARGET = Target(
    year=2024, area="370400", indicator="budget_revenue", breakdown=(), measure="level",
    unit="亿元", value=1302000.0, bound="at_least", near=5.0, adopted=date(2024, 1, 20), source="x",
)  # fmt: skip
RATE = replace(TARGET, indicator="gdp", measure="yoy", unit="%", value=5.5, bound="around")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (TARGET, "1302000 亿元以上"),
        (replace(TARGET, value=0.5), "0.5 亿元以上"),
        (RATE, "5.5%左右"),
        (replace(RATE, value=-3.0, bound="at_most"), "−3%以下"),
        (replace(RATE, value=3.0, bound="around_at_most"), "3%左右"),
    ],
)
def test_a_target_is_written_out_in_full(catalog: Catalog, target: Target, words: str) -> None:
    assert target_words.meant(catalog, target) == words


@pytest.mark.parametrize(
    ("target", "known", "words"),
    [
        (TARGET, {"completion": 92.1, "gap": 0.43}, "快于序时进度0.4个百分点"),
        (TARGET, {"completion": 86.7, "gap": -5.0}, "慢于序时进度5.0个百分点"),
        (TARGET, {"completion": 50.0, "gap": 0.04}, "与序时进度持平"),
        (RATE, {"gap": -0.3}, "低于目标0.3个百分点"),
        (RATE, {"gap": 0.2}, "高于目标0.2个百分点"),
        (RATE, {"gap": 0.0}, "与目标持平"),
    ],
)
def test_the_pace_of_amounts_and_of_rates(target: Target, known: Any, words: str) -> None:
    assert target_words.pace(Progress(target=target, **known)) == words
