"""The same work with pandas: groupby-apply, one series at a time, over a Parquet file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from cockpit.catalog import Catalog, Indicator

SERIES = ["indicator", "area"]
SPAN = ["start", "months"]


def growth(file: Path, catalog: Catalog) -> pd.DataFrame:
    """Growth on a year earlier of every series: published first, else computed where allowed."""
    figures = pd.read_parquet(file)
    indicators = catalog.indicators
    return figures.groupby(SERIES, sort=False).apply(
        lambda one: growth_of(one, indicators[one.name[0]])
    )


def single_periods(file: Path, catalog: Catalog) -> pd.DataFrame:
    """Levels of single periods of every series, taken out of cumulative ones."""
    figures = pd.read_parquet(file)
    levels = figures[figures["transformation"] == "level"]
    return levels.groupby(SERIES, sort=False).apply(lambda one: _single(one, catalog.indicators))


def growth_of(one: pd.DataFrame, indicator: Indicator) -> pd.Series:
    """One series' growth, published first."""
    by_span = one.set_index([*SPAN, "transformation"])["value"].unstack()
    published = by_span["yoy"] if "yoy" in by_span else by_span.iloc[:0, 0]
    if "level" not in by_span:
        return published.dropna()
    levels = by_span["level"].dropna()
    if "I" in indicator.growth_rule:
        return (levels - 100).rename("yoy")
    if not indicator.growth_may_be_computed or {"S", "D"} & set(indicator.growth_rule):
        return published.dropna()
    earlier = levels.copy()
    earlier.index = earlier.index.set_levels(earlier.index.levels[0] + 12, level=0)
    base = earlier.reindex(levels.index)
    computed = ((levels / base - 1) * 100).where((base > 0) & (levels >= 0))
    return published.dropna().combine_first(computed.dropna())


def _single(one: pd.DataFrame, indicators: Mapping[str, Indicator]) -> pd.DataFrame:
    if one["accumulation"].iloc[0] != "ytd":
        return one[[*SPAN, "value"]]
    ordered = one.assign(end=one["start"] + one["months"] - 1).sort_values("end")
    years = ordered.groupby(ordered["end"] // 12)
    value = ordered["value"] - years["value"].shift().fillna(0)
    start = (years["end"].shift() + 1).fillna(ordered["start"])
    if "S" not in indicators[one.name[0]].growth_rule:
        value = value.where((value >= 0) | years["value"].shift().isna(), np.nan)
    return pd.DataFrame({"start": start, "months": ordered["end"] - start + 1, "value": value})
