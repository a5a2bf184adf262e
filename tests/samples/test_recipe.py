"""The recipe behind the samples: printing, judging, and building the same bytes again."""

import os
from pathlib import Path

import pytest

from data.samples.recipe.__main__ import build
from data.samples.recipe.numbers import one_decimal, plain
from data.samples.recipe.withheld import SourceChangedError, judge

SPECIMENS = os.environ.get("COCKPIT_SPECIMENS")
SAMPLES = Path(__file__).parents[2] / "data" / "samples"


@pytest.mark.parametrize(
    ("found", "printed"),
    [("102.28", "102.3"), ("-0.06", "-0.1"), ("50.00", "50.0"), ("17.25", "17.25")],
)
def test_rates_are_printed_with_one_decimal_unless_that_would_be_a_guess(found, printed):
    assert one_decimal(found) == printed


def test_levels_lose_only_needless_zeros():
    assert [plain(text) for text in ("28203989.00", "9111.50", "100")] == [
        "28203989",
        "9111.5",
        "100",
    ]


def test_a_judgement_does_not_outlive_the_figure_it_was_made_about():
    series = "货币和准货币(M2)供应量_期末值(亿元)"
    assert judge(series, "200407", "234842.40") == ""
    assert judge(series, "200408", "239729.19") is None
    with pytest.raises(SourceChangedError):
        judge(series, "200407", "238100.00")


@pytest.mark.skipif(SPECIMENS is None, reason="COCKPIT_SPECIMENS names no folder")
def test_building_again_gives_the_same_bytes(tmp_path: Path):
    (tmp_path / "county").mkdir()
    build(Path(str(SPECIMENS)), tmp_path)
    assert (tmp_path / "manifest.toml").read_bytes() == (SAMPLES / "manifest.toml").read_bytes()
