"""One lake, several processes: all land, nobody sees half a batch, and whoever is killed is missed.

The server of the catalogue is killed too, in the midst of it.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from cockpit.catalog import Catalog
from cockpit.errors import WarehouseAway
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from cockpit.warehouse.restore import examine

pytestmark = pytest.mark.engine("lake", "a file belongs to one process")

SCRIPT = Path(__file__).with_name("writing.py")
WRITERS, READERS, ENDLESS = 3, 2, 100_000
SUM = 6_000_000.0
AREAS = ("110000", "120000", "130000", "140000", "150000", "210000")
GDP = Selection(indicator="gdp")
PAUSE = 0.2


class Writer:
    """A process that writes, and what it has told so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.told: list[list[str]] = []
        self._listening = Thread(target=self._listen)
        self._listening.start()

    def confirmed(self) -> int:
        return sum(line[0] == "!" for line in self.told)

    def wait_for(self, count: int) -> None:
        """Return once so many steps are confirmed."""
        while self.confirmed() < count:
            assert self.process.poll() is None, self.told[-3:]
            time.sleep(0.01)

    def end(self) -> int:
        status = self.process.wait()
        self._listening.join()
        return status

    def _listen(self) -> None:
        assert self.process.stdout is not None
        self.told.extend(line.split(maxsplit=2) for line in self.process.stdout)


@contextmanager
def writing(settings: Settings, seed: int, count: int, folder: Path) -> Iterator[Writer]:
    command = [sys.executable, SCRIPT, str(seed), str(count), str(folder)]
    named = {"COCKPIT_WAREHOUSE": settings.warehouse, "COCKPIT_SHARED": str(settings.store)}
    environment = os.environ | named | {"COCKPIT_HOME": str(folder / f"host-{seed}")}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        writer = Writer(process)
        try:
            yield writer
        finally:
            process.kill()
            writer.end()


def read(warehouse: Warehouse, over: Event) -> int:
    """Read now and as of the last publication; returns how many versions were seen."""
    versions = set[str]()
    while not over.wait(PAUSE):
        reader = warehouse.reader()
        assert total(reader) in (0, SUM)
        if brought := warehouse.batches():
            assert total(warehouse.reader(brought[0].staged_at)) in (0, SUM)
        versions.add(reader.version())
    return len(versions)


def total(reader) -> float:
    heads = (series.latest for series in reader.wall([GDP_OF[area] for area in AREAS]))
    whole = sum(series.points[0].value or 0 for series in reader.across(GDP, AREAS).values())
    assert sum(head.value or 0 for head in heads if head) == whole
    return whole


GDP_OF = {area: Selection(indicator="gdp", area=area) for area in AREAS}


@pytest.mark.timeout(1800)
def test_three_processes_write_while_a_fourth_reads(
    settings: Settings, catalog: Catalog, tmp_path: Path, effort
) -> None:
    over = Event()
    with (
        writing(settings, 1, effort.batches, tmp_path) as first,
        writing(settings, 2, effort.batches, tmp_path) as second,
        writing(settings, 3, effort.batches, tmp_path) as third,
        closing(Warehouse(settings, catalog)) as warehouse,
    ):
        with ThreadPoolExecutor(READERS) as pool:
            reading = [pool.submit(read, warehouse, over) for _reader in range(READERS)]
            try:
                ended = [writer.end() for writer in (first, second, third)]
            finally:
                over.set()
        assert ended == [0, 0, 0], [writer.told[-3:] for writer in (first, second, third)]
        assert min(reader.result() for reader in reading) > 1
        assert {b.id for b in warehouse.batches()} == {*range(1, WRITERS * effort.batches + 1)}
        assert warehouse.verify() == []
        with closing(Warehouse(settings, catalog)) as fresh:
            last = fresh.reader().version()
        while warehouse.reader().version() != last:
            time.sleep(PAUSE)
    assert examine(next(tmp_path.glob("*.zip")), tmp_path)[1] == ()


@pytest.mark.timeout(5400)
def test_whoever_is_killed_all_of_a_step_or_nothing(
    settings: Settings, catalog: Catalog, postgres, tmp_path: Path, effort
) -> None:
    chance, known = random.Random(5), dict[int, set[str]]()
    with closing(Warehouse(settings, catalog)) as observer:
        for number in range(effort.lake_kills):
            with writing(settings, number, ENDLESS, tmp_path) as writer:
                writer.wait_for(chance.randrange(1, 4 if number % 2 else 20))
                time.sleep(chance.uniform(0, 0.5))
                if number % 2:
                    kill_the_catalogue(postgres, observer)
                    writer.wait_for(writer.confirmed() + 3)
            assert_whole(observer, writer, known)
    assert {"published", "withdrawn"} <= set.union(*known.values())
    for made in sorted(tmp_path.glob("*.zip"))[-2:]:
        assert [one for one in examine(made, tmp_path)[1] if not one.harmless] == []


def kill_the_catalogue(postgres, observer: Warehouse) -> None:
    """Its server is gone for a moment; who asks meanwhile is told so, without a password."""
    postgres.kill()
    with pytest.raises(WarehouseAway, match="PostgreSQL"):
        observer.batches()
    postgres.start()


def assert_whole(observer: Warehouse, writer: Writer, known: dict[int, set[str]]) -> None:
    """Every confirmed step stands; one that was only asked for may stand."""
    for mark, batch, *state in writer.told:
        if mark != "#":
            before = known.get(int(batch), set()) if mark == "?" else set()
            known[int(batch)] = {*before, state[0].strip()}
    found = {batch.id: batch for batch in observer.batches()}
    for batch, states in known.items():
        assert found[batch].state in states
    known |= {batch.id: {batch.state} for batch in found.values()}
    assert {batch.observations for batch in found.values()} <= {len(AREAS)}
    assert [one.message for one in observer.verify() if not one.harmless] == []
