"""What bureaus add to a table: notes, signatures, spacers, hidden helpers, marks, odd numbers."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from bureau import marks
from bureau.canvas import Book, Canvas

NOTES = (
    "注：本表数据为快报数，最终以年报为准。",
    "注：1.部分数据因四舍五入，存在总计与分项合计不等的情况。",
    "资料来源：市统计局、市财政局、人民银行。", "说明：增速按可比口径计算。",
    "注：固定资产投资统计起点为500万元及以上项目。", "备注：部分指标口径有调整",
)  # fmt: skip
SIGNED = (
    "单位负责人：王建国　　填表人：李 娜　　联系电话：0632-3318765　　报出日期：{date}",
    "审核人：张伟    制表人：刘洋    制表日期：{date}",
    "统计负责人：赵敏",
)


def dress(book: Book, rng: Random, date: str) -> Book:
    """Dress every sheet of a book by the same habits; `date` is when it was reported."""
    habits = [
        habit for habit, chance, forms in HABITS if rng.random() < chance and _fits(book, forms)
    ]
    for canvas in [canvas for canvas in book.sheets if canvas.figures()]:
        for habit in habits:
            habit(canvas, rng)
        for cell in canvas.cells.values():
            if isinstance(cell.value, str) and "{date}" in cell.value:
                cell.value = cell.value.replace("{date}", date)
    if rng.random() < 0.04 and book.form == "xlsx":
        book.sheets.append(hidden_sheet(rng))
    return book


def hidden_sheet(rng: Random) -> Canvas:
    """A sheet of workings that somebody hid."""
    canvas = Canvas(rng.choice(("底稿", "校验", "计算")), hidden=True)
    for column, text in enumerate(("地区生产总值", "上年", "本年"), 1):
        canvas.put(1, column, text)
        canvas.put(2, column, round(rng.uniform(100, 900), 2))
    return canvas


def _fits(book: Book, forms: str) -> bool:
    return not forms or book.form in forms.split()


def notes(canvas: Canvas, rng: Random) -> None:
    row = canvas.height + 1
    for text in rng.sample(NOTES, rng.randint(1, 2)):
        canvas.put(row, 1, text)
        if rng.random() < 0.4:
            canvas.merge(row, 1, row, max(canvas.width, 2))
        row += 1


def signature(canvas: Canvas, rng: Random) -> None:
    canvas.put(canvas.height + rng.randint(1, 2), 1, rng.choice(SIGNED))


def watermark(canvas: Canvas, rng: Random) -> None:
    canvas.put(canvas.height + 3, canvas.width + 2, rng.choice(("内部资料 注意保密", "征求意见稿")))


def left_margin(canvas: Canvas, rng: Random) -> None:
    for _ in range(rng.randint(1, 2)):
        canvas.insert_column(1)


def top_margin(canvas: Canvas, rng: Random) -> None:
    for _ in range(rng.randint(1, 2)):
        canvas.insert_row(1)


def spacer_row(canvas: Canvas, rng: Random) -> None:
    first, last = marks.body(canvas)
    canvas.insert_row(rng.randint(first + 1, last) if last > first else first)


def hidden_row(canvas: Canvas, rng: Random) -> None:
    """A helper row of last month's figures that somebody hid."""
    first, last = marks.body(canvas)
    at = rng.randint(first, last)
    canvas.insert_row(at)
    for r, column, cell in canvas.figures():
        if r == at + 1 and isinstance(cell.value, int | float):
            canvas.put(at, column, round(cell.value * 0.97, 2))
    label = min((c for r, c in canvas.cells if r == at + 1), default=1)
    canvas.put(at, label, "上月数")
    canvas.hidden_rows.add(at)


def hidden_column(canvas: Canvas, rng: Random) -> None:
    """A helper column beside the table that somebody hid."""
    first, last = marks.body(canvas)
    column = canvas.width + 1
    canvas.put(first - 1, column, rng.choice(("校验", "基数", "上月")))
    for row in range(first, last + 1):
        canvas.put(row, column, round(rng.uniform(100, 900), 2))
    canvas.hidden_columns.add(column)


def comments(canvas: Canvas, rng: Random) -> None:
    for _, _, cell in rng.sample(canvas.figures(), min(2, len(canvas.figures()))):
        cell.note = "与上月口径一致，已核实 2024"


def unkept(canvas: Canvas, rng: Random) -> None:
    """A formula whose result was never computed: nothing can be read there."""
    cells = [cell for _, _, cell in canvas.figures() if isinstance(cell.value, int | float)]
    for cell in rng.sample(cells, min(2, len(cells))):
        cell.formula, cell.cached = "=SUM(A1:A2)", False
        cell.truth, cell.loose = None, True


def broken_headings(canvas: Canvas, _: Random) -> None:
    """Line breaks inside the headings, as narrow columns have them."""
    first, _ = marks.body(canvas)
    for (row, _), cell in sorted(canvas.cells.items()):
        text = cell.value if isinstance(cell.value, str) and 2 < row < first else ""
        if "（" in text[1:] and not text.startswith(("单位", "计量")):
            cell.value = text.replace("（", "\n（", 1)


XLSX = "xlsx"
SHEETS = "xlsx xls ods"
HABITS: tuple[tuple[Callable[[Canvas, Random], None], float, str], ...] = (
    (marks.missing, 0.15, ""),
    (marks.empty_marked, 0.3, ""),
    (unkept, 0.02, XLSX),
    (marks.some(marks.long_tail, 1.0), 0.12, SHEETS),
    (marks.some(marks.percent, 1.0), 0.06, XLSX),
    (marks.some(marks.signed_percent, 1.0), 0.02, ""),
    (marks.some(marks.bracketed, 1.0), 0.03, ""),
    (marks.some(marks.triangle, 1.0), 0.03, ""),
    (marks.some(marks.plus, 1.0), 0.02, ""),
    (marks.some(marks.arrow, 1.0), 0.01, ""),
    (marks.some(marks.flat, 1.0), 0.2, ""),
    (marks.marked_figure, 0.05, ""),
    (marks.formulas, 0.1, XLSX),
    (marks.some(marks.grouped, 1.0), 0.2, SHEETS),
    (marks.separators, 0.05, ""),
    (marks.some(marks.as_text, 1.0), 0.06, ""),
    (marks.some(marks.wide, 0.2), 0.02, ""),
    (comments, 0.08, XLSX),
    (marks.marked, 0.12, ""),
    (broken_headings, 0.1, XLSX),
    (hidden_row, 0.04, "xlsx xls"),
    (hidden_column, 0.05, "xlsx xls"),
    (spacer_row, 0.05, SHEETS),
    (notes, 0.4, ""),
    (signature, 0.2, ""),
    (watermark, 0.04, SHEETS),
    (top_margin, 0.05, SHEETS),
    (left_margin, 0.07, SHEETS),
)
