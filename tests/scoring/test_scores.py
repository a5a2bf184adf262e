"""Standards, composite scores, what is missing, and how firm places are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from cockpit.errors import CatalogueFault, NotInCatalogue
from cockpit.scoring import (
    Deduction,
    Item,
    Scheme,
    Standard,
    assess,
    load_schemes,
    scores,
    z_scores,
)
from cockpit.series import Selection
from cockpit.settings import DATA
from cockpit.wording import number

FOUR = {"A": 2.0, "B": 5.0, "C": 6.5, "D": 8.0}
POINTS = Standard("benchmark", high=100.0, cap=2.0)
"""A standard that leaves points out of a hundred as they are."""


def said(found: dict[str, float | None], decimals: int = 2) -> list[str]:
    return [number(value, decimals) for value in found.values()]


def item(name: str, weight: float, standard: Standard = POINTS) -> Item:
    asked = Selection(indicator="gdp", area="")
    return Item(name=name, asked=asked, weight=weight, standard=standard, source="x")


def test_four_standards_of_four_figures() -> None:
    assert said(scores(Standard("min_max"), FOUR)) == ["0.00", "50.00", "75.00", "100.00"]
    assert said(z_scores(FOUR)) == ["-1.52", "-0.17", "0.51", "1.18"]
    efficacy = Standard("linear", low=2.0, high=8.0)
    assert said(scores(efficacy, FOUR)) == ["60.00", "80.00", "90.00", "100.00"]
    curve = Standard("exponential", low=2.0, high=8.0)
    assert said(scores(curve, FOUR)) == ["60.00", "77.46", "88.01", "100.00"]


def test_less_is_better_where_the_standard_says_so() -> None:
    turned = Standard("linear", low=8.0, high=2.0)
    assert said(scores(turned, FOUR)) == ["100.00", "80.00", "70.00", "60.00"]
    assert said(scores(Standard("min_max", less=True), FOUR)) == [
        "100.00", "50.00", "25.00", "0.00",
    ]  # fmt: skip
    energy = Standard("benchmark", high=4.0, cap=2.0, less=True)
    assert said(scores(energy, FOUR), 1) == ["200.0", "80.0", "61.5", "50.0"]


def test_beyond_the_standard_counts_up_to_the_cap() -> None:
    wide = {"A": 14.0, "B": -5.0}
    assert said(scores(Standard("linear", 2.0, 8.0), wide)) == ["100.00", "60.00"]
    assert said(scores(Standard("linear", 2.0, 8.0, cap=1.2), wide)) == ["108.00", "60.00"]


def test_output_per_mu_by_benchmarks() -> None:
    """临海市 2014—2016: Σ value ÷ benchmark × weight."""
    values, benchmarks = (18, 330, 2.7, 450, 0.12, 16.5), (15, 300, 3, 500, 0.1, 15)
    weights = (40, 10, 20, 15, 5, 10)
    items = [
        item(str(i), weight / 100, Standard("benchmark", high=float(benchmark), cap=2.0))
        for i, (weight, benchmark) in enumerate(zip(weights, benchmarks, strict=True))
    ]
    held = {str(i): {"E": float(value)} for i, value in enumerate(values)}
    (found,) = assess(Scheme(name="s", year=2016, items=tuple(items)), held, ["E"])
    assert number(found.value, 2) == "107.50"
    assert [number(line.weighted, 1) for line in found.lines] == [
        "48.0", "11.0", "18.0", "13.5", "6.0", "11.0",
    ]  # fmt: skip


FISCAL = Scheme(
    name="fiscal",
    year=2024,
    items=(item("rev_amt", 0.3), item("rev_g", 0.3), item("tax", 0.2), item("exp", 0.2)),
)
WHOLE = {"rev_amt": 82.0, "rev_g": 91.0, "tax": 76.0, "exp": 100.0}


def test_a_missing_item_gives_its_weight_to_the_others_and_is_named() -> None:
    held: dict[str, dict[str, float | None]] = {
        name: {"A": value, "B": value if name != "tax" else None} for name, value in WHOLE.items()
    }
    first, second = assess(FISCAL, held, ["A", "B"])
    assert (first.area, number(first.value, 2), first.missing) == ("B", "89.87", ("tax",))
    assert (second.area, number(second.value, 2), second.missing) == ("A", "87.10", ())
    assert number(first.lines[0].share, 4) == "0.3750"
    assert first.lines[2].weighted is None


def test_too_little_known_is_no_score_and_no_place() -> None:
    held: dict[str, dict[str, float | None]] = {n: {"A": v, "B": None} for n, v in WHOLE.items()}
    held["rev_amt"]["B"] = 99.0
    first, second = assess(FISCAL, held, ["A", "B"])
    assert (second.area, second.value, second.rank.place, second.rank.of) == ("B", None, None, 1)
    assert first.rank.place == 1


def test_points_are_taken_off_with_their_reason() -> None:
    less = Deduction(area="A", points=2.5, reason="迟报", source="x")
    held = {name: {"A": value} for name, value in WHOLE.items()}
    (found,) = assess(replace(FISCAL, deductions=(less,)), held, ["A"])
    assert (found.deducted, number(found.value, 2)) == (2.5, "84.60")


def test_places_that_depend_on_a_weight_are_said_to() -> None:
    close = {
        "rev_amt": {"A": 90.0, "B": 80.0, "C": 10.0},
        "rev_g": {"A": 80.0, "B": 90.1, "C": 9.0},
    }
    scheme = replace(FISCAL, items=(item("rev_amt", 0.5), item("rev_g", 0.5)))
    found = {one.area: (one.highest, one.lowest) for one in assess(scheme, close, ["A", "B", "C"])}
    assert found == {"A": (1, 2), "B": (1, 2), "C": (3, 3)}


values = st.dictionaries(st.sampled_from("ABCDEF"), st.none() | st.floats(-100, 100), min_size=1)
standards = st.sampled_from(
    [
        Standard("min_max"),
        Standard("z", less=True),
        Standard("linear", -10.0, 10.0),
        Standard("exponential", 10.0, -10.0),
        Standard("benchmark", high=20.0),
    ]
)


@settings(deadline=None)
@given(standards, values)
def test_points_stay_within_bounds_and_missing_has_none(
    standard: Standard, held: dict[str, float | None]
) -> None:
    for area, points in scores(standard, held).items():
        if held[area] is None:
            assert points is None
        elif points is not None:
            assert 0 <= points <= 100 + 1e-9


@settings(deadline=None)
@given(values, values)
def test_scores_stay_within_their_items_and_places_are_a_permutation(
    first: dict[str, float | None], second: dict[str, float | None]
) -> None:
    areas = list("ABCDEF")
    scheme = replace(FISCAL, items=(item("x", 0.7), item("y", 0.3)))
    found = assess(scheme, {"x": first, "y": second}, areas)
    assert sorted(one.area for one in found) == areas
    for one in found:
        points = [line.points for line in one.lines if line.points is not None]
        if one.value is None:
            assert one.rank.place is None
            continue
        assert min(points) - 1e-9 <= one.value <= max(points) + 1e-9
        assert sum(line.share for line in one.lines) == pytest.approx(1)
        better = [o for o in found if o.value is not None and o.rank.place < one.rank.place]  # type: ignore[operator]
        assert one.rank.place == len(better) + 1
        assert one.highest <= one.rank.place <= one.lowest  # type: ignore[operator]


ITEM = "s,2024,x,gdp,,level,A,period,100,linear,false,1,2,,x"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (ITEM.replace(",100,", ",90,"), "sum to 90"),
        (ITEM.replace("linear", "guess"), "guess"),
        (ITEM.replace(",1,2,", ",2,2,"), "two different"),
        (ITEM.replace("linear", "z"), "mean nothing"),
        (ITEM.replace("linear", "benchmark").replace(",1,2,", ",,0,"), "above 0"),
        (ITEM.replace("false", "true"), "high below low"),
        (ITEM.replace(",,x", ",0.5,x"), "below 1"),
    ],
)
def test_a_fault_in_a_scheme_is_told(
    catalog: Catalog, tmp_path: Path, row: str, fault: str
) -> None:
    head = (DATA / "scores" / "items.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "items.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
    (tmp_path / "deductions.csv").write_bytes((DATA / "scores" / "deductions.csv").read_bytes())
    with pytest.raises(CatalogueFault, match=fault):
        load_schemes(tmp_path, catalog)


def test_the_shipped_scheme_is_whole_and_others_are_not_there(catalog: Catalog) -> None:
    known = load_schemes(DATA / "scores", catalog)
    assert known.of("provinces_example").year == 2024
    with pytest.raises(NotInCatalogue, match="provinces_example 2024"):
        known.of("provinces_example", 1999)
