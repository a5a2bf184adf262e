"""Which indicators a table lists, and how their rows are written."""

from __future__ import annotations

from bureau import items as I  # noqa: N812
from bureau.items import Item
from bureau.scene import Scene
from bureau.table import Row

OF_WHICH = ("其中：", "#", "其中:", "　其中：", "＃")
CHILDREN = {
    I.ELEC: (I.ELEC_INDUSTRY,),
    I.DEPOSITS: (I.HOUSEHOLD,),
    I.FAI: (I.FAI_INDUSTRIAL, I.FAI_PRIVATE),
    I.RETAIL: (I.RETAIL_ABOVE,),
    I.TRADE: (I.TRADE2[0],),
    I.BUDGET: (I.TAX,),
}


def choose_items(scene: Scene, least: int = 6, most: int = 14) -> list[Item]:
    """Indicators of a monthly summary in the order a bureau prints them."""
    rng = scene.rng
    pool = list(I.MONTHLY) + list(I.GROWTHS) + list(I.STOCKS[:3])
    pool.remove(rng.choice((I.FAI, I.FAI_GROWTH)))
    pool += list(I.QUARTERLY) if scene.month % 3 == 0 else []
    chosen = set(rng.sample(range(len(pool)), min(len(pool), rng.randint(least, most))))
    picked = [item for n, item in enumerate(pool) if n in chosen]
    if rng.random() < 0.15:
        picked.append(rng.choice(I.UNKNOWN))
    return sorted(picked, key=lambda item: item.kind == "stock")


def item_rows(scene: Scene, picked: list[Item], unit_at: str, family: bool = True) -> list[Row]:
    """Rows of indicators, some with their parts below them."""
    rows: list[Row] = []
    numbered = family and scene.rng.random() < 0.2
    for n, item in enumerate(picked):
        if item in {row.facets["item"] for row in rows}:
            continue
        mark = f"{'一二三四五六七八九十'[n]}、" if numbered and n < 10 else ""
        unit = scene.unit(item)
        rows.append(item_row(scene, item, unit, unit_at, before=mark))
        if not family:
            continue
        rows += _children(scene, item, unit, unit_at, {row.facets["item"] for row in rows})
    return rows


def _children(scene: Scene, item: Item, unit: tuple, unit_at: str, had: set[Item]) -> list[Row]:
    family = [child for child in CHILDREN.get(item, ()) if child not in had]
    if item == I.GDP:
        return [item_row(scene, part, unit, unit_at, indent=1) for part in item.parts]
    if not family or scene.rng.random() < 0.5:
        return []
    mark = scene.rng.choice(OF_WHICH)
    return [item_row(scene, family[0], unit, unit_at, indent=1, before=mark)]


def item_row(
    scene: Scene, item: Item, unit: tuple, unit_at: str, indent: int = 0, before: str = ""
) -> Row:
    """One row, its unit in the label, in a column of its own, or not in the row at all."""
    symbol = "%" if item.kind == "growth" else unit[0]
    label = before + scene.label(item)
    if unit_at == "label":
        label += scene.rng.choice(("（{}）", "({})", "（{}）")).format(symbol)
    return Row(label, {"item": item, "unit": unit}, indent, symbol if unit_at == "column" else "")


SECTIONS = (
    ("工业", ("ind_",)), ("投资", ("fai", "re_")), ("消费", ("retail", "tourism", "express")),
    ("对外经济", ("trade", "fdi")), ("财政", ("budget", "fund")),
    ("金融", ("deposits", "loans", "household", "premium")), ("用电", ("elec",)),
)  # fmt: skip


def sectioned(rows: list[Row]) -> list[Row]:
    """The same rows under headings that carry no figures: 一、工业."""
    groups: list[tuple[str, list[Row]]] = []
    for row in rows:
        id_ = row.facets["item"].id or ""
        name = next((n for n, heads in SECTIONS if id_.startswith(heads)), "其他")
        if not groups or groups[-1][0] != name:
            groups.append((name, []))
        groups[-1][1].append(row)
    lines = []
    for n, (name, inside) in enumerate(groups):
        lines.append(Row(f"{'一二三四五六七八九十'[n % 10]}、{name}", heading=True))
        lines += inside
    return lines


def one_unit(picked: list[Item], unit: str) -> list[Item]:
    """Those that can be printed in one unit, so that it may stand above the table."""
    return [item for item in picked if item.unit == unit or item.kind == "growth"]
