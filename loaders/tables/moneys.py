"""Headings that tell of money: 美元 beside 人民币, which alone is a unit, 金额 beside 数量."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from loaders.amounts import IN_MONEY
from loaders.facets import Facets
from loaders.heading import Heading
from loaders.tables.naming import Read
from loaders.tables.paths import Piece

_YUAN = "人民币"
_DOLLAR = "美元"
_COUNT = "数量"


def named_moneys(pieces: Collection[Piece], read: Read) -> Mapping[Piece, Heading]:
    """Headings that would say nothing but a unit, each with its money as the name."""
    rows = {piece.row for piece in pieces if piece.text.startswith(_YUAN)}
    if not rows:
        return {}
    beside = [p for p in pieces if p.row in rows and p.text.startswith(_DOLLAR)]
    headings = {piece: read(piece.text) for piece in beside}
    return {piece: _named(heading) for piece, heading in headings.items() if not heading.name}


def _named(heading: Heading) -> Heading:
    unit = "" if heading.unit == _DOLLAR else heading.unit
    return heading._replace(name=_DOLLAR, label=_DOLLAR, unit=unit)


def beside_counts(said: Mapping[Piece, Facets]) -> Mapping[Piece, Facets]:
    """金额 beside 数量, which alone is of the unit that a row names."""
    rows = {piece.row for piece in said if piece.text.startswith(_COUNT)}
    beside = [p for p in said if p.row in rows and p.text.startswith(IN_MONEY)]
    return {p: said[p]._replace(noun=IN_MONEY) for p in beside if not said[p].names}
