"""What checks find is worded when it is read, and says the same every time."""

from __future__ import annotations

from pathlib import Path

from benchmarks.bulletins import write_strangers
from cockpit.catalog import Catalog
from loaders.checks.findings import Findings
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
