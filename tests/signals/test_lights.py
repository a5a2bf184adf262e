"""Five lights: cut-offs, the composite index, its zones, and what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault
from cockpit.settings import DATA
from cockpit.signals import Cutoffs, Light, Rules, climate, load_rules, own_history
from cockpit.wording import number

CUTS = Cutoffs(1.0, 2.0, 4.0, 5.0)
OF_SCORE: dict[int, Light] = {1: "blue", 2: "light_blue", 3: "green", 4: "yellow", 5: "red"}


@pytest.fixture(scope="module")
def rules() -> Rules:
    from cockpit.catalog import load_catalog

    return load_rules(DATA / "signals", load_catalog(DATA / "catalog"))


def lit(*scores: int | None) -> dict[str, Light | None]:
    return {str(i): None if s is None else OF_SCORE[s] for i, s in enumerate(scores)}


def test_ten_lights_that_are_green_on_the_whole(rules: Rules) -> None:
    found = climate(lit(5, 4, 4, 3, 3, 3, 3, 2, 2, 1), rules.zones)
    assert (number(found.index, 1), found.light, found.missing) == ("100.0", "green", ())


@pytest.mark.parametrize(
    ("scores", "light"),
    [
        ((5,) * 5 + (4,) * 1 + (3,) * 4, "red"),  # 41 of 30: 136.67, which is printed 136.7
        ((5,) * 5 + (3,) * 5, "yellow"),
        ((4,) * 5 + (3,) * 5, "yellow"),
        ((3,) * 5 + (2,) * 5, "green"),
        ((2,) * 9 + (1,), "light_blue"),
        ((2,) * 8 + (1,) * 2, "blue"),
    ],
)
def test_zones_begin_where_they_say(rules: Rules, scores: tuple[int, ...], light: str) -> None:
    assert climate(lit(*scores), rules.zones).light == light


def test_what_is_missing_is_left_out_and_too_much_of_it_is_no_index(rules: Rules) -> None:
    some = climate(lit(4, 4, None, 4), rules.zones)
    assert (number(some.index, 1), some.missing) == ("133.3", ("2",))
    few = climate(lit(4, None, None), rules.zones)
    assert (few.index, few.light, few.missing) == (None, None, ("1", "2"))


@pytest.mark.parametrize(
    ("value", "light"),
    [(0.9, "blue"), (1.0, "light_blue"), (2.0, "green"), (4.0, "green"), (4.1, "yellow"),
     (5.0, "yellow"), (5.1, "red"), (None, None)],
)  # fmt: skip
def test_cut_offs_part_the_lights(value: float | None, light: str | None) -> None:
    assert CUTS.light(value) == light


def test_cut_offs_of_its_own_history() -> None:
    assert own_history([float(n) for n in range(1, 102)]) == Cutoffs(11.0, 31.0, 71.0, 91.0)


@settings(deadline=None)
@given(st.lists(st.floats(-100, 100), min_size=12), st.floats(-100, 100))
def test_turned_round_hot_is_cold(past: list[float], value: float) -> None:
    cuts = own_history(past)
    turn = {
        "red": "blue",
        "yellow": "light_blue",
        "green": "green",
        "light_blue": "yellow",
        "blue": "red",
    }
    assert turn[cuts.turned().light(-value) or ""] == cuts.light(value)


@settings(deadline=None)
@given(st.lists(st.none() | st.integers(1, 5), min_size=1, max_size=12))
def test_missing_is_never_a_light_nor_zero(rules: Rules, scores: list[int | None]) -> None:
    found = climate(lit(*scores), rules.zones)
    known = [score for score in scores if score is not None]
    assert len(found.missing) == len(scores) - len(known)
    if found.index is None:
        assert len(known) * 2 < len(scores) or not known
    else:
        assert min(known) / 3 * 100 <= found.index + 1e-9
        assert found.index <= max(known) / 3 * 100 + 1e-9


COMPONENT = "climate,cpi,,yoy,M,period,false,,,,,2026-01-01,x"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (COMPONENT.replace("cpi", "cpy"), "cpy"),
        (COMPONENT.replace(",,,,,2026", ",1,2,,4,2026"), "four rising"),
        (COMPONENT.replace(",,,,,2026", ",4,3,2,1,2026"), "four rising"),
        (COMPONENT.replace("false", "maybe"), "maybe"),
    ],
)
def test_a_fault_names_its_line(catalog: Catalog, tmp_path: Path, row: str, fault: str) -> None:
    for name in ("zones.csv", "pairs.csv", "components.csv"):
        (tmp_path / name).write_bytes((DATA / "signals" / name).read_bytes())
    with (tmp_path / "components.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    with pytest.raises(CatalogueFault, match=f"components.csv:12: .*{fault}"):
        load_rules(tmp_path, catalog)
