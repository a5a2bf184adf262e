"""Printed periods, alone and among their neighbours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.period import Period
from loaders.grid import Cell
from loaders.heading import cell_time, find_period, read_axis, read_time

MONTH, QUARTER, YEAR = "M", "Q", "A"


@pytest.mark.parametrize(
    ("text", "freq", "time_period", "accumulation"),
    [
        ("2024年10月", MONTH, "2024-10", None),
        ("2024年10月份", MONTH, "2024-10", None),
        ("2024.10", MONTH, "2024-10", None),
        ("2024/10", MONTH, "2024-10", None),
        ("202410", MONTH, "2024-10", None),
        ("24年10月", MONTH, "2024-10", None),
        ("２０２４年１０月", MONTH, "2024-10", None),
        ("2024年十月", MONTH, "2024-10", None),
        ("Apr 2020", MONTH, "2020-04", None),
        ("2024年1-10月", MONTH, "2024-10", "ytd"),
        ("2024年1—2月", MONTH, "2024-02", "ytd"),
        ("2024年元-10月", MONTH, "2024-10", "ytd"),
        ("2024年1至10月累计", MONTH, "2024-10", "ytd"),
        ("2024年前10个月", MONTH, "2024-10", "ytd"),
        ("2024年10月末", MONTH, "2024-10", "stock"),
        ("2021年第四季度", QUARTER, "2021-Q4", None),
        ("2024Q3", QUARTER, "2024-Q3", None),
        ("2024C", QUARTER, "2024-Q3", None),
        ("2024年前三季度", QUARTER, "2024-Q3", "ytd"),
        ("2024年上半年", QUARTER, "2024-Q2", "ytd"),
        ("2018.10-12", QUARTER, "2018-Q4", None),
        ("2024年", YEAR, "2024", None),
        ("2024年度", YEAR, "2024", None),
        ("2013年末", YEAR, "2013", "stock"),
    ],
)
def test_reads_a_period(text: str, freq: str, time_period: str, accumulation: str | None) -> None:
    time = read_time(text)
    assert time is not None
    assert (time.freq, time.time_period, time.accumulation) == (freq, time_period, accumulation)


@pytest.mark.parametrize("text", ["2171", "101.5", "2024.13", "2024-10-01", "20241", "", "北京市"])
def test_a_figure_is_no_period(text: str) -> None:
    assert read_time(text) is None


@pytest.mark.parametrize(
    ("title", "time_period"),
    [
        ("表1：2023年12月70个大中城市新建商品住宅销售价格指数", "2023-12"),
        ("2-8  各市生产总值(2018年)", "2018"),
        ("江西省2024年1-10月国民经济主要指标", "2024-10"),
    ],
)
def test_finds_a_period_in_a_title(title: str, time_period: str) -> None:
    time = find_period(title)
    assert time is not None
    assert time.time_period == time_period


def test_a_number_format_keeps_octobers_zero() -> None:
    time = cell_time(Cell(2016.1, "2016.1", "0.00"))
    assert time is not None
    assert (time.time_period, time.open_month) == ("2016-10", False)


def axis(*texts: str) -> list[tuple[str, str | None]]:
    moments = read_axis(texts, [read_time(text) for text in texts])
    return [(m.time.time_period, m.doubt) for m in moments if m is not None]


def test_october_without_its_zero_is_settled_by_neighbours() -> None:
    assert axis("2016.09", "2016.1", "2016.11")[1] == ("2016-10", "settled")
    assert axis("2016.11", "2016.1", "2016.09")[1] == ("2016-10", "settled")
    assert axis("2015.12", "2016.1", "2016.2")[1] == ("2016-01", "settled")


def test_october_without_its_zero_stays_open_alone() -> None:
    assert axis("2016.1") == [("2016-01", "open")]


def test_january_to_march_is_a_quarter_beside_other_quarters() -> None:
    assert axis("2018.1-3", "2018.4-6") == [("2018-Q1", None), ("2018-Q2", None)]
    assert axis("2018年1-3月", "2018年1-4月") == [("2018-03", None), ("2018-04", None)]


FORMS = {
    MONTH: ["{y}年{m}月", "{y}-{m:02d}", "{y}.{m:02d}", "{y}{m:02d}", "{y}/{m:02d}"],
    QUARTER: ["{y}年第{q}季度", "{y}Q{q}", "{y}年{q}季度"],
    YEAR: ["{y}年", "{y}", "{y}年度"],
}


@given(
    st.sampled_from([MONTH, QUARTER, YEAR]), st.integers(1950, 2049), st.integers(1, 12), st.data()
)
def test_a_written_period_reads_back(freq: str, year: int, month: int, data: st.DataObject) -> None:
    months = {MONTH: 1, QUARTER: 3, YEAR: 12}[freq]
    last = {MONTH: month, QUARTER: (month + 2) // 3 * 3, YEAR: 12}[freq]
    period = Period(year * 12 + last - months, months)
    form = data.draw(st.sampled_from(FORMS[freq]))
    time = read_time(form.format(y=year, m=month, q=(month + 2) // 3))
    assert time is not None
    assert Period.parse(time.freq, time.time_period) == period
