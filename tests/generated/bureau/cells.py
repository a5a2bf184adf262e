"""From facets (what a row and a column say together) to a figure and its record."""

from __future__ import annotations

from typing import Any

from bureau.canvas import Cell
from bureau.figures import Facets, World, noise, rounded
from bureau.items import Item
from bureau.periods import When
from bureau.places import Place

ONE = {
    "yoy": "%",
    "mom": "%",
    "share": "%",
    "progress": "%",
    "contribution": "百分点",
    "yoy_pp": "百分点",
}


def figure(world: World, facets: Facets) -> Cell:
    """The cell at the crossing of a row and a column; an empty one where nothing is published."""
    item, when, measure = facets["item"], facets["when"], facets.get("measure", "level")
    unranked = facets.get("unranked") and measure.startswith("rank")
    if unranked or not _published(facets, item, when, measure):
        return Cell(loose=True)
    value, decimals = _value(world, facets, item, when, measure)
    number = rounded(value, decimals)
    shown = "0" if decimals == 0 else "0." + "0" * decimals
    return Cell(number, shown, truth=_truth(facets, item, when, measure) | {"value": number})


def _published(facets: Facets, item: Item, when: When, measure: str) -> bool:
    if item.quarterly and ((when.span == "period" and when.freq != "A") or when.month % 3):
        return False
    if item.kind == "growth":
        return measure in ("yoy", "rank_yoy")
    if item.kind == "rate":
        return measure in ("level", "prior", "yoy_pp")
    if item.kind == "stock":
        return not facets.get("beside")
    return True


def _value(world: World, facets: Facets, item: Item, when: When, measure: str) -> tuple[float, int]:
    place, (_, factor, decimals) = (
        facets["place"],
        facets.get("unit") or (item.unit, 1.0, item.decimals),
    )
    level = lambda at: world.level(item, place, at) * factor  # noqa: E731
    if measure in ("level", "prior"):
        return level(when.earlier() if measure == "prior" else when), decimals
    if measure in ("rank", "rank_yoy"):
        return world.rank(item, place, when, "yoy" if measure == "rank_yoy" else "level"), 0
    if measure == "yoy":
        return world.growth(item, place, when), 1
    if measure in ("target", "progress"):
        return _target(world, facets, item, when, factor, decimals)
    if measure == "share":
        whole = facets.get("whole") or facets["of"]
        return _share(world, whole, item, place, when), 1
    if measure == "yoy_pp":
        return level(when) - level(when.earlier()), decimals
    if measure == "contribution":
        part = level(when) - level(when.earlier())
        return 100 * part / (world.level(facets["of"], place, when.earlier()) * factor), 1
    return _change(world, facets, item, when, factor), decimals


def _share(world: World, whole: Any, item: Item, place: Place, when: When) -> float:
    """The part in the whole: of another place, or of another item."""
    of_place = isinstance(whole, Place)
    base = world.level(item, whole, when) if of_place else world.level(whole, place, when)
    return 100 * world.level(item, place, when) / base


def _target(
    world: World, facets: Facets, item: Item, when: When, factor: float, decimals: int
) -> tuple[float, int]:
    full = When("", when.year, 12, "A", "period")
    goal = world.level(item, facets["place"], full) * factor
    goal *= noise(0.96, 1.08, world.seed, item.series)
    if facets["measure"] == "target":
        return goal, decimals
    return 100 * world.level(item, facets["place"], when) * factor / goal, 1


def _change(world: World, facets: Facets, item: Item, when: When, factor: float) -> float:
    """Against the start of the year for a balance, else against the same period last year."""
    base = when.earlier()
    if facets.get("since") == "start":
        base = When("", when.year - 1, 12, "M", "stock")
    place = facets["place"]
    return factor * (world.level(item, place, when) - world.level(item, place, base))


def _truth(facets: Facets, item: Item, when: When, measure: str) -> dict[str, Any]:
    if measure == "prior":
        when, measure = when.earlier(), "level"
    if measure == "target":
        when = When("", when.year, 12, "A", "period")
    unit = (facets.get("unit") or (item.unit,))[0]
    truth = {
        "indicator": item.id,
        "area": facets["place"].code,
        "breakdown": dict(item.breakdown) | facets.get("breakdown", {}),
        **when.truth,
        "transformation": {"rank_yoy": "rank"}.get(measure, measure),
        "unit": ONE.get(measure, "位" if measure.startswith("rank") else unit),
        "status": "A",
        "also": when.also,
    }
    if measure == "share" and (item.id or "").startswith("gdp_"):
        truth["also"] = [*when.also, _structure(item)]
    return truth | _nature(facets, item, measure, truth)


def _structure(item: Item) -> dict[str, Any]:
    """The share of a sector in the gross product is an indicator of its own, too."""
    sector = {"gdp_primary": "1", "gdp_secondary": "2", "gdp_tertiary": "3"}[item.id or ""]
    own = {"indicator": "gdp_structure", "breakdown": {"sector": sector}}
    return own | {"transformation": "level"}


def _nature(facets: Facets, item: Item, measure: str, truth: dict[str, Any]) -> dict[str, Any]:
    """A stock stays one whatever the column says; an index carries its own base."""
    if item.kind == "stock" and measure != "target":
        return {"accumulation": "stock", "also": _yearless(truth)}
    if item.kind == "index":
        return {"transformation": "level", "unit": facets.get("base", item.unit)}
    return {}


def _yearless(truth: dict[str, Any]) -> list[dict[str, Any]]:
    """The balance at the end of the first quarter or of December has one accumulation only."""
    return [{**other, "accumulation": "stock"} for other in truth["also"] if "freq" in other]
