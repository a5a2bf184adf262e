"""L1: indicators down the side; month, growth, year to date, growth across. L2, L7 likewise."""

from __future__ import annotations

from random import Random

from bureau.canvas import Book
from bureau.choosing import choose_items, item_rows, one_unit
from bureau.heading import SUBJECTS, Said, book, choose, head
from bureau.periods import When, month, titled, to_date, up_to
from bureau.scene import PRIOR, Scene
from bureau.table import Column, Row, Table, lay, style

NOW = ("本月", "当月", "本月数", "当月数", "本期")
SOFAR = ("累计", "本年累计", "1-本月", "1—本月", "累计数", "本月止累计", "自年初累计", "年初至今")
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
    return [
        Column((now.text,), {"when": now, "beside": True}),
        Column((growth,), {"when": now, "measure": "yoy", "beside": True}),
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
    unit_at = scene.rng.choice(("column", "column", "label", "line"))
    picked = choose_items(scene)
    if unit_at != "line":
        return unit_at, "", item_rows(scene, picked, unit_at)
    chosen = one_unit(picked, "亿元") or picked
    rows = item_rows(scene, chosen, unit_at)
    rows = [row for row in rows if row.facets["item"].unit in ("亿元", "%")]
    symbol = rows[0].facets["unit"][0] if rows and rows[0].facets["unit"][0] != "%" else "亿元"
    factor = {"亿元": ("亿元", 1.0, 2), "万元": ("万元", 1e4, 0)}[symbol]
    for row in rows:
        row.facets["unit"] = factor
    return unit_at, scene.rng.choice((symbol, f"{symbol}、%", f"{symbol}，%")), rows


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
    rng = scene.rng
    dated = rng.random() < 0.85
    period = titled(scene.year, scene.month, rng) if dated else ""
    said = choose(scene, Said(rng.choice(SUBJECTS), period, scene.home.full))
    columns = _flat(scene, *spans(scene, dated))
    return _sheet("L1", scene, said, columns)


def l2(scene: Scene) -> Book:
    """Two lines of headings: 10月 | 1—10月 over 绝对量 | 同比增长."""
    rng = scene.rng
    dated = rng.random() < 0.8
    period = titled(scene.year, scene.month, rng) if dated else ""
    said = choose(scene, Said(rng.choice(SUBJECTS), period, scene.home.full))
    columns = grouped(scene, spans(scene, dated), prior=rng.random() < 0.25)
    return _sheet("L2", scene, said, columns)


def _by_year(scene: Scene, rng: Random) -> list[Column]:
    now = up_to(scene.year, scene.month, rng)
    before = now.earlier()
    first = before.text.replace(str(now.year), str(before.year))
    first = first if first != now.text else f"{before.year}年"
    columns = [
        Column((f"{before.year}年{_tail(now)}",), {"when": before}),
        Column((f"{now.year}年{_tail(now)}",), {"when": now}),
        Column((scene.growth(),), {"when": now, "measure": "yoy"}),
    ]
    return columns if rng.random() < 0.6 else [columns[1], columns[0], columns[2]]


def _tail(when: When) -> str:
    return when.text.split("年", 1)[-1]


def l7(scene: Scene) -> Book:
    """Wide by year: 2023年1-10月 | 2024年1-10月 | 增减%."""
    said = choose(scene, Said(scene.rng.choice(SUBJECTS), "", scene.home.full))
    return _sheet("L7", scene, said, _by_year(scene, scene.rng))


def l1_total(scene: Scene) -> Book:
    """The title has 1—10月; the columns only say what is counted."""
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
