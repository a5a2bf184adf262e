"""A disk that fills up: a sentence says so, nothing is lost, and work goes on afterwards."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.errors import OutOfRoom
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse

SIZE = 24 << 20
MANY = 30_000
GDP = Selection(indicator="gdp", area="120000")

Stage = Callable[..., Staged]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of a few megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "none", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a small disk be mounted")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@pytest.fixture
def settings(disk: Path, engine: str, request: pytest.FixtureRequest) -> Settings:
    if engine == "file":
        return Settings(home=disk / "home")
    named = request.getfixturevalue("postgres").database()
    return Settings(home=disk / "home", warehouse=f"ducklake:postgres:{named}")


def fill(disk: Path, left: int) -> Path:
    """Take all room but so many bytes."""
    found = os.statvfs(disk)
    ballast = disk / "ballast"
    ballast.write_bytes(b"\0" * (found.f_bavail * found.f_frsize - left))
    return ballast


def many(record: Observation) -> list[Observation]:
    return [record._replace(time_period=str(1000 + n % 5000), raw=f"{n:060}") for n in range(MANY)]


def seen(warehouse: Warehouse) -> list[float | None]:
    return [point.value for point in warehouse.reader().series(GDP).points]


def states(warehouse: Warehouse) -> list[tuple[int, str]]:
    return [(batch.id, batch.state) for batch in warehouse.batches()]


def publish_until_full(warehouse: Warehouse, waiting: list[int]) -> tuple[set[int], OutOfRoom]:
    done = set()
    for batch in waiting:
        try:
            warehouse.publish(batch, "李")
        except OutOfRoom as told:
            return done, told
        done.add(batch)
    raise AssertionError("the disk never filled up")


@pytest.mark.engine("file", "a lake keeps small changes in PostgreSQL, which says so itself")
def test_nothing_is_lost_and_service_goes_on(
    disk: Path, warehouse: Warehouse, stage: Stage, tianjin: Observation, settings, catalog
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    waiting = [stage(tianjin, name=f"{n}.csv").batch.id for n in range(40)]
    ballast = fill(disk, 0)
    published, told = publish_until_full(warehouse, waiting)
    assert str(disk) in str(told)
    with pytest.raises(OutOfRoom):
        stage(tianjin, name="new.csv")
    expected = [(b, "published" if b in published else "staged") for b in waiting]
    assert sorted(states(warehouse))[1:] == expected
    assert seen(warehouse) == [tianjin.value]
    ballast.unlink()
    for batch in {*waiting} - published:
        warehouse.publish(batch, "李")
    assert warehouse.verify() == []
    warehouse.close()
    opened = Warehouse(settings, catalog)
    assert {state for _batch, state in states(opened)} == {"published"}
    opened.close()


def test_a_large_batch_that_finds_no_room_is_not_half_there(
    disk: Path, warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    ballast = fill(disk, 200_000)
    with pytest.raises(OutOfRoom):
        stage(*many(tianjin), name="large.csv")
    assert states(warehouse) == [(1, "published")]
    assert seen(warehouse) == [tianjin.value]
    ballast.unlink()
    large = stage(*many(tianjin), name="large.csv").batch
    assert (large.id, large.observations) == (2, MANY)
    assert warehouse.verify() == []


def test_a_backup_that_finds_no_room_leaves_nothing_behind(
    disk: Path, warehouse: Warehouse, stage: Stage, tianjin: Observation, tmp_path: Path
) -> None:
    warehouse.publish(stage(tianjin).batch.id, "李")
    ballast = fill(disk, 20_000)
    with pytest.raises(OutOfRoom):
        warehouse.backup(tmp_path / "backup.zip", "李")
    assert not list(tmp_path.glob("backup.zip*"))
    assert not list(warehouse.copies.iterdir())
    ballast.unlink()
    warehouse.backup(tmp_path / "backup.zip", "李")
    assert warehouse.verify() == []


def test_a_backup_to_a_full_disk_leaves_nothing_behind(
    disk: Path, tmp_path: Path, catalog: Catalog
) -> None:
    elsewhere = Warehouse(Settings(home=tmp_path / "elsewhere"), catalog)
    fill(disk, 2_000)
    with pytest.raises(OutOfRoom, match=str(disk)):
        elsewhere.backup(disk / "backup.zip", "李")
    elsewhere.close()
    assert not list(disk.glob("backup.zip*"))


@pytest.mark.engine("file", "a lake keeps small changes in PostgreSQL, which says so itself")
def test_a_disk_that_is_full_when_the_engine_tidies_up_stops_nobody(
    disk: Path, warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    """The engine writes its log into the file now and then, and gives up where that fails."""
    with warehouse._engine.connect() as connection:
        connection.exec_driver_sql("set global checkpoint_threshold = '300KB'")
    warehouse.publish(stage(tianjin).batch.id, "李")
    large = stage(*many(tianjin)[:4000], name="large.csv").batch.id
    ballast = fill(disk, 120_000)
    waiting = [stage(tianjin._replace(value=float(n)), name=f"{n}.csv").batch.id for n in range(3)]
    published, _told = publish_until_full(warehouse, [large, *waiting])
    assert seen(warehouse) != []
    ballast.unlink()
    states = {batch.id: batch.state for batch in warehouse.batches()}
    assert {batch for batch in (large, *waiting) if states[batch] == "published"} == published
    for batch in {large, *waiting} - published:
        warehouse.publish(batch, "李")
    assert [one for one in warehouse.verify() if not one.harmless] == []


@pytest.mark.engine("file", "a lake has no log that is written into a file")
def test_a_change_that_landed_is_not_called_lost(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine may report a full disk after it has committed: then the change stands."""
    batch = stage(tianjin).batch.id
    commit = warehouse._engine.dialect.do_commit

    def commit_and_complain(connection: object) -> None:
        commit(connection)
        monkeypatch.undo()
        raise duckdb.FatalException(
            "Transaction COMMIT succeeded and is durable, but the autocheckpoint failed. "
            "Could not write file: No space left on device"
        )

    monkeypatch.setattr(warehouse._engine.dialect, "do_commit", commit_and_complain)
    assert warehouse.publish(batch, "李").state == "published"
    assert seen(warehouse) == [tianjin.value]
