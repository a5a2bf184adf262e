"""Known errors of publishers: dated data with a reason and a guard, never edits."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from math import isclose
from pathlib import Path
from typing import Any, Literal, cast, get_args

from cockpit.catalog import Catalog
from cockpit.catalog.sheet import Folder, Row
from cockpit.errors import CatalogueFault, NotInCatalogue
from cockpit.i18n import current_locale
from cockpit.observation import Published, Transformation
from cockpit.period import Accumulation, Freq, Period
from cockpit.series import Breakdown, SeriesKey
from cockpit.terms import freq_of

COLUMNS = (
    "indicator area breakdown time_period accumulation transformation unit wrong right date "
    "reason_zh reason_en reference"
)
UNKNOWN = "unknown"

State = Literal["applied", "superseded", "absent"]
"""The wrong value stands and is corrected; another value stands; none does."""

What = tuple[str, str, Freq, str, str, Breakdown, Period]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One figure that was published wrong; `right` None where the right value is not known."""

    indicator: str
    area: str
    breakdown: Breakdown
    freq: Freq
    period: Period
    accumulation: Accumulation
    transformation: Transformation
    unit: str
    wrong: float
    right: float | None
    since: date
    reason_zh: str
    reason_en: str
    reference: str

    @property
    def reason(self) -> str:
        """Why the published value is wrong, in the reader's language."""
        return self.reason_en if current_locale.get() == "en" else self.reason_zh

    @property
    def what(self) -> What:
        """Which figure is meant."""
        kind = (self.accumulation, self.transformation, self.breakdown)
        return (self.indicator, self.area, self.freq, *kind, self.period)

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can carry."""
        told = asdict(self) | {"breakdown": dict(self.breakdown), "since": self.since.isoformat()}
        return told | {"period": self.period.time_period(self.freq)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A correction, whether it is applied, and the value that stands published, in its unit."""

    correction: Correction
    state: State
    found: float | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """Every known correction by its figure."""

    known: Mapping[What, Correction] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """A text that changes whenever a correction does; empty where there is none."""
        told = repr(sorted(self.known.items(), key=repr))
        return hashlib.sha256(told.encode()).hexdigest()[:8] if self.known else ""

    def by(self, as_of: datetime) -> Corrections:
        """Those that were known at a UTC time."""
        kept = {what: one for what, one in self.known.items() if one.since <= as_of.date()}
        return Corrections(kept)

    def of(self, key: SeriesKey, period: Period, as_of: datetime | None) -> Correction | None:
        """The correction of a figure that was known at a UTC time, or is known now."""
        kind = (key.accumulation, key.transformation, key.breakdown)
        found = self.known.get((key.indicator, key.area, key.freq, *kind, period))
        if found is None or (as_of is not None and as_of.date() < found.since):
            return None
        return found


NOTHING_WRONG = Corrections()


def fits(correction: Correction, value: float | None, unit: str, catalog: Catalog) -> bool:
    """The guard: whether the value that stands is the wrong one."""
    if value is None:
        return False
    wrong = _in_unit(correction, correction.wrong, unit, catalog)
    return wrong is not None and isclose(value, wrong, rel_tol=1e-9)


def right_value(correction: Correction, unit: str, catalog: Catalog) -> float | None:
    """The right value in a unit; None where it is not known."""
    return _in_unit(correction, correction.right, unit, catalog)


def _in_unit(
    correction: Correction, value: float | None, unit: str, catalog: Catalog
) -> float | None:
    if value is None or unit == correction.unit:
        return value
    theirs, ours = catalog.units.parse(unit), catalog.units.parse(correction.unit)
    if theirs is None or ours is None or theirs.dimension != ours.dimension:
        return None
    return catalog.units.convert(value, correction.unit, unit)


def load_corrections(folder: Path, catalog: Catalog) -> Corrections:
    """Read every file of the folder; raises CatalogueFault naming each fault with its line."""
    files = Folder(folder, [])
    known: dict[What, Correction] = {}
    for path in sorted(folder.glob("*.csv")):
        for row in files.rows(path.name, COLUMNS):
            found = _correction(row, catalog)
            if found and found.what in known:
                row.fault("this figure is corrected by another row")
            if found:
                known[found.what] = found
    if files.faults:
        raise CatalogueFault("\n".join(files.faults))
    return Corrections(known)


def _correction(row: Row, catalog: Catalog) -> Correction | None:
    indicator = row.one_of("indicator", catalog.indicators, "indicators.csv")
    if catalog.areas.get(row.text("area")) is None:
        row.fault(f'area "{row.optional("area")}" is not in areas.csv')
    unit = catalog.units.parse(row.text("unit"))
    if unit is None:
        row.fault(f'unit "{row.optional("unit")}" is not in units.csv')
    accumulation = row.one_of("accumulation", get_args(Accumulation))
    transformation = row.one_of("transformation", get_args(Published))
    freq, period = _when(row, accumulation)
    wrong, right, since = row.number("wrong"), _right(row), row.day("date")
    told = [row.text(name) for name in ("reason_zh", "reason_en", "reference")]
    if row.faults or unit is None or freq is None or period is None:
        return None
    return Correction(
        indicator=indicator,
        area=row.text("area"),
        breakdown=row.pairs("breakdown"),
        freq=freq,
        period=period,
        accumulation=cast(Accumulation, accumulation),
        transformation=cast(Transformation, transformation),
        unit=unit.symbol,
        wrong=wrong,
        right=right,
        since=since,
        reason_zh=told[0],
        reason_en=told[1],
        reference=told[2],
    )


def _when(row: Row, accumulation: str) -> tuple[Freq | None, Period | None]:
    text = row.text("time_period")
    try:
        freq = freq_of(text)
        return freq, Period.parse(freq, text, accumulation)
    except (NotInCatalogue, ValueError):
        row.fault(f'time_period "{text}" is no period')
        return None, None


def _right(row: Row) -> float | None:
    return None if row.text("right") == UNKNOWN else row.number("right")
