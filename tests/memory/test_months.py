"""A month's file is asked about, the next is not, and a changed layout is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from cockpit.catalog import Catalog
from cockpit.memory import NOTHING, Answer, Memory, signature
from cockpit.observation import Issue
from cockpit.reading import Reading
from loaders.registry import read

FAMILY = "枣庄市经济运行月报"
HEAD = ("指标", "本月", "本月止累计", "增长%")
ROWS = {
    "规上工业产值口径二": (20, 110, 5.5),
    "社会消费品零售总额": (21, 200, 3.3),
    "一般公共预算收入": (5, 50, -2.0),
}
COUNTIES = {"滕州市": 8, "薛城区": 4, "台儿庄区": 1}
NAMED = Answer(
    family=FAMILY,
    subject="label",
    printed="全市 › 规上工业产值口径二",
    meaning={"indicator": "ind_output_value"},
)


def month(
    folder: Path,
    number: int,
    head: tuple[str, ...] = HEAD,
    unit: str = "万元",
    without: str = "",
) -> Path:
    book = Workbook()
    lines = [[f"枣庄市2024年{number}月主要经济指标"], [None, None, None, f"单位：{unit}"], head]
    _write(book, "全市", [*lines, *([n, *f][: len(head)] for n, f in ROWS.items())])
    title = [f"2024年{number}月分区市社会消费品零售总额"]
    lines = [title, [None, None, "单位：万元"], ["地区", "本月", "本月止累计"]]
    held = {place: value for place, value in COUNTIES.items() if place != without}
    _write(book, "分区", [*lines, *([place, v, v * 10] for place, v in held.items())])
    book.remove(book.worksheets[0])
    path = folder / f"枣庄市2024年{number}月经济运行月报.xlsx"
    book.save(path)
    return path


def _write(book: Workbook, name: str, lines: list) -> None:
    sheet = book.create_sheet(name)
    for line in lines:
        sheet.append(line)


def reading(catalog: Catalog, path: Path, memory: Memory = NOTHING) -> Reading:
    return read(path, path.name, catalog, memory)


def issue(found: Reading, rule: str) -> Issue:
    return next(one for one in found.issues if one.issue == rule)


@pytest.fixture
def memory(catalog: Catalog, tmp_path: Path) -> Memory:
    """What stands after October was answered and published."""
    october = reading(catalog, month(tmp_path, 10), Memory([NAMED]))
    return Memory([NAMED], {FAMILY: signature(october.observations)})


def test_the_next_month_asks_nothing(catalog: Catalog, memory: Memory, tmp_path: Path) -> None:
    october = reading(catalog, month(tmp_path, 10))
    assert october.family == FAMILY
    assert issue(october, "P02").found == "规上工业产值口径二"
    november = reading(catalog, month(tmp_path, 11), memory)
    assert november.issues == ()
    named = {o.cell: o.label for o in november.observations if o.indicator == "ind_output_value"}
    assert named == dict.fromkeys(("B4", "C4", "D4"), "规上工业产值口径二")


def test_a_column_that_became_cumulative_is_reported(
    catalog: Catalog, memory: Memory, tmp_path: Path
) -> None:
    path = month(tmp_path, 11, ("指标", "本月止累计", "本月", "增长%"))
    found = reading(catalog, path, memory).issues
    said = {one.cell: one.message_zh for one in found if one.issue == "M01"}
    assert said["C4"] == "C列上次是本月止累计，这次是本月，请核对。"


def test_a_changed_unit_is_reported(catalog: Catalog, memory: Memory, tmp_path: Path) -> None:
    found = issue(reading(catalog, month(tmp_path, 11, unit="亿元"), memory), "M02")
    assert (found.cell, found.expected, found.found) == ("B4", "万元", "亿元")


def test_a_missing_region_and_a_missing_column_are_reported(
    catalog: Catalog, memory: Memory, tmp_path: Path
) -> None:
    found = reading(catalog, month(tmp_path, 11, HEAD[:3], without="台儿庄区"), memory)
    assert issue(found, "M05").found == "台儿庄区"
    assert issue(found, "M04").message_zh == "缺少一列：上次的D列，累计同比增长。"


RANKED = ("指标", "累计", "位次", "增长%", "增速位次")


def ranked(folder: Path, number: int) -> Path:
    lines = [[f"枣庄市2024年{number}月主要经济指标"], ["单位：亿元"], RANKED]
    book = Workbook()
    book.remove(book.worksheets[0])
    _write(
        book,
        "位次",
        [*lines, ["固定资产投资", 48, 5, 6.1, 9], ["社会消费品零售总额", 99, 3, 5.2, 2]],
    )
    path = folder / f"枣庄市2024年{number}月经济运行月报.xlsx"
    book.save(path)
    return path


def test_the_second_of_two_figures_with_one_name_is_asked_about_once(
    catalog: Catalog, tmp_path: Path
) -> None:
    first = reading(catalog, ranked(tmp_path, 9))
    assert [one.cell for one in first.observations if one.needs_review] == ["E4", "E5"]
    left_out = Answer(family=FAMILY, subject="column", printed="增速位次", meaning={"skip": "yes"})
    then = reading(catalog, ranked(tmp_path, 10), Memory([left_out]))
    assert "E" not in {one.cell[0] for one in then.observations}
    assert not any(one.needs_review for one in then.observations)
    assert "P29" not in {issue.issue for issue in then.issues}


def test_the_second_of_two_figures_with_one_name_may_be_kept(
    catalog: Catalog, tmp_path: Path
) -> None:
    kept = Answer(family=FAMILY, subject="column", printed="增速位次", meaning={"keep": "yes"})
    then = reading(catalog, ranked(tmp_path, 10), Memory([kept]))
    assert {one.cell for one in then.observations} >= {"E4", "E5"}
    assert not any(one.needs_review for one in then.observations)
    assert "P29" not in {issue.issue for issue in then.issues}
