"""The indicators bureaus print: names as printed, units, and the size of a middling city.

`kind`: flow, stock, growth (only its growth is published), rate (a percentage or a mean of its
own), index. `quarterly` items exist only at quarter ends and only cumulated.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Item:
    """One indicator; sizes are a year's flow or a stock of a city, in the first unit."""

    id: str | None
    names: tuple[str, ...]
    unit: str = "亿元"
    size: float = 0.0
    decimals: int = 2
    kind: str = "flow"
    breakdown: tuple[tuple[str, str], ...] = ()
    quarterly: bool = False
    parts: tuple[Item, ...] = ()
    key: str = field(default="")

    @property
    def series(self) -> str:
        """What tells this series from every other in the world of one seed."""
        return self.key or f"{self.id}{self.breakdown}{self.names[0] if not self.id else ''}"


def _of(id_: str | None, names: str, *rest: object, **more: object) -> Item:
    breakdown = more.pop("by", {})
    pairs = tuple(sorted(breakdown.items())) if isinstance(breakdown, dict) else ()
    return Item(id_, tuple(names.split("|")), *rest, breakdown=pairs, **more)  # ty: ignore


UNITS = {
    "亿元": (("亿元", 1.0, 2), ("万元", 1e4, 0)),
    "万元": (("万元", 1.0, 0), ("亿元", 1e-4, 2)),
    "万千瓦时": (("万千瓦时", 1.0, 0), ("亿千瓦时", 1e-4, 2)),
    "万平方米": (("万平方米", 1.0, 2),),
    "人": (("人", 1.0, 0), ("万人", 1e-4, 2)),
    "万美元": (("万美元", 1.0, 0), ("亿美元", 1e-4, 2)),
}

_GDP3 = (
    _of("gdp_primary", "第一产业|第一产业增加值", "亿元", 210.0, quarterly=True),
    _of("gdp_secondary", "第二产业|第二产业增加值", "亿元", 980.0, quarterly=True),
    _of("gdp_tertiary", "第三产业|第三产业增加值", "亿元", 1250.0, quarterly=True),
)
GDP = _of(
    "gdp", "地区生产总值|生产总值|地区生产总值(GDP)|GDP|地区生产总值（GDP）",
    quarterly=True, parts=_GDP3,
)  # fmt: skip
AGRI = _of("agri_output", "农林牧渔业总产值", "亿元", 380.0, quarterly=True)
CON = _of("con_output", "建筑业总产值", "亿元", 610.0, quarterly=True)
IVA = _of("ind_va_growth", "规模以上工业增加值|规上工业增加值", "%", 7.0, 1, "growth")
OUTPUT = _of("ind_output_value", "规模以上工业总产值|规上工业总产值", "亿元", 3100.0)
REVENUE = _of("ind_revenue", "规模以上工业营业收入|规模以上工业企业营业收入", "亿元", 3300.0)
PROFIT = _of("ind_profit", "规模以上工业利润总额|规模以上工业企业利润总额", "亿元", 190.0)
SALES_RATE = _of("ind_sales_rate", "工业产品销售率|规模以上工业产品销售率", "%", 97.6, 1, "rate")
FAI_GROWTH = _of("fai", "固定资产投资|固定资产投资（不含农户）", "%", 5.0, 1, "growth")
FAI3 = (
    _of("fai_industry3", "第一产业|第一产业投资", "亿元", 60.0, by={"sector": "1"}),
    _of("fai_industry3", "第二产业|第二产业投资", "亿元", 540.0, by={"sector": "2"}),
    _of("fai_industry3", "第三产业|第三产业投资", "亿元", 820.0, by={"sector": "3"}),
)
FAI = _of("fai", "固定资产投资|固定资产投资(不含农户)|固定资产投资额", parts=FAI3)
FAI_INDUSTRIAL = _of("fai_industrial", "工业投资", "亿元", 410.0)
FAI_PRIVATE = _of("fai_private", "民间投资|民间固定资产投资", "亿元", 700.0)
RE = _of("re_investment", "房地产开发投资|房地产开发投资额", "亿元", 260.0)
RE_AREA = _of("re_sales_area", "商品房销售面积|新建商品房销售面积", "万平方米", 420.0)
RE_VALUE = _of("re_sales_value", "商品房销售额|新建商品房销售额", "亿元", 350.0)
_RETAIL2 = (
    _of("retail_type", "商品零售", "亿元", 890.0, by={"consumption": "goods"}),
    _of("retail_type", "餐饮收入", "亿元", 130.0, by={"consumption": "catering"}),
)
RETAIL = _of("retail_total", "社会消费品零售总额|社会消费品零售额", parts=_RETAIL2)
RETAIL_ABOVE = _of("retail_above", "限额以上消费品零售额|限额以上单位消费品零售额", "亿元", 320.0)
TRADE2 = (
    _of("trade_export", "出口总额|出口", "亿元", 240.0),
    _of("trade_import", "进口总额|进口", "亿元", 110.0),
)
TRADE = _of("trade_total", "进出口总额|外贸进出口总额|货物进出口总额", parts=TRADE2)
FDI = _of("fdi_actual", "实际使用外资|实际利用外资", "万美元", 26000.0, 0)
TAXES = tuple(
    _of("budget_taxitem", name, "万元", size, 0, by={"tax": tax})
    for name, tax, size in (
        ("增值税", "vat", 4.2e5), ("企业所得税", "cit", 1.5e5), ("个人所得税", "iit", 4.1e4),
        ("资源税", "resource", 1.9e4), ("城市维护建设税", "construction", 7.2e4),
        ("房产税", "property", 4.4e4), ("印花税", "stamp", 2.6e4),
        ("城镇土地使用税", "urban_land", 5.0e4), ("土地增值税", "land_appreciation", 9.0e4),
        ("车船税", "vehicle", 2.2e4), ("耕地占用税", "farmland", 3.0e4), ("契税", "deed", 1.1e5),
        ("环境保护税", "environment", 3.1e3),
    )
)  # fmt: skip
FUNCTIONS = tuple(
    _of("budget_function", name, "万元", size, 0, by={"function": function})
    for name, function, size in (
        ("一般公共服务支出", "public_service", 3.1e5), ("公共安全支出", "security", 1.6e5),
        ("教育支出", "education", 7.0e5), ("科学技术支出", "science", 6.3e4),
        ("文化旅游体育与传媒支出", "culture", 5.1e4),
        ("社会保障和就业支出", "social_security", 6.2e5), ("卫生健康支出", "health", 3.9e5),
        ("节能环保支出", "environment", 7.7e4), ("城乡社区支出", "community", 2.6e5),
        ("农林水支出", "agriculture", 4.3e5), ("交通运输支出", "transport", 9.8e4),
        ("住房保障支出", "housing", 1.3e5),
        ("其他支出", "other", 3.1e5),
    )
)  # fmt: skip
TAX = _of("budget_tax", "税收收入", "万元", decimals=0, parts=TAXES)
NONTAX = _of("budget_nontax", "非税收入", "万元", 4.1e5, 0)
BUDGET = _of(
    "budget_revenue", "一般公共预算收入|地方一般公共预算收入", "万元", decimals=0,
    parts=(TAX, NONTAX),
)  # fmt: skip
SPEND = _of("budget_expenditure", "一般公共预算支出", "万元", decimals=0, parts=FUNCTIONS)
FUND = _of("fund_revenue", "政府性基金收入|政府性基金预算收入", "万元", 8.0e5, 0)
DEPOSITS = _of(
    "deposits", "金融机构本外币各项存款余额|本外币各项存款余额", "亿元", 3900.0, 2, "stock"
)
HOUSEHOLD = _of("household_deposits", "住户存款余额|住户存款", "亿元", 2700.0, 2, "stock")
LOANS = _of("loans", "金融机构本外币各项贷款余额|本外币各项贷款余额", "亿元", 3100.0, 2, "stock")
PREMIUM = _of("premium", "保费收入|原保险保费收入", "亿元", 66.0)
INCOME = _of(
    "income", "居民人均可支配收入|全体居民人均可支配收入", "元", 33000.0, 0, quarterly=True
)
INCOME_URBAN = _of(
    "income_urban", "城镇居民人均可支配收入|城镇常住居民人均可支配收入", "元", 41500.0, 0,
    quarterly=True,
)  # fmt: skip
INCOME_RURAL = _of(
    "income_rural", "农村居民人均可支配收入|农村常住居民人均可支配收入", "元", 21800.0, 0,
    quarterly=True,
)  # fmt: skip
CONSUME = _of(
    "consume_pc", "居民人均消费支出|居民人均生活消费支出", "元", 20900.0, 0, quarterly=True
)
JOBS = _of("new_jobs", "城镇新增就业|城镇新增就业人数", "人", 52000.0, 0)
ELEC = _of(
    "elec_total", "全社会用电量", "万千瓦时", decimals=0,
    parts=(
        _of("elec_part", "第一产业|第一产业用电量", "万千瓦时", 2.1e4, 0, by={"sector": "1"}),
        _of("elec_part", "第二产业|第二产业用电量", "万千瓦时", 9.8e5, 0, by={"sector": "2"}),
        _of("elec_part", "第三产业|第三产业用电量", "万千瓦时", 2.7e5, 0, by={"sector": "3"}),
        _of("elec_part", "城乡居民生活用电|城乡居民生活用电量", "万千瓦时", 2.4e5, 0,
            by={"sector": "households"}),
    ),
)  # fmt: skip
ELEC_INDUSTRY = _of("elec_industry", "工业用电量|工业用电", "万千瓦时", 8.9e5, 0)
UNITS_IND = _of("ind_units", "规模以上工业企业单位数|规模以上工业企业数", "户", 1480.0, 0, "stock")
ENTITIES = _of("entities", "经营主体总量|实有经营主体", "户", 412000.0, 0, "stock")
TOURISTS = _of("tourism", "接待游客人次|接待国内外游客", "万人次", 3900.0)
EXPRESS = _of("express", "快递业务量", "万件", 21000.0)
FREIGHT = _of("freight", "货运量", "万吨", 17500.0)
RATES = (
    SALES_RATE,
    _of("tax_share", "税收收入占一般公共预算收入比重", "%", 71.0, 1, "rate"),
    _of("aqi_good", "空气质量优良天数比例|优良天数比例", "%", 83.0, 1, "rate"),
    _of("unemp_survey", "城镇调查失业率", "%", 5.2, 1, "rate"),
    _of("fiscal_self", "财政自给率", "%", 44.0, 1, "rate"),
)
PM25 = _of("pm25", "PM2.5平均浓度", "微克/立方米", 38.0, 0, "rate")
UNKNOWN = (
    _of(None, "规上互联网企业营业收入", "亿元", 41.0),
    _of(None, "新能源汽车保有量", "辆", 52000.0, 0, "stock"),
    _of(None, "外贸综合服务企业数", "家", 61.0, 0, "stock"),
)
SOURCES = tuple(
    _of("income", name, "元", size, 0, quarterly=True, by={"income_source": source})
    for name, source, size in (
        ("工资性收入", "wages", 18600.0), ("经营净收入", "business", 5600.0),
        ("财产净收入", "property", 2500.0), ("转移净收入", "transfer", 6300.0),
    )
)  # fmt: skip
CPI = _of("cpi", "居民消费价格指数|居民消费价格总指数", "上年同月=100", 101.0, 1, "index")
CPI_PARTS = tuple(
    _of(id_, name, "上年同月=100", 101.0, 1, "index", by=by)
    for id_, name, by in (
        ("cpi_food", "食品烟酒", {}), ("cpi", "衣着", {"category": "clothing"}),
        ("cpi", "居住", {"category": "housing"}),
        ("cpi", "生活用品及服务", {"category": "household"}),
        ("cpi", "交通通信", {"category": "transport"}),
        ("cpi", "教育文化娱乐", {"category": "education"}),
        ("cpi", "医疗保健", {"category": "health"}),
        ("cpi", "其他用品及服务", {"category": "other"}),
    )
)  # fmt: skip
INCOME = _of(
    "income", "居民人均可支配收入|全体居民人均可支配收入", "元", decimals=0, quarterly=True,
    parts=SOURCES,
)  # fmt: skip
POPULATION = _of("pop_resident", "常住人口|年末常住人口", "万人", 486.0, 2, "stock")
GDP_PC = _of("gdp_per_capita", "人均地区生产总值|人均生产总值", "元", 61000.0, 0)

MONTHLY = (
    OUTPUT, FAI, FAI_INDUSTRIAL, FAI_PRIVATE, RE, RE_AREA, RE_VALUE, RETAIL, RETAIL_ABOVE, TRADE,
    FDI, BUDGET, SPEND, FUND, ELEC, ELEC_INDUSTRY, JOBS, PREMIUM, TOURISTS, EXPRESS, FREIGHT,
)  # fmt: skip
# Published for single months as well; the others exist cumulated only.
SINGLE = (
    OUTPUT,
    RETAIL,
    RETAIL_ABOVE,
    TRADE,
    *TRADE2,
    BUDGET,
    TAX,
    SPEND,
    ELEC,
    ELEC_INDUSTRY,
    EXPRESS,
)
QUARTERLY = (GDP, AGRI, CON, INCOME, INCOME_URBAN, INCOME_RURAL, CONSUME)
STOCKS = (DEPOSITS, LOANS, HOUSEHOLD, UNITS_IND, ENTITIES)
GROWTHS = (IVA, FAI_GROWTH)
