"""L6: blocks stacked in one sheet; two halves side by side; a table over several sheets."""

from __future__ import annotations

from bureau import items as I  # noqa: N812
from bureau.canvas import Book, Canvas
from bureau.choosing import item_rows
from bureau.heading import Said, book, choose, head
from bureau.items import Item
from bureau.kinds.counties import STUB
from bureau.kinds.summary import grouped, spans, stub
from bureau.periods import titled, up_to, whole
from bureau.scene import Scene
from bureau.table import Column, Row, Table, lay, style

GROUPS: tuple[tuple[str, tuple[Item, ...]], ...] = (
    ("工业", (I.OUTPUT, I.REVENUE, I.PROFIT, I.IVA, I.UNITS_IND)),
    ("固定资产投资", (I.FAI, I.FAI_INDUSTRIAL, I.FAI_PRIVATE, I.RE)),
    ("房地产", (I.RE, I.RE_AREA, I.RE_VALUE)),
    ("国内贸易", (I.RETAIL, I.RETAIL_ABOVE, *I.RETAIL.parts)),
    ("对外经济", (I.TRADE, *I.TRADE2, I.FDI)),
    ("财政", (I.BUDGET, I.TAX, I.SPEND)),
    ("金融", (I.DEPOSITS, I.HOUSEHOLD, I.LOANS)),
    ("用电", (I.ELEC, I.ELEC_INDUSTRY)),
)


def stacked(scene: Scene) -> Book:
    """Each block has its own heading, its own header and its own unit."""
    rng = scene.rng
    picked = rng.sample(GROUPS, rng.randint(2, 4))
    said = choose(
        scene, Said("主要经济指标", titled(scene.year, scene.month, rng), scene.home.full)
    )
    whens = spans(scene, True)
    columns = grouped(scene, whens) if rng.random() < 0.5 else _short(scene, whens)
    manner, unit_at = style(rng), rng.choice(("line", "label", "column"))
    canvas = scene.sheet()
    row = head(canvas, scene, said, len(columns) + 1)
    for n, (name, group) in enumerate(picked):
        canvas.put(row, 1, f"{'一二三四五'[n]}、{name}", bold=True)
        row = _block(canvas, scene, group, unit_at, columns, manner, row)
        row += rng.random() < 0.5
    return book("L6", scene, canvas, said)


def stacked_places(scene: Scene) -> Book:
    """Blocks of places, one an indicator, each below its name and its own unit line."""
    rng = scene.rng
    picked = rng.sample((I.OUTPUT, I.RETAIL, I.BUDGET, I.ELEC, I.FAI, I.RE_AREA, I.FDI), 3)
    said = choose(scene, Said(
        f"{scene.below}主要指标", titled(scene.year, scene.month, rng), scene.home.full
    ))  # fmt: skip
    columns, manner, canvas = _short(scene, spans(scene, True)), style(rng), scene.sheet()
    row, name, places = head(canvas, scene, said, 4), scene.stub(STUB[:4]), scene.county_rows()
    for n, item in enumerate(picked):
        unit = scene.unit(item)
        canvas.put(row, 1, f"（{'一二三'[n]}）{scene.label(item)}", bold=True)
        canvas.put(row + 1, 4, f"单位：{unit[0]}、%", right=True)
        table = Table(columns, places, {"item": item, "unit": unit}, (("label", name),), manner)
        row = lay(canvas, table, scene.world, row + 2) + (rng.random() < 0.5)
    return book("L6", scene, canvas, said)


def _short(scene: Scene, whens: tuple) -> list[Column]:
    growth = scene.growth()
    return [
        Column((whens[0].text,), {"when": whens[0], "beside": True}),
        Column((whens[1].text,), {"when": whens[1]}),
        Column((growth,), {"when": whens[1], "measure": "yoy"}),
    ]


def _block(
    canvas: Canvas, scene: Scene, group: tuple[Item, ...], unit_at: str, columns: list[Column],
    manner: object, row: int,
) -> int:  # fmt: skip
    """One block below its heading; answers the first row below it."""
    rows = item_rows(scene, list(group), unit_at, family=False)
    if unit_at == "line":
        unit = _common(rows)
        if unit:
            canvas.put(row, len(columns) + 1, f"单位：{unit}", right=True)
        else:
            rows = item_rows(scene, list(group), "label", family=False)
    table = Table(columns, rows, {"place": scene.home}, stub(scene, unit_at), manner)  # ty: ignore
    table.stub = tuple(pair for pair in table.stub if pair[0] != "serial")
    return lay(canvas, table, scene.world, row + 1)


def _common(rows: list[Row]) -> str:
    """The unit of the first row's kind, given to every row that can take it."""
    first = rows[0].facets["unit"]
    kinds = {row.facets["item"].unit for row in rows} - {"%"}
    if len(kinds) != 1:
        return ""
    for row in rows:
        row.facets["unit"] = first
    return f"{first[0]}、%"


def halves(scene: Scene) -> Book:
    """One table of places broken into two halves that stand side by side."""
    rng = scene.rng
    item = rng.choice((I.OUTPUT, I.RETAIL, I.BUDGET, I.ELEC, I.FAI))
    unit = scene.unit(item)
    when = up_to(scene.year, scene.month, rng)
    said = choose(
        scene, Said(f"{scene.below}{scene.label(item)}", when.text, scene.home.full, unit[0])
    )
    columns = [
        Column((rng.choice(("累计", "绝对量", "本期")),), {"when": when}),
        Column((scene.growth(),), {"when": when, "measure": "yoy"}),
    ]
    rows, canvas = scene.county_rows(), scene.sheet()
    half, manner, name = (len(rows) + 1) // 2, style(rng), scene.stub(STUB[:4])
    top = head(canvas, scene, said, 6)
    for part, left in ((rows[:half], 1), (rows[half:], 4)):
        table = Table(columns, part, {"item": item, "unit": unit}, (("label", name),), manner)
        lay(canvas, table, scene.world, top, left)
    return book("halves", scene, canvas, said)


def over_sheets(scene: Scene) -> Book:
    """One sheet a county or a month, or one table that goes on in the next sheet."""
    return scene.rng.choice((_by_county, _by_month, _continued))(scene)


def _summary(
    scene: Scene, canvas: Canvas, said: Said, columns: list[Column], place: object
) -> None:
    state = scene.rng.getstate()
    group = [item for _, items in GROUPS[:6] for item in items[:1]]
    rows = item_rows(scene, group, "column", family=False)
    table = Table(columns, rows, {"place": place}, stub(scene, "column"), style(scene.rng))
    top = head(canvas, scene, said, len(columns) + len(table.stub))
    lay(canvas, table, scene.world, top)
    scene.rng.setstate(state)


def _by_county(scene: Scene) -> Book:
    rng, sheets = scene.rng, []
    period = titled(scene.year, scene.month, rng)
    columns, named = _short(scene, spans(scene, True)), rng.random() < 0.5
    for place in [p for p in scene.members() if p.code][:5]:
        canvas = Canvas(place.short if rng.random() < 0.3 else place.full)
        said = Said("主要经济指标", period, place.full if named else "", place_at="title")
        _summary(scene, canvas, said, columns, place)
        sheets.append(canvas)
    stem = f"{scene.home.full}{scene.below}{period}".replace("/", "-")
    return Book("sheets", stem, sheets, "xlsx")


def _by_month(scene: Scene) -> Book:
    rng, sheets = scene.rng, []
    year_in = rng.choice(("title", "file"))
    for m in range(max(2, scene.month - 3), scene.month + 1):
        scene.month = m
        canvas = Canvas(f"{m}月")
        period = f"{scene.year}年" if year_in == "title" else ""
        now, sofar = spans(scene, True)
        said = Said("主要经济指标", period, scene.home.full)
        _summary(scene, canvas, said, _short(scene, (now, sofar)), scene.home)
        sheets.append(canvas)
    stem = f"{scene.year}年月度数据" if year_in == "file" else "月度数据"
    return Book("sheets", stem, sheets, "xlsx")


def _continued(scene: Scene) -> Book:
    """A table of places whose second half stands in a second sheet under 续表."""
    rng = scene.rng
    picked = rng.sample((I.OUTPUT, I.RETAIL, I.BUDGET, I.ELEC, I.FAI, I.TRADE), 2)
    when = up_to(scene.year, scene.month, rng)
    rows, sheets = scene.county_rows(), []
    for n, item in enumerate(picked):
        unit, label = scene.unit(item), scene.label(item)
        columns = [
            Column((f"{label}（{unit[0]}）", when.text), {"when": when}),
            Column((f"{label}（{unit[0]}）", scene.growth()), {"when": when, "measure": "yoy"}),
        ]
        canvas = Canvas(f"表1{'续' * n}")
        said = Said(f"{scene.below}主要经济指标" + "（续表）" * n, when.text, scene.home.full)
        table = Table(columns, rows, {"item": item, "unit": unit}, (("label", "地区"),), style(rng))
        lay(canvas, table, scene.world, head(canvas, scene, said, 3))
        sheets.append(canvas)
    return Book("sheets", scene.stem(), sheets, "xlsx")


def bilingual(scene: Scene) -> Book:
    """A yearbook's table: Chinese over English in every heading."""
    rng = scene.rng
    picked = rng.sample(ENGLISH, rng.randint(3, 5))
    columns = []
    for item, english in picked:
        text = f"{scene.label(item)}\n{english}\n（{item.unit}）"
        unit = (item.unit, 1.0, item.decimals)
        if rng.random() < 0.4:
            text = f"{scene.label(item)}（{item.unit}）"
            columns.append(Column((text, english), {"item": item, "unit": unit}))
        else:
            columns.append(Column((text,), {"item": item, "unit": unit}))
    state, rows = rng.getstate(), []
    for year in range(scene.year - rng.randint(5, 9), scene.year):
        rng.setstate(state)
        when = whole(year, rng)
        rows.append(Row(when.text, {"when": when}))
    canvas = scene.sheet()
    said = Said(
        "主要年份国民经济主要指标",
        "",
        f"{rng.randint(1, 3)}-{rng.randint(1, 9)}  {scene.home.full}",
    )
    top = head(canvas, scene, said, len(columns) + 1)
    canvas.put(top, 1, "Main Indicators of National Economy in Main Years")
    table = Table(columns, rows, {"place": scene.home}, (("label", "年份 Year"),), style(rng))
    table.style.indent = ""
    lay(canvas, table, scene.world, top + 1)
    return book("yearbook", scene, canvas, said)


ENGLISH = (
    (I.GDP, "Gross Regional Product"),
    (I.RETAIL, "Total Retail Sales of Consumer Goods"),
    (I.BUDGET, "General Public Budget Revenue"),
    (I.SPEND, "General Public Budget Expenditure"),
    (I.POPULATION, "Resident Population (year-end)"),
    (I.AGRI, "Gross Output Value of Agriculture, Forestry, Animal Husbandry and Fishery"),
    (I.INCOME_URBAN, "Per Capita Disposable Income of Urban Households"),
    (I.INCOME_RURAL, "Per Capita Disposable Income of Rural Households"),
    (I.CON, "Gross Output Value of Construction"),
)
