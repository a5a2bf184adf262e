"""Environment: energy for a unit of output, air and water."""

from __future__ import annotations

from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject


def _intensity(look: Lookup) -> float | None:
    energy = look("energy_total", transformation="yoy")
    output = look("gdp", transformation="yoy")
    if energy is None or output is None:
        return None
    return ((1 + energy / 100) / (1 + output / 100) - 1) * 100


SUBJECT = Subject(
    id="environment",
    name="Environment",
    indicators=("energy_intensity", "pm25", "aqi_good", "water_good"),
    formulas=(
        Formula(
            indicator="energy_intensity",
            transformation="yoy",
            inputs=("energy_total/yoy", "gdp/yoy"),
            text="((1 + energy_total (growth) ÷ 100) ÷ (1 + gdp (growth) ÷ 100) − 1) × 100",
            reference="国家统计局《分省（区、市）万元地区生产总值能耗降低率等指标公报》",
            compute=_intensity,
            unit="%",
        ),
    ),
    panel=(
        Chart(
            name="Energy for a unit of GDP",
            strands=(Strand("Energy intensity", "energy_intensity", "period"),),
        ),
        Chart(
            name="Share of days with good air",
            strands=(
                Strand("Good air", "aqi_good", "period"),
                Strand("Good water", "water_good", "period"),
            ),
            transformation="level",
        ),
    ),
)
