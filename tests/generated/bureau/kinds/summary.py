"""L1: indicators down the side; month, growth, year to date, growth across. L2, L7 likewise."""

from __future__ import annotations

from bureau.canvas import Book
from bureau.choosing import choose_items, item_rows, one_unit, sectioned
from bureau.heading import SUBJECTS, Said, book, choose, head
from bureau.items import Item
from bureau.periods import When, month, titled, to_date, up_to
from bureau.scene import PRIOR, Scene
from bureau.table import Column, Row, Table, lay, style

NOW = ("本月", "当月", "本月数", "当月数", "本期")
SOFAR = ("累计", "本年累计", "1-本月", "1—本月", "累计数", "本月止累计", "自年初累计", "年初至今")
MOM = ("环比增长（%）", "比上月增长（%）", "环比±%", "比上月±%")
VALUE = ("绝对量", "总量", "绝对值", "完成数", "实绩", "绝对数")
STUBS = ("指标", "指标名称", "项目", "项　目", "指  标", "主要指标", "")


def spans(scene: Scene, said: bool) -> tuple[When, When]:
    """The month and the year to date, named by word where the title has the month."""
    year, m, rng = scene.year, scene.month, scene.rng
    if said and rng.random() < 0.6:
        now, sofar = rng.choice(NOW[:4]), rng.choice(SOFAR)
        return When(now, year, m, "M", "period"), When(sofar, year, m, "M", "ytd")
    dated = not said or rng.random() < 0.2
    return month(year, m, rng, dated), to_date(year, m, rng, dated)


def _flat(scene: Scene, now: When, sofar: When) -> list[Column]:
    """本月 | 同比 | 累计 | 同比 in one line."""
    growth = scene.growth()
    mom = [Column((scene.rng.choice(MOM),), {"when": now, "measure": "mom", "beside": True})]
    return [
        Column((now.text,), {"when": now, "beside": True}),
        Column((growth,), {"when": now, "measure": "yoy", "beside": True}),
        *(mom if scene.rng.random() < 0.12 else ()),
        Column((sofar.text,), {"when": sofar}),
        Column((growth,), {"when": sofar, "measure": "yoy"}),
    ]


def grouped(scene: Scene, whens: tuple[When, ...], prior: bool = False) -> list[Column]:
    """Two lines: the period over 绝对量 and 同比增长."""
    growth, value, before = scene.growth(), scene.rng.choice(VALUE), scene.rng.choice(PRIOR)
    columns: list[Column] = []
    for when in whens:
        facets = {"when": when, "beside": when.span == "period" and len(whens) > 1}
        columns.append(Column((when.text, value), facets))
        if prior:
            columns.append(Column((when.text, before), facets | {"measure": "prior"}))
        columns.append(Column((when.text, growth), facets | {"measure": "yoy"}))
    return columns


def _rows(scene: Scene) -> tuple[str, str, list[Row]]:
    """Where units stand, the unit line, and the rows."""
    unit_at = scene.rng.choice(("column", "column", "label", "line", "lines"))
    picked = choose_items(scene)
    if unit_at == "lines":
        return _many_units(scene, picked)
    if unit_at != "line":
        rows = item_rows(scene, picked, unit_at)
        plain = not any("、" in row.label for row in rows)
        return unit_at, "", sectioned(rows) if plain and scene.rng.random() < 0.15 else rows
    chosen = one_unit(picked, "亿元") or picked
    rows = item_rows(scene, chosen, unit_at)
    rows = [row for row in rows if row.facets["item"].unit in ("亿元", "%")]
    symbol = rows[0].facets["unit"][0] if rows and rows[0].facets["unit"][0] != "%" else "亿元"
    factor = {"亿元": ("亿元", 1.0, 2), "万元": ("万元", 1e4, 0)}[symbol]
    for row in rows:
        row.facets["unit"] = factor
    return unit_at, scene.rng.choice((symbol, f"{symbol}、%", f"{symbol}，%")), rows


def _many_units(scene: Scene, picked: list[Item]) -> tuple[str, str, list[Row]]:
    """Several units above the table, one a dimension: 单位：亿元、万千瓦时、%."""
    known = [item for item in picked if item.id and item.unit not in ("户", "人", "万人次")]
    rows = item_rows(scene, known, "line")
    symbols: dict[str, str] = {}
    for row in rows:
        item = row.facets["item"]
        if item.unit in ("亿元", "万元"):
            row.facets["unit"] = ("亿元", 1.0 if item.unit == "亿元" else 1e-4, 2)
        else:
            row.facets["unit"] = (item.unit, 1.0, item.decimals)
        symbols[row.facets["unit"][0]] = ""
    return "line", "、".join([*(s for s in symbols if s != "%"), "%"]), rows


def stub(scene: Scene, unit_at: str) -> tuple[tuple[str, str], ...]:
    """The columns left of the figures: serial number, label, unit."""
    rng = scene.rng
    columns = [("label", rng.choice(STUBS))]
    if rng.random() < 0.2:
        columns.insert(0, ("serial", "序号"))
    if unit_at == "column":
        columns.append(("unit", rng.choice(("计量单位", "单位", "计量\n单位"))))
    return tuple(columns)


def _table(scene: Scene, columns: list[Column], unit_at: str, rows: list[Row]) -> Table:
    return Table(columns, rows, {"place": scene.home}, stub(scene, unit_at), style(scene.rng))


def _sheet(layout: str, scene: Scene, said: Said, columns: list[Column]) -> Book:
    unit_at, line, rows = _rows(scene)
    said.unit = line
    table = _table(scene, columns, unit_at, rows)
    canvas = scene.sheet()
    top = head(canvas, scene, said, len(columns) + len(table.stub))
    lay(canvas, table, scene.world, top)
    return book(layout, scene, canvas, said)


def l1(scene: Scene) -> Book:
    """The period in the title (or sheet or file name) only."""
    scene.settle()
    rng = scene.rng
    dated = rng.random() < 0.85
    period = titled(scene.year, scene.month, rng) if dated else ""
    said = choose(scene, Said(rng.choice(SUBJECTS), period, scene.home.full))
    columns = _flat(scene, *spans(scene, dated))
    return _sheet("L1", scene, said, columns)


def l2(scene: Scene) -> Book:
    """Two lines of headings: 10月 | 1—10月 over 绝对量 | 同比增长."""
    scene.settle()
    rng = scene.rng
    dated = rng.random() < 0.8
    period = titled(scene.year, scene.month, rng) if dated else ""
    said = choose(scene, Said(rng.choice(SUBJECTS), period, scene.home.full))
    columns = grouped(scene, spans(scene, dated), prior=rng.random() < 0.25)
    return _sheet("L2", scene, said, columns)


def _by_year(scene: Scene, now: When, bare: bool) -> list[Column]:
    """Last year's period, this year's, the growth; `bare` years where the title has the months."""
    before = now.earlier()
    tail = "年" if bare else f"年{now.text.split('年', 1)[-1]}"
    columns = [
        Column((f"{before.year}{tail}",), {"when": before}),
        Column((f"{now.year}{tail}",), {"when": now}),
        Column((scene.growth(),), {"when": now, "measure": "yoy"}),
    ]
    return columns if bare or scene.rng.random() < 0.6 else [columns[1], columns[0], columns[2]]


def l7(scene: Scene) -> Book:
    """Wide by year: 2023年1-10月 | 2024年1-10月 | 增减%."""
    scene.settle()
    rng, bare = scene.rng, scene.rng.random() < 0.3
    now = up_to(scene.year, scene.month, rng, dated=not bare)
    said = choose(scene, Said(rng.choice(SUBJECTS), "", scene.home.full))
    said.subject = now.text + said.subject if bare else said.subject
    return _sheet("L7", scene, said, _by_year(scene, now, bare))


def l1_total(scene: Scene) -> Book:
    """The title has 1—10月; the columns only say what is counted."""
    scene.settle()
    rng = scene.rng
    when = up_to(scene.year, scene.month, rng)
    said = choose(scene, Said(rng.choice(SUBJECTS), when.text, scene.home.full))
    value = rng.choice(("绝对量", "总量", "完成数", "累计完成", "本期累计", "实际完成"))
    columns = [
        Column((value,), {"when": when}),
        Column((scene.growth(),), {"when": when, "measure": "yoy"}),
    ]
    if rng.random() < 0.3:
        columns.insert(1, Column((rng.choice(PRIOR),), {"when": when, "measure": "prior"}))
    return _sheet("L1", scene, said, columns)
