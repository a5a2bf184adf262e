"""Energy: consumption for a unit of output."""

from __future__ import annotations

from cockpit.indicator import Formula, Lookup


def _intensity(look: Lookup) -> float | None:
    energy = look("energy_total", transformation="yoy")
    output = look("gdp", transformation="yoy")
    if energy is None or output is None:
        return None
    return ((1 + energy / 100) / (1 + output / 100) - 1) * 100


FORMULAS = (
    Formula(
        indicator="energy_intensity",
        transformation="yoy",
        inputs=("energy_total/yoy", "gdp/yoy"),
        text="((1 + energy_total (growth) ÷ 100) ÷ (1 + gdp (growth) ÷ 100) − 1) × 100",
        reference="国家统计局《分省（区、市）万元地区生产总值能耗降低率等指标公报》",
        compute=_intensity,
        unit="%",
    ),
)
