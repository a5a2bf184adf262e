"""The fifteen panels as an ordinary page would hold them: read once from the wall's own server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

GEO = Path(__file__).parents[2] / "data" / "geo" / "provinces.geojson"
LINES = {
    "fai": "ytd",
    "ind_va_growth": "ytd",
    "retail_total": "ytd",
    "budget_revenue": "ytd",
    "cpi": "period",
    "m2": "stock",
    "generation": "ytd",
}
MONTHS, QUARTERS = 25, 9


def read(url: str) -> dict[str, Any]:
    """Cards, lines, columns and a map as plain lists."""
    lines = {name: _series(url, name, "M", basis) for name, basis in LINES.items()}
    columns = _series(url, "gdp", "Q", "ytd")
    provinces = [one["id"] for one in json.loads(GEO.read_text(encoding="utf-8"))["features"]]
    shades = {area: level for area in provinces if (level := _level(url, area)) is not None}
    return {
        "cards": {name: line[-1][1] for name, line in [("gdp", columns), *lines.items()][:6]},
        "lines": {name: line[-MONTHS:] for name, line in lines.items()},
        "columns": columns[-QUARTERS:],
        "map": shades,
    }


def _series(url: str, indicator: str, freq: str, basis: str) -> list[tuple[str, float]]:
    rows = _rows(url, indicator=indicator, transformation="yoy", freq=freq, accumulation=basis)
    return [(row["time_period"], row["value"]) for row in rows if row["value"] is not None]


def _level(url: str, area: str) -> float | None:
    rows = _rows(url, indicator="gdp", area=area, freq="A")
    return rows[-1]["value"] if rows else None


def _rows(url: str, **asked: str) -> list[dict[str, Any]]:
    with urlopen(f"{url}/api/v1/observations?{urlencode(asked)}") as answer:
        return json.load(answer)
