"""From facets (what a row and a column say together) to a figure and its record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bureau.canvas import Cell
from bureau.figures import Facets, World, noise, rounded
from bureau.items import Item
from bureau.periods import When

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
    if measure == "mom" and (item.kind != "flow" or when.month < 4):
        return False
    if item.kind == "growth":
        return measure in ("yoy", "rank_yoy")
    if item.kind == "rate":
        return measure in ("level", "prior", "yoy_pp")
    if item.kind == "stock":
        return not facets.get("beside")
    return True


Reckoned = tuple[float, int]


def _value(world: World, facets: Facets, item: Item, when: When, measure: str) -> Reckoned:
    """The figure before rounding, and how many decimals are printed."""
    if measure in RECKONING:
        return RECKONING[measure](world, facets, item, when)
    return _level(world, facets, item, when), _unit(facets, item)[2]


def _unit(facets: Facets, item: Item) -> tuple[str, float, int]:
    return facets.get("unit") or (item.unit, 1.0, item.decimals)


def _level(world: World, facets: Facets, item: Item, when: When) -> float:
    return world.level(item, facets["place"], when) * _unit(facets, item)[1]


def _prior(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    return _level(world, facets, item, when.earlier()), _unit(facets, item)[2]


def _yoy(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    return world.growth(item, facets["place"], when), 1


def _mom(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    before = _level(world, facets, item, replace(when, month=when.month - 1))
    return 100 * (_level(world, facets, item, when) / before - 1), 1


def _rank(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    return world.rank(item, facets["place"], when, "yoy"), 0


def _share(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    """The part in the whole: of another place, or of another item."""
    part = world.level(item, facets["place"], when)
    if "whole" in facets:
        return 100 * part / world.level(item, facets["whole"], when), 1
    return 100 * part / world.level(facets["of"], facets["place"], when), 1


def _pull(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    """What an item adds to the growth of the whole, in points."""
    place, before = facets["place"], when.earlier()
    part = world.level(item, place, when) - world.level(item, place, before)
    return 100 * part / world.level(facets["of"], place, before), 1


def _goal(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    full = When("", when.year, 12, "A", "period")
    goal = _level(world, facets, item, full)
    return goal * noise(0.96, 1.08, world.seed, item.series), _unit(facets, item)[2]


def _progress(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    return 100 * _level(world, facets, item, when) / _goal(world, facets, item, when)[0], 1


def _change(world: World, facets: Facets, item: Item, when: When) -> Reckoned:
    """Against the start of the year for a balance, else against the same period last year."""
    base = when.earlier()
    if facets.get("since") == "start":
        base = When("", when.year - 1, 12, "M", "stock")
    change = _level(world, facets, item, when) - _level(world, facets, item, base)
    return change, _unit(facets, item)[2]


RECKONING: dict[str, Callable[[World, Facets, Item, When], Reckoned]] = {
    "prior": _prior, "yoy": _yoy, "mom": _mom, "rank_yoy": _rank, "share": _share,
    "contribution": _pull, "target": _goal, "progress": _progress, "change": _change,
    "yoy_pp": _change,
}  # fmt: skip


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
    if facets.get("open"):
        truth["open"] = True
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
