"""The layouts of the country, and those of releases.

Source of all figures: 国家统计局 (国家数据 data.stats.gov.cn; 季度数据, 月度数据, 年度数据;
monthly release on house prices of December 2023).
"""

from __future__ import annotations

from laying import Grid, Layout, record
from nbs_matrix import CHINA, Records, matrix, months, place, years


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
    national_month_xls,
    national_quarter_old,
    national_year_xls,
    stacked_headings_xls,
    growth_sheets_xls,
    house_prices_html,
)
