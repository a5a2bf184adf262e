"""A target's line: what it wants, how far it is reached, in words and with a mark."""

from __future__ import annotations

from datetime import date

from cockpit.catalog import Catalog
from cockpit.period import Period
from cockpit.position import Progress, Target
from layouts.explore.goals import _facts, _mark, _wanted

TARGET = Target(
    year=2024, area="370400", indicator="budget_revenue", breakdown=(), measure="level",
    unit="亿元", value=130.0, bound="at_least", near=5.0, adopted=date(2024, 1, 20), source="x",
)  # fmt: skip
FOUND = Progress(
    target=TARGET, period=Period.parse("M", "2024-10", "ytd"), value=112.4, gap=3.1, elapsed=83.33,
    completion=86.46, usual=90.0, left=17.6, needed=40.8, light="close",
)  # fmt: skip


def test_a_target_says_all_that_is_known_of_the_way(catalog: Catalog) -> None:
    assert _wanted(TARGET, catalog) == "2024年目标：总量不低于130亿元"
    assert list(_facts(FOUND, catalog)) == [
        "2024年1—10月", "已完成86.5%", "时间进度83.3%", "上年同期进度90.0%", "尚需17.60亿元",
        "后期需增长+40.8%",
    ]  # fmt: skip
    (mark,) = _mark("close")
    assert (mark.children, mark.className) == ("△ 接近", "tag goal-close")


def test_what_is_not_known_is_not_said(catalog: Catalog) -> None:
    assert list(_facts(Progress(target=TARGET), catalog)) == ["暂无数据。"]
    assert _mark(None) == []
