"""Household income: town against country."""

from __future__ import annotations

from cockpit.indicator import Formula, Lookup


def _gap(look: Lookup) -> float | None:
    urban, rural = look("income_urban"), look("income_rural")
    return None if urban is None or not rural else urban / rural


FORMULAS = (
    Formula(
        indicator="income_gap",
        inputs=("income_urban", "income_rural"),
        text="income_urban ÷ income_rural",
        reference="国家统计局“居民收入和消费支出情况”发布稿：城乡居民人均可支配收入比值（农村居民＝1）",
        compute=_gap,
        unit="倍",
    ),
)
