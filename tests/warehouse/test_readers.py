"""Many readers and several writers at once: nobody sees half a batch, or yesterday's figures."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.warehouse import Warehouse

WRITERS = 4
READERS, BATCHES = {"file": 12, "lake": 4}, {"file": 6, "lake": 2}
PAUSE = 0.01
PROVINCES = ("110000", "120000", "130000", "140000", "150000", "210000")
GDP = Selection(indicator="gdp")

Stage = Callable[..., Staged]


def seen(warehouse: Warehouse, over: Event) -> set[tuple[int, int]]:
    """How many provinces and how many different values each read found."""
    found = set()
    while not over.wait(PAUSE):
        held = warehouse.reader().across(GDP, PROVINCES)
        found.add((len(held), len({series.points[0].value for series in held.values()})))
    return found


def write(
    warehouse: Warehouse, stage: Stage, record: Observation, first: int, batches: int
) -> None:
    """Publish batches whose figures are all equal, and take every third one back."""
    for number in range(first, first + batches):
        figures = [record._replace(area=area, value=float(number)) for area in PROVINCES]
        batch = stage(*figures, name=f"{number}.csv").batch.id
        warehouse.publish(batch, "李")
        if number % 3 == 0:
            warehouse.withdraw(batch, "李", "try")


def test_every_read_is_of_whole_batches(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, engine: str
) -> None:
    over, readers, batches = Event(), READERS[engine], BATCHES[engine]
    with ThreadPoolExecutor(readers + WRITERS) as pool:
        reads = [pool.submit(seen, warehouse, over) for _reader in range(readers)]
        writes = [
            pool.submit(write, warehouse, stage, tianjin, writer * 100, batches)
            for writer in range(WRITERS)
        ]
        for done in writes:
            done.result()
        over.set()
        found = set().union(*(read.result() for read in reads))
    assert found - {(0, 0)} == {(len(PROVINCES), 1)}
    assert len(warehouse.batches()) == WRITERS * batches


def test_a_new_version_is_told_only_with_its_figures(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    selection = replace(GDP, area="120000")
    for value in (1.0, 2.0, 3.0):
        before = warehouse.reader()
        batch = stage(tianjin._replace(value=value), name=f"{value}.csv").batch.id
        warehouse.publish(batch, "李")
        after = warehouse.reader()
        assert after.version() != before.version()
        assert [p.value for p in after.series(selection).points] == [value]
