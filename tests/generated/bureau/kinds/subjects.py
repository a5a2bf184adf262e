"""Tables of one subject: sectors, balances, households, prices, targets."""

from __future__ import annotations

from bureau import items as I  # noqa: N812
from bureau.canvas import Book
from bureau.heading import Said, book, choose, head
from bureau.items import Item
from bureau.kinds.summary import grouped
from bureau.periods import When, month, quarter, quarters, titled, to_date, up_to
from bureau.scene import Scene
from bureau.table import Column, Row, Table, lay, style

GOAL = ("年度目标", "全年目标", "目标值", "年度计划", "全年目标任务")
REACHED = ("完成率（%）", "完成进度（%）", "占年度目标%", "完成年度目标（%）")


def laid(layout: str, scene: Scene, said: Said, table: Table) -> Book:
    canvas = scene.sheet()
    top = head(canvas, scene, said, len(table.columns) + len(table.stub))
    lay(canvas, table, scene.world, top)
    return book(layout, scene, canvas, said)


def sectors(scene: Scene) -> Book:
    """Value added, investment or electricity by the three sectors."""
    rng = scene.rng
    scene.month = max(3, scene.month // 3 * 3)
    whole = rng.choice((I.GDP, I.GDP, I.FAI, I.ELEC))
    make = quarters if whole is I.GDP else up_to
    when = make(scene.year, scene.month, rng)
    unit = scene.unit(whole)
    rows = [Row(scene.label(whole), {"item": whole})]
    rows += [Row(part.names[0], {"item": part}, 1) for part in whole.parts]
    facets = {"place": scene.home, "unit": unit, "of": whole}
    columns, period = _sector_columns(scene, when, whole)
    if rng.random() < 0.04 and scene.month == 9 and whole is I.GDP:
        period, facets["open"] = f"{scene.year}年三季度", True
    said = choose(scene, Said(whole.names[0], period, scene.home.full, f"{unit[0]}、%"))
    table = Table(columns, rows, facets, (("label", "指标"),), style(rng))
    return laid("sectors", scene, said, table)


def _sector_columns(scene: Scene, when: When, whole: Item) -> tuple[list[Column], str]:
    """The columns and the period of the title; sometimes a quarter alone beside the sum."""
    rng = scene.rng
    if whole is I.GDP and scene.month in (6, 9) and rng.random() < 0.25:
        alone, sofar = quarter(scene.year, scene.month, rng), quarters(
            scene.year, scene.month, rng, False
        )  # fmt: skip
        return grouped(scene, (alone, sofar)), f"{scene.year}年"
    columns = [
        Column((rng.choice(("绝对额", "总量", "累计")),), {"when": when}),
        Column((scene.growth(),), {"when": when, "measure": "yoy"}),
    ]
    if rng.random() < 0.4:
        share = rng.choice(("比重（%）", "占比（%）", "构成（%）"))
        columns.append(Column((share,), {"when": when, "measure": "share"}))
    if whole is I.GDP and rng.random() < 0.3:
        pull = rng.choice(("拉动GDP增长（百分点）", "拉动（百分点）", "拉动增长(百分点)"))
        columns.append(Column((pull,), {"when": when, "measure": "contribution"}))
    return columns, when.text


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
            titled(scene.year, scene.month, rng).removesuffix("份") + rng.choice(("", "末", "底")),
            scene.home.full,
            f"{unit[0]}、%",
        ),
    )
    facets = {"place": scene.home, "unit": unit}
    return laid(
        "finance", scene, said, Table(columns, rows, facets, (("label", "项目"),), style(rng))
    )


def households(scene: Scene) -> Book:
    """Income and consumption per head with the sources of income."""
    scene.settle()
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
    return laid(
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
    return laid(
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
    scene.settle()
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
    return laid(
        "targets", scene, said, Table(columns, rows, {"place": scene.home}, stub, style(rng))
    )


def rates(scene: Scene) -> Book:
    """Ratios in per cent and how they changed, in points."""
    rng = scene.rng
    when = to_date(scene.year, scene.month, rng)
    picked = rng.sample(I.RATES, rng.randint(3, 5))
    rows = [Row(scene.label(item), {"item": item}, unit="%") for item in picked]
    points = rng.choice(("同比增减（百分点）", "比上年同期增减（百分点）", "同比±百分点"))
    columns = [
        Column((rng.choice((when.text, "本期", "累计", "实际值")),), {"when": when}),
        Column((points,), {"when": when, "measure": "yoy_pp"}),
    ]
    if rng.random() < 0.4:
        columns.insert(1, Column(("上年同期",), {"when": when, "measure": "prior"}))
    said = choose(scene, Said("主要比率指标", when.text, scene.home.full))
    stub = (("label", "指标"), ("unit", "单位"))
    return laid("rates", scene, said, Table(columns, rows, {"place": scene.home}, stub, style(rng)))
