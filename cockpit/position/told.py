"""Positions as flat rows: what the command line and the HTTP interface answer with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cockpit.catalog import Catalog
from cockpit.i18n import current_locale
from cockpit.indicator import Calculator
from cockpit.position.board import beside, places
from cockpit.position.comparison import Comparison
from cockpit.position.pace import Progress
from cockpit.position.place import Standings
from cockpit.series import Selection

PLACES = [
    "area", "name", "period", "value", "place", "tied", "of", "before", "moved", "words",
    "superior", "gap", "middle", "gap_to_middle",
]  # fmt: skip
TARGETS = [
    "year", "area", "indicator", "name", "breakdown", "measure", "unit", "target", "bound",
    "adopted", "source", "period", "value", "gap", "elapsed", "completion", "usual", "left",
    "needed", "light",
]  # fmt: skip


def ranked(
    calculator: Calculator, catalog: Catalog, selection: Selection, time_period: str | None
) -> Iterator[dict[str, Any]]:
    """The rows of the areas below the one selected; raises what `places` raises."""
    areas = [one.code for one in catalog.areas.children(selection.area)]
    found = places(calculator, catalog, selection, areas, time_period)
    return place_rows(found, beside(calculator, selection, areas, found), catalog)


def place_rows(
    found: Standings, compared: Mapping[str, Comparison], catalog: Catalog
) -> Iterator[dict[str, Any]]:
    """One row an area, the best first; percentage points to the level above and to the median."""
    for place in found.places:
        other = compared.get(place.area)
        yield {
            "area": place.area,
            "name": _area_name(catalog, place.area),
            "period": str(found.period),
            "value": place.value,
            "place": place.rank.place,
            "tied": place.rank.tied,
            "of": place.rank.of,
            "before": place.before.place if place.before else None,
            "moved": place.moved,
            "words": place.words(),
            "superior": other.superior if other else None,
            "gap": other.gap if other else None,
            "middle": other.middle if other else None,
            "gap_to_middle": other.gap_to_middle if other else None,
        }


def target_rows(met: Sequence[Progress], catalog: Catalog) -> Iterator[dict[str, Any]]:
    """One row a target; None wherever something is not known."""
    for one in met:
        target = one.target
        yield {
            "year": target.year,
            "area": target.area,
            "indicator": target.indicator,
            "name": catalog.indicators[target.indicator].name(current_locale.get()),
            "breakdown": ";".join(f"{name}={code}" for name, code in target.breakdown),
            "measure": target.measure,
            "unit": target.unit,
            "target": target.value,
            "bound": target.bound,
            "adopted": target.adopted.isoformat(),
            "source": target.source,
            "period": None if one.period is None else str(one.period),
            **{name: getattr(one, name) for name in TARGETS[TARGETS.index("value") :]},
        }


def _area_name(catalog: Catalog, code: str) -> str:
    area = catalog.areas.get(code)
    return area.name(current_locale.get()) if area else code
