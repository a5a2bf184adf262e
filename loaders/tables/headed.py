"""What its headings say of each column, and what a column takes over from those left of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from itertools import pairwise

from cockpit.period import Freq
from loaders import reasons
from loaders.amounts import NOUNS
from loaders.facets import NOTHING, Facets, facets_of, is_total
from loaders.grid import Cell, address
from loaders.heading import Heading, Measure
from loaders.heading.kinds import RANK_OR_FIGURE
from loaders.tables.aims import grown_to_targets
from loaders.tables.axes import Half
from loaders.tables.beside import beside_names
from loaders.tables.changes import amounts, apart_from_rates, beside_those_over_a_year, of_targets
from loaders.tables.counts import is_rank
from loaders.tables.flat import below_wholes, shares_of_levels
from loaders.tables.moments import dated_heading, settled, single_quarters
from loaders.tables.moneys import beside_counts, named_moneys
from loaders.tables.naming import Naming, Read
from loaders.tables.paths import Paths, Piece
from loaders.tables.regions import divide_their_whole, of_its_region
from loaders.tables.roles import role_of
from loaders.tables.runs import completed
from loaders.tables.spans import contrasted, since_new_year, this_months
from loaders.tables.years import whole_years

_TWO = 2
_FREQUENCIES: dict[str, Freq] = {
    "月": "M",
    "月度": "M",
    "monthly": "M",
    "季": "Q",
    "季度": "Q",
    "quarterly": "Q",
    "年": "A",
    "年度": "A",
    "annual": "A",
    "yearly": "A",
}


def column_facets(
    half: Half, paths: Paths, naming: Naming, *, labelled: bool
) -> Mapping[int, Facets]:
    """Facets of each column of figures, in order; `labelled` rows name what is counted."""
    asked = ("columns", half, naming.within, labelled)
    found = paths.said.get(asked)
    if found is None:
        found = paths.said.keep(asked, _column_facets(half, paths, naming, labelled=labelled))
    return found


def _column_facets(
    half: Half, paths: Paths, naming: Naming, *, labelled: bool
) -> dict[int, Facets]:
    pieces = {column: paths.pieces(column) for column in half.values}
    read = naming.read
    regions = _lines_of_regions(pieces.values(), naming)
    nouns = _nouns(pieces.values(), read)
    units = _units_of_groups(pieces.values(), read, nouns)
    headings = dict.fromkeys(piece for path in pieces.values() for piece in path)
    moneys = named_moneys(headings, read)
    said = {p: _said(p, moneys.get(p) or _read(p, paths.cell(p), read)) for p in headings}
    said |= {piece: Facets(noun=piece.text) for piece in nouns}
    said |= beside_counts(said)
    named = [paths.pieces(column) for column, _ in half.keys]
    ranked = [path for path in pieces.values() if path and is_rank(said[path[-1]])]
    around = {piece for path in (*named, *ranked) for piece in path[:-1]}
    outer = said | regions | {piece: _unranked(said[piece]) for piece in around & said.keys()}
    own = [
        _said_often(
            _with_unit(_facets(path, said | regions, outer), path, units), paths.frequency(column)
        )
        for column, path in pieces.items()
    ]
    own = of_targets(apart_from_rates(own, list(pieces.values()), said))
    own = [beside_names(one, naming) for one in own] if labelled else below_wholes(own, naming)
    own = shares_of_levels(own)
    own = since_new_year(whole_years(_moves(own)))
    own = this_months(own, list(pieces.values()))
    own = _settled(own, [path[-1].text if path else "" for path in pieces.values()])
    own = amounts(own)
    found = contrasted(grown_to_targets(own, completed(own, naming.is_known, naming.count_apart)))
    found = [of_its_region(one, naming) for one in _doubted(beside_those_over_a_year(found))]
    return dict(zip(half.values, found, strict=True))


def _lines_of_regions(paths, naming: Naming) -> dict[Piece, Facets]:  # noqa: ANN001
    """Header rows whose headings are regions, each heading with its region."""
    by_row: dict[int, list[Piece]] = {}
    for piece in dict.fromkeys(piece for path in paths for piece in path):
        by_row.setdefault(piece.row, []).append(piece)
    found: dict[Piece, Facets] = {}
    for line in by_row.values():
        texts = [piece.text for piece in line]
        if _are_regions(texts, naming):
            named = zip(line, naming.places.axis(texts, naming.within), strict=True)
            found |= {p: _region(p, name) for p, name in named if not naming.read(p.text).measure}
    return found


def _said_often(facets: Facets, frequency: str) -> Facets:
    return facets._replace(freq=_FREQUENCIES.get(frequency.lower())) if frequency else facets


def _nouns(paths: Iterable[Sequence[Piece]], read: Read) -> set[Piece]:
    """人次 beside 同比, below a name: a word, where in a line of units it would be one."""
    inner = {piece for path in paths for piece in path[1:]}
    found = {piece for piece in inner if piece.text in NOUNS}
    others = {piece.row for piece in inner if found and not _is_unit(read(piece.text))}
    return {piece for piece in found if piece.row in others}


def _is_unit(heading: Heading) -> bool:
    return bool(heading.unit) and not (heading.name or heading.measure)


def _units_of_groups(paths, read: Read, nouns: Set[Piece]) -> dict[Piece, Facets]:  # noqa: ANN001
    """`生产总值` with `(亿元)` in the line below it, over the first of its columns only."""
    found: dict[Piece, Facets] = {}
    for path in paths:
        for outer, inner in pairwise(path):
            heading = read(inner.text)
            if _is_amount(heading) and inner not in nouns:
                found.setdefault(outer, facets_of(heading, address(inner.row, inner.column)))
    return found


def _is_amount(heading: Heading) -> bool:
    bare = heading.unit and not heading.name and not heading.measure
    return bool(bare) and "%" not in heading.unit


def _with_unit(facets: Facets, path: Sequence[Piece], units: dict[Piece, Facets]) -> Facets:
    if facets.unit:
        return facets
    group = next((units[piece] for piece in reversed(path) if piece in units), NOTHING)
    return facets.under(group) if group.unit else facets


def _are_regions(texts: list[str], naming: Naming) -> bool:
    """Names of regions, or 全国, 全省, 全市 next to each other."""
    if naming.places.are_places(texts):
        return True
    names = [text for text in texts if not naming.read(text).measure]
    if divide_their_whole(names, naming.places):
        return True
    kinds = {naming.places.kind(text) for text in names}
    return len(names) > 1 and kinds <= {"area", "whole"}


def _region(piece: Piece, name) -> Facets:  # noqa: ANN001
    return Facets(place=name, evidence=(("area", address(piece.row, piece.column)),))


def _settled(columns: list[Facets], texts: list[str]) -> list[Facets]:
    """`2016.1` beside `2016.11` is October."""
    times = single_quarters(settled(texts, [facets.time for facets in columns]))
    pairs = zip(columns, times, strict=True)
    return [facets if facets.time == time else facets._replace(time=time) for facets, time in pairs]


def _facets(
    path: Sequence[Piece], headings: Mapping[Piece, Facets], outer: Mapping[Piece, Facets]
) -> Facets:
    """A path's facets: an inner name stands below an outer one, a mere total keeps the outer."""
    facets = NOTHING
    for piece in path:
        said = (headings if piece is path[-1] else outer)[piece]
        if facets.names and said.names and is_total(said.names[-1]):
            said = said.without_names()
        facets = facets.under(said)
    return facets


def _unranked(facets: Facets) -> Facets:
    """增速排名 over the names too, or over 位次 itself, is of no figure beside these the rank."""
    return facets._replace(measure=None) if is_rank(facets) else facets


def _read(piece: Piece, cell: Cell, read: Read) -> Heading:
    return dated_heading(cell) if isinstance(cell.value, date) else read(piece.text)


def _said(piece: Piece, heading: Heading) -> Facets:
    if heading.name and role_of(heading.name) == "value":
        heading = heading._replace(name="", label="")
    return facets_of(heading, address(piece.row, piece.column))


def _moves(columns: list[Facets]) -> list[Facets]:
    """升降 behind 本月排名 and 上月排名 is counted in places, 比上月 behind 位次 maybe."""
    moves = [False, False, *map(_is_move, columns, columns[1:], columns[2:])]
    moved = Measure("change", unit="位")
    asked = moved._replace(doubt=RANK_OR_FIGURE)
    open_ = [False, *map(_may_be_move, columns, columns[1:])]
    return [
        f._replace(measure=moved if m else asked) if m or o else f
        for f, m, o in zip(columns, moves, open_, strict=False)
    ]


def _may_be_move(left: Facets, facets: Facets) -> bool:
    measure = facets.measure
    if not is_rank(left) or measure is None or facets.unit or facets.names:
        return False
    since = measure.since == "last" and (measure.amount or measure.transformation == "change")
    return since and measure.unit != "百分点"


def _is_move(one: Facets, other: Facets, facets: Facets) -> bool:
    ranks = [f for f in (one, other) if is_rank(f)]
    compared = any(f.relative and f.relative.back for f in ranks)
    measure = facets.measure
    bare = measure is not None and measure.bare and not (facets.unit or facets.names)
    return len(ranks) == _TWO and compared and bare and not facets.says_when


def _doubted(columns: list[Facets]) -> list[Facets]:
    """Growth that does not say over what, beside growth over the month before, is in doubt."""
    monthly = any(f.measure and f.measure.transformation == "mom" for f in columns)
    return [_with_doubts(facets, monthly=monthly) for facets in columns]


def _with_doubts(facets: Facets, *, monthly: bool) -> Facets:
    measure = facets.measure
    doubts = facets.doubts
    if measure and measure.doubt:
        doubts += (measure.doubt,)
    if measure and measure.bare and monthly and measure.transformation == "yoy":
        doubts += (reasons.OPEN_GROWTH,)
    return facets._replace(doubts=doubts) if doubts != facets.doubts else facets
