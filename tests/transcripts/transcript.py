"""Expected records of real files, written from the sheets by hand and kept as CSV.

A transcript begins with `# field: value` lines, which hold for every row, and goes on as CSV.
`file` names the workbook below the specimen folder; `scope: part` says that only some of its
figures are listed; a row with `open` = 1 is a reading that a statistician could dispute.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cockpit.observation import Observation

HERE = Path(__file__).parent
COMPARED = (
    "indicator",
    "area",
    "breakdown",
    "freq",
    "time_period",
    "accumulation",
    "transformation",
    "unit",
    "value",
    "status",
)
PRINTED = ("sheet", "cell", "label", "parents", "ref_area", "open")
FIELDS = (*PRINTED, *COMPARED)

Address = tuple[str, str]


@dataclass(frozen=True)
class Transcript:
    """What one file says: the expected fields of every figure cell, by address."""

    name: str
    file: str
    partial: bool
    rows: tuple[dict[str, str], ...]

    def disputed(self) -> set[Address]:
        """The cells whose reading is open to argument."""
        return {address(row) for row in self.rows if row["open"]}


def address(row: dict[str, str]) -> Address:
    """Where a row's figure stands: sheet and cell."""
    return row["sheet"], row["cell"]


def paths() -> list[Path]:
    """Every transcript, in name order."""
    return sorted(HERE.glob("*/*.csv"))


def read(path: Path) -> Transcript:
    """Read one transcript; fields that neither the head nor the row gives are empty."""
    head, lines = _split(path.read_text("utf-8").splitlines())
    file, scope = head.pop("file"), head.pop("scope", "all")
    blank = dict.fromkeys(FIELDS, "") | {"status": "A"} | head
    rows = tuple(blank | row for row in csv.DictReader(lines))
    return Transcript(f"{path.parent.name}/{path.stem}", file, scope == "part", rows)


def _split(lines: list[str]) -> tuple[dict[str, str], Iterator[str]]:
    head = {}
    count = 0
    for count, line in enumerate(lines):  # noqa: B007
        if not line.startswith("# "):
            break
        field, _, value = line[2:].partition(":")
        head[field] = value.strip()
    return head, iter(lines[count:])


def expected(row: dict[str, str]) -> tuple[object, ...]:
    """The compared fields of a transcript's row, in the types of a record."""
    return tuple(_typed(field, row[field]) for field in COMPARED)


def _typed(field: str, text: str) -> object:
    if field == "value":
        return float(text) if text else None
    if field == "breakdown":
        return dict(part.split("=", 1) for part in text.split(";") if part)
    if field in {"indicator", "area"}:
        return text or None
    return text


def found(observation: Observation) -> tuple[object, ...]:
    """The compared fields of a record that the reader emitted."""
    fields = tuple(getattr(observation, field) for field in COMPARED)
    return tuple(dict(field) if isinstance(field, dict) else field for field in fields)


@cache
def specimens() -> Path | None:
    """The folder of real files, where this machine has it."""
    folder = os.environ.get("COCKPIT_SPECIMENS")
    return Path(folder) if folder else None
