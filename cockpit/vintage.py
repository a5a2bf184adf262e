"""Vintages: every value a figure was published with, when, and why it was revised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any, Literal

from cockpit.period import Period
from cockpit.series import SeriesKey

Reason = Literal["regular", "census", "correction"]
"""正常修订, 普查修订, 更正: why figures that stood are published anew."""

# 第四次经济普查前 names figures from before a census, which no census has revised.
_CENSUS = re.compile("普查(?!前|之前|以前)")
_CORRECTION = re.compile("更正|勘误")


def usual_reason(file_name: str) -> Reason:
    """What a publication is taken for where nobody says: the file's name tells."""
    if _CORRECTION.search(file_name):
        return "correction"
    return "census" if _CENSUS.search(file_name) else "regular"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One value of one period as a batch published it, in the series' unit; `at` is UTC."""

    period: Period
    value: float | None
    batch: int
    publication: int
    """The order of publications."""
    at: datetime
    person: str
    reason: Reason
    remark: str
    file_name: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """One period: what was published first, what stands, and everything in between."""

    period: Period
    publications: tuple[Publication, ...]
    """In the order of publication; markers of missing figures are not among them."""

    @property
    def first(self) -> Publication:
        """The value published first."""
        return self.publications[0]

    @property
    def latest(self) -> Publication:
        """The value that stands."""
        return self.publications[-1]

    @property
    def change(self) -> float | None:
        """By how much the value that stands differs from the first, in the unit."""
        if self.first.value is None or self.latest.value is None:
            return None
        # Beyond twelve digits stands only the noise of binary fractions.
        return float(f"{self.latest.value - self.first.value:.12g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One vintage of a triangle: a publication of the series."""

    publication: int
    batch: int
    at: datetime
    reason: Reason
    file_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangle:
    """Periods downwards, vintages across; a cell is the value as that vintage left it standing."""

    key: SeriesKey
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[Revised, ...]

    def cells(self, row: Revised) -> list[float | None]:
        """The value that stood for a period after each vintage; None before its first."""
        stood: dict[int, float | None] = {p.publication: p.value for p in row.publications}
        values, now = [], None
        for column in self.columns:
            now = stood.get(column.publication, now)
            values.append(now)
        return values

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can carry."""
        return {
            "key": asdict(self.key) | {"breakdown": dict(self.key.breakdown)},
            "unit": self.unit,
            "vintages": [asdict(one) | {"at": _iso(one.at)} for one in self.columns],
            "periods": [self._row(row) for row in self.rows],
        }

    def _row(self, row: Revised) -> dict[str, Any]:
        return {
            "time_period": row.period.time_period(self.key.freq),
            "first": row.first.value,
            "latest": row.latest.value,
            "change": row.change,
            "values": self.cells(row),
            "history": [_published(one, nth) for nth, one in enumerate(row.publications)],
        }


def triangle(key: SeriesKey, unit: str, published: Sequence[Publication]) -> Triangle:
    """Put publications of one series together; a missing marker replaces no figure.

    Of several cells of one file for the same period the last one counts, as it does when read.
    """
    last = {(one.period, one.publication): one for one in published if one.value is not None}
    held = list(last.values())
    ordered = sorted(held, key=lambda one: (one.period, one.publication))
    grouped = [(span, tuple(ones)) for span, ones in groupby(ordered, lambda one: one.period)]
    rows = tuple(Revised(period=span, publications=ones) for span, ones in grouped)
    return Triangle(key=key, unit=unit, columns=tuple(_columns(held)), rows=rows)


def _columns(published: Iterable[Publication]) -> list[Column]:
    found = {
        one.publication: Column(
            publication=one.publication,
            batch=one.batch,
            at=one.at,
            reason=one.reason,
            file_name=one.file_name,
        )
        for one in published
    }
    return [found[order] for order in sorted(found)]


def _published(one: Publication, nth: int) -> dict[str, Any]:
    """A publication as plain values; what comes first revises nothing."""
    fields = asdict(one) | {"at": _iso(one.at)}
    del fields["period"]
    return fields if nth else fields | {"reason": None}


def _iso(moment: datetime) -> str:
    return moment.replace(tzinfo=UTC).isoformat()
