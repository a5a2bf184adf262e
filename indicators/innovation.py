"""Innovation: research spending, patents, high-tech enterprises."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from indicators.ratios import percent_of, quotient, whole_years


def _per_ten_thousand(look: Lookup) -> float | None:
    held = look("patents_held", accumulation="stock", unit="件")
    return quotient(held, look("pop_resident", accumulation="stock", unit="万人"))


SUBJECT = Subject(
    id="innovation",
    name="Innovation",
    indicators=("hightech_firms", "rd_spending", "rd_intensity", "patents_held", "patents"),
    formulas=(
        Formula(
            indicator="rd_intensity",
            inputs=("rd_spending", "gdp"),
            text="rd_spending ÷ gdp × 100",
            reference="国家统计局、科学技术部、财政部《全国科技经费投入统计公报》：R&D经费与国内生产总值之比",
            compute=percent_of("rd_spending", "gdp"),
            unit="%",
            freq="A",
        ),
        Formula(
            indicator="patents",
            inputs=("patents_held", "pop_resident"),
            text="patents_held ÷ pop_resident",
            reference="国务院《“十四五”国家知识产权保护和运用规划》：每万人口高价值发明专利拥有量",
            compute=_per_ten_thousand,
            unit="件",
            freq="A",
            accumulation="period",
            spans=whole_years,
        ),
    ),
    panel=(
        Chart(
            name="R&D intensity",
            strands=(Strand("R&D intensity", "rd_intensity"),),
            transformation="level",
        ),
    ),
)
