"""What a figure was understood to be: one sentence, and where each part of it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from cockpit.catalog import Catalog
from cockpit.i18n import gettext as _
from cockpit.observation import Observation
from cockpit.wording import on_screen, period_words
from layouts import terms
from layouts.upload.doubts import why


class Fact(NamedTuple):
    """A part of what a figure is; `place` is a cell, `sheet` or `file`.

    It is empty where nothing printed says so, None where nothing has to.
    """

    name: str
    words: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure in words, its facts, and what is doubtful about it."""

    sentence: str
    facts: tuple[Fact, ...]
    doubts: tuple[str, ...]


def explained(one: Observation, evidence: Mapping[str, str], catalog: Catalog) -> Explained:
    """What a record says, beside the places that say so."""
    return Explained(_sentence(one, catalog), tuple(_facts(one, evidence, catalog)), _doubts(one))


def _sentence(one: Observation, catalog: Catalog) -> str:
    return _(
        "%(indicator)s, %(area)s, %(period)s: %(measure)s (%(basis)s) %(value)s.",
        indicator=_indicator(one, catalog),
        area=_area(one, catalog),
        period=period_words(one.period, one.freq, one.accumulation),
        measure=terms.measure(one.transformation, one.unit),
        basis=terms.basis(one.freq, one.accumulation),
        value=_value(one, catalog),
    )


def _facts(one: Observation, said: Mapping[str, str], catalog: Catalog) -> Iterator[Fact]:
    yield Fact(_("Indicator"), _indicator(one, catalog), said.get("indicator", ""))
    if one.breakdown:
        parts = tuple(sorted(one.breakdown.items()))
        yield Fact(_("Part"), terms.breakdown_words(catalog, parts), said.get("indicator", ""))
    yield Fact(_("Area"), _area(one, catalog), said.get("area", ""))
    period = period_words(one.period, one.freq, one.accumulation)
    yield Fact(_("Period"), period, said.get("time_period", ""))
    implied = None if one.freq == "A" else ""
    basis = terms.basis(one.freq, one.accumulation)
    yield Fact(_("Basis"), basis, said.get("accumulation", implied))
    implied = None if one.transformation == "level" else ""
    measure = terms.measure(one.transformation, one.unit)
    yield Fact(_("Measure"), measure, said.get("transformation", implied))
    unit = terms.unit_name(catalog, one.unit) or _("no unit")
    yield Fact(_("Unit"), unit, said.get("unit", ""))
    yield Fact(_("Value"), _as_read(one), one.cell)


def _indicator(one: Observation, catalog: Catalog) -> str:
    if one.indicator:
        return terms.indicator_name(catalog, one.indicator)
    return one.label or _("an indicator that is not named")


def _area(one: Observation, catalog: Catalog) -> str:
    if one.area:
        return terms.area_name(catalog, one.area)
    return one.ref_area or _("an area that is not named")


def _value(one: Observation, catalog: Catalog) -> str:
    if one.value is None:
        return _("no value")
    number, unit = _number(one.value), terms.unit_name(catalog, one.unit)
    if unit in ("", "%"):
        return f"{number}{unit}"
    return _("%(value)s (%(unit)s)", value=number, unit=unit)


def _number(value: float) -> str:
    return on_screen(f"{Decimal(repr(value)).normalize():f}")


def _as_read(one: Observation) -> str:
    """The stored text beside the number it was read as, where they differ."""
    if one.value is None and not one.raw.strip():
        return _("blank: a missing value")
    if one.value is None:
        return _("“%(raw)s” stands for a missing value", raw=one.raw)
    number = _number(one.value)
    if one.raw in (number, f"{Decimal(repr(one.value)).normalize():f}"):
        return number
    return _("stored as “%(raw)s”, read as %(value)s", raw=one.raw, value=number)


def _doubts(one: Observation) -> tuple[str, ...]:
    """Why to look at it; a name that the catalogue has not is said here too."""
    unknown = [
        _("the indicator is not in the catalogue yet; it is kept as printed")
        if one.indicator is None and one.label
        else "",
        _("the area is not in the catalogue; it is kept as printed")
        if one.area is None and one.ref_area and not one.needs_review
        else "",
    ]
    return (*why(one), *filter(None, unknown))
