"""Expected records of real files, written from the sheets by hand and kept as CSV.

A transcript has up to three parts: `# field: value` lines, which hold for every figure; a table of
the series in the file; and, after an empty line, a table of cells, each naming its series.
`file` names the workbook below the specimen folder; `scope: part` says that only some of its
figures are listed. A cell with `open` = 1 is a reading that a statistician could dispute; with
`ask` = 1 the file does not say enough, a person must be asked, and `?` stands for what is unsaid.
"""

from __future__ import annotations

import csv
import os
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
PRINTED = ("sheet", "cell", "label", "parents", "ref_area", "open", "ask")
FIELDS = (*PRINTED, *COMPARED)
UNSAID = "?"

Address = tuple[str, str]


@dataclass(frozen=True)
class Transcript:
    """What one file says: the expected fields of every figure cell, by address."""

    name: str
    file: str
    partial: bool
    rows: tuple[dict[str, str], ...]

    def counted(self) -> int:
        """How many cells have one reading that can be known."""
        return sum(not (row["open"] or row["ask"]) for row in self.rows)


def address(row: dict[str, str]) -> Address:
    """Where a row's figure stands: sheet and cell."""
    return row["sheet"], row["cell"]


def paths() -> list[Path]:
    """Every transcript, in name order."""
    return sorted(HERE.glob("*/*.csv"))


def read(path: Path) -> Transcript:
    """Read one transcript; a field that none of the three parts gives is empty."""
    head, tables = _split(path.read_text("utf-8").splitlines())
    file, scope = head.pop("file"), head.pop("scope", "all")
    blank = dict.fromkeys(FIELDS, "") | {"status": "A"} | head
    *first, cells = (list(csv.DictReader(table)) for table in tables)
    series = {row.pop("series"): row for row in (first[0] if first else [])}
    rows = tuple(blank | series.get(row.pop("series", ""), {}) | row for row in cells)
    return Transcript(f"{path.parent.name}/{path.stem}", file, scope == "part", rows)


def _split(lines: list[str]) -> tuple[dict[str, str], list[list[str]]]:
    top = [line[2:].partition(":") for line in lines if line.startswith("# ")]
    tables: list[list[str]] = [[]]
    for line in lines[len(top) :]:
        if line:
            tables[-1].append(line)
        else:
            tables.append([])
    return {field: value.strip() for field, _, value in top}, tables


def expected(row: dict[str, str]) -> tuple[object, ...]:
    """The compared fields of a transcript's row, in the types of a record."""
    return tuple(_typed(field, row[field]) for field in COMPARED)


def _typed(field: str, text: str) -> object:
    if text == UNSAID:
        return text
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
