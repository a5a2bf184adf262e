"""Lines of words between the figures of a table: a region, a period, a unit, or a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat

from loaders.facets import NOTHING, Facets
from loaders.grid import address
from loaders.tables.axes import Half
from loaders.tables.find import Table
from loaders.tables.kinds import Kinds
from loaders.tables.naming import Naming


def said_above(
    kinds: Kinds, table: Table, half: Half, naming: Naming, *, labelled: bool
) -> Iterable[Facets]:
    """What lines between the figures say of all rows below; names only where rows have none."""
    if not table.sections:
        return repeat(NOTHING, len(table.body))
    return _said_above(kinds, table, half, naming, labelled=labelled)


def _said_above(
    kinds: Kinds, table: Table, half: Half, naming: Naming, *, labelled: bool
) -> Iterator[Facets]:
    ground = outer = NOTHING
    for row in table.body:
        if row in table.sections and not (labelled and lists_series(kinds, row, naming)):
            said = section_facets(kinds, row, half, naming)
            is_named = bool(said.names)
            if labelled or not all(map(naming.is_known, said.names)):
                said = said.without_names()._replace(measure=None)
            # 二、财政 ends what 一、居民收入（前三季度） said; a nameless line goes on with it.
            outer = outer if is_named else outer.under(said)
            ground = (outer if is_named else ground).under(said)
        yield ground


def lists_series(kinds: Kinds, row: int, naming: Naming) -> bool:
    """An indicator's name with its unit in a column of its own is a row whose figures lack."""
    names = [naming.read(kinds.sheet.cell(row, column).raw) for column in kinds.written(row)]
    units = [heading for heading in names if heading.unit and not heading.name]
    return bool(units) and any(naming.is_known(heading.name) for heading in names)


def section_facets(kinds: Kinds, row: int, half: Half, naming: Naming) -> Facets:
    """What a line of words says of a half of a table; one word heads all halves."""
    facets = NOTHING
    for column in words_over(kinds, row, half):
        text = kinds.sheet.cell(row, column).raw
        said = naming.speak(text, address(row, column))
        facets = facets.under(_of_a_part(said, text, address(row, column), naming))
    return facets


def words_over(kinds: Kinds, row: int, half: Half) -> list[int]:
    """The columns of a line's words that stand above a half."""
    written = kinds.written(row)
    if len(written) == 1:
        return written
    return [column for column in written if half.left <= column <= half.right]


def _of_a_part(said: Facets, text: str, at: str, naming: Naming) -> Facets:
    """市中区 alone on a line of 枣庄's sheet is its district, of several of that name."""
    if said.place or not naming.within or naming.places.kind(text) != "area":
        return said
    place = naming.places.name(text, naming.within)
    if place.code is None or place.code == naming.within:
        return said
    return Facets(place=place, evidence=(("area", at),))
