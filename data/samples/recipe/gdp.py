"""Gross domestic product of the provinces in the vintages in which it was published."""

from collections.abc import Iterator
from pathlib import Path

from data.samples.recipe.export import Cells, Export
from data.samples.recipe.provinces import column, provincial, years
from data.samples.recipe.read import exported, panel

LABEL = "地区生产总值(亿元)"
FIRST = "GDP_当年价_亿元"
EXPORTS = Path("workbooks", "nbs")


def before_fourth_census(source: Path) -> Export:
    """Return 1999–2018 as it stood before the fourth economic census."""
    old = exported(source / EXPORTS / "Tobby-star_分省年度数据.csv", "地区")
    cells = {**old, **column(source, FIRST, ["2018年"])}
    note = "本表按当年价格计算，为第四次全国经济普查修订以前的数据；2018年为初步核算数。"
    stem = "20 分省年度数据 地区生产总值 第四次经济普查前"
    return provincial(stem, "分省年度数据", LABEL, cells, years(1999, 2018), note)


def first_published(source: Path) -> Export:
    """Return 2019–2024 as each year was first published."""
    cells = column(source, FIRST, years(2019, 2024))
    note = "本表按当年价格计算，各年均为次年年初公布的初步核算数。"
    stem = "21 分省年度数据 地区生产总值(亿元) 初步核算"
    return provincial(stem, "分省年度数据", LABEL, cells, years(2019, 2024), note)


def after_fourth_census(source: Path) -> Export:
    """Return 2005–2023 as revised after the fourth economic census."""
    cells = exported(source / EXPORTS / "xiaoqi737_分省年度数据.xls", "地区")
    note = "本表按当年价格计算，为根据第四次全国经济普查系统修订后的数据。"
    stem = "22 分省年度数据 地区生产总值 第四次经济普查修订"
    return provincial(stem, "分省年度数据", LABEL, cells, years(2005, 2023), note)


def after_fifth_census(source: Path) -> Export:
    """Return 2006–2024 as revised after the fifth economic census."""
    cells = column(source, "GDP_亿元", years(2006, 2024))
    note = (
        "按照我国国民经济核算数据修订制度和国际通行做法，在第五次全国经济普查后，"
        "对1992年-2023年地区生产总值历史数据进行了系统修订。"
    )
    stem = "23 分省年度数据 地区生产总值(亿元) 第五次经济普查修订"
    return provincial(stem, "分省年度数据", LABEL, cells, years(2006, 2024), note)


def quarterly(source: Path) -> Iterator[Export]:
    """Yield cumulative quarters of 2013–2017 as first published, then 2018 as revised."""
    rows = panel(source / "panels" / "province_quarter_gdp_cum_2013-2018_long.csv")
    cells = {(row["region"], _quarter(row["period"])): row["value"] for row in rows}
    yield _quarters(cells, 2013, 2017, "24", "本表按当年价格计算，为各季度初步核算数。")
    yield _quarters(
        cells, 2018, 2018, "25", "本表按当年价格计算，为第四次全国经济普查修订后的数据。"
    )


def _quarters(cells: Cells, first: int, last: int, number: str, note: str) -> Export:
    periods = [f"{year}{_ORDINAL[q]}" for year in range(last, first - 1, -1) for q in "4321"]
    chosen = {key: text for key, text in cells.items() if key[1] in periods}
    label = "地区生产总值_累计值(亿元)"
    span = f"{first}年" if first == last else f"{first}-{last}年"
    stem = f"{number} 分省季度数据 地区生产总值_累计值 {span}"
    return provincial(stem, "分省季度数据", label, chosen, periods, note)


def _quarter(period: str) -> str:
    return f"{period[:4]}{_ORDINAL[period[-1]]}"


_ORDINAL = {"1": "年第一季度", "2": "年第二季度", "3": "年第三季度", "4": "年第四季度"}
