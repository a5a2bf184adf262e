"""Current, not yet due, overdue, missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cockpit.catalog import Catalog, Indicator
from cockpit.freshness import Ages, Freshness, freshness
from cockpit.moment import as_of
from cockpit.period import Period
from cockpit.release import ReleaseCalendar, load_releases


@pytest.fixture
def retail(catalog: Catalog) -> Indicator:
    return replace(catalog.indicators["retail_total"], lag_days=18, merged_january=True)


def month(text: str) -> Period:
    return Period.parse("M", text, "ytd")


@pytest.mark.parametrize(
    ("today", "state", "days", "words"),
    [
        (date(2024, 10, 31), "current", 18, "当期"),
        (date(2024, 11, 1), "not_due", 17, "未到期"),
        (date(2024, 11, 18), "not_due", 0, "未到期"),
        (date(2024, 11, 19), "overdue", 1, "逾期1天"),
        (date(2024, 12, 18), "overdue", 30, "逾期30天"),
    ],
)
def test_a_monthly_series_by_its_release_calendar(
    retail: Indicator, today: date, state: str, days: int, words: str
) -> None:
    found = freshness(retail, "M", month("2024-09"), today)
    assert (found.state, found.days, found.due) == (state, days, date(2024, 11, 18))
    assert found.words("zh_CN") == words


def test_january_is_not_awaited_where_it_comes_with_february(retail: Indicator) -> None:
    found = freshness(retail, "M", month("2023-12"), date(2024, 2, 20))
    assert (found.state, found.due) == ("current", date(2024, 3, 18))
    alone = replace(retail, merged_january=False)
    assert freshness(alone, "M", month("2023-12"), date(2024, 2, 20)).state == "overdue"


def test_quarters_and_years_have_their_own_next_release(retail: Indicator) -> None:
    quarter = Period.parse("Q", "2023-Q4", "ytd")
    assert freshness(retail, "Q", quarter, date(2024, 4, 1)).due == date(2024, 4, 18)
    year = Period.parse("A", "2022")
    assert freshness(retail, "A", year, date(2024, 1, 19)) == Freshness(
        "overdue", 1, date(2024, 1, 18)
    )


def test_nothing_held_is_missing(retail: Indicator) -> None:
    assert freshness(retail, "M", None, date(2024, 1, 1)).words("zh_CN") == "缺"


RELEASES = """indicators,where,time_period,released,source
retail_total,country,2024-09,2024-10-18 10:00,日程表
retail_total,370000,2024-09,2024-10-25 09:00,山东省统计局
retail_total,country,2024-11,held,日程表：待定
"""


@pytest.fixture
def calendar(tmp_path: Path, catalog: Catalog) -> ReleaseCalendar:
    (tmp_path / "releases.csv").write_text(RELEASES, encoding="utf-8")
    return load_releases(tmp_path, catalog)


@pytest.mark.parametrize(
    ("area", "today", "state", "due"),
    [
        # By rule it would be due on 18 October; the office of Shandong says otherwise.
        ("370000", date(2024, 10, 19), "not_due", "2024-10-25 09:00"),
        ("370000", date(2024, 10, 27), "overdue", "2024-10-25 09:00"),
        ("000000", date(2024, 10, 19), "overdue", "2024-10-18 10:00"),
        ("360000", date(2024, 10, 19), "overdue", "2024-10-18（按规则）"),
    ],
)
def test_a_dated_row_goes_before_the_rule(
    retail: Indicator, calendar: ReleaseCalendar, area: str, today: date, state: str, due: str
) -> None:
    found = freshness(retail, "M", month("2024-08"), today, calendar, area)
    assert (found.state, found.when("zh_CN")) == (state, due)


def test_what_is_held_back_is_not_overdue(retail: Indicator, calendar: ReleaseCalendar) -> None:
    found = freshness(retail, "M", month("2024-10"), date(2025, 3, 1), calendar, "000000")
    assert (found.state, found.due, found.words("zh_CN")) == ("not_due", None, "未到期")


def test_a_figure_that_is_held_early_is_said_to_be(
    retail: Indicator, calendar: ReleaseCalendar
) -> None:
    # 10:00 in Beijing is 02:00 UTC.
    early = Ages(date(2024, 10, 18), calendar, as_of("2024-10-18T01:59:00+00:00"))
    found = early.of(retail, "000000", "M", month("2024-09"))
    assert (found.early, found.words("zh_CN")) == (True, "当期")
    on_time = replace(early, moment=as_of("2024-10-18T02:00:00+00:00"))
    assert not on_time.of(retail, "000000", "M", month("2024-09")).early
