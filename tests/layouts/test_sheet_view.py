"""The reading view: a state for every cell, a sentence for every figure, one line for the file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dash.development.base_component import Component

from cockpit.catalog import Catalog
from cockpit.i18n import current_locale, gettext
from cockpit.memory.questions import questions
from cockpit.observation import Observation
from cockpit.reading import SheetWindow
from layouts.upload.sheet.figures import explained
from layouts.upload.sheet.states import asked_about, figure_state, states, why_unread
from layouts.upload.sheet.table import column_letters, table
from layouts.upload.summary import summary
from loaders.window import unread

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
GROWTH = TIANJIN._replace(
    cell="D5",
    freq="M",
    time_period="2024-10",
    accumulation="ytd",
    transformation="yoy",
    unit="%",
    value=8.5,
    raw="0.085",
)
WINDOW = SheetWindow(
    sheets=("",),
    sheet="",
    top=0,
    left=0,
    height=3,
    width=4,
    texts=(
        ("天津市2024年1—10月主要经济指标完成情况", "", "", ""),
        ("序号", "指标", "", "增长%"),
        ("1", "地区生产总值", "", "8.5%"),
    ),
    merges=((1, 1, 2, 2),),
    evidence={"D3": {"indicator": "B2", "area": "A1"}},
    said={"B2": "指标", "A1": "天津市2024年1—10月主要经济指标完成情况"},
    unread={"A3": unread.SERIAL},
    left_out={unread.SERIAL: 1},
)


def parts(component: Component, kind: str) -> Iterator[Component]:
    return (one for one in component._traverse() if type(one).__name__ == kind)


def cells(component: Component) -> dict[str, Component]:
    found = (one.to_plotly_json()["props"] for one in parts(component, "Td"))
    return {props["data-cell"]: props for props in found if "data-cell" in props}


def test_each_cell_has_the_state_of_what_became_of_it() -> None:
    figure = GROWTH._replace(cell="D3")
    found = states(WINDOW, [figure], {})
    assert found == {"A3": "unread", "B2": "says", "A1": "says", "D3": "certain"}
    assert figure_state(figure._replace(value=None), {}) == "missing"
    assert figure_state(figure._replace(needs_review=True), {}) == "doubt"
    assert figure_state(figure._replace(value=None, raw="#"), {("", "D3"): 0}) == "doubt"
    assert figure_state(figure._replace(value=None, raw=" ", needs_review=True), {}) == "missing"


def test_a_figure_that_is_asked_about_is_in_doubt_and_knows_its_question() -> None:
    certain, unknown = GROWTH, GROWTH._replace(cell="D6", indicator=None, label="口径二")
    asked = questions([certain, unknown, unknown._replace(cell="D7", area=None, ref_area="某区")])
    numbers = asked_about(asked)
    assert numbers == {("", "D6"): 0, ("", "D7"): 0}
    assert [one.subject for one in asked] == ["label", "region"]


def test_a_figure_is_said_in_a_sentence_with_where_it_is_printed(catalog: Catalog) -> None:
    found = explained(GROWTH, {"indicator": "A5", "area": "file", "unit": "D4"}, catalog)
    assert found.sentence == "天津2024年1—10月地区生产总值，累计同比增速：8.5%。"
    places = {fact.name: (fact.words, fact.place) for fact in found.facts}
    assert places["地区"] == ("天津", "file")
    assert places["单位"] == ("%", "D4")
    assert places["时段口径"] == ("累计", "")
    assert places["数值"] == ("存为“0.085”，读作8.5", "D5")


def test_the_sentence_of_a_missing_value_names_its_marker(catalog: Catalog) -> None:
    found = explained(GROWTH._replace(value=None, raw="…"), {}, catalog)
    assert found.sentence.endswith("无数值。")
    assert found.facts[-1].words == "“…”，按缺失处理"


def test_the_sentence_is_english_for_english_readers(catalog: Catalog) -> None:
    current_locale.set("en")
    found = explained(TIANJIN, {}, catalog)
    assert found.sentence == (
        "Gross regional product, Tianjin, 2017: Level (full year) 18549.19 (100 million yuan)."
    )


def test_why_a_cell_is_not_read_has_its_chinese() -> None:
    reasons = {t for name, t in vars(unread).items() if name.isupper() and isinstance(t, str)}
    said = reasons - {unread.FIGURE, unread.YEAR}
    assert len(said) == 7
    assert all(len(why_unread(reason)) < len(gettext(reason)) < len(reason) for reason in said)


def test_merged_cells_are_drawn_once_and_long_words_spill_over_blanks() -> None:
    found = cells(table(WINDOW, {"D3": "certain"}))
    assert "words" in found["A3"]["className"].split()
    assert (found["B2"]["rowSpan"], found["B2"]["colSpan"]) == ("2", "2")
    assert "B3" not in found
    assert found["A1"]["colSpan"] == "4"
    assert "certain" in found["D3"]["className"].split()


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
def test_columns_are_named_as_spreadsheets_do(column: int, letters: str) -> None:
    assert column_letters(column) == letters


def county(code: str, **given: object) -> Observation:
    return GROWTH._replace(area=code, ref_area=code, **given)


def test_one_line_says_what_the_file_is(catalog: Catalog) -> None:
    codes = ("370402", "370403", "370404", "370405", "370406", "370481")
    records = [county(code) for code in ("370400", *codes)]
    records += [one._replace(accumulation="period", indicator="cpi") for one in records]
    records.append(records[0]._replace(freq="A", time_period="2024", transformation="target"))
    records.append(records[0]._replace(value=None))
    assert summary(records, 3, catalog) == (
        "2024年1—10月 · 枣庄6个县区 · 2项指标 · 15个数，其中3个存疑 · 1格无数值"
    )


def test_the_line_names_what_is_one_and_counts_what_is_many(catalog: Catalog) -> None:
    years = [TIANJIN._replace(time_period=str(year)) for year in range(2016, 2023)]
    assert summary(years, 0, catalog) == "2016年至2022年（7期） · 天津 · 地区生产总值 · 7个数"
    mixed = [*years, TIANJIN._replace(area=None, ref_area="苏南")]
    assert "2个地区" in summary(mixed, 0, catalog)
    assert summary([], 0, catalog) == "此文件中没有读到数据。"
