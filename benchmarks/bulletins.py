"""Workbooks to measure with: monthly bulletins as bureaus lay them, and one long tidy sheet."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Border, Side

from cockpit.catalog import load_catalog
from cockpit.settings import DATA

INDICATORS = (
    *((name, "亿元") for name in ("地区生产总值", "第一产业增加值", "第二产业增加值")),
    *((name, "亿元") for name in ("第三产业增加值", "固定资产投资", "房地产开发投资")),
    *((name, "亿元") for name in ("社会消费品零售总额", "进出口总额", "出口总额")),
    *((name, "亿元") for name in ("一般公共预算收入", "税收收入", "一般公共预算支出")),
    *(("用电量", "亿千瓦时"), ("工业用电量", "亿千瓦时"), ("货物周转量", "亿吨公里")),
    *((f"{who}居民人均可支配收入", "元") for who in ("城镇", "农村")),
    *(("居民消费价格指数", "上年同期=100"), ("规模以上工业增加值增速", "%")),
)
REGIONS = ("北京市", "天津市", "河北省", "山西省", "辽宁省", "吉林省", "上海市", "江苏省")
_LINE = Side(style="thin")
_BOX = Border(_LINE, _LINE, _LINE, _LINE)

Table = list[list[str | float]]


class Layout(NamedTuple):
    """What a bureau keeps from month to month: regions above columns, rows with units, a format."""

    groups: Sequence[str]
    rows: Sequence[tuple[str, str]]
    write: Callable[[Path, str, Table], Path]


def write_strangers(folder: Path, count: int, seed: int) -> list[Path]:
    """Write bulletins of which each has rows and columns of its own."""
    chance = random.Random(seed)
    layouts = (_layout(chance) for _ in range(count))
    return [_bulletin(folder, chance, n, layout) for n, layout in enumerate(layouts)]


def write_years(folder: Path, bureaus: int, seed: int) -> list[Path]:
    """Write the twelve bulletins of a year, of bureaus that keep their rows and columns."""
    chance = random.Random(seed)
    layouts = [_layout(chance) for _ in range(bureaus)]
    return [
        _bulletin(folder, chance, bureau * 12 + month, layout)
        for bureau, layout in enumerate(layouts)
        for month in range(12)
    ]


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


def _layout(chance: random.Random) -> Layout:
    """Twenty to sixty rows, two to ten columns; eight in ten xlsx, the others xls and csv."""
    groups = REGIONS[: chance.randint(1, 5)]
    rows = chance.sample(_flows(), chance.randint(20, 60))
    return Layout(groups, rows, chance.choice((*(_xlsx,) * 8, _xls, _csv)))


def _bulletin(folder: Path, chance: random.Random, number: int, layout: Layout) -> Path:
    """A title, a unit, a header of two rows, figures; January is published with February."""
    year, month = 2020 + number // 12 % 5, max(number % 12 + 1, 2)
    groups = layout.groups
    width = 2 + 2 * len(groups)
    table: Table = [
        [f"{year}年1-{month}月主要经济指标"],
        [*[""] * (width - 1), "单位：亿元、%"],
        ["指标", "计量单位", *(cell for group in groups for cell in (group, ""))],
        ["", "", *["累计", "同比增长(%)"] * len(groups)],
    ]
    for name, unit in layout.rows:
        pairs = [(chance.uniform(1, 9999), chance.uniform(-20, 20)) for _ in groups]
        figures = (round(figure, 2 - n) for pair in pairs for n, figure in enumerate(pair))
        table.append([name, unit, *figures])
    name = f"{number:03} {year}年{number % 12 + 1}月主要经济指标"
    return layout.write(folder, name, table)


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
        yield [REGIONS[place], INDICATORS[indicator][0], period, INDICATORS[indicator][1], figure]
