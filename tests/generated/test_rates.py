"""The general reader over workbooks laid as bureaus lay them."""

from __future__ import annotations

import pytest
from score import Tally, report, score, total

SEEDS = range(1000, 1240)


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return score(SEEDS)


def test_nearly_every_figure_is_fully_right(tallies: dict[str, Tally]) -> None:
    assert total(tallies).rates[0] >= 97, report(tallies, 10)


def test_almost_nothing_is_wrong_without_a_question(tallies: dict[str, Tally]) -> None:
    assert total(tallies).rates[1] <= 0.2, report(tallies, 10)


def test_certain_figures_are_not_asked_about(tallies: dict[str, Tally]) -> None:
    assert total(tallies).rates[2] <= 5, report(tallies, 10)
