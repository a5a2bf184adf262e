"""National accounts: structure, contributions, output per head."""

from __future__ import annotations

from collections.abc import Iterator

from cockpit.i18n import gettext as _
from cockpit.indicator import Chart, Formula, Lookup, Strand, Subject
from cockpit.statistics import share
from cockpit.wording import rounded
from indicators.ratios import YEAR_ENDS, per_head, percent_of

SECTORS = {"1": "gdp_primary", "2": "gdp_secondary", "3": "gdp_tertiary"}
"""The three sectors (三次产业) by their code in the dimension `sector`."""

LEAST_GROWTH = 0.5
"""Below this growth of GDP, in per cent, rates of contribution say nothing and are withheld."""

YEARBOOK = "国家统计局《中国统计年鉴》国民经济核算，主要统计指标解释"


CONTRIBUTION_NOTE = (
    "weights are current-price shares a year earlier; good to about 2 percentage points"
)


def _structure(look: Lookup) -> float | None:
    whole = look("gdp", breakdown=())
    sector = SECTORS.get(dict(look.breakdown).get("sector", ""))
    return share(look(sector, breakdown=()), whole) if sector else None


def _contribution(look: Lookup) -> float | None:
    growth = look("gdp", transformation="yoy", breakdown=())
    pulls = {
        code: look(sector, transformation="contribution", breakdown=())
        for code, sector in SECTORS.items()
    }
    own = pulls.get(dict(look.breakdown).get("sector", ""))
    known = [pull for pull in pulls.values() if pull is not None]
    if growth is None or own is None or len(known) < len(SECTORS):
        return None
    if abs(rounded(growth, 1)) < LEAST_GROWTH:
        look.remark(_("Growth is too small for rates of contribution to say anything."))
        return None
    return own / sum(known) * 100


def _formulas() -> Iterator[Formula]:
    yield Formula(
        indicator="gdp_structure",
        inputs=("gdp", *SECTORS.values()),
        text="value added of the sector ÷ gdp × 100",
        reference=YEARBOOK,
        compute=_structure,
        unit="%",
    )
    yield Formula(
        indicator="gdp_contribution",
        inputs=("gdp/yoy", *(f"{sector}/contribution" for sector in SECTORS.values())),
        text="pull of the sector ÷ pull of the three sectors × 100",
        reference=f"{YEARBOOK}；贡献率按上年同期现价比重近似",
        compute=_contribution,
        unit="%",
        note=CONTRIBUTION_NOTE,
        estimate=True,
    )
    yield Formula(
        indicator="gdp_per_capita",
        inputs=("gdp", "pop_resident"),
        text=f"gdp ÷ ({YEAR_ENDS})",
        reference=YEARBOOK,
        compute=per_head("gdp", "元"),
        unit="元",
        freq="A",
    )
    yield Formula(
        indicator="private_va_share",
        inputs=("private_va", "gdp"),
        text="private_va ÷ gdp × 100",
        reference="各省民营经济统计办法：民营经济增加值占地区生产总值的比重，口径由各省规定",
        compute=percent_of("private_va", "gdp"),
        unit="%",
    )
    yield Formula(
        indicator="digital_core_share",
        inputs=("digital_core_va", "gdp"),
        text="digital_core_va ÷ gdp × 100",
        reference="国家统计局《数字经济及其核心产业统计分类（2021）》",
        compute=percent_of("digital_core_va", "gdp"),
        unit="%",
        freq="A",
    )


SUBJECT = Subject(
    id="gdp",
    name="National accounts",
    indicators=(
        *("gdp", "gdp_primary", "gdp_secondary", "gdp_tertiary", "va_industry", "va_sector"),
        *("gdp_per_capita", "gdp_structure", "gdp_contribution", "gdp_deflator"),
        *("private_va", "private_va_share", "digital_core_va", "digital_core_share"),
    ),
    formulas=tuple(_formulas()),
    panel=(
        Chart(
            name="GDP",
            strands=(
                Strand("GDP", "gdp"),
                Strand("Primary", "gdp_primary"),
                Strand("Secondary", "gdp_secondary"),
                Strand("Tertiary", "gdp_tertiary"),
            ),
            instead=Chart(name="GDP", strands=(Strand("GDP", "gdp"),), transformation="level"),
        ),
        Chart(
            name="GDP per head",
            strands=(Strand("GDP per head", "gdp_per_capita"),),
            transformation="level",
        ),
    ),
)
