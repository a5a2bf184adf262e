"""Places among areas, how they change, and rates beside the level above."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.errors import ArithmeticRefused
from cockpit.period import Period
from cockpit.position import common_period, compare, standings
from cockpit.series import Point, Series

NOW, THEN = Period.parse("M", "2024-10"), Period.parse("M", "2024-09")


def rate(now: float | None, then: float | None = None, unit: str = "%") -> Series:
    return Series(None, unit, (Point(THEN, then, "A"), Point(NOW, now, "A")))


HELD = {"A": rate(6.2, 5.0), "B": rate(5.8, 5.5), "C": rate(5.8, 5.4), "D": rate(4.9), "E": rate(None, 6.0)}  # fmt: skip  # noqa: E501


def test_places_of_tied_and_missing_figures() -> None:
    found = standings(HELD, NOW, None, 1)
    assert [(p.area, p.rank.place, p.rank.tied) for p in found.places] == [
        ("A", 1, False), ("B", 2, True), ("C", 2, True), ("D", 4, False), ("E", None, False),
    ]  # fmt: skip
    assert found.of == 4


def test_places_move_and_the_areas_compared_may_change() -> None:
    found = standings(HELD, NOW, THEN, 1)
    assert {place.area: place.moved for place in found.places} == {
        "A": 3, "B": 0, "C": 1, "D": None, "E": None,
    }  # fmt: skip
    assert (found.joined, found.left) == (("D",), ("E",))
    first = found.at("A")
    assert first is not None
    assert first.words("zh_CN") == "第1位，前进3位"


def test_a_rate_beside_the_level_above_and_the_median_of_its_peers() -> None:
    peers = {area: series for area, series in HELD.items() if area != "D"}
    found = compare(HELD["D"], rate(5.44), peers, NOW, 1)
    assert found is not None
    assert (found.superior, found.gap, found.middle, found.gap_to_middle) == (5.4, -0.5, 5.8, -0.9)
    assert found.peers == 3


def test_amounts_are_not_set_against_each_other() -> None:
    with pytest.raises(ArithmeticRefused, match="大小不同"):
        compare(rate(12.0, unit="亿元"), rate(900.0, unit="亿元"), {}, NOW, 2)


def test_a_period_few_have_is_not_the_common_one() -> None:
    late = {name: rate(None, 5.0) for name in "ABCDE"} | {"F": rate(6.0, 5.0)}
    assert common_period(late.values()) == THEN


figures = st.dictionaries(
    st.text("ABCDEFGH", min_size=1, max_size=2),
    st.none() | st.integers(-50, 50).map(lambda n: n / 10),
    min_size=1,
)


@settings(deadline=None)
@given(figures, st.sampled_from(["up", "down"]))
def test_places_are_a_permutation_with_ties(held: dict[str, float | None], direction: str) -> None:
    found = standings({a: rate(v) for a, v in held.items()}, NOW, None, 1, direction)  # type: ignore[arg-type]
    placed = [p for p in found.places if p.rank.place is not None]
    assert sorted(p.area for p in found.places) == sorted(held)
    assert {p.area for p in placed} == {a for a, v in held.items() if v is not None}
    for one in placed:
        better = [o for o in placed if o.rank.place < one.rank.place]  # type: ignore[operator]
        assert one.rank.place == len(better) + 1
        assert one.rank.tied == (sum(o.value == one.value for o in placed) > 1)
