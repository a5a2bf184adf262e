"""What only a lake has: files in order, a folder that may be unmounted, a server's password."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.errors import WarehouseAway
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from cockpit.warehouse.lake import LakeMisplaced, without_secrets

pytestmark = pytest.mark.engine("lake", "a file has neither folder nor server")

Stage = Callable[..., Staged]

GDP = Selection(indicator="gdp", area="120000")
YEARS = range(1950, 2010)


def test_small_changes_become_sorted_files_and_what_a_killed_writer_left_is_removed(
    warehouse: Warehouse, stage: Stage, tianjin: Observation, settings: Settings
) -> None:
    for turn in range(2):
        records = [tianjin._replace(time_period=str(y), value=float(y + turn)) for y in YEARS]
        warehouse.publish(stage(*records, name=f"{turn}.csv").batch.id, "李")
    folder = settings.store / "lake" / "main" / "figure"
    folder.mkdir(parents=True, exist_ok=True)
    left, young = folder / "left.parquet", folder / "young.parquet"
    for path in (left, young):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    before = warehouse.reader().series(GDP)
    warehouse.compact("李")
    assert [left.exists(), young.exists(), (settings.store / "lake" / "README").exists()] == [
        False,
        True,
        True,
    ]
    with warehouse._engine.connect() as connection:
        (kept,) = connection.exec_driver_sql("from ducklake_list_files('lake', 'figure')").all()
        rows = f"select start from read_parquet('{kept[0]}')"
        starts = [start for (start,) in connection.exec_driver_sql(rows)]
    assert starts == sorted(starts)
    assert len(starts) == 2 * len(YEARS)
    warehouse._present.renew()
    assert warehouse.reader().series(GDP) == before
    assert warehouse.verify() == []


def test_the_engine_reaches_nothing_else(warehouse: Warehouse) -> None:
    for statement in (
        "select * from read_csv('/etc/passwd')",
        "copy (select 1) to '/tmp/leak.csv'",
        "attach '/tmp/other.duckdb' as other",
        "attach 'dbname=postgres' as other (type postgres)",
        "install httpfs",
        "set enable_external_access = true",
        "set allowed_directories = ['/']",
    ):
        with warehouse._engine.connect() as connection, pytest.raises(DBAPIError):
            connection.exec_driver_sql(statement)


def test_a_folder_that_is_not_mounted_or_not_its_own_is_refused(
    settings: Settings, catalog: Catalog, postgres
) -> None:
    Warehouse(settings, catalog).close()
    other = replace(settings, warehouse=f"ducklake:postgres:{postgres.database()}")
    (settings.store / "lake" / "a.parquet").touch()
    with pytest.raises(LakeMisplaced, match="COCKPIT_WAREHOUSE"):
        Warehouse(other, catalog)
    shutil.rmtree(settings.store)
    with pytest.raises(LakeMisplaced, match="COCKPIT_SHARED"):
        Warehouse(settings, catalog)
    assert not settings.store.exists()


def test_a_password_is_never_told(settings: Settings, catalog: Catalog) -> None:
    wrong = "dbname=nowhere host=/nowhere user=cockpit password=s3cret"
    with pytest.raises(WarehouseAway) as told:
        Warehouse(replace(settings, warehouse=f"ducklake:postgres:{wrong}"), catalog)
    assert "nowhere" in str(told.value)
    assert "s3cret" not in str(told.value)
    for text in ("password='s3 cret' x", "postgresql://me:s3cret@host/db", "password = s3cret"):
        assert "cret" not in without_secrets(text)
    with pytest.raises(ValueError, match="ducklake:postgres:"):
        Warehouse(replace(settings, warehouse="ducklake:sqlite:file"), catalog)


def test_another_process_is_seen_at_once_and_its_version_is_one_of_whole_batches(
    settings: Settings, catalog: Catalog, warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    with closing(Warehouse(settings, catalog)) as elsewhere:
        assert elsewhere.reader().series(GDP).points == ()
        done = warehouse.publish(stage(tianjin).batch.id, "李")
        while elsewhere.reader().version() != warehouse.reader().version():
            time.sleep(0.05)
        assert elsewhere.reader().series(GDP).points[0].value == tianjin.value
        again = elsewhere.reader()
        elsewhere.withdraw(done.id, "王", "try")
        assert again.series(GDP).points[0].value == tianjin.value
    assert warehouse.audit()[-1].person == "王"
