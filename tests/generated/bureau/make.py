"""The book of a seed: which layout, how it is dressed, in which container."""

from __future__ import annotations

from collections.abc import Callable

from bureau.canvas import Book
from bureau.dressing import dress
from bureau.kinds import (
    accounts,
    blocks,
    compared,
    counties,
    history,
    subjects,
    summary,
    tidy,
    volume,
)
from bureau.scene import Scene, scene

LAYOUTS: tuple[tuple[Callable[[Scene], Book], int], ...] = (
    (summary.l1, 4),
    (summary.l1_total, 2),
    (summary.l2, 3),
    (summary.l7, 2),
    (counties.l3, 3),
    (counties.l4, 4),
    (history.l5, 2),
    (history.l5_across, 2),
    (history.matrix, 1),
    (blocks.stacked, 3),
    (blocks.stacked_places, 1),
    (blocks.halves, 1),
    (blocks.over_sheets, 2),
    (blocks.bilingual, 1),
    (accounts.industry, 2),
    (accounts.fiscal, 3),
    (subjects.sectors, 2),
    (subjects.finance, 1),
    (subjects.households, 1),
    (subjects.prices, 1),
    (subjects.targets, 1),
    (tidy.tidy, 1),
    (compared.by_month, 1),
    (compared.two_years, 1),
    (compared.three_lines, 2),
    (subjects.rates, 1),
    (volume.volume, 2),
)


def make(seed: int) -> Book:
    """The same seed, the same book."""
    bureau = scene(seed)
    layouts, weights = zip(*LAYOUTS, strict=True)
    book = bureau.rng.choices(layouts, weights)[0](bureau)
    return dress(book, bureau.rng, _reported(bureau))


def _reported(bureau: Scene) -> str:
    """The day the figures were handed in: early in the following month."""
    year, month = bureau.year + bureau.month // 12, bureau.month % 12 + 1
    return bureau.rng.choice(
        (f"{year}年{month}月8日", f"{year}.{month:02}.10", f"{year}-{month}-9")
    )
