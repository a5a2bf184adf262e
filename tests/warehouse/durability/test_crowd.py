"""Many readers and four writers at once: no error, no half batch, also while backups are made."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.series import Selection, Series
from cockpit.warehouse import Warehouse
from cockpit.warehouse.restore import examine

READERS, WRITERS = {"file": 50, "lake": 12}, 4
PAUSE = 0.02
SUM = 6_000_000.0
AREAS = ("110000", "120000", "130000", "140000", "150000", "210000")
GDP = Selection(indicator="gdp")

Stage = Callable[..., Staged]


def figures(record: Observation, chance: random.Random) -> Iterator[Observation]:
    """A batch whose figures differ from every other's and always have the same sum."""
    values = [float(chance.randrange(1, 1_000_000)) for _area in AREAS[1:]]
    for area, value in zip(AREAS, (SUM - sum(values), *values), strict=True):
        yield record._replace(area=area, value=value, raw=str(value))


def write(
    warehouse: Warehouse, stage: Stage, record: Observation, seed: int, over: Event
) -> list[int]:
    """Publish whole batches, take every third back; returns what still stands of them."""
    chance, standing = random.Random(seed), list[int]()
    while not over.is_set():
        batch = stage(*figures(record, chance), name=f"{seed}-{chance.random()}.csv").batch.id
        warehouse.publish(batch, "李")
        standing.append(batch)
        if chance.random() < 0.34:
            taken = standing.pop(chance.randrange(len(standing)))
            warehouse.withdraw(taken, "李", "try")
    return standing


def total(held: dict[str, Series]) -> float:
    assert {*held} == {*AREAS}
    return sum(series.points[0].value or 0 for series in held.values())


def read(warehouse: Warehouse, over: Event) -> int:
    """Read now, and as of the last publication; returns how often."""
    count = 0
    while not over.wait(PAUSE):
        assert total(dict(warehouse.reader().across(GDP, AREAS))) == SUM
        if count % 20 == 0:
            moment = next(b.published_at for b in warehouse.batches() if b.published_at)
            assert total(dict(warehouse.reader(moment).across(GDP, AREAS))) == SUM
        count += 1
    return count


def back_up(warehouse: Warehouse, folder: Path, over: Event) -> list[Path]:
    made = []
    while not over.wait(1):
        made.append(folder / f"{len(made)}.zip")
        warehouse.backup(made[-1], "李")
    return made


@pytest.mark.timeout(600)
def test_nobody_sees_half_a_batch(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, tmp_path: Path, engine: str, effort
) -> None:
    readers = READERS[engine]
    over, stop = Event(), Event()
    first = stage(*figures(tianjin, random.Random(0)), name="first.csv").batch.id
    warehouse.publish(first, "李")
    with ThreadPoolExecutor(readers + WRITERS + 1) as pool:
        writing = [
            pool.submit(write, warehouse, stage, tianjin, seed, stop) for seed in range(WRITERS)
        ]
        reading = [pool.submit(read, warehouse, over) for _reader in range(readers)]
        copying = pool.submit(back_up, warehouse, tmp_path, over)
        try:
            wait_for_failure([*writing, *reading, copying], effort.seconds)
        finally:
            stop.set()
            standing = {first}.union(*(writer.result() for writer in writing))
            over.set()
        assert min(reader.result() for reader in reading) > 0
        backups = copying.result()
    assert {b.id for b in warehouse.batches() if b.state == "published"} == standing
    assert warehouse.verify() == []
    assert backups
    assert all(examine(backup, tmp_path)[1] == () for backup in backups[-3:])


def wait_for_failure(running: list[Future], seconds: float) -> None:
    """Return after so many seconds, or as soon as somebody failed."""
    failed = Event()
    for future in running:
        future.add_done_callback(lambda _done: failed.set())
    failed.wait(seconds)
