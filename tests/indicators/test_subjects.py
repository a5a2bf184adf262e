"""Subjects share out the catalogue, and what their panels show is there to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.i18n import translate
from cockpit.indicator import Chart, Subject, grouped, subjects_by_id
from indicators import FORMULAS, SUBJECTS

WITHOUT_FORMULA = {
    "gdp_deflator": "two published levels need not be of one revision: docs/decisions/0010",
    "warn_index": "a score over many indicators, not a formula of one",
    "diffusion": "a count over many indicators, not a formula of one",
}
"""Derived indicators that no formula of their own gives, and why."""


def charts() -> Iterator[Chart]:
    for subject in SUBJECTS.values():
        for chart in subject.panel:
            yield from chart.choices()


def test_every_indicator_belongs_to_one_subject(catalog: Catalog) -> None:
    claimed = [one for subject in SUBJECTS.values() for one in subject.indicators]
    assert sorted(claimed) == sorted(catalog.indicators)


def test_every_derived_indicator_has_its_formula(catalog: Catalog) -> None:
    derived = {one.id for one in catalog.indicators.values() if one.derived}
    given = {formula.indicator for formula in FORMULAS.values()}
    assert derived - given == WITHOUT_FORMULA.keys()


def test_every_subject_has_a_standard_panel(catalog: Catalog) -> None:
    assert [subject.id for subject in SUBJECTS.values() if not subject.panel] == []
    strands = [strand for chart in charts() for strand in chart.strands]
    assert {strand.indicator for strand in strands} <= catalog.indicators.keys()
    known = set(catalog.codes)
    assert {pair for strand in strands for pair in strand.breakdown} <= known
    assert max(len(chart.strands) for chart in charts()) <= 4


def test_names_have_their_chinese() -> None:
    names = [subject.name for subject in SUBJECTS.values()]
    names += [name for chart in charts() for name in (chart.name, *(s.name for s in chart.strands))]
    short = {"GDP", "CPI", "PPI", "M2"}
    assert [n for n in names if n not in short and translate("zh_CN", n) == n] == []


def test_what_nobody_claims_is_with_its_category(catalog: Catalog) -> None:
    added = replace(catalog.indicators["fai"], id="fai_local")
    catalog = replace(catalog, indicators={**catalog.indicators, "fai_local": added})
    assert "fai_local" in grouped(catalog, SUBJECTS)["investment"]


@pytest.mark.parametrize("other", [("b", "a"), ("c",)])
def test_two_subjects_never_share(other: tuple[str, ...]) -> None:
    subjects = [Subject(id="x", name="X", indicators=("a",))]
    subjects.append(Subject(id="y", name="Y", indicators=other))
    if "a" in other:
        with pytest.raises(CatalogueFault, match="a is of x and of y"):
            subjects_by_id(subjects)
    else:
        assert list(subjects_by_id(subjects)) == ["x", "y"]
