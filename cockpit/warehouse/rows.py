"""Observations and issues as rows, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cockpit.catalog import Catalog
from cockpit.observation import Issue, Observation, Status, withheld
from cockpit.period import Period
from cockpit.series import Breakdown


def incoming(
    batch: int, observations: Sequence[Observation], catalog: Catalog
) -> Iterator[dict[str, Any]]:
    """One row an observation: its own fields, and those that name its series."""
    for position, record in enumerate(observations, start=1):
        period = record.period
        yield {
            "batch": batch,
            "position": position,
            "start": period.start,
            "months": period.months,
            **_series_fields(record, catalog),
            **_cell_fields(record),
        }


def _series_fields(record: Observation, catalog: Catalog) -> dict[str, str]:
    unit = catalog.units.parse(record.unit)
    return {
        "indicator": record.indicator or "",
        "series_label": "" if record.indicator else " › ".join((*record.parents, record.label)),
        "area": record.area or "",
        "series_ref_area": "" if record.area else record.ref_area,
        "freq": record.freq,
        "accumulation": record.accumulation,
        "transformation": record.transformation,
        "base_unit": unit.dimension if unit else record.unit,
        "breakdown": write_breakdown(tuple(record.breakdown.items())),
    }


def _cell_fields(record: Observation) -> dict[str, Any]:
    return {
        "value": record.value,
        "unit": record.unit,
        "status": _status(record),
        "sheet": record.sheet,
        "cell": record.cell,
        "raw": record.raw,
        "label": record.label,
        "parents": json.dumps(record.parents, ensure_ascii=False),
        "ref_area": record.ref_area,
        "needs_review": record.needs_review,
        "reasons": json.dumps(record.reasons, ensure_ascii=False),
    }


def _status(record: Observation) -> Status:
    """What the cell says; a figure withheld is not one that nobody has."""
    return "Q" if record.value is None and withheld(record.raw) else record.status


def observation(row: Mapping[str, Any]) -> Observation:
    """Rebuild the record from a joined row of observation and series."""
    period = Period(row["start"], row["months"])
    return Observation(
        sheet=row["sheet"],
        cell=row["cell"],
        label=row["label"],
        parents=tuple(json.loads(row["parents"])),
        indicator=row["indicator"] or None,
        ref_area=row["ref_area"],
        area=row["area"] or None,
        breakdown=dict(read_breakdown(row["breakdown"])),
        freq=row["freq"],
        time_period=period.time_period(row["freq"]),
        accumulation=row["accumulation"],
        transformation=row["transformation"],
        unit=row["unit"],
        value=row["value"],
        status=row["status"],
        raw=row["raw"],
        needs_review=row["needs_review"],
        reasons=tuple(json.loads(row["reasons"])),
    )


def issue_row(batch: int, position: int, issue: Issue) -> dict[str, Any]:
    """One row an issue, in the order the reader raised them."""
    return {"batch": batch, "position": position, **issue.to_dict()}


def issue(row: Mapping[str, Any]) -> Issue:
    """Rebuild an issue from its row."""
    fields = {name: value for name, value in row.items() if name not in ("batch", "position")}
    return Issue(**fields)


def write_breakdown(pairs: Breakdown) -> str:
    """`industry=C26;product=steel`, in the order of the names."""
    return ";".join(f"{name}={code}" for name, code in sorted(pairs))


def read_breakdown(text: str) -> Breakdown:
    """The pairs of `industry=C26;product=steel`."""
    pairs = (part.split("=", 1) for part in text.split(";") if part)
    return tuple((name, code) for name, code in pairs)
