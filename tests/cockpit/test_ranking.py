"""Places among areas."""

from __future__ import annotations

from cockpit.ranking import Rank, moved_words, ranks


def test_equal_figures_share_a_place_and_the_next_is_skipped() -> None:
    found = ranks({"A": 6.2, "B": 5.8, "C": 5.8, "D": 4.9, "E": None}, decimals=1)
    assert {area: rank.place for area, rank in found.items()} == {
        "A": 1, "B": 2, "C": 2, "D": 4, "E": None,
    }  # fmt: skip
    assert [rank.words("zh_CN") for rank in found.values()] == [
        "第1位", "并列第2位", "并列第2位", "第4位", "—",
    ]  # fmt: skip
    assert {rank.of for rank in found.values()} == {4}


def test_areas_compare_by_the_figures_a_reader_sees() -> None:
    assert ranks({"A": 5.84, "B": 5.76}, decimals=1)["B"] == Rank(1, tied=True, of=2)


def test_the_lowest_is_first_where_down_is_good() -> None:
    found = ranks({"A": 5.1, "B": 4.8}, decimals=1, direction="down")
    assert (found["A"].place, found["B"].place) == (2, 1)
    assert ranks({"A": 4.84, "B": 4.76}, 1, "down")["A"] == Rank(1, tied=True, of=2)


def test_a_place_moves_forward_when_its_number_falls() -> None:
    assert [moved_words(2, 3, "zh_CN"), moved_words(5, 3, "zh_CN"), moved_words(3, 3, "zh_CN")] == [
        "前进1位", "后退2位", "位次不变",
    ]  # fmt: skip
