"""Energy and power: consumption, and how it moves with output."""

from __future__ import annotations

from collections.abc import Callable

from cockpit.i18n import gettext as _
from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.statistics import elasticity

YEARBOOK = "国家统计局《中国统计年鉴》能源，主要统计指标解释"


def told_elasticity(rate: float | None, of_rate: float | None, look: Lookup) -> float | None:
    """One rate for a per cent of another, or the remark that the other is next to nothing."""
    found = elasticity(rate, of_rate)
    if found is None and rate is not None and of_rate is not None:
        look.remark(_("Output grew too little for an elasticity to say anything."))
    return found


def _elasticity_of(indicator: str) -> Callable[[Lookup], float | None]:
    def compute(look: Lookup) -> float | None:
        growth = look(indicator, transformation="yoy")
        return told_elasticity(growth, look("gdp", transformation="yoy"), look)

    return compute


def _formula(indicator: str, energy: str, reference: str) -> Formula:
    return Formula(
        indicator=indicator,
        inputs=(f"{energy}/yoy", "gdp/yoy"),
        text=f"{energy} (growth) ÷ gdp (growth)",
        reference=f"{YEARBOOK}：{reference}",
        compute=_elasticity_of(energy),
        unit="倍",
        accumulation="period",
        freq="A",
    )


SUBJECT = Subject(
    id="energy",
    name="Energy and power",
    indicators=(
        *("elec_total", "elec_part", "elec_industry", "elec_sector", "generation", "gas"),
        *("energy_ind", "energy_total", "energy_elasticity", "power_elasticity"),
    ),
    formulas=(
        _formula("energy_elasticity", "energy_total", "能源消费弹性系数"),
        _formula("power_elasticity", "elec_total", "电力消费弹性系数"),
    ),
    panel=(
        Chart(
            name="Electricity consumption",
            strands=(
                Strand("Whole society", "elec_total"),
                Strand("Industry", "elec_industry"),
            ),
            instead=Chart(
                name="Power generation", strands=(Strand("Power generation", "generation"),)
            ),
        ),
        Chart(
            name="Energy consumption",
            strands=(Strand("Energy consumption", "energy_total"),),
            transformation="level",
        ),
    ),
)
