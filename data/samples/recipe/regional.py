"""Provincial yearly indicators whose definition is clear and whose national total ties."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.samples.recipe.export import Export
from data.samples.recipe.provinces import column, provincial, years
from data.samples.recipe.read import exported

EXPORTS = Path("workbooks", "nbs")


@dataclass(frozen=True)
class Yearly:
    """One column of the annual panel: how it is printed, the years that hold, the note."""

    stem: str
    label: str
    column: str
    years: Iterable[str]
    note: str


TAX = Yearly(
    "32 分省年度数据 地方财政税收收入(亿元)",
    "地方财政税收收入(亿元)",
    "税收收入_亿元",
    years(2007, 2024),
    "地方一般公共预算收入中的税收收入。",
)
URBAN = Yearly(
    "31 分省年度数据 城镇化率",
    "常住人口城镇化率(%)",
    "城镇化率_%",
    years(2011, 2024),
    "2011-2019年数据根据第七次全国人口普查修订。",
)
INVESTMENT = Yearly(
    "34 分省年度数据 全社会固定资产投资",
    "全社会固定资产投资(亿元)",
    "固定资产投资总额_亿元",
    years(2005, 2017),
    "2018年起不再公布分省投资总量。",
)
INVESTMENT_FUNDS = Yearly(
    "35 分省年度数据 固定资产投资(不含农户)实际到位资金_比上年增长(%)",
    "固定资产投资(不含农户)实际到位资金_比上年增长(%)",
    "固定资产投资到位资金增速_%",
    years(2018, 2024),
    "增长速度按可比口径计算。",
)
TRADE_DOLLAR = Yearly(
    "36 分省年度数据 进出口总额(万美元)",
    "进出口总额(万美元)",
    "进出口总额_万美元",
    [year for year in years(2005, 2014) if year != "2006年"],
    "数据来源于海关总署。2006年数据缺。",
)
TRADE_YUAN = Yearly(
    "37 分省年度数据 进出口总额(亿元)",
    "进出口总额(亿元)",
    "进出口总额_亿元人民币",
    years(2016, 2024),
    "数据来源于海关总署。",
)
EMPLOYED = Yearly(
    "38 分省年度数据 就业人员(万人)",
    "就业人员(万人)",
    "就业人员数_万人",
    years(2020, 2024),
    "年末数。",
)
EMPLOYED_IN_TOWN_UNITS = Yearly(
    "39 分省年度数据 城镇单位就业人员",
    "城镇单位就业人员(万人)",
    "城镇单位就业人员_万人",
    years(2008, 2024),
    "城镇单位数据不含私营单位。",
)


def yearly(source: Path, recipe: Yearly) -> Export:
    """Lay out one column of the annual panel."""
    cells = column(source, recipe.column, recipe.years)
    span = years(2005, 2024)
    return provincial(recipe.stem, "分省年度数据", recipe.label, cells, span, recipe.note)


def population(source: Path) -> Export:
    """Return resident population at the end of 2015–2024."""
    cells = exported(source / EXPORTS / "1lmq_分省年度数据.csv", "地区")
    label = "年末常住人口(万人)"
    note = "2020年为第七次全国人口普查推算数，其余年份为年度人口抽样调查推算数。"
    stem = "30 分省年度数据 年末常住人口"
    return provincial(stem, "分省年度数据", label, cells, years(2015, 2024), note)


def spending(source: Path) -> Export:
    """Return local general public budget expenditure of 2011–2024."""
    cells = exported(source / EXPORTS / "1376524890_分省年度数据_4.csv", "地区")
    label = "地方财政一般公共预算支出(亿元)"
    note = "地方财政支出均为本级支出。"
    stem = "33 分省年度数据 地方财政一般公共预算支出"
    return provincial(stem, "分省年度数据", label, cells, years(2011, 2024), note)
