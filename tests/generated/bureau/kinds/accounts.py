"""L8 and L10: by industry, with codes and indentation; the accounts of the treasury."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache

from bureau import items as I  # noqa: N812
from bureau.canvas import Book
from bureau.heading import Said, choose
from bureau.items import Item
from bureau.kinds.subjects import laid
from bureau.kinds.summary import spans
from bureau.periods import titled
from bureau.places import AREAS
from bureau.scene import Scene
from bureau.table import Column, Row, Table, style

DONE = ("完成预算%", "占预算%", "完成预算（%）")


@cache
def divisions() -> tuple[tuple[str, str], ...]:
    """Industrial divisions with their letters: ("C13", "农副食品加工业")."""
    with AREAS.with_name("industries.csv").open(encoding="utf-8") as lines:
        rows = [(row["code"], row["name_zh"]) for row in csv.DictReader(lines)]
    return tuple(row for row in rows if row[0][0] in "BCD" and len(row[0]) == 3)


SECTIONS = (("B", "采矿业"), ("C", "制造业"), ("D", "电力、热力、燃气及水生产和供应业"))
BY_INDUSTRY = (
    (I.OUTPUT, "ind_output_value", "规模以上工业总产值"),
    (I.REVENUE, "ind_revenue", "规模以上工业企业营业收入"),
    (I.PROFIT, "ind_profit", "规模以上工业企业利润总额"),
    (I.IVA, "ind_va_sector", "规模以上工业增加值增速"),
    (replace(I.ELEC_INDUSTRY, names=("工业用电量",)), "elec_sector", "工业用电量"),
)


def industry(scene: Scene) -> Book:
    """L8: codes, indented names, a total, the three sections and some divisions."""
    rng = scene.rng
    base, id_, name = rng.choice(BY_INDUSTRY[:4])
    picked = sorted(rng.sample(divisions(), rng.randint(8, 16)))
    leaves = {code: _branch(base, id_, code, text) for code, text in picked}
    coded = rng.choice(("code", "digits", ""))
    rows = _industry_rows(scene, leaves, base, coded)
    unit = scene.unit(base)
    said = choose(scene, Said(
        rng.choice((f"分行业{name}", f"{name}（按行业分）", f"分行业{name}情况")),
        titled(scene.year, scene.month, rng), scene.home.full,
        "%" if base.kind == "growth" else f"{unit[0]}、%",
    ))  # fmt: skip
    if base.kind == "growth":
        said.subject = f"分行业{name}"
    facets = {"place": scene.home, "unit": unit}
    stub = ((("code", "代码"),) if coded else ()) + (
        ("label", rng.choice(("行业", "指标名称", "行业名称"))),
    )
    table = Table(_industry_columns(scene, base), rows, facets, stub, style(rng))
    return laid("L8", scene, said, table)


def _branch(base: Item, id_: str, code: str, name: str) -> Item:
    size = base.size if base.kind == "growth" else base.size / 14
    return replace(base, id=id_, names=(name,), size=size, breakdown=(("industry", code),))


def _industry_rows(scene: Scene, leaves: dict[str, Item], base: Item, coded: str) -> list[Row]:
    rows, groups = [], []
    for letter, name in SECTIONS:
        inside = {code: item for code, item in leaves.items() if code[0] == letter}
        if not inside:
            continue
        group = replace(
            next(iter(inside.values())), names=(name,), breakdown=(("industry", letter),),
            parts=tuple(inside.values()),
        )  # fmt: skip
        groups.append(group)
        rows.append(Row(name, {"item": group}, 1, code=letter if coded == "code" else ""))
        for code, item in inside.items():
            shown = code if coded == "code" else code[1:]
            rows.append(Row(item.names[0], {"item": item}, 2, code=shown))
    whole = replace(base, parts=tuple(groups), key=f"{base.id}all")
    return [Row(scene.rng.choice(("总计", "合计", "全部")), {"item": whole}), *rows]


def _industry_columns(scene: Scene, base: Item) -> list[Column]:
    now, sofar = spans(scene, True)
    if base.kind == "growth":
        return [Column((w.text,), {"when": w, "measure": "yoy"}) for w in (now, sofar)]
    growth = scene.growth()
    columns = [
        Column((sofar.text,), {"when": sofar}),
        Column((growth,), {"when": sofar, "measure": "yoy"}),
    ]
    return [Column((now.text,), {"when": now}), *columns] if scene.rng.random() < 0.6 else columns


def fiscal(scene: Scene) -> Book:
    """L10: 科目 × 预算数, 本月, 累计, 完成预算%, 同比."""
    scene.settle()
    rng = scene.rng
    revenue = rng.random() < 0.5
    rows = _revenue_rows(scene) if revenue else _spending_rows()
    unit = rng.choice(I.UNITS["万元"])
    now, sofar = spans(scene, True)
    budget = rng.choice(("预算数", "年初预算", "年度预算数", "调整预算数"))
    columns = [
        Column((budget,), {"when": sofar, "measure": "target"}),
        Column((now.text,), {"when": now}),
        Column((sofar.text,), {"when": sofar}),
        Column((rng.choice(DONE),), {"when": sofar, "measure": "progress"}),
        Column((rng.choice(("上年同期", "上年同期累计")),), {"when": sofar, "measure": "prior"}),
        Column((scene.growth(),), {"when": sofar, "measure": "yoy"}),
    ]  # fmt: skip
    columns = [
        c for c in columns if rng.random() < 0.85 or c.facets.get("measure") in (None, "yoy")
    ]
    said = choose(scene, Said(
        f"一般公共预算{'收入' if revenue else '支出'}完成情况表",
        titled(scene.year, scene.month, rng), scene.home.full, unit[0],
    ))  # fmt: skip
    facets = {"place": scene.home, "unit": unit}
    stub = (("label", rng.choice(("科目", "项目", "科目名称", "预算科目"))),)
    return laid("L10", scene, said, Table(columns, rows, facets, stub, style(rng)))


def _revenue_rows(scene: Scene) -> list[Row]:
    numbered = scene.rng.random() < 0.5
    top = [
        Row(
            "一般公共预算收入合计" if scene.rng.random() < 0.3 else "一般公共预算收入",
            {"item": I.BUDGET},
        )
    ]
    taxes = [Row(item.names[0], {"item": item}, 2) for item in I.TAXES]
    tax = Row("一、税收收入" if numbered else "税收收入", {"item": I.TAX}, 1)
    return [
        *top,
        tax,
        *taxes,
        Row("二、非税收入" if numbered else "非税收入", {"item": I.NONTAX}, 1),
    ]


def _spending_rows() -> list[Row]:
    parts = [Row(item.names[0], {"item": item}, 1) for item in I.FUNCTIONS]
    return [Row("一般公共预算支出", {"item": I.SPEND}), *parts]
