"""`python -m benchmarks.scale --rows 1000000`: reads and steps beside hand-written Parquet queries.

Every line gives the median and the 95th percentile of the warehouse's own way, through the reading
door and with an empty memory, the same of the query by hand, and the ratio of the medians.
"""

from __future__ import annotations

import argparse
import resource
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from benchmarks.scale import plain, questions, world
from cockpit.catalog import Catalog, load_catalog
from cockpit.observation import Observation
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse

TURNS = 20
RECORDS = 300


def main() -> None:
    """Load (or open what `--keep` holds already), measure, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--keep", type=Path, help="a folder that keeps the loaded warehouse")
    given = asked.parse_args()
    with TemporaryDirectory() as folder:
        measure(given.keep or Path(folder), given.rows)


def measure(folder: Path, rows: int) -> None:
    """One line a question."""
    catalog = load_catalog(DATA / "catalog")
    settings, parquet = Settings(home=folder), folder / "plain.parquet"
    if not parquet.exists():
        load(Warehouse(settings, catalog), catalog, rows, parquet)
    warehouse = Warehouse(settings, catalog)
    told, areas = world.measures(catalog), world.areas(catalog)
    print(f"{rows:,} figures: median, 95th percentile / by hand against Parquet")
    for question in questions.read(warehouse, told, areas, parquet):
        compare(question.name, question.ours, question.hand)
    steps(warehouse, told, areas, parquet)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    print(f"{'peak memory':<34} {peak:8.2f} GB")
    warehouse.close()


def load(warehouse: Warehouse, catalog: Catalog, rows: int, parquet: Path) -> None:
    """Make the world, sort it, and lay the plain file beside it."""
    start = perf_counter()
    with warehouse._engine.connect() as connection:
        for year in world.load(connection, catalog, rows):
            print(f"loaded {year} after {perf_counter() - start:.0f} s")
    warehouse.compact("scale")
    print(f"sorted after {perf_counter() - start:.0f} s")
    plain.write(warehouse._engine, parquet)
    warehouse.close()


def compare(name: str, ours: Callable[[], int], hand: Callable[[], int]) -> None:
    """Turn by turn, so that the machine's mood falls on both."""
    found = ours(), hand()
    assert found[0] == found[1] > 0, (name, found)
    taken: tuple[list[float], list[float]] = ([], [])
    for _turn in range(TURNS):
        for times, act in zip(taken, (ours, hand), strict=True):
            times.append(_timed(act))
    _line(name, *taken)


def steps(
    warehouse: Warehouse, told: Sequence[world.Measure], areas: Sequence[str], parquet: Path
) -> None:
    """Publish and withdraw small batches: of one month across areas, of many measures, of years."""
    monthly = [m for m in told if m.freq == "M"]
    month = ["2024-12"]
    years = [f"{y}-{m:02d}" for y in range(2005, 2025) for m in range(1, 13)]
    across = [(monthly[0], area, t) for area in areas[:RECORDS] for t in month]
    mixed = [(m, a, t) for m in monthly[:75] for a in areas[:4] for t in month]
    long = [(m, a, t) for m in monthly[:2] for a in areas[3:4] for t in years][:RECORDS]
    by_hand = duckdb.connect()
    target = parquet.parent / "batch.parquet"
    copy = f"copy (select range as a, range / 7 as b from range({RECORDS})) to '{target}'"
    for name, cells in (("one indicator", across), ("75 indicators", mixed), ("20 years", long)):
        taken: dict[str, list[float]] = {"publish": [], "withdraw": [], "hand": []}
        for turn in range(TURNS * 2):
            records = [_record(*cell, value=turn + 0.5) for cell in cells]
            batch = _stage(warehouse, records)
            taken["publish"].append(_timed(lambda b=batch: warehouse.publish(b, "scale")))
            taken["withdraw"].append(_timed(lambda b=batch: warehouse.withdraw(b, "scale", "try")))
            taken["hand"].append(_timed(lambda: by_hand.execute(copy)))
        for step in ("publish", "withdraw"):
            _line(f"{step} {len(cells)} of {name}", taken[step], taken["hand"])


def _stage(warehouse: Warehouse, records: Sequence[Observation]) -> int:
    content = f"{datetime.now()} {perf_counter()}".encode()  # noqa: DTZ005 - only to differ
    named = {"file_name": "small.csv", "source": "scale", "person": "scale"}
    return warehouse.stage(content, observations=records, issues=(), **named).batch.id


def _record(measure: world.Measure, area: str, time: str, value: float) -> Observation:
    return Observation(
        sheet="",
        cell="B6",
        label=measure.indicator,
        indicator=measure.indicator,
        ref_area=area,
        area=area,
        freq="M",
        time_period=time,
        accumulation="ytd",
        transformation=measure.transformation,  # ty: ignore[invalid-argument-type]
        unit=measure.unit,
        value=value,
        raw=str(value),
    )


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def _line(name: str, ours: list[float], hand: list[float]) -> None:
    middle, high = (sorted(ours)[min(len(ours) - 1, int(len(ours) * q))] for q in (0.5, 0.95))
    other, worst = (sorted(hand)[min(len(hand) - 1, int(len(hand) * q))] for q in (0.5, 0.95))
    times = f"{middle:8.1f} {high:8.1f} ms   {other:8.1f} {worst:8.1f} ms"
    print(f"{name:<34} {times}   {middle / other:6.2f} ×", flush=True)


if __name__ == "__main__":
    main()
