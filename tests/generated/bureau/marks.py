"""How figures are written: as text, as fractions, in brackets, marked, missing, computed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from bureau.canvas import Canvas, Cell, letters
from bureau.figures import noise

WIDE = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
MARKERS = ("…", "-", "—", "/", "--", "－", "……")


def body(canvas: Canvas) -> tuple[int, int]:
    """The first and the last row with figures."""
    rows = [row for row, _, _ in canvas.figures()]
    return min(rows), max(rows)


def separators(canvas: Canvas, _: Random) -> None:
    """Every figure is text with thousands separators."""
    for _, _, cell in canvas.figures():
        if isinstance(cell.value, int | float) and "%" not in (cell.format or ""):
            cell.value = f"{cell.value:,}"


def some(change: Callable[[Cell], object], share: float) -> Callable[[Canvas, Random], None]:
    def habit(canvas: Canvas, rng: Random) -> None:
        for _, _, cell in canvas.figures():
            plain = isinstance(cell.value, int | float) and "%" not in (cell.format or "")
            if plain and rng.random() < share:
                change(cell)

    return habit


def as_text(cell: Cell) -> None:
    cell.value = str(cell.value)


def wide(cell: Cell) -> None:
    cell.value = str(cell.value).translate(WIDE)


def bracketed(cell: Cell) -> None:
    if cell.value < 0 and growth(cell):
        cell.value = f"({-cell.value})"


def triangle(cell: Cell) -> None:
    if cell.value < 0 and growth(cell):
        cell.value = f"△{-cell.value}"


def plus(cell: Cell) -> None:
    """Growth as text with its sign."""
    if growth(cell) and cell.value > 0:
        cell.value = f"+{cell.value}"


def arrow(cell: Cell) -> None:
    """Growth with an arrow for its sign."""
    if growth(cell) and cell.value:
        cell.value = f"{'↑' if cell.value > 0 else '↓'}{abs(cell.value)}"


def flat(cell: Cell) -> None:
    """No growth in words."""
    if growth(cell) and cell.value == 0:
        cell.value = "持平"


def growth(cell: Cell) -> bool:
    return bool(cell.truth) and cell.truth["transformation"] in ("yoy", "change")


def percent(cell: Cell) -> None:
    """Stored as a fraction, shown as a percentage."""
    if cell.truth and cell.truth["unit"] == "%":
        cell.value, cell.format = round(cell.value / 100, 12), "0.0%"


def signed_percent(cell: Cell) -> None:
    if cell.truth and cell.truth["unit"] == "%":
        cell.value = f"{cell.value}%"


def grouped(cell: Cell) -> None:
    if cell.format == "0":
        cell.format = "#,##0"
    elif cell.format == "0.00":
        cell.format = "#,##0.00"


def long_tail(cell: Cell) -> None:
    """A figure computed in the sheet: more decimals are stored than shown."""
    if cell.truth and cell.truth["transformation"] in ("level", "yoy") and cell.format != "0":
        last = 0.1 ** len((cell.format or "0.0").partition(".")[2])
        tail = last * noise(-0.45, 0.45, cell.value)
        cell.value = cell.truth["value"] = round(cell.value + tail, 9)


def marked(canvas: Canvas, rng: Random) -> None:
    """A footnote mark on some labels."""
    mark = rng.choice(("①", "*", "[1]", "②", "注1", "*"))
    first, last = body(canvas)
    edge = min(column for _, column, _ in canvas.figures())
    spots = [
        cell for (r, c), cell in sorted(canvas.cells.items())
        if first <= r <= last and c < edge and isinstance(cell.value, str) and len(cell.value) > 4
    ]  # fmt: skip
    if spots:
        chosen = rng.choice(spots)
        chosen.value += "" if chosen.value[-1].isdigit() or "月" in chosen.value else mark


def marked_figure(canvas: Canvas, rng: Random) -> None:
    """A footnote mark on one figure."""
    cell = rng.choice([cell for _, _, cell in canvas.figures()])
    if isinstance(cell.value, int | float) and "%" not in (cell.format or ""):
        cell.value = f"{cell.value}{rng.choice(('*', '①', '②'))}"


def missing(canvas: Canvas, rng: Random) -> None:
    """Markers where no figure could be had."""
    marker = rng.choice(MARKERS)
    figures = [cell for _, _, cell in canvas.figures()]
    for cell in rng.sample(figures, min(len(figures) // 12, 4)):
        if cell.truth:
            cell.value, cell.format = marker, None
            below = [{"value": 0.0, "status": "A"}] if "…" in marker else []
            cell.truth = cell.truth | {"value": None, "status": "M"}
            cell.truth["also"] = [*cell.truth["also"], *below]


def empty_marked(canvas: Canvas, rng: Random) -> None:
    """Structurally empty cells carry a dash."""
    marker = rng.choice(("-", "—", "/"))
    for cell in canvas.cells.values():
        if cell.loose and cell.value is None:
            cell.value = marker


def formulas(canvas: Canvas, rng: Random) -> None:
    """A total is a formula whose result the program kept."""
    cells = [(r, c, cell) for r, c, cell in canvas.figures() if isinstance(cell.value, int | float)]
    for row, column, cell in rng.sample(cells, min(6, len(cells))):
        name = letters(column)
        cell.formula, cell.cached = f"SUM({name}{row + 1}:{name}{row + 3})", True
