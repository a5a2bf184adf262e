"""Thresholds with hysteresis, walked along figures as an economist writes them down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.alarm import Threshold, episodes, load_thresholds
from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.period import Period
from cockpit.series import Point, Selection
from cockpit.settings import DATA

RULE = Threshold(
    id="falling",
    selection=Selection(indicator="cpi", transformation="yoy", freq="M", accumulation="period"),
    where=frozenset({"country"}),
    comparator="below",
    level=0,
    release=0.5,
    consecutive=2,
    since=date(2023, 1, 1),
    bureau="stats",
    reason_zh="降",
    reason_en="falling",
    source="x",
)


def points(*told: tuple[str, float | None], accumulation: str = "period") -> list[Point]:
    return [Point(Period.parse("M", when, accumulation), value, "A") for when, value in told]


def walk(rule: Threshold, *told: tuple[str, float | None], accumulation: str = "period"):
    found = episodes([rule], points(*told, accumulation=accumulation), "M", accumulation, 1)
    return [(str(e.begun.period)[:7], e.released and str(e.released.period)[:7]) for e in found]


def test_set_after_two_running_and_held_until_the_release_value() -> None:
    told = (
        *(("2023-03", -0.1), ("2023-04", 0.2), ("2023-05", -0.3), ("2023-06", -0.2)),
        *(("2023-07", 0.4), ("2023-08", 0.5), ("2023-09", -0.1)),
    )
    assert walk(RULE, *told) == [("2023-06", "2023-08")]


def test_january_and_february_alone_are_neither_judged_nor_in_the_way() -> None:
    told = (("2023-11", 1.0), ("2023-12", -0.1), ("2024-01", 5.0), ("2024-02", 9.0))
    assert walk(RULE, *told, ("2024-03", -0.2)) == [("2024-03", None)]
    assert walk(RULE, ("2024-01", -1.0), ("2024-02", -1.0), ("2024-03", -1.0)) == []
    together = Point(Period.parse("M", "2024-02", "ytd"), -1.0, "A")
    (found,) = episodes([replace(RULE, consecutive=1)], [together], "M", "ytd", 1)
    assert found.begun is together


@pytest.mark.parametrize("hole", [None, "absent"])
def test_a_missing_month_breaks_the_run(hole: str | None) -> None:
    between = [] if hole else [("2023-05", None)]
    assert walk(RULE, ("2023-04", -1.0), *between, ("2023-06", -1.0)) == []


def test_figures_are_judged_as_they_are_shown() -> None:
    once = replace(RULE, consecutive=1)
    assert walk(once, ("2023-05", -0.04)) == []
    assert walk(once, ("2023-05", -0.05)) == [("2023-05", None)]
    above = replace(once, comparator="above", level=3, release=2.8)
    assert walk(above, ("2023-05", 3.0)) == []
    assert walk(above, ("2023-05", 3.1), ("2023-06", 2.9)) == [("2023-05", None)]
    assert walk(above, ("2023-05", 3.1), ("2023-06", 2.8)) == [("2023-05", "2023-06")]


def test_each_figure_is_judged_by_the_row_in_force_at_its_time() -> None:
    first = replace(RULE, consecutive=1)
    stricter = replace(first, level=1, release=1.2, since=date(2023, 6, 15))
    told = points(("2022-12", -9.0), ("2023-05", 0.5), ("2023-06", 0.5))
    (found,) = episodes([first, stricter], told, "M", "period", 1)
    assert (str(found.begun.period), found.threshold) == ("2023-06:1", stricter)


figures = st.lists(st.floats(-3, 3).map(lambda v: round(v, 1)), min_size=1, max_size=24)


@given(figures, st.integers(1, 3))
def test_one_more_figure_never_changes_what_was_before(values: list[float], running: int) -> None:
    rule = replace(RULE, consecutive=running)
    start = Period.parse("M", "2023-03")
    told = [Point(start.shift(n), value, "A") for n, value in enumerate(values)]
    whole, part = (episodes([rule], one, "M", "period", 1) for one in (told, told[:-1]))
    begun = [one.begun for one in whole]
    assert [one.begun for one in part] == begun[: len(part)]
    assert len(begun) == len({point.period for point in begun})
    assert all(one.begun.value < 0 for one in whole)


def test_the_shipped_rules_are_sound_and_faults_are_named(catalog: Catalog, tmp_path: Path) -> None:
    shipped = load_thresholds(DATA / "thresholds", catalog)
    assert len(shipped.rules) == 12
    assert "producer_prices_falling" not in shipped.known(date(2022, 12, 31)).rules
    text = (DATA / "thresholds" / "national.csv").read_text(encoding="utf-8")
    head, first, *_rest = text.splitlines()
    bad = first.replace("above,5.5,5.4,2", "above,5.5,5.6,0").replace("country", "planet")
    (tmp_path / "own.csv").write_text("\n".join([head, bad, first]), encoding="utf-8")
    with pytest.raises(CatalogueFault) as fault:
        load_thresholds(tmp_path, catalog)
    told = str(fault.value).splitlines()
    assert [line.split(":")[1] for line in told] == ["2", "2", "2", "3"]
    assert all(word in str(fault.value) for word in ("planet", "5.6", "consecutive", "same day"))
