"""Reading files end to end, from bytes to records and checks, against calamine opening them.

calamine hands out the cells and nothing of what they mean. It reads no csv; there the standard
library's reader stands beside us.
"""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from time import perf_counter

from python_calamine import CalamineWorkbook

from benchmarks.bulletins import write_strangers, write_tidy, write_years
from cockpit.catalog import Catalog, load_catalog
from cockpit.cli.files import readers
from cockpit.errors import FileRefused
from cockpit.settings import DATA
from loaders.containers.delimited import decode

BULLETINS = 300
TIDY_ROWS = 200_000
TURNS = 3
_MEGABYTE = 1 << 20
_PEAK = """
import re, sys
from pathlib import Path
from benchmarks.throughput import {how}
from cockpit.catalog import load_catalog
from cockpit.settings import DATA
catalog = load_catalog(DATA / "catalog")
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
before = peak()
{how}(Path(sys.argv[1]), catalog)
print(peak() - before)
"""


def main() -> None:
    """Print one line a measurement."""
    catalog = load_catalog(DATA / "catalog")
    with TemporaryDirectory() as name:
        folder = Path(name)
        print(f"{BULLETINS} bulletins and a tidy sheet / calamine opening them")
        years = [write_years(_new(folder), BULLETINS // 12, turn) for turn in range(TURNS)]
        strangers = [write_strangers(_new(folder), BULLETINS, turn) for turn in range(TURNS)]
        for kind, turns in {"a year of 25 bureaus": years, "of strangers": strangers}.items():
            sheets = [[path for path in paths if path.suffix != ".csv"] for paths in turns]
            _compare(f"bulletins, {kind}: the grid", sheets, grid, catalog)
            _compare(f"bulletins, {kind}: records and checks", turns, records, catalog)
            _compare_command(f"bulletins, {kind}: econ-cockpit extract", turns, catalog)
        for path in write_tidy(folder, TIDY_ROWS):
            turns = [[path]] * TURNS
            _compare(f"tidy {path.suffix}: the grid", turns, grid, catalog)
            _compare(f"tidy {path.suffix}: records and checks", turns, records, catalog)
            _memory(path)


def grid(path: Path, catalog: Catalog) -> None:  # noqa: ARG001
    """A file as cells with their formats."""
    from loaders.containers import open_workbook

    open_workbook(path.read_bytes())


def records(path: Path, catalog: Catalog) -> None:
    """A file as records and issues."""
    from loaders.registry import read

    try:
        read(path, path.name, catalog)
    except FileRefused as refused:
        print(f"refused: {path.name}: {refused}")


def other(path: Path, catalog: Catalog) -> None:  # noqa: ARG001
    """A file's cells and nothing else."""
    data = path.read_bytes()
    if path.suffix == ".csv":
        list(csv.reader(io.StringIO(decode(data), newline="")))
        return
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _new(folder: Path) -> Path:
    return Path(mkdtemp(dir=folder))


def _compare(
    name: str,
    turns: Sequence[Sequence[Path]],
    ours: Callable[[Path, Catalog], None],
    catalog: Catalog,
) -> None:
    """Print the median of some turns, each with files that nobody has read before."""
    _print(
        name, [(_seconds(ours, paths, catalog), _seconds(other, paths, catalog)) for paths in turns]
    )


def _compare_command(name: str, turns: Sequence[Sequence[Path]], catalog: Catalog) -> None:
    """Print the same of the command line, by several processes and without its start."""
    taken = [
        (_extracting(paths) - _extracting(paths[:1]), _seconds(other, paths, catalog))
        for paths in turns
    ]
    _print(f"{name}, {readers(turns[0])} processes", taken)


def _extracting(paths: Sequence[Path]) -> float:
    start = perf_counter()
    command = [sys.executable, "-m", "cockpit", "extract", *map(str, paths)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def _print(name: str, taken: Sequence[tuple[float, float]]) -> None:
    mine, theirs = (seconds * 1000 for seconds in sorted(taken)[len(taken) // 2])
    print(f"{name:<58} {mine:8.1f} ms {theirs:8.1f} ms   {mine / theirs:5.1f} ×")


def _seconds(
    act: Callable[[Path, Catalog], None], paths: Sequence[Path], catalog: Catalog
) -> float:
    start = perf_counter()
    for path in paths:
        act(path, catalog)
    return perf_counter() - start


def _memory(path: Path) -> None:
    """Print how far the memory of a process of its own rises while it reads a file."""
    for how in ("grid", "records"):
        command = [sys.executable, "-c", _PEAK.format(how=how), str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        taken = int(done.stdout.split()[-1]) * 1024
        size = path.stat().st_size
        words = f"tidy {path.suffix}: memory for {how}, file"
        sizes = f"{taken / _MEGABYTE:8.1f} MB {size / _MEGABYTE:8.1f} MB"
        print(f"{words:<58} {sizes}   {taken / size:5.1f} ×")
