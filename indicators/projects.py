"""Key projects and investment promotion: what is done of the year's plan."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from indicators.ratios import part_of, plan_done

PLANS = {"investment": ("key_invest", "亿元"), "starts": ("key_started", "个")}
"""What is planned, and its unit, by the code in the dimension `measure`."""


def _progress(look: Lookup) -> float | None:
    code, part = part_of(look, "measure")
    indicator, unit = PLANS.get(code, ("key_invest", "亿元"))
    done = plan_done(look, indicator, unit, part)
    return done if code in PLANS else None


SUBJECT = Subject(
    id="projects",
    name="Projects and investment promotion",
    indicators=("key_invest", "key_started", "key_progress", "invest_signed", "invest_arrived"),
    formulas=(
        Formula(
            indicator="key_progress",
            inputs=tuple(
                f"{name}{kind}"
                for name in ("key_invest", "key_started")
                for kind in ("", "/progress", "/target")
            ),
            text="done so far ÷ plan of the year × 100",
            reference="国家和地方重点项目调度制度：完成投资占年度计划投资、开工项目占计划开工项目的比重",
            compute=_progress,
            unit="%",
        ),
    ),
    panel=(
        Chart(
            name="Plan of key projects",
            strands=(
                Strand("Investment", "key_progress", breakdown=(("measure", "investment"),)),
                Strand("Starts", "key_progress", breakdown=(("measure", "starts"),)),
            ),
            transformation="level",
        ),
    ),
)
