"""What stands in a column of units, beside the names."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from cockpit.catalog import Catalog
from loaders.registry import read


def test_a_number_in_a_column_of_units_is_no_unit(catalog: Catalog, tmp_path: Path) -> None:
    book = Workbook()
    for line in (
        ["枣庄市2024年10月主要经济指标"],
        ["指标", "单位", "本月", "1-10月"],
        ["社会消费品零售总额", "亿元", 20.5, 200.1],
        ["固定资产投资", 5.1, 30.2, 300.3],
        ["一般公共预算收入", "亿元", 5.5, 50.6],
    ):
        book.active.append(line)
    path = tmp_path / "枣庄市2024年10月主要经济指标.xlsx"
    book.save(path)
    found = {one.cell: one for one in read(path, path.name, catalog).observations}
    assert {one.unit for one in found.values() if one.needs_review} == {"亿元"}
    assert [cell for cell, one in found.items() if one.needs_review] == ["C4", "D4"]
