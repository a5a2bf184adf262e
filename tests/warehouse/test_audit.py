"""The audit trail tells of everything, and of everything that was done to itself."""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import pytest
from sqlalchemy import create_engine

from cockpit.audit import START
from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.memory import Answer
from cockpit.observation import Observation
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from cockpit.warehouse.audit import check_chain

Stage = Callable[..., Staged]


@pytest.fixture
def lived(settings: Settings, warehouse: Warehouse, stage: Stage, tianjin: Observation) -> str:
    """A warehouse in which something has happened, let go of; its file."""
    batch = stage(tianjin).batch.id
    warehouse.publish(batch, "王")
    answer = Answer(family="月报", subject="label", printed="产值", meaning={"indicator": "gdp"})
    warehouse.remember([answer], "李")
    warehouse.forget(1, "李")
    warehouse.withdraw(batch, "王", "wrong")
    warehouse.note("", "query", "gdp", {"rows": 3})
    warehouse.close()
    return settings.database.removeprefix("duckdb:///")


def found(file: str) -> list[str]:
    engine = create_engine(f"duckdb:///{file}")
    with engine.connect() as connection:
        told = list(check_chain(connection))
    engine.dispose()
    return told


def test_every_action_is_told_once_and_in_order(lived: str) -> None:
    with duckdb.connect(lived) as database:
        rows = database.execute("select action, object, person from audit order by seq").fetchall()
    assert rows == [
        ("stage", "batch 1", "李"),
        ("submit", "batch 1", "王"),
        ("review", "batch 1", "王"),
        ("publish", "batch 1", "王"),
        ("answer", "family 月报", "李"),
        ("answer", "family 月报", "李"),
        ("withdraw", "batch 1", "王"),
        ("query", "gdp", ""),
    ]
    assert found(lived) == []


@pytest.mark.parametrize(
    "deed",
    [
        "update audit set person = '张' where seq = 3",
        "update audit set detail = '{}' where seq = 4",
        'update audit set "at" = "at" - interval 1 day where seq = 2',
        "delete from audit where seq = 5",
        "delete from audit where seq = 8",
        "delete from audit; update tip set seq = 0",
        "insert into audit by name select * replace (9 as seq) from audit where seq = 8",
        "update event set person = '张' where seq = 4",
        "delete from event where seq = 5",
        "insert into event by name select * replace (9 as seq) from event where seq = 4",
        "delete from tip",
    ],
)
def test_whatever_is_done_to_the_past_is_found(lived: str, deed: str) -> None:
    with duckdb.connect(lived) as database:
        database.execute(deed)
    assert found(lived)


def test_steps_from_before_the_trail_are_named_in_its_first_entry(
    settings: Settings, catalog: Catalog, lived: str
) -> None:
    with duckdb.connect(lived) as old:
        old.execute("drop table audit; drop table tip; drop table revision")
        old.execute("update layout set version = 2")
    again = Warehouse(settings, catalog)
    (first,) = again.audit()
    assert (first.action, first.detail, first.previous) == ("begin", {"steps_before": 5}, START)
    assert [step.revision for step in again.batches()[0].steps][3] == "regular"
    again.close()
    assert found(lived) == []
