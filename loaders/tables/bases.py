"""An index on several years: 2022年为下列各年% over 2010, 2020 and 2021."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.tables.paths import Piece

_SEVERAL_YEARS = re.compile(r"(?:下列|以下|下述)(?:各?年份?|各年度)")
_A_YEAR = re.compile(r"((?:19|20)\d\d)年?")


def on_each_base(path: Sequence[Piece]) -> tuple[Piece, ...]:
    """The headings of a column, in which the base takes the place of the words for all of them."""
    found: list[Piece] = []
    for piece in path:
        base = _A_YEAR.fullmatch(piece.text.strip())
        if base and found and _SEVERAL_YEARS.search(found[-1].text):
            text = _SEVERAL_YEARS.sub(f"{base[1]}年", found.pop().text)
            piece = Piece(text, piece.row, piece.column)
        found.append(piece)
    return tuple(found)
