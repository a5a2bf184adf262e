"""Places down the side, periods across: months of one year, two years, three lines of headings."""

from __future__ import annotations

from bureau import items as I  # noqa: N812
from bureau.canvas import Book
from bureau.heading import Said, book, choose, head
from bureau.items import Item
from bureau.kinds.counties import BY_PLACE, STUB
from bureau.kinds.summary import VALUE, spans
from bureau.periods import titled, to_date, whole
from bureau.scene import Scene
from bureau.table import Column, Table, lay, style


def _laid(scene: Scene, said: Said, columns: list[Column], facets: dict) -> Book:
    stub = (("label", scene.stub(STUB)),)
    table = Table(columns, scene.county_rows(), facets, stub, style(scene.rng))
    canvas = scene.sheet()
    lay(canvas, table, scene.world, head(canvas, scene, said, len(columns) + 1))
    return book("compared", scene, canvas, said)


def by_month(scene: Scene) -> Book:
    """One indicator, a column a month to date; the year in the title or in each heading."""
    rng = scene.rng
    item = rng.choice((*BY_PLACE, I.IVA, I.FAI_GROWTH))
    unit, dated = scene.unit(item), rng.random() < 0.5
    measure = "yoy" if item.kind == "growth" or rng.random() < 0.3 else "level"
    state, columns = rng.getstate(), []
    for m in range(2, scene.month + 1):
        rng.setstate(state)
        when = to_date(scene.year, m, rng, dated)
        columns.append(Column((when.text,), {"when": when, "measure": measure}))
    subject = scene.label(item) + ("增速" if measure == "yoy" else "")
    said = Said(
        f"{scene.below}{subject}", "", scene.home.full, "%" if measure == "yoy" else unit[0]
    )
    said.subject = ("" if dated else f"{scene.year}年") + said.subject
    return _laid(scene, choose(scene, said), columns, {"item": item, "unit": unit})


def two_years(scene: Scene) -> Book:
    """One indicator: last year, this year, growth, rank."""
    rng = scene.rng
    item = rng.choice((I.GDP, I.FAI, I.RETAIL, I.BUDGET, I.OUTPUT, I.POPULATION, I.INCOME_RURAL))
    unit = scene.unit(item)
    now = whole(scene.year, rng)
    before = now.earlier()
    columns = [
        Column((now.text.replace(str(now.year), str(before.year)),), {"when": before}),
        Column((now.text,), {"when": now}),
        Column((scene.growth(),), {"when": now, "measure": "yoy"}),
    ]
    said = Said(f"{scene.below}{scene.label(item)}", "", scene.home.full, f"{unit[0]}、%")
    return _laid(scene, choose(scene, said), columns, {"item": item, "unit": unit})


def three_lines(scene: Scene) -> Book:
    """Indicator over 本月 | 累计 over 绝对量 | 同比."""
    rng = scene.rng
    picked = rng.sample((I.OUTPUT, I.FAI, I.RETAIL, I.TRADE, I.BUDGET, I.ELEC, I.RE), 2)
    whens, value, growth = spans(scene, True), rng.choice(VALUE), scene.growth()
    columns = [column for item in picked for column in _deep(scene, item, whens, (value, growth))]
    period = titled(scene.year, scene.month, rng)
    said = choose(scene, Said(f"{scene.below}主要经济指标", period, scene.home.full))
    return _laid(scene, said, columns, {})


def _deep(scene: Scene, item: Item, whens: tuple, words: tuple[str, str]) -> list[Column]:
    unit = scene.unit(item)
    name, columns = f"{scene.label(item)}（{unit[0]}）", []
    for when in whens:
        facets = {"item": item, "unit": unit, "when": when}
        columns.append(Column((name, when.text, words[0]), facets))
        columns.append(Column((name, when.text, words[1]), facets | {"measure": "yoy"}))
    return columns
