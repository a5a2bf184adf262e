"""Provincial tables: one indicator an export, provinces down, periods across."""

from collections.abc import Callable, Iterable
from pathlib import Path

from data.samples.recipe.export import Cells, Export, filled, foot, lay_out
from data.samples.recipe.numbers import plain
from data.samples.recipe.read import panel

PROVINCES = (
    "北京市", "天津市", "河北省", "山西省", "内蒙古自治区", "辽宁省",
    "吉林省", "黑龙江省", "上海市", "江苏省", "浙江省", "安徽省",
    "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省",
    "广东省", "广西壮族自治区", "海南省", "重庆市", "四川省", "贵州省",
    "云南省", "西藏自治区", "陕西省", "甘肃省", "青海省", "宁夏回族自治区",
    "新疆维吾尔自治区",
)  # fmt: skip
FULL_NAME = {name[:3] if name[:3] in ("内蒙古", "黑龙江") else name[:2]: name for name in PROVINCES}
ANNUAL_PANEL = Path("panels", "RenJiyi163_province_2005-2024_panel.csv")


def years(first: int, last: int) -> list[str]:
    """Return column labels from the newest year to the oldest."""
    return [f"{year}年" for year in range(last, first - 1, -1)]


def column(source: Path, name: str, chosen: Iterable[str]) -> Cells:
    """Return one column of the annual panel for the chosen years."""
    wanted = set(chosen)
    return {
        (FULL_NAME[row["地区"]], f"{row['年份']}年"): plain(row[name])
        for row in panel(source / ANNUAL_PANEL)
        if row[name] and f"{row['年份']}年" in wanted
    }


def provincial(
    stem: str, database: str, label: str, cells: Cells, periods: Iterable[str], *notes: str
) -> Export:
    """Lay out one provincial indicator as 国家数据 does."""
    columns = filled(cells, periods)
    head = (f"数据库：{database}", f"指标：{label}", f"时间：{columns[-1]}-{columns[0]}")
    return Export(stem, head, "地区", columns, lay_out(cells, PROVINCES, columns), foot(notes))


def printed(cells: Cells, how: Callable[[str], str]) -> Cells:
    """Return the cells with every text printed anew."""
    return {key: how(text) for key, text in cells.items() if text}
