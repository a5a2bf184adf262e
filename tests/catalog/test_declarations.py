"""The shipped catalogue is whole, and its rules hold together."""

from __future__ import annotations

import re

import pytest

from cockpit.catalog import Catalog

INDUSTRY_SIZES = {1: 20, 3: 97, 4: 473, 5: 1381}
"""Sections, divisions, groups and classes of GB/T 4754-2017 by the length of their codes."""


def test_its_size(catalog: Catalog) -> None:
    assert len(catalog.indicators) == 216
    assert len(catalog.categories) == 25
    lengths = [len(code) for code in catalog.industries]
    assert {size: lengths.count(size) for size in set(lengths)} == INDUSTRY_SIZES


def test_nothing_is_declared_and_never_used(catalog: Catalog) -> None:
    indicators = catalog.indicators.values()
    assert {one.category for one in indicators} == set(catalog.categories)
    assert {code for one in indicators for code in one.bureau} == set(catalog.bureaus)
    assert {dim for one in indicators for dim in one.dims} == set(catalog.dimensions)


def test_texts_are_sentences_in_their_language(catalog: Catalog) -> None:
    for one in catalog.indicators.values():
        assert re.search(r"[\u4e00-\u9fff].*。$", one.definition_zh), one.id
        assert re.fullmatch(r"[A-Z0-9][^\u4e00-\u9fff]+\.", one.definition_en), one.id
        assert not re.search(r"[\u4e00-\u9fff]", one.name_en), one.id


def test_no_working_note_is_left_in_a_text(catalog: Catalog) -> None:
    marks = re.compile(r"\[[VKD]\d*\]|§|\*\*|\bTODO\b")
    noted = [
        one.id
        for one in catalog.indicators.values()
        if marks.search(f"{one.definition_zh}{one.definition_en}{one.reference}{one.lag_note}")
    ]
    assert noted == []


@pytest.mark.parametrize("indicator", ["gdp", "ind_va_growth", "fai", "ind_profit", "elec_total"])
def test_growth_that_must_be_published(catalog: Catalog, indicator: str) -> None:
    assert catalog.indicators[indicator].published_growth
    assert not catalog.indicators[indicator].growth_may_be_computed


@pytest.mark.parametrize("indicator", ["budget_revenue", "trade_total", "pop_resident", "deposits"])
def test_growth_that_may_be_computed(catalog: Catalog, indicator: str) -> None:
    assert catalog.indicators[indicator].growth_may_be_computed


@pytest.mark.parametrize("indicator", ["tax_share", "cpi", "trade_balance", "unemp_survey"])
def test_growth_that_means_nothing(catalog: Catalog, indicator: str) -> None:
    assert not catalog.indicators[indicator].published_growth
    assert not catalog.indicators[indicator].growth_may_be_computed


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("retail_total", ("ytd", "period")),
        ("deposits", ("stock",)),
        ("cpi", ("period",)),
        ("fai_infra", ("ytd",)),
        ("ind_va_growth", ("ytd", "period")),
        ("ind_loss_units", ("stock", "period")),
    ],
)
def test_how_figures_accumulate(
    catalog: Catalog, indicator: str, expected: tuple[str, ...]
) -> None:
    assert catalog.indicators[indicator].accumulations == expected


def test_every_indicator_accumulates_somehow(catalog: Catalog) -> None:
    assert [one.id for one in catalog.indicators.values() if not one.accumulations] == []


def test_levels_are_shown_in_a_unit_they_can_be_kept_in(catalog: Catalog) -> None:
    units = catalog.units
    for one in catalog.indicators.values():
        if one.unit:
            assert units[one.unit].dimension == units[one.display_unit].dimension, one.id


def test_codes_of_the_publisher_are_told_apart_by_database_and_years(catalog: Catalog) -> None:
    keys = [(code.database, code.code, code.valid_from) for code in catalog.nbs_codes]
    assert len(set(keys)) == len(keys)
    held = {code.indicator for code in catalog.nbs_codes if code.code == "A010101"}
    assert held == {"gdp"}


def test_names_of_codes_in_both_languages(catalog: Catalog) -> None:
    assert catalog.code_name("industry", "C26", "zh_CN") == "化学原料和化学制品制造业"
    assert catalog.code_name("industry", "C2614", "en") == "有机化学原料制造"
    assert catalog.code_name("house", "new", "en") == "New dwellings"
    assert catalog.code_name("product", "unheard-of", "en") == "unheard-of"
