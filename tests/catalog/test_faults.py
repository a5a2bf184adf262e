"""A damaged catalogue: every fault at once, each with its file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cockpit.catalog import load_catalog
from cockpit.errors import CatalogueFault
from cockpit.settings import DATA


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA / "catalog", tmp_path / "catalog"))


def damage(folder: Path, file: str, line: int, old: str, new: str) -> None:
    """Change the first `old` in one line, counted as a spreadsheet program does."""
    path = folder / file
    lines = path.read_text(encoding="utf-8").split("\n")
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    path.write_text("\n".join(lines), encoding="utf-8")


def line_of(folder: Path, file: str, start: str) -> int:
    lines = (folder / file).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


def faults(folder: Path) -> list[str]:
    with pytest.raises(CatalogueFault) as caught:
        load_catalog(folder)
    return str(caught.value).split("\n")


@pytest.mark.parametrize(
    ("file", "start", "old", "new", "expected"),
    [
        ("indicators.csv", "gdp,", "亿元", "亿圆", 'unit "亿圆" is not in units.csv'),
        ("indicators.csv", "cpi,", "cpi,N", "cpi,Ñ", 'category "Ñ" is not in categories.csv'),
        ("indicators.csv", "cpi,", "cpi,N", "gdp,N", 'id "gdp" stands already at line 2'),
        ("indicators.csv", "fai,", ",18,", ",18天,", 'lag_days "18天" is not a whole number'),
        ("indicators.csv", "fai,", ",C,", ",K,", 'growth_rule "K" is none of C, D, I, L, P, R, S'),
        ("indicators.csv", "fai,", ",stats,", ",nobody,", 'bureau "nobody" is not in bureaus.csv'),
        ("categories.csv", "N,", "Prices", "", "name_en is empty"),
        ("units.csv", "万元,", ",10000,", ",-1,", 'factor "-1" is not a positive decimal'),
        ("units.csv", "亩,", ",2000/3,", ",2000/0,", 'factor "2000/0" is not a positive decimal'),
        ("units.csv", "亿元,", "亿元人民币", "万元", '"万元" names 万元 already'),
        ("units.csv", "TEU,", ",1,", ",2,", 'dimension "teu" has no unit of factor 1'),
        (
            "areas.csv",
            "360111,",
            "360111,360100",
            "360111,369900",
            'parent "369900" is not in areas.csv',
        ),
        (
            "areas.csv",
            "360111,",
            "360111,360100",
            "360111,360112",
            'parent "360112" is a county and cannot hold a county',
        ),
        (
            "areas.csv",
            "360111,",
            "360111,",
            "36011,",
            'code "36011" is not six digits, or nine for a town',
        ),
        (
            "parts.csv",
            "gdp|A,",
            "gdp|A",
            "gdq|A",
            'within "gdq" is not in indicators.csv or categories.csv',
        ),
        (
            "parts.csv",
            "budget_revenue|budget_tax,",
            "{tax}",
            "{fund}",
            'part "{fund}" is not among the dims of budget_taxitem',
        ),
        ("subjects.csv", "房地产,", "F", "Ñ", 'categories "Ñ" is not in categories.csv'),
        (
            "area_words.csv",
            "市直,",
            "other",
            "ex",
            'kind "ex" is none of land, other, town, whole, zone',
        ),
        ("aliases.csv", "CPI,", "CPI,cpi,", "CPI,cpj,", 'indicator "cpj" is not in indicators.csv'),
        (
            "aliases.csv",
            "M1,",
            "money=M1",
            "money=M9",
            'breakdown "money=M9" is not in codes.csv or industries.csv',
        ),
        (
            "aliases.csv",
            "M1,",
            "m2,money=M1",
            "cpi,money=M1",
            'breakdown "money" is not among the dims of cpi',
        ),
        (
            "aliases.csv",
            "PPI,",
            "PPI,",
            "ＣＰＩ,",
            '"ＣＰＩ" stands above already and nothing tells them apart',
        ),
        (
            "nbs_codes.csv",
            "hgjd,A010101",
            "hgjd",
            "hgxx",
            'database "hgxx" is none of csjd, csnd, csyd, fsjd, fsnd, fsyd, hgjd, hgnd, hgyd',
        ),
        ("area_groups.csv", "cities36,", "110000", "110009", 'areas "110009" is not in areas.csv'),
    ],
)
def test_a_fault_is_named_where_it_stands(
    folder: Path, file: str, start: str, old: str, new: str, expected: str
) -> None:
    line = line_of(folder, file, start)
    damage(folder, file, line, old, new)
    assert f"{file}:{line}: {expected}" in faults(folder)


def test_all_faults_come_at_once(folder: Path) -> None:
    damage(folder, "units.csv", line_of(folder, "units.csv", "亿元,"), "亿元,cny", "亿圆,cny")
    damage(folder, "categories.csv", 2, "National accounts", "")
    found = faults(folder)
    assert "categories.csv:2: name_en is empty" in found
    assert 'indicators.csv:2: unit "亿元" is not in units.csv' in found


def test_a_file_saved_in_another_encoding(folder: Path) -> None:
    path = folder / "bureaus.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert 'bureaus.csv:1: not UTF-8; save it as "CSV UTF-8"' in faults(folder)


def test_a_missing_file_and_a_changed_header(folder: Path) -> None:
    (folder / "dimensions.csv").unlink()
    damage(folder, "categories.csv", 1, "name_zh", "名称")
    found = faults(folder)
    assert "dimensions.csv:1: the file is missing or cannot be opened" in found
    assert "categories.csv:1: columns are code 名称 name_en; expected code name_zh name_en" in found


def test_what_a_spreadsheet_program_adds_does_no_harm(folder: Path) -> None:
    """A byte order mark, CRLF, capital TRUE, empty trailing columns and rows."""
    path = folder / "indicators.csv"
    text = path.read_text(encoding="utf-8").replace(",true,", ",TRUE,").replace("\n", ",\r\n")
    path.write_text(text + ",,,,\r\n", encoding="utf-8-sig", newline="")
    assert len(load_catalog(folder).indicators) == 216
