"""What was confirmed of a family, filled into the records of its next file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from cockpit.catalog import Catalog
from cockpit.memory import Meaning, Memory, Subject, printed_key
from cockpit.memory.doubts import NO_UNIT, open_subjects, printed_of, subject_of
from cockpit.observation import Observation

_AMOUNTS = frozenset({"level", "change", "target"})
_UNITS = {"rank": "位", "yoy_pp": "个百分点", "contribution": "个百分点"}


class Recall:
    """The answers of one family; they fill in what is open, and never change what is certain.

    One name may be certain in a sheet that prints its unit or its subject, and open in the next.
    """

    def __init__(self, memory: Memory, catalog: Catalog, *, several: bool = False) -> None:
        """`several`: the file has several sheets, so that answers are about one of them."""
        self._catalog = catalog
        self._several = several
        self._said = {
            (one.subject, printed_key(one.printed)): one.meaning for one in memory.answers
        }

    def asks_headings(self) -> bool:
        """Whether an answer is about a column, so that headings have to be looked up."""
        return any(subject == "column" for subject, _ in self._said)

    def about(self, subject: Subject, printed: str) -> Meaning | None:
        """What was confirmed about a text, or None."""
        if subject == "column" and not printed:
            return None
        return self._said.get((subject, printed_key(printed)))

    def is_figure(self, one: Observation, heading: str) -> bool:
        """Whether a record is to be kept, and its column not left out."""
        asked = any(subject == "column" for subject, _ in open_subjects(one))
        return not asked or "skip" not in (self._of("column", one, heading) or {})

    def apply(self, one: Observation, heading: str = "") -> Observation:
        """A record with what was confirmed filled in, and without the doubts that this settles."""
        done: set[Subject] = set()
        asked = {subject for subject, _ in open_subjects(one)}
        for subject, fill in self._fills():
            known = subject in asked and self._of(subject, one, heading)
            meaning = known or None
            filled = fill(one, meaning) if meaning else None
            if filled is not None:
                one = filled
                done.add(subject)
        return self._without(one, heading, done)

    def open(self, one: Observation, heading: str = "") -> frozenset[Subject]:
        """The subjects that a person is still to be asked about; `one` as `apply` left it."""
        return frozenset(
            subject
            for subject, reason in open_subjects(one)
            if "keep" not in (self._of(subject, one, heading, reason) or ())
        )

    def _of(
        self, subject: Subject, one: Observation, heading: str, reason: str = ""
    ) -> Meaning | None:
        sheet = one.sheet if self._several else ""
        printed = printed_of(subject, one, heading=heading, reason=reason, sheet=sheet)
        return self.about(subject, printed)

    def _fills(self) -> list[tuple[Subject, Callable[[Observation, Meaning], Observation | None]]]:
        return [
            ("column", _counted),
            ("indicator", self._named),
            ("label", self._named),
            ("region", _placed),
            ("unit", self._measured),
            ("period", _dated),
        ]

    def _without(self, one: Observation, heading: str, done: Collection[Subject]) -> Observation:
        """The record without settled reasons; one of no subject is settled by its own words."""
        left = tuple(
            reason
            for reason in one.reasons
            if subject_of(reason) not in done and self._of("doubt", one, heading, reason) is None
        )
        if left == one.reasons:
            return one
        return one._replace(reasons=left, needs_review=bool(left))

    def _named(self, one: Observation, meaning: Meaning) -> Observation | None:
        """The indicator that was named; None where the figure is counted in a unit of another kind.

        A stock stays one, whatever the heading accumulates.
        """
        if "keep" in meaning:
            return one
        indicator = self._catalog.indicators.get(meaning["indicator"])
        if indicator is None:
            return None
        unit = meaning.get("unit") or one.unit
        if one.transformation in _AMOUNTS and not self._alike(unit, indicator.unit):
            return None
        is_stock = indicator.accumulations == ("stock",)
        parts = dict(part.split("=", 1) for part in meaning.get("breakdown", "").split(";") if part)
        filled = one._replace(indicator=indicator.id, breakdown=parts or one.breakdown)
        filled = filled._replace(unit=unit) if one.transformation in _AMOUNTS else filled
        if meaning.get("unit"):
            left = tuple(reason for reason in one.reasons if subject_of(reason) != "unit")
            filled = filled._replace(reasons=left, needs_review=bool(left))
        return filled._replace(accumulation="stock") if is_stock else filled

    def _alike(self, unit: str, other: str) -> bool:
        here, there = self._catalog.units.parse(unit), self._catalog.units.parse(other)
        return not (unit and here and there) or here.dimension == there.dimension

    def _measured(self, one: Observation, meaning: Meaning) -> Observation | None:
        """The unit that was named; `keep` takes the catalogue's where nothing else is known."""
        if one.transformation not in _AMOUNTS:
            return one if "keep" in meaning else None
        if "unit" in meaning:
            return one._replace(unit=meaning["unit"])
        known = self._catalog.indicators.get(one.indicator or "")
        return one._replace(unit=known.unit) if known and NO_UNIT in one.reasons else one


def _counted(one: Observation, meaning: Meaning) -> Observation | None:
    """How a column was said to count; a rate is in per cent whatever stood there before."""
    if "keep" in meaning:
        return one
    if "transformation" not in meaning:
        return None
    given: dict[str, Any] = {"transformation": meaning["transformation"]}
    if meaning.get("accumulation") and one.accumulation != "stock":
        given["accumulation"] = meaning["accumulation"]
    if given["transformation"] not in _AMOUNTS:
        given["unit"] = _UNITS.get(given["transformation"], "%")
    return one._replace(**given)


def _placed(one: Observation, meaning: Meaning) -> Observation:
    return one._replace(area=meaning["area"]) if "area" in meaning else one


def _dated(one: Observation, meaning: Meaning) -> Observation:
    return one._replace(time_period=meaning["time_period"]) if "time_period" in meaning else one
