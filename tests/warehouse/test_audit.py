"""The audit trail tells of everything, and of everything that was done to itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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
def lived(warehouse: Warehouse, stage: Stage, tianjin: Observation) -> Warehouse:
    """A warehouse in which something has happened."""
    batch = stage(tianjin).batch.id
    warehouse.publish(batch, "王")
    answer = Answer(family="月报", subject="label", printed="产值", meaning={"indicator": "gdp"})
    warehouse.remember([answer], "李")
    warehouse.forget(1, "李")
    warehouse.withdraw(batch, "王", "wrong")
    warehouse.note("", "query", "gdp", {"rows": 3})
    return warehouse


def found(lived: Warehouse, *deeds: str) -> list[str]:
    """What the chain says after deeds that are taken back again."""
    with lived._engine.connect() as connection:
        for deed in deeds:
            connection.exec_driver_sql(deed)
        return list(check_chain(connection))


def test_every_action_is_told_once_and_in_order(lived: Warehouse) -> None:
    rows = [(entry.action, entry.object, entry.person) for entry in lived.audit()]
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


DEEDS = (
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
)


def test_whatever_is_done_to_the_past_is_found(lived: Warehouse) -> None:
    assert [deed for deed in DEEDS if not found(lived, *deed.split("; "))] == []


def test_steps_from_before_the_trail_are_named_in_its_first_entry(
    settings: Settings, catalog: Catalog, lived: Warehouse
) -> None:
    with lived._engine.begin() as old:
        for table in ("audit", "tip", "revision", "measure", "place"):
            old.exec_driver_sql(f"drop table {table}")
        old.exec_driver_sql("create table fewer as select * exclude (measure, place) from series")
        old.exec_driver_sql("drop table series")
        old.exec_driver_sql("alter table fewer rename to series")
        old.exec_driver_sql("update layout set version = 2")
    lived.close()
    again = Warehouse(settings, catalog)
    (first,) = again.audit()
    assert (first.action, first.detail, first.previous) == ("begin", {"steps_before": 5}, START)
    assert [step.revision for step in again.batches()[0].steps][3] == "regular"
    assert found(again) == []
    assert again.verify() == []
    again.close()
