"""Schemes of assessment: items, weights and standards of a year, as data."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from cockpit.catalog import Catalog
from cockpit.catalog.sheet import Folder, Row
from cockpit.errors import CatalogueFault, NotInCatalogue
from cockpit.i18n import gettext as _
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq
from cockpit.scoring.standard import Standard, Way
from cockpit.series import Selection

ITEMS = (
    "scheme year item indicator breakdown measure freq accumulation weight way less low high cap "
    "source"
)
DEDUCTIONS = "scheme year area points adopted reason source"
_RELATIVE = ("min_max", "z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a scheme; `weight` is a share of the whole."""

    name: str
    asked: Selection
    weight: float
    standard: Standard
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """Points taken off (or, negative, given) for a reason that no figure holds."""

    area: str
    points: float
    reason: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A scheme as it holds in one year; standards of other years stay what they were."""

    name: str
    year: int
    items: tuple[Item, ...]
    deductions: tuple[Deduction, ...] = ()


@dataclass(frozen=True, slots=True)
class Schemes:
    """Every scheme by its name and year."""

    known: Mapping[tuple[str, int], Scheme] = field(default_factory=dict)

    def of(self, name: str, year: int | None = None) -> Scheme:
        """A scheme, of its last year by default; raises NotInCatalogue where there is none."""
        years = [when for known, when in self.known if known == name]
        if not years or (year is not None and year not in years):
            listed = ", ".join(f"{known} {when}" for known, when in sorted(self.known))
            raise NotInCatalogue(
                _("There is no scheme %(name)s; known are: %(known)s.", name=name, known=listed)
            )
        return self.known[name, max(years) if year is None else year]


def load_schemes(path: Path, catalog: Catalog) -> Schemes:
    """Read the folder; raises CatalogueFault naming each fault with its line."""
    folder = Folder(path, [])
    items: dict[tuple[str, int], list[Item]] = {}
    for row in folder.rows("items.csv", ITEMS):
        items.setdefault((row.text("scheme"), row.integer("year")), []).append(_item(row, catalog))
    for (name, year), held in items.items():
        whole = sum(item.weight for item in held)
        if abs(whole - 1) > 1e-9:
            folder.faults.append(
                f"items.csv:1: weights of {name} {year} sum to {whole * 100:g}, not to 100"
            )
    less = _deductions(folder, items, catalog)
    if folder.faults:
        raise CatalogueFault("\n".join(folder.faults))
    return Schemes(
        {
            (name, year): Scheme(
                name=name,
                year=year,
                items=tuple(held),
                deductions=tuple(less.get((name, year), ())),
            )
            for (name, year), held in items.items()
        }
    )


def _item(row: Row, catalog: Catalog) -> Item:
    return Item(
        name=row.text("item"),
        asked=Selection(
            indicator=row.one_of("indicator", catalog.indicators, "indicators.csv"),
            area="",
            breakdown=row.pairs("breakdown"),
            transformation=cast(Transformation, row.one_of("measure", get_args(Transformation))),
            freq=cast(Freq, row.one_of("freq", get_args(Freq))),
            accumulation=cast(Accumulation, row.one_of("accumulation", get_args(Accumulation))),
        ),
        weight=_weight(row),
        standard=_standard(row),
        source=row.text("source"),
    )


def _weight(row: Row) -> float:
    weight = row.number("weight")
    if not 0 < weight <= 100:
        row.fault(f'weight "{row.optional("weight")}" is not above 0 and at most 100')
    return weight / 100


def _standard(row: Row) -> Standard:
    """What a way needs: two values that differ, a benchmark above zero, or nothing."""
    way = cast(Way, row.one_of("way", get_args(Way)))
    low, high = row.optional_number("low"), row.optional_number("high")
    cap, less = row.optional_number("cap"), row.yes("less")
    if way in ("linear", "exponential") and (low is None or high is None or low == high):
        row.fault("low and high must be two different numbers")
    if way in ("linear", "exponential") and less:
        row.fault("where less is better, write high below low")
    if way == "benchmark" and (high is None or high <= 0):
        row.fault("high must be the benchmark, a number above 0")
    if way in _RELATIVE and (low is not None or high is not None):
        row.fault(f"low and high mean nothing for {way}")
    if cap is not None and cap < 1:
        row.fault(f'cap "{row.optional("cap")}" is below 1')
    return Standard(way, low, high, 1.0 if cap is None else cap, less)


def _deductions(
    folder: Folder, schemes: Collection[tuple[str, int]], catalog: Catalog
) -> Mapping[tuple[str, int], list[Deduction]]:
    found: dict[tuple[str, int], list[Deduction]] = {}
    for row in folder.rows("deductions.csv", DEDUCTIONS):
        which = (row.text("scheme"), row.integer("year"))
        if which not in schemes:
            row.fault(f"there is no scheme {which[0]} {which[1]} in items.csv")
        if catalog.areas.get(row.text("area")) is None:
            row.fault(f'area "{row.optional("area")}" is not in areas.csv')
        row.day("adopted")
        found.setdefault(which, []).append(
            Deduction(
                area=row.text("area"),
                points=row.number("points"),
                reason=row.text("reason"),
                source=row.text("source"),
            )
        )
    return found
