"""Tables as releases, yearbooks and county bureaus lay them out."""

import csv
from collections.abc import Sequence
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from data.samples.recipe.sheet import heading, merge, new_sheet, put, save

FIGURES = Path(__file__).parent / "figures"
CITIES_OF_JIANGSU = 13
GDP = "地区生产总值\nGross Domestic Product"
YEARBOOK_HEAD = (
    ("地区", "Region", GDP, None, None, None, None),
    (
        *(None, None, None),
        "第一产业\nPrimary Industry",
        "第二产业\nSecondary Industry",
        None,
        "第三产业\nTertiary Industry",
    ),
    (None, None, None, None, None, "工业\nIndustry", None),
)


def national_bulletin(folder: Path) -> Path:
    """Write the main national indicators of 2023 as the statistical communiqué gives them."""
    rows = figures("bulletin_2023.csv")
    sheet = new_sheet("主要指标")
    heading(sheet, "2023年国民经济主要指标", 4)
    for number, row in enumerate(rows, start=2):
        put(sheet, number, [typed(text) for text in row])
    notes = (
        "注：1.国内生产总值、各产业增加值、人均国内生产总值、国民总收入绝对数按现价计算，增长速度按不变价格计算。",
        "　　2.固定资产投资、社会消费品零售总额增长速度按可比口径计算；居民收入为名义增长。",
        "　　3.规模以上工业增加值只公布增长速度。",
        "数据来源：国家统计局《中华人民共和国2023年国民经济和社会发展统计公报》；财政收支来源于财政部，进出口来源于海关总署。",
    )
    foot(sheet, len(rows) + 2, notes, 4)
    return save(sheet, folder / "70 2023年国民经济主要指标.xlsx")


def provincial_yearbook(source: Path, folder: Path) -> Path:
    """Write the gross domestic product of Jiangsu's cities under a stacked bilingual header."""
    tables = _jiangsu(source / "workbooks" / "yearbook" / "Jiangsu_2-12分市地区生产总值(2023).xlsx")
    total, first, second, third, industry, _ = tables
    sheet = new_sheet("2-12")
    heading(sheet, "2-12  分市地区生产总值（2022年）\nGross Domestic Product by City (2022)", 7)
    sheet["A2"], sheet["G2"] = "本表按当年价格计算。", "单位：亿元 (100 million yuan)"
    for number, row in enumerate(YEARBOOK_HEAD, start=3):
        put(sheet, number, row)
    merge(sheet, ("A3:A5", "B3:B5", "C3:G3", "C4:C5", "D4:D5", "E4:F4", "G4:G5"))
    sheet["C4"], sheet["E5"] = "合计\nTotal", "合计\nTotal"
    for number, (city, english) in enumerate(total, start=6):
        key = (city, english)
        put(sheet, number, [*key, *(t[key] for t in (total, first, second, industry, third))])
    foot(sheet, 6 + len(total), ("数据来源：《江苏统计年鉴2023》",), 7)
    return save(sheet, folder / "71 江苏省 2-12 分市地区生产总值(2022年).xlsx")


def invented_county(folder: Path) -> Path:
    """Write a month's sheet of a county that does not exist, to try an upload with."""
    rows = figures("invented_county.csv")
    sheet = new_sheet("虚构县主要指标")
    heading(sheet, "虚构县2024年10月主要经济指标", 6)
    put(sheet, 2, ["指标名称", "计量单位", "10月", None, "1-10月", None])
    put(sheet, 3, [None, None, "绝对量", "同比增长(%)", "绝对量", "同比增长(%)"])
    merge(sheet, ("A2:A3", "B2:B3", "C2:D2", "E2:F2"))
    for number, row in enumerate(rows[1:], start=4):
        put(sheet, number, [typed(text) for text in row])
    notes = ("注：本县及全部数字均为虚构，仅供试用上传。", "虚构县统计局　2024年11月20日")
    foot(sheet, len(rows) + 3, notes, 6)
    return save(sheet, folder / "虚构县2024年10月主要经济指标.xlsx")


def foot(sheet: Worksheet, row: int, notes: Sequence[str], width: int) -> None:
    """Write notes below a table, each over its whole width."""
    for number, note in enumerate(notes, start=row):
        sheet.cell(number, 1, note)
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=width)


def figures(name: str) -> list[list[str]]:
    """Return the rows of a table of figures, its header first."""
    with (FIGURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def typed(text: str) -> str | float | None:
    """Return what a cell holds: a number, a text, or nothing."""
    try:
        return float(text)
    except ValueError:
        return text or None


def _jiangsu(path: Path) -> list[dict[tuple[str, str], float]]:
    """Return the newest year of each of the yearbook's stacked tables, cities only."""
    from openpyxl import load_workbook

    rows = list(load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True))
    starts = [i + 1 for i, row in enumerate(rows) if row[0] == "按地区分"]
    return [
        {(str(row[0]), str(row[1])): float(str(row[8])) for row in rows[s : s + CITIES_OF_JIANGSU]}
        for s in starts
    ]
