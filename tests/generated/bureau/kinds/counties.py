"""L3 and L4: counties down the side, one indicator or several across."""

from __future__ import annotations

from bureau import items as I  # noqa: N812
from bureau.canvas import Book
from bureau.heading import Said, book, choose, head
from bureau.items import Item
from bureau.kinds.summary import spans
from bureau.periods import When, titled, up_to
from bureau.scene import PRIOR, Scene
from bureau.table import Column, Table, lay, style

BY_PLACE = (
    I.OUTPUT, I.FAI, I.RE, I.RETAIL, I.TRADE, I.FDI, I.BUDGET, I.SPEND, I.ELEC, I.ELEC_INDUSTRY,
    I.RE_AREA,
)  # fmt: skip
STUB = ("地区", "县（市、区）", "县市区", "区县", "单位", "县  区", "", "地　区", "县(市、区)名称")
RANK = ("位次", "排名", "名次", "全市位次", "排位")
SHARES = ("占全市比重（%）", "占比（%）", "比重%")
CHANGES = ("同比增减额", "增减额", "比上年同期增减额", "同比增加额")
RANK_YOY = ("增速位次", "增幅排名", "增速排名", "位次")


def _one(scene: Scene) -> Item:
    pool = list(BY_PLACE) + list(I.STOCKS[:2]) + [I.IVA, I.FAI_GROWTH]
    return scene.rng.choice(pool + ([I.GDP] * 3 if scene.month % 3 == 0 else []))


def _columns(scene: Scene, item: Item, whens: tuple[When, When]) -> list[Column]:
    """The columns of one indicator: 本月, 累计, 同比, 位次."""
    now, sofar = whens
    growth, rng = scene.growth(), scene.rng
    if item.kind == "growth":
        columns = [Column((w.text,), {"when": w, "measure": "yoy"}) for w in whens]
        return [*columns, Column((rng.choice(RANK_YOY),), {"when": sofar, "measure": "rank_yoy"})]
    columns = [Column((sofar.text,), {"when": sofar})]
    if not item.quarterly and item.kind == "flow":
        columns.insert(0, Column((now.text,), {"when": now}))
    if rng.random() < 0.3:
        columns.append(Column((rng.choice(PRIOR),), {"when": sofar, "measure": "prior"}))
    columns.append(Column((growth,), {"when": sofar, "measure": "yoy"}))
    if rng.random() < 0.2 and item.unit != "元":
        share = Column(
            (rng.choice(SHARES),), {"when": sofar, "measure": "share", "whole": scene.home}
        )
        columns.append(share)
    if rng.random() < 0.2:
        columns.append(Column((rng.choice(CHANGES),), {"when": sofar, "measure": "change"}))
    if rng.random() < 0.6:
        columns.append(Column((rng.choice(RANK_YOY),), {"when": sofar, "measure": "rank_yoy"}))
    return columns


def l3(scene: Scene) -> Book:
    """One indicator, named in the title."""
    rng, item = scene.rng, _one(scene)
    unit = scene.unit(item)
    said = choose(scene, Said(
        scene.label(item) + rng.choice(("", "完成情况", "分地区情况")),
        titled(scene.year, scene.month, rng),
        rng.choice((scene.home.full, scene.home.full + scene.below)),
        "%" if item.kind == "growth" else rng.choice((unit[0], f"{unit[0]}、%")),
    ))  # fmt: skip
    said.place_at = "title" if "各" in said.place else said.place_at
    columns = _columns(scene, item, spans(scene, True))
    facets = {"item": item, "unit": unit}
    table = Table(columns, scene.county_rows(), facets, (("label", scene.stub(STUB)),), style(rng))
    _blank_ranks(table)
    canvas = scene.sheet()
    lay(canvas, table, scene.world, head(canvas, scene, said, len(columns) + 1))
    return book("L3", scene, canvas, said)


def _blank_ranks(table: Table) -> None:
    """The total has no rank: its cell stays empty."""
    for row in table.rows:
        if row.facets["place"].level == "city":
            row.facets["unranked"] = True


def l4(scene: Scene) -> Book:
    """Several indicators, each over 总量 and 增速, some with 位次."""
    rng = scene.rng
    pool = [*BY_PLACE, I.IVA, I.DEPOSITS, I.LOANS]
    pool += [I.GDP, I.INCOME] if scene.month % 3 == 0 else []
    picked = rng.sample(pool, rng.randint(2, 5))
    when = up_to(scene.year, scene.month, rng)
    said = choose(scene, Said(
        rng.choice((f"{scene.below}主要经济指标", "分地区主要指标", f"{scene.below}主要指标")),
        when.text, scene.home.full,
    ))  # fmt: skip
    table = _several(scene, picked, when)
    canvas = scene.sheet()
    lay(canvas, table, scene.world, head(canvas, scene, said, len(table.columns) + len(table.stub)))
    return book("L4", scene, canvas, said)


def _several(scene: Scene, picked: list[Item], when: When) -> Table:
    rng = scene.rng
    unit_in, ranked = rng.choice(("leaf", "group", "row")), rng.random() < 0.4
    grouped = rng.random() < 0.25
    value, growth = rng.choice(("总量", "绝对量", "累计", "完成额", "绝对值")), scene.growth()
    columns: list[Column] = []
    for item in picked:
        unit = scene.unit(item)
        columns += _block(item, scene.label(item), unit, when, (value, growth, unit_in, ranked))
    if grouped:
        columns = [Column((_group(c.facets["item"]), *c.path), c.facets, c.unit) for c in columns]
        columns.sort(key=lambda column: GROUPS.index(column.path[0]))
    rows = scene.county_rows()
    stub = (("serial", "序号"),) * (rng.random() < 0.2) + (("label", scene.stub(STUB)),)
    table = Table(columns, rows, {}, stub, style(rng))
    table.style.unit_row = unit_in == "row"
    _blank_ranks(table)
    return table


GROUPS = ("综合", "工业", "投资", "消费", "外经", "财政", "金融", "用电", "居民收入")
OF = {
    "ind": "工业", "fai": "投资", "re": "投资", "retail": "消费", "trade": "外经", "fdi": "外经",
    "budget": "财政", "deposits": "金融", "loans": "金融", "elec": "用电", "income": "居民收入",
}  # fmt: skip


def _group(item: Item) -> str:
    """The heading above an indicator's in a table of three lines of headings."""
    return OF.get((item.id or "").split("_")[0], "综合")


def _block(item: Item, label: str, unit: tuple, when: When, words: tuple) -> list[Column]:
    """One indicator's columns under its name."""
    value, growth, unit_in, ranked = words
    facets = {"item": item, "unit": unit, "when": when}
    columns = []
    if item.kind != "growth":
        top = label + (f"（{unit[0]}）" if unit_in == "group" else "")
        leaf = value + (f"（{unit[0]}）" if unit_in == "leaf" else "")
        columns.append(Column((top, leaf), facets, unit[0]))
    top = columns[0].path[0] if columns else label
    columns.append(Column((top, growth), facets | {"measure": "yoy"}, "%"))
    if ranked:
        columns.append(Column((top, "位次"), facets | {"measure": "rank_yoy"}, "位"))
    return columns
