"""Every indicator of the catalogue for 31 provinces and twenty years, in its own frequency.

Made up, but shaped like the real thing: cumulative figures that rise through the year, January and
February together where the catalogue says so, published growth where growth is only published, one
month in fifty missing. Loaded through the warehouse's own statements, as one published batch.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection, insert

from benchmarks.scale.world import _publish
from cockpit.catalog import Catalog, Indicator
from cockpit.period import MONTHS
from cockpit.warehouse import arriving, schema
from cockpit.warehouse.statements import run

YEARS = range(2005, 2025)
_CHANCE = np.random.default_rng(7)


def provinces(catalog: Catalog) -> list[str]:
    """The 31 provinces that publishers report on."""
    return max(list(g.areas) for g in catalog.areas.groups.values() if len(g.areas) == 31)


def frame(catalog: Catalog) -> pd.DataFrame:
    """All figures, one a row, as the warehouse keeps them."""
    areas = provinces(catalog)
    kinds = [kind for one in catalog.indicators.values() for kind in _kinds(one, catalog)]
    return pd.concat([_figures(areas, **kind) for kind in kinds], ignore_index=True)


def load(connection: Connection, figures: pd.DataFrame) -> None:
    """Publish everything as one batch."""
    incoming = _incoming(figures)
    driver: Any = connection.connection.driver_connection
    driver.register("incoming", pa.Table.from_pandas(incoming, preserve_index=False))
    none = dict.fromkeys(("doubtful", "errors", "warnings"), 0)
    named = {"file_name": "all.csv", "sha256": "0" * 64, "source": "engine"}
    values = {"id": 1, **named, "observations": len(incoming), **none}
    with connection.begin():
        connection.execute(insert(schema.batch).values(values))
        run(connection, *arriving.ADDING)
        _publish(connection, 1, datetime(2025, 1, 20))  # noqa: DTZ001 - UTC
    driver.unregister("incoming")


def _kinds(indicator: Indicator, catalog: Catalog) -> list[dict[str, Any]]:
    freq = next((f for f in indicator.freq if f in MONTHS), "A")
    unit = indicator.display_unit or "件"
    told = {"indicator": indicator, "freq": freq, "catalog": catalog}
    growth_only = set(indicator.kinds) <= {"g", "G", "m"}
    how = indicator.accumulations[0] if indicator.accumulations else "period"
    found = [] if growth_only else [told | {"how": how, "measure": "level", "unit": unit}]
    if growth_only or {"g", "G"} & set(indicator.kinds):
        found.append(told | {"how": how, "measure": "yoy", "unit": "%"})
    return found


def _figures(
    areas: list[str], *, indicator: Indicator, catalog: Catalog, freq: str, **kind: str
) -> pd.DataFrame:
    step, how = MONTHS[freq], kind["how"]
    month = np.arange(YEARS.start * 12 + step - 1, YEARS.stop * 12, step)
    if indicator.merged_january:
        month = month[month % 12 != 0]
    month = np.tile(month, len(areas))
    start = month - month % 12 if how == "ytd" else month if how == "stock" else month - step + 1
    noise = _CHANCE.normal(1.0, 0.05, len(month))
    whole = 1 + month % 12 if how == "ytd" else 1
    level = 100 * whole * 1.05 ** ((month // 12) - YEARS.start) * noise
    unit = catalog.units.parse(kind["unit"])
    figures = pd.DataFrame(
        {
            "indicator": indicator.id, "area": np.repeat(areas, len(month) // len(areas)),
            "freq": freq, "accumulation": how, "transformation": kind["measure"],
            "unit": kind["unit"], "base_unit": unit.dimension if unit else kind["unit"],
            "start": start, "months": month - start + 1,
            "value": np.round(level if kind["measure"] == "level" else (noise - 0.95) * 100, 2),
        }
    )  # fmt: skip
    return figures[_CHANCE.random(len(figures)) > 0.02]


def _incoming(figures: pd.DataFrame) -> pd.DataFrame:
    place = np.arange(1, len(figures) + 1)
    same = {"batch": 1, "series_label": "", "series_ref_area": "", "breakdown": "", "status": "A"}
    empty = {"sheet": "", "raw": "", "parents": "[]", "reasons": "[]", "needs_review": False}
    made = figures.assign(
        **same, **empty, position=place, label=figures["indicator"], ref_area=figures["area"],
        cell="A" + pd.Series(place, index=figures.index).astype(str),
    )  # fmt: skip
    return made.astype({"batch": "int32", "start": "int32", "months": "int16"})
