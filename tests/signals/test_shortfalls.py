"""短板: what falls behind, and what is no reason to say so."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.ranking import Rank
from cockpit.settings import DATA
from cockpit.signals import Shortfall, Stand, load_rules, shortfalls

SHIPPED = ("falling", "behind_target", "below_superior", "last_places")


@pytest.fixture(scope="module")
def rules(catalog: Catalog) -> tuple[Shortfall, ...]:
    return load_rules(DATA / "signals", catalog).shortfalls


def place(number: int | None, of: int = 31) -> Rank:
    return Rank(number, tied=False, of=of)


@pytest.mark.parametrize(
    ("stands", "reasons"),
    [
        ({"growth": -0.4}, ["falling"]),
        ({"growth": -0.04}, []),  # printed 0.0
        ({"growth": 0.0}, []),
        ({"growth": -0.4, "direction": "down"}, []),
        ({"growth": -0.3, "direction": "neutral"}, []),
        ({"target": "behind"}, ["behind_target"]),
        ({"target": "close"}, []),
        ({"gap": -1.1}, ["below_superior"]),
        ({"gap": -1.0}, []),
        ({"gap": 1.1}, []),
        ({"gap": 1.1, "direction": "down"}, ["below_superior"]),
        ({"gap": -9.0, "direction": "neutral"}, []),
        ({"rank": place(21)}, ["last_places"]),
        ({"rank": place(20)}, []),
        ({"rank": place(9, of=12)}, ["last_places"]),
        ({"rank": place(8, of=12)}, []),
        ({"rank": place(None)}, []),
        ({"rank": place(31), "growth": -4.0, "gap": -7.0, "target": "behind"}, list(SHIPPED)),
        ({}, []),
    ],
)
def test_what_is_shipped_as_rules(
    rules: tuple[Shortfall, ...], stands: dict[str, Any], reasons: list[str]
) -> None:
    stand = Stand(**({"direction": "up"} | stands))
    assert list(shortfalls(stand, rules)) == reasons


def test_what_is_not_known_is_not_judged() -> None:
    assert not Stand(direction="up").judged
    assert Stand(direction="up", gap=0.0).judged


def test_a_later_row_replaces_an_earlier_one(catalog: Catalog, tmp_path: Path) -> None:
    rewritten(tmp_path, "last_places,25,2027-01-01,某市考核办法\n")
    found = {one.rule: one for one in load_rules(tmp_path, catalog).shortfalls}
    assert list(found) == list(SHIPPED)
    assert (found["last_places"].limit, found["last_places"].since) == (25, date(2027, 1, 1))


def test_a_rule_that_nobody_knows_is_a_fault(catalog: Catalog, tmp_path: Path) -> None:
    rewritten(tmp_path, "unlucky,0,2027-01-01,x\n")
    with pytest.raises(CatalogueFault, match=r"shortfalls\.csv:6: rule"):
        load_rules(tmp_path, catalog)


def test_a_folder_without_the_file_has_no_such_rules(catalog: Catalog, tmp_path: Path) -> None:
    rewritten(tmp_path, "")
    (tmp_path / "shortfalls.csv").unlink()
    assert load_rules(tmp_path, catalog).shortfalls == ()


def rewritten(folder: Path, row: str) -> None:
    """The shipped rules with one row more."""
    for path in (DATA / "signals").glob("*.csv"):
        (folder / path.name).write_bytes(path.read_bytes())
    with (folder / "shortfalls.csv").open("a", encoding="utf-8") as file:
        file.write(row)
