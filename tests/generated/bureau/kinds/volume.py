"""A month's whole workbook: a contents sheet and several tables, each in its own sheet."""

from __future__ import annotations

from bureau.canvas import Book, Canvas
from bureau.kinds import accounts, blocks, counties, subjects, summary
from bureau.scene import Scene

TABLES = (
    summary.l1, summary.l2, counties.l3, counties.l3, counties.l4, subjects.finance,
    subjects.sectors, accounts.fiscal, accounts.industry, blocks.stacked, subjects.households,
    subjects.prices,
)  # fmt: skip


def volume(scene: Scene) -> Book:
    """Each sheet says its own period and region in its title."""
    rng, scene.titled, scene.form = scene.rng, True, "xlsx"
    month, sheets = scene.month, []
    for n, table in enumerate(rng.sample(TABLES, rng.randint(2, 5)), 1):
        scene.month = month
        canvas = table(scene).sheets[0]
        canvas.name = rng.choice((f"表{n}", f"{n}", f"P{n}"))
        sheets.append(canvas)
    if rng.random() < 0.5:
        sheets.insert(0, _contents(sheets))
    return Book("volume", scene.stem(), sheets, "xlsx")


def _contents(sheets: list[Canvas]) -> Canvas:
    canvas = Canvas("目录")
    canvas.put(1, 1, "目  录", bold=True)
    for n, sheet in enumerate(sheets, 1):
        canvas.put(n + 1, 1, n)
        canvas.put(n + 1, 2, next(str(cell.value) for cell in sheet.cells.values() if cell.bold))
    return canvas
