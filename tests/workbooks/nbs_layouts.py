"""Layouts of the National Bureau of Statistics with real published figures, and what they say.

Source of all figures: 国家统计局 (国家数据 data.stats.gov.cn; 季度数据, 分省年度数据, 分省月度数据,
主要城市年度数据, 月度数据, 年度数据; monthly release on house prices of December 2023).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from laying import AREAS, Grid, Layout, record

BASE = "上年同月=100"
NO_INDICATOR = "no indicator found in title, sheet or file name"
NO_UNIT = "no unit is printed"
NO_REGION = "no region found in title, sheet or file name"
ASSUMED = "no unit is printed; the catalogue's is assumed"
GUESSED = "the unit is abbreviated and was completed"
CHINA = {"ref_area": "", "area": "000000"}

Records = list[dict[str, Any]]


def place(name: str, code: str | None = None) -> dict[str, Any]:
    return {"ref_area": name, "area": code or AREAS[name]}


def matrix(
    top: int, left: str, rows: Grid, by_row: list[dict[str, Any]], by_column: list[dict[str, Any]],
    **fixed: Any,
) -> Records:  # fmt: skip
    """Records of a table whose figures begin at a row (from 1) and a column letter."""
    return list(_matrix(top, left, rows, by_row, by_column, fixed))


def _matrix(
    top: int, left: str, rows: Grid, by_row: list[dict[str, Any]], by_column: list[dict[str, Any]],
    fixed: dict[str, Any],
) -> Iterator[dict[str, Any]]:  # fmt: skip
    for r, (row, of_row) in enumerate(zip(rows, by_row, strict=True)):
        for c, (raw, of_column) in enumerate(zip(row, by_column, strict=True)):
            cell = f"{chr(ord(left) + c)}{top + r}"
            yield record(cell, raw, **(fixed | of_row | of_column))


def years(*which: int) -> list[dict[str, Any]]:
    return [{"time_period": str(year)} for year in which]


def months(*which: str) -> list[dict[str, Any]]:
    return [{"freq": "M", "time_period": month} for month in which]


GDP_LEVEL = {"label": "地区生产总值", "indicator": "gdp", "unit": "亿元"}
GDP_1517: Grid = [
    ["28014.94", "25669.13", "23014.59"],
    ["18549.19", "17885.39", "16538.19"],
    ["34016.32", "32070.45", "29806.11"],
]
THREE = ["北京市", "天津市", "河北省"]


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


def national_month_xls() -> Layout:
    """Industry publishes no February of its own: blank for the month, a figure for the two."""
    names = ["工业增加值同比增长(%)", "工业增加值累计增长(%)"]
    figures: Grid = [[-1.1, None, 6.9], [-8.4, -13.5, 5.7]]
    table: Grid = [
        ["数据库：月度数据"],
        ["时间：最近3个月"],
        ["指标", "2020年3月", "2020年2月", "2019年12月"],
        [names[0], *figures[0]],
        [names[1], *figures[1]],
        ["数据来源：国家统计局"],
    ]
    rows = [
        {"label": "工业增加值同比增长", "accumulation": "period"},
        {"label": "工业增加值累计增长", "accumulation": "ytd"},
    ]
    growth = {"indicator": "ind_va_growth", "transformation": "yoy", "unit": "%", **CHINA}
    times = months("2020-03", "2020-02", "2019-12")
    expected = matrix(4, "B", figures, rows, times, sheet="月度数据", **growth)
    sheets = {"月度数据": table}
    return Layout("nbs/national_month_xls", "工业增加值-月度数据.xls", "xls", sheets, expected)


def national_quarter_old() -> Layout:
    figures: Grid = [["270177.8", "324237.4"], ["270177.8", "1143669.7"]]
    table: Grid = [
        ["数据库：季度数据"],
        ["时间：最近2季度"],
        ["指标", "2022年第一季度", "2021年第四季度"],
        ["国内生产总值当季值(亿元)", *figures[0]],
        ["国内生产总值累计值(亿元)", *figures[1]],
        ["注：1.按当年价格计算。累计数据由当季数据相加得到。"],
        ["数据来源：国家统计局"],
    ]
    rows = [
        {"label": "国内生产总值当季值", "accumulation": "period"},
        {"label": "国内生产总值累计值", "accumulation": "ytd"},
    ]
    quarters = [{"freq": "Q", "time_period": q} for q in ("2022-Q1", "2021-Q4")]
    expected = matrix(4, "B", figures, rows, quarters, indicator="gdp", unit="亿元", **CHINA)
    return Layout("nbs/national_quarter_old", "季度数据.csv", "old", {"": table}, expected)


def national_year_xls() -> Layout:
    """Stocks, shares, and indices on a fixed year; years are numbers in the heading."""
    figures: Grid = [[140828, 140967], [53.2, 55.3], [4713.5, 4478.4], [None, None]]
    labels = [
        "年末总人口(万人)",
        "煤炭占能源消费总量的比重(%)",
        "国内生产总值指数(1978年=100)",
        "粪便清运量(万吨)",
    ]
    table: Grid = [
        ["指标", 2024, 2023],
        *[[label, *line] for label, line in zip(labels, figures, strict=True)],
    ]
    rows: Records = [
        {"label": "年末总人口", "unit": "万人", "accumulation": "stock"},
        {"label": "煤炭占能源消费总量的比重", "unit": "%", "transformation": "share"},
        {"label": "国内生产总值指数", "unit": "1978年=100", "indicator": "gdp"},
        {"label": "粪便清运量", "unit": "万吨"},
    ]
    expected = matrix(2, "B", figures, rows, years(2024, 2023), sheet="年度数据", **CHINA)
    sheets = {"年度数据": table}
    return Layout("nbs/national_year_xls", "年度数据.xls", "xls", sheets, expected)


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


def name_value_date() -> Layout:
    """A long table that a program wrote; only the file's name says what is measured."""
    table: Grid = [
        ["", "name", "type", "value", "date"],
        ["0", "北京市", "", "28014", "2017"],
        ["1", "天津市", "", "18549", "2017"],
        ["2", "北京市", "", "25669", "2016"],
    ]
    known = {"label": "gdp", "indicator": "gdp", "unit": "亿元", "reasons": [ASSUMED]}
    lines = [("北京市", "28014", "2017"), ("天津市", "18549", "2017"), ("北京市", "25669", "2016")]
    expected = [
        record(f"D{row}", raw, time_period=year, **place(name), **known)
        for row, (name, raw, year) in enumerate(lines, start=2)
    ]
    return Layout("nbs/name_value_date", "gdp_last.csv", "utf8", {"": table}, expected)


def english_long() -> Layout:
    table: Grid = [
        ["Province", "Region", "Year", "Birthrate"],
        ["Beijing", "North China", "2019", "8.12"],
        ["Shanxi", "North China", "2019", "9.12"],
        ["Shaanxi", "Northwest China", "2018", "10.67"],
    ]
    rate = {"label": "Birthrate", "reasons": [NO_UNIT]}
    expected = [
        record("D2", "8.12", time_period="2019", **place("Beijing", "110000"), **rate),
        record("D3", "9.12", time_period="2019", **place("Shanxi", "140000"), **rate),
        record("D4", "10.67", time_period="2018", **place("Shaanxi", "610000"), **rate),
    ]
    return Layout("nbs/english_long", "AnnualbyProvince.csv", "utf8", {"": table}, expected)


def english_matrix_xls() -> Layout:
    """The English export of 2024 writes a full-width colon that was encoded twice."""
    figures: Grid = [[43760.7, 41540.9], [24627.0, 23388.9]]
    table: Grid = [
        ["Databaseï¼\x9aAnnual by Province"],
        ["Indicators：Gross Regional Product(100 million yuan)"],
        ["Year：LATEST20"],
        ["Region", "2023", "2022"],
        ["Beijing", *figures[0]],
        ["Inner Mongolia", *figures[1]],
        ["Data Sources：National Bureau of Statistics"],
    ]
    gdp = {"label": "Gross Regional Product", "indicator": "gdp", "unit": "亿元"}
    figures = [[43760.7, 41540.9], [24627, 23388.9]]
    places = [place("Beijing", "110000"), place("Inner Mongolia", "150000")]
    sheet = "Annual by Province"
    expected = matrix(5, "B", figures, places, years(2023, 2022), sheet=sheet, **gdp)
    file = "AnnualbyProvince.xls"
    return Layout("nbs/english_matrix_xls", file, "xls", {sheet: table}, expected)


def snake_columns() -> Layout:
    """Programmers' column names: `100m` is 100 million of something, surely yuan: asked."""
    table: Grid = [
        ["province", "year", "rd_expenditure_100m", "estimated_gdp_100m", "rd_intensity_2023_pct"],
        ["全国", "2024", "36326.8", "1350439.0", "2.58"],
        ["北京", "2024", "3278.4", "49824.0", "6.22"],
    ]
    columns: Records = [
        {"label": "rd_expenditure", "unit": "亿元", "reasons": [GUESSED]},
        {
            "label": "gdp",
            "indicator": "gdp",
            "unit": "亿元",
            "status": "E",
            "reasons": [GUESSED],
        },
        {"label": "rd_intensity", "indicator": "rd_intensity", "unit": "%", "time_period": "2023"},
    ]
    for column in columns:
        column["needs_review"] = bool(column.get("reasons"))
    figures = [row[2:] for row in table[1:]]
    places = [place("全国"), place("北京", "110000")]
    expected = matrix(2, "C", figures, places, columns, time_period="2024")
    return Layout("nbs/snake_columns", "provincial_2024.csv", "utf8", {"": table}, expected)


def stacked_headings_xls() -> Layout:
    """Four heading rows say what each column is; a quarterly column stands in a monthly table."""
    table: Grid = [
        ["指标", "原油产量_当期", "居民人均可支配收入_累计", "第二产业增加值_累计"],
        ["地区", "全国", "全国", "全国"],
        ["频度", "月", "月", "季"],
        ["单位", "万吨", "元/人", "亿元"],
        ["2019-11", 1580.6, None, None],
        ["2019-12", 1606.5, 30733.0, 386165.3],
    ]
    oil = {"label": "原油产量_当期", "indicator": "ind_product", "unit": "万吨"}
    oil["breakdown"] = {"product": "crude_oil"}
    income = {"label": "居民人均可支配收入_累计", "indicator": "income", "unit": "元"}
    income["accumulation"] = "ytd"
    second = {"label": "第二产业增加值_累计", "indicator": "gdp_secondary", "unit": "亿元"}
    monthly = {"freq": "M", "sheet": "Sheet1", **place("全国")}
    end = {"freq": "Q", "time_period": "2019-Q4", "accumulation": "ytd"}
    expected = [
        record("B5", 1580.6, time_period="2019-11", **(monthly | oil)),
        record("C5", None, time_period="2019-11", **(monthly | income)),
        record("B6", 1606.5, time_period="2019-12", **(monthly | oil)),
        record("C6", 30733, time_period="2019-12", **(monthly | income)),
        record("D6", 386165.3, **(monthly | second | end)),
    ]
    sheets = {"Sheet1": table}
    return Layout("nbs/stacked_headings_xls", "月度数据.xls", "xls", sheets, expected)


def panel_xls() -> Layout:
    """Two merged indicators down the side, serial numbers, a footnote mark behind the unit."""
    budget, older = "一般公共预算支出（亿元）i", "财政支出（亿元）i"
    table: Grid = [
        [None, None, None, None, 2006, 2007, 2008],
        [1, budget, None, "北京", None, 1649.5, 1959.29],
        [2, None, budget, "天津", None, 674.33, 867.72],
        [3, older, None, "北京", 1296.84, None, None],
        [4, None, older, "天津", 543.12, None, None],
    ]
    figures = [row[4:] for row in table[1:]]
    first = {"label": "一般公共预算支出", "indicator": "budget_expenditure"}
    second = {"label": "财政支出", "indicator": "budget_expenditure"}
    beijing, tianjin = place("北京", "110000"), place("天津", "120000")
    rows = [first | beijing, first | tianjin, second | beijing, second | tianjin]
    fixed = {"unit": "亿元", "sheet": "Sheet1"}
    expected = matrix(2, "E", figures, rows, years(2006, 2007, 2008), **fixed)
    merges = {"Sheet1": [(1, 2, 1, 1), (3, 4, 1, 1)]}
    file = "一般公共预算等.xls"
    return Layout("nbs/panel_xls", file, "xls", {"Sheet1": table}, expected, merges)


def growth_sheets_xls() -> Layout:
    """Blocks copied below and beside each other, one transposed, one that says no measure."""
    full, food = "工业增加值累计增长(%)", "食品制造业增加值累计增长(%)"
    table: Grid = [
        ["指标", "2020年4月", "2020年3月"],
        [full, -4.9, -8.4],
        [food, -3.3, -7.9],
        [],
        ["指标", full, food],
        ["2019年10月", 5.6, 5.6],
        ["2020年4月", -4.9, -3.3],
        [],
        ["行业", "2020年3月", None, "行业", "2020年2月"],
        ["食品制造业", -7.9, None, "食品制造业", -18.2],
    ]
    whole = {"label": "工业增加值累计增长", "indicator": "ind_va_growth"}
    part = {"indicator": "ind_va_sector", "breakdown": {"industry": "C14"}}
    named = part | {"label": "食品制造业增加值累计增长"}
    fixed = {"sheet": "累计", "unit": "%", "transformation": "yoy", "accumulation": "ytd", **CHINA}
    unsaid = {"transformation": "level", "unit": "", "label": "食品制造业"}
    short = fixed | unsaid | {"needs_review": True, "reasons": ["no unit is printed"]}
    april, march = months("2020-04", "2020-03")
    upper = matrix(2, "B", [[-4.9, -8.4], [-3.3, -7.9]], [whole, named], [april, march], **fixed)
    times = months("2019-10", "2020-04")
    middle = matrix(6, "B", [[5.6, 5.6], [-4.9, -3.3]], times, [whole, named], **fixed)
    left = record("B10", -7.9, **(short | march))
    right = record("E10", -18.2, **(short | months("2020-02")[0]))
    export: Grid = [["数据库：月度数据"], ["指标", "2020年4月"], [full, -4.9]]
    own = fixed | {"sheet": "月度数据"}
    exported = matrix(3, "B", [[-4.9]], [whole], [april], **own)
    sheets: dict[str, Grid] = {"月度数据": export, "累计": table}
    expected = [*exported, *upper, *middle, left, right]
    return Layout("nbs/growth_sheets_xls", "工业增加值-月度.xls", "xls", sheets, expected)


HOUSES = """<html><head><meta charset="utf-8"></head><body>
<p>表1：2023年<span>12</span>月70个大中城市新建商品住宅销售价格指数</p>
<table><tr><td rowspan="2">城市</td><td>环比</td><td>同比</td><td>1-12月平均</td>
<td rowspan="2">城市</td><td>环比</td><td>同比</td><td>1-12月平均</td></tr>
<tr><td>上月=100</td><td>上年同月=100</td><td>上年同期=100</td>
<td>上月=100</td><td>上年同月=100</td><td>上年同期=100</td></tr>
<tr><td>北\u3000\u3000京</td><td>100.0</td><td>101.7</td><td>103.5</td>
<td>唐\u3000\u3000山</td><td>99.3</td><td>98.3</td><td>98.4</td></tr></table>
<p>表2：2023年12月70个大中城市二手住宅销售价格分类指数（一）</p>
<table><tr><td rowspan="3">城市</td><td colspan="2">90m<sup>2</sup>及以下</td></tr>
<tr><td>环比</td><td>同比</td></tr><tr><td>上月=100</td><td>上年同月=100</td></tr>
<tr><td>石 家 庄</td><td>99.8</td><td>98.2</td></tr></table>
</body></html>
"""


def house_prices_html() -> Layout:
    """A release page: a table folded in two halves, and one of classes of dwellings."""
    units = [
        {"unit": "上月=100"},
        {"unit": "上年同月=100"},
        {"unit": "上年同期=100", "accumulation": "ytd"},
    ]
    fixed = {"freq": "M", "time_period": "2023-12", "indicator": "house_price"}
    new = fixed | {"label": "新建商品住宅销售价格指数", "breakdown": {"house": "new"}}
    first = {"sheet": "table1", **new}
    beijing, tangshan = place("北京", "110000"), place("唐山", "130200")
    left = matrix(3, "B", [["100.0", "101.7", "103.5"]], [beijing], units, **first)
    right = matrix(3, "F", [["99.3", "98.3", "98.4"]], [tangshan], units, **first)
    small = {"label": "90m2及以下", "parents": ["二手住宅销售价格指数"], "sheet": "table2"}
    small["breakdown"] = {"house": "existing", "floor": "small"}
    city = place("石家庄", "130100")
    second = matrix(4, "B", [["99.8", "98.2"]], [city], units[:2], **(fixed | small))
    expected = [*left, *right, *second]
    sheets: dict[str, Grid] = {"": [[HOUSES]]}
    file = "70个大中城市商品住宅销售价格变动情况.html"
    return Layout("nbs/house_prices_html", file, "html", sheets, expected)


LAYOUTS = (
    province_year_old,
    province_year_new,
    province_year_unnamed,
    province_unnamed_region,
    province_month_old,
    national_month_xls,
    national_quarter_old,
    national_year_xls,
    time_by_region,
    time_by_indicator,
    city_year_old,
    name_value_date,
    english_long,
    english_matrix_xls,
    snake_columns,
    stacked_headings_xls,
    panel_xls,
    growth_sheets_xls,
    house_prices_html,
)
