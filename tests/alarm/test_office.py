"""Alarms over a real warehouse: raised once, carried to their end, void where the figure goes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import duckdb
import pytest

from cockpit.alarm import AlarmRefused, load_thresholds
from cockpit.alarm.office import Office
from cockpit.batch import Staged
from cockpit.catalog import Catalog
from cockpit.observation import Observation
from cockpit.period import Period
from cockpit.settings import DATA, Settings
from cockpit.warehouse import Warehouse

Stage = Callable[..., Staged]


@pytest.fixture
def office(warehouse: Warehouse, catalog: Catalog) -> Office:
    rules = load_thresholds(DATA / "thresholds", catalog)
    return Office(warehouse.alarms, warehouse.reader, catalog, {}, rules)


def retail(when: str, value: float | None, **how: object) -> Observation:
    found = Observation(
        sheet="",
        cell="B2",
        label="社会消费品零售总额",
        indicator="retail_total",
        ref_area="天津市",
        area="120000",
        freq="M",
        time_period=when,
        accumulation="ytd",
        transformation="yoy",
        unit="%",
        value=value,
        raw=str(value),
    )
    return found._replace(**how)


def bring(warehouse: Warehouse, stage: Stage, *figures: Observation, accept: bool = False) -> int:
    batch = stage(*figures, name=f"{len(warehouse.batches())}.csv").batch.id
    warehouse.publish(batch, "王", accept)
    return batch


def states(office: Office) -> list[tuple[int, str]]:
    return [(told.alarm.id, told.alarm.state) for told in office.listed()]


def test_an_alarm_lives_from_its_figure_to_its_end(
    office: Office, warehouse: Warehouse, stage: Stage
) -> None:
    bring(warehouse, stage, retail("2024-04", 1.0), retail("2024-05", -0.6))
    (told,) = office.listed()
    assert told.alarm.figure == "retail_total|120000|M|ytd|yoy||2024-05"
    assert (told.alarm.value, told.alarm.bureau) == (-0.6, "commerce")
    before = datetime.now(UTC).replace(tzinfo=None)
    for wanted in ("replied", "closed", "voided"):
        with pytest.raises(AlarmRefused):
            office.step(1, wanted, "李", "x")
    for nobody in (("", "x"), ("李", " ")):
        with pytest.raises(AlarmRefused):
            office.step(1, "handled", *nobody)
    office.step(1, "handled", "李", "促消费")
    office.step(1, "replied", "李", "回升")
    office.step(1, "handled", "王", "继续")
    office.step(1, "replied", "李", "已回升")
    bring(warehouse, stage, retail("2024-06", 0.2))
    assert office.one(1).released is None
    bring(warehouse, stage, retail("2024-07", 0.5))
    assert office.one(1).released.value == 0.5
    done = office.step(1, "closed", "王", "销号")
    assert [s.state for s in done.alarm.steps][-2:] == ["replied", "closed"]
    assert [(t.alarm.state, len(t.alarm.steps)) for t in office.listed(before)] == [("raised", 1)]
    assert warehouse.verify() == []


def test_judging_again_from_anywhere_raises_nothing_twice(
    office: Office, warehouse: Warehouse, stage: Stage, catalog: Catalog
) -> None:
    bring(warehouse, stage, retail("2024-05", -0.6))
    others = [
        Office(warehouse.alarms, warehouse.reader, catalog, {}, office.thresholds)
        for _n in range(4)
    ]
    with ThreadPoolExecutor(4) as pool:
        assert {len(found) for found in pool.map(Office.listed, others)} == {1}
    bring(warehouse, stage, retail("2024-06", -0.9))
    for wanted in ("handled", "replied", "closed"):
        office.step(1, wanted, "李", "x")
    bring(warehouse, stage, retail("2024-07", -1.0))
    assert states(office) == [(1, "closed")]
    bring(warehouse, stage, retail("2024-08", 1.0), retail("2024-09", -1.0))
    assert states(office) == [(2, "raised"), (1, "closed")]


def test_a_figure_withdrawn_or_revised_voids_its_alarm_with_the_reason(
    office: Office, warehouse: Warehouse, stage: Stage
) -> None:
    first = bring(warehouse, stage, retail("2024-05", -0.6))
    office.listed()
    warehouse.withdraw(first, "王", "错表")
    assert (states(office), office.one(1).alarm.steps[-1].text) == ([(1, "voided")], "withdrawn")
    bring(warehouse, stage, retail("2024-05", -0.7))
    assert states(office) == [(2, "raised"), (1, "voided")]
    bring(warehouse, stage, retail("2024-05", 0.3))
    assert (office.one(2).alarm.state, office.one(2).alarm.steps[-1].text) == ("voided", "revised")
    with pytest.raises(AlarmRefused):
        office.step(2, "handled", "李", "x")
    told = [entry.action for entry in warehouse.audit() if entry.object.startswith("alarm")]
    assert told == ["raise", "void", "raise", "void"]


def test_an_earlier_beginning_found_later_is_the_same_alarm(
    office: Office, warehouse: Warehouse, stage: Stage
) -> None:
    bring(warehouse, stage, retail("2024-04", 0.1), retail("2024-05", -0.6))
    office.listed()
    bring(warehouse, stage, retail("2024-04", -0.1))
    assert states(office) == [(1, "raised")]


def test_a_doubtful_figure_raises_nothing_until_somebody_accepts_it(
    office: Office, warehouse: Warehouse, stage: Stage
) -> None:
    doubtful = retail("2024-05", -0.6, needs_review=True, reasons=("?",))
    batch = bring(warehouse, stage, doubtful)
    assert office.listed() == []
    warehouse.publish(batch, "王", True)
    assert states(office) == [(1, "raised")]


def test_which_alarms_a_figure_stands_under(
    office: Office, warehouse: Warehouse, stage: Stage
) -> None:
    bring(warehouse, stage, *(retail(f"2024-0{n}", v) for n, v in ((4, 1.0), (5, -1.0), (6, -2.0))))

    def under(when: str | None) -> int:
        period = Period.parse("M", when, "ytd") if when else None
        return len(office.standing("retail_total", "120000", period))

    assert [under(when) for when in ("2024-04", "2024-05", "2024-06", None)] == [0, 1, 1, 1]
    bring(warehouse, stage, retail("2024-07", 2.0))
    assert [under(when) for when in ("2024-05", "2024-07", None)] == [1, 0, 0]
    assert office.standing("retail_total", "110000") == []


def test_what_is_done_to_steps_behind_the_trail_is_found(
    office: Office, warehouse: Warehouse, stage: Stage, settings: Settings, catalog: Catalog
) -> None:
    bring(warehouse, stage, retail("2024-05", -0.6))
    office.listed()
    warehouse.close()
    with duckdb.connect(str(settings.home / "warehouse.duckdb")) as behind:
        behind.execute("update alarm_step set person = '张'")
    again = Warehouse(settings, catalog)
    assert len(again.verify()) == 1
    again.close()
