"""Labels: what truly means an indicator is found, what only looks like it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.catalog import Catalog, LabelMatch, normalise


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.parametrize(
    "text",
    ["地区生产总值（GDP）", "地区生产总值 (GDP)", "　地区生产总值［gdp］", "地区生产总值(ＧＤＰ)①"],
)
def test_writing_does_not_matter(text: str) -> None:
    assert normalise(text) == "地区生产总值(gdp)"


@pytest.mark.parametrize(
    ("text", "unit", "source", "indicator", "breakdown"),
    [
        ("国内生产总值", None, None, "gdp", {}),
        ("Gross Regional Product", None, None, "gdp", {}),
        ("国内生产总值指数", "1978年=100", None, "gdp", {}),
        ("第三产业增加值", None, None, "gdp_tertiary", {}),
        ("地区生产总值第三产业", None, None, "gdp_tertiary", {}),
        ("工业增加值", "亿元", "nbs", "va_industry", {}),
        ("工业增加值", "%", "nbs", "ind_va_growth", {}),
        ("汽车制造业增加值", "%", "nbs", "ind_va_sector", {"industry": "C36"}),
        ("黑色金属冶炼及压延加工业能源消费总量", None, None, "energy_total", {"industry": "C31"}),
        ("第一产业固定资产投资额", None, None, "fai_industry3", {"sector": "1"}),
        ("货币(M1)供应量", None, None, "m2", {"money": "M1"}),
        ("货币和准货币(M2)供应量", None, None, "m2", {}),
        ("国家财政收入", None, "nbs", "budget_revenue", {}),
        ("地方财政教育支出", None, None, "budget_function", {"function": "education"}),
        ("食品烟酒类居民消费价格指数", None, None, "cpi_food", {}),
        ("衣着类居民消费价格指数", None, None, "cpi", {"category": "clothing"}),
        ("燃料、动力类购进价格指数", None, None, "ppirm", {"category": "fuel_power"}),
        ("二手住宅销售价格指数", None, None, "house_price", {"house": "existing"}),
        ("年末常住人口", None, None, "pop_resident", {}),
        ("住宅商品房销售面积", None, None, "re_sales_area", {"use": "residential"}),
        ("货物周转量", "亿吨公里", None, "freight", {}),
    ],
)
def test_what_a_label_means(
    catalog: Catalog,
    text: str,
    unit: str | None,
    source: str | None,
    indicator: str,
    breakdown: dict[str, str],
) -> None:
    found = catalog.resolve_label(text, unit, source)
    assert found is not None
    assert (found.indicator, dict(found.breakdown)) == (indicator, breakdown)


# As bureaus of cities and counties print them.
PRINTED = """
全市生产总值 gdp|一产增加值 gdp_primary|全市规上工业增加值 ind_va_growth
规模工业增加值增速 ind_va_growth|固定资产投资完成额 fai|全县固定资产投资 fai|完成固定资产投资 fai
工业技改投资 fai_tech|项目投资 fai_project|房地产开发投资完成额 re_investment
新建商品房销售面积 re_sales_area|社零 retail_total|社会商品零售总额 retail_total
全区社会消费品零售总额 retail_total|限上单位消费品零售额 retail_above|规上服务业营收 svc_revenue
外贸进出口总值 trade_total|自营出口总额 trade_export|实际利用外资额 fdi_actual
实际到账外资 fdi_actual|公共预算收入 budget_revenue|地方财政收入 budget_revenue
公共财政预算收入 budget_revenue|一般预算支出 budget_expenditure|财政总收入 total_fiscal
税收占比 tax_share|基金预算收入 fund_revenue|金融机构各项存款余额 deposits|贷款余额 loans
城乡居民储蓄存款余额 household_deposits|存贷比 loan_deposit|城镇居民可支配收入 income_urban
农民人均可支配收入 income_rural|登记失业率 unemp_reg|社会用电量 elec_total
全社会工业用电量 elec_industry|空气优良率 aqi_good|规上工业企业利润总额 ind_profit
工业企业利润 ind_profit|规模以上工业企业营业收入 ind_revenue|规上工业企业个数 ind_units
实有市场主体总量 entities|四上企业数 units_four|旅游总人数 tourism|旅游综合收入 tourism
货物吞吐总量 -|按时办结率 hotline_ontime|规上工业产值 ind_output_value
工业增加值（规模以上） ind_va_growth|工业总产值(规模以上工业) ind_output_value|税收收入(全口径) -
规模以上工业企业实现利润总额 ind_profit|中外资金融机构本外币存款余额 deposits|城镇人口数 -
Surveyed Urban Unemployment Rate unemp_survey
Local Government General Budgetary Revenue budget_revenue
"""


@pytest.mark.parametrize("entry", PRINTED.strip().replace("\n", "|").split("|"))
def test_names_that_bureaus_print(catalog: Catalog, entry: str) -> None:
    name, _, indicator = entry.rpartition(" ")
    found = catalog.resolve_label(name)
    assert (found.indicator if found else "-") == indicator


@pytest.mark.parametrize(
    ("text", "unit", "indicator", "code"),
    [
        ("汽车制造业利润总额", "亿元", "ind_profit", "C36"),
        ("黑色金属冶炼及压延加工业营业收入", "亿元", "ind_revenue", "C31"),
        ("采矿业用电量", "万千瓦时", "elec_sector", "B"),
        ("交通运输、仓储和邮政业全社会用电量", "万千瓦时", "elec_sector", "G"),
        ("采矿业固定资产投资", "%", "fai", "B"),
        ("医药制造业规模以上工业增加值", "%", "ind_va_sector", "C27"),
        ("金融业开票销售额", "亿元", "invoice_sales", "J"),
    ],
)
def test_an_industry_before_an_indicator(
    catalog: Catalog, text: str, unit: str, indicator: str, code: str
) -> None:
    found = catalog.resolve_label(text, unit)
    assert found is not None
    assert (found.indicator, found.breakdown) == (indicator, {"industry": code})


@pytest.mark.parametrize(
    "text",
    [
        "建筑业利润总额",
        "房地产业营业收入",
        "批发和零售业利润总额",
        "规上互联网企业营业收入",
        "人口数(人口抽样调查)",
        "年末总人口",
        "城镇人口",
        "城镇单位就业人员",
        "城镇单位在岗职工平均工资",
        "城镇单位就业人员平均实际工资指数",
        "国民总收入指数",
        "全社会固定资产投资",
        "商品房平均销售价格",
        "电力消费量",
        "财政收入",
        "税收收入",
        "地方财政国债还本付息支出",
        "工业能源消费总量",
        "31个大城市城镇调查失业率",
        "利润总额",
        "营业收入",
        "合计",
        "",
    ],
)
def test_what_only_looks_alike_is_left_alone(catalog: Catalog, text: str) -> None:
    assert catalog.resolve_label(text) is None


def test_a_publishers_own_usage_counts_for_that_publisher_only(catalog: Catalog) -> None:
    assert catalog.resolve_label("利润总额", "亿元", "nbs") == LabelMatch("ind_profit")
    assert catalog.resolve_label("利润总额", "亿元", "finance") is None


def test_a_unit_of_another_dimension_refuses_the_label(catalog: Catalog) -> None:
    assert catalog.resolve_label("不良贷款率", "%") is not None
    assert catalog.resolve_label("不良贷款率", "亿元") is None
    assert catalog.resolve_label("规模以上工业增加值", "亿元") is None


def test_a_unit_may_leave_the_way_of_counting_open(catalog: Catalog) -> None:
    assert catalog.resolve_label("固定资产投资", "%") == LabelMatch("fai", {}, "yoy", None, "%")
    assert catalog.resolve_label("固定资产投资") == LabelMatch("fai")
    assert catalog.resolve_label("社会消费品零售总额", "%") == LabelMatch("retail_total", {}, "yoy")
