"""Every workbook under tests/workbooks is read exactly as its expected records say."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cockpit.catalog import Catalog
from loaders.registry import read

WORKBOOKS = Path(__file__).parent.parent / "workbooks"
FOLDERS = sorted(path.parent for path in WORKBOOKS.glob("*/*/expected.jsonl"))


def workbook_in(folder: Path) -> Path:
    (found,) = (path for path in folder.iterdir() if path.name != "expected.jsonl")
    return found


def expected_in(folder: Path) -> list[dict[str, object]]:
    lines = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_reads_every_figure_and_nothing_else(folder: Path, catalog: Catalog) -> None:
    path = workbook_in(folder)
    reading = read(path, path.name, catalog)
    found = {(record.sheet, record.cell): record.to_dict() for record in reading.observations}
    assert len(found) == len(reading.observations)
    for record in found.values():
        record["parents"], record["reasons"] = list(record["parents"]), list(record["reasons"])
        del record["evidence"]
    expected = {(record["sheet"], record["cell"]): record for record in expected_in(folder)}
    assert found == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_real_layout_raises_an_error(folder: Path, catalog: Catalog) -> None:
    path = workbook_in(folder)
    issues = read(path, path.name, catalog).issues
    assert not [issue for issue in issues if issue.severity == "error"]


def test_the_script_lays_what_is_committed(tmp_path: Path) -> None:
    subprocess.run([sys.executable, WORKBOOKS / "build.py", tmp_path], check=True)
    for folder in FOLDERS:
        laid = tmp_path / folder.relative_to(WORKBOOKS)
        assert workbook_in(laid).read_bytes() == workbook_in(folder).read_bytes()
        assert folder.parent.name == "bureaus" or expected_in(laid) == expected_in(folder)
