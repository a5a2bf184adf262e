"""What checks find is worded when it is read, and says the same every time."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.bulletins import write_strangers, write_years
from cockpit.catalog import Catalog
from loaders.checks import table
from loaders.checks.findings import Findings
from loaders.checks.run import check
from loaders.checks.table import table_of
from loaders.registry import read


def test_findings_are_a_sequence_of_issues(tmp_path: Path, catalog: Catalog) -> None:
    paths = write_strangers(tmp_path, 12, 0)
    found = max((read(path, path.name, catalog).issues for path in paths), key=len)
    assert isinstance(found, Findings)
    issues = [*found]
    assert issues == [found[number] for number in range(len(found))]
    assert found == issues
    assert found[1:3] == issues[1:3]
    assert found != issues[1:]


def test_a_layout_that_came_before_is_kept_and_asked_the_same(
    tmp_path: Path, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = [read(path, path.name, catalog) for path in write_years(tmp_path, 1, 0)]
    months = [[*check(reading, catalog)] for reading in year]
    layouts = {table_of(reading.observations, catalog).layout for reading in year}
    assert len(layouts) == 1
    monkeypatch.setattr(table, "_layouts_of", lambda _catalog: table.Kept())
    assert months == [[*check(reading, catalog)] for reading in year]
    assert len(set(map(len, months))) > 1
