"""The sample workbooks: they open, they say what was published, and they stay small."""

import csv
import hashlib
import io
import tomllib
from pathlib import Path

import openpyxl
import pytest
import xlrd

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
MANIFEST = tomllib.loads((SAMPLES / "manifest.toml").read_text(encoding="utf-8"))["sample"]
FILES = [SAMPLES / row["file"] for row in MANIFEST]


def rows_of(path: Path) -> list[list[str]]:
    if path.suffix == ".xls":
        sheet = xlrd.open_workbook(path).sheet_by_index(0)
        return [[str(value) for value in sheet.row_values(row)] for row in range(sheet.nrows)]
    if path.suffix == ".xlsx":
        sheet = openpyxl.load_workbook(path).worksheets[0]
        return [[str(v or "") for v in row] for row in sheet.iter_rows(values_only=True)]
    raw = path.read_bytes()
    text = raw.decode("utf-8-sig" if raw.startswith(b"\xef\xbb\xbf") else "gb18030")
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text))]


def figure(number: str, row: str, column: str) -> float | None:
    rows = rows_of(next(path for path in FILES if path.name.startswith(number)))
    header = next(cells for cells in rows if column in cells)
    found = next(cells for cells in rows if cells[0].strip() == row)[header.index(column)]
    return float(found) if found else None


def test_the_manifest_names_every_workbook_in_the_order_of_their_names():
    present = sorted(path.name for path in SAMPLES.iterdir() if path.name[0].isdigit())
    assert [row["file"] for row in MANIFEST] == present
    assert all(
        hashlib.sha256((SAMPLES / row["file"]).read_bytes()).hexdigest() == row["sha256"]
        for row in MANIFEST
    )


def test_nothing_invented_is_loaded():
    assert not [path for path in FILES if "虚构" in path.name]
    assert list((SAMPLES / "county").glob("虚构*.xlsx"))


def test_the_samples_mix_the_formats_and_stay_small():
    assert {path.suffix for path in FILES} == {".csv", ".xls", ".xlsx"}
    marks = {path.read_bytes()[:3] == b"\xef\xbb\xbf" for path in FILES if path.suffix == ".csv"}
    assert marks == {True, False}
    assert sum(path.stat().st_size for path in FILES) < 1_500_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_workbook_names_its_source(path: Path):
    assert any(cells[0].startswith("数据来源：") for cells in rows_of(path) if cells)


@pytest.mark.parametrize(
    ("number", "row", "column", "published"),
    [
        # Tianjin 2017 before and after the fourth census, and after the fifth.
        ("20", "天津市", "2017年", 18549.19),
        ("22", "天津市", "2017年", 12450.6),
        ("23", "天津市", "2017年", 12468.2),
        ("21", "天津市", "2024年", 18024.3),
        ("24", "广东省", "2014年第四季度", 67792.24),
        ("25", "天津市", "2018年第四季度", 13362.92),
        ("05", "固定资产投资额_累计增长(%)", "2023年12月", 3.0),
        ("05", "固定资产投资额_累计增长(%)", "2012年12月", 20.6),
        ("07", "社会消费品零售总额_累计值(亿元)", "2023年12月", 471495.2),
        ("07", "社会消费品零售总额_同比增长(%)", "2023年12月", 7.4),
        ("01", "居民消费价格指数(上年同月=100)", "2017年1月", 102.5),
        ("01", "工业生产者出厂价格指数(上年同月=100)", "2021年10月", 113.5),
        ("02", "工业增加值_累计增长(%)", "2020年2月", -13.5),
        ("60", "国内生产总值_累计增长(%)", "2023年第四季度", 5.2),
        ("61", "国内生产总值累计值(亿元)", "2020年第四季度", 1013567.0),
        ("70", "国内生产总值", "绝对量", 1260582),
        ("72", "工业企业产品销售率", "12月绝对量", 98.4),
        ("73", "规模以上工业企业资产总计", "绝对量", 167.36),
        ("74", "全社会用电量", "绝对量", 92241),
        ("75", "年末常住人口", "2022年", 141175),
        ("76", "2022年12月末", "本外币各项存款余额(万亿元)", 264.45),
        ("77", "北京", "能源消费总量增速(%)", -8.1),
        ("51", "三亚", "2011年1月", 100.7),
        ("30", "新疆维吾尔自治区", "2024年", 2623),
    ],
)
def test_figures_are_those_published(number: str, row: str, column: str, published: float):
    assert figure(number, row, column) == published


@pytest.mark.parametrize(
    ("number", "row", "column"),
    [
        ("10", "国家财政支出(不含债务还本)_累计值(亿元)", "2002年4月"),
        ("10", "国家财政支出(不含债务还本)_累计值(亿元)", "2008年2月"),
        ("11", "货币和准货币(M2)供应量_期末值(亿元)", "2004年7月"),
        ("08", "进出口总值_同比增长(%)", "2020年2月"),
    ],
)
def test_doubtful_figures_are_left_blank(number: str, row: str, column: str):
    assert figure(number, row, column) is None


def test_a_published_zero_is_not_blank():
    assert figure("05", "第一产业固定资产投资额_累计增长(%)", "2020年5月") == 0.0
    assert figure("08", "进出口总值_同比增长(%)", "2023年11月") == 0.0


def test_the_cities_of_jiangsu_add_up_by_sector():
    table = [
        cells
        for cells in rows_of(next(p for p in FILES if p.name.startswith("71")))
        if cells[0].endswith("市")
    ]
    assert len(table) == 13
    for cells in table:
        total, first, second, _, third = map(float, cells[2:7])
        assert total == pytest.approx(first + second + third, abs=0.02)
