"""What people ask for (12345): how much of it is closed in time, solved and found good."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Strand, Subject
from indicators.ratios import percent_of

STANDARD = "GB/T 33358《政府热线服务评价》；地方12345政务服务便民热线考核办法"


def _rate(indicator: str, part: str, whole: str) -> Formula:
    return Formula(
        indicator=indicator,
        inputs=(part, whole),
        text=f"{part} ÷ {whole} × 100",
        reference=STANDARD,
        compute=percent_of(part, whole),
        unit="%",
    )


SUBJECT = Subject(
    id="livelihood",
    name="Public demands (12345)",
    indicators=(
        *("hotline_cases", "hotline_ontime", "hotline_solve", "hotline_satisfy", "hotline_biz"),
        *("hotline_due", "hotline_closed", "hotline_visited", "hotline_solved"),
        "hotline_satisfied",
    ),
    formulas=(
        _rate("hotline_ontime", "hotline_closed", "hotline_due"),
        _rate("hotline_solve", "hotline_solved", "hotline_visited"),
        _rate("hotline_satisfy", "hotline_satisfied", "hotline_visited"),
    ),
    panel=(
        Chart(
            name="Cases closed on time",
            strands=(
                Strand("On time", "hotline_ontime", "period"),
                Strand("Solved", "hotline_solve", "period"),
                Strand("Satisfied", "hotline_satisfy", "period"),
            ),
            transformation="level",
        ),
    ),
)
