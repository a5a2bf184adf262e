"""Towns that an office lists: areas like any other, from the sheet to what is worked out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import orjson
import pytest
from openpyxl import Workbook

from cockpit.catalog import load_catalog
from cockpit.errors import CatalogueFault
from cockpit.settings import DATA

TOWNS = (
    "370402100,370402,town,税郭镇,税郭镇,Shuiguo,",
    "370402001,370402,town,中心街街道,中心街街道,Zhongxinjie,中心街",
)
SHEET = (
    ("枣庄市市中区2024年10月镇街财政收支情况",),
    ("单位：万元",),
    ("镇街", "一般公共预算收入累计", "其中：税收收入累计"),
    ("税郭镇", 5230, 4180),
    ("中心街街道", 9100, 8300),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copied = tmp_path / "catalog"
    shutil.copytree(DATA / "catalog", copied)
    with (copied / "towns.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"{town}\n" for town in TOWNS)
    return copied


def test_a_town_lies_in_its_county(folder: Path) -> None:
    areas = load_catalog(folder).areas
    assert [area.code for area in areas.path("370402100")] == [
        *("000000", "370000", "370400", "370402"),
        "370402100",
    ]
    assert [town.short_zh for town in areas.children("370402")] == ["中心街街道", "税郭镇"]


@pytest.mark.parametrize(
    ("town", "fault"),
    [
        ("3704021,370402,town,某镇,某镇,Some,", "is not six digits, or nine for a town"),
        ("370402102,370402,county,某镇,某镇,Some,", "is not six digits, or nine for a town"),
        ("370499100,370499,town,某镇,某镇,Some,", 'parent "370499" is not in areas.csv'),
    ],
)
def test_a_faulty_town_is_named(folder: Path, town: str, fault: str) -> None:
    with (folder / "towns.csv").open("a", encoding="utf-8") as file:
        file.write(f"{town}\n")
    with pytest.raises(CatalogueFault, match=f"towns.csv:4: .*{fault}"):
        load_catalog(folder)


def test_the_share_of_taxes_of_a_town_comes_from_its_sheet(folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    for row in SHEET:
        book.worksheets[0].append(row)
    path = tmp_path / "枣庄市市中区2024年10月镇街财政.xlsx"
    book.save(path)
    environment = os.environ | {"COCKPIT_HOME": str(tmp_path), "COCKPIT_CATALOG": str(folder)}

    def econ(*arguments: str) -> str:
        command = [sys.executable, "-m", "cockpit", *arguments]
        return subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True
        ).stdout

    econ("load", str(path), "--publish")
    (row,) = orjson.loads(econ("query", "tax_share", "--area", "370402100", "--format", "json"))
    assert (round(row["value"], 2), row["time_period"]) == (79.92, "2024-10")
