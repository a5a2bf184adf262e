"""DuckDB here and Spark on a master and two workers, one of them killed, give the same rows."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from cockpit.aggregation import request
from cockpit.aggregation.task import CELLS, task
from cockpit.catalog import Catalog
from cockpit.scan import STATEMENT
from cockpit.settings import SPARK
from cockpit.warehouse.parquet import DuckDB, Spark, Task
from tests.spark.cluster import LOCAL, Cluster, cluster
from tests.spark.figures import export
from tests.spark.world import enterprises

PROVINCE = "370000"
UNITS = int(os.environ.get("COCKPIT_SPARK_UNITS", "60000"))
AREAS = 500
INDICATORS = 60

Answers = Mapping[str, pa.Table]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    for name, value in LOCAL.items():
        os.environ[name] = value
    with cluster(SPARK.parent.parent, tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture
def reported(tmp_path: Path, catalog: Catalog) -> Path:
    counties = [
        area.code
        for area in catalog.areas
        if area.level == "county" and catalog.areas.inside(area, PROVINCE)
    ]
    classes = [c[1:] for c in catalog.industries if len(c) == 5 and c[0] in "BCD"]
    return enterprises(tmp_path, counties, [*classes, "C", "C26"], UNITS)


def by_both(
    todo: Task, running: Cluster, folder: Path, meanwhile: Callable[[Future[Any]], None]
) -> tuple[Answers, Answers]:
    rooms = [folder / name for name in ("duckdb", "spark")]
    for room in rooms:
        room.mkdir()
    began = time.monotonic()
    here = DuckDB().run(todo, rooms[0])
    between = time.monotonic()
    with ThreadPoolExecutor(1) as pool:
        engine = Spark(python=SPARK, master=running.master)
        there = pool.submit(engine.run, todo, rooms[1])
        meanwhile(there)
        answers = there.result()
    seconds = f"DuckDB {between - began:.1f} s, Spark {time.monotonic() - between:.1f} s"
    rows = {name: answer.num_rows for name, answer in here.items()}
    print(f"\n{rows}: {seconds}")  # noqa: T201 - what was measured
    return here, answers


def killed_on_the_way(running: Cluster) -> Callable[[Future[Any]], None]:
    """Kill the first worker once an executor of it is at work."""

    def kill(there: Future[Any]) -> None:
        while not running.executors(0) and not there.done():
            time.sleep(0.2)
        time.sleep(15)
        assert not there.done()
        assert running.kill(0) > 1

    return kill


def same(here: Answers, there: Answers) -> bool:
    """Equal to the last digit and the last row, in the same order."""
    return here.keys() == there.keys() and all(
        here[name].cast(there[name].schema).equals(there[name]) for name in here
    )


@pytest.mark.timeout(3600)
def test_growth_beside_levels(running: Cluster, tmp_path: Path) -> None:
    todo = Task(
        statements=(STATEMENT,), relations={"figures": (export(tmp_path, INDICATORS, AREAS),)}
    )
    here, there = by_both(todo, running, tmp_path, lambda _: None)
    assert here[STATEMENT].num_rows == INDICATORS * AREAS * 11 * 3
    assert same(here, there)


@pytest.mark.timeout(3600)
def test_totals_of_units_with_a_worker_killed(
    running: Cluster, reported: Path, tmp_path: Path, catalog: Catalog
) -> None:
    todo = task(request(catalog, [reported], PROVINCE, "ind_units"), catalog, tmp_path)
    here, there = by_both(todo, running, tmp_path, killed_on_the_way(running))
    assert here[CELLS].num_rows > UNITS
    assert same(here, there)
