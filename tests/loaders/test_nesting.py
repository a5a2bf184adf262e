"""Rows that enclose others."""

from __future__ import annotations

import pytest

from loaders.grid import Cell
from loaders.tables.nesting import enclosing


@pytest.mark.parametrize(
    ("names", "above"),
    [
        (["甲", "　乙", "　丙", "丁"], [(), ("甲",), ("甲",), ()]),
        (["甲", "　乙", "　　丙", "　丁"], [(), ("甲",), ("甲", "　乙"), ("甲",)]),
        (["甲", "其中：乙", "丙"], [(), ("甲",), ()]),
        (["甲", "  其中：乙", "     丙", "丁"], [(), ("甲",), ("甲",), ()]),
        (["甲", "#乙", "#丙"], [(), ("甲",), ("甲",)]),
    ],
)
def test_indentation_and_of_which_enclose(names: list[str], above: list[tuple[str, ...]]) -> None:
    found = enclosing([Cell(name, name) for name in names])
    assert found == [tuple(name.strip() for name in row) for row in above]


def test_a_cells_own_indentation_encloses() -> None:
    cells = [Cell("甲", "甲"), Cell("乙", "乙", indent=1), Cell("丙", "丙")]
    assert enclosing(cells) == [(), ("甲",), ()]
