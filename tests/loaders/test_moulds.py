"""A month's sheet says the same after the months before it as it says alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cockpit.catalog import load_catalog
from cockpit.observation import Observation
from cockpit.settings import DATA
from loaders import knowledge
from loaders.moulds import Mould
from loaders.registry import read

_CATALOG = load_catalog(DATA / "catalog")
_ROWS = (
    "地区生产总值",
    "工业增加值",
    "居民消费价格指数",
    "固定资产投资",
    "某县自定指标",
    "年末总人口",
)


def _months(folder: Path) -> Iterator[Path]:
    """A year of one bureau: a figure is missing here, an index stands for its growth there."""
    for month in range(1, 13):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = f"{month}月"
        sheet.append([f"山东省2024年1-{month}月主要经济指标"])
        sheet.append(["指标", "单位", "本月", "累计", "累计同比增长(%)", "济南市"])
        for number, name in enumerate(_ROWS):
            unit = "%" if "指数" in name else "亿元"
            figures = [100 + month * number, 1000.5 * month + number, 3.5 + number, 12.5]
            sheet.append([name, unit, *figures])
        sheet.cell(5, 5).value = 103.5 if month % 2 else 2.5
        sheet.cell(6, 3).value = ("—", None, 7, "8.5", "1.2倍", 0.5)[month % 6]
        sheet.cell(7, 4).number_format = "0.0%" if month == 5 else "0.0"
        path = folder / f"2024年{month}月.xlsx"
        book.save(path)
        yield path


def _read(path: Path) -> tuple[list[object], list[object]]:
    reading = read(path, path.name, _CATALOG)
    records = [(record, dict(record.evidence.items())) for record in reading.observations]
    return [*records], [*reading.issues]


def test_after_other_months_as_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    months, alone = [*_months(tmp_path)], []
    for path in months:
        monkeypatch.setattr(knowledge, "_kept", [])
        alone.append(_read(path))
    cast, used = Mould.cast, []

    def counted(mould: Mould, *figures: Any) -> Iterator[Observation]:
        used.append(mould)
        return cast(mould, *figures)

    monkeypatch.setattr(knowledge, "_kept", [])
    monkeypatch.setattr(Mould, "cast", counted)
    assert [*map(_read, months)] == alone
    assert len(used) > len(months)
