"""Long tables: one figure a row, its dimensions in columns beside it."""

from __future__ import annotations

from bureau import items as I  # noqa: N812
from bureau.canvas import Book, Canvas
from bureau.cells import figure
from bureau.choosing import choose_items
from bureau.figures import Facets
from bureau.heading import Said, book
from bureau.periods import month, to_date, whole
from bureau.places import Place
from bureau.scene import Scene

HEADS = {
    "place": ("地区", "区域", "地区名称", "县区"),
    "item": ("指标", "指标名称", "指标名"),
    "when": ("时期", "时间", "数据时间", "报告期"),
    "value": ("数值", "数据", "指标值", "值"),
    "unit": ("单位", "计量单位"),
    "yoy": ("同比增长（%）", "同比（%）"),
}


def tidy(scene: Scene) -> Book:
    """地区, 指标, 时期, 数值, 单位 in some order, sometimes with a growth column."""
    rng = scene.rng
    order = ["place", "item", "when", "value", "unit"]
    if rng.random() < 0.3:
        order = ["when", "place", "item", "unit", "value"]
    order += ["yoy"] if rng.random() < 0.3 else []
    canvas = scene.sheet()
    for column, name in enumerate(order, 1):
        canvas.put(1, column, rng.choice(HEADS[name]))
    for row, facets in enumerate(_facts(scene), 2):
        _lay(canvas, scene, order, facets, row)
    return book("tidy", scene, canvas, Said("数据"))


def _facts(scene: Scene) -> list[Facets]:
    """Every indicator of every place in every period, in one notation."""
    rng = scene.rng
    make, state = rng.choice((month, to_date, "year")), rng.getstate()
    whens = []
    for m in range(max(2, scene.month - 3), scene.month + 1):
        rng.setstate(state)
        when = whole(scene.year - 6 + m % 6, rng) if make == "year" else make(scene.year, m, rng)
        whens.append(when)
    picked = [i for i in choose_items(scene, 6, 12) if i.kind == "flow" and not i.quarterly]
    if whens[0].freq == "M" and whens[0].span == "period":
        picked = [item for item in picked if item in I.SINGLE] or [I.ELEC]
    picked = picked[:4]
    places: tuple[Place, ...] = (scene.home, *scene.members()[:4])
    units = {item: scene.unit(item) for item in picked}
    names = {item: scene.label(item) for item in picked}
    return [
        {"place": place, "item": item, "when": when, "unit": units[item], "name": names[item]}
        for place in places
        for item in picked
        for when in whens
    ]


def _lay(canvas: Canvas, scene: Scene, order: list[str], facets: Facets, row: int) -> None:
    texts = {
        "place": facets["place"].full,
        "item": facets["name"],
        "when": facets["when"].text,
        "unit": facets["unit"][0],
    }
    for column, name in enumerate(order, 1):
        if name in texts:
            canvas.put(row, column, texts[name])
            continue
        measure = "yoy" if name == "yoy" else "level"
        canvas.cells[row, column] = figure(scene.world, facets | {"measure": measure})
