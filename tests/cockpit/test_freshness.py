"""Current, not yet due, overdue, missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cockpit.catalog import Catalog, Indicator
from cockpit.freshness import Freshness, freshness
from cockpit.period import Period


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
