"""What may not leave, and that it does not come back by subtraction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.aggregation.cell import FREE, Cell, Measure, Place, Weight
from cockpit.aggregation.hierarchy import industry_above
from cockpit.aggregation.protection import judged, protected, together

MEASURE = Measure("ind_revenue", "M", "2024-10", "ytd", "千元")
CITY = "370400"


def weight(*amounts: float) -> Weight:
    sizes = sorted((Decimal(str(abs(a))) for a in amounts), reverse=True)
    return Weight(len(sizes), sum(sizes, Decimal(0)), *[*sizes, Decimal(0), Decimal(0)][:2])


def area_above(code: str) -> str | None:
    return None if code == CITY else CITY


@pytest.mark.parametrize(
    ("amounts", "status"),
    [
        ((120, 35, 20, 9, 6), "F"),
        ((120, 35), "A"),
        ((120, 35, 1), "O"),
        ((80, 80, 12, 12, 4), "O"),
        ((-120, -35, -20, -9, -6), "F"),
        ((0, 0, 0), "F"),
    ],
)
def test_units_and_dominance(amounts: Sequence[float], status: str) -> None:
    assert judged(weight(*amounts)) == status


Reported = Mapping[Place, Sequence[int]]
"""What single units reported, by county and division."""

reports: st.SearchStrategy[Reported] = st.dictionaries(
    st.builds(
        Place,
        st.sampled_from(["370402", "370403", "370404", "370405"]),
        st.sampled_from(["B06", "C13", "C14", "C26", "C-"]),
    ),
    st.lists(st.integers(0, 1000), min_size=1, max_size=6),
    min_size=1,
)


def every_cell(reported: Reported) -> dict[Place, list[int]]:
    found: dict[Place, list[int]] = {}
    for place, amounts in reported.items():
        for area in (place.area, CITY):
            for industry in (place.industry, place.industry[0], ""):
                found.setdefault(Place(area, industry), []).extend(amounts)
    return found


def sums(cells: Mapping[Place, object]) -> Iterator[tuple[Place, list[Place]]]:
    ways = {
        "area": lambda p: p._replace(area=CITY) if p.area != CITY else None,
        "industry": lambda p: (
            p._replace(industry=industry_above(p.industry)) if p.industry else None
        ),
    }
    for whole_of in ways.values():
        held = sorted((p for p in cells if whole_of(p)), key=lambda p: (whole_of(p), p))
        for whole, parts in groupby(held, whole_of):
            yield whole, list(parts)


@settings(deadline=None)
@given(reports)
def test_no_sum_gives_a_withheld_cell_away(reported: Reported) -> None:
    amounts = every_cell(reported)
    weights = {place: weight(*told) for place, told in amounts.items()}
    cells = [Cell(p, MEASURE, w.magnitude, w) for p, w in weights.items()]
    status = {p: s for (p, _), s in protected(cells, area_above, industry_above).items()}
    assert all(status[p] != FREE for p, w in weights.items() if judged(w) != FREE)
    for whole, parts in sums(weights):
        hidden = [p for p in parts if p.is_rest or status[p] != FREE]
        if whole.is_rest or not hidden:
            assert whole.is_rest or status[whole] == FREE
        elif status[whole] == FREE:
            assert judged(together(weights[p] for p in hidden)) == FREE
            assert len(hidden) > 1 or hidden[0].is_rest


def test_cells_that_need_no_protection_are_left_alone() -> None:
    weights = {Place(CITY, ""): weight(*[10] * 6), Place("370402", ""): weight(*[10] * 6)}
    cells = [Cell(p, MEASURE, w.magnitude, w) for p, w in weights.items()]
    assert set(protected(cells, area_above, industry_above).values()) == {FREE}
