"""Targets kept as data: what is wrong with a row is said, and what held on a day is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.position import load_targets
from cockpit.position.targets import COLUMNS
from cockpit.settings import DATA

BUDGET = "2024,370400,budget_revenue,,level,亿元,130,at_least,5,2024-01-20,市人代会"


def written(folder: Path, *rows: str) -> Path:
    text = "\n".join((COLUMNS.replace(" ", ","), *rows))
    (folder / "市.csv").write_text(text, encoding="utf-8")
    return folder


def test_the_shipped_targets_are_whole(catalog: Catalog) -> None:
    found = load_targets(DATA / "targets", catalog)
    assert found.latest_year("000000") == 2023
    assert all(one.source for one in found.of("000000", 2023))


def test_an_adjusted_budget_replaces_the_first_from_its_day_on(
    catalog: Catalog, tmp_path: Path
) -> None:
    adjusted = BUDGET.replace("130", "124").replace("2024-01-20", "2024-09-28")
    found = load_targets(written(tmp_path, adjusted, BUDGET), catalog)
    assert [one.value for one in found.of("370400", 2024)] == [124.0]
    assert [one.value for one in found.of("370400", 2024, date(2024, 9, 1))] == [130.0]
    assert found.of("370400", 2024, date(2024, 1, 1)) == ()


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (BUDGET.replace("370400", "999999"), "999999"),
        (BUDGET.replace("亿元", "吨"), "吨"),
        (BUDGET.replace("130", "a lot"), "a lot"),
        (BUDGET.replace("130", "-5"), "-5"),
        (BUDGET.replace("level", "yoy"), "亿元"),
        (BUDGET.replace("at_least", "more"), "more"),
        (BUDGET.replace("2024-01-20", "1月"), "1月"),
        (f"{BUDGET}\n{BUDGET}", "same day"),
    ],
)
def test_a_fault_names_its_line(catalog: Catalog, tmp_path: Path, row: str, fault: str) -> None:
    with pytest.raises(CatalogueFault, match=f"市.csv:[23]: .*{fault}"):
        load_targets(written(tmp_path, row), catalog)
