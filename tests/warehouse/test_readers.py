"""Many readers and several writers at once: nobody sees half a batch, or yesterday's figures."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.warehouse import Warehouse

READERS, WRITERS, BATCHES = 12, 4, 6
PAUSE = 0.01
PROVINCES = ("110000", "120000", "130000", "140000", "150000", "210000")
GDP = Selection(indicator="gdp")


def test_every_read_is_of_whole_batches(
    warehouse: Warehouse, stage: Callable[..., Staged], tianjin: Observation
) -> None:
    torn: list[object] = []
    over = threading.Event()

    def read() -> None:
        while not over.wait(PAUSE):
            held = warehouse.reader().across(GDP, PROVINCES)
            values = {series.points[0].value for series in held.values()}
            if held and (len(values) != 1 or len(held) != len(PROVINCES)):
                torn.append(held)

    def write(first: int) -> None:
        for number in range(first, first + BATCHES):
            figures = [replace(tianjin, area=a, value=float(number)) for a in PROVINCES]
            batch = stage(*figures, name=f"{number}.csv").batch.id
            warehouse.publish(batch, "李")
            if number % 3 == 0:
                warehouse.withdraw(batch, "李", "try")

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    writers = [threading.Thread(target=write, args=(n * 100,)) for n in range(WRITERS)]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    over.set()
    for thread in readers:
        thread.join()
    assert torn == []
    assert len(warehouse.batches()) == WRITERS * BATCHES


def test_a_new_version_is_told_only_with_its_figures(
    warehouse: Warehouse, stage: Callable[..., Staged], tianjin: Observation
) -> None:
    selection = replace(GDP, area="120000")
    for value in (1.0, 2.0, 3.0):
        before = warehouse.reader()
        batch = stage(replace(tianjin, value=value), name=f"{value}.csv").batch.id
        warehouse.publish(batch, "李")
        after = warehouse.reader()
        assert after.version() != before.version()
        assert [p.value for p in after.series(selection).points] == [value]
