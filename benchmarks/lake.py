"""`python -m benchmarks.lake --rows 1000000`: one world in a file and on a lake, asked in turns.

Every line gives median and 95th percentile on the lake, the same in the file, and the ratio of the
medians. The lake's catalogue is a PostgreSQL server of its own on this machine, reached through a
socket: a network adds its own time, a few dozen times for each read.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.postgres import Postgres
from benchmarks.scale import questions, world
from benchmarks.scale.__main__ import RECORDS, TURNS, _line, _record, _stage, _timed, load
from cockpit.catalog import Catalog, load_catalog
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse


def main() -> None:
    """Load both, measure, print."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--rows", type=int, default=1_000_000)
    rows = asked.parse_args().rows
    # A socket's path must be short, and the server's owner must be let in.
    with TemporaryDirectory(prefix="pg-") as server, TemporaryDirectory() as folder:
        postgres = Postgres(Path(server))
        try:
            measure(Path(folder), postgres, rows)
        finally:
            postgres.stop()


def measure(folder: Path, postgres: Postgres, rows: int) -> None:
    """One line a question."""
    catalog = load_catalog(DATA / "catalog")
    file = filled(Settings(home=folder / "file"), catalog, rows)
    named = f"ducklake:postgres:{postgres.database()}"
    lake = filled(Settings(home=folder / "lake", warehouse=named), catalog, rows)
    print(f"{rows:,} figures: median, 95th percentile on the lake / in the file")
    with closing(file), closing(lake):
        told, areas = world.measures(catalog), world.areas(catalog)
        parquet = folder / "plain.parquet"
        pairs = (questions.read(one, told, areas, parquet) for one in (lake, file))
        for ours, theirs in zip(*pairs, strict=True):
            assert ours.ours() == theirs.ours() > 0, ours.name
            _in_turns(ours.name, ours.ours, theirs.ours)
        steps(lake, file, told, areas)


def filled(settings: Settings, catalog: Catalog, rows: int) -> Warehouse:
    """A warehouse with the world in it, sorted."""
    start = perf_counter()
    parquet = settings.home.parent / "plain.parquet"
    load(Warehouse(settings, catalog), catalog, rows, parquet)
    print(f"{settings.home.name}: filled after {perf_counter() - start:.0f} s")
    return Warehouse(settings, catalog)


def steps(lake: Warehouse, file: Warehouse, told: list[world.Measure], areas: list[str]) -> None:
    """Stage, publish and withdraw 300 figures of one indicator."""
    taken: dict[str, tuple[list[float], list[float]]] = {
        name: ([], []) for name in ("stage", "publish", "withdraw")
    }
    for turn in range(TURNS // 2):
        records = [_record(told[0], area, "2024-12", turn + 0.5) for area in areas[:RECORDS]]
        for side, one in enumerate((lake, file)):
            batch: list[int] = []
            acts = {
                "stage": lambda o=one, b=batch, r=records: b.append(_stage(o, r)),
                "publish": lambda o=one, b=batch: o.publish(b[0], "scale"),
                "withdraw": lambda o=one, b=batch: o.withdraw(b[0], "scale", "try"),
            }
            for name, act in acts.items():
                taken[name][side].append(_timed(act))
    for name, times in taken.items():
        _line(f"{name} {RECORDS} of one indicator", *times)


def _in_turns(name: str, ours: Callable[[], int], theirs: Callable[[], int]) -> None:
    taken: tuple[list[float], list[float]] = ([], [])
    for _turn in range(TURNS):
        taken[0].append(_timed(ours))
        taken[1].append(_timed(theirs))
    _line(name, *taken)


if __name__ == "__main__":
    main()
