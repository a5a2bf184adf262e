"""Answers fill in what is open, settle its doubt, and never change what is certain."""

from __future__ import annotations

from typing import Any

import pytest

from cockpit.catalog import Catalog
from cockpit.errors import InputError
from cockpit.memory import Answer, Memory, signature
from cockpit.memory.check import check_answer
from cockpit.memory.doubts import ASKED, NO_FIGURE, NO_UNIT
from cockpit.memory.questions import questions
from cockpit.observation import Observation
from loaders import reasons
from loaders.checks.doubts import REASONS
from loaders.grid import Merge, Sheet, value_cell
from loaders.memory import Recall
from loaders.memory.heading import heading

OUTPUT = Observation(
    sheet="Sheet1",
    cell="C4",
    label="规上工业产值",
    parents=("工业",),
    indicator=None,
    ref_area="高新区",
    area=None,
    freq="M",
    time_period="2024-10",
    accumulation="ytd",
    transformation="level",
    unit="万元",
    value=110.0,
    raw="110",
)


def recall(catalog: Catalog, *answers: tuple[Any, str, dict[str, str]]) -> Recall:
    told = [Answer(family="f", subject=s, printed=p, meaning=m) for s, p, m in answers]
    return Recall(Memory(told), catalog)


def doubtful(*why: str, **fields: Any) -> Observation:
    return OUTPUT._replace(needs_review=True, reasons=why, **fields)


def test_a_label_is_known_only_under_what_encloses_it(catalog: Catalog) -> None:
    told = recall(catalog, ("label", "工业 › 规上工业产值", {"indicator": "ind_output_value"}))
    assert told.apply(OUTPUT).indicator == "ind_output_value"
    assert told.apply(OUTPUT._replace(parents=("建筑业",))).indicator is None
    assert told.apply(OUTPUT._replace(indicator="gdp")).indicator == "gdp"


def test_a_label_counted_in_another_kind_of_unit_is_asked_about_again(catalog: Catalog) -> None:
    told = recall(catalog, ("label", "工业 › 规上工业产值", {"indicator": "ind_output_value"}))
    other = told.apply(OUTPUT._replace(unit="户"))
    assert (other.indicator, "label" in told.open(other)) == (None, True)


def test_what_is_kept_as_printed_is_not_asked_again(catalog: Catalog) -> None:
    told = recall(catalog, ("region", "高新区", {"keep": "yes"}))
    assert told.apply(OUTPUT).area is None
    assert "region" not in told.open(OUTPUT)
    answer = Answer(family="f", subject="region", printed="高新区", meaning={"keep": "yes"})
    assert [q.subject for q in questions([OUTPUT], [answer])] == ["label"]


def test_a_printed_unit_goes_before_a_remembered_one(catalog: Catalog) -> None:
    told = recall(catalog, ("unit", "工业 › 规上工业产值", {"unit": "亿元"}))
    assert told.apply(OUTPUT).unit == "万元"
    settled = told.apply(doubtful(NO_UNIT, unit=""))
    assert (settled.unit, settled.needs_review, settled.reasons) == ("亿元", False, ())


def test_a_column_is_counted_as_was_said_where_it_is_in_doubt(catalog: Catalog) -> None:
    meaning = {"accumulation": "period", "transformation": "mom"}
    told = recall(catalog, ("column", "n月 | 增长", meaning))
    settled = told.apply(
        doubtful(reasons.OPEN_GROWTH, transformation="yoy", unit="%"), "n月 | 增长"
    )
    assert (settled.transformation, settled.accumulation) == ("mom", "period")
    assert not settled.needs_review
    other = told.apply(doubtful(reasons.OPEN_GROWTH, transformation="yoy", unit="%"), "增长")
    assert (other.transformation, other.needs_review) == ("yoy", True)


def test_a_column_may_be_left_out(catalog: Catalog) -> None:
    told = recall(catalog, ("column", "序号", {"skip": "yes"}))
    assert not told.is_figure(doubtful(reasons.OPEN_ACCUMULATION), "序号")
    assert told.is_figure(OUTPUT, "序号")


def test_other_doubts_stay_when_one_is_settled(catalog: Catalog) -> None:
    told = recall(catalog, ("region", "高新区", {"area": "370403"}))
    left = told.apply(doubtful(reasons.UNKNOWN_REGION, NO_UNIT))
    assert (left.area, left.reasons, left.needs_review) == ("370403", (NO_UNIT,), True)


def test_one_name_in_sheets_of_two_kinds_is_asked_about_twice(catalog: Catalog) -> None:
    here, there = OUTPUT._replace(area="370400"), OUTPUT._replace(area="370400", sheet="建筑")
    other = there._replace(label="企业个数", indicator="gdp")
    assert [q.printed for q in questions([here, there])] == [
        ("Sheet1 › 工业 › 规上工业产值", "建筑 › 工业 › 规上工业产值")
    ]
    assert [q.printed for q in questions([here, there, other])] == [
        ("Sheet1 › 工业 › 规上工业产值",),
        ("建筑 › 工业 › 规上工业产值",),
    ]
    answer = Answer(
        family="f",
        subject="label",
        printed="建筑 › 工业 › 规上工业产值",
        meaning={"indicator": "ind_output_value"},
    )
    told = Recall(Memory([answer]), catalog, several=True)
    assert [told.apply(one).indicator for one in (here, there)] == [None, "ind_output_value"]


def test_every_reason_that_can_be_asked_about_is_one_the_reader_gives() -> None:
    said = {value for value in vars(reasons).values() if isinstance(value, str)}
    given = {*said, *REASONS.values()}
    assert {*ASKED, NO_FIGURE} <= given


def test_figures_with_one_open_question_are_asked_about_once() -> None:
    many = [OUTPUT._replace(cell=f"C{row}", area="370400") for row in range(4, 28)]
    (asked,) = questions(many)
    assert (asked.subject, asked.figures, asked.printed) == ("label", 24, ("工业 › 规上工业产值",))


@pytest.mark.parametrize(
    ("subject", "meaning"),
    [
        ("label", {"indicator": "no_such"}),
        ("label", {"indicator": "gdp", "breakdown": "industry=ZZ"}),
        ("region", {"area": "999999"}),
        ("unit", {"unit": "筐"}),
        ("column", {"transformation": "sideways"}),
        ("label", {"skip": "yes"}),
        ("doubt", {"indicator": "gdp"}),
        ("colour", {"keep": "yes"}),
        ("label", {}),
    ],
)
def test_an_answer_that_names_what_is_not_there_is_refused(
    catalog: Catalog, subject: Any, meaning: dict[str, str]
) -> None:
    with pytest.raises(InputError):
        check_answer(Answer(family="f", subject=subject, printed="x", meaning=meaning), catalog)


def test_a_heading_is_read_through_merges_and_without_title_and_period() -> None:
    rows = [
        ["2024年10月月报", None, None, None],
        ["指标", "2024年1-10月", None, "上年同期"],
        [None, "总量", "增长%", None],
        ["产值", 1, 2, 3],
        ["—", "—", "—", "—"],
        ["收入", 4, 5, 6],
    ]
    cells = [[value_cell(value) for value in row] for row in rows]
    merges = (Merge(0, 0, 0, 3), Merge(1, 1, 1, 2), Merge(1, 3, 2, 3))
    sheet = Sheet("s", cells, merges)
    assert heading(sheet, 5, 2) == "1-n月 | 增长%"
    assert heading(sheet, 3, 3) == "上年同期"


def test_a_signature_leaves_periods_out() -> None:
    months = [OUTPUT._replace(time_period=f"2024-{month:02d}") for month in (9, 10)]
    assert signature(months) == signature(months[:1])
