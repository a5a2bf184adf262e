"""Layouts in which others hand its figures on.

Source of all figures: 国家统计局 (国家数据 data.stats.gov.cn; 分省年度数据, 月度数据).
"""

from __future__ import annotations

from laying import Grid, Layout, record
from nbs_matrix import ASSUMED, GUESSED, NO_UNIT, Records, matrix, place, years


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


LAYOUTS = (
    name_value_date,
    english_long,
    english_matrix_xls,
    snake_columns,
    panel_xls,
)
