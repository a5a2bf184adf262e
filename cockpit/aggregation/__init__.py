"""From what single units reported to totals by area and industry that may leave.

Rows of units are read where they lie and never enter the warehouse; what enters is a table of
totals, as a batch like any other.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cockpit.aggregation.cell import FREE, Cell, Confidentiality, cells_of
from cockpit.aggregation.hierarchy import area_above, industry_above
from cockpit.aggregation.protection import REMAINDER, TWO_LARGEST, protected
from cockpit.aggregation.request import Request, request, sha256
from cockpit.aggregation.result import COLUMNS, Statuses, lines, records, written
from cockpit.aggregation.task import CELLS, refuse_faults, task
from cockpit.catalog import Catalog
from cockpit.disclosure import LEAST
from cockpit.i18n import translate
from cockpit.observation import Issue
from cockpit.reading import Reading

if TYPE_CHECKING:
    import pyarrow as pa

    from cockpit.warehouse.parquet import Engine

__all__ = ["Request", "aggregate", "request"]

SOURCE = "aggregation"
_WITHHELD: tuple[Confidentiality, ...] = ("A", "O", "D")


def aggregate(
    asked: Request, catalog: Catalog, engine: Engine, work: Path | None = None
) -> tuple[bytes, Reading]:
    """The table of totals, and its records; raises FileRefused where the rows do not add up.

    `work` is the folder for what the engine writes on the way; it is left as it was found.
    """
    with TemporaryDirectory(dir=work) as room:
        folder = Path(room)
        answers = engine.run(task(asked, catalog, folder), folder)
    refuse_faults(answers, catalog)
    return _told(asked, catalog, answers)


def _told(
    asked: Request, catalog: Catalog, answers: Mapping[str, pa.Table]
) -> tuple[bytes, Reading]:
    cells = list(cells_of(answers[CELLS].to_pylist()))
    statuses = _judged(cells, asked, catalog)
    shown = [cell for cell in cells if not cell.place.is_rest]
    head = (*_provenance(asked), (), COLUMNS)
    reading = Reading(
        file=f"{asked.files[0].stem}.totals.csv",
        source=SOURCE,
        observations=tuple(records(shown, statuses, len(head), catalog)),
        issues=tuple(_issues(shown, statuses, catalog)),
    )
    return written([*head, *lines(shown, statuses)]), reading


def _judged(cells: Sequence[Cell], asked: Request, catalog: Catalog) -> Statuses:
    """How many units there are is told of every cell; what they amount to is not."""
    amounts = (cell for cell in cells if cell.measure.indicator != asked.count)
    judged = protected(amounts, area_above(catalog, asked.area), industry_above)
    return {(cell.place, cell.measure): FREE for cell in cells} | dict(judged)


def _provenance(asked: Request) -> list[tuple[str, ...]]:
    """The statement by its digest, what was asked, and every file that was read by its own."""
    from cockpit.warehouse.parquet.task import statement

    told = hashlib.sha256(statement(CELLS).encode()).hexdigest()
    limits = (f"units>={LEAST}", f"two_largest<={TWO_LARGEST}", f"rest>={REMAINDER}")
    files = [("file", file.name, sha256(file)) for file in asked.files]
    return [("statement", CELLS, told), ("area", asked.area), ("protection", *limits), *files]


def _issues(cells: Sequence[Cell], statuses: Statuses, catalog: Catalog) -> Iterator[Issue]:
    counts = Counter(statuses[cell.place, cell.measure] for cell in cells)
    towns = sum(catalog.areas.get(cell.place.area) is None for cell in cells)
    if any(counts[status] for status in _WITHHELD):
        yield _issue("S02", partial(_withheld, counts))
    if towns:
        yield _issue("P04", partial(_towns, towns))


def _issue(rule: str, sentence: Callable[[str], str]) -> Issue:
    zh, en = sentence("zh_CN"), sentence("en")
    return Issue(issue=rule, severity="info", message_zh=zh, message_en=en)


def _withheld(counts: Mapping[Confidentiality, int], locale: str) -> str:
    return translate(
        locale,
        "Withheld so that no unit can be told: %(A)s totals of fewer than three units, %(O)s that "
        "one or two units dominate, %(D)s without which those would come out.",
        **{status: counts[status] for status in _WITHHELD},
    )


def _towns(count: int, locale: str) -> str:
    return translate(
        locale,
        "%(count)s totals of towns stand in the file only: the catalogue does not list them.",
        count=count,
    )
