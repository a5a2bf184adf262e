"""What was read held against the truth, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from bureau.canvas import Book, address

from cockpit.observation import Observation

FIELDS = ("indicator", "area", "breakdown", "freq", "time_period", "accumulation",
          "transformation", "unit", "value", "status")  # fmt: skip
Key = tuple[str, str]


@dataclass(frozen=True)
class Fault:
    """One wrong cell: where, in which class, what was expected and what was read."""

    file: str
    layout: str
    cell: str
    kind: str
    expected: object
    got: object
    reasons: tuple[str, ...] = ()
    asked: bool = False


@dataclass
class Tally:
    """What was counted: figures, right ones, right ones asked about, and the faults."""

    figures: int = 0
    right: int = 0
    asked: int = 0
    faults: list[Fault] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def silent(self) -> int:
        return sum(not fault.asked for fault in self.faults)

    @property
    def rates(self) -> tuple[float, float, float]:
        """Right, silently wrong, and asked among the right, in per cent."""
        figures = max(self.figures, 1)
        asked = 100 * self.asked / max(self.right, 1)
        return 100 * self.right / figures, 100 * self.silent / figures, asked

    def add(self, other: Tally) -> None:
        self.figures += other.figures
        self.right += other.right
        self.asked += other.asked
        self.faults += other.faults
        self.reasons += other.reasons


def sheet_key(book: Book, number: int, name: str) -> str:
    """The name under which a record's sheet goes in this container."""
    if book.form.startswith("html"):
        return "" if len(book.sheets) == 1 else f"table{number + 1}"
    return "" if book.form.startswith(("csv", "tsv")) else name


def expected(book: Book) -> tuple[dict[Key, dict[str, Any]], set[Key]]:
    """The true record of every figure, and the cells where anything empty is as good."""
    truths: dict[Key, dict[str, Any]] = {}
    loose: set[Key] = set()
    for number, canvas in enumerate(book.sheets):
        name = sheet_key(book, number, canvas.name)
        for (row, column), cell in canvas.cells.items():
            if cell.truth is not None:
                truths[name, address(row, column)] = cell.truth
            elif cell.loose:
                loose.add((name, address(row, column)))
    return truths, loose


def same(name: str, wanted: object, got: object) -> bool:
    if name == "breakdown":
        return not wanted or dict(wanted) == dict(got)  # ty: ignore
    if name == "value" and wanted is not None and got is not None:
        return abs(float(wanted) - float(got)) <= 1e-9 * max(1.0, abs(float(wanted)))  # ty: ignore
    if name == "unit" and wanted == "位":
        return got in ("位", "")
    return wanted == got


def wrong_fields(truth: dict[str, Any], record: Observation) -> tuple[str, ...]:
    """The fields that disagree with the reading that fits best."""
    readings = [truth] + [truth | other for other in truth.get("also", ())]
    found = [
        tuple(f for f in FIELDS if not same(f, reading[f], getattr(record, f)))
        for reading in readings
    ]
    return min(found, key=len)


def compare(book: Book, file: str, records: Iterable[Observation]) -> Tally:
    truths, loose = expected(book)
    tally, seen = Tally(figures=len(truths)), set()
    for record in records:
        key = record.sheet, record.cell
        twice = key in seen
        seen.add(key)
        if key not in truths or twice:
            if not (key in loose and (record.value is None or record.needs_review)):
                tally.faults.append(_extra(book, file, record, twice))
            continue
        _judge(tally, book, file, truths[key], record)
    for sheet, cell in truths.keys() - seen:
        wanted = _brief(truths[sheet, cell], FIELDS)
        tally.faults.append(Fault(file, book.layout, f"{sheet}!{cell}", "missing", wanted, None))
    return tally


def _extra(book: Book, file: str, record: Observation, twice: bool) -> Fault:
    kind = "twice" if twice else "extra"
    got = f"{record.label} {record.indicator} {record.time_period} {record.value}"
    where = f"{record.sheet}!{record.cell}"
    return Fault(file, book.layout, where, kind, None, got, record.reasons, record.needs_review)


def _brief(truth: dict[str, Any], fields: Iterable[str]) -> str:
    return " ".join(f"{name}={truth[name]}" for name in fields)


def _judge(tally: Tally, book: Book, file: str, truth: dict[str, Any], record: Observation) -> None:
    wrong = wrong_fields(truth, record)
    if not wrong or (truth.get("open") and record.needs_review):
        tally.right += 1
        tally.asked += record.needs_review
        if record.needs_review:
            tally.reasons.update(record.reasons)
        return
    got = {name: getattr(record, name) for name in wrong}
    where = f"{record.sheet}!{record.cell} {record.label}"
    tally.faults.append(Fault(
        file, book.layout, where, "+".join(wrong), _brief(truth, wrong), _brief(got, wrong),
        record.reasons, record.needs_review,
    ))  # fmt: skip
