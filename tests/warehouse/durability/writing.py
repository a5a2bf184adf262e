"""A process of its own that publishes batches, takes some back, and tells what was confirmed.

`python writing.py SEED COUNT FOLDER`: each line is a batch and a state, with `?` before a step is
asked for and `!` once it is confirmed. While the catalogue's server is away it tries again. Now
and then it backs up into the folder, and puts the lake in order.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from cockpit.catalog import load_catalog
from cockpit.errors import WarehouseAway
from cockpit.observation import Observation
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse

SUM = 6_000_000.0
AREAS = ("110000", "120000", "130000", "140000", "150000", "210000")


def figures(chance: random.Random) -> Iterator[Observation]:
    """A batch whose figures differ from every other's and always have the same sum."""
    values = [float(chance.randrange(1, 1_000_000)) for _area in AREAS[1:]]
    for area, value in zip(AREAS, (SUM - sum(values), *values), strict=True):
        yield Observation(
            sheet="",
            cell="B6",
            label="地区生产总值",
            indicator="gdp",
            ref_area=area,
            area=area,
            freq="A",
            time_period="2017",
            accumulation="period",
            transformation="level",
            unit="亿元",
            value=value,
            raw=str(value),
        )


def write(warehouse: Warehouse, chance: random.Random, name: str) -> None:
    read = list(figures(chance))
    told = {"file_name": name, "source": "", "person": name, "observations": read, "issues": ()}
    batch = warehouse.stage(name.encode(), **told).batch.id  # ty: ignore[invalid-argument-type]
    tell("!", batch, "staged")
    take(batch, "published", lambda: warehouse.publish(batch, name))
    if chance.random() < 0.34:
        take(batch, "withdrawn", lambda: warehouse.withdraw(batch, name, "try"))


def take(batch: int, state: str, step: Callable[[], object]) -> None:
    tell("?", batch, state)
    step()
    tell("!", batch, state)


def tell(mark: str, batch: int, state: str) -> None:
    sys.stdout.write(f"{mark} {batch} {state}\n")
    sys.stdout.flush()


def work(warehouse: Warehouse, chance: random.Random, name: str, number: int, folder: Path) -> None:
    write(warehouse, chance, name)
    if number % 5 == 3:
        warehouse.backup(folder / f"{name}.zip", name)
    if number % 7 == 4:
        warehouse.compact(name)


def main(seed: str, count: str, folder: str) -> None:
    warehouse = Warehouse(Settings.from_environment(), load_catalog(DATA / "catalog"))
    chance = random.Random(seed)
    for number in range(int(count)):
        try:
            work(warehouse, chance, f"{seed}-{number}", number, Path(folder))
        except WarehouseAway as away:
            tell("#", 0, str(away).replace("\n", " "))
            time.sleep(0.05)
    warehouse.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
