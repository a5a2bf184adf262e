"""Consumer prices of the provinces, one group an export."""

from collections.abc import Iterator
from pathlib import Path

from data.samples.recipe.export import Cells, Export
from data.samples.recipe.numbers import one_decimal
from data.samples.recipe.provinces import FULL_NAME, printed, provincial
from data.samples.recipe.read import exported, panel

MONTHS = [f"{year}年{month}月" for year in range(2020, 2015, -1) for month in range(12, 0, -1)]
BASE = "居民消费价格指数(上年同月=100)"
NOTE = "我国CPI每五年进行一次基期轮换，2016年1月开始使用2015年作为对比基期。"

# Group as printed → its name in the panel and the number in the name of the 2020 export.
GROUPS = {
    "食品烟酒类": ("食品类", "(1)"),
    "衣着类": ("衣着类", "(2)"),
    "居住类": ("居住类", "(3)"),
    "生活用品及服务类": ("生活用品服务类", "(4)"),
    "交通和通信类": ("交通和通信", "(5)"),
    "教育文化和娱乐类": ("教育与娱乐", "(6)"),
    "医疗保健类": ("医疗保健", "(7)"),
    "其他用品和服务类": ("其他类", "(8)"),
}


def consumer_prices(source: Path) -> Iterator[Export]:
    """Yield the total (2020) and the eight groups (2016–2020)."""
    yield _export(40, "", _early_2020(source, ""))
    rows = panel(source / "panels" / "province_month_cpi8_2016-2019_long.csv")
    for number, (group, (name, suffix)) in enumerate(GROUPS.items(), start=41):
        indicator = f"CPI_{name}(上年同月=100)"
        cells = {
            (FULL_NAME[row["region"]], _month(row["period"])): row["value"]
            for row in rows
            if row["indicator"] == indicator
        }
        yield _export(number, group, {**cells, **_early_2020(source, f"_{suffix}")})


def _export(number: int, group: str, cells: Cells) -> Export:
    stem = f"{number} 分省月度数据 {group}居民消费价格指数"
    return provincial(stem, "分省月度数据", group + BASE, printed(cells, one_decimal), MONTHS, NOTE)


def _early_2020(source: Path, suffix: str) -> Cells:
    name = f"data-science-in-action_分省月度数据{suffix}.csv"
    return exported(source / "workbooks" / "nbs" / name, "地区")


def _month(period: str) -> str:
    return f"{period[:4]}年{int(period[5:])}月"
