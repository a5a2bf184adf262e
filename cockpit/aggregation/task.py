"""The request as a task for an engine, and its answer judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cockpit.aggregation.hierarchy import areas_above, industries_above
from cockpit.aggregation.request import Request
from cockpit.catalog import Catalog
from cockpit.errors import FileRefused
from cockpit.i18n import gettext as _
from cockpit.period import Period

if TYPE_CHECKING:
    import pyarrow as pa

    from cockpit.warehouse.parquet import Task

FAULTS, MEASURES, CELLS = STATEMENTS = ("unit_faults", "unit_measures", "unit_cells")


def task(asked: Request, catalog: Catalog, folder: Path) -> Task:
    """The task, with the relations beside the reported rows written into the folder."""
    from cockpit.warehouse.parquet import Task

    unit = catalog.indicators[asked.count].unit if asked.count else ""
    beside = {
        "area_above": (("area", "above"), areas_above(catalog, asked.area)),
        "industry_above": (("industry", "above"), industries_above(catalog.industries)),
        "asked": (("indicator", "unit"), [(asked.count, unit)] if asked.count else []),
    }
    written = {name: (_written(folder, name, *rows),) for name, rows in beside.items()}
    return Task(statements=STATEMENTS, relations={"reported": asked.files, **written})


def refuse_faults(answers: Mapping[str, pa.Table], catalog: Catalog) -> None:
    """Raise FileRefused, one line a fault, where the rows cannot be added up."""
    rows = [_fault(row) for row in answers[FAULTS].to_pylist()]
    faults = rows or list(_measure_faults(answers[MEASURES].to_pylist(), catalog))
    if faults:
        raise FileRefused("\n".join(faults))


def _written(
    folder: Path, name: str, columns: Sequence[str], rows: Iterable[tuple[str, ...]]
) -> Path:
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(column, pa.string()) for column in columns])
    table = pa.Table.from_pylist(
        [dict(zip(columns, row, strict=True)) for row in rows], schema=schema
    )
    place = folder / f"{name}.parquet"
    parquet.write_table(table, place)
    return place


def _fault(row: Mapping[str, Any]) -> str:
    sentences = {
        "gap": _("%(told)s rows lack a value or a code (for example of unit %(example)s)."),
        "area": _("%(told)s rows lie outside the area, or under no code (%(example)s)."),
        "industry": _("%(told)s rows have an industry not in GB/T 4754 (%(example)s)."),
        "twice": _("%(told)s figures are told twice or more by one unit (%(example)s)."),
    }
    return sentences[row["fault"]] % row


def _measure_faults(measures: Sequence[Mapping[str, Any]], catalog: Catalog) -> Iterator[str]:
    if not measures:
        yield _("There are no rows.")
    units: dict[tuple[str, ...], str] = {}
    for row in measures:
        yield from (sentence % row for sentence in _unfit(row, catalog))
        told = tuple(row[name] for name in ("indicator", "freq", "time_period", "accumulation"))
        if units.setdefault(told, row["unit"]) != row["unit"]:
            yield _("%(indicator)s of %(time_period)s is told in several units.", **row)


def _unfit(row: Mapping[str, Any], catalog: Catalog) -> Iterator[str]:
    indicator, unit = catalog.indicators.get(row["indicator"]), catalog.units.parse(row["unit"])
    if indicator is None:
        yield _("The catalogue has no indicator %(indicator)s.")
    elif indicator.aggregation != "sum":
        yield _("%(indicator)s cannot be added up over units.")
    elif unit is None or unit.dimension != catalog.units[indicator.unit].dimension:
        yield _("%(unit)s is no unit of %(indicator)s.")
    if not _is_period(row):
        yield _("%(freq)s %(time_period)s %(accumulation)s is no period.")


def _is_period(row: Mapping[str, Any]) -> bool:
    if row["accumulation"] not in ("period", "ytd", "stock"):
        return False
    try:
        Period.parse(row["freq"], row["time_period"], row["accumulation"])
    except ValueError:
        return False
    return row["freq"] in ("M", "Q", "A")
