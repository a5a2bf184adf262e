"""Totals as a table that may leave, and as records that name its cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from cockpit.aggregation.cell import FREE, Cell, Confidentiality, Measure, Place
from cockpit.catalog import Catalog
from cockpit.catalog.areas import Area
from cockpit.observation import Observation

WITHHELD = "x"
COLUMNS = (
    *("area", "industry", *Measure._fields),
    *("value", "units", "conf_status"),
)
_VALUE = "I"
"""The letter of the column `value`."""

Statuses = Mapping[tuple[Place, Measure], Confidentiality]


def lines(cells: Iterable[Cell], statuses: Statuses) -> Iterator[Sequence[str]]:
    """A line for each total, in the order of the columns."""
    for cell in cells:
        status = statuses[cell.place, cell.measure]
        told = _raw(cell, status), str(cell.weight.units), status
        yield (*cell.place, *cell.measure, *told)


def written(table: Iterable[Sequence[str]]) -> bytes:
    """The table as CSV, the same bytes for the same input."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue().encode("utf-8-sig")


def records(
    cells: Sequence[Cell], statuses: Statuses, head: int, catalog: Catalog
) -> Iterator[Observation]:
    """One record a total of an area; `head` is the number of the line of column names.

    Totals of towns that the catalogue does not list stay in the table.
    """
    for number, cell in enumerate(cells, start=head + 1):
        area = catalog.areas.get(cell.place.area)
        if area:
            yield _record(cell, area, statuses[cell.place, cell.measure], number, catalog)


def _raw(cell: Cell, status: Confidentiality) -> str:
    return _plain(cell.total) if status == FREE else WITHHELD


def _plain(total: Decimal) -> str:
    """Without the zeros that only fill the decimals up."""
    text = f"{total:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _record(
    cell: Cell, area: Area, status: Confidentiality, line: int, catalog: Catalog
) -> Observation:
    measure, industry = cell.measure, cell.place.industry
    raw = _raw(cell, status)
    return Observation(
        sheet="",
        cell=f"{_VALUE}{line}",
        label=catalog.indicators[measure.indicator].name_zh,
        parents=(catalog.industries[industry].name_zh,) if industry else (),
        indicator=measure.indicator,
        ref_area=area.name_zh,
        area=area.code,
        breakdown={"industry": industry} if industry else {},
        freq=measure.freq,  # ty: ignore[invalid-argument-type]
        time_period=measure.time_period,
        accumulation=measure.accumulation,  # ty: ignore[invalid-argument-type]
        transformation="level",
        unit=measure.unit,
        value=float(raw) if status == FREE else None,
        status="A" if status == FREE else "M",
        raw=raw,
        evidence={"file": "file"},
    )
