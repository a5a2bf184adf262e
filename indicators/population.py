"""Population: residents, and how many of them live in towns."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.statistics import share
from indicators.ratios import whole_years

TOWNS = (("locality", "urban"),)


def _urban_share(look: Lookup) -> float | None:
    whole = look("pop_resident", accumulation="stock", unit="人")
    return share(look("pop_resident", accumulation="stock", unit="人", breakdown=TOWNS), whole)


SUBJECT = Subject(
    id="population",
    name="Population",
    indicators=("pop_resident", "pop_registered", "urbanization"),
    formulas=(
        Formula(
            indicator="urbanization",
            inputs=("pop_resident",),
            text="pop_resident (urban) ÷ pop_resident × 100",
            reference="国家统计局《中国统计年鉴》人口，主要统计指标解释：城镇人口占总人口的比重",
            compute=_urban_share,
            unit="%",
            freq="A",
            accumulation="period",
            spans=whole_years,
        ),
    ),
    panel=(
        Chart(
            name="Urbanisation rate",
            strands=(Strand("Urbanisation rate", "urbanization", "period"),),
            transformation="level",
        ),
        Chart(
            name="Resident population",
            strands=(Strand("Residents", "pop_resident", "stock"),),
            transformation="level",
        ),
    ),
)
