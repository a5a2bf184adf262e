"""What tests share: a warehouse on either engine, empty, and figures to put in it.

Whatever is told of a warehouse under `tests/warehouse` holds in a file and on a lake. A test that
makes sense on one alone is marked `engine("file", why)` or `engine("lake", why)`; the other rooms'
tests take the file.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from benchmarks.postgres import Postgres
from cockpit.batch import Staged
from cockpit.catalog import Catalog, load_catalog
from cockpit.demo import sample_files
from cockpit.i18n import DEFAULT_LOCALE, current_locale
from cockpit.observation import Issue, Observation
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse

TIANJIN = Observation(
    sheet="",
    cell="B6",
    label="地区生产总值",
    indicator="gdp",
    ref_area="天津市",
    area="120000",
    freq="A",
    time_period="2017",
    accumulation="period",
    transformation="level",
    unit="亿元",
    value=18549.19,
    raw="18549.19",
)


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A reader's choice in one test is no concern of the next."""
    chosen = current_locale.set(DEFAULT_LOCALE)
    yield
    current_locale.reset(chosen)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return load_catalog(DATA / "catalog")


@pytest.fixture(scope="session")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose warehouse holds every sample workbook; only to be read."""
    home = tmp_path_factory.mktemp("sampled")
    environment = os.environ | {"COCKPIT_HOME": str(home)}
    files = [str(path) for path in sample_files()]
    command = [sys.executable, "-m", "cockpit", "load", *files, "--publish"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return home


ON_BOTH = ("tests/warehouse/", "tests/indicators/test_warehouse.py")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" not in metafunc.fixturenames:
        return
    path = metafunc.definition.path.relative_to(metafunc.config.rootpath).as_posix()
    engines = ("file", "lake") if path.startswith(ON_BOTH) else ("file",)
    for marked in metafunc.definition.iter_markers("engine"):
        engines = (marked.args[0],)
    metafunc.parametrize("engine", engines)


@pytest.fixture
def engine() -> str:
    """For tests that ask for a warehouse only while they run."""
    return "file"


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    # A socket's path must be short, and its owner is not who runs the tests.
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        server = Postgres(Path(folder), durable=False)
        yield server
        server.stop()


@pytest.fixture
def settings(tmp_path: Path, engine: str, request: pytest.FixtureRequest) -> Settings:
    if engine == "file":
        return Settings(home=tmp_path / "home")
    catalogue = request.getfixturevalue("postgres").database()
    return Settings(
        home=tmp_path / "home",
        warehouse=f"ducklake:postgres:{catalogue}",
        shared=tmp_path / "shared",
    )


@pytest.fixture
def warehouse(settings: Settings, catalog: Catalog) -> Iterator[Warehouse]:
    opened = Warehouse(settings, catalog)
    yield opened
    opened.close()


@pytest.fixture
def tianjin() -> Observation:
    """Tianjin's GDP of 2017 as first published."""
    return TIANJIN


@pytest.fixture
def revised(tianjin: Observation) -> Observation:
    """The same figure after the fourth economic census."""
    return tianjin._replace(cell="J6", value=12450.56, raw="12450.56")


@pytest.fixture
def stage(warehouse: Warehouse) -> Callable[..., Staged]:
    def bring(
        *observations: Observation, issues: tuple[Issue, ...] = (), name: str = "gdp.csv"
    ) -> Staged:
        content = repr((name, observations)).encode()
        return warehouse.stage(
            content,
            file_name=name,
            source="nbs",
            person="李",
            observations=observations,
            issues=issues,
        )

    return bring
