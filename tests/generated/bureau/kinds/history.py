"""L5: time down the side or across, indicators the other way; a city × year matrix."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bureau import items as I  # noqa: N812
from bureau.canvas import Book
from bureau.choosing import choose_items, item_rows
from bureau.heading import Said, book, choose, head
from bureau.items import Item
from bureau.kinds.summary import stub
from bureau.periods import When, month, to_date, whole
from bureau.scene import Scene
from bureau.table import Column, Row, Table, lay, style

ANNUAL = (
    I.GDP, I.FAI, I.RETAIL, I.TRADE, I.BUDGET, I.SPEND, I.ELEC, I.DEPOSITS, I.LOANS, I.POPULATION,
    I.INCOME_URBAN, I.INCOME_RURAL, I.OUTPUT, I.AGRI, I.GDP_PC,
)  # fmt: skip


def _months(scene: Scene) -> list[When]:
    """Consecutive months of one year, or year-to-date periods, in one notation."""
    rng = scene.rng
    scene.month = max(scene.month, 6)
    make = rng.choice((month, to_date))
    state = rng.getstate()
    whens = []
    first = 2 if make is to_date else min(3, scene.month)
    for m in range(first, scene.month + 1):
        rng.setstate(state)
        whens.append(make(scene.year, m, rng))
    return whens


def _years(scene: Scene, n: int) -> list[When]:
    state, whens = scene.rng.getstate(), []
    for year in range(scene.year - n, scene.year):
        scene.rng.setstate(state)
        whens.append(whole(year, scene.rng))
    return whens


def _times(scene: Scene) -> tuple[list[When], list[Item]]:
    if scene.rng.random() < 0.5:
        return _years(scene, scene.rng.randint(3, 8)), scene.rng.sample(
            ANNUAL, scene.rng.randint(3, 7)
        )
    picked = [i for i in choose_items(scene, 6, 9) if not i.quarterly and i.kind != "growth"]
    whens = _months(scene)
    if whens[0].span == "period":
        picked = [item for item in picked if item in I.SINGLE or item.kind == "stock"]
    return whens, picked or [I.ELEC]


def _tail(when: When) -> str:
    """A month without its year, which stands in the heading above."""
    tail = when.text.split("年", 1)[-1]
    return tail if "月" in tail else f"{when.month}月"


def _odd(scene: Scene, whens: list[When]) -> list[When]:
    """Months as dates or as the numbers 2016.1 … 2016.11, where they are single months."""
    chance = scene.rng.random()
    if whens[0].span != "period" or whens[0].freq != "M" or chance > 0.4:
        return whens
    if chance < 0.2:
        dates = [datetime(w.year, w.month, 1) for w in whens]  # noqa: DTZ001
        return [replace(w, text=date) for w, date in zip(whens, dates, strict=True)]  # ty: ignore
    numbers = [float(f"{w.year}.{w.month}") for w in whens]
    return [replace(w, text=number) for w, number in zip(whens, numbers, strict=True)]  # ty: ignore


def l5(scene: Scene) -> Book:
    """Time down the side."""
    scene.settle()
    rng = scene.rng
    whens, picked = _times(scene)
    rows = [Row(when.text, {"when": when}) for when in _odd(scene, whens)]
    unit_row = rng.random() < 0.3
    columns = []
    for item in picked:
        unit = scene.unit(item)
        text = scene.label(item) + ("" if unit_row else f"（{unit[0]}）")
        columns.append(Column((text,), {"item": item, "unit": unit}, f"（{unit[0]}）"))
    said = choose(scene, Said("主要经济指标历史数据", "", scene.home.full))
    table = Table(
        columns,
        rows,
        {"place": scene.home},
        (("label", rng.choice(("年份", "时间", "时期", ""))),),
        style(rng),
    )
    table.style.unit_row, table.style.indent = unit_row, ""
    canvas = scene.sheet()
    lay(canvas, table, scene.world, head(canvas, scene, said, len(columns) + 1))
    return book("L5", scene, canvas, said)


def l5_across(scene: Scene) -> Book:
    """Time across."""
    scene.settle()
    whens, picked = _times(scene)
    unit_at = scene.rng.choice(("column", "label"))
    rows = item_rows(scene, picked, unit_at)
    columns = [Column((when.text,), {"when": when}) for when in whens]
    if whens[0].freq == "M" and scene.rng.random() < 0.35:
        columns = [Column((f"{w.year}年", _tail(w)), {"when": w}) for w in whens]
    said = choose(scene, Said("主要经济指标", "", scene.home.full))
    table = Table(columns, rows, {"place": scene.home}, stub(scene, unit_at), style(scene.rng))
    canvas = scene.sheet()
    lay(canvas, table, scene.world, head(canvas, scene, said, len(columns) + len(table.stub)))
    return book("L5", scene, canvas, said)


def matrix(scene: Scene) -> Book:
    """Places down the side, years across, the indicator only in the title."""
    item = scene.rng.choice(ANNUAL)
    unit = scene.unit(item)
    whens = _years(scene, scene.rng.randint(3, 9))
    columns = [Column((when.text,), {"when": when}) for when in whens]
    said = Said(scene.label(item), "", scene.home.full + scene.below, unit[0])
    table = Table(
        columns,
        scene.county_rows(),
        {"item": item, "unit": unit},
        (("label", "地区"),),
        style(scene.rng),
    )
    canvas = scene.sheet()
    lay(canvas, table, scene.world, head(canvas, scene, said, len(columns) + 1))
    return book("matrix", scene, canvas, said)


__all__ = ["l5", "l5_across", "matrix"]
