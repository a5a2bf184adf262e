"""Backups: whole, or refused; put back without anything being lost, the old database included."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse, archive
from cockpit.warehouse.archive import BackupRefused
from cockpit.warehouse.engine import WarehouseBusy
from cockpit.warehouse.restore import examine, restore

GDP = Selection(indicator="gdp", area="120000")
BLOWS = 60

Stage = Callable[..., Staged]


@pytest.fixture
def backup(warehouse: Warehouse, stage: Stage, tianjin: Observation, tmp_path: Path) -> Path:
    """A backup of one published and one staged batch; the warehouse is closed."""
    warehouse.publish(stage(tianjin).batch.id, "李")
    stage(tianjin, name="staged.csv")
    path = tmp_path / "backup.zip"
    warehouse.backup(path, "李")
    warehouse.close()
    return path


@pytest.fixture(params=["file", "lake"])
def there(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Another, empty place: what is backed up here is restored on either engine."""
    home = tmp_path / "there"
    if request.param == "file":
        return Settings(home=home)
    named = request.getfixturevalue("postgres").database()
    return Settings(home=home, warehouse=f"ducklake:postgres:{named}")


def held(settings: Settings, catalog: Catalog) -> list[object]:
    """What a warehouse shows and keeps."""
    opened = Warehouse(settings, catalog)
    try:
        points = [point.value for point in opened.reader().series(GDP).points]
        originals = [opened.original(batch.sha256) is not None for batch in opened.batches()]
        return [points, originals, [one.message for one in opened.verify()]]
    finally:
        opened.close()


def test_what_is_restored_is_what_was_there(
    backup: Path, settings: Settings, there: Settings, catalog: Catalog
) -> None:
    done = restore(there, backup, replace=False)
    assert (done.findings, done.aside) == ((), None)
    assert done.manifest.rows["observation"] == 2
    assert held(there, catalog) == held(settings, catalog) == [[18549.19], [True, True], []]
    left = {path.name for folder in (there.home, there.store) for path in folder.iterdir()}
    assert left == {"lake" if there.warehouse else "warehouse.duckdb", "originals", "copies"}


def test_unpacked_by_hand_it_is_a_home(backup: Path, tmp_path: Path, catalog: Catalog) -> None:
    with ZipFile(backup) as file:
        file.extractall(tmp_path / "by hand")
    assert held(Settings(home=tmp_path / "by hand"), catalog)[0] == [18549.19]


def test_a_warehouse_is_never_written_over(
    backup: Path, settings: Settings, catalog: Catalog
) -> None:
    opened = Warehouse(settings, catalog)
    opened.withdraw(1, "李", "try")
    with pytest.raises(WarehouseBusy):
        restore(settings, backup, replace=True)
    opened.close()
    with pytest.raises(BackupRefused, match="--replace"):
        restore(settings, backup, replace=False)
    assert held(settings, catalog)[0] == []
    aside = restore(settings, backup, replace=True).aside
    assert held(settings, catalog)[0] == [18549.19]
    assert aside is not None
    kept = Settings(home=settings.home, warehouse=f"duckdb:///{aside / 'warehouse.duckdb'}")
    assert held(kept, catalog)[0] == []


@pytest.mark.engine("file", "a lake's files and catalogue are restored by their own means first")
def test_a_database_that_cannot_be_opened_is_put_aside_with_its_log(
    backup: Path, settings: Settings, catalog: Catalog
) -> None:
    ruin = {"warehouse.duckdb": b"ruin" * 9000, "warehouse.duckdb.wal": b"log"}
    for name, content in ruin.items():
        (settings.home / name).write_bytes(content)
    for path in (settings.home / "originals").rglob("?" * 64):
        path.write_bytes(b"ruin")
    aside = restore(settings, backup, replace=True).aside
    assert aside is not None
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == ruin
    assert held(settings, catalog) == [[18549.19], [True, True], []]


def test_parts_that_begin_before_the_file_are_refused(backup: Path, tmp_path: Path) -> None:
    whole = bytearray(backup.read_bytes())
    directory = whole.rindex(b"PK\5\6") + 16
    told = int.from_bytes(whole[directory : directory + 4], "little") + (1 << 24)
    whole[directory : directory + 4] = told.to_bytes(4, "little")
    hit = tmp_path / "hit.zip"
    hit.write_bytes(whole)
    with pytest.raises(BackupRefused):
        archive.check(hit)


def test_a_damaged_backup_is_refused_wherever_it_is_hit(backup: Path, tmp_path: Path) -> None:
    whole, chance = backup.read_bytes(), random.Random(3)
    hit = tmp_path / "hit.zip"
    good = archive.check(backup)
    for _blow in range(BLOWS):
        place = chance.randrange(len(whole))
        hit.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        # Zip files hold bytes that mean nothing, such as the times of their parts.
        with suppress(BackupRefused):
            assert archive.check(hit) == good
    for length in (0, 1, len(whole) // 2, len(whole) - 1):
        hit.write_bytes(whole[:length])
        with pytest.raises(BackupRefused):
            restore(Settings(home=tmp_path / "there"), hit, replace=False)
    assert not (tmp_path / "there" / "warehouse.duckdb").exists()


def test_a_part_that_was_exchanged_is_refused(backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    with ZipFile(backup) as source, ZipFile(other, "w") as target:
        for name in source.namelist():
            content = b"other" if name.startswith("originals/") else source.read(name)
            target.writestr(name, content)
    with pytest.raises(BackupRefused, match="originals/"):
        examine(other, tmp_path)


def test_names_that_lead_elsewhere_are_refused(backup: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.zip"
    with ZipFile(backup) as source, ZipFile(other, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"warehouse.duckdb", b"../escaped"))
        target.writestr("../escaped", b"")
    with pytest.raises(BackupRefused):
        restore(Settings(home=tmp_path / "there"), other, replace=False)
    assert not list(tmp_path.rglob("escaped"))


def test_a_file_that_is_there_is_not_written_over(
    backup: Path, settings: Settings, catalog: Catalog
) -> None:
    before = backup.read_bytes()
    opened = Warehouse(settings, catalog)
    with pytest.raises(BackupRefused):
        opened.backup(backup, "李")
    opened.close()
    assert backup.read_bytes() == before


def test_an_original_that_is_lost_already_is_told(
    backup: Path, settings: Settings, catalog: Catalog, tmp_path: Path
) -> None:
    opened = Warehouse(settings, catalog)
    lost = opened.batches()[0].sha256
    found = opened.original(lost)
    assert found
    found[0].unlink()
    manifest = opened.backup(tmp_path / "second.zip", "李")
    opened.close()
    assert manifest.lacking == {lost: "missing"}
    (finding,) = restore(
        Settings(home=tmp_path / "there"), tmp_path / "second.zip", replace=False
    ).findings
    assert lost in finding.message
    assert backup.exists()


def test_a_backup_is_told_in_the_audit_trail(
    backup: Path, settings: Settings, catalog: Catalog
) -> None:
    opened = Warehouse(settings, catalog)
    entry = opened.audit(1)[0]
    opened.close()
    assert (entry.action, entry.person, entry.object) == ("backup", "李", backup.name)
