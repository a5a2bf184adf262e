"""What the layouts of the National Bureau of Statistics have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from laying import AREAS, Grid, record

BASE = "上年同月=100"
NO_INDICATOR = "no indicator found in title, sheet or file name"
NO_UNIT = "no unit is printed"
NO_REGION = "no region found in title, sheet or file name"
ASSUMED = "no unit is printed; the catalogue's is assumed"
GUESSED = "the unit is abbreviated and was completed"
CHINA = {"ref_area": "", "area": "000000"}

Records = list[dict[str, Any]]


def place(name: str, code: str | None = None) -> dict[str, Any]:
    return {"ref_area": name, "area": code or AREAS[name]}


def matrix(
    top: int, left: str, rows: Grid, by_row: list[dict[str, Any]], by_column: list[dict[str, Any]],
    **fixed: Any,
) -> Records:  # fmt: skip
    """Records of a table whose figures begin at a row (from 1) and a column letter."""
    return list(_matrix(top, left, rows, by_row, by_column, fixed))


def _matrix(
    top: int, left: str, rows: Grid, by_row: list[dict[str, Any]], by_column: list[dict[str, Any]],
    fixed: dict[str, Any],
) -> Iterator[dict[str, Any]]:  # fmt: skip
    for r, (row, of_row) in enumerate(zip(rows, by_row, strict=True)):
        for c, (raw, of_column) in enumerate(zip(row, by_column, strict=True)):
            cell = f"{chr(ord(left) + c)}{top + r}"
            yield record(cell, raw, **(fixed | of_row | of_column))


def years(*which: int) -> list[dict[str, Any]]:
    return [{"time_period": str(year)} for year in which]


def months(*which: str) -> list[dict[str, Any]]:
    return [{"freq": "M", "time_period": month} for month in which]


GDP_LEVEL = {"label": "地区生产总值", "indicator": "gdp", "unit": "亿元"}
GDP_1517: Grid = [
    ["28014.94", "25669.13", "23014.59"],
    ["18549.19", "17885.39", "16538.19"],
    ["34016.32", "32070.45", "29806.11"],
]
THREE = ["北京市", "天津市", "河北省"]
