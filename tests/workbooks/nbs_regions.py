"""The layouts of regions: by province, by city, by time.

Source of all figures: 国家统计局 (国家数据 data.stats.gov.cn;
分省年度数据, 分省月度数据, 主要城市年度数据).
"""

from __future__ import annotations

from laying import Grid, Layout
from nbs_matrix import (
    BASE,
    GDP_1517,
    GDP_LEVEL,
    NO_INDICATOR,
    NO_REGION,
    NO_UNIT,
    THREE,
    Records,
    matrix,
    months,
    place,
    years,
)


def province_year_old() -> Layout:
    rows = [[name, *figures] for name, figures in zip(THREE, GDP_1517, strict=True)]
    note = "注：本表按当年价格计算。"
    more = "\u3000\u3000\u30002.2017年数据为初步核算数。"
    head = [["数据库：分省年度数据"], ["指标：地区生产总值(亿元)"], ["时间：最近3年"]]
    table = [*head, ["地区", "2017年", "2016年", "2015年"], *rows, [note], [more]]
    table.append(["数据来源：国家统计局"])
    places = [place(name) for name in THREE]
    expected = matrix(5, "B", GDP_1517, places, years(2017, 2016, 2015), **GDP_LEVEL)
    return Layout("nbs/province_year_old", "分省年度数据.csv", "old", {"": table}, expected)


def province_year_new() -> Layout:
    """The newest year is not published yet; the indicator stands in the file's name."""
    figures = [["", "49670.2", "47353.7"], ["", "17931.3", "17211.8"]]
    rows = [[name, *line] for name, line in zip(THREE, figures, strict=False)]
    table: Grid = [
        ["数据库：分省年度数据 "],
        ["时间：2023年-2025年 "],
        ["地区", "2025年", "2024年", "2023年"],
        *rows,
        ["注：1. 在第五次全国经济普查后，对历史数据进行了系统修订。"],
        ["数据来源：国家统计局"],
    ]
    tabbed = [[f"{cell}\t" for cell in line] for line in figures]
    places = [place(name) for name in THREE[:2]]
    expected = matrix(4, "B", tabbed, places, years(2025, 2024, 2023), **GDP_LEVEL)
    name = "分省年度数据 地区生产总值(亿元).csv"
    return Layout("nbs/province_year_new", name, "new", {"": table}, expected)


def province_year_unnamed() -> Layout:
    """No line, sheet or name says what is measured: the reader asks."""
    figures = [["\t", "9153.26\t"], ["\t", "2120.25\t"]]
    table: Grid = [
        ["数据库：分省年度数据 "],
        ["时间：2024年-2025年 "],
        ["地区", "2025年", "2024年"],
        ["北京市", "", "9153.26"],
        ["天津市", "", "2120.25"],
        ["数据来源：国家统计局"],
    ]
    doubts = {"reasons": [NO_INDICATOR, NO_UNIT]}
    places = [place(name) for name in THREE[:2]]
    expected = matrix(4, "B", figures, places, years(2025, 2024), **doubts)
    file = "分省年度数据_(2).csv"
    return Layout("nbs/province_year_unnamed", file, "new", {"": table}, expected)


def province_unnamed_region() -> Layout:
    """The export of one province does not say which."""
    figures = [["8396.49\t", "7971.25\t"], ["\t", "545.81\t"]]
    table: Grid = [
        ["数据库：分省年度数据 "],
        ["时间： "],
        ["指标", "2024年", "2023年"],
        ["地方财政一般公共预算支出 (亿元)", "8396.49", "7971.25"],
        ["地方财政一般公共服务支出 (亿元) ", "", "545.81"],
        ["数据来源：国家统计局"],
    ]
    labels: Records = [
        {"label": "地方财政一般公共预算支出", "indicator": "budget_expenditure"},
        {
            "label": "地方财政一般公共服务支出",
            "indicator": "budget_function",
            "breakdown": {"function": "public_service"},
        },
    ]
    doubts = {"reasons": [NO_REGION], "unit": "亿元"}
    expected = matrix(4, "B", figures, labels, years(2024, 2023), **doubts)
    file = "分省年度数据.csv"
    return Layout("nbs/province_unnamed_region", file, "new", {"": table}, expected)


def province_month_old() -> Layout:
    figures: Grid = [["", "103.6", "104.5"], ["", "104.8", "105.7"]]
    table: Grid = [
        ["数据库：分省月度数据"],
        ["指标：居民消费价格指数(上年同月=100)"],
        ["时间：2020"],
        ["地区", "2020年3月", "2020年2月", "2020年1月"],
        ["北京市", *figures[0]],
        ["吉林省", *figures[1]],
        ['"注：CPI每五年进行一次基期轮换。\n新基期的调查目录与上一轮不同。"'],
        ["数据来源：国家统计局"],
    ]
    cpi = {"label": "居民消费价格指数", "indicator": "cpi", "unit": BASE}
    times = months("2020-03", "2020-02", "2020-01")
    expected = matrix(5, "B", figures, [place("北京市"), place("吉林省")], times, **cpi)
    return Layout("nbs/province_month_old", "分省月度数据.csv", "old", {"": table}, expected)


def time_by_region() -> Layout:
    """Transposed by hand: years down, provinces across, quoted, a blank behind each number."""
    table: Grid = [
        ['"时间"', '"北京市"', '"天津市"', '"河北省"'],
        ['"2021年"', '"41046 "', '"15685 "', '"40397 "'],
        ['"2022年"', '"41611 "', '"16311 "', '"42370 "'],
    ]
    figures = [["41046 ", "15685 ", "40397 "], ["41611 ", "16311 ", "42370 "]]
    doubts = {"reasons": [NO_INDICATOR, NO_UNIT]}
    places = [place(name) for name in THREE]
    expected = matrix(2, "B", figures, years(2021, 2022), places, **doubts)
    return Layout("nbs/time_by_region", "分省年度数据.csv", "utf8", {"": table}, expected)


def time_by_indicator() -> Layout:
    """`2016.1` between September and November is October that lost its zero."""
    figures: Grid = [["1845.5", "101.9 "], ["1781.8", "102.1 "], ["1968.2", "102.3 "]]
    table: Grid = [
        ["时间", "出口总值（亿美元）", "居民消费价格指数（上年同月=100）"],
        ["2016.09", *figures[0]],
        ["2016.1", *figures[1]],
        ["2016.11", *figures[2]],
    ]
    columns = [
        {
            "label": "出口总值",
            "indicator": "trade_export",
            "unit": "亿美元",
            "breakdown": {"currency": "usd"},
        },
        {"label": "居民消费价格指数", "indicator": "cpi", "unit": BASE},
    ]
    times = months("2016-09", "2016-10", "2016-11")
    expected = matrix(2, "B", figures, times, columns, **place("全国"))
    return Layout("nbs/time_by_indicator", "全国月度数据.csv", "old", {"": table}, expected)


def city_year_old() -> Layout:
    figures: Grid = [["4231.38", "4033.18"], ["2318.13", "2152.40"]]
    table: Grid = [
        ["数据库：主要城市年度数据"],
        ["地区：上海"],
        ["时间：最近2年"],
        ["指标", "2019年", "2018年"],
        ["房地产开发投资额(亿元)", *figures[0]],
        ["房地产开发住宅投资额(亿元)", *figures[1]],
        ["数据来源：国家统计局"],
    ]
    rows = [
        {"label": "房地产开发投资额"},
        {"label": "房地产开发住宅投资额", "breakdown": {"use": "residential"}},
    ]
    fixed = {"indicator": "re_investment", "unit": "亿元", **place("上海", "310000")}
    expected = matrix(5, "B", figures, rows, years(2019, 2018), **fixed)
    return Layout("nbs/city_year_old", "主要城市年度数据.csv", "old", {"": table}, expected)


LAYOUTS = (
    province_year_old,
    province_year_new,
    province_year_unnamed,
    province_unnamed_region,
    province_month_old,
    time_by_region,
    time_by_indicator,
    city_year_old,
)
