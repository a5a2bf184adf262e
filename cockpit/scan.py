"""Published growth beside the ratio of the published levels: a check, never a growth rate.

Where growth is published at constant prices or on a comparable base (rules R and C) the ratio of
two levels is another thing and may rightly differ; where nominal growth is published (P, L) the
two ought to agree within rounding. No row is made where no growth is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from cockpit.catalog import Catalog
from cockpit.period import Period
from cockpit.wording import rounded

if TYPE_CHECKING:
    from cockpit.warehouse.parquet import Engine

STATEMENT = "growth_beside_levels"
COLUMNS = (
    *("indicator", "area", "breakdown", "freq", "time_period", "accumulation", "growth_rule"),
    *("unit", "level_before", "level", "published", "ratio_of_levels", "difference"),
)
"""`unit` is that of the two levels; the rest is in per cent and percentage points."""
_DECIMALS = 4


def scan(
    figures: Path, catalog: Catalog, engine: Engine, beyond: float, work: Path | None = None
) -> Iterator[dict[str, Any]]:
    """What an exported warehouse says of its own growth, where the two lie `beyond` so many points.

    `work` is the folder for what the engine writes on the way; it is left as it was found.
    """
    from cockpit.warehouse.parquet import Task

    task = Task(statements=(STATEMENT,), relations={"figures": (figures,)})
    with TemporaryDirectory(dir=work) as room:
        answer = engine.run(task, Path(room))[STATEMENT]
    for batch in answer.to_batches():
        yield from _told(batch.to_pylist(), catalog, Decimal(str(beyond)))


def _told(
    rows: Iterable[Mapping[str, Any]], catalog: Catalog, beyond: Decimal
) -> Iterator[dict[str, Any]]:
    bases = {unit.dimension: unit.symbol for unit in catalog.units.values() if unit.factor == 1}
    for row in rows:
        ratio = rounded(row["ratio_of_levels"], _DECIMALS)
        difference = ratio - Decimal(repr(row["published"]))
        if abs(difference) > beyond:
            unit = bases.get(row["dimension"], row["dimension"])
            told = {"unit": unit, "ratio_of_levels": float(ratio)}
            yield _line(row, catalog) | told | {"difference": float(difference)}


def _line(row: Mapping[str, Any], catalog: Catalog) -> dict[str, Any]:
    period = Period(row["start"], row["months"])
    indicator = catalog.indicators.get(row["indicator"])
    return {
        **{name: row[name] for name in ("indicator", "area", "breakdown", "freq")},
        "time_period": period.time_period(row["freq"]),
        "accumulation": row["accumulation"],
        "growth_rule": " ".join(indicator.growth_rule) if indicator else "",
        "level_before": row["level_before"],
        "level": row["level"],
        "published": row["published"],
    }
