"""Parts under their whole: what encloses a name settles what it means."""

from __future__ import annotations

import pytest

from cockpit.catalog import Catalog, LabelMatch

# Name | headings, outermost first | unit | indicator and breakdown.
PARTS = """
税收收入 | 一般公共预算收入 | 万元 | budget_tax
增值税 | 一般公共预算收入 > 税收收入 | 万元 | budget_taxitem tax=vat
教育支出 | 一般公共预算支出 | 万元 | budget_function function=education
第一产业 | 地区生产总值 | 亿元 | gdp_primary
工业 | 地区生产总值 > 第二产业 | 亿元 | va_industry
其中：制造业 | 地区生产总值 > 工业 | 亿元 | va_sector industry=C
批发和零售业 | 地区生产总值 > 第三产业 | 亿元 | va_sector industry=F
第一产业 | 三次产业结构 | % | gdp_structure sector=1
第二产业 | 全社会用电量 | 万千瓦时 | elec_part sector=2
工业 | 全社会用电量 > 第二产业 | 万千瓦时 | elec_industry
制造业 | 全社会用电量 > 第二产业 > 工业 | 万千瓦时 | elec_sector industry=C
城乡居民生活用电 | 一、全社会用电量（万千瓦时） | 万千瓦时 | elec_part sector=households
住户存款 | 各项存款余额 | 亿元 | household_deposits
城镇 | 居民人均可支配收入 | 元 | income_urban
农村居民 | 全体居民人均可支配收入 | 元 | income_rural
制造业 | 固定资产投资 | % | fai_manufacturing
第三产业 | 固定资产投资 | % | fai_industry3 sector=3
到位资金 | 固定资产投资 | % | fai_funds
到位资金 | 房地产 | 亿元 | re_funds
住宅 | 商品房销售面积 | 万平方米 | re_sales_area use=residential
出口 | 进出口总额 | 亿元 | trade_export
采矿业 | 规模以上工业增加值 | % | ind_va_sector industry=B
煤炭开采和洗选业 | 规模以上工业增加值增速 > 采矿业 | % | ind_va_sector industry=B06
电力、热力、燃气及水的生产和供应业 | 规上工业 | % | ind_va_sector industry=D
国有控股企业 | 规模以上工业增加值 | % | ind_va_sector ownership=state
利润总额 | 2024年1-9月规模以上工业企业主要经济指标 | 亿元 | ind_profit
利润总额 | 规模以上服务业主要指标 | 万元 | svc_profit
利润总额 | 2024年1-9月主要经济指标 | 亿元 | ind_profit
利润总额 | 建筑业主要指标 | 亿元 | -
汽车类 | 限额以上消费品零售额 | 亿元 | retail_category goods=automobiles
餐饮收入 | 社会消费品零售总额 | 亿元 | retail_type consumption=catering
食品烟酒 | 居民消费价格指数 | 上年同月=100 | cpi_food
衣着 | 居民消费价格指数 | 上年同月=100 | cpi category=clothing
工资性收入 | 居民人均可支配收入 | 元 | income income_source=wages
制造业 | 税务部门税收收入 | 万元 | tax_industry industry=C
原煤 | 主要工业产品产量 | 万吨 | ind_product product=coal
养老保险 | 社会保险参保人数 | 万人 | insured insurance=pension
个体工商户 | 经营主体总量 | 户 | entities entity=self_employed
第一产业 | | | -
合计 | 主要经济指标 | | -
"""


@pytest.mark.parametrize("line", PARTS.strip().splitlines())
def test_a_part_by_what_encloses_it(catalog: Catalog, line: str) -> None:
    name, within, unit, expected = (cell.strip() for cell in line.split("|"))
    headings = [heading.strip() for heading in within.split(">") if heading.strip()]
    listed = catalog.resolve_label(name, unit or None)
    found = listed or catalog.resolve_part(name, headings, unit or None)
    assert _words(found) == expected


def test_growth_of_a_part_is_growth(catalog: Catalog) -> None:
    found = catalog.resolve_part("税收收入", ["一般公共预算收入"], "%")
    assert found is not None
    assert found.transformation == "yoy"


def _words(found: LabelMatch | None) -> str:
    if found is None:
        return "-"
    pairs = (f"{dimension}={code}" for dimension, code in found.breakdown.items())
    return " ".join([found.indicator, *pairs])
