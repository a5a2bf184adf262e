"""The Spring Festival's window, its regressor, and its effect where there is one."""

from __future__ import annotations

from collections.abc import Callable
from math import sin
from pathlib import Path

import pytest

from cockpit.errors import ArithmeticRefused, CatalogueFault
from cockpit.modelling import festivals
from cockpit.modelling.effect import festival_effect
from cockpit.modelling.regular import Regular
from cockpit.period import Period


@pytest.mark.parametrize(
    ("year", "shares"),
    [
        (2024, {2: 1.0}),
        (2025, {1: 0.35, 2: 0.65}),
        (2026, {2: 0.8, 3: 0.2}),
        (2018, {2: 0.85, 3: 0.15}),
        (2019, {2: 1.0}),
    ],
)
def test_the_window_falls_into_months(year: int, shares: dict[int, float]) -> None:
    assert festivals().shares(year) == pytest.approx(shares)


def test_the_regressor_of_every_span_is_nothing_on_average() -> None:
    for month, length in ((0, 1), (1, 1), (2, 1), (0, 2), (0, 3)):
        spans = [Period(year * 12 + month, length) for year in range(1990, 2051)]
        assert sum(festivals().regressor(spans)) == pytest.approx(0, abs=1e-9)


def test_a_year_without_a_date_is_refused() -> None:
    with pytest.raises(ArithmeticRefused, match="2051"):
        festivals().regressor([Period(2051 * 12, 1)])


def test_wrong_dates_are_told_with_their_line(tmp_path: Path) -> None:
    rows = "year,date,source\n2024,2024-02-10,x\n2025,2026-01-29,x\n2026,2月17日,x\n"
    (tmp_path / "spring_festival.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(CatalogueFault, match=r"csv:3: [\s\S]*csv:4: "):
        festivals(tmp_path)


def test_every_date_is_where_a_new_moon_can_be() -> None:
    for year in range(1990, 2051):
        assert set(festivals().shares(year)) <= {1, 2, 3}


def test_an_effect_is_found_where_there_is_one_and_only_there(
    run: Callable[..., Regular],
) -> None:
    spans = run([0.0] * 96).spans
    regressor = festivals().regressor(spans)
    noise = [sin(9.7 * i * i) / 50 for i in range(len(spans))]
    moved = [
        share * -0.3 + i * 0.01 + part
        for i, (share, part) in enumerate(zip(regressor, noise, strict=True))
    ]
    found = festival_effect(moved, regressor, 12)
    assert found.counts
    assert found.size == pytest.approx(-0.3, abs=0.02)
    assert not festival_effect(noise, regressor, 12).counts
    assert festival_effect(noise, regressor, 12).of(regressor) == [0.0] * len(regressor)
