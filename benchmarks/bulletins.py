"""Workbooks to measure with: monthly bulletins as bureaus lay them, and one long tidy sheet."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Border, Side

from cockpit.catalog import load_catalog
from cockpit.settings import DATA

INDICATORS = (
    *("地区生产总值", "第一产业增加值", "第二产业增加值", "第三产业增加值", "规模以上工业增加值"),
    *("固定资产投资", "房地产开发投资", "社会消费品零售总额", "进出口总额", "出口总额"),
    *("一般公共预算收入", "税收收入", "一般公共预算支出", "用电量", "工业用电量"),
    *("居民消费价格指数", "城镇居民人均可支配收入", "农村居民人均可支配收入", "货物周转量"),
)
REGIONS = ("北京市", "天津市", "河北省", "山西省", "辽宁省", "吉林省", "上海市", "江苏省")
_LINE = Side(style="thin")
_BOX = Border(_LINE, _LINE, _LINE, _LINE)

Table = list[list[str | float]]


def write_bulletins(folder: Path, count: int) -> list[Path]:
    """Write monthly bulletins: eight in ten xlsx, the others xls and csv."""
    chance = random.Random(2024)
    writers = (*(_xlsx,) * 8, _xls, _csv)
    paths = []
    for n in range(count):
        year, month = 2020 + n // 12 % 5, n % 12 + 1
        table = _bulletin(chance, year, max(month, 2))
        path = writers[n % len(writers)](folder, f"{n:03} {year}年{month}月主要经济指标", table)
        paths.append(path)
    return paths


def write_tidy(folder: Path, rows: int) -> list[Path]:
    """Write one long sheet, one figure a row, as xlsx and as csv."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("数据")
    csv_path = folder / "长表.csv"
    with csv_path.open("w", encoding="utf-8", newline="") as stream:
        lines = csv.writer(stream)
        for row in _tidy(rows):
            sheet.append(row)
            lines.writerow(row)
    book.save(folder / "长表.xlsx")
    return [folder / "长表.xlsx", csv_path]


def _bulletin(chance: random.Random, year: int, month: int) -> Table:
    """A title, a unit, a header of two rows, twenty to sixty rows, four to twelve columns."""
    groups = [REGIONS[n] for n in range(chance.randint(2, 6))][: chance.randint(1, 5)]
    width = 2 + 2 * len(groups)
    table: Table = [
        [f"{year}年1-{month}月主要经济指标"],
        [*[""] * (width - 1), "单位：亿元、%"],
        ["指标", "计量单位", *(cell for group in groups for cell in (group, ""))],
        ["", "", *["累计", "同比增长(%)"] * len(groups)],
    ]
    for name, unit in chance.sample(_flows(), chance.randint(20, 60)):
        figures = (
            figure
            for _ in groups
            for figure in (round(chance.uniform(1, 9999), 2), round(chance.uniform(-20, 20), 1))
        )
        table.append([name, unit, *figures])
    return table


@cache
def _flows() -> list[tuple[str, str]]:
    """What is published in cumulative figures, with its unit."""
    indicators = load_catalog(DATA / "catalog").indicators.values()
    return [(i.name_zh, i.unit) for i in indicators if "ytd" in i.accumulations and not i.derived]


def _xlsx(folder: Path, name: str, table: Table) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    width = len(table[2])
    for r, row in enumerate(table, 1):
        for c, value in enumerate(row, 1):
            if value != "":
                cell = sheet.cell(r, c, value)
                cell.border = _BOX
                cell.number_format = "0.0" if c % 2 == 0 else "0.00"
                cell.alignment = Alignment(indent=1 if c == 1 and r % 3 else 0)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    for column in (1, 2):
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    for column in range(3, width, 2):
        sheet.merge_cells(start_row=3, end_row=3, start_column=column, end_column=column + 1)
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def _xls(folder: Path, name: str, table: Table) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for r, row in enumerate(table):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    path = folder / f"{name}.xls"
    book.save(str(path))
    return path


def _csv(folder: Path, name: str, table: Table) -> Path:
    held = io.StringIO(newline="")
    csv.writer(held).writerows(table)
    path = folder / f"{name}.csv"
    path.write_bytes(held.getvalue().encode("gb18030"))
    return path


def _tidy(rows: int) -> Iterator[list[str | float]]:
    yield ["地区", "指标", "时期", "单位", "数值"]
    chance = random.Random(2024)
    for n in range(rows):
        place, rest = n % len(REGIONS), n // len(REGIONS)
        indicator, month = rest % len(INDICATORS), rest // len(INDICATORS)
        period = f"{1900 + month // 12}年{month % 12 + 1}月"
        figure = round(chance.uniform(1, 9999), 2)
        yield [REGIONS[place], INDICATORS[indicator], period, "亿元", figure]
