"""The rules of signals as data: what is watched, with which cut-offs, and what matches what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from cockpit.catalog import Catalog
from cockpit.catalog.sheet import Folder, Row
from cockpit.errors import CatalogueFault
from cockpit.i18n import current_locale
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq
from cockpit.series import Selection
from cockpit.signals.five_lights import SCORES, Cutoffs, Light, Zone
from cockpit.signals.shortfall import Shortfall, ShortfallRule

COMPONENTS = (
    "set indicator breakdown measure freq accumulation inverse "
    "overcold cold hot overheated since source"
)
ZONES = "light since label_zh label_en mark"
PAIRS = (
    "id first first_breakdown second second_breakdown measure freq accumulation how points "
    "question_zh question_en source"
)
SHORTFALLS = "rule limit since source"
_CUTS = ("overcold", "cold", "hot", "overheated")
How = Literal["apart", "opposite"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One series of a set of lights; `cutoffs` None are those of its own history.

    An `inverse` one runs hot where it is low, as unemployment does.
    """

    asked: Selection
    inverse: bool
    cutoffs: Cutoffs | None
    since: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two series of different bureaus that move together.

    They part company where their rates are more than `points` apart; those that must be
    `opposite` for it, only where their signs differ as well.
    """

    id: str
    first: Selection
    second: Selection
    how: How
    points: float
    question_zh: str
    question_en: str
    source: str

    @property
    def question(self) -> str:
        """What to ask, in the reader's language."""
        return self.question_en if current_locale.get() == "en" else self.question_zh


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Everything in `data/signals`."""

    components: Mapping[str, tuple[Component, ...]]
    zones: tuple[Zone, ...]
    pairs: tuple[Pair, ...]
    shortfalls: tuple[Shortfall, ...] = ()


def load_rules(path: Path, catalog: Catalog) -> Rules:
    """Read the folder; raises CatalogueFault naming each fault with its line."""
    folder = Folder(path, [])
    sets: dict[str, dict[Selection, Component]] = {}
    for row in folder.rows("components.csv", COMPONENTS):
        found, name = _component(row, catalog), row.text("set")
        beside = sets.setdefault(name, {})
        if found.asked not in beside or found.since > beside[found.asked].since:
            beside[found.asked] = found
    zones = [_zone(row) for row in folder.rows("zones.csv", ZONES)]
    pairs = folder.table("pairs.csv", PAIRS, "id", lambda row: _pair(row, catalog))
    behind = _shortfalls(folder) if (path / "shortfalls.csv").exists() else ()
    if [SCORES.get(zone.light) for zone in zones] != list(SCORES.values()):
        folder.faults.append(f"zones.csv:1: expected one row for each of {', '.join(SCORES)}")
    if folder.faults:
        raise CatalogueFault("\n".join(folder.faults))
    return Rules(
        components={name: tuple(held.values()) for name, held in sets.items()},
        zones=tuple(zones),
        pairs=tuple(pair for _row, pair in pairs.values()),
        shortfalls=behind,
    )


def _shortfalls(folder: Folder) -> tuple[Shortfall, ...]:
    """The rules in the order of the file; a later row replaces an earlier one of its name."""
    found: dict[ShortfallRule, Shortfall] = {}
    for row in folder.rows("shortfalls.csv", SHORTFALLS):
        rule = cast(ShortfallRule, row.one_of("rule", get_args(ShortfallRule)))
        limit, since = row.number("limit"), row.day("since")
        one = Shortfall(rule=rule, limit=limit, since=since, source=row.text("source"))
        if rule not in found or since > found[rule].since:
            found[rule] = one
    return tuple(found.values())


def _component(row: Row, catalog: Catalog) -> Component:
    inverse, cutoffs = row.yes("inverse"), _cutoffs(row)
    return Component(
        asked=_asked(row, "indicator", "breakdown", catalog),
        inverse=inverse,
        cutoffs=cutoffs.turned() if cutoffs and inverse else cutoffs,
        since=row.day("since"),
        source=row.text("source"),
    )


def _cutoffs(row: Row) -> Cutoffs | None:
    """All four rising, or none of them."""
    values = [row.optional_number(name) for name in _CUTS]
    known = [value for value in values if value is not None]
    if not known:
        return None
    if len(known) < len(values) or known != sorted(known):
        row.fault(f"{' '.join(_CUTS)} must be four rising numbers, or all empty")
        return None
    return Cutoffs(*known)


def _zone(row: Row) -> Zone:
    return Zone(
        light=cast(Light, row.one_of("light", get_args(Light))),
        since=row.number("since"),
        label_zh=row.text("label_zh"),
        label_en=row.text("label_en"),
        mark=row.text("mark"),
    )


def _pair(row: Row, catalog: Catalog) -> Pair:
    return Pair(
        id=row.text("id"),
        first=_asked(row, "first", "first_breakdown", catalog),
        second=_asked(row, "second", "second_breakdown", catalog),
        how=cast(How, row.one_of("how", get_args(How))),
        points=row.number("points"),
        question_zh=row.text("question_zh"),
        question_en=row.text("question_en"),
        source=row.text("source"),
    )


def _asked(row: Row, indicator: str, breakdown: str, catalog: Catalog) -> Selection:
    """The series of no area yet."""
    return Selection(
        indicator=row.one_of(indicator, catalog.indicators, "indicators.csv"),
        area="",
        freq=cast(Freq, row.one_of("freq", get_args(Freq))),
        accumulation=cast(Accumulation, row.one_of("accumulation", get_args(Accumulation))),
        transformation=cast(Transformation, row.one_of("measure", get_args(Transformation))),
        breakdown=row.pairs(breakdown),
    )
