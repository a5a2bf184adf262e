"""The unit of a table where only a note below it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loaders.facets import NOTHING, Facets

_UNIT = re.compile(
    r"(?:^|[:：。；;，,.、\s\d])(?:本表|表中|表内|上表|以上|各项|所有|指标|数据|数值|总量|绝对[额值量数]|的)*"
    r"(?:计量|金额|数量)?单\s*位\s*(?:均?为|均?是|均?以|[:：])"
    r"\s*(?P<unit>[^\s,，、.。;；()（）]+?)(?:计|$|[\s,，、.。;；()（）])"
    r"|(?:本表|表中|数据|金额|数值)[均皆都]?以(?P<other>[^\s,，、.。;；()（）为]+)为(?:计量|计算)?单位"
)


def unit_in_notes(notes: Sequence[tuple[str, str]], is_unit: Callable[[str], bool]) -> Facets:
    """The first unit that notes, each a text and where it stands, name: 注：本表计量单位为亿元."""
    for text, at in notes:
        found = _UNIT.search(text)
        unit = found and (found["unit"] or found["other"])
        if unit and is_unit(unit):
            return Facets(unit=unit, evidence=(("unit", at),))
    return NOTHING
