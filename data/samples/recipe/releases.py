"""Tables of figures as releases of 2023 and 2024 announced them."""

from collections.abc import Sequence
from pathlib import Path

from data.samples.recipe.bulletins import figures, foot, typed
from data.samples.recipe.sheet import heading, new_sheet, put, save

MONTH_NOTES = (
    "注：工业增加值增长速度按不变价格计算，零售额增长速度按可比口径计算。",
    "数据来源：国家统计局2024年1月17日新闻稿",
)
TO_DATE_NOTES = (
    "注：1.工业增加值增长速度按不变价格计算；利润、投资、房地产、零售额增长速度按可比口径计算。",
    "　　2.资产、负债、应收账款、产成品存货和待售面积为12月末数。",
    "数据来源：国家统计局2024年1月17日、1月27日新闻稿；制造业增加值增速来源于工业和信息化部。",
)
RESIDENTS_NOTES = ("数据来源：国家统计局2023年1月17日、2024年1月17日新闻稿",)
BANKING_NOTES = ("数据来源：中国人民银行《金融统计数据报告》",)
ENERGY_NOTES = (
    "注：地区生产总值按照2015年价格计算。西藏自治区数据暂缺。",
    "数据来源：国家统计局、国家发展和改革委员会、国家能源局2021年8月23日公报",
)
YEAR_NOTES = (
    "注：1.税收收入分项为全国一般公共预算口径，增长速度按财政部公布；货运量为营业性货运量。",
    "数据来源：国家统计局《中华人民共和国2023年国民经济和社会发展统计公报》《2023年全国科技经费投入统计公报》；"
    "用电量来源于国家能源局，财政来源于财政部，保费来源于国家金融监督管理总局，"
    "交通运输和快递来源于交通运输部《2023年交通运输行业发展统计公报》。",
)


TABLES = (
    ("72 2023年12月全国工业和消费", "month_2023_12.csv", MONTH_NOTES),
    ("73 2023年1—12月全国工业、投资、房地产和消费", "to_date_2023_12.csv", TO_DATE_NOTES),
    ("74 2023年全国国民经济和社会发展主要数据", "year_2023.csv", YEAR_NOTES),
    ("75 2022—2023年全国年末常住人口", "residents.csv", RESIDENTS_NOTES),
    ("76 全国金融机构本外币各项存贷款余额", "banking.csv", BANKING_NOTES),
    ("77 2020年分省(区、市)万元地区生产总值能耗降低率等指标", "energy_2020.csv", ENERGY_NOTES),
)
"""Name and title, figures, and the notes below them."""


def releases(folder: Path) -> None:
    """Write the workbooks of December and the year 2023, of residents, banks and energy."""
    for name, rows, notes in TABLES:
        _table(folder / f"{name}.xlsx", figures(rows), name.partition(" ")[2], notes)


def _table(path: Path, rows: list[list[str]], title: str, notes: Sequence[str]) -> None:
    sheet = new_sheet("主要指标")
    heading(sheet, title, len(rows[0]))
    for number, row in enumerate(rows, start=2):
        put(sheet, number, [typed(text) for text in row])
    foot(sheet, len(rows) + 2, notes, len(rows[0]))
    save(sheet, path)
