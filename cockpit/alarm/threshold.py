"""Thresholds of alarms: dated rows that staff write, each with its reason and source."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, cast, get_args

from cockpit.catalog import Area, Catalog, Level
from cockpit.catalog.sheet import Folder, Row
from cockpit.errors import CatalogueFault
from cockpit.i18n import current_locale
from cockpit.observation import Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Selection

COLUMNS = (
    "id indicator breakdown where transformation freq accumulation unit comparator set release "
    "consecutive since bureau reason_zh reason_en source"
)

Comparator = Literal["below", "above"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """When a figure is beyond what may be: one row of a rule, in force from a month on.

    A figure less than (`below`) or more than (`above`) `level` in `consecutive` periods running
    sets the alarm; one that has come back as far as `release` ends it. `where` are codes of areas
    and levels of areas; `bureau` is whoever answers for it.
    """

    id: str
    selection: Selection
    where: frozenset[str]
    comparator: Comparator
    level: float
    release: float
    consecutive: int
    since: date
    bureau: str
    reason_zh: str
    reason_en: str
    source: str

    @property
    def reason(self) -> str:
        """Why there is an alarm, in the reader's language."""
        return self.reason_en if current_locale.get() == "en" else self.reason_zh

    def covers(self, area: Area) -> bool:
        """Whether the row speaks of an area."""
        return area.code in self.where or area.level in self.where

    def in_force(self, period: Period) -> bool:
        """Whether the row had been adopted when a period ended."""
        return period.end >= self.since.year * 12 + self.since.month - 1


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Every rule by its id: its rows, the one adopted last at the end."""

    rules: Mapping[str, Sequence[Threshold]] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A text that changes whenever a row does."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:8]

    def known(self, day: date | None) -> Thresholds:
        """What had been adopted by a day; everything for None."""
        if day is None:
            return self
        kept = {name: [row for row in rows if row.since <= day] for name, rows in self._all()}
        return Thresholds({name: tuple(rows) for name, rows in kept.items() if rows})

    def at(self, name: str, period: Period) -> Threshold | None:
        """The row of a rule that was in force when a period ended."""
        return in_force(self.rules.get(name, ()), period)

    def _all(self) -> Sequence[tuple[str, Sequence[Threshold]]]:
        return tuple(self.rules.items())


def in_force(rows: Sequence[Threshold], period: Period) -> Threshold | None:
    """The last of a rule's rows that had been adopted when a period ended."""
    return next((row for row in reversed(rows) if row.in_force(period)), None)


def load_thresholds(folder: Path, catalog: Catalog) -> Thresholds:
    """Read every file of the folder; raises CatalogueFault naming each fault with its line."""
    files = Folder(folder, [])
    rules: dict[str, list[Threshold]] = defaultdict(list)
    for path in sorted(folder.glob("*.csv")):
        for row in files.rows(path.name, COLUMNS):
            found = _threshold(row, catalog)
            _fits(row, found, rules[found.id])
            rules[found.id].append(found)
    if files.faults:
        raise CatalogueFault("\n".join(files.faults))
    return Thresholds({name: tuple(sorted(r, key=_since)) for name, r in sorted(rules.items())})


def _threshold(row: Row, catalog: Catalog) -> Threshold:
    row.text("where")
    known = {area.code for area in catalog.areas} | {*get_args(Level)}
    found = Threshold(
        id=row.text("id"),
        selection=_selection(row, catalog),
        where=frozenset(row.several("where", known, "areas.csv, and no level")),
        comparator=cast(Comparator, row.one_of("comparator", get_args(Comparator))),
        level=row.number("set"),
        release=row.number("release"),
        consecutive=row.integer("consecutive"),
        since=row.day("since"),
        bureau=row.one_of("bureau", catalog.bureaus, "bureaus.csv"),
        reason_zh=row.text("reason_zh"),
        reason_en=row.text("reason_en"),
        source=row.text("source"),
    )
    back = found.release - found.level
    if back * (1 if found.comparator == "below" else -1) < 0:
        row.fault(f"release {found.release:g} lies beyond set {found.level:g}")
    if found.consecutive < 1:
        row.fault("consecutive is less than 1")
    return found


def _selection(row: Row, catalog: Catalog) -> Selection:
    unit = catalog.units.parse(row.text("unit"))
    if unit is None:
        row.fault(f'unit "{row.optional("unit")}" is not in units.csv')
    kinds = (get_args(Transformation), get_args(Freq), get_args(Accumulation))
    transformation, freq, accumulation = (
        row.one_of(name, known)
        for name, known in zip(("transformation", "freq", "accumulation"), kinds, strict=True)
    )
    return Selection(
        indicator=row.one_of("indicator", catalog.indicators, "indicators.csv"),
        area="",
        freq=cast(Freq, freq),
        accumulation=cast(Accumulation, accumulation),
        transformation=cast(Transformation, transformation),
        breakdown=row.pairs("breakdown"),
        unit=unit.symbol if unit else None,
    )


def _fits(row: Row, found: Threshold, earlier: Sequence[Threshold]) -> None:
    """Rows of one id are one rule in the course of time."""
    if any(one.selection != found.selection for one in earlier):
        row.fault(f'id "{found.id}" speaks of another series above')
    if any(one.since == found.since for one in earlier):
        row.fault(f'id "{found.id}" has another row of the same day')


def _since(threshold: Threshold) -> date:
    return threshold.since
