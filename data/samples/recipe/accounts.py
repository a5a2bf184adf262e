"""National accounts and other national tables that are exports of the bureau themselves."""

import csv
from pathlib import Path

from data.samples.recipe.export import Cells, Export, filled, foot, lay_out
from data.samples.recipe.provinces import years
from data.samples.recipe.read import exported

EXPORTS = Path("workbooks", "nbs")
FIGURES = Path(__file__).parent / "figures"
QUARTERS = [f"{y}年第{q}季度" for y in range(2023, 2019, -1) for q in "四三二一"]


def quarterly_first_published() -> Export:
    """Return cumulative GDP and its growth for 2021–2023 as each quarter was announced."""
    note = "绝对额按现价计算，增长速度按不变价格计算；各期均为当期初步核算数，未经修订。"
    cells = _collected("gdp_quarterly.csv")
    return _national("60 季度数据 国内生产总值 初步核算", "季度数据", cells, QUARTERS, note)


def quarterly_revised(source: Path) -> Export:
    """Return quarterly and cumulative GDP for six quarters as they stood in April 2022."""
    found = exported(source / EXPORTS / "AlanBook_季度数据.csv", "指标")
    chosen = ("国内生产总值", "第一产业", "第二产业", "第三产业")
    cells = {key: text for key, text in found.items() if key[0].startswith(chosen)}
    note = "按当年价格计算。累计数据由当季数据相加得到。"
    return _national("61 季度数据 国内生产总值", "季度数据", cells, QUARTERS, note)


def yearly_gdp() -> Export:
    """Return gross domestic product of 2012–2021 and its index as the yearbook prints them."""
    note = "按当年价格计算，指数按不变价格计算；2020年及以前为最终核实数。"
    cells = _collected("gdp_yearly.csv")
    return _national("62 年度数据 国内生产总值", "年度数据", cells, years(2012, 2023), note)


def population(source: Path) -> Export:
    """Return total, urban and rural population of 2006–2024."""
    cells = exported(source / EXPORTS / "ruiyugao_人口年度数据.xls", "指标")
    note = "2010年、2020年为当年人口普查数据推算数；其余年份为年度人口抽样调查推算数据。"
    return _national("63 年度数据 人口", "年度数据", cells, years(2006, 2024), note)


def energy(source: Path) -> Export:
    """Return total energy consumption and its structure for 2015–2024."""
    found = exported(source / EXPORTS / "xiuwhite_年度数据.xls", "指标")
    ending = ("能源消费总量(万吨标准煤)", "总量的比重(%)", "电力消费量(亿千瓦小时)")
    cells = {key: text for key, text in found.items() if key[0].endswith(ending)}
    note = "2023年、2024年能源消费总量为初步核算数。"
    return _national("64 年度数据 能源消费", "年度数据", cells, years(2015, 2024), note)


def _national(stem: str, database: str, cells: Cells, periods: list[str], note: str) -> Export:
    columns = filled(cells, periods)
    head = (f"数据库：{database}", f"时间：{columns[-1]}-{columns[0]}")
    labels = dict.fromkeys(label for label, _ in cells)
    return Export(stem, head, "指标", columns, lay_out(cells, labels, columns), foot((note,)))


def _collected(name: str) -> Cells:
    """Return figures collected by hand from releases: a row a label, a column a period."""
    with (FIGURES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["指标"], p): text for row in rows for p, text in row.items() if p != "指标"}
