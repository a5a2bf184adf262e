"""A checkpoint that cannot be written voids the whole engine: the warehouse opens it again."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy.exc import DBAPIError

from cockpit.batch import Staged
from cockpit.observation import Observation
from cockpit.series import Selection
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]

GDP = Selection(indicator="gdp", area="120000")
THREADS = 6


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """The operating system refuses to let files grow: a full disk, for this process alone."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def void(warehouse: Warehouse, settings: Settings) -> None:
    size = (settings.home / "warehouse.duckdb").stat().st_size
    with (
        no_file_longer_than(size),
        warehouse._engine.connect() as connection,
        pytest.raises(DBAPIError, match="FATAL"),
    ):
        connection.exec_driver_sql("checkpoint")


@pytest.mark.engine("file", "a lake has no log that is written into a file")
def test_the_next_query_is_answered_and_the_error_is_on_record(
    warehouse: Warehouse, stage: Stage, settings: Settings, tianjin: Observation
) -> None:
    many = [tianjin._replace(time_period=str(y), raw=f"{y:090}") for y in range(1000, 9000)]
    warehouse.publish(stage(*many).batch.id, "李")

    def read(_turn: int) -> int:
        return len(warehouse.reader().series(GDP).points)

    with ThreadPoolExecutor(THREADS) as pool:
        assert set(pool.map(read, range(THREADS))) == {len(many)}
        void(warehouse, settings)
        warehouse._present.renew()
        assert set(pool.map(read, range(THREADS))) == {len(many)}
    ((_at, message),) = warehouse.incidents()
    assert "checkpoint" in message
    later = stage(tianjin._replace(area="110000"), name="later.csv").batch.id
    assert warehouse.publish(later, "李").state == "published"
    (finding,) = warehouse.verify()
    assert (finding.harmless, message in finding.message) == (True, True)
