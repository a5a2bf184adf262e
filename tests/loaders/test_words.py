"""A table of the same words as an earlier one says the same, whatever its figures are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cockpit.catalog import Catalog
from loaders.grid import Cell, Merge, Sheet, value_cell
from loaders.knowledge import knowledge_of
from loaders.tables.experience import Experience
from loaders.tables.kinds import Kinds
from loaders.tables.naming import Naming
from loaders.tables.reader import Block, TableReader
from loaders.titles import Titles

COLUMNS = st.sampled_from(
    [
        (7.5, 1919.01, 8.25, 2021.0),
        (2021.0, 2022.0, 2023.0, 2024.0),
        (202409.0, 202410.0, 7.5, None),
        (0.0, 1.0, 2.0, 3.0),
        (4.0, 3.0, "-", None),
    ]
)
LAYOUTS = [
    ["指标|单位|累计|同比增长(%)", "工业增加值|亿元|#|#", "其中：采矿业|亿元|#|#", "出口|万元|#|#"],
    ["序号|地区|2023年|2024年", "#|枣庄市|#|#", "#|滕州市|#|#", "#|市中区|#|#"],
    ["年份|工业用电量(万千瓦时)|位次", "#|#|#", "#|#|#", "#|#|#"],
    ["|地区|产量|销量", "#|枣庄市|#|#", "#|滕州市|#|#", "#|市中区|#|#"],
    ["产量|销量", "#|#", "#|#"],
    ["|#|#", "工业增加值|#|#", "按行业分||", "采矿业|#|#", "制造业|#|#"],
    ["指标|本月||位次", "|绝对量|#|", "产量|#|#|#", "|#|#|#", "2024|#|#|#"],
]


@pytest.fixture(scope="module")
def naming(catalog: Catalog) -> Naming:
    known = knowledge_of(catalog, "")
    return Naming.of(known, Titles(known).section)


def blocks(rows: list[list[Cell]], naming: Naming) -> list[Block]:
    merges = [Merge(0, c - 1, 0, c) for c, cell in enumerate(rows[0]) if c and cell.is_blank]
    kinds = Kinds.of(Sheet("", tuple(map(tuple, rows)), tuple(merges)))
    reader = TableReader(kinds, naming)
    return [reader.block(table, None) for table in reader.find().tables]


def experience_of(naming: Naming) -> Experience:
    def is_part_below(name: str, path: tuple[str, ...]) -> bool:
        return naming.completes(name, path[-1])

    return Experience(naming.read, naming.is_known, naming.is_part, is_part_below)


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
def test_what_is_kept_is_what_would_be_read(
    layout: list[str], naming: Naming, data: st.DataObject
) -> None:
    words = [line.split("|") for line in layout]
    experience = experience_of(naming)
    for _ in range(4):
        columns = data.draw(st.lists(COLUMNS, min_size=4, max_size=4))
        rows = [
            [value_cell(columns[c][r % 4] if text == "#" else text or None) for c, text in cells]
            for r, cells in enumerate(map(enumerate, words))
        ]
        fresh = experience_of(naming)
        kept = blocks(rows, naming._replace(experience=experience))
        assert kept == blocks(rows, naming._replace(experience=fresh))


def test_a_table_of_the_same_words_is_understood_once(naming: Naming) -> None:
    layout = [line.split("|") for line in LAYOUTS[0]]
    once, again = (
        blocks(
            [[value_cell(n if text == "#" else text) for text in line] for line in layout], naming
        )
        for n in (7.5, 8.25)
    )
    assert once[0] is again[0]
