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
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

from bureau.canvas import Book
from bureau.judging import Fault, Tally, compare
from bureau.make import make
from bureau.writing import write

from cockpit.catalog import Catalog, load_catalog
from cockpit.settings import DATA
from loaders.registry import read


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
