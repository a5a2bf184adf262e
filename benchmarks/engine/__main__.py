"""`python -m benchmarks.engine`: all indicators × 31 provinces × 20 years, cold and warm.

Cold is a reader that remembers no answer; pandas reads the same figures from a Parquet file. Warm
is one panel's series, by the calculator, of figures the reader has met, beside the same pandas
function on that series in memory.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

import numpy as np
import pandas as pd
from sqlalchemy import event

from benchmarks.engine import plain, world
from benchmarks.scale.questions import fresh
from cockpit.catalog import Catalog, load_catalog
from cockpit.errors import ArithmeticRefused
from cockpit.indicator import Calculator
from cockpit.indicator.panels import Panels
from cockpit.series import Selection
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse
from indicators import FORMULAS

TURNS = 2
PANELS = 200


def main() -> None:
    """Load, measure, print."""
    catalog = load_catalog(DATA / "catalog")
    with TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        warehouse = Warehouse(settings, catalog)
        figures, parquet = world.frame(catalog), Path(folder) / "plain.parquet"
        with warehouse._engine.connect() as connection:
            world.load(connection, figures)
        warehouse.compact("engine")
        warehouse.close()
        warehouse = Warehouse(settings, catalog)
        figures.to_parquet(parquet)
        series = figures.groupby(plain.SERIES).ngroups
        print(f"{len(figures):,} figures, {series:,} series: ours / pandas groupby-apply")
        cold(warehouse, catalog, parquet)
        warm(warehouse, catalog, figures)
        warehouse.close()


def cold(warehouse: Warehouse, catalog: Catalog, parquet: Path) -> None:
    """Everything at once, with the number of statements it takes."""
    areas, names = world.provinces(catalog), list(catalog.indicators)

    def ours(what: str) -> int:
        made = getattr(Panels(fresh(warehouse), catalog), what)(names, areas)
        return sum(int(np.isfinite(panel.value).sum()) for panel in made)

    for what in ("growth", "single_periods"):
        asked: list[str] = []

        def count(*told: object, asked: list[str] = asked) -> None:
            asked.append(str(told[2]))

        event.listen(warehouse._engine, "before_cursor_execute", count)
        found = ours(what)
        event.remove(warehouse._engine, "before_cursor_execute", count)
        theirs = getattr(plain, what)
        compare(
            f"{what.replace('_', ' ')}, cold: {found:,} figures, {len(asked)} statements",
            lambda what=what: ours(what),
            lambda theirs=theirs: theirs(parquet, catalog),
        )


def warm(warehouse: Warehouse, catalog: Catalog, figures: pd.DataFrame) -> None:
    """The growth of one panel's series: median and 95th percentile of many panels.

    In time this thread was at work, which is all there is to it: nothing is read any more.
    """
    reader = warehouse.reader()
    groups = dict(list(figures.groupby(plain.SERIES)))
    chosen = list(groups)[:: max(1, len(groups) // PANELS)]
    ours, theirs = [], []
    for indicator, area in chosen:
        selection = Selection(indicator=indicator, area=area, transformation="yoy")
        _asked(reader, catalog, selection)
        ours.append(worked(lambda s=selection: _asked(reader, catalog, s)))
        one, known = groups[indicator, area], catalog.indicators[indicator]
        theirs.append(worked(lambda one=one, known=known: plain.growth_of(one, known)))
    for name, at in (("median", 49), ("p95", 94)):
        mine, other = quantiles(ours, n=100)[at], quantiles(theirs, n=100)[at]
        line(f"one panel's series, warm: {name}", mine, other)


def _asked(reader: object, catalog: Catalog, selection: Selection) -> None:
    try:
        Calculator(reader, catalog, FORMULAS).series(selection)  # ty: ignore[invalid-argument-type]
    except ArithmeticRefused:
        return


def compare(name: str, ours: Callable[[], object], theirs: Callable[[], object]) -> None:
    """Turn by turn, so that the machine's mood falls on both; the best of each."""
    taken = [(timed(ours), timed(theirs)) for _turn in range(TURNS)]
    mine, other = zip(*taken, strict=True)
    line(name, min(mine), min(other))


def timed(act: Callable[[], object]) -> float:
    """Milliseconds."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def worked(act: Callable[[], object]) -> float:
    """Milliseconds in which this thread was at work, whatever else the machine does."""
    start = thread_time()
    act()
    return (thread_time() - start) * 1000


def line(name: str, ours: float, theirs: float) -> None:
    """Both times, and how many times as long the other takes."""
    print(f"{name:<64} {ours:9.1f} ms {theirs:9.1f} ms   {theirs / ours:6.1f} ×", flush=True)


if __name__ == "__main__":
    main()
