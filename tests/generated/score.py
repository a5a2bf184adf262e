"""How well the reader reads what bureaus send: `score.py --seeds 0-199 [--layout L4] [--show 20]`.

A cell is right when indicator, area, breakdown (where the truth gives one), freq, time_period,
accumulation, transformation, unit, value and status all agree with the truth, or with one of the
other readings the truth allows (`also`). A cell whose truth is `open` is right when it is marked
for review. A missing record, a record nobody asked for and a refused file are silent errors.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

from bureau.canvas import Book, address
from bureau.make import make
from bureau.writing import write

from cockpit.catalog import Catalog, load_catalog
from cockpit.observation import Observation
from cockpit.settings import DATA
from loaders.registry import read

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


def read_book(book: Book, path: Path, catalog: Catalog) -> Tally:
    """Read one file and hold it against the truth; a refusal is every figure missing."""
    try:
        return compare(book, path.name, read(path, path.name, catalog).observations)
    except Exception as error:  # noqa: BLE001  # a crash is a refusal too
        tally = compare(book, path.name, ())
        why = traceback.format_exception_only(error)[-1].strip()[:200]
        tally.faults = [replace(fault, kind="refused", got=why) for fault in tally.faults]
        return tally


def score(seeds: Iterable[int], layout: str = "", keep: Path | None = None) -> dict[str, Tally]:
    """Tallies by layout over the seeds."""
    catalog = load_catalog(DATA / "catalog")
    tallies: dict[str, Tally] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for seed in seeds:
            book = make(seed)
            if layout and book.layout != layout:
                continue
            folder = (keep or Path(temporary)) / str(seed)
            folder.mkdir(parents=True, exist_ok=True)
            tally = read_book(book, write(book, folder), catalog)
            tally.faults = [replace(f, file=f"{seed}/{f.file}") for f in tally.faults]
            tallies.setdefault(book.layout, Tally()).add(tally)
    return tallies


def total(tallies: dict[str, Tally]) -> Tally:
    whole = Tally()
    for tally in tallies.values():
        whole.add(tally)
    return whole


def _line(name: str, tally: Tally) -> str:
    right, silent, asked = tally.rates
    rates = f"right {right:6.2f}%  silent {silent:6.2f}%  asked {asked:6.2f}%"
    return f"{name:<10} {tally.figures:>7} figures  {rates}"


def report(tallies: dict[str, Tally], show: int) -> str:
    """The rates by layout, the classes of faults, and examples of each."""
    whole = total(tallies)
    lines = [_line(name, tally) for name, tally in sorted(tallies.items())] + [_line("ALL", whole)]
    classes = Counter((fault.kind, fault.asked) for fault in whole.faults)
    for (kind, asked), n in classes.most_common(40):
        lines.append(f"{n:>6}  {kind}{' (asked)' if asked else ''}")
    lines += ["reasons on right cells:"] if whole.reasons else []
    lines += [f"{n:>6}  {reason[:150]}" for reason, n in whole.reasons.most_common(8)]
    return "\n".join(lines + _examples(whole.faults, show))


def _examples(faults: list[Fault], show: int) -> list[str]:
    """One example a file and class, the commonest classes first."""
    common = Counter(fault.kind for fault in faults)
    firsts = {(fault.kind, fault.file): fault for fault in reversed(faults)}
    chosen = sorted(firsts.values(), key=lambda f: (-common[f.kind], f.kind, f.file))
    taken: Counter[str] = Counter()
    lines = []
    for fault in chosen:
        taken[fault.kind] += 1
        if taken[fault.kind] <= max(2, show // max(len(common), 1)) and len(lines) < show:
            lines.append(
                f"- [{fault.layout}] {fault.file} {fault.cell}: {fault.kind}\n"
                f"    expected {fault.expected}\n    got      {fault.got} {fault.reasons or ''}"
            )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="0-199")
    parser.add_argument("--layout", default="")
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--keep", type=Path, help="keep the generated files in this folder")
    options = parser.parse_args()
    first, _, last = options.seeds.partition("-")
    began = time.perf_counter()
    tallies = score(range(int(first), int(last or first) + 1), options.layout, options.keep)
    sys.stdout.write(report(tallies, options.show) + "\n")
    sys.stdout.write(f"{time.perf_counter() - began:.1f} s\n")


if __name__ == "__main__":
    main()
