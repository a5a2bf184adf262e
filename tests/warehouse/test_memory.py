"""Sheet memory and discarded batches in the warehouse, also in one written before they were."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.errors import InputError
from cockpit.memory import Answer, Memory, signature
from cockpit.observation import Observation
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]


def answer(printed: str, **meaning: str) -> Answer:
    return Answer(family="月报", subject="label", printed=printed, meaning=meaning)


def test_the_last_answer_stands_until_it_is_taken_back(warehouse: Warehouse) -> None:
    warehouse.remember([answer("产值", indicator="gdp"), answer("税收", keep="yes")], "李")
    warehouse.remember([answer("产值", indicator="ind_output_value")], "王")
    kept, last = warehouse.answers("月报")
    assert kept.printed == "税收"
    assert (last.meaning, last.person) == ({"indicator": "ind_output_value"}, "王")
    assert last.at is not None
    warehouse.forget(last.id, "李")
    assert [one.printed for one in warehouse.answers()] == ["税收"]
    with pytest.raises(InputError):
        warehouse.forget(last.id, "李")


def test_a_file_is_read_with_the_memory_of_its_own_family(warehouse: Warehouse) -> None:
    warehouse.remember([answer("产值", indicator="gdp")], "李")
    assert len(warehouse.memory("2024年11月月报.xlsx").answers) == 1
    assert not warehouse.memory("2024年11月季报.xlsx").answers
    assert not warehouse.memory("2024年11月月报.xlsx", "fiscal").answers


def test_memory_travels_to_another_process_and_back(tianjin: Observation) -> None:
    told = Memory([answer("产值", indicator="gdp")], {"月报": signature([tianjin])}, "fiscal")
    assert Memory.from_dict(told.to_dict()) == told


def test_the_layout_remembered_is_that_of_the_last_published_batch(
    warehouse: Warehouse, tianjin: Observation
) -> None:
    unknown = tianjin._replace(indicator=None, area=None, sheet="10月", cell="AB7")
    ids = []
    for number, figures in enumerate([(tianjin, unknown), (tianjin._replace(unit="万元"),)]):
        staged = warehouse.stage(
            bytes([number]),
            file_name="月报.csv",
            source="",
            person="李",
            observations=figures,
            issues=(),
            family="月报",
        )
        ids.append(staged.batch.id)
        assert warehouse.publish(ids[-1], "李").family == "月报"
        assert warehouse.memory("月报.csv").layouts == {"月报": signature(figures)}
    warehouse.withdraw(ids[1], "李", "wrong")
    assert warehouse.memory("月报.csv").layouts == {"月报": signature((tianjin, unknown))}


def test_a_staged_batch_is_discarded_and_readers_see_no_change(
    warehouse: Warehouse, stage: Stage, tianjin: Observation
) -> None:
    before = warehouse.reader().version()
    gone = warehouse.withdraw(stage(tianjin).batch.id, "王", "read again")
    assert (gone.state, gone.withdrawn_by, gone.reason) == ("discarded", "王", "read again")
    assert warehouse.reader().version() == before
    with pytest.raises(InputError):
        warehouse.publish(gone.id, "王")
    with pytest.raises(InputError):
        warehouse.withdraw(gone.id, "王", "again")


def test_a_warehouse_without_memory_is_given_one(
    settings: Settings, catalog: Catalog, tianjin: Observation
) -> None:
    first = Warehouse(settings, catalog)
    first.stage(b"x", file_name="x", source="", person="", observations=[tianjin], issues=[])
    with first._engine.begin() as old:
        for deed in ("drop table answer", "drop table family", "update layout set version = 3"):
            old.exec_driver_sql(deed)
    first.close()
    again = Warehouse(settings, catalog)
    again.remember([answer("产值", indicator="gdp")], "李")
    assert len(again.answers()) == 1
    assert [batch.family for batch in again.batches()] == [""]
    again.close()
