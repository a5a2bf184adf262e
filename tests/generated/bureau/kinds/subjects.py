"""Tables of one subject: industries, fiscal accounts, sectors, balances, households, prices."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache

from bureau import items as I  # noqa: N812
from bureau.canvas import Book
from bureau.heading import Said, book, choose, head
from bureau.items import Item
from bureau.kinds.summary import spans
from bureau.periods import When, month, quarters, titled, to_date, up_to
from bureau.places import AREAS
from bureau.scene import Scene
from bureau.table import Column, Row, Table, lay, style

DONE = ("完成预算%", "占预算%", "完成预算（%）")
GOAL = ("年度目标", "全年目标", "目标值", "年度计划", "全年目标任务")
REACHED = ("完成率（%）", "完成进度（%）", "占年度目标%", "完成年度目标（%）")


def _lay(layout: str, scene: Scene, said: Said, table: Table) -> Book:
    canvas = scene.sheet()
    top = head(canvas, scene, said, len(table.columns) + len(table.stub))
    lay(canvas, table, scene.world, top)
    return book(layout, scene, canvas, said)


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
    return _lay("L8", scene, said, table)


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
            parts=tuple(inside.values()) if base.kind != "growth" else (),
        )  # fmt: skip
        groups.append(group)
        rows.append(Row(name, {"item": group}, 1, code=letter if coded == "code" else ""))
        for code, item in inside.items():
            shown = code if coded == "code" else code[1:]
            rows.append(Row(item.names[0], {"item": item}, 2, code=shown))
    parts = tuple(groups) if base.kind != "growth" else ()
    whole = replace(base, parts=parts, key=f"{base.id}all")
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
    return _lay("L10", scene, said, Table(columns, rows, facets, stub, style(rng)))


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


def sectors(scene: Scene) -> Book:
    """Value added, investment or electricity by the three sectors."""
    rng = scene.rng
    scene.month = max(3, scene.month // 3 * 3)
    whole = rng.choice((I.GDP, I.GDP, I.FAI, I.ELEC))
    when = (
        quarters(scene.year, scene.month, rng)
        if whole is I.GDP
        else up_to(scene.year, scene.month, rng)
    )
    unit = scene.unit(whole)
    rows = [Row(scene.label(whole), {"item": whole})]
    rows += [Row(part.names[0], {"item": part}, 1) for part in whole.parts]
    columns = [
        Column((rng.choice(("绝对额", "总量", "累计")),), {"when": when}),
        Column((scene.growth(),), {"when": when, "measure": "yoy"}),
    ]
    if rng.random() < 0.4:
        columns.append(
            Column(
                (rng.choice(("比重（%）", "占比（%）", "构成（%）")),),
                {"when": when, "measure": "share"},
            )
        )
    if whole is I.GDP and rng.random() < 0.3:
        pull = rng.choice(("拉动GDP增长（百分点）", "拉动（百分点）", "拉动增长(百分点)"))
        columns.append(Column((pull,), {"when": when, "measure": "contribution"}))
    said = choose(scene, Said(f"{whole.names[0]}", when.text, scene.home.full, f"{unit[0]}、%"))
    table = Table(
        columns,
        rows,
        {"place": scene.home, "unit": unit, "of": whole},
        (("label", "指标"),),
        style(rng),
    )
    return _lay("sectors", scene, said, table)


def finance(scene: Scene) -> Book:
    """Balances: 余额, 比年初, 同比."""
    rng = scene.rng
    scene.month = max(scene.month, 2)
    unit = rng.choice(I.UNITS["亿元"])
    when = When("", scene.year, scene.month, "M", "stock")
    words = rng.choice(("余额", "期末余额", f"{scene.month}月末余额", "本月末余额", "月末余额"))
    change = rng.choice(("比年初增减", "比年初增加", "较年初", "比年初", "比年初新增"))
    columns = [
        Column((words,), {"when": when}),
        Column((change,), {"when": when, "measure": "change", "since": "start"}),
        Column((scene.growth(),), {"when": when, "measure": "yoy"}),
    ]
    rows = [
        Row(scene.label(I.DEPOSITS), {"item": I.DEPOSITS}),
        Row(f"其中：{I.HOUSEHOLD.names[0]}", {"item": I.HOUSEHOLD}, 1),
        Row(scene.label(I.LOANS), {"item": I.LOANS}),
    ]
    said = choose(
        scene,
        Said(
            "金融机构存贷款情况",
            titled(scene.year, scene.month, rng),
            scene.home.full,
            f"{unit[0]}、%",
        ),
    )
    facets = {"place": scene.home, "unit": unit}
    return _lay(
        "finance", scene, said, Table(columns, rows, facets, (("label", "项目"),), style(rng))
    )


def households(scene: Scene) -> Book:
    """Income and consumption per head with the sources of income."""
    rng = scene.rng
    scene.month = max(3, scene.month // 3 * 3)
    when = rng.choice((quarters, to_date))(scene.year, scene.month, rng)
    rows = [Row(scene.label(I.INCOME), {"item": I.INCOME})]
    mark = rng.choice(("", "#", "其中："))
    for n, source in enumerate(I.SOURCES):
        rows.append(
            Row((mark if n == 0 or mark == "#" else "") + source.names[0], {"item": source}, 1)
        )
    rows += [Row(scene.label(i), {"item": i}) for i in (I.INCOME_URBAN, I.INCOME_RURAL, I.CONSUME)]
    columns = [
        Column((rng.choice(("绝对额（元）", "总量（元）", "绝对量(元)")),), {"when": when}),
        Column((scene.growth(),), {"when": when, "measure": "yoy"}),
    ]
    said = choose(scene, Said("居民收支情况", when.text, scene.home.full))
    return _lay(
        "income",
        scene,
        said,
        Table(columns, rows, {"place": scene.home}, (("label", "指标"),), style(rng)),
    )


def prices(scene: Scene) -> Book:
    """Price indices against the same month, the same period and the month before."""
    rng = scene.rng
    now, sofar = (
        month(scene.year, scene.month, rng, False),
        to_date(scene.year, scene.month, rng, False),
    )
    manner = rng.choice(("({})", "（{}）", "以{}")).format
    bases = (("上年同月=100", now, ""), ("上月=100", now, ""), ("上年同期=100", sofar, "累计"))
    columns = []
    for base, when, word in rng.sample(bases, rng.randint(2, 3)):
        text = base if "以" not in manner("") else "以" + base.replace("=", "为")
        path = (when.text, manner(base) if "以" not in manner("") else text)
        columns.append(Column(path, {"when": when, "base": base, "word": word}))
    rows = [Row(scene.label(I.CPI), {"item": I.CPI})]
    rows += [Row(part.names[0], {"item": part}, 1) for part in I.CPI_PARTS]
    said = choose(
        scene, Said("居民消费价格指数", titled(scene.year, scene.month, rng), scene.home.full)
    )
    return _lay(
        "prices",
        scene,
        said,
        Table(
            columns,
            rows,
            {"place": scene.home},
            (("label", rng.choice(("类别", "项目", "指标"))),),
            style(rng),
        ),
    )


def targets(scene: Scene) -> Book:
    """Targets of the year and how far they are reached."""
    rng = scene.rng
    picked = rng.sample((I.FAI, I.RETAIL, I.TRADE, I.FDI, I.BUDGET, I.JOBS, I.RE, I.OUTPUT), 5)
    when = up_to(scene.year, scene.month, rng)
    rows = []
    for item in picked:
        unit = scene.unit(item)
        rows.append(Row(scene.label(item), {"item": item, "unit": unit}, unit=unit[0]))
    columns = [
        Column((rng.choice(GOAL),), {"when": when, "measure": "target"}),
        Column((rng.choice((f"{when.text}完成", "累计完成", when.text)),), {"when": when}),
        Column((rng.choice(REACHED),), {"when": when, "measure": "progress"}),
        Column((scene.growth(),), {"when": when, "measure": "yoy"}),
    ]  # fmt: skip
    said = choose(scene, Said("年度目标任务完成情况", when.text, scene.home.full))
    stub = (("serial", "序号"), ("label", "指标名称"), ("unit", "单位"))
    return _lay(
        "targets", scene, said, Table(columns, rows, {"place": scene.home}, stub, style(rng))
    )
