"""Titles and the places where period, region and unit are said once for the whole sheet."""

from __future__ import annotations

from dataclasses import dataclass

from bureau.canvas import Book, Canvas
from bureau.scene import Scene

SUBJECTS = ("主要经济指标", "国民经济主要指标", "主要经济指标完成情况", "经济运行主要指标")


@dataclass
class Said:
    """What the sheet as a whole says, and where it says it."""

    subject: str
    period: str = ""
    place: str = ""
    unit: str = ""
    period_at: str = "title"
    place_at: str = "title"
    sheet: str = ""
    stem: str = ""


def choose(scene: Scene, said: Said) -> Said:
    """Decide at random where period and region are said."""
    rng, named = scene.rng, ("sheet",) * (scene.form in ("xlsx", "xls", "ods"))
    if scene.titled:
        return said
    if said.period:
        said.period_at = rng.choice(("title",) * 6 + ("subtitle", "file", "subtitle", *named))
    if said.place:
        said.place_at = rng.choice(("title",) * 7 + ("file", "maker", *named))
    if said.place_at == "sheet" and said.period_at == "sheet":
        said.place_at = "title"
    return said


def head(canvas: Canvas, scene: Scene, said: Said, width: int) -> int:
    """Title, subtitle and unit line; answers the row where the table begins."""
    rng, row = scene.rng, 1
    if rng.random() < 0.15:
        canvas.put(row, 1, rng.choice(("附件", "附表1", "附件1：", "内部资料  注意保存")))
        row += 1
    if rng.random() < 0.04 and width > 3:
        row = _form(canvas, scene, width, row)
    title = said.place * (said.place_at == "title") + said.period * (said.period_at == "title")
    if said.period_at == "title" and said.place_at == "title" and rng.random() < 0.3:
        title = said.period + said.place
    after = bool(said.period) and said.period_at == "title" and rng.random() < 0.15
    if after:
        title = said.place * (said.place_at == "title")
    canvas.put(row, 1, title + said.subject + f"（{said.period}）" * after, bold=True)
    if rng.random() < 0.7:
        canvas.merge(row, 1, row, width)
    return _below(canvas, scene, said, width, row + 1)


def _form(canvas: Canvas, scene: Scene, width: int, row: int) -> int:
    """The box of a statistical form: its number, who made it, until when it is valid."""
    lines = ("表    号：Ｂ２０４－１表", "制定机关：国家统计局", f"有效期至：{scene.year + 1}年1月")
    for line in lines:
        canvas.put(row, width - 1, line)
        row += 1
    return row


def _below(canvas: Canvas, scene: Scene, said: Said, width: int, row: int) -> int:
    left, unit = _left(said, scene), f"单位：{said.unit}" if said.unit else ""
    if said.period_at == "subtitle" and scene.rng.random() < 0.5:
        canvas.put(row, 1, f"（{said.period}）")
        canvas.merge(row, 1, row, width)
        row, left = row + 1, left if said.place_at == "maker" else ""
    if not left and not unit:
        return row
    if left:
        canvas.put(row, 1, left)
    if unit:
        unit = scene.rng.choice((unit, unit, unit.replace("：", ":"), f"计量{unit}", f"（{unit}）"))
        canvas.put(row, width if width > 1 else 2, unit, right=True)
    return row + 1


def _left(said: Said, scene: Scene) -> str:
    if said.place_at == "maker":
        return f"填报单位：{said.place}统计局"
    if said.period_at == "subtitle":
        return scene.rng.choice((said.period, f"时间：{said.period}", f"报告期：{said.period}"))
    return ""


def book(layout: str, scene: Scene, canvas: Canvas, said: Said) -> Book:
    """A book of one sheet, named by what is said in sheet and file name."""
    if said.period_at == "sheet":
        canvas.name = said.period.replace("/", ".")
    if said.place_at == "sheet":
        canvas.name = said.place
    canvas.name = canvas.name[:31]
    in_file = said.place * (said.place_at == "file") + said.period * (said.period_at == "file")
    stem = in_file + said.subject if in_file else scene.stem()
    return Book(layout, stem.replace("/", "-"), [canvas], scene.form)
