"""Many indicators of many areas as flat rows, made in whole columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args

from cockpit.catalog import Catalog
from cockpit.figures import areas_named, known, place
from cockpit.indicator.panels import Panels
from cockpit.panel import Panel
from cockpit.period import Period
from cockpit.terms import freq_of, one_of

Measure = Literal["yoy", "level"]
HEADER = (
    *("indicator", "area", "freq", "time_period", "months", "accumulation"),
    *("transformation", "unit", "value", "kind"),
)
Row = tuple[str | int | float, ...]


def table(
    panels: Panels,
    catalog: Catalog,
    indicators: Sequence[str],
    area: str,
    areas: str,
    measure: str,
    since: str | None = None,
) -> Iterator[Row]:
    """Growth (`yoy`) or single periods (`level`) of all series asked for, in the order of HEADER.

    No indicator named means all of them; `areas` is `below`, codes, or empty for the area itself.
    Raises NotInCatalogue naming what is unknown.
    """
    one_of("transformation", measure, get_args(Measure))
    places = areas_named(catalog, place(catalog, area), areas) or (place(catalog, area),)
    first = Period.parse(freq_of(since), since).start if since else 0
    chosen = [known(catalog, code).id for code in indicators or catalog.indicators]
    make = panels.growth if measure == "yoy" else panels.single_periods
    return (row for panel in make(chosen, places) for row in _rows(panel, first))


def _rows(panel: Panel, first: int) -> Iterator[Row]:
    columns: Sequence[Any] = (panel.place, panel.start, panel.months, panel.value, panel.published)
    for where, start, months, value, published in zip(*(c.tolist() for c in columns), strict=True):
        span = Period(start, months)
        if value == value and span.end >= first:
            yield (
                panel.indicator,
                panel.areas[where],
                panel.freq,
                span.time_period(panel.freq),
                months,
                panel.accumulation,
                panel.transformation,
                panel.unit,
                value,
                "published" if published else "derived",
            )
