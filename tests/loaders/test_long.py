"""A long sheet is read by specimens of its rows, and says what it says when read row by row."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from benchmarks.bulletins import write_tidy
from cockpit.catalog import Catalog
from cockpit.memory import NOTHING
from cockpit.reading import Reading
from loaders.grid import BLANK, Cell, Sheet, Workbook, value_cell
from loaders.long.body import MANY_ROWS
from loaders.long.records import LongRecords
from loaders.packed import Packed
from loaders.registry import read, read_workbook

PLACES = ("北京市", "天津市", "河北省", "枣庄市", "山亭区", "某开发区", "无此县", "合计")
LABELS = (
    "地区生产总值",
    "用电量",
    "社会消费品零售总额",
    "CPI",
    "出口总额",
    "进出口总额",
    "采矿业",
    "某新指标",
)
UNITS = ("亿元", "万元", "%", "亿千瓦时")
TIMES = {
    "months": [f"{year}年{month}月" for year in range(2001, 2017) for month in range(1, 13)],
    "numbers": [year * 100 + month for year in range(2001, 2017) for month in range(1, 13)],
    "cumulative": [f"{year}年1-{month}月" for year in range(2001, 2017) for month in range(2, 13)],
    "quarters": [f"{year}年{quarter}季度" for year in range(1960, 2020) for quarter in "一二三四"],
    "years": [*range(1950, 2025)],
    "points": [f"{year}.{month}" for year in range(2001, 2017) for month in range(1, 13)],
}
DIRTY = ("…", "—", "12.3*", "1,234.5", "8.5%", "停产", "(12)", "△1.2", "2014.05", "1.5倍", "-3", "")
SEEDS = range(400 if os.environ.get("COCKPIT_SOAK") else 12)
ROWS = MANY_ROWS + 100


@pytest.mark.parametrize("seed", SEEDS)
def test_specimens_say_what_every_row_says(seed: int, catalog: Catalog) -> None:
    rows = _rows(random.Random(seed))
    one, other = (_read(rows, catalog, by_column=by_column) for by_column in (True, False))
    assert one.issues == other.issues
    whole, also_whole = ([o.to_dict() for o in found.observations] for found in (one, other))
    assert whole == also_whole


def test_a_tidy_file_is_read_by_specimens(tmp_path: Path, catalog: Catalog) -> None:
    for path in write_tidy(tmp_path, 9000):
        observations = read(path, path.name, catalog).observations
        assert isinstance(observations, LongRecords)
        assert len(observations) == 9000
        assert observations[-1].cell == "E9001"


def _read(rows: list[list[Cell]], catalog: Catalog, *, by_column: bool) -> Reading:
    sheet = Sheet("数据", [tuple(row) for row in rows])
    if by_column:
        packed = Packed()
        packed.extend(rows)
        sheet = replace(sheet, rows=packed.closed())
    return read_workbook(Workbook("xlsx", (sheet,)), "长表.xlsx", catalog, NOTHING)


def _rows(chance: random.Random) -> list[list[Cell]]:
    times = TIMES[chance.choice([*TIMES])]
    labels = chance.sample(LABELS, chance.randint(1, 8)) if chance.random() < 0.8 else []
    units = chance.sample(UNITS, chance.choice((0, 1, 1, 2)))
    places = chance.sample(PLACES, chance.randint(3, 8))
    several = (
        chance.sample(("数值", "同比增长(%)"), 2) if labels else ["工业增加值(亿元)", "财政收入"]
    )
    heads = several[: chance.randint(1, 2)] if labels else several
    keys = [*product(times, labels or [""], places)]
    keys = (
        [chance.choice(keys) for _ in range(ROWS)] if chance.random() < 0.3 else (keys * 40)[:ROWS]
    )
    shown = chance.choice(("General", "0.0", "0.0%", '0.00"亿元"'))
    share = chance.choice((0, 0, 0.002, 0.05))
    dirty = share, chance.sample(DIRTY, 3)
    names = ["时期", *(["指标"] if labels else []), "地区", *(["单位"] if units else []), *heads]
    body = [
        [
            value_cell(time),
            *([value_cell(label)] if labels else []),
            value_cell(place),
            *([value_cell(chance.choice(units))] if units else []),
            *(_figure(chance, shown, dirty) for _ in heads),
        ]
        for time, label, place in keys
    ]
    title = (
        [[value_cell(chance.choice(("某省2013年主要指标", "各地主要指标")))]]
        if chance.random() < 0.3
        else []
    )
    note = [[value_cell("注：快报数。")]] if chance.random() < 0.3 else []
    return [*title, [value_cell(name) for name in names], *body, *note]


def _figure(chance: random.Random, shown: str, dirty: tuple[float, list[str]]) -> Cell:
    if chance.random() < dirty[0]:
        text = chance.choice(dirty[1])
        return Cell(text, text) if text else BLANK
    return Cell(round(chance.uniform(-20, 9999), chance.choice((0, 1, 2))), None, shown)
